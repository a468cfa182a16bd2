package bound

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/deed/rule"
)

// SameDoer gives an action whose pronoun is its object the agents of the one that it is joined to, where that has its object beside
// it: after the army's shelling of the house and burning it.
func (r *Reader) SameDoer(a *anchor.Anchor, whole int) {
	if whole == a.Chunk || a.Rule.Mutual || !r.Transitive(a) {
		return
	}
	for i := range r.Here {
		if b := &r.Here[i]; b.Chunk == whole && b.Form == rule.Masdar && b.From == r.C[whole].Head && len(b.Agents) > 0 && (len(b.Targets) > 0 || r.TargetBehind(b, b.Rule.Frames[b.Form]) || r.C[whole+1].Prep == clause.For) {
			a.Agents, a.Ascribed = append(a.Agents, b.Agents...), b.Ascribed
			return
		}
	}
}

// Punished adds who is condemned, held or punished for what stands behind a verbal noun whose pronoun takes them up: they condemned the
// group for its launching of attacks.
func (r *Reader) Punished(a *anchor.Anchor) {
	p, i := a.Chunk-1, r.C[a.Chunk]
	if p < 0 || r.C[p].Kind != clause.NounPhrase || r.C[p].Prep != clause.For || !r.C[p].Pronoun || r.C[p].To != i.From || !r.LendsBehind(p, i.Prep) {
		return
	}
	for n := len(r.Here) - 1; n >= 0; n-- {
		b := &r.Here[n]
		if b.Chunk >= p {
			continue
		}
		if t := b.Rule.Type; len(b.Targets) != 1 || t != "ACCUSE" && t != "SANCTION" && t != "COERCE" || !b.Nominal() && r.Above(p) != b.Chunk {
			return
		}
		whom := -1
		for j := b.Chunk; j < p; j++ {
			if k := r.C[j].Kind; k != clause.NounPhrase && k != clause.Adverb && j > b.Chunk {
				return
			}
			if slices.Contains(r.Parties(j, true, nil), b.Targets[0]) {
				whom = j
			}
		}
		if whom >= 0 && (whom == b.Chunk || r.TakesUp(r.C[p].Reading, whom)) {
			a.Agents, a.Ascribed = append(a.Agents, b.Targets...), b.Rule.Type == "ACCUSE"
		}
		return
	}
}
