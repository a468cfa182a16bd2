package position

import (
	"fmt"
	"slices"
	"strings"

	"riwaya/internal/lang"
)

// stances are the values of a position's stance.
var stances = []string{"commits", "intends", "permits", "seeks", "conditions", "supports", "opposes", "refuses", "regards", "demands"}

// word is what the lexicon says of a word that carries a stance.
type word struct {
	stance  string // "" for a verb that carries none, but whose future does
	negated string // the stance of its negation, "" if that is none
	frames  uint16 // what it takes
	only    uint16 // where it counts
}

// frames are the ways in which a word takes what it is about, by their bit.
var frames = []string{"obj", "act", "that", "bi", "ila", "li", "ala", "an", "fi", "min", "whom", "passed", "clause", "by", "nahw"}

const (
	takesObj    uint16 = 1 << iota // any noun phrase
	takesAct                       // a verbal noun or the noun of an event
	takesThat                      // a clause behind "that"
	takesBi                        // what stands behind that preposition
	takesIla                       //
	takesLi                        //
	takesAla                       //
	takesAn                        //
	takesFi                        //
	takesMin                       //
	takesWhom                      // it may have an object before that: who shall do it
	takesPassed                    // what is done, with nobody who does it
	takesClause                    // what follows, whatever it is
	takesBy                        // nothing: who holds it is said as its agent
	takesNahw                      // what stands behind "towards"
)

const governs = takesBi | takesIla | takesLi | takesAla | takesAn | takesFi | takesMin

// limits say where a word counts, by their bit.
var limits = []string{"present", "negated", "state", "pronoun", "start", "narrated", "need"}

const (
	onlyPresent  uint16 = 1 << iota // in the present, not in the past
	onlyNegated                     // behind a negation
	isState                         // it is an adjective
	onlyPronoun                     // with a pronoun glued on
	onlyStart                       // at the start of what somebody says
	onlyNarrated                    // not as a word of saying: then it confesses
	isNeed                          // it is a noun of necessity
)

// wordOf reads the key of a word: STANCE or STANCE/NEGATED, a colon, frames with commas
// between them, and perhaps a colon and limits.
func wordOf(key string) (word, error) {
	part := strings.Split(key, ":")
	if len(part) < 2 || len(part) > 3 {
		return word{}, fmt.Errorf("%q is no STANCE:FRAMES or STANCE:FRAMES:LIMITS", key)
	}
	var w word
	var both bool
	w.stance, w.negated, both = strings.Cut(part[0], "/")
	switch {
	case w.stance == will:
		w.stance = ""
	case w.stance == nothing:
		return word{}, nil
	}
	if w.stance != "" && !slices.Contains(stances, w.stance) {
		return w, fmt.Errorf("unknown stance %q, want %s or one of %s", w.stance, will, strings.Join(stances, ", "))
	}
	if both && !slices.Contains(stances, w.negated) {
		return w, fmt.Errorf("unknown stance %q", w.negated)
	}
	for _, f := range strings.Split(part[1], ",") {
		i := slices.Index(frames, f)
		if i < 0 {
			return w, fmt.Errorf("unknown frame %q, want one of %s", f, strings.Join(frames, ", "))
		}
		w.frames |= 1 << i
	}
	if len(part) == 3 {
		for _, f := range strings.Split(part[2], ",") {
			i := slices.Index(limits, f)
			if i < 0 {
				return w, fmt.Errorf("unknown limit %q, want one of %s", f, strings.Join(limits, ", "))
			}
			w.only |= 1 << i
		}
	}
	return w, nil
}

// The keys of verbs that carry a stance only in the future, as any verb does that somebody
// does on purpose, and of those that nobody does on purpose.
const (
	will    = "will"
	nothing = "none"
)

// plain is a verb in the future of which the lexicon says nothing more.
var plain = word{frames: takesClause}

// grammar are the word classes that finding asks about.
type grammar struct {
	stance, word, context                                        lang.Set
	anchor                                                       lang.Set // where a position can begin
	that, negation, relative, was, against, already, conj, prep  lang.Set
	to, on, in, from, about, time, event, demonstrative, pronoun lang.Set
	demonym, country                                             lang.Set
	takesUp                                                      lang.Set // what may mean an actor without a name
}

func newGrammar(class func(names ...string) lang.Set) grammar {
	return grammar{
		stance: class("stance"), word: class("stance-word"), context: class("stance-context"),
		anchor: class("stance", "stance-word", "stance-particle"),
		that:   class("that"), negation: class("negation"), relative: class("relative"), was: class("was"), against: class("against"),
		already: class("already"), conj: class("conjunction"), prep: class("preposition"),
		to: class("to"), on: class("on"), in: class("in"), from: class("from"), about: class("about"),
		time: class("time"), event: class("event"), demonstrative: class("demonstrative", "this"), pronoun: class("pronoun"),
		demonym: class("demonym"), country: class("country"),
		takesUp: class("office", "speaker", "demonstrative", "this"),
	}
}
