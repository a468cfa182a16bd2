package eval

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Reliability is how far a layer's confidence can be believed: of all predictions
// at 0.8, eight in ten should be right. Right is claim.full for claims and
// figure.whole for figures.
type Reliability struct {
	Layer    string
	Bins     []Bin
	Unstated int // predictions without a confidence between 0 and 1
}

// Bin is the predictions with a confidence in [Low, High), the last bin's High
// included.
type Bin struct {
	Low, High  float64
	Predicted  int
	Right      int
	Confidence float64 // the mean, 0 where nothing was predicted
}

// Share is how many of the bin were right, false where nothing was predicted.
func (b Bin) Share() (float64, bool) { return share(float64(b.Right), float64(b.Predicted)) }

// edges are the bounds of the bins.
func edges() []float64 { return []float64{0, 0.5, 0.6, 0.7, 0.8, 0.9, 1} }

func reliability(layer string, judged []judgement) Reliability {
	out := Reliability{Layer: layer}
	at := edges()
	for i := range at[1:] {
		out.Bins = append(out.Bins, Bin{Low: at[i], High: at[i+1]})
	}
	for _, j := range judged {
		if j.layer != layer {
			continue
		}
		c := j.confidence
		if c.kind != numberKind || c.num < 0 || c.num > 1 {
			out.Unstated++
			continue
		}
		k := len(out.Bins) - 1
		for c.num < out.Bins[k].Low {
			k--
		}
		b := &out.Bins[k]
		b.Predicted++
		b.Confidence += c.num
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

// RuleRow is how the findings of one rule did. Rule is the name up to "@", empty
// for findings that name none.
type RuleRow struct {
	Layer     string
	Rule      string
	Predicted int
	Matched   int // paired with a finding of the gold
	Full      int // and right as whole, as the layer's own measure has it
}

// ruleTable counts by rule. Full is claim.full, figure.whole, time.value,
// place.country, actor.kind, event.full, position.full or credit.found; an event
// counts once for each telling.
func ruleTable(judged []judgement) []RuleRow {
	type key struct{ layer, rule string }
	rows := map[key]RuleRow{}
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
	order := func(r RuleRow) int { return slices.Index(layerNames[:], r.Layer) }
	return slices.SortedFunc(maps.Values(rows), func(a, b RuleRow) int {
		return cmp.Or(cmp.Compare(order(a), order(b)), cmp.Compare(a.Rule, b.Rule))
	})
}
