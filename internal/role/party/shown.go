package party

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// Suspected is the phrase of people of whom a clause behind it says that they are held to be of some body, for the verb of chunk v
// behind that: gunmen who are suspected to be of the group killed. It is -1 where there is none.
func (r *Reader) Suspected(v int) int {
	j, verb := v-1, false
	for ; j > 2 && r.C[j].Kind != clause.That; j-- {
		switch c := &r.C[j]; {
		case c.Kind == clause.Verb && !verb && !c.Joined:
			verb = true
		case c.Kind == clause.Comma && j == v-1, c.Kind == clause.Adverb, c.Kind == clause.NounPhrase && (c.Prep != "" || verb):
		default:
			return -1
		}
	}
	if j < 2 || r.C[v].Joined || r.C[j].Kind != clause.That || !r.K[r.C[j].To-1].Has(lang.Pronoun) || r.C[j-1].Kind != clause.Verb || !r.Keyed(r.C[j-1].Head, "suspects") {
		return -1
	}
	n := j - 2
	if n > 0 && r.C[n].Kind == clause.Comma {
		n--
	}
	if c := &r.C[n]; !c.Bare() || c.Listed || !r.StandsFor(c.Head, true) && c.Actor < 0 || !r.GoesWith(r.C[v].Reading, n) {
		return -1
	}
	return n
}

// Others reports whether the pronoun behind the verb of chunk v cannot be that of the relative pronoun before it, which belongs to the
// phrase right before that.
func (r *Reader) Others(v, before int) bool {
	const all = lang.Him | lang.Her | lang.Them
	takes, q := r.C[v-1].Takes, r.C[v].Reading.Feat&all
	if takes == 0 || q == 0 || q&takes != 0 || before != v-2 && r.C[v-2].Listed {
		return false
	}
	n := r.C[before].Reading
	return n == nil || TakesUp(&lang.Reading{Feat: takes}, n)
}

// Voweled reports whether the vowels that are written over the verb of chunk v are those of its passive.
func (r *Reader) Voweled(v int) bool {
	k, q := &r.K[r.C[v].Head], r.C[v].Reading
	return q.Feat&lang.Passive != 0 && r.T.Voweled != nil && r.T.Voweled(r.T.Source[k.Start:k.End], q)
}

// TakenUp reports whether a pronoun behind a preposition that may be that of the relative pronoun
// before the verb of chunk v stands behind phrase to.
func (r *Reader) TakenUp(v, to int) bool {
	takes := r.C[max(v-1, 0)].Takes
	for j := to + 1; takes != 0 && j < len(r.C) && j < to+6; j++ {
		c := &r.C[j]
		if c.Kind != clause.NounPhrase && c.Kind != clause.Adverb && c.Kind != clause.Comma {
			return false
		}
		if q := c.Reading; c.Kind == clause.NounPhrase && c.Prep != "" && c.Pronoun && q != nil && q.Feat&takes != 0 {
			return true
		}
		if k := &r.K[c.Head]; c.Kind == clause.Adverb && k.Word != nil && k.Word.Has(lang.Function|takes) {
			return true
		}
	}
	return false
}
