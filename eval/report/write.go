package report

import (
	"fmt"
	"io"
	"strings"

	"riwaya/eval/python"
)

// Show says what a report prints beside its measures.
type Show struct {
	Intervals bool // score.py --ci
	Detail    bool // score.py --detail: what was off in each document, with its words
}

// WriteText prints the measures as score.py does.
func (r Report) WriteText(w io.Writer, show Show) error {
	var b strings.Builder
	if show.Detail {
		for _, d := range r.Docs {
			fmt.Fprintf(&b, "## %s\n", d.Name)
			for _, l := range d.Log {
				fmt.Fprintf(&b, "   %s\n", l)
			}
		}
	}
	fmt.Fprintf(&b, "%d documents\n", len(r.Docs)+r.Locked)
	for _, m := range r.Measures {
		fmt.Fprintf(&b, "%-18s P %s  R %s  F %s", m.Name, three(m.P()), three(m.R()), three(m.F()))
		if show.Intervals {
			fmt.Fprintf(&b, "  [%.3f %.3f]", m.Low, m.High)
		}
		fmt.Fprintf(&b, "   gold %.6g\n", m.Gold)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func three(x float64, ok bool) string {
	if !ok {
		return "  -  "
	}
	return fmt.Sprintf("%.3f", x)
}

// WriteJSON prints the measures on one line as score.py --json does: name to p, r, f
// (null where it has none), n (how many the gold has) and ci.
func (r Report) WriteJSON(w io.Writer, show Show) error {
	var b strings.Builder
	b.WriteByte('{')
	for i, m := range r.Measures {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, `"%s": {"p": %s, "r": %s, "f": %s, "n": %s`, m.Name, orNull(m.P()), orNull(m.R()), orNull(m.F()), python.Float(m.Gold))
		if show.Intervals {
			fmt.Fprintf(&b, `, "ci": [%s, %s]`, python.Float(m.Low), python.Float(m.High))
		}
		b.WriteByte('}')
	}
	b.WriteString("}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func orNull(x float64, ok bool) string {
	if !ok {
		return "null"
	}
	return python.Float(x)
}

func dash(x float64, ok bool) string {
	if !ok {
		return "–"
	}
	return fmt.Sprintf("%.3f", x)
}

// short is a number with at most one digit after the point.
func short(x float64) string { return strings.TrimSuffix(fmt.Sprintf("%.1f", x), ".0") }

// cell is a rule's name as a table holds it.
func cell(rule string) string {
	if rule == "" {
		return "(none named)"
	}
	return strings.NewReplacer("|", `\|`, "\n", " ", "\r", " ").Replace(rule)
}
