package bound

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/lang"
	"riwaya/internal/role/party"
)

// TheirMen adds whose men, positions or things something is done to, where only a pronoun says so: the
// group admitted the killing of two of its members. j is the phrase that tells them. Who does it is
// not whom it is done to.
func (r *Reader) TheirMen(a *anchor.Anchor, j int, out []int) []int {
	if j < 0 || j >= len(r.C) || r.C[j].Kind != clause.NounPhrase || r.C[j].Actor >= 0 {
		return out
	}
	if n := j + 1; n < len(r.C) && r.C[n].Prep == "from" && r.C[n].From == r.C[j].To && r.C[n].Actor < 0 && (r.C[j].Figure >= 0 || r.Keyed(r.C[j].Head, "some") || r.C[j].To == r.C[j].Head+1) {
		j = n // two of its members
	}
	c := &r.C[j]
	h := c.To - 1
	if h < c.Head || !(r.StandsFor(h, true) || r.StandsFor(h, false)) || c.To > c.Head+1 && c.Figure < 0 {
		return out
	}
	q := r.K[h].Word.Find(lang.Noun | lang.Pronoun)
	if q == nil || q.Feat&(lang.Him|lang.Her|lang.Them) == 0 {
		return out
	}
	i := j
	if a.Nominal() {
		i = r.HeadOf(a.Chunk) // whoever stands behind the noun does it
	}
	for _, x := range r.Antecedent(i, q, nil) {
		if r.Rec.Actors[x].Kind != "person" && !slices.Contains(a.Agents, x) {
			out = party.Include(out, x)
		}
	}
	return out
}
