package show

import (
	"fmt"
	"strings"

	"riwaya"
	"riwaya/internal/show/privacy"
)

// positions writes where each institution stands: the stance, whose it is, the word that
// carries it and what it is about, under what conditions, and in whose words.
func (v *view) positions() {
	if !v.heading("positions", len(v.rec.Positions)) {
		return
	}
	for i := range v.rec.Positions {
		p := &v.rec.Positions[i]
		dot := run{"·", faint}
		runs := append(v.holder(p.Actor), dot, run{v.hidden.At(p.Span), strong}, run{v.hidden.At(p.Content.Spans), normal})
		for _, c := range p.Conditions {
			runs = append(runs, dot, run{"if", faint}, run{v.hidden.Words(c), normal})
		}
		by := "the article itself"
		for n := range v.rec.Claims {
			if v.rec.Claims[n].ID == optional(p.Claim, "") {
				by = fmt.Sprintf("claim %d", n+1)
			}
		}
		v.row([]string{p.Stance}, []int{10}, append(runs, run{"(" + by + ")", faint})...)
	}
}

// holder is the actor as the article names it, and in English where a list has that.
func (v *view) holder(id string) []run {
	for i := range v.rec.Actors {
		a := &v.rec.Actors[i]
		switch {
		case a.ID != id:
		case a.Withheld() && !v.o.Names:
			return []run{{privacy.Label(a.Kind), cool}}
		default:
			runs := []run{{v.hidden.Words(optional(a.NameAr, optional(a.Name, a.ID))), cool}}
			if a.Name != nil && *a.Name != optional(a.NameAr, "") {
				runs = append(runs, run{*a.Name, faint})
			}
			return runs
		}
	}
	return []run{{id, cool}}
}

// positionsFound are the positions of a record for [Findings].
func positionsFound(rec *riwaya.Record) []Found {
	var out []Found
	for i := range rec.Positions {
		p := &rec.Positions[i]
		out = append(out, Found{"position", p.ID, p.Rule, p.Span, [][2]string{{"stance", p.Stance}, {"actor", p.Actor}, {"content", p.Content.Text},
			{"conditions", strings.Join(p.Conditions, "; ")}, {"claim", optional(p.Claim, "")}, {"confidence", fmt.Sprintf("%.2f", p.Confidence)}}})
	}
	return out
}
