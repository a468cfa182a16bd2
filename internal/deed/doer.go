package deed

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role"
)

// doer finds who does what a noun names without saying by whom: whoever its pronoun takes up
// (their attack on the town), whoever's action it stands under (they managed to free the
// town) or serves (he travelled to join them).
func (r *Reader) doer(a *Anchor, fr role.Frame) {
	if q := a.Reading; q != nil && q.Feat&(lang.Him|lang.Her|lang.Them) != 0 {
		if fr.Agent.Has(role.Of) && (!fr.Target.Has(role.Of) && !r.transitive(a) || r.targetBehind(a, fr)) || r.takesObject(a) {
			a.Agents = r.antecedent(a.Chunk, q, a.Agents)
			return
		}
		if p := r.C[a.Chunk].Prep; p != clause.For && p != purpose || !r.K[a.From].Has(lang.Masdar) || a.Rule.Type == "ACCUSE" {
			return
		} // to seize it: the pronoun is its object
	}
	if a.Rule.Type == "CONSULT" && !a.Rule.Asks() && a.Support == "" && !a.Definite && r.C[a.Chunk].Prep == "in" && r.C[a.Chunk].Head == a.From {
		if a.Agents = r.present(a.Chunk, a.Agents); len(a.Agents) > 0 {
			return
		}
	}
	if (a.Support == "" || a.Support == role.Announces) && !r.serves(a) && r.reaches(a) {
		a.Agents = r.climb(a.Chunk, deepest, a.Agents)
		if (a.Rule.Type == "ASSAULT" || a.Rule.Type == "COERCE") && len(a.Agents) > 0 && r.Peaceful(a.Agents[0]) {
			a.Agents = a.Agents[:0]
		}
	}
}

// purpose is the key of what says what for: in order to.
const purpose = "purpose"

// deepest is how many verbal nouns may stand under one another.
const deepest = 4

// climb adds who does what the verbal noun of chunk i names, whom the words above it name: the
// noun or verb that lends its doer, whoever is urged or allowed to do it, and the action that
// it serves.
func (r *Reader) climb(i, depth int, out []int) []int {
	if h := r.Coordinate(i); h != i && r.Action(h) {
		return r.climb(h, depth, out)
	}
	c := &r.C[i]
	tries := depth < deepest && c.Reading != nil && (c.Prep == "in" || c.Prep == "" && c.Reading.Feat&lang.Accusative != 0) // in an attempt to, preparing to
	if depth == 0 || c.Prep == "" && !tries || c.Reading == nil || c.Reading.Feat&lang.Masdar == 0 && c.Prep == clause.For {
		return out
	}
	if p := i - 1; p >= 0 && c.Prep != "" && r.C[p].Kind == clause.NounPhrase && r.C[p].To == c.From && r.C[p].Reading != nil && r.LendsBehind(p, c.Prep) {
		return r.doerOf(p, depth, out)
	}
	if p := i - 1; p >= 0 && c.Prep == clause.For && r.C[p].To == c.From && r.Keyed(c.From-1, "meant") {
		return out // cars that are prepared for the bombing
	}
	v := r.Above(i)
	if p := i - 1; p >= 0 && c.Prep == "from" && r.C[p].Kind == clause.NounPhrase && r.C[p].To == c.From && r.Keyed(r.C[p].Head, "own") {
		return r.owned(p, v, out)
	}
	if v >= 0 {
		for _, u := range r.Supports(v) {
			if u.Prep == c.Prep && u.Prep == "to" && r.governsBefore(v, i, c.Prep) {
				return out // they seek to prevent calls for protests
			}
			if u.Prep == c.Prep {
				return r.Controller(v, i, u.Key, out)
			}
		}
	}
	for p := i - 1; p > v && p >= 0 && (r.C[p].Kind == clause.NounPhrase || r.C[p].Kind == clause.Comma); p-- { // leave to the group to use it
		if slices.ContainsFunc(r.SupportsNoun(r.C[p].Head), func(u role.Support) bool { return u.Key == role.Permits && u.Prep == c.Prep }) {
			return r.Allowed(p, i, out)
		}
		if p < i && slices.ContainsFunc(r.SupportsNoun(r.C[p].Head), func(u role.Support) bool { return u.Key == role.Blames && u.Prep == c.Prep }) {
			return r.accusedIn(p, out)
		}
	}
	if c.Prep != clause.For && c.Prep != purpose && !tries {
		return out
	}
	p := i - 1
	for p >= 0 && !r.benefits(p) && (r.C[p].Kind == clause.Adverb || r.C[p].Kind == clause.Comma && r.K[r.C[p].From].Mark == lang.Dash || r.C[p].Kind == clause.NounPhrase && !r.Action(p)) {
		p--
	}
	switch {
	case p < 0:
	case r.C[p].Kind == clause.NounPhrase && r.Keyed(r.C[p].Head, "means"):
		return r.doerOf(p, depth, out)
	case r.C[p].Kind == clause.Verb && r.C[p].Reading.Cue == nil: // else whoever does what stands between
		subj, obj, passive := r.SubjectAndObject(p, r.ruleAt(p))
		if !passive && (obj < 0 || !r.StandsFor(r.C[obj].Head, true)) && (c.Prep == clause.For || r.Forces(subj)) {
			return r.Parties(subj, true, out) // or it is what it has somebody else do
		}
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
	if c.Kind != clause.NounPhrase || c.Prep != clause.For || c.Place >= 0 || p > 0 && r.participle(r.C[p-1].To-1) {
		return false
	}
	for i := c.Head; i < c.To; i++ {
		if a, _ := r.ActorAt(i); a >= 0 {
			return true
		}
	}
	return r.StandsFor(c.Head, true)
}

// owned adds who says, by the verb of chunk v, that the responsibility that phrase p speaks of
// is its own: "claimed its responsibility for".
func (r *Reader) owned(p, v int, out []int) []int {
	if v < 0 || v > 0 && r.C[v-1].Kind == clause.Negation || !slices.ContainsFunc(r.Supports(v), func(u role.Support) bool { return u.Key == role.Announces }) {
		return out
	}
	w := r.K[r.C[p].Head].Word
	for n := range w.Readings {
		if q := &w.Readings[n]; q.Feat&(lang.Him|lang.Her|lang.Them) != 0 {
			return r.antecedent(p, q, out)
		}
	}
	return out
}

// doerOf adds who does what the verbal noun of chunk p names: whom it is bound to, whom its
// pronoun takes up, or whom the words above it name.
func (r *Reader) doerOf(p, depth int, out []int) []int {
	before := len(out)
	if out = r.Owner(p, out); len(out) > before || r.Unknown(p) {
		return out
	}
	if q := r.C[p].Reading; q != nil && q.Feat&(lang.Him|lang.Her|lang.Them) != 0 {
		return r.antecedent(p, q, out)
	}
	return r.climb(p, depth-1, out)
}

// antecedent adds whom the pronoun of q takes up that stands in chunk i: the subject of the
// verb before, or what a sentence without one is about, where it agrees.
func (r *Reader) antecedent(i int, q *lang.Reading, out []int) []int {
	for j := i - 1; j >= 0; j-- {
		switch r.C[j].Kind {
		case clause.Stop:
			return out
		case clause.That:
			if n := j + 1; n < i && r.C[n].Bare() && r.takesUp(q, n) && !r.between(q, n, i) {
				return r.Parties(n, true, out)
			}
			return out
		case clause.Verb:
			subj, _, passive := r.SubjectAndObject(j, r.ruleAt(j))
			if subj < 0 || passive || subj >= i || !r.takesUp(q, subj) || r.between(q, subj, i) {
				return out
			}
			return r.Parties(subj, true, out)
		}
	}
	if i > 0 && r.C[0].Bare() && r.takesUp(q, 0) && !r.between(q, 0, i) {
		return r.Parties(0, true, out)
	}
	return out
}

// between reports whether another actor, whom the pronoun of q may take up as well, stands
// between phrases from and to.
func (r *Reader) between(q *lang.Reading, from, to int) bool {
	for j := from + 1; j < to; j++ {
		c := &r.C[j]
		if c.Kind != clause.NounPhrase || q.Feat&lang.Her != 0 && r.Men(j) {
			continue // ten gunmen
		}
		for i := c.From; i < c.To; i++ {
			if i > c.Head && j > from && r.Land(i) && q.Feat&lang.Her != 0 {
				return true // the state keeps another from its attacks
			}
			if a, _ := r.ActorAt(i); a >= 0 && a != r.C[from].Actor && (i > c.Head || r.takesUp(q, j)) && !slices.Contains(r.Parties(from, true, nil), a) {
				return true
			}
		}
	}
	return false
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
	if c := &r.C[j]; c.Actor >= 0 && q.Feat&lang.Them != 0 {
		switch r.Rec.Actors[c.Actor].Kind {
		case "ngo", "igo", "media", "company", "government":
			return false // one body
		case "police", "military":
			if !r.K[c.Head].Has(lang.Plural) && !r.StandsFor(c.Head, true) {
				return false // the police, the army: not "their"
			}
		}
	}
	n := r.C[j].Reading
	return n == nil || n.Feat&lang.Guess != 0 || role.TakesUp(q, n)
}
