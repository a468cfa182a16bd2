package meant

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/lang"
)

// Personal leaves out a body that bears no arms where what is done to people is done to one who heads it or has an
// office in it: who arrests the chief of the association does not arrest the association. Of men of arms it is
// theirs: an officer of the army's was killed.
func (r *Reader) Personal(a *anchor.Anchor) {
	if len(a.Targets) == 0 || !a.Rule.Harm && !a.Rule.Arrests() {
		return
	}
	a.Targets = slices.DeleteFunc(a.Targets, func(p int) bool {
		switch r.Rec.Actors[p].Kind {
		case "party", "igo", "ngo", "government", "company", "media":
			return r.headed(a, p) || !a.Nominal() && len(a.Agents) == 0 && a.Rule.Arrests() && r.National(p) // which stopped the work
		}
		return false
	})
}

// headed reports whether actor p stands, right behind the anchor, as what one person heads or has an office in.
func (r *Reader) headed(a *anchor.Anchor, p int) bool {
	for j := a.Chunk; j < len(r.C) && j < a.Chunk+4; j++ {
		c := &r.C[j]
		if c.Kind != clause.NounPhrase && c.Kind != clause.Verb && c.Kind != clause.Adverb {
			return false
		}
		for i := c.From; i < c.To && c.Kind == clause.NounPhrase; i++ {
			if x, _ := r.ActorAt(i); x != p {
				continue
			}
			h := c.Head
			if j == a.Chunk && a.Nominal() && h < a.To {
				h = a.To
			}
			if h < i {
				return r.one(h)
			}
			if j == a.Chunk || h != i {
				return false
			}
			b := &r.C[j-1] // an official in the movement
			return b.Kind == clause.NounPhrase && b.To == c.From && (c.Prep == "in" || c.Prep == clause.With || c.Prep == clause.For) && (b.Figure < 0 && r.one(b.Head) || j-1 == a.Chunk && a.Nominal() && r.one(a.To))
		}
	}
	return false
}

// one reports whether the noun at token h is one person who heads a body or has an office in it.
func (r *Reader) one(h int) bool { return r.Keyed(h, "official") && !r.K[h].Has(lang.Article) }
