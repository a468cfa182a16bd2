package telling

import (
	"fmt"
	"io"
	"strings"

	"riwaya"
	"riwaya/internal/matter"
	"riwaya/internal/question/ask"
	"riwaya/internal/show"
)

// Report is what a report is called in a tree: its outlet, its day, its ID.
func Report(m *matter.Matter, article string) string {
	for _, r := range m.Story.Reports {
		if r.Article != article {
			continue
		}
		day := r.Day
		if r.Seen && day != "" {
			day = "~" + day
		}
		return strings.Join(dotted(r.Outlet, day, article), " ")
	}
	return article
}

// Statement writes a statement with its wordings.
func Statement(w io.Writer, m *matter.Matter, st *riwaya.Statement, o show.Options) error {
	l := &show.Lines{W: w, Width: o.Width}
	first := st.Claims[0]
	source := m.Gate(first.Article).Words(st.Source.Text)
	if st.Source.Private {
		source = "[" + st.Source.Kind + "]"
	} else if st.Source.Name != nil {
		source = *st.Source.Name
	}
	l.Block("statement   ", dotted(st.ID, source, show.Many(len(st.Claims), "claim"), show.Many(len(st.Variants), "wording"))...)
	for i, v := range st.Variants {
		const most = 3
		if i == most {
			l.Block("  ", fmt.Sprintf("and %d more wordings", len(st.Variants)-most))
			break
		}
		l.Block("  - ", m.Gate(v.Claims[0].Article).Words(one(v.Text)))
	}
	l.Blank()
	return l.Err
}

// Numbers writes what a number in words found.
func Numbers(w io.Writer, r *ask.Result, o show.Options) error {
	l := &show.Lines{W: w, Width: o.Width}
	q := &r.Query
	asked := []string{"number " + bounds(q)}
	if q.Predicate != "" {
		asked = append(asked, q.Predicate)
	}
	if q.Group != "" {
		asked = append(asked, q.Group)
	}
	for _, p := range q.Places {
		asked = append(asked, p.Text)
	}
	l.Block("asked       ", dotted(asked...)...)
	if len(q.Unread) > 0 {
		l.Block("  not read  ", dotted(q.Unread...)...)
	}
	for _, part := range []struct {
		title, none string
		hits        []ask.Hit
	}{
		{"this number", "no report of this ledger has it", r.Same},
		{"this number of something else", "", r.Predicates},
		{"other numbers", "", r.Others},
	} {
		if len(part.hits) == 0 && part.none == "" {
			continue
		}
		l.Blank()
		l.Block("", fmt.Sprintf("%s: %d", part.title, len(part.hits)))
		if len(part.hits) == 0 {
			l.Block("  ", part.none)
		}
		for i := range part.hits {
			const most = 40
			if i == most {
				l.Block("  ", fmt.Sprintf("and %d more; --format json has all", len(part.hits)-most))
				break
			}
			hit(l, &part.hits[i])
		}
	}
	l.Blank()
	s := &r.Searched
	scope := fmt.Sprintf("Looked at %d figures of %s of %s in this ledger", s.Figures, show.Many(s.Reports, "report"), show.Many(s.Outlets, "outlet"))
	if s.From != "" {
		scope += ", " + s.From + " to " + s.To
	}
	runs := []string{scope}
	if len(q.Places) > 0 {
		runs[0] += fmt.Sprintf("; %s name the place", show.Many(s.Named, "report"))
		if len(s.Spelled) > 0 {
			runs[0] += ", spelled"
			runs = append(runs, dotted(s.Spelled...)...)
		}
	}
	l.Block("", runs...)
	return l.Err
}

func bounds(q *ask.Query) string {
	switch {
	case q.Low != nil && q.High != nil && *q.Low != *q.High:
		return fmt.Sprintf("%g to %g", *q.Low, *q.High)
	case q.Low != nil:
		return fmt.Sprintf("%g", *q.Low)
	case q.High != nil:
		return fmt.Sprintf("%g", *q.High)
	}
	return "any"
}

func hit(l *show.Lines, h *ask.Hit) {
	day, _, _ := strings.Cut(h.At, "T")
	if h.AtFrom == riwaya.GivenSeen && day != "" {
		day = "~" + day
	}
	through := ""
	if len(h.Through) > 0 {
		through = "through " + strings.Join(h.Through, ", ")
	}
	l.Block(fmt.Sprintf("  %-12s", day), dotted(h.Text, h.Predicate, h.Place)...)
	l.Block("              ", dotted(h.By.Name, h.Outlet, through, h.Article, h.Figure)...)
}
