package table

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/question/track"
	"riwaya/internal/show"
)

// scopes are what the scopes of a question are in words.
var scopes = map[string]string{"incident": "in one happening", "cumulative": "a toll since a date", "stock": "how many there are"}

// questionText writes a question for a terminal.
func questionText(w io.Writer, q *riwaya.Question, width int) error {
	l := &show.Lines{W: w, Width: width}
	l.Block("question    ", q.ID)
	part := ""
	if q.Part {
		part = "(a part of a larger figure)"
	}
	l.Block("  asked     ", q.Predicate, q.Group, part, "·", scopes[q.Scope])
	if p := q.Place; p != nil {
		runs := []string{p.Name, text(p.Country)}
		for _, s := range p.Spelled {
			if s != p.Name {
				runs = append(runs, "·", s)
			}
		}
		l.Block("  where     ", runs...)
	}
	switch {
	case q.Since != nil:
		l.Block("  since     ", *q.Since)
	case q.From != nil && q.To != nil && *q.From != *q.To:
		l.Block("  when      ", *q.From, "to", *q.To)
	case q.From != nil:
		l.Block("  when      ", *q.From)
	}
	s := &q.Summary
	l.Block("  among     ", fmt.Sprintf("%s of %s in this ledger; %s by name, %d without", show.Many(s.Reports, "report"), show.Many(s.Outlets, "outlet"), show.Many(s.Tellers, "teller"), s.Unnamed))
	for _, x := range []struct {
		label string
		ref   *riwaya.FigureRef
	}{{"  lowest    ", s.Lowest}, {"  highest   ", s.Highest}, {"  newest    ", s.Newest}} {
		if x.ref != nil {
			a := &q.Accounts[x.ref.Account]
			g := &a.Figures[x.ref.Figure]
			l.Block(x.label, amount(g), "·", a.By.Name, "·", when(g))
		}
	}
	l.Blank()
	l.Block("accounts    ", fmt.Sprint(len(q.Accounts)))
	for i := range q.Accounts {
		a := &q.Accounts[i]
		kind := a.By.Kind
		if !a.By.Named {
			kind += ", not named"
		}
		l.Block(fmt.Sprintf("  %-4d", i+1), a.By.Name, "("+kind+")")
		for j := range a.Figures {
			g := &a.Figures[j]
			runs := []string{g.Text, "·", g.Outlet}
			for _, t := range g.Through {
				runs = append(runs, "·", "through", t)
			}
			if g.Hedged {
				runs = append(runs, "·", "hedged")
			}
			l.Block(fmt.Sprintf("      %-12s%-12s", mark(g), amount(g)), runs...)
		}
	}
	relations(l, q)
	l.Blank()
	l.Block("", "~ is when a report was first met: the figure was given no later. Nothing is added up or averaged.")
	return l.Err
}

// mark is the day when a figure was given, with a sign where it is only when its report was
// first met.
func mark(g *riwaya.Given) string {
	day, _, _ := strings.Cut(g.At, "T")
	if g.AtFrom == riwaya.GivenSeen {
		return "~" + day
	}
	return " " + day
}

func when(g *riwaya.Given) string {
	switch g.AtFrom {
	case riwaya.GivenSeen:
		return "no later than " + strings.TrimLeft(mark(g), "~ ")
	case "":
		return "at an unknown time"
	}
	return g.AtFrom + " " + strings.TrimSpace(mark(g))
}

// relations writes how accounts contradict one another and change, each pair of numbers once.
func relations(l *show.Lines, q *riwaya.Question) {
	type kind struct{ kind, cause, a, b string }
	count := map[kind]int{}
	first := map[kind]*riwaya.Relation{}
	var order []kind
	for i := range q.Relations {
		r := &q.Relations[i]
		if r.Kind != riwaya.RelationContradict && r.Kind != riwaya.RelationUpdate {
			continue
		}
		k := kind{r.Kind, r.Cause, amount(given(q, r.A)), amount(given(q, r.B))}
		if count[k]++; count[k] == 1 {
			order, first[k] = append(order, k), r
		}
	}
	if len(order) == 0 {
		return
	}
	slices.SortStableFunc(order, func(a, b kind) int { return strings.Compare(a.kind, b.kind) })
	l.Blank()
	l.Block("they        ", "contradict and change so:")
	for _, k := range order {
		r := first[k]
		times := ""
		if count[k] > 1 {
			times = fmt.Sprintf("(%d times)", count[k])
		}
		runs := []string{k.a, "and", k.b, "·", fmt.Sprintf("accounts %d, %d", r.A.Account+1, r.B.Account+1), times}
		if k.cause != "" {
			runs = append(runs, "·", k.cause)
		}
		if r.Why != "" {
			runs = append(runs, "·", r.Why)
		}
		l.Block(fmt.Sprintf("  %-12s", k.kind), runs...)
	}
}

func given(q *riwaya.Question, r riwaya.FigureRef) *riwaya.Given {
	return &q.Accounts[r.Account].Figures[r.Figure]
}

// trackerText writes a tracker for a terminal.
func trackerText(w io.Writer, name string, rows []track.Row, s Scope, width int) error {
	l := &show.Lines{W: w, Width: width}
	l.Block("tracker     ", name)
	span := ""
	if s.From != "" {
		span = ", " + s.From + " to " + s.To
	}
	l.Block("  among     ", show.Many(s.Reports, "report")+" in this ledger"+span)
	l.Blank()
	last := ""
	for i := range rows {
		r := &rows[i]
		if r.Key != last {
			l.Block("", r.Name)
			last = r.Key
		}
		runs := []string{r.Figure.Text, "·", r.Group, "·", r.By.Name, "·", r.Figure.Outlet, "·", r.Figure.Article}
		if r.Others > 0 {
			runs = append(runs, "·", show.Many(r.Others, "other figure"))
			if lo, hi := amount(r.Lowest), amount(r.Highest); lo != hi && lo != "" && hi != "" {
				runs = append(runs, "from", lo, "to", hi)
			}
		}
		l.Block(fmt.Sprintf("  %-10s%-14s%-12s", r.Predicate, amount(&r.Figure), mark(&r.Figure)), runs...)
	}
	if len(rows) == 0 {
		l.Block("", "no figure of that kind was found")
	}
	l.Blank()
	l.Block("", Note, "~ is when a report was first met: the figure was given no later.")
	return l.Err
}
