package bound

import (
	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// Hit gives a noun that is the subject of the verb right before it whom that hits, where what it hits was taken for a part of the same
// phrase: air raids hit | positions of the group. Whose those are does not carry the raids out.
func (r *Reader) Hit(a *anchor.Anchor) {
	c, v := &r.C[a.Chunk], a.Chunk-1
	if !a.Nominal() || v < 0 || r.C[v].Kind != clause.Verb || r.C[v].Pronoun || c.Prep != "" || c.Head != a.From || a.Definite || len(a.Targets) > 0 {
		return
	}
	if of := r.RuleAt(v); of == nil || !of.Target.Has(frame.Object) || r.OnlyPassive(v) {
		return
	}
	i := a.To
	if i+1 < c.To && r.K[i].Has(lang.Nisba) && !r.StandsFor(i, false) {
		i++
	}
	if i >= c.To || i == a.To && a.To == a.From+1 || r.K[i].Word == nil || r.K[i].Has(lang.Article) || !r.StandsFor(i, false) || r.StandsFor(i, true) {
		return
	}
	var whom []int
	for n := i + 1; n < c.To && len(whom) == 0; n++ {
		if x, _ := r.ActorAt(n); x >= 0 {
			whom = party.Include(whom, x)
		}
	}
	if n := a.Chunk + 1; len(whom) == 0 && n < len(r.C) && r.C[n].Kind == clause.NounPhrase && r.C[n].From == c.To && (r.C[n].Prep == clause.For || r.C[n].Prep == "of") {
		whom = r.Parties(n, false, nil)
	}
	if len(whom) > 0 {
		a.Agents, a.Targets = party.Without(a.Agents, whom), whom
	}
}

// Met reports whether people whom somebody meets are named behind "bi" between chunks i and j: whoever stands there behind "with" comes
// along.
func (r *Reader) Met(i, j int) bool {
	for n := i + 1; n < j; n++ {
		if c := &r.C[n]; c.Prep == clause.With && (r.StandsFor(c.Head, true) || r.K[c.Head].In(r.Rules.Amount) || r.K[c.Head].In(r.Rules.Folk)) {
			return true
		}
	}
	return false
}
