package api

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"riwaya/internal/desk/api/operation"
	"riwaya/internal/ledger"
	"riwaya/internal/question/table"
	"riwaya/internal/question/track"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/query"
	"riwaya/internal/shelf"
	"riwaya/internal/tracing"
	"riwaya/lexicon"
)

func (a *API) searches() {
	type asked struct {
		operation.Listing
		Q     string `query:"q" required:"true" minLength:"1" maxLength:"2000" doc:"a query of docs/query.md"`
		Order string `query:"order" enum:"relevance,day" default:"relevance" doc:"day: the latest first"`
	}
	operation.Get(a.Set, "/search", "search", "search", "Articles by a query", "The query language is that of docs/query.md. Marks are in code points.",
		func(ctx context.Context, in *asked) (*operation.Body[Raw], error) {
			n, err := query.Parse(in.Q)
			if err != nil {
				return nil, operation.Wrong("query.q", err.Error())
			}
			page, err := a.o.Shelf.Search(ctx, n, fts.Options{Limit: in.Limit, Order: orders[in.Order], After: in.Cursor})
			if errors.Is(err, fts.ErrCursor) {
				return nil, operation.Wrong("query.cursor", "this is no cursor that this list gave")
			}
			if err != nil {
				return nil, err
			}
			var b bytes.Buffer
			err = page.JSON(&b)
			return operation.Answer(Raw(b.Bytes())), err
		})
	operation.Get(a.Set, "/outlets", "outlets", "outlets", "Outlets: how many reports of each there are, on which days, and where days are missing", "A gap is a stretch of days without a report of an outlet that seldom is silent so long: the ledger has not what it wrote.",
		func(ctx context.Context, _ *struct{}) (*operation.Body[[]Outlet], error) {
			all, err := a.o.Shelf.Outlets(ctx)
			out := []Outlet{}
			for i := range all {
				out = append(out, outletOf(&all[i]))
			}
			return operation.Answer(out), err
		})
	operation.Get(a.Set, "/trackers", "trackers", "trackers", "The names of the trackers that are built in", "",
		func(context.Context, *struct{}) (*operation.Body[[]string], error) {
			return operation.Answer(lexicon.Trackers()), nil
		})
	operation.Get(a.Set, "/trackers/{id}", "tracker", "trackers", "The table of a tracker: one row for each figure, who said it, and where", "docs/questions.md says what a tracker is. Nothing is added up.",
		func(ctx context.Context, in *ByID) (*operation.Body[Raw], error) {
			out, err := a.tracked(ctx, in.ID)
			return operation.Answer(out), err
		})
}

var orders = map[string]fts.Order{"relevance": fts.ByRelevance, "day": fts.ByDay}

// Outlet is how much of an outlet there is.
type Outlet struct {
	Outlet  string `json:"outlet" doc:"empty of reports that state none"`
	Reports int    `json:"reports"`
	First   string `json:"first"`
	Last    string `json:"last"`
	Days    int    `json:"days" doc:"with a report"`
	Gaps    []Gap  `json:"gaps"`
}

// Gap is a stretch of days without a report.
type Gap struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Days  int    `json:"days"`
	Usual int    `json:"usual" doc:"days between two with reports, as they mostly are"`
}

func outletOf(o *shelf.Outlet) Outlet {
	out := Outlet{o.Name, o.Reports, o.First, o.Last, o.Days, []Gap{}}
	for _, g := range o.Gaps {
		out.Gaps = append(out.Gaps, Gap{g.From, g.To, g.Days, g.Usual})
	}
	return out
}

func (a *API) tracked(ctx context.Context, name string) (Raw, error) {
	if !slices.Contains(lexicon.Trackers(), name) {
		return nil, ledger.ErrUnknown
	}
	text, err := lexicon.Tracker(name)
	if err != nil {
		return nil, err
	}
	t, err := track.Parse(name, text)
	if err != nil {
		return nil, err
	}
	s := a.o.Shelf
	rows := track.New(t, s.Tools.Lexicon, s.Tools.Asked)
	scope, err := tracing.Tracked(ctx, s.Found, s.Store, rows)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = table.Tracker(&b, t.Name, rows.Rows(), scope, table.Options{Format: "json"})
	return b.Bytes(), err
}
