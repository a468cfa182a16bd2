package telling

import (
	"fmt"
	"io"
	"slices"

	"riwaya"
	"riwaya/internal/matter"
	"riwaya/internal/show"
)

// Compare writes what two reports share and what is changed between them; versions are two of
// one report.
func Compare(w io.Writer, m *matter.Matter, changed []riwaya.Change, versions bool, o show.Options) error {
	l := &lines{w: w, width: o.Width}
	for i, r := range m.Story.Reports {
		day := r.Day
		if r.Seen && day != "" {
			day = "~" + day
		}
		l.block(fmt.Sprintf("%-12s", []string{"first", "second"}[min(i, 1)]), dotted(r.Outlet, day, r.Article)...)
		l.block("            ", m.Title(r.Article))
	}
	if versions {
		l.block("            ", "two versions of one report")
	}
	l.blank()
	switch {
	case len(m.Copies) == 0 && !versions:
		l.block("", "They share no passage too long and too rare to be chance.")
	case len(m.Copies) > 0:
		c := &m.Copies[0]
		first, second := c.ShareA, c.ShareB
		if c.A != m.Story.Reports[0].Article {
			first, second = second, first
		}
		l.block("shared      ", dotted(fmt.Sprintf("%d %% of the first, %d %% of the second", int(100*first+.5), int(100*second+.5)),
			fmt.Sprintf("%d %% of the shorter's runs of five words", int(100*c.Containment+.5)))...)
		direction := []string{"nothing says which had it first"}
		if c.Directed {
			direction = slices.Concat(called(m, c.B), []string{"copies"}, called(m, c.A), []string{":", why[c.Why]})
		}
		l.block("direction   ", direction...)
		if a := c.Agency; a != nil {
			l.block("agency      ", append([]string{a.Name, "· by"}, called(m, a.By)...)...)
			if a.Hidden != "" {
				l.block("            ", append(called(m, a.Hidden), "has its text and does not name it")...)
			}
		}
		l.block("passages    ", fmt.Sprint(len(c.Passages)))
		for i, p := range c.Passages {
			l.block(fmt.Sprintf("  %-4d", i+1), many(p.Words, "word")+" the same")
			l.block("      ", passage(m, c.A, p.A))
		}
	}
	changes(l, m, changed)
	if len(changed) == 0 {
		l.blank()
		l.block("", "No number, name, hedge, source or judging word is changed in what they have in common.")
	}
	return l.err
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
func Outlets(w io.Writer, all []Outlet, scope string, o show.Options) error {
	l := &lines{w: w, width: o.Width}
	for i := range all {
		x := &all[i]
		name := x.Outlet
		if name == "" {
			name = "(no outlet stated)"
		}
		l.block("", name)
		l.block("    ", dotted(many(x.Reports, "report"), "half or more shared "+share(x.Shared, x.Reports), "copy another outlet "+share(x.Copied, x.Reports))...)
		l.block("    ", dotted("credit a source "+share(x.Credited, x.Reports), "have an agency's text without naming it "+share(x.Uncredited, x.Reports))...)
	}
	l.blank()
	l.block("", scope)
	return l.err
}
