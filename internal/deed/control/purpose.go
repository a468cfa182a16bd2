package control

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// purposed adds who does the action that what phrase i names serves, and so does that too: he travelled to join them. tries says that the
// phrase says what somebody tries by it: in an attempt to.
func (r *Reader) purposed(i, depth int, tries bool, out []int) []int {
	c := &r.C[i]
	p := i - 1
	for p >= 0 && (tries || !r.benefits(p)) && r.passedOver(p, i, tries) {
		p--
	}
	switch {
	case p < 0 || p > 0 && r.C[p-1].Kind == clause.Relative && (r.C[i-1].Kind == clause.Comma || r.Keyed(r.C[p].Head, "leads")):
	case r.C[p].Kind == clause.Verb && r.Keyed(r.C[p].Head, "equips"):
		if _, obj, passive := r.SubjectAndObject(p, r.Ruled(p)); obj > p && !passive {
			return r.Parties(obj, true, out) // whom they trained for it
		}
	case r.C[p].Kind == clause.Verb && r.Was(p) && r.became(p+1, i):
		// it became a pretext for
	case r.C[p].Kind == clause.NounPhrase && r.Keyed(r.C[p].Head, "means"):
		return r.DoerOf(p, depth, out)
	case r.C[p].Kind == clause.NounPhrase && r.Action(p) && r.leadsTo(p, i):
		return r.under(p, depth, out)
	case r.C[p].Kind == clause.Verb && (r.C[p].Reading.Cue == nil || r.Keyed(r.C[p+1].Head, "arms") && !slices.ContainsFunc(r.C[p+1:i], func(c clause.Chunk) bool { return c.Actor >= 0 })): // else whoever does what stands between
		subj, obj, passive := r.SubjectAndObject(p, r.Ruled(p))
		if !passive && (obj < 0 || !r.StandsFor(r.C[obj].Head, true) || r.Keyed(r.C[obj].Head, "arms")) && (c.Prep == clause.For || r.Forces(subj)) {
			return r.Parties(subj, true, out) // or it is what it has somebody else do
		}
	}
	return out
}

// passedOver reports whether chunk p, before phrase i, is no action that this may serve, so that what stands before it is asked.
func (r *Reader) passedOver(p, i int, tries bool) bool {
	c := &r.C[p]
	switch c.Kind {
	case clause.Adverb:
		return true
	case clause.Comma:
		return r.K[c.From].Mark == lang.Dash || p == i-1 && (tries || r.C[i].Prep == clause.For && !r.C[i].Joined && !r.C[i].Pronoun)
	case clause.Negation:
		return r.Keyed(c.Head, "un") // unjustified
	case clause.NounPhrase:
		return !r.Action(p) || r.launched(p, i) || c.Prep == "with" && !r.Named(p) // with the coming of
	}
	return false
}

// leadsTo reports whether whoever does the action of phrase p does that for what phrase i names: where it is not to have others do that, and
// no other noun stands between that may be what serves it. What stands right behind a noun that has no object may be that: in a breach of the deal.
func (r *Reader) leadsTo(p, i int) bool {
	c := &r.C[p]
	if r.Keyed(c.Head, "forms") || r.Named(p) && c.Prep != "bi" && c.Prep != "on" && c.Prep != clause.For || p == i-1 && !r.takes(p) ||
		frame.Says(r.SupportsNoun(c.Head), frame.Orders, frame.Permits, frame.Enables, frame.Commands) {
		return false
	}
	if k := &r.K[r.C[i-1].To-1]; k.Word != nil && !k.Has(lang.Article) && k.Has(lang.Noun|lang.Accusative) || r.Keyed(r.C[i-1].To-1, "plan") || r.C[i-1].To == r.C[i].From && r.Participle(r.C[i-1].To-1) {
		return false // in fear of it, the towns that lie under it
	}
	for j := p + 1; j < i; j++ {
		if b := &r.C[j]; b.Kind != clause.Adverb && (b.Kind != clause.NounPhrase || b.Prep == "" || b.Prep == clause.For || b.Prep == "about" || r.Action(j)) {
			return false
		}
	}
	return true
}

// takes reports whether an object is bound to the head of phrase p: the securing of cargo planes.
func (r *Reader) takes(p int) bool {
	c := &r.C[p]
	n := c.Head + 1
	if n >= c.To || r.K[c.Head].Has(lang.Article) || c.Pronoun {
		return false
	}
	q := r.Noun(n)
	return q != nil && q.Feat&lang.Nisba == 0 && (r.K[n].Has(lang.Article) || n+1 < c.To)
}

// under adds who does the action of phrase p as the words above it have it, where nobody is bound to it: they set about
// storming the town in order to free it.
func (r *Reader) under(p, depth int, out []int) []int {
	if depth < 2 || r.C[p].Prep == "" || len(r.Owner(p, nil)) > 0 {
		return out
	}
	return r.Climb(p, depth-1, out)
}

// describing reports whether phrase p is an adjective behind a noun with a pronoun, which lends whom that is what stands behind the preposition
// of phrase i: its unceasing endeavour to.
func (r *Reader) describing(p, i int) bool {
	c, h := &r.C[p], p-1
	return h >= 0 && c.Bare() && !c.Listed && c.To == c.Head+1 && r.K[c.Head].Has(lang.Article) && !r.Named(p) && c.Actor < 0 &&
		r.C[h].Kind == clause.NounPhrase && r.C[h].Pronoun && r.C[h].To == c.From && r.lendsAt(h, r.Governing(i)) == r.C[h].Head
}

// ready adds who is ready for what stands behind phrase i, which says so without a verb: the union is prepared to.
func (r *Reader) ready(i int, out []int) []int {
	s := r.Opener(i)
	if s < 0 || !r.C[s].Bare() || r.C[s].Listed || s > 0 && r.C[s-1].Kind != clause.That && r.C[s-1].Kind != clause.Stop {
		return out
	}
	return r.Parties(s, true, out)
}

// became reports whether what somebody was or became stands from chunk n on, before phrase i: a pretext, a mere pretext for.
func (r *Reader) became(n, i int) bool {
	for n < i && r.C[n].Kind == clause.Adverb {
		n++
	}
	return n < i && r.C[n].Bare() && !r.K[r.C[n].Head].Has(lang.Participle)
}

// uses reports whether the head of phrase p is an action that whoever does it does for, or in, what chunk i names.
func (r *Reader) uses(p, i int) bool {
	c := &r.C[i]
	if r.C[p].Kind != clause.NounPhrase || !r.Action(p) || r.C[p].Reading.Feat&lang.Plural != 0 || !r.Does(r.C[p].Head) && !r.Keyed(r.C[p].Head, "means") {
		return false
	}
	if c.Prep == "in" && r.Keyed(r.C[p].Head, "means") && p == i-1 {
		return false // "the use of the forces in attacks" does not say who uses whom
	}
	return c.Prep == clause.For || c.Prep == Purpose || c.Prep == "in" && !r.K[c.Head].Has(lang.Article)
}
