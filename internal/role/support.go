package role

import (
	"slices"

	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// Supports are what the lexicon says of the supporting verb in chunk v.
func (r *Reader) Supports(v int) []frame.Support {
	k := &r.K[r.C[v].Head]
	if !k.In(r.w.support) {
		return nil
	}
	var first []frame.Support
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Feat&(lang.Past|lang.Present) == 0 || !q.Classes.Meets(r.w.support) || q.Feat&lang.Present != 0 && r.Keyed(r.C[v].Head, "can") {
			continue // who can may yet do it
		}
		all := r.w.supports[q.Lemma]
		if first == nil {
			first = all
		} else if first[0].Key == frame.Occurs && all[0].Key == frame.Does && (q.Feat&lang.Pronoun != 0 || k.Feats&lang.Cue == 0 && r.transitive(v)) {
			return all // what happens has no object: they carry it out, the police hold an inquiry
		} else if first[0].Key == frame.GoesOn && all[0].Key == frame.Continues && r.transitive(v) {
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
	return len(behind) > 1 && (r.C[behind[0]].Actor >= 0 || r.Arm(behind[0]))
}

// SupportOf is the first key of the supporting verb in chunk v, "" if it is none.
func (r *Reader) SupportOf(v int) string {
	if all := r.Supports(v); len(all) > 0 {
		return all[0].Key
	}
	return ""
}

// SupportsNoun are what the lexicon says of the verb whose verbal noun stands at token i.
func (r *Reader) SupportsNoun(i int) []frame.Support {
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
			if u.Prep == prep && (q.Feat&lang.Active != 0 && frame.LendsSubject(u.Key) && u.Key != frame.Threatens || q.Feat&lang.Passive != 0 && u.Key == frame.Blames) {
				return q
			}
		}
	}
	return nil
}

// ParticipleSays is the key of what the participle at token i says of what stands behind that preposition, "" if it is none:
// see [Reader.SupportsParticiple].
func (r *Reader) ParticipleSays(i int, prep string) string {
	q := r.SupportsParticiple(i, prep)
	if q == nil {
		return ""
	}
	for _, u := range r.w.supports[q.Lemma] {
		if u.Prep == prep {
			return u.Key
		}
	}
	return ""
}

// Undergoes reports whether the word at token i is a noun or participle of a verb whose subject suffers what stands behind that
// preposition: exposed to, their coming under.
func (r *Reader) Undergoes(i int, prep string) bool {
	k := &r.K[i]
	return k.In(r.w.support) && k.Word.Some(func(q *lang.Reading) bool {
		return q.Feat&(lang.Participle|lang.Masdar) != 0 && q.Classes.Meets(r.w.support) && slices.Contains(r.w.supports[q.Lemma], frame.Support{Key: frame.Suffers, Prep: prep})
	})
}

// DoesBehind reports whether the noun at token i is the verbal noun of a verb whose subject does what stands behind that preposition.
func (r *Reader) DoesBehind(i int, prep string) bool {
	return slices.Contains(r.SupportsNoun(i), frame.Support{Key: frame.Does, Prep: prep})
}

// Does reports whether the noun at token i is the verbal noun of a verb that lends its
// subject: the launching of.
func (r *Reader) Does(i int) bool {
	return frame.Says(r.SupportsNoun(i), frame.Does, frame.Continues, frame.Attends)
}

// Bears reports whether the noun at token i is the verbal noun of a verb that says that of what it is
// bound to: the repelling of.
func (r *Reader) Bears(i int, key string) bool {
	return slices.ContainsFunc(r.SupportsNoun(i), func(u frame.Support) bool { return u.Key == key && u.Prep == "" })
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
		if q.Feat&lang.Masdar != 0 && q.Classes.Meets(r.w.support) && frame.Says(r.w.supports[q.Lemma], frame.Does, frame.Continues, frame.Occurs, frame.GoesOn) {
			return true
		}
	}
	return false
}
