package deed

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role"
)

// doer finds who does what a noun names without saying by whom: whoever its pronoun takes up
// (their attack on the town), whoever's action it stands under (they managed to free the
// town) or serves (he travelled to join them).
func (r *Reader) doer(a *Anchor, fr role.Frame) {
	if q := a.Reading; q != nil && q.Feat&(lang.Him|lang.Her|lang.Them) != 0 {
		if fr.Agent.Has(role.Of) && (!fr.Target.Has(role.Of) && !r.transitive(a) || r.targetBehind(a, fr)) {
			a.Agents = r.antecedent(a.Chunk, q, a.Agents)
		}
		return
	}
	if a.Support == "" {
		a.Agents = r.above(a.Chunk, a.Agents)
	}
	if len(a.Agents) == 0 {
		r.borrow(a)
	}
}

// above adds who does what the verbal noun before chunk i names, if that lends its doer to
// what it governs: their success in freeing the town.
func (r *Reader) above(i int, out []int) []int {
	p := i - 1
	if p < 0 || r.C[p].Kind != clause.NounPhrase || r.C[p].To != r.C[i].From || r.C[i].Prep == "" || r.C[p].Reading == nil {
		return out
	}
	if !r.lendsBehind(p, r.C[i].Prep) {
		return out
	}
	before := len(out)
	if out = r.owner(p, out); len(out) > before {
		return out
	}
	if q := r.C[p].Reading; q.Feat&(lang.Him|lang.Her|lang.Them) != 0 {
		return r.antecedent(p, q, out)
	}
	if v := r.Above(p); v >= 0 {
		for _, u := range r.Supports(v) {
			if u.Prep == r.C[p].Prep && lendsSubject(u.Key) {
				subj, _, passive := r.SubjectAndObject(v, nil)
				if !passive {
					return r.Parties(subj, true, out)
				}
				return out
			}
		}
	}
	return r.above(p, out)
}

// lendsBehind reports whether the head of phrase p is the verbal noun of a verb that lends its
// subject to what stands behind that preposition.
func (r *Reader) lendsBehind(p int, prep string) bool {
	for _, u := range r.SupportsNoun(r.C[p].Head) {
		if u.Prep == prep && lendsSubject(u.Key) {
			return true
		}
	}
	return false
}

// lendsSubject reports whether what a supporting verb says of a noun is that its own subject
// does it.
func lendsSubject(key string) bool {
	return key == role.Does || key == role.Continues || key == role.Intends
}

// antecedent adds whom the pronoun of q takes up that stands in chunk i: the subject of the
// verb before, or what a sentence without one is about, where it agrees.
func (r *Reader) antecedent(i int, q *lang.Reading, out []int) []int {
	for j := i - 1; j >= 0; j-- {
		switch r.C[j].Kind {
		case clause.Stop:
			return out
		case clause.That:
			if n := j + 1; n < i && r.C[n].Bare() && r.takesUp(q, n) {
				return r.Parties(n, true, out)
			}
			return out
		case clause.Verb:
			subj, _, passive := r.SubjectAndObject(j, r.ruleAt(j))
			if subj < 0 || passive || subj >= i || !r.takesUp(q, subj) {
				return out
			}
			return r.Parties(subj, true, out)
		}
	}
	if i > 0 && r.C[0].Bare() && r.takesUp(q, 0) {
		return r.Parties(0, true, out)
	}
	return out
}

// ruleAt is what is known of the verb of chunk v as one that names a happening, nil if it
// names none.
func (r *Reader) ruleAt(v int) *role.Verb {
	for n := range r.here {
		if a := &r.here[n]; a.Chunk == v && !a.Nominal() {
			return &a.Rule.Verb
		}
	}
	return nil
}

// takesUp reports whether the pronoun of q may be that of phrase j.
func (r *Reader) takesUp(q *lang.Reading, j int) bool {
	if c := &r.C[j]; c.Actor >= 0 && r.Rec.Actors[c.Actor].Kind == "person" {
		return q.Feat&lang.Them == 0 && (c.Reading == nil || role.TakesUp(q, c.Reading))
	}
	n := r.C[j].Reading
	return n == nil || n.Feat&lang.Guess != 0 || role.TakesUp(q, n)
}

// borrow finds who does what a noun names without saying by whom: whoever's action it serves
// (he travelled to join them).
func (r *Reader) borrow(a *Anchor) {
	c := &r.C[a.Chunk]
	if c.Prep != clause.For || c.Reading == nil || c.Reading.Feat&lang.Masdar == 0 || a.Support != "" {
		return
	}
	v := a.Chunk - 1
	for v >= 0 && (r.C[v].Kind == clause.Adverb || r.C[v].Kind == clause.NounPhrase && !r.action(v)) {
		v--
	}
	if v < 0 || r.C[v].Kind != clause.Verb || r.C[v].Reading.Cue != nil {
		return // it may serve whoever does what stands between
	}
	if subj, _, passive := r.SubjectAndObject(v, nil); !passive {
		a.Agents = r.Parties(subj, true, a.Agents)
	}
}
