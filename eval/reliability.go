package eval

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"riwaya/eval/annotated"
	"riwaya/eval/report"
)

// edges are the bounds of the bins.
func edges() []float64 { return []float64{0, 0.5, 0.6, 0.7, 0.8, 0.9, 1} }

func reliability(layer string, judged []judgement) report.Reliability {
	out := report.Reliability{Layer: layer}
	at := edges()
	for i := range at[1:] {
		out.Bins = append(out.Bins, report.Bin{Low: at[i], High: at[i+1]})
	}
	for _, j := range judged {
		if j.layer != layer {
			continue
		}
		c := j.confidence
		if c.Kind != annotated.NumberKind || c.Num < 0 || c.Num > 1 {
			out.Unstated++
			continue
		}
		k := len(out.Bins) - 1
		for c.Num < out.Bins[k].Low {
			k--
		}
		b := &out.Bins[k]
		b.Predicted++
		b.Confidence += c.Num
		if j.full {
			b.Right++
		}
	}
	for i := range out.Bins {
		if b := &out.Bins[i]; b.Predicted > 0 {
			b.Confidence /= float64(b.Predicted)
		}
	}
	return out
}

// ruleTable counts by rule. Full is claim.full, figure.whole, time.value,
// place.country, actor.kind, event.full, position.full or credit.found; an event
// counts once for each telling.
func ruleTable(judged []judgement) []report.RuleRow {
	type key struct{ layer, rule string }
	rows := map[key]report.RuleRow{}
	for _, j := range judged {
		rule, _, _ := strings.Cut(j.rule, "@")
		k := key{j.layer, rule}
		row := rows[k]
		row.Layer, row.Rule = k.layer, k.rule
		row.Predicted++
		if j.matched {
			row.Matched++
		}
		if j.full {
			row.Full++
		}
		rows[k] = row
	}
	layers := annotated.LayerNames()
	order := func(r report.RuleRow) int { return slices.Index(layers, r.Layer) }
	return slices.SortedFunc(maps.Values(rows), func(a, b report.RuleRow) int {
		return cmp.Or(cmp.Compare(order(a), order(b)), cmp.Compare(a.Rule, b.Rule))
	})
}
