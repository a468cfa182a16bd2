package role

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// Controller adds who does what chunk i names, by what the supporting verb of chunk v says.
func (r *Reader) Controller(v, i int, key string, out []int) []int {
	subj, obj, passive := r.SubjectAndObject(v, nil)
	switch {
	case passive:
	case frame.LendsSubject(key):
		return r.Parties(subj, true, out)
	case key == frame.Commands && (obj < 0 || obj == i):
		return r.Parties(subj, true, out)
	case key == frame.Orders && (obj < 0 || obj == i) && r.Action(i):
		for j := v + 1; j < i; j++ {
			if c := &r.C[j]; c.Kind == clause.NounPhrase && c.Prep == "from" && c.Actor >= 0 && c.Figure < 0 {
				return r.Parties(j, true, out) // it asked of the army the ceasing of
			}
		}
	case key == frame.Orders, key == frame.Commands, (key == frame.Blames || key == frame.Enables) && obj != i:
		return r.Parties(obj, true, out)
	case key == frame.Permits:
		return r.Allowed(v, i, out)
	}
	return out
}

// Allowed adds whom the word of chunk v allows to do what chunk i names.
func (r *Reader) Allowed(v, i int, out []int) []int {
	for j := v + 1; j < i; j++ {
		if c := &r.C[j]; c.Kind == clause.NounPhrase && c.Prep == clause.For && !r.Action(j) {
			if all := r.Parties(j, true, out); len(all) > len(out) || !r.Arm(j) {
				return all
			}
			return r.Owner(j, out) // American aircraft
		}
	}
	return out
}

// LendsBehind reports whether the head of phrase p is the verbal noun of a verb that lends its
// subject to what stands behind that preposition.
func (r *Reader) LendsBehind(p int, prep string) bool {
	return slices.ContainsFunc(r.SupportsNoun(r.C[p].Head), func(u frame.Support) bool { return u.Prep == prep && frame.LendsSubject(u.Key) })
}

// Owner adds the actor that the head of chunk p is bound to.
func (r *Reader) Owner(p int, out []int) []int { return r.OwnerAt(p, r.C[p].Head, out) }

// OwnerAt adds the actor that the noun at token h of chunk p is bound to.
func (r *Reader) OwnerAt(p, h int, out []int) []int {
	c := &r.C[p]
	for i := h + 1; i < c.To; i++ {
		if a, _ := r.ActorAt(i); a >= 0 {
			return party.Include(out, a)
		}
		if !r.StandsFor(i, true) {
			break
		}
		if n := p + 1; i == c.To-1 && n < len(r.C) && r.C[n].Prep == "from" && r.C[n].From == c.To && r.Armed(r.C[n].Actor) {
			return party.Include(out, r.C[n].Actor) // men | of the group
		}
	}
	return out
}

// Action reports whether the head of phrase j is a verbal noun.
func (r *Reader) Action(j int) bool {
	n := r.C[j].Reading
	return n != nil && n.Feat&lang.Masdar != 0 && r.C[j].Actor < 0 && r.C[j].Place < 0
}

// Coordinate is the verbal noun that the one of chunk i is joined to, whatever stands between
// them in its own phrase: to shell positions in the town and to seize it. Of what is joined to
// none it is the first of the list.
func (r *Reader) Coordinate(i int) int {
	if !r.C[i].Listed || !r.Action(i) {
		return r.HeadOf(i)
	}
	for j := i - 1; j >= 0; j-- {
		switch c := &r.C[j]; c.Kind {
		case clause.NounPhrase:
			if r.Action(j) && c.Prep != "near" && (r.K[c.Head].Has(lang.Article) || !r.K[r.C[i].Head].Has(lang.Article)) {
				if c.Listed {
					return r.Coordinate(j)
				}
				return j
			}
		case clause.Adverb:
		case clause.Comma:
			if !r.C[j+1].Listed {
				return r.HeadOf(i)
			}
		default:
			return r.HeadOf(i)
		}
	}
	return r.HeadOf(i)
}

// Elided is what a pronoun that agrees with the verb q would show: whom a verb without a subject
// of its own takes up.
func Elided(q *lang.Reading) lang.Reading {
	switch {
	case q.Feat&(lang.Plural|lang.Dual) != 0:
		return lang.Reading{Feat: lang.Them}
	case q.Feat&(lang.Masculine|lang.Feminine) == lang.Feminine:
		return lang.Reading{Feat: lang.Her}
	}
	return lang.Reading{Feat: lang.Him}
}

// controller is the subject of the verb of chunk v behind the complementiser of chunk j, as the verb of chunk i before that
// has it: its own subject (they decided to leave), or whom it asks (they asked of the state to leave). It is -1
// where that says nothing of it.
func (r *Reader) controller(i, j, v int) int {
	itself := r.K[r.C[j].Head].Has(lang.Pronoun)
	if !itself && r.theirOwn(v) {
		return -1 // he wants the army to leave the town
	}
	if c := &r.C[j-1]; c.Kind == clause.NounPhrase && (c.Prep == "from" || c.Prep == "on") && c.Actor >= 0 && r.C[j].To == r.C[j].From+1 && r.Agree(r.C[v].Reading, j-1) {
		return j - 1
	}
	key := r.SupportOf(i)
	if key == "" {
		return -1
	}
	subj, obj, _ := r.SubjectAndObject(i, nil)
	switch {
	case key == frame.Orders || key == frame.Commands:
		if obj > i && obj < j && r.Agree(r.C[v].Reading, obj) {
			return obj
		}
	case key == frame.Blames: // whoever is accused did it, and not who accuses
		if obj > i && obj < j && r.Agree(r.C[v].Reading, obj) {
			return obj
		}
	case itself || frame.LendsSubject(key):
		return subj
	}
	return -1 // they fear that the group attacks
}

// described is the actor with which a clause begins, whom a relative clause that ends with chunk j describes, for the verb of
// chunk v behind it: the state, which denied this, went on to bomb. It is -1 where there is none.
func (r *Reader) described(j, v int) int {
	for ; j >= 0 && (r.C[j].Kind == clause.NounPhrase || r.C[j].Kind == clause.Adverb || r.C[j].Kind == clause.Comma || r.C[j].Kind == clause.Verb && r.C[j].Joined); j-- {
	}
	j = r.Opener(j)
	if j < 1 || r.C[j].Kind != clause.Relative || r.C[j].Takes == 0 {
		return -1
	}
	for j--; j > 0 && r.C[j].Kind == clause.Comma; j-- {
	}
	if c := &r.C[j]; !c.Bare() || c.Listed || c.Joined || c.Actor < 0 || c.Figure >= 0 || r.taken(j) || !r.GoesWith(r.C[v].Reading, j) {
		return -1
	}
	return j
}

// aboutNoun is the chunk with which the clause of verb v begins, if that is about a noun before it: the relative pronoun, or an
// indefinite noun itself. It is -1 where the clause is about none.
func (r *Reader) aboutNoun(v int) int {
	p := r.Opener(v)
	switch {
	case p < 0:
	case r.C[p].Kind == clause.Relative:
		return p
	case p == v-1 && r.C[p].Kind == clause.NounPhrase && !r.C[p].Definite && !r.C[v].Joined && r.taken(p) && r.Agree(r.C[v].Reading, p):
		return p
	}
	return -1
}

// Opener is the chunk before chunk v that is neither an adverb nor a negation: what may open its
// clause. It is -1 where there is none.
func (r *Reader) Opener(v int) int {
	v--
	for v >= 0 && (r.C[v].Kind == clause.Adverb || r.C[v].Kind == clause.Negation) {
		v--
	}
	return v
}

// another reports whether the pronoun behind the verb q of chunk v may be another's than that of phrase at, its subject: it cannot
// be that, or some phrase between may be whose it is.
func (r *Reader) another(q *lang.Reading, at, v int) bool {
	if n := r.C[at].Reading; n != nil && n.Feat&lang.Guess == 0 && (!party.TakesUp(q, n) || q.Feat&lang.Them != 0 && n.Feat&(lang.Plural|lang.Dual) == 0) {
		return true
	}
	return r.between(at, v, func(c *clause.Chunk) bool {
		return c.Kind == clause.NounPhrase && (c.Reading == nil || party.TakesUp(q, c.Reading))
	})
}

// controlled reports whether the verb of chunk v, behind a complementiser, has the subject of the verb before
// that, one that lends it: tried to, was meant to.
func (r *Reader) controlled(v int) bool {
	if v < 2 || r.C[v-1].Kind != clause.That || r.C[v].Reading.Feat&lang.Present == 0 || r.K[r.C[v-1].Head].Has(lang.Pronoun) {
		return false
	}
	for i := v - 2; i >= 0 && i >= v-4; i-- {
		if c := &r.C[i]; c.Kind == clause.Verb {
			return frame.LendsSubject(r.SupportOf(i)) && party.Alike(c.Reading, r.C[v].Reading)
		}
	}
	return false
}
