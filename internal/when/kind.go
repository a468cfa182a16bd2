package when

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
var names = [...]string{"", "number", "ordinal", "number-word", "dayno", "year", "year-words", "digits", "dayfig", "pair", "sure-pair", "loose-pair", "clockno", "comma", "slash", "dash", "dot",
	"open", "close", "aside", "the-unit", "a-unit", "the-units", "some-units", "and", "bi", "li", "then",
	"month", "loose-month", "hijri", "loose-hijri", "weekday", "some-weekday", "day", "tonight", "last-night",
	"part", "early", "late", "a-while", "some-night", "unit", "units", "two", "night-of", "nights-of", "season",
	"decade", "clock", "every", "morrow", "ref", "lately", "none", "near", "few", "vague", "edge", "first",
	"quarter", "half", "one", "eve", "fraction", "more", "all", "about", "era", "hijri-era", "am-pm", "zone", "zone-name", "now",
	"corresponding", "never", "named", "on", "in", "of", "to", "since", "ago", "after", "between", "this", "each", "for", "the", "next-day", "becoming", "prayer", "verb"}

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
func (s kinds) or(t kinds) kinds   { return kinds{s[0] | t[0], s[1] | t[1]} }

// A field is one thing that an expression says. In a frame 0 is "not said", so that
// fields in which 0 means something are kept with a shift.
type field uint8

const (
	fYear field = iota
	fMonth
	fDay
	fWeekday // 1 is Monday
	fHijri   // 1: year and month are of the Hijri calendar
	fOffset  // days from publication, shifted
	fPart    // of the day
	fSoft    // what early and late say of the part of the day, where nothing else does
	fHour    // shifted by one
	fMinute  // shifted by one
	fHalfDay // am and pm
	fZone    // 1 local, 2 Greenwich
	fUnit    // of a length
	fPlural  // the unit is a plural
	fN       // how many units; vagueN is several
	fN3      // of a third term
	fUnit3
	fNear   // past, next, this, last
	fRef    // past, future, present
	fSeason // one of the seasons
	fPeriod // quarter or half of a year
	fOrder  // the how manieth
	fEdge   // start, middle, end
	fDecade // its first year
	fEvery  // recurring
	fPlus   // the fraction comes to a whole: an hour and a half
	fields
)

const (
	shift  = 100 // of fOffset
	vagueN = -1
)

// The values of fields that have names.
var (
	parts   = []string{"", "MO", "MI", "AF", "EV", "NI"}
	units   = []string{"", "S", "N", "H", "D", "W", "M", "Y", "DE", "CE"}
	nears   = []string{"", "past", "next", "this", "last"}
	refs    = []string{"", "past", "future", "present"}
	seasons = []string{"", "SP", "SU", "FA", "WI"}
	edges   = []string{"", "start", "mid", "end"}
	halves  = []string{"", "MO", "PM"}
	zones   = []string{"", "L", "Z"}
)

const (
	morning, noon, afternoon, evening, night                       = 1, 2, 3, 4, 5
	second, minute, hour, day, week, month, years, decade, century = 1, 2, 3, 4, 5, 6, 7, 8, 9
	past, next, this, last                                         = 1, 2, 3, 4
	future, present                                                = 2, 3
	quarterOf, halfOf                                              = 1, 2
)

// frame is what an expression, or a part of it, says.
type frame [fields]int16

// merge adds what g says; ok is false where the two contradict.
func (f *frame) merge(g *frame) (ok bool) {
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

// unit is what one word of the lexicon says.
type unit struct {
	kind kind
	says frame
}

// named sets field i to the number of a name.
func (u *unit) named(i field, in []string, arg string) error {
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
		u.says[fMonth] = int16(n)
	case "hijri", "loose-hijri":
		u.says[fMonth], u.says[fHijri] = int16(n), 1
	case "weekday", "some-weekday":
		u.says[fWeekday] = int16(n)
	case "decade":
		u.says[fDecade] = int16(n)
	case "fraction":
		u.says[fMinute] = int16(n + 1)
	case "more":
		u.says[fMinute], u.says[fPlus] = int16(n+1), 1
	case "day":
		u.says[fOffset] = int16(n + shift)
	case "next-day":
		u.says[fUnit], u.says[fNear] = day, next
	case "tonight":
		u.says[fOffset], u.says[fPart] = shift, night
	case "last-night":
		u.says[fOffset], u.says[fPart] = shift-1, night
	case "some-night":
		u.says[fPart] = night
	case "early":
		u.says[fSoft] = morning
	case "late":
		u.says[fSoft] = night
	case "first":
		u.says[fDay] = 1
	case "hijri-era":
		u.says[fHijri] = 1
	case "one":
		u.says[fN] = 1
	case "vague":
		u.says[fN] = vagueN
	case "quarter":
		u.says[fPeriod] = quarterOf
	case "half":
		u.says[fPeriod] = halfOf
	case "each":
		u.says[fEvery] = 1
	case "this":
		u.says[fNear] = this
	case "night-of", "nights-of":
		u.says[fPart] = night
	case "part":
		return u, u.named(fPart, parts, arg)
	case "unit":
		return u, u.named(fUnit, units, arg)
	case "units":
		u.says[fPlural] = 1
		return u, u.named(fUnit, units, arg)
	case "two":
		u.says[fN] = 2
		return u, u.named(fUnit, units, arg)
	case "every":
		u.says[fEvery] = 1
		return u, u.named(fUnit, units, arg)
	case "near":
		return u, u.named(fNear, nears, arg)
	case "ref", "lately":
		return u, u.named(fRef, refs, arg)
	case "season":
		return u, u.named(fSeason, seasons, arg)
	case "edge":
		return u, u.named(fEdge, edges, arg)
	case "am-pm":
		return u, u.named(fHalfDay, halves, arg)
	case "zone":
		return u, u.named(fZone, zones, arg)
	}
	return u, nil
}
