package meant

import (
	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/role/party"
)

// Visits gives a visit of somebody's the state of the country that it goes to: the minister's visit to
// France. Whose visit is not said may be anybody's, who sees no state.
func (r *Reader) Visits(a *anchor.Anchor) {
	if !a.Nominal() || !a.Rule.Is("visit") || len(a.Agents) == 0 || len(a.Targets) > 0 {
		return
	}
	for j := a.Chunk; j < len(r.C) && j <= a.Chunk+3; j++ {
		c := &r.C[j]
		switch {
		case c.Kind == clause.Adverb || j == a.Chunk:
		case c.Kind != clause.NounPhrase || c.Joined:
			return
		case c.Prep == "to" || c.Prep == clause.For:
			if p := c.Actor; p >= 0 && r.National(p) && a.Agents[0] != p {
				a.Targets = party.Include(a.Targets, p)
			}
			return
		}
	}
}
