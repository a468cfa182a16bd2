package report

import (
	"fmt"
	"io"
	"strings"
)

// WriteMarkdown prints what a repository checks in, so that a change of quality
// shows in the diff: totals only, without words of any article.
func (r Report) WriteMarkdown(w io.Writer) error {
	var b strings.Builder
	r.measures(&b)
	for _, t := range r.Reliability {
		if !t.any() {
			continue
		}
		fmt.Fprintf(&b, "\n## Reliability of %s\n\n", t.Layer)
		b.WriteString("| Confidence | Predicted | Right | Share right | Mean confidence |\n|:--|--:|--:|--:|--:|\n")
		for _, n := range t.Bins {
			fmt.Fprintf(&b, "| %.1f–%.1f | %d | %d | %s | %s |\n", n.Low, n.High, n.Predicted, n.Right,
				dash(n.Share()), dash(n.Confidence, n.Predicted > 0))
		}
		if t.Unstated > 0 {
			fmt.Fprintf(&b, "\n%d predictions have no confidence between 0 and 1.\n", t.Unstated)
		}
	}
	if len(r.Rules) > 0 {
		b.WriteString("\n## Rules\n\n| Layer | Rule | Predicted | Matched | Full | Precision | Precision, full |\n|:--|:--|--:|--:|--:|--:|--:|\n")
	}
	for _, x := range r.Rules {
		n := float64(x.Predicted)
		fmt.Fprintf(&b, "| %s | %s | %d | %d | %d | %s | %s |\n", x.Layer, cell(x.Rule), x.Predicted, x.Matched, x.Full,
			dash(share(float64(x.Matched), n)), dash(share(float64(x.Full), n)))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteMeasures prints the measures alone, as the first table of [Report.WriteMarkdown].
func (r Report) WriteMeasures(w io.Writer) error {
	var b strings.Builder
	r.measures(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// measures leaves out what nobody annotated and nothing predicted.
func (r Report) measures(b *strings.Builder) {
	fmt.Fprintf(b, "%d documents. Intervals: 95 %% of F, documents drawn with replacement.\n\n", len(r.Docs)+r.Locked)
	b.WriteString("| Measure | Precision | Recall | F | Interval | Right | Predicted | Gold |\n|:--|--:|--:|--:|:--|--:|--:|--:|\n")
	for _, m := range r.Measures {
		if m.Gold == 0 && m.Predicted == 0 {
			continue
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %.3f–%.3f | %s | %.6g | %.6g |\n", m.Name,
			dash(m.P()), dash(m.R()), dash(m.F()), m.Low, m.High, short(m.Right), m.Predicted, m.Gold)
	}
}
