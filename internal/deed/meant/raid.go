package meant

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
)

// Raid gives arrests without a doer those who made the raids in which they were made, and raids without one those who killed or
// arrested in them: five were arrested in raids of the police; the army killed three in raids.
func (r *Reader) Raid(a *anchor.Anchor) {
	if !a.Nominal() || a.Rule.Harm || a.Rule.Mutual || a.Rule.Type != "COERCE" || !a.Rule.Lasting || a.Support != "" || r.Governing(a.Chunk) != "in" {
		return
	}
	for n := range r.Here {
		b := &r.Here[n]
		if b.Chunk >= a.Chunk || b.Rule.Mutual || b.Ascribed || b.Rule.Type != "COERCE" && b.Rule.Type != "ASSAULT" || !r.oneClause(b.Chunk, a.Chunk) {
			continue
		}
		if b.Rule.Arrests() && len(b.Agents) == 0 && len(a.Agents) > 0 {
			b.Agents = append(b.Agents, a.Agents...)
			return
		}
		if len(a.Agents) == 0 && !a.Definite && len(b.Agents) > 0 && !b.Nominal() && r.Armed(b.Agents[0]) && !slices.Contains(a.Targets, b.Agents[0]) {
			a.Agents = append(a.Agents, b.Agents...)
			return
		}
	}
}

// oneClause reports whether only phrases stand between chunks i and j.
func (r *Reader) oneClause(i, j int) bool {
	for i++; i < j; i++ {
		if k := r.C[i].Kind; k != clause.NounPhrase && k != clause.Adverb {
			return false
		}
	}
	return true
}
