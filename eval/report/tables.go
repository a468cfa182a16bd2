package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// WriteTables prints, for a terminal, how many findings of a confidence are right, layer
// by layer, and how each rule did.
func (r Report) WriteTables(w io.Writer) error {
	var b strings.Builder
	for _, t := range r.Reliability {
		if !t.any() {
			continue
		}
		fmt.Fprintf(&b, "\nreliability of %s\n", t.Layer)
		for _, n := range t.Bins {
			if share, some := n.Share(); some {
				fmt.Fprintf(&b, "%.1f-%.1f  predicted %4d  right %4d  share %.3f  mean confidence %.3f\n",
					n.Low, n.High, n.Predicted, n.Right, share, n.Confidence)
			}
		}
		if t.Unstated > 0 {
			fmt.Fprintf(&b, "without a confidence: %d\n", t.Unstated)
		}
	}
	layer := ""
	for _, x := range r.Rules {
		if x.Layer != layer {
			layer = x.Layer
			fmt.Fprintf(&b, "\nrules of %s: predicted, in the gold, right as a whole, share right\n", layer)
		}
		full, _ := share(float64(x.Full), float64(x.Predicted))
		rule := x.Rule
		if _, own, ok := strings.Cut(rule, ":"); ok {
			rule = own
		}
		if rule == "" {
			rule = "(none named)"
		}
		fmt.Fprintf(&b, "%-36s %5d %5d %5d  %.3f\n", rule, x.Predicted, x.Matched, x.Full, full)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// any reports whether something was predicted.
func (r Reliability) any() bool {
	return r.Unstated > 0 || slices.ContainsFunc(r.Bins, func(b Bin) bool { return b.Predicted > 0 })
}

// Only is the report with these layers alone, such as "claims" and "credits"; all of it
// where none is named. Logs of documents stay whole.
func (r Report) Only(layers ...string) Report {
	if len(layers) == 0 {
		return r
	}
	in := func(layer string) bool { return slices.Contains(layers, layer) }
	measured := func(ms []Measure) []Measure {
		return slices.DeleteFunc(slices.Clone(ms), func(m Measure) bool {
			name, _, _ := strings.Cut(m.Name, ".")
			return !in(name + "s")
		})
	}
	r.Measures = measured(r.Measures)
	r.Docs = slices.Clone(r.Docs)
	for i := range r.Docs {
		r.Docs[i].Measures = measured(r.Docs[i].Measures)
	}
	r.Reliability = slices.DeleteFunc(slices.Clone(r.Reliability), func(t Reliability) bool { return !in(t.Layer) })
	r.Rules = slices.DeleteFunc(slices.Clone(r.Rules), func(x RuleRow) bool { return !in(x.Layer) })
	return r
}
