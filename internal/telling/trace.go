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
	l := &lines{w: w, width: o.Width}
	first := st.Claims[0]
	source := m.Gate(first.Article).Words(st.Source.Text)
	if st.Source.Private {
		source = "[" + st.Source.Kind + "]"
	} else if st.Source.Name != nil {
		source = *st.Source.Name
	}
	l.block("statement   ", dotted(st.ID, source, many(len(st.Claims), "claim"), many(len(st.Variants), "wording"))...)
	for i, v := range st.Variants {
		const most = 3
		if i == most {
			l.block("  ", fmt.Sprintf("and %d more wordings", len(st.Variants)-most))
			break
		}
		l.block("  - ", m.Gate(v.Claims[0].Article).Words(one(v.Text)))
	}
	l.blank()
	return l.err
}

// Numbers writes what a number in words found.
func Numbers(w io.Writer, r *ask.Result, o show.Options) error {
	l := &lines{w: w, width: o.Width}
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
	l.block("asked       ", dotted(asked...)...)
	if len(q.Unread) > 0 {
		l.block("  not read  ", dotted(q.Unread...)...)
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
		l.blank()
		l.block("", fmt.Sprintf("%s: %d", part.title, len(part.hits)))
		if len(part.hits) == 0 {
			l.block("  ", part.none)
		}
		for i := range part.hits {
			const most = 40
			if i == most {
				l.block("  ", fmt.Sprintf("and %d more; --format json has all", len(part.hits)-most))
				break
			}
			hit(l, &part.hits[i])
		}
	}
	l.blank()
	s := &r.Searched
	scope := fmt.Sprintf("Looked at %d figures of %s of %s in this ledger", s.Figures, many(s.Reports, "report"), many(s.Outlets, "outlet"))
	if s.From != "" {
		scope += ", " + s.From + " to " + s.To
	}
	runs := []string{scope}
	if len(q.Places) > 0 {
		runs[0] += fmt.Sprintf("; %s name the place", many(s.Named, "report"))
		if len(s.Spelled) > 0 {
			runs[0] += ", spelled"
			runs = append(runs, dotted(s.Spelled...)...)
		}
	}
	l.block("", runs...)
	return l.err
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

func hit(l *lines, h *ask.Hit) {
	day, _, _ := strings.Cut(h.At, "T")
	if h.AtFrom == riwaya.GivenSeen && day != "" {
		day = "~" + day
	}
	through := ""
	if len(h.Through) > 0 {
		through = "through " + strings.Join(h.Through, ", ")
	}
	l.block(fmt.Sprintf("  %-12s", day), dotted(h.Text, h.Predicate, h.Place)...)
	l.block("              ", dotted(h.By.Name, h.Outlet, through, h.Article, h.Figure)...)
}
