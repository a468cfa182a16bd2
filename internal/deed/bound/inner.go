package bound

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/deed/rule"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// Inner gives a verb behind a relative pronoun whoever ends the phrase before that, where the head of the phrase, by its gender and
// number, cannot be what the clause belongs to, and whoever ends it can: the friends of the pilot whom the group killed, the anger of
// the Kurds who accuse the state. In Arabic the pronoun agrees with the noun that it takes up.
func (r *Reader) Inner(a *anchor.Anchor, subj, obj int) {
	if len(a.Agents) > 0 && len(a.Targets) > 0 {
		return
	}
	v := a.Chunk
	n := r.Opener(v)
	if n < 1 || r.C[n].Kind != clause.Relative || r.C[n].Takes == 0 {
		return
	}
	x := r.innerOf(n, a.Rule.Harm || a.Rule.Arrests())
	if x < 0 || slices.Contains(a.Agents, x) || slices.Contains(a.Targets, x) {
		return
	}
	takes := r.C[n].Takes
	active := a.Rule.Frames[rule.Verb]
	switch {
	case r.C[v].Pronoun: // whom they killed
		if q := r.C[v].Reading; len(a.Targets) == 0 && q.Feat&takes != 0 && active.Target.Has(frame.Object) && a.Form == rule.Verb && (len(a.Agents) > 0 || subj > v) {
			a.Targets = append(a.Targets, x)
		}
	case subj >= 0 && !r.C[n].Acts(r.C[v].Reading), subj > v, len(a.Agents) > 0, !r.C[n].Acts(r.C[v].Reading), r.takenUp(v, takes):
	case obj > v || len(a.Targets) > 0 || r.Governs(v, &a.Rule.Verb) || !a.Rule.Passive:
		if voice := len(a.Targets) > 0 && a.Rule.Type != "CONSULT" || obj > v || !active.Target.Has(frame.Object); a.Form == rule.Verb && active.Agent.Has(frame.Subject) && !r.OnlyPassive(v) && voice {
			a.Agents = append(a.Agents, x)
		} else if fr := a.Rule.Frames[a.Form]; len(a.Targets) == 0 && obj < 0 && fr.Target.Has(frame.Subject) && !fr.Agent.Has(frame.Subject) {
			a.Targets = append(a.Targets, x)
		}
	case obj < 0 && subj < v && a.Rule.Frames[rule.Passive].Target.Has(frame.Subject):
		a.Form = rule.Passive
		a.Targets = append(a.Targets, x)
	}
}

// innerOf is the actor that ends the phrase before the relative pronoun of chunk n and that it belongs to, -1 if there is none. harm says
// that a thing does not undergo what the clause tells, nor does it: the house of the man whom they killed.
func (r *Reader) innerOf(n int, harm bool) int {
	p := n - 1
	if r.C[p].Kind == clause.Comma && p > 0 {
		p--
	}
	c := &r.C[p]
	takes := lang.Reading{Feat: r.C[n].Takes}
	if c.Kind != clause.NounPhrase || c.Listed || c.Actor >= 0 && c.To == c.Head+1 || r.K[r.C[n].From].Has(lang.Conjunction) {
		return -1
	}
	thing := harm && (r.Thing(c.Head) || r.K[c.Head].In(r.Rules.Grounds) || r.Keyed(c.Head, "house"))
	if !thing && (c.Reading == nil || r.K[c.Head].Word.Some(func(q *lang.Reading) bool {
		return q.Feat&lang.Guess != 0 || q.Feat&lang.Noun != 0 && party.TakesUp(&takes, q)
	})) {
		return -1
	}
	to := c.To
	for to > c.Head && r.K[to-1].Kind == lang.MarkKind {
		to--
	}
	for i := c.Head + 1; i < to; i++ {
		x, end := r.ActorAt(i)
		if x < 0 {
			continue
		}
		if end < to {
			i = end - 1
			continue
		}
		k := r.Noun(i)
		switch person := r.Rec.Actors[x].Kind == "person"; {
		case person && takes.Feat&lang.Them != 0, !person && (k == nil || k.Feat&lang.Guess != 0) && r.Rec.Actors[x].Name == nil:
			return -1
		case person && takes.Feat&lang.Her != 0 && (k == nil || k.Feat&lang.Feminine == 0):
			return -1
		case k != nil && k.Feat&lang.Guess == 0 && !party.TakesUp(&takes, k):
			return -1
		}
		return x
	}
	return -1
}

// takenUp reports whether a pronoun behind a preposition, or on a phrase, takes up the relative pronoun behind verb v: from whom they
// asked, whose men took.
func (r *Reader) takenUp(v int, takes lang.Feat) bool {
	for j := v + 1; j < len(r.C) && j < v+4; j++ {
		c := &r.C[j]
		switch {
		case c.Kind == clause.Adverb && r.K[c.Head].Has(lang.Function|takes), c.Kind == clause.NounPhrase && c.Pronoun && j == v+1 && c.Bare():
			return true
		case c.Kind != clause.Adverb && c.Kind != clause.NounPhrase:
			return false
		}
	}
	return false
}

// Glued is the pronoun on the noun of an anchor, nil where there is none.
func (r *Reader) Glued(a *anchor.Anchor) *lang.Reading {
	q := a.Reading
	if a.Rule.Type == "CONSULT" {
		q = r.Shown(a.From, q)
	}
	if q == nil || q.Feat&(lang.Him|lang.Her|lang.Them) == 0 {
		return nil
	}
	return q
}
