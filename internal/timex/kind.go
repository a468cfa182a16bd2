package timex

import (
	"fmt"
	"strconv"
	"strings"
)

// kind is what a word, number or mark is in an expression of time: a month, a weekday,
// a unit. Words have theirs from the lexicon's key, numbers and marks from their shape.
type kind uint8

// The kinds that the code itself gives; the lexicon's come behind them.
const (
	noKind     kind = iota
	cardinal        // a cardinal number
	ordinal         // the third
	theOrdinal      // the third, with the article
	numberWord      // one in letters
	dayNo           // a number from 1 to 31
	year            // digits that may be a year
	yearWords       // a number word that may be one
	digits          // a date in digits: 19/2/2019
	figureDay       // a day of a month in digits
	pair            // day and month in digits: 22/4
	surePair        // of which one cannot be a month
	loosePair       // with a dash or a dot
	clockNo         // an hour, with minutes or without: 11.59, 0424, the third
	comma
	slash
	dash
	dot
	open
	shut
	aside    // a whole bracket, which is left out of the span
	theUnit  // a unit with the article
	aUnit    // and without it
	theUnits // the same of plurals
	someUnits
	andJoin // zero-width: the conjunction glued on to what follows, or a word of its own
	withJoin
	forJoin
	then // zero-width: from here on the second end of a range, or the second term of a sum
	fixedKinds
)

// names are how rules and lexicon name the kinds. Those from lexiconKinds on may stand
// as keys of words.
var names = [...]string{"", "number", "ordinal", "the-ordinal", "number-word", "dayno", "year", "year-words", "digits", "dayfig", "pair", "sure-pair", "loose-pair", "clockno", "comma", "slash", "dash", "dot",
	"open", "close", "aside", "the-unit", "a-unit", "the-units", "some-units", "and", "bi", "li", "then",
	"month", "loose-month", "hijri", "loose-hijri", "weekday", "some-weekday", "day", "tonight", "last-night",
	"part", "early", "late", "a-while", "some-night", "unit", "units", "two", "night-of", "nights-of", "season",
	"decade", "clock", "every", "morrow", "ref", "lately", "none", "near", "few", "vague", "edge", "first",
	"quarter", "half", "one", "eve", "fraction", "more", "all", "about", "era", "hijri-era", "am-pm", "zone", "zone-name", "now",
	"corresponding", "never", "named", "on", "in", "of", "to", "since", "ago", "after", "between", "this", "each", "for", "the", "next-day", "becoming", "prayer", "verb", "soon"}

// kindOf is the kind of that name, noKind if there is none.
func kindOf(name string) kind {
	for i, n := range names {
		if n == name {
			return kind(i)
		}
	}
	return noKind
}

// kinds is a set of kinds.
type kinds [2]uint64

func (s kinds) has(k kind) bool    { return s[k/64]&(1<<(k%64)) != 0 }
func (s *kinds) add(k kind)        { s[k/64] |= 1 << (k % 64) }
func (s *kinds) drop(k kind)       { s[k/64] &^= 1 << (k % 64) }
func (s kinds) meets(t kinds) bool { return s[0]&t[0]|s[1]&t[1] != 0 }
func (s kinds) with(all ...kind) kinds {
	for _, k := range all {
		s.add(k)
	}
	return s
}
func (s kinds) or(t kinds) kinds { return kinds{s[0] | t[0], s[1] | t[1]} }

// A field is one thing that an expression says. In a frame 0 is "not said", so that
// fieldCount in which 0 means something are kept with a shift.
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
	fieldCount
)

const (
	Shift   = 100 // of Offset: today has this
	Several = -1  // of N
)

// The values of fields that have names.
var (
	Parts   = []string{"", "MO", "MI", "AF", "EV", "NI"}
	units   = []string{"", "S", "N", "H", "D", "W", "M", "Y", "DE", "CE"}
	nears   = []string{"", "past", "next", "this", "last"}
	refs    = []string{"", "past", "future", "present", "later"}
	Seasons = []string{"", "SP", "SU", "FA", "WI"}
	edges   = []string{"", "start", "mid", "end"}
	halves  = []string{"", "MO", "PM"}
	zones   = []string{"", "L", "Z"}
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
type Frame [fieldCount]int16

// merge adds what g says; ok is false where the two contradict.
func (f *Frame) merge(g *Frame) (ok bool) {
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

// said is how many fields are.
func (f *Frame) said() (n int) {
	for _, v := range f {
		if v != 0 {
			n++
		}
	}
	return n
}

// unit is what one word of the lexicon says.
type unit struct {
	kind kind
	says Frame
}

// named sets field i to the number of a name.
func (u *unit) named(i Field, in []string, arg string) error {
	for n, name := range in {
		if n > 0 && name == arg {
			u.says[i] = int16(n)
			return nil
		}
	}
	return fmt.Errorf("unknown value %q, want one of %s", arg, strings.Join(in[1:], " "))
}

// unitOf reads a key of the lexicon: KIND or KIND:VALUE.
func unitOf(key string) (unit, error) {
	name, arg, _ := strings.Cut(key, ":")
	u := unit{kind: kindOf(name)}
	if u.kind < fixedKinds && name != "and" {
		return u, fmt.Errorf("unknown kind of word %q", name)
	}
	n := 0
	switch name {
	case "month", "loose-month", "hijri", "loose-hijri", "weekday", "some-weekday", "decade", "fraction", "more", "day":
		var err error
		if n, err = strconv.Atoi(arg); err != nil || n < -60 || n > 2100 {
			return u, fmt.Errorf("%q wants a number", name)
		}
	}
	switch name {
	case "month", "loose-month":
		u.says[Month] = int16(n)
	case "hijri", "loose-hijri":
		u.says[Month], u.says[Hijri] = int16(n), 1
	case "weekday", "some-weekday":
		u.says[Weekday] = int16(n)
	case "decade":
		u.says[Decade] = int16(n)
	case "fraction":
		u.says[Minute] = int16(n + 1)
	case "more":
		u.says[Minute], u.says[Plus] = int16(n+1), 1
	case "day":
		u.says[Offset] = int16(n + Shift)
	case "next-day":
		u.says[Unit], u.says[Near] = Days, Next
	case "tonight":
		u.says[Offset], u.says[Part] = Shift, Night
	case "last-night":
		u.says[Offset], u.says[Part] = Shift-1, Night
	case "some-night":
		u.says[Part] = Night
	case "early":
		u.says[Soft] = Morning
	case "late":
		u.says[Soft] = Night
	case "first":
		u.says[Day] = 1
	case "hijri-era":
		u.says[Hijri] = 1
	case "one":
		u.says[N] = 1
	case "vague":
		u.says[N] = Several
	case "quarter":
		u.says[Period] = Quarter
	case "half":
		u.says[Period] = Half
	case "each":
		u.says[Every] = 1
	case "this":
		u.says[Near] = This
	case "night-of", "nights-of":
		u.says[Part] = Night
	case "part":
		return u, u.named(Part, Parts, arg)
	case "unit":
		return u, u.named(Unit, units, arg)
	case "units":
		u.says[Plural] = 1
		return u, u.named(Unit, units, arg)
	case "two":
		u.says[N] = 2
		return u, u.named(Unit, units, arg)
	case "every":
		u.says[Every] = 1
		return u, u.named(Unit, units, arg)
	case "near":
		return u, u.named(Near, nears, arg)
	case "ref", "lately", "soon":
		return u, u.named(Ref, refs, arg)
	case "season":
		return u, u.named(Season, Seasons, arg)
	case "edge":
		return u, u.named(Edge, edges, arg)
	case "am-pm":
		return u, u.named(HalfDay, halves, arg)
	case "zone":
		return u, u.named(Zone, zones, arg)
	}
	return u, nil
}

// The kinds of the lexicon that the code asks for.
var (
	kindSince     = kindOf("since")
	kindSomeNight = kindOf("some-night")
	kindFor       = kindOf("for")
	kindNow       = kindOf("now")
	kindNone      = kindOf("none")
	kindThe       = kindOf("the")
	kindNamed     = kindOf("named")
	kindBecoming  = kindOf("becoming")
	kindIn        = kindOf("in")
	kindVerb      = kindOf("verb")
	governing     = kinds{}.with(kindOf("of"), kindOf("on"))
)
