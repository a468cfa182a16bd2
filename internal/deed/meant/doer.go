package meant

import (
	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
)

// atWork reports whether phrase j, which names actor x, is rather who does what the noun of an anchor says, though no words lend it to
// them: a force that the clause begins with, or the subject of its verb, where the noun tells no more than when or why. The police are
// about to lay hold on them; the army succeeded in following them and seizing them.
func (r *Reader) atWork(a *anchor.Anchor, j, x int) bool {
	c := &r.C[j]
	if !a.Nominal() || a.Rule.Harm || len(a.Agents) > 0 || !c.Bare() || c.Listed || !r.Armed(x) && r.Rec.Actors[x].Kind != "government" {
		return false
	}
	switch r.Governing(r.HeadOf(a.Chunk)) {
	case "in", "bi", "to", "":
	default:
		return false
	}
	return j == 0 || c.Joined || r.C[j-1].Kind == clause.Verb || r.C[j-1].Kind == clause.That || r.C[j-1].Kind == clause.Opens
}
