package timex

import (
	"fmt"
	"strings"

	"riwaya/internal/timex/frame"
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
	modern          // one that needs no word beside it
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
var names = [...]string{"", "number", "ordinal", "the-ordinal", "number-word", "dayno", "year", "modern-year", "year-words", "digits", "dayfig", "pair", "sure-pair", "loose-pair", "clockno", "comma", "slash", "dash", "dot",
	"open", "close", "aside", "the-unit", "a-unit", "the-units", "some-units", "and", "bi", "li", "then",
	"month", "loose-month", "hijri", "loose-hijri", "weekday", "some-weekday", "day", "tonight", "last-night",
	"part", "early", "late", "a-while", "some-night", "unit", "units", "two", "night-of", "nights-of", "season",
	"decade", "clock", "every", "morrow", "ref", "lately", "none", "near", "few", "vague", "edge", "first",
	"quarter", "half", "one", "eve", "fraction", "more", "all", "about", "era", "hijri-era", "am-pm", "zone", "zone-name", "now",
	"corresponding", "never", "named", "on", "in", "of", "to", "since", "ago", "after", "between", "this", "each", "for", "the", "next-day", "becoming", "prayer", "verb", "soon", "need"}

// kindOf is the kind of that name, noKind if there is none.
func kindOf(name string) kind {
	for i, n := range names {
		if n == name {
			return kind(i)
		}
	}
	return noKind
}

// kinds is a set of kinds. It is no array, so that it stays in registers.
type kinds struct{ low, high uint64 }

// of is the set of one kind.
func of(k kind) kinds {
	if k < 64 {
		return kinds{low: 1 << k}
	}
	return kinds{high: 1 << (k - 64)}
}

func (s kinds) has(k kind) bool    { return s.meets(of(k)) }
func (s *kinds) add(k kind)        { *s = s.or(of(k)) }
func (s *kinds) drop(k kind)       { o := of(k); s.low, s.high = s.low&^o.low, s.high&^o.high }
func (s kinds) meets(t kinds) bool { return s.low&t.low|s.high&t.high != 0 }
func (s kinds) with(all ...kind) kinds {
	for _, k := range all {
		s.add(k)
	}
	return s
}
func (s kinds) or(t kinds) kinds { return kinds{s.low | t.low, s.high | t.high} }

// unit is what one word of the lexicon says.
type unit struct {
	kind kind
	says frame.Frame
}

// unitOf reads a key of the lexicon: KIND or KIND:VALUE.
func unitOf(key string) (unit, error) {
	name, arg, _ := strings.Cut(key, ":")
	u := unit{kind: kindOf(name)}
	if u.kind < fixedKinds && name != "and" {
		return u, fmt.Errorf("unknown kind of word %q", name)
	}
	var err error
	u.says, err = frame.Of(name, arg)
	return u, err
}

// The kinds of the lexicon that the code asks for.
var (
	kindSince     = kindOf("since")
	kindAgo       = kindOf("ago")
	kindOfWord    = kindOf("of")
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
	nowOrBy       = kinds{}.with(kindOf("now"), kindOf("ago"))
)
