package control

import "riwaya/internal/clause"

// Topic is who the clause of a relative pronoun behind a pronoun that stands alone is about, in place of at, the phrase
// right before that: cells in the ministry, they it is that carried it out. It is at where there is no such pronoun.
func (r *Reader) Topic(v, at int) int {
	if v < 3 || at < 0 || r.C[v-1].Kind != clause.Relative || r.C[v-2].Kind != clause.Adverb || at != v-3 || r.C[at].Prep == "" || !r.StandsAlone(r.C[v-2].Head) {
		return at
	}
	for j := at; j >= 0; j-- {
		switch c := &r.C[j]; {
		case c.Kind == clause.NounPhrase && c.Prep != "":
		case c.Bare():
			return j
		default:
			return -1
		}
	}
	return -1
}

// Lent reports whether "by" behind chunk i belongs to a leave for it that stands before it: without a leave for strikes by the house.
func (r *Reader) Lent(i int) bool {
	for p := i; p >= 0; p-- {
		c := &r.C[p]
		if c.Kind != clause.NounPhrase {
			return false
		}
		if p < i && r.Keyed(c.Head, "leave") {
			return true
		}
		if c.Prep != clause.For && c.Prep != "bi" && c.Prep != "in" && c.Prep != "on" {
			return false
		}
	}
	return false
}

// DoneBy reports whether the verb of chunk v, which says not who its subject is, has who does it right behind "by": he
// said that he was arrested by the police.
func (r *Reader) DoneBy(v int) bool {
	return r.ByWhom(v+1) && r.C[v+1].From == r.C[v].To
}
