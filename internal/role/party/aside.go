package party

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// Foreign reports whether the pronoun of chunk c cannot be that of the relative pronoun right before the verb of chunk v: the forces
// which opened fire on them.
func (r *Reader) Foreign(v int, c *clause.Chunk) bool {
	const all = lang.Him | lang.Her | lang.Them
	if v == 0 || r.C[v-1].Kind != clause.Relative || r.C[v-1].Takes == 0 {
		return false
	}
	q := r.K[c.Head].Word.Find(lang.Function | lang.Pronoun)
	return q != nil && r.PrepOf(&r.K[c.Head]) != "with" && q.Feat&all != 0 && q.Feat&all&r.C[v-1].Takes == 0
}

// Farther is the first phrase without a preposition behind the verb of chunk v and phrases that say how, which may be what it is done to: it
// shelled, with six raids, positions of theirs. It is -1 where there is none.
func (r *Reader) Farther(v int) int {
	for j := v + 1; j < len(r.C); j++ {
		c := &r.C[j]
		switch {
		case c.Kind == clause.Adverb, c.Kind == clause.NounPhrase && (c.Prep == "bi" || c.Listed && j > v+1):
		case c.Bare() && !c.Joined && !c.Pronoun && j > v+1 && (c.Place >= 0 || c.Definite || r.StandsFor(c.Head, false) || r.theirs(c.Head)):
			return j
		default:
			return -1
		}
	}
	return -1
}

// Means reports whether phrase n says with what arms something is done, or has, behind a noun with an article, another that it is done to:
// it shelled, with the rockets, positions of theirs.
func (r *Reader) Means(n int) bool {
	if n >= len(r.C) || r.C[n].Prep != "bi" {
		return false
	}
	c := &r.C[n]
	k := &r.K[c.To-1]
	return r.Arm(n) || c.To > c.Head+1 && r.K[c.Head].Has(lang.Article) && k.Word != nil && !k.Has(lang.Article) && k.Has(lang.Noun)
}

// GoesOnWith reports whether chunk n, right behind a verb, is a phrase and none that may be its subject.
func (r *Reader) GoesOnWith(n int) bool {
	if n >= len(r.C) || r.C[n].Kind != clause.NounPhrase || r.C[n].Joined {
		return false
	}
	c := &r.C[n]
	return c.Prep != "" || r.Oblique(n) || c.Actor < 0 && !r.StandsFor(c.Head, true) && !r.Arm(n) && !r.Office(n)
}
