package table

import (
	"io"
	"strings"

	"riwaya"
	"riwaya/internal/show"
)

// Brief writes a question in a few lines: what is asked, the ends of what was answered, the newest.
func Brief(w io.Writer, q *riwaya.Question, width int) error {
	l := &show.Lines{W: w, Width: width}
	asked := []string{q.Predicate, q.Group, "·", scopes[q.Scope]}
	if q.Part {
		asked = append(asked, "· a part")
	}
	if q.Place != nil {
		asked = append(asked, "·", q.Place.Name)
	}
	switch {
	case q.Since != nil:
		asked = append(asked, "·", "since", *q.Since)
	case q.From != nil && q.To != nil && *q.From != *q.To:
		asked = append(asked, "·", *q.From, "to", *q.To)
	case q.From != nil:
		asked = append(asked, "·", *q.From)
	}
	l.Block("  "+q.ID+" ", asked...)
	seen := map[riwaya.FigureRef]bool{}
	s := &q.Summary
	for _, x := range []struct {
		label string
		ref   *riwaya.FigureRef
	}{{"lowest", s.Lowest}, {"highest", s.Highest}, {"newest", s.Newest}} {
		if x.ref == nil || seen[*x.ref] {
			continue
		}
		seen[*x.ref] = true
		a := &q.Accounts[x.ref.Account]
		g := &a.Figures[x.ref.Figure]
		l.Block("      "+x.label+strings.Repeat(" ", 10-len(x.label)), amount(g), "·", a.By.Name, "·", when(g))
	}
	return l.Err
}
