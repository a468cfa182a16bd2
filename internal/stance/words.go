package stance

import (
	"fmt"
	"slices"
	"strings"
)

// Stances are the values of a position's stance.
var Stances = []string{"commits", "intends", "permits", "seeks", "conditions", "supports", "opposes", "refuses", "regards", "demands"}

// Word is what the lexicon says of a word that carries a stance.
type Word struct {
	Stance  string // "" for a verb that carries one only in the future
	Negated string // the stance of its negation, "" if that is none
	Frames  Frame  // what it takes
	Only    Limit  // where it counts
}

// Frame is a set of ways in which a word takes what it is about.
type Frame uint32

// The frames, in the order of their names.
const (
	Obj  Frame = 1 << iota // any noun phrase
	Act                    // a verbal noun or the noun of an event
	That                   // a clause behind "that"
	Bi                     // what stands behind that preposition; so the next ones
	Ila
	Li
	Ala
	An
	Fi
	Min
	Whom   // it may have an object before that: who shall do it
	Passed // what is done, with nobody who does it
	Clause // what follows, whatever it is
	By     // nothing: who holds it is said as its agent
	Nahw   // what stands behind "towards"
	As     // of an object that is a pronoun: what it is held to be
	Maa    // what stands behind "beside, together with"
)

// Governs are the frames of what stands behind a preposition.
const Governs = Bi | Ila | Li | Ala | An | Fi | Min | Nahw | Maa

var frames = []string{"obj", "act", "that", "bi", "ila", "li", "ala", "an", "fi", "min", "whom", "passed", "clause", "by", "nahw", "as", "maa"}

// Limit is a set of conditions under which a word counts, or what it is.
type Limit uint16

// The limits, in the order of their names.
const (
	OnlyPresent  Limit = 1 << iota // in the present, not in the past
	OnlyNegated                    // behind a negation
	IsState                        // it is an adjective
	OnlyPronoun                    // with a pronoun glued on
	OnlyStart                      // at the start of what somebody says
	OnlyNarrated                   // not as a word of saying: then it confesses
	IsNeed                         // it is a noun of necessity
	OnlyTask                       // of a thing that somebody sets about
	OnlyVerb                       // its participle is no adjective: who is asked is written like who asks
	IsInsist                       // who insists on what is another's to give demands it
	OnlyPast                       // in the past, not in the present, where it may be one of being held
)

var limits = []string{"present", "negated", "state", "pronoun", "start", "narrated", "need", "task", "verb", "insist", "past"}

// will is the stance of verbs that carry one only in the future, as any verb does that
// somebody does on purpose.
const will = "will"

// Plain is a verb in the future of which the lexicon says nothing more.
var Plain = Word{Frames: Clause}

// wordOf reads the key of a word: STANCE or STANCE/NEGATED, a colon, frames with commas
// between them, and perhaps a colon and limits.
func wordOf(key string) (Word, error) {
	part := strings.Split(key, ":")
	if len(part) < 2 || len(part) > 3 {
		return Word{}, fmt.Errorf("%q is no STANCE:FRAMES or STANCE:FRAMES:LIMITS", key)
	}
	var w Word
	var both bool
	w.Stance, w.Negated, both = strings.Cut(part[0], "/")
	switch {
	case w.Stance == will:
		w.Stance = ""
	case !slices.Contains(Stances, w.Stance):
		return w, fmt.Errorf("unknown stance %q, want %s or one of %s", w.Stance, will, strings.Join(Stances, ", "))
	}
	if both && !slices.Contains(Stances, w.Negated) {
		return w, fmt.Errorf("unknown stance %q", w.Negated)
	}
	for _, f := range strings.Split(part[1], ",") {
		i := slices.Index(frames, f)
		if i < 0 {
			return w, fmt.Errorf("unknown frame %q, want one of %s", f, strings.Join(frames, ", "))
		}
		w.Frames |= 1 << i
	}
	if len(part) == 3 {
		for _, f := range strings.Split(part[2], ",") {
			i := slices.Index(limits, f)
			if i < 0 {
				return w, fmt.Errorf("unknown limit %q, want one of %s", f, strings.Join(limits, ", "))
			}
			w.Only |= 1 << i
		}
	}
	return w, nil
}
