package telling

import (
	"fmt"
	"io"
	"slices"

	"riwaya"
	"riwaya/internal/matter"
	"riwaya/internal/outlet"
	"riwaya/internal/show"
)

// Compare writes what two reports share and what is changed between them; versions are two of
// one report.
func Compare(w io.Writer, m *matter.Matter, changed []riwaya.Change, versions bool, o show.Options) error {
	l := &show.Lines{W: w, Width: o.Width}
	for i, r := range m.Story.Reports {
		day := r.Day
		if r.Seen && day != "" {
			day = "~" + day
		}
		l.Block(fmt.Sprintf("%-12s", []string{"first", "second"}[min(i, 1)]), dotted(r.Outlet, day, r.Article)...)
		l.Block("            ", m.Title(r.Article))
	}
	if versions {
		l.Block("            ", "two versions of one report")
	}
	l.Blank()
	switch {
	case len(m.Copies) == 0 && !versions:
		l.Block("", "They share no passage too long and too rare to be chance.")
	case len(m.Copies) > 0:
		c := &m.Copies[0]
		first, second := c.ShareA, c.ShareB
		if c.A != m.Story.Reports[0].Article {
			first, second = second, first
		}
		l.Block("shared      ", dotted(fmt.Sprintf("%d %% of the first, %d %% of the second", int(100*first+.5), int(100*second+.5)),
			fmt.Sprintf("%d %% of the shorter's runs of five words", int(100*c.Containment+.5)))...)
		direction := []string{"nothing says which had it first"}
		if c.Directed {
			direction = slices.Concat(called(m, c.B), []string{"copies"}, called(m, c.A), []string{":", why[c.Why]})
		}
		l.Block("direction   ", direction...)
		if a := c.Agency; a != nil {
			l.Block("agency      ", append([]string{a.Name, "· by"}, called(m, a.By)...)...)
			if a.Hidden != "" {
				l.Block("            ", append(called(m, a.Hidden), "has its text and does not name it")...)
			}
		}
		l.Block("passages    ", fmt.Sprint(len(c.Passages)))
		for i, p := range c.Passages {
			l.Block(fmt.Sprintf("  %-4d", i+1), show.Many(p.Words, "word")+" the same")
			l.Block("      ", passage(m, c.A, p.A))
		}
	}
	changes(l, m, changed)
	if len(changed) == 0 {
		l.Blank()
		l.Block("", "No number, name, hedge, source or judging word is changed in what they have in common.")
	}
	return l.Err
}

// passage is how a shared passage begins and ends.
func passage(m *matter.Matter, article string, at riwaya.Span) string {
	const most = 240 // bytes
	text := m.Gate(article).At(riwaya.Spans{at})
	if len(text) <= most {
		return "«" + one(text) + "»"
	}
	head, tail := most/2, len(text)-most/2
	for head > 0 && text[head] != ' ' {
		head--
	}
	for tail < len(text) && text[tail] != ' ' {
		tail++
	}
	return "«" + one(text[:head]) + " … " + one(text[tail:]) + "»"
}

// Outlets writes what outlets have from others.
func Outlets(w io.Writer, all []outlet.Shares, scope string, o show.Options) error {
	l := &show.Lines{W: w, Width: o.Width}
	for i := range all {
		x := &all[i]
		name := x.Outlet
		if name == "" {
			name = "(no outlet stated)"
		}
		l.Block("", name)
		l.Block("    ", dotted(show.Many(x.Reports, "report"), "half or more shared "+share(x.Shared, x.Reports), "copy another outlet "+share(x.Copied, x.Reports))...)
		l.Block("    ", dotted("credit a source "+share(x.Credited, x.Reports), "have an agency's text without naming it "+share(x.Uncredited, x.Reports))...)
	}
	l.Blank()
	l.Block("", scope)
	return l.Err
}
