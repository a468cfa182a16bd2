package deed

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/role/frame"
)

// announced gives a noun right behind the announcing of it whoever announces it, where that is a deed of their own: after the
// army's announcement of the downing of.
func (r *Reader) announced(a *Anchor) {
	c, p := &r.C[a.Chunk], a.Chunk-1
	if p < 0 || a.Support != "" || r.C[p].Kind != clause.NounPhrase || r.C[p].To != c.From || !(c.Head == a.From || r.Real(c.Head) && c.Head == a.From-1) || !slices.Contains(r.SupportsNoun(r.C[p].Head), frame.Support{Key: frame.Announces, Prep: r.Governing(a.Chunk)}) {
		return
	}
	if all := r.Owner(p, nil); len(all) > 0 && r.Own(a, all[0]) && (!r.Armed(all[0]) || r.Transitive(a) || a.Rule.Frames[a.Form].Agent.Has(frame.Of)) {
		a.Agents = all
	}
}
