package control

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// Host adds whose meeting, talks or visit phrase i names by a pronoun: whoever speaks or acts in its clause, named there or as the one
// who goes on speaking, where the verb agrees with the pronoun and nobody else stands between who may be meant. targets are those whom
// the meeting is with, who are not meant.
func (r *Reader) Host(i int, q *lang.Reading, targets, out []int) []int {
	v := -1
	for j := i - 1; j >= 0 && v < 0; j-- {
		switch r.C[j].Kind {
		case clause.Verb:
			v = j
		case clause.Stop, clause.That, clause.Opens, clause.Relative:
			return out
		}
	}
	if v < 0 {
		for j := i + 1; j < len(r.C) && v < 0; j++ {
			switch c := &r.C[j]; c.Kind {
			case clause.Verb:
				if c.Joined {
					return out
				}
				v = j
			case clause.NounPhrase, clause.Comma, clause.Adverb:
			default:
				return out
			}
		}
		if v < 0 {
			return out
		}
		if n := v + 2; !r.Attributes(v) && r.SupportOf(v) != frame.Does && (n >= len(r.C) || r.C[n].Kind != clause.NounPhrase || r.C[n].Prep == "") {
			return out // during his visit he met the president, or the president did
		}
	} else if o := r.Opener(v); o >= 0 && (r.C[o].Kind == clause.Relative || r.C[o].Kind == clause.That && r.K[r.C[o].Head].Has(lang.Pronoun)) {
		return out // that he did not tell his father of his meeting
	}
	if subj, _, passive := r.SubjectAndObject(v, r.Ruled(v)); passive || subj >= 0 && subj < v {
		return out
	}
	if r.C[v].Pronoun || r.OnlyPassive(v) || !agrees(q, r.C[v].Reading) {
		return out
	}
	subj := v + 1
	for subj < len(r.C) && subj < v+3 && r.C[subj].Kind == clause.Adverb {
		subj++
	}
	if subj < len(r.C) && r.C[subj].Bare() && !r.C[subj].Joined && subj != i {
		all := r.Parties(subj, true, nil)
		if len(all) != 1 || r.C[subj].Actor != all[0] && !(r.C[subj].Actor < 0 && r.Office(subj)) || r.Rec.Actors[all[0]].Kind != "person" || slices.Contains(targets, all[0]) || v < i && r.anotherPerson(subj, i, all[0]) || !r.Attributes(v) && r.C[subj].Reading != nil && r.C[subj].Reading.Feat&lang.Accusative != 0 {
			return out
		}
		return party.Include(out, all[0])
	}
	return out
}

// agrees reports whether a pronoun and a verb show the same gender and number.
func agrees(q, v *lang.Reading) bool {
	many, she := v.Feat&(lang.Plural|lang.Dual) != 0, v.Feat&(lang.Masculine|lang.Feminine) == lang.Feminine
	switch {
	case q.Feat&lang.Him != 0:
		return !many && !she
	case q.Feat&lang.Her != 0:
		return !many && she
	}
	return false
}

// anotherPerson reports whether a person who is not actor x stands between phrases from and to.
func (r *Reader) anotherPerson(from, to, x int) bool {
	for j := from + 1; j < to; j++ {
		for i := r.C[j].From; i < r.C[j].To; i++ {
			if a, end := r.ActorAt(i); a >= 0 && a != x && r.Rec.Actors[a].Kind == "person" {
				return true
			} else if a >= 0 && end > i {
				i = end - 1
			}
		}
		if c := &r.C[j]; c.Kind == clause.NounPhrase && c.Actor < 0 && r.Office(j) {
			return true
		}
	}
	return false
}

// Shown is the pronoun that the noun at token i ends in, where its own reading, q, has none, as a list has the word with that; nil
// where no reading of the word shows it.
func (r *Reader) Shown(i int, q *lang.Reading) *lang.Reading {
	const all = lang.Him | lang.Her | lang.Them
	if q == nil || q.Feat&all != 0 {
		return q
	}
	w := r.K[i].Word
	for n := range w.Readings {
		if p := &w.Readings[n]; p.Feat&(lang.Past|lang.Present) == 0 && p.Feat&all != 0 {
			return p
		}
	}
	return nil
}
