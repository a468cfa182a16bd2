package meant

import (
	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/role/party"
)

// Sides finds who stands behind "between": who is named first is agent and the other target,
// which says no more than the order of the words; of agreements both are agents. Words for the sides ("on the one hand") end
// one, behind which stands whom that side has with it; else the first "and" does.
func (r *Reader) Sides(a *anchor.Anchor, j int) {
	marked := false
	for n := j + 1; n < len(r.C) && r.C[n].Kind != clause.Verb && r.C[n].Kind != clause.Stop; n++ {
		marked = marked || r.side(n)
	}
	ended, comma := 0, !marked && r.commaAnd(j)
	if r.C[j].Joined {
		ended = 1 // between them and the group
	}
	for n := j; n < len(r.C) && ended < 2; n++ {
		c := &r.C[n]
		switch {
		case r.side(n):
			ended++
			continue
		case c.Kind == clause.Comma || c.Kind == clause.Adverb:
			continue
		case c.Kind != clause.NounPhrase:
			return
		case n == j || c.Listed || c.Joined || marked:
		case party.Belongs(c.Prep):
			continue
		default:
			return
		}
		if !marked && n > j && c.Joined && c.Prep != clause.For && ended == 0 && (!comma || r.C[n-1].Kind == clause.Comma) {
			ended = 1
		}
		if ended == 0 || a.Rule.Equal() {
			a.Agents = r.Party(n, true, a.Agents)
		} else {
			a.Targets = r.Party(n, true, a.Targets)
		}
	}
}

// commaAnd reports whether of the phrases behind "between" a later one is joined behind a comma
// and one before it without: X and Y, and Z.
func (r *Reader) commaAnd(j int) bool {
	joined := 0
	for n := j + 1; n < len(r.C); n++ {
		switch c := &r.C[n]; {
		case c.Kind == clause.Comma:
		case c.Kind != clause.NounPhrase || !c.Listed && !party.Belongs(c.Prep):
			return false
		case c.Listed && r.C[n-1].Kind == clause.Comma:
			return joined > 0
		case c.Listed:
			joined++
		}
	}
	return false
}

// side reports whether chunk n says that one of two sides ends: "on the one hand".
func (r *Reader) side(n int) bool {
	c := &r.C[n]
	for i := c.From; i < c.To; i++ {
		if r.Keyed(i, "side") {
			return true
		}
	}
	return false
}
