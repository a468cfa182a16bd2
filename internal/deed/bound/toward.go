package bound

import (
	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// Toward reports whether what a noun of words or of a visit is bound to does it, as "for" right behind it says to whom or where: the
// president's visit to the land, the kingdom's condemnation of the attack, the minister's charges against the state.
func (r *Reader) Toward(a *anchor.Anchor, fr frame.Frame, bound []int) bool {
	n := a.Chunk + 1
	if a.Definite || n >= len(r.C) || r.C[n].Prep != clause.For || r.C[n].Joined || r.K[r.C[n].Head].Has(lang.Pronoun) || r.C[n].From != r.C[a.Chunk].To || r.C[a.Chunk].Figure >= 0 || r.Participle(r.C[n].From-1) && !r.Called(&r.C[a.Chunk]) {
		return false
	}
	_, end := r.ActorAt(a.To)
	if end != r.C[a.Chunk].To || len(bound) != 1 {
		return false // the condemnation by the council of a body for
	}
	c := &r.C[n]
	switch a.Rule.Type {
	case "CONSULT":
		return fr.Agent.Has(frame.Of) && (c.Place >= 0 || r.Land(c.Head)) && r.Rec.Actors[bound[0]].Kind == "person"
	case "ACCUSE":
		return fr.Target.Has(frame.BehindLi) && !fr.Target.Has(frame.Of) && (c.Actor >= 0 || fr.Agent.Has(frame.Of) && c.Definite)
	}
	return false
}
