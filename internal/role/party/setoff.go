package party

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// Interrupted is the actor with which a clause begins, for the verb of chunk v behind an aside that ends with
// the comma of chunk j and has no verb: that So-and-so, who is of this town, was killed; the army, with the
// help of others, took hold. It is -1 where there is none.
func (r *Reader) Interrupted(j, v int) int {
	if r.C[j].Kind != clause.Comma {
		return -1
	}
	n := r.parted(j, v)
	if n >= 0 {
		return n
	}
	for n = j - 1; n > 0 && r.C[n].Kind != clause.Comma; n-- {
		c := &r.C[n]
		if j-n > 6 || c.Kind != clause.Adverb && c.Kind != clause.NounPhrase || c.Bare() && (c.Actor >= 0 || c.Joined) {
			return -1
		}
	}
	if n < 1 || n == j-1 {
		return -1
	}
	if c := &r.C[n-1]; !c.Bare() || c.Listed || c.Joined || c.Actor < 0 || c.Figure >= 0 || !r.GoesWith(r.C[v].Reading, n-1) {
		return -1
	}
	if n == 1 || r.C[n-2].Kind == clause.That || r.C[n-2].Kind == clause.Stop {
		return n - 1
	}
	return -1
}

// parted is the actor right behind a complementiser, for the verb of chunk v behind the comma of chunk j, with which some
// writers part the two: that the president So-and-so, met the envoy. Only what says where or of whom may stand between. It is -1
// where that is not so.
func (r *Reader) parted(j, v int) int {
	n := j - 1
	for ; n > 1 && j-n < 4 && r.C[n].Kind == clause.NounPhrase && r.C[n].Prep != "" && !r.C[n].Joined; n-- {
	}
	if n < 1 || r.C[n-1].Kind != clause.That || r.K[r.C[n-1].Head].Has(lang.Function|lang.Pronoun) {
		return -1
	}
	if c := &r.C[n]; !c.Bare() || c.Joined || c.Actor < 0 || c.Figure >= 0 || !r.GoesWith(r.C[v].Reading, n) {
		return -1
	}
	return n
}
