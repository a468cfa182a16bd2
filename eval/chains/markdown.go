package chains

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// WriteMarkdown prints what a repository checks in, so that a change of quality shows in the
// diff: totals only, without words of any article.
func (r Result) WriteMarkdown(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d items judged; %d articles of the gold are not in the findings. Intervals of 95 %%: of precision and recall by Wilson, "+
		"of F with items drawn with replacement.\n\n", r.Items, r.Lost)
	b.WriteString("| Measure | Precision | Recall | F | Right | Predicted | Gold |\n|:--|:--|:--|:--|--:|--:|--:|\n")
	for _, m := range r.Measures {
		p, rc, f := m.shares()
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %g | %g | %g |\n", m.Name, strings.TrimSpace(p), strings.TrimSpace(rc), strings.TrimSpace(f), m.Right, m.Predicted, m.Gold)
	}
	for _, t := range r.Tables {
		names := t.columns()
		fmt.Fprintf(&b, "\n### %s%s\n\n| | %s |\n|:--|%s\n", strings.ToUpper(t.Name[:1]), t.Name[1:], strings.Join(names, " | "), strings.Repeat("--:|", len(names)))
		for _, row := range slices.Sorted(maps.Keys(t.Cells)) {
			fmt.Fprintf(&b, "| %s |", row)
			for _, c := range names {
				fmt.Fprintf(&b, " %d |", t.Cells[row][c])
			}
			b.WriteByte('\n')
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
