package bound

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// AtDoor gives a noun of an attack whom its own clause lays it to: an attack that was ascribed to the group, that bears its marks,
// that it is suspected to have carried out, for which it claimed responsibility. Whoever claims it is no accused.
func (r *Reader) AtDoor(a *anchor.Anchor) {
	if !a.Nominal() || len(a.Agents) > 0 || a.Rule.Mutual || a.Rule.Harm || a.Rule.Type != "ASSAULT" && a.Rule.Type != "COERCE" {
		return
	}
	for v := a.Chunk + 1; v < len(r.C) && v < a.Chunk+6; v++ {
		switch c := &r.C[v]; {
		case c.Kind == clause.Verb:
			if c.Joined || !c.Pronoun && !r.SaidOf(c.Reading, a.Chunk) && !r.Keyed(c.Head, "suspects") && !r.claims(v) {
				return
			}
			if a.Agents, a.Ascribed = r.laidBy(v, a.Agents); len(a.Agents) > 0 {
				a.Support, a.Governor = "", r.Above(a.Chunk)
				for n := range r.Here {
					if b := &r.Here[n]; b.Chunk == v && !c.Pronoun {
						b.Agents = nil // an attack that was ascribed to somebody does not ascribe
					}
				}
			}
			return
		case c.Kind == clause.NounPhrase && v == a.Chunk+1 && (c.Prep == "to" || c.Prep == clause.For) && c.From == r.C[a.Chunk].To && r.Keyed(c.From-1, "ascribed"):
			a.Agents = r.Parties(v, true, a.Agents)
			a.Ascribed = len(a.Agents) > 0
			return
		case c.Kind == clause.Comma && v+1 < len(r.C) && r.C[v+1].Kind == clause.Relative, c.Kind == clause.Adverb, c.Kind == clause.Relative:
		case c.Kind == clause.NounPhrase && c.Prep != "" && !c.Joined && !r.Named(v):
		default:
			return
		}
	}
}

// claims reports whether the subject of the verb of chunk v may take the responsibility for something by it.
func (r *Reader) claims(v int) bool { return frame.Says(r.Supports(v), frame.Announces, frame.Does) }

// laidBy adds whom the verb of chunk v, in the clause of a noun, lays to what that names; accused says that it is somebody else's word.
func (r *Reader) laidBy(v int, out []int) (all []int, accused bool) {
	n := v + 1
	switch {
	case n >= len(r.C):
	case r.ascribes(v):
		if r.C[v].Pronoun && r.C[n].Bare() {
			n++ // which the police ascribed to
		}
		return r.to(n, out), true
	case r.SupportOf(v) == frame.Occurs && (r.C[n].Kind == clause.Verb && r.ascribes(n) || r.C[n].Kind == clause.NounPhrase && frame.Says(r.SupportsNoun(r.C[n].Head), frame.Ascribes)):
		return r.to(n+1, out), true
	case r.Keyed(r.C[v].Head, "bears") && r.C[n].Bare() && r.Keyed(r.C[n].Head, "marks"):
		return r.Owner(n, out), true
	case r.Keyed(r.C[v].Head, "suspects") && r.C[n].Kind == clause.That && n+1 < len(r.C):
		return r.suspected(n+1, out), true
	case r.claims(v) && r.C[n].Bare() && r.C[n].Actor >= 0 && n+1 < len(r.C):
		j := n
		if r.C[n+1].Bare() {
			j++
		}
		if !r.Keyed(r.C[j].To-1, "own") || j+1 >= len(r.C) {
			break
		}
		if c := &r.C[j+1]; r.Pronominal(j+1) == "from" || c.Kind == clause.NounPhrase && c.Prep == "from" && c.Pronoun && r.Does(c.Head) {
			return r.Parties(n, true, out), false
		}
	}
	return out, false
}

// ascribes reports whether the verb of chunk v says who is held to have done something.
func (r *Reader) ascribes(v int) bool {
	return slices.ContainsFunc(r.Supports(v), func(u frame.Support) bool { return u.Key == frame.Ascribes })
}

// to adds the party behind "to", from chunk j on.
func (r *Reader) to(j int, out []int) []int {
	for n := j; n < len(r.C) && n < j+3; n++ {
		switch c := &r.C[n]; {
		case c.Kind == clause.NounPhrase && (c.Prep == "to" || c.Prep == clause.For && n == j):
			return r.Parties(n, true, out)
		case c.Kind == clause.Adverb, c.Kind == clause.NounPhrase && c.Prep != "":
		default:
			return out
		}
	}
	return out
}

// suspected adds of whom it is said, behind the complementiser before chunk n, that it is their deed: that the group carried it
// out, is behind it, that it is the group's doing, that those who did it belong to the group.
func (r *Reader) suspected(n int, out []int) []int {
	c, next := &r.C[n], n+1
	switch {
	case c.Kind != clause.NounPhrase:
	case c.Prep == "from" && r.K[r.C[n-1].Head].Has(lang.Pronoun) && r.Does(c.Head):
		return r.Owner(n, out)
	case c.Prep != "" || next >= len(r.C):
	case c.Pronoun && r.Keyed(c.Head, "doer"):
		switch k := &r.C[next]; {
		case k.Kind == clause.NounPhrase && k.Prep == "from" && k.From == c.To:
			return r.Parties(next, true, out)
		case k.Kind == clause.Verb && r.Keyed(k.Head, "belongs"):
			return r.to(next+1, out)
		}
	case c.Actor >= 0 && r.C[next].Kind == clause.Verb && r.SupportOf(next) == frame.Does && (r.C[next].Pronoun || next+1 < len(r.C) && r.C[next+1].Kind == clause.Adverb && r.K[r.C[next+1].Head].Has(lang.Pronoun)):
		return r.Parties(n, true, out)
	}
	return out
}

// Believed gives a verb whose subject is men of whom it is only said to what body they are held to belong that body for its agent: gunmen
// who are believed to be of the group attacked.
func (r *Reader) Believed(a *anchor.Anchor) {
	if a.Nominal() || len(a.Agents) != 1 || a.Rule.Type != "ASSAULT" && a.Rule.Type != "COERCE" {
		return
	}
	for j := 0; j+3 < len(r.C); j++ {
		c := &r.C[j]
		if !c.Bare() || c.Actor != a.Agents[0] || !r.StandsFor(c.Head, true) || r.C[j+1].Kind != clause.Verb || r.C[j+1].Joined || !r.Keyed(r.C[j+1].Head, "suspects") {
			continue
		}
		var by []int
		switch n := &r.C[j+2]; {
		case n.Kind == clause.NounPhrase && (n.Prep == "bi" || n.Prep == "in") && r.Keyed(n.Head, "belonging"):
			by = r.to(j+3, nil)
		case n.Kind != clause.That || !r.K[n.Head].Has(lang.Pronoun):
		case r.C[j+3].Kind == clause.NounPhrase && r.C[j+3].Prep == "from" && r.C[j+3].Actor >= 0:
			by = r.Parties(j+3, true, nil)
		case r.C[j+3].Kind == clause.Verb && r.Keyed(r.C[j+3].Head, "belongs"):
			by = r.to(j+4, nil)
		}
		if len(by) > 0 {
			a.Agents, a.Ascribed = by, true
		}
		return
	}
}
