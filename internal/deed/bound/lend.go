package bound

import (
	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// Whole is the phrase of how many of something there are that phrase i tells: a number of raids.
func (r *Reader) Whole(i int) int {
	if p := i - 1; p >= 0 && r.C[i].Prep == "from" && r.C[p].Kind == clause.NounPhrase && r.C[p].To == r.C[i].From && r.C[p].To == r.C[p].Head+1 && r.C[p].Actor < 0 &&
		(r.K[r.C[p].Head].In(r.Rules.Amount) || r.Keyed(r.C[p].Head, "some") || r.StandsFor(r.C[p].Head, true)) {
		return p
	}
	return i
}

// WhatThey reports whether the verb of chunk v is that of a clause of "what", which it takes up, or of one of "which" right behind whose
// subject phrase i stands: the things that they set about | of shelling.
func (r *Reader) WhatThey(v, i int) bool {
	if v == 0 || r.SupportOf(v) != frame.Does || !r.Resumes(v) {
		return false
	}
	switch r.C[v-1].Kind {
	case clause.Opens, clause.Adverb:
		return true
	case clause.Relative:
		subj, _, _ := r.SubjectAndObject(v, nil)
		for j := v + 1; j < i; j++ {
			if c := &r.C[j]; j != subj && !c.Listed && !(j == v+1 && r.TakesPronoun(c)) {
				return false
			}
		}
		return subj > v && !r.C[v].Pronoun
	}
	return false
}

// ObjectBetween reports whether an object of its own stands between the verb of chunk v and the
// noun of chunk h: that noun is not what the verb lends its subject to.
func (r *Reader) ObjectBetween(v, subj, h int) bool {
	for j := v + 1; j < h; j++ {
		if c := &r.C[j]; j != subj && c.Bare() && !c.Listed && c.Actor < 0 && c.Figure < 0 && !r.StandsFor(c.Head, true) && !r.Real(c.Head) && c.Reading != nil && c.Reading.Feat&lang.Guess == 0 && (c.Reading.Feat&lang.Accusative != 0 || r.Action(j)) {
			return true
		}
	}
	return false
}

// BelongsTo reports whether the clause of verb v, if a relative pronoun opens it, may belong to
// the anchor: what it belongs to is definite (the bombing of a car near the mosque that they use
// is not what they use), unless the pronoun is joined.
func (r *Reader) BelongsTo(a *anchor.Anchor, v int) bool {
	if v < 1 || r.C[v-1].Kind != clause.Relative || v-2 == a.Chunk || r.K[r.C[v-1].From].Has(lang.Conjunction) {
		return true
	}
	if p := &r.C[v-2]; p.Bare() && p.Listed && p.Actor < 0 && p.Place < 0 && r.C[v-1].Takes&lang.Him != 0 {
		return false // the fall of this, and the pressure which they bring to bear
	}
	return r.C[a.Chunk].Definite
}

// Refused is whose thing or doing phrase j names, which somebody refuses: the offer of the state, its use of the base.
func (r *Reader) Refused(j int) []int {
	switch h := r.C[j].Head; {
	case r.Thing(h):
		return r.Struck(j, nil)
	case r.Keyed(h, "doing"):
		return r.Owner(j, nil)
	}
	return nil
}
