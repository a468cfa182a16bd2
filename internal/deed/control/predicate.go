package control

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// predicated adds of whom a participle right before phrase i says that they mean to do, go on with or are accused of
// what that names: bent on going on with the war, the gunmen accused of the murder. ok is false where there is none.
func (r *Reader) predicated(i int, out []int) (all []int, ok bool) {
	p := i - 1
	if p < 0 || r.C[i].Prep == "" || r.C[p].Kind != clause.NounPhrase || r.C[p].To != r.C[i].From {
		return out, false
	}
	t := r.C[p].To - 1
	n := r.SupportsParticiple(t, r.C[i].Prep)
	if n == nil {
		if r.Keyed(r.C[p].Head, "suspect") && (r.C[i].Prep == "in" || r.C[i].Prep == "bi") {
			return r.Parties(p, true, out), true // a suspect in the bombing
		}
		return out, false
	}
	noun := r.K[t].Word.Some(func(q *lang.Reading) bool { return q.Feat&lang.Noun != 0 && q.Feat&(lang.Participle|lang.Guess) == 0 })
	accused := n.Feat&lang.Passive != 0 && !r.Keyed(r.C[i].Head, "penalty") && r.ParticipleSays(t, r.C[i].Prep) == frame.Blames // the arrest of four men who are accused of
	if t > r.C[p].Head || accused && r.C[p].Actor >= 0 && !r.C[p].Joined {
		if all = r.Parties(p, true, out); len(all) == len(out) && accused && r.C[p].Listed && n.Feat&(lang.Plural|lang.Dual) != 0 {
			all = r.Parties(r.HeadOf(p), true, out) // So-and-so and four others accused of
		}
		return all, !noun || accused
	}
	if r.C[p].Prep != "" || noun && n.Feat&lang.Article == 0 && (n.Feat&lang.Accusative != 0 || r.Above(p) >= 0) {
		return out, false // a plot to
	}
	q := role.Elided(n)
	s := r.Opener(p)
	if s < 0 {
		return out, !noun
	}
	switch c := &r.C[s]; {
	case c.Kind == clause.NounPhrase && n.Feat&lang.Accusative == 0 && (n.Feat&lang.Article == 0 && c.Prep == "" || c.To == r.C[p].From) && r.TakesUp(&q, s):
		return r.Parties(s, true, out), true
	case (c.Kind == clause.That || c.Kind == clause.Opens) && r.opensWith(c, &q):
		if x := r.content(s, p); x >= 0 {
			if all = r.SourceOf(s, p, &q, out); len(all) == len(out) {
				all = r.goesOn(x, &q, out)
			}
			return all, true
		}
		return r.Antecedent(s, &q, out), true
	case c.Bare() && n.Feat&lang.Article == 0 && n.Feat&lang.Accusative != 0 && (s > 0 && r.Was(s-1) || s < p-1 && r.Was(p-1)) && r.TakesUp(&q, s):
		return r.Parties(s, true, out), true // the group was involved in
	case n.Feat&lang.Accusative != 0 && r.K[t].Feats&lang.Cue == 0:
		return r.Antecedent(p, &q, out), true
	}
	return out, !noun
}

// Lends adds who does what chunk i names by what the supporting verb of chunk v says: see
// [role.Reader.Controller]. Where that verb has no subject of its own, it is whom it goes on with.
func (r *Reader) Lends(v, i int, key string, out []int) []int {
	before := len(out)
	if out = r.Controller(v, i, key, out); len(out) > before || !frame.LendsSubject(key) {
		return out
	}
	if subj, _, passive := r.SubjectAndObject(v, nil); subj < 0 && !passive && !r.OnlyPassive(v) {
		return r.Resumed(v, out)
	}
	return out
}

// benefits reports whether phrase p says for whom, or begins what something was: what stands for a purpose
// behind it may be theirs.
func (r *Reader) benefits(p int) bool {
	c := &r.C[p]
	if c.Kind == clause.Adverb && r.Was(p) {
		return true // it was the day of
	}
	if c.Kind != clause.NounPhrase || c.Prep != clause.For || c.Place >= 0 || p > 0 && r.Participle(r.C[p-1].To-1) { // loyal to him
		return false
	}
	for i := c.Head; i < c.To; i++ {
		if a, _ := r.ActorAt(i); a >= 0 {
			return true
		}
	}
	return r.StandsFor(c.Head, true)
}

// Participle reports whether the word at token i is a participle that may govern what
// stands behind it.
func (r *Reader) Participle(i int) bool {
	k := &r.K[i]
	if k.Word == nil || k.Has(lang.Nisba) {
		return false
	}
	if k.Has(lang.Article) && r.Keyed(i, "close") {
		return true // the garden close to the seat of the police
	}
	return k.Word.Some(func(q *lang.Reading) bool {
		return q.Feat&lang.Participle != 0 && q.Feat&lang.Article != 0
	}) && !k.In(r.Grounds) && !r.Keyed(i, "quality")
}

// SaidOf reports whether the verb q of a clause of its own behind the noun of phrase i may say something of that.
func (r *Reader) SaidOf(q *lang.Reading, i int) bool {
	it, n := role.Elided(q), r.C[i].Reading
	return r.Agree(q, i) || n != nil && n.Feat&lang.Accusative != 0 && party.TakesUp(&it, n)
}
