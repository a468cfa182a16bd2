// Package frame holds what an expression of time says, field by field: the year, the unit
// of a length, how near; what words of a kind say of it by themselves, and the ways in which
// it can become a value. Package timex fills frames from words, package when makes days of
// them.
package frame

import (
	"fmt"
	"slices"
	"strings"
)

// Field is one thing that an expression says. In a frame 0 is "not said", so that fields
// in which 0 means something are kept with a shift.
type Field uint8

const (
	Year Field = iota
	Month
	Day
	Weekday // 1 is Monday
	Hijri   // 1: year and month are of the Hijri calendar
	Offset  // days from publication, shifted
	Part    // of the day
	Soft    // what early and late say of the part of the day, where nothing else does
	Hour    // shifted by one
	Minute  // shifted by one
	HalfDay // am and pm
	Zone    // 1 local, 2 Greenwich
	Unit    // of a length
	Plural  // the unit is a plural
	N       // how many units; Several is several
	N3      // of a third term
	Unit3
	Near   // past, next, this, last
	Ref    // past, future, present
	Season // one of the seasons
	Period // quarter or half of a year
	Order  // the how manieth
	Edge   // start, middle, end
	Decade // its first year
	Every  // recurring
	Plus   // the fraction comes to a whole: an hour and a half
	Fields // how many there are
)

const (
	Shift   = 100 // of Offset: today has this
	Several = -1  // of N
)

// The values of fields that have names.
var (
	Parts   = []string{"", "MO", "MI", "AF", "EV", "NI"}
	Units   = []string{"", "S", "N", "H", "D", "W", "M", "Y", "DE", "CE"}
	Nears   = []string{"", "past", "next", "this", "last"}
	Refs    = []string{"", "past", "future", "present", "later"}
	Seasons = []string{"", "SP", "SU", "FA", "WI"}
	Edges   = []string{"", "start", "mid", "end"}
	Halves  = []string{"", "MO", "PM"}
	Zones   = []string{"", "L", "Z"}
)

// What those fields hold.
const (
	Morning, Noon, Afternoon, Evening, Night                                = 1, 2, 3, 4, 5
	Seconds, Minutes, Hours, Days, Weeks, Months, Years, Decades, Centuries = 1, 2, 3, 4, 5, 6, 7, 8, 9
	Past, Next, This, Last                                                  = 1, 2, 3, 4
	Future, Present, Later                                                  = 2, 3, 4
	Quarter, Half                                                           = 1, 2
)

// Frame is what an expression, or a part of it, says.
type Frame [Fields]int16

// Merge adds what g says; ok is false where the two contradict.
func (f *Frame) Merge(g *Frame) (ok bool) {
	for i, v := range g {
		switch {
		case v == 0:
		case f[i] == 0:
			f[i] = v
		case f[i] != v:
			return false
		}
	}
	return true
}

// Said is how many fields are said.
func (f *Frame) Said() (n int) {
	for _, v := range f {
		if v != 0 {
			n++
		}
	}
	return n
}

// Has reports whether a frame says all of what is wanted.
func (f *Frame) Has(want *Frame) bool {
	for i, v := range want {
		if v != 0 && f[i] != v {
			return false
		}
	}
	return true
}

// name sets field i to the number of a name.
func (f *Frame) name(i Field, in []string, name string) error {
	n := slices.Index(in, name)
	if n < 1 {
		return fmt.Errorf("unknown value %q, want one of %s", name, strings.Join(in[1:], " "))
	}
	f[i] = int16(n)
	return nil
}
