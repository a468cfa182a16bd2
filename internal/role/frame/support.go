package frame

import (
	"fmt"
	"slices"
	"strings"

	"riwaya/lexicon"
)

// Support is what a verb says of a noun that stands with it, behind that preposition.
type Support struct{ Key, Prep string }

// What a supporting verb says of the noun that it stands with.
const (
	Does      = "do"      // its subject does it: launch, carry out
	Suffers   = "suffer"  // its subject suffers it: come under
	Occurs    = "occur"   // it happens: break out, take place
	Comes     = "come"    // its subject, a happening, came at some time, for some reason
	GoesOn    = "go-on"   // it goes on happening
	Intends   = "intend"  // its subject means to do it
	Orders    = "order"   // its subject wants it done
	Commands  = "command" // its subject has it done, by whoever its object is
	Includes  = "include" // it is part of its subject
	Results   = "result"  // its subject, a happening, brought it about
	Prevents  = "prevent"
	Continues = "continue" // its subject goes on doing it
	Blames    = "blame"    // its object did it, it says
	Answers   = "answer"   // its object is responsible for it, it says
	Denies    = "deny"     // its subject says that it did not do it
	Ascribes  = "ascribe"  // who did it stands behind its preposition
	Announces = "announce" // its subject, if it is a force, says that it did it
	Fears     = "fear"     // it may be, its subject thinks
	Permits   = "permit"   // it allows whoever stands behind "for" to do it
	Enables   = "enable"   // its object does it, with its help
	Threatens = "threaten" // its subject says that it will do harm
	Refrains  = "refrain"  // its subject does not do it: refrain from, be unable to
	Refuses   = "refuse"   // its subject does not have it: whose deed it would be it does not say
	Attends   = "attend"   // its subject begins it; where it is an attack or a mishap, it only sees to it
	Awaits    = "await"    // it is yet to come: its subject waits for it, makes way for it, is agreed on it
	Seems     = "is"       // its subject is one, as people say of other things
)

var supports = []string{Does, Suffers, Occurs, GoesOn, Intends, Orders, Commands, Includes, Results, Prevents, Continues, Blames, Answers, Denies, Ascribes, Announces, Fears, Permits, Threatens, Enables, Refrains, Refuses, Comes, Attends, Awaits, Seems}

// SupportsOf are the supporting verbs of a lexicon, by lemma.
func SupportsOf(lx *lexicon.Lexicon) (map[string][]Support, error) {
	all := map[string][]Support{}
	for _, w := range lx.Classes["support"] {
		key, prep, _ := strings.Cut(w.Key, ":")
		if !slices.Contains(supports, key) {
			return nil, fmt.Errorf("%s: unknown key %q of a supporting verb", w.At, w.Key)
		}
		all[w.Text] = append(all[w.Text], Support{key, prep})
	}
	return all, nil
}

// Says reports whether one of these is what a supporting verb says, with whatever preposition.
func Says(all []Support, keys ...string) bool {
	return slices.ContainsFunc(all, func(u Support) bool { return slices.Contains(keys, u.Key) })
}

// LendsSubject reports whether what a supporting verb says of a noun is that its own subject
// does it.
func LendsSubject(key string) bool {
	return key == Does || key == Attends || key == Continues || key == Intends || key == Threatens || key == Refrains
}

// Will is the key of nouns that say that whom they belong to means or is able to do what stands behind them.
const Will = "will"
