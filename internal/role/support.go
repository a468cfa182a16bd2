package role

import (
	"fmt"
	"slices"
	"strings"

	"riwaya/internal/lang"
	"riwaya/lexicon"
)

// Support is what a verb says of a noun that stands with it, behind that preposition.
type Support struct{ Key, Prep string }

// What a supporting verb says of the noun that it stands with.
const (
	Does      = "do"      // its subject does it: launch, carry out
	Suffers   = "suffer"  // its subject suffers it: come under
	Occurs    = "occur"   // it happens: break out, take place
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
	Threatens = "threaten" // its subject says that it will do harm
	Attends   = "attend"   // its subject begins it; where it is an attack or a mishap, it only sees to it
	Seems     = "is"       // its subject is one, as people say of other things
)

var supports = []string{Does, Suffers, Occurs, GoesOn, Intends, Orders, Commands, Includes, Results, Prevents, Continues, Blames, Answers, Denies, Ascribes, Announces, Fears, Permits, Threatens, Attends, Seems}

// supportsOf are the supporting verbs of a lexicon, by lemma.
func supportsOf(lx *lexicon.Lexicon) (map[string][]Support, error) {
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

// Supports are what the lexicon says of the supporting verb in chunk v.
func (r *Reader) Supports(v int) []Support {
	k := &r.K[r.C[v].Head]
	if !k.In(r.w.support) {
		return nil
	}
	var first []Support
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Feat&(lang.Past|lang.Present) == 0 || !q.Classes.Meets(r.w.support) {
			continue
		}
		all := r.w.supports[q.Lemma]
		if first == nil {
			first = all
		} else if first[0].Key == GoesOn && all[0].Key == Continues && r.transitive(v) {
			return all // the army goes on with its raids: not, they go on
		}
	}
	return first
}

// transitive reports whether the verb of chunk v has a party for its subject and something else for its object.
func (r *Reader) transitive(v int) bool {
	var two [2]int
	behind := r.phrasesBehind(v, two[:0])
	if at, _ := r.ahead(v); at >= 0 {
		return r.C[at].Actor >= 0 && len(behind) > 0
	}
	return len(behind) > 1 && r.C[behind[0]].Actor >= 0
}

// SupportOf is the first key of the supporting verb in chunk v, "" if it is none.
func (r *Reader) SupportOf(v int) string {
	if all := r.Supports(v); len(all) > 0 {
		return all[0].Key
	}
	return ""
}

// SupportsNoun are what the lexicon says of the verb whose verbal noun stands at token i.
func (r *Reader) SupportsNoun(i int) []Support {
	k := &r.K[i]
	if !k.In(r.w.support) {
		return nil
	}
	for n := range k.Word.Readings {
		if q := &k.Word.Readings[n]; q.Feat&lang.Masdar != 0 && q.Classes.Meets(r.w.support) {
			return r.w.supports[q.Lemma]
		}
	}
	return nil
}

// Governing is the key of the preposition before phrase i as a verb asks for it: "because of" and "during" stand with
// "in" only for what happens there.
func (r *Reader) Governing(i int) string {
	c := &r.C[i]
	if c.Prep == "in" && !r.K[c.From].In(r.w.grammar.In) {
		return "near"
	}
	return c.Prep
}

// SupportsParticiple is the reading of the word at token i as a participle of whoever does, means to do or is
// accused of what stands behind that preposition; nil where it is none.
func (r *Reader) SupportsParticiple(i int, prep string) *lang.Reading {
	k := &r.K[i]
	if !k.In(r.w.support) {
		return nil
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Feat&lang.Participle == 0 || !q.Classes.Meets(r.w.support) {
			continue
		}
		for _, u := range r.w.supports[q.Lemma] {
			if u.Prep == prep && (q.Feat&lang.Active != 0 && LendsSubject(u.Key) && u.Key != Threatens || q.Feat&lang.Passive != 0 && u.Key == Blames) {
				return q
			}
		}
	}
	return nil
}

// Permitting reports whether the noun at token i is the verbal noun of a verb that allows somebody something.
func (r *Reader) Permitting(i int) bool {
	return slices.ContainsFunc(r.SupportsNoun(i), func(u Support) bool { return u.Key == Permits })
}

// Does reports whether the noun at token i is the verbal noun of a verb that lends its
// subject: the launching of.
func (r *Reader) Does(i int) bool {
	return slices.ContainsFunc(r.SupportsNoun(i), func(u Support) bool { return u.Key == Does || u.Key == Continues })
}

// Bears reports whether the noun at token i is the verbal noun of a verb that says that of what it is
// bound to: the repelling of.
func (r *Reader) Bears(i int, key string) bool {
	return slices.ContainsFunc(r.SupportsNoun(i), func(u Support) bool { return u.Key == key && u.Prep == "" })
}

// Real reports whether the noun at token i is the verbal noun of a verb that says that
// something happens, goes on or is done: the outbreak of, the going on with.
func (r *Reader) Real(i int) bool {
	k := &r.K[i]
	if !k.In(r.w.support) {
		return false
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Feat&lang.Masdar != 0 && q.Classes.Meets(r.w.support) && slices.ContainsFunc(r.w.supports[q.Lemma], func(u Support) bool {
			return u.Key == Does || u.Key == Continues || u.Key == Occurs || u.Key == GoesOn
		}) {
			return true
		}
	}
	return false
}

// occurring reports whether the verb of chunk v says that its subject happens.
func (r *Reader) occurring(v int) bool {
	return slices.ContainsFunc(r.Supports(v), func(u Support) bool { return u.Key == Occurs || u.Key == GoesOn })
}
