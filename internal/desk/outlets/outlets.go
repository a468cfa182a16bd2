// Package outlets are the pages of outlets: what each has from others, whom it copies and who copies
// it, and its reports.
package outlets

import (
	"strconv"

	"riwaya/internal/across"
	"riwaya/internal/desk/site"
	"riwaya/internal/desk/views"
	"riwaya/internal/ledger"
	"riwaya/internal/outlet"
)

// Routes are the pages' addresses.
func Routes() []site.Route {
	return []site.Route{
		{Method: "GET", Pattern: "/outlets", Least: site.Reader, Handle: list, Kept: true},
		{Method: "GET", Pattern: "/outlet/{name}", Least: site.Reader, Handle: show, Kept: true},
	}
}

// share is a number of reports out of those of an outlet.
type share struct{ N, Percent int }

func shareOf(n, of int) share {
	if of == 0 {
		return share{}
	}
	return share{n, (100*n + of/2) / of}
}

// row is an outlet in the list.
type row struct {
	Name                                 string
	Reports                              int
	Shared, Copied, Credited, Uncredited share
}

func rowOf(s outlet.Shares) row {
	return row{s.Outlet, s.Reports, shareOf(s.Shared, s.Reports), shareOf(s.Copied, s.Reports), shareOf(s.Credited, s.Reports), shareOf(s.Uncredited, s.Reports)}
}

// all is the list.
type all struct {
	Rows    []row
	Reports int
}

func list(r *site.Request) error {
	sums, err := r.Shelf().Shares(r.Context())
	if err != nil {
		return err
	}
	p := all{Reports: sums.Reports()}
	for _, s := range sums.Shares {
		p.Rows = append(p.Rows, rowOf(s))
	}
	return r.Show("outlets", r.Say("outlets.title"), p)
}

// perPage is how many reports a page has.
const perPage = 30

// report is one report of an outlet.
type report struct {
	Article, Title, Language, Day string
	Seen                          bool // Day is when it was first seen
	Credits                       []string
}

// page is one outlet.
type page struct {
	Outlet         row
	Among          int
	From, To, With []outlet.Tie // whom it copies, who copies it, with whom nothing says
	Reports        []report
	Count          int
	Skip           int
	Before, Next   int // -1, 0: none
}

// mostTies is how many other outlets a page names in each list.
const mostTies = 20

func show(r *site.Request) error {
	name := r.PathValue("name")
	ctx, shelf := r.Context(), r.Shelf()
	sums, err := shelf.Shares(ctx)
	if err != nil {
		return err
	}
	s, ok := sums.Of(name)
	if !ok {
		return across.ErrUnknown
	}
	p := page{Outlet: rowOf(s), Among: sums.Reports(), Before: -1}
	for _, t := range sums.Ties {
		switch {
		case !t.Directed && t.From == name && len(p.With) < mostTies:
			p.With = append(p.With, t)
		case t.Directed && t.From == name && len(p.From) < mostTies:
			p.From = append(p.From, t)
		case t.Directed && t.To == name && len(p.To) < mostTies:
			p.To = append(p.To, t)
		}
	}
	p.Skip, _ = strconv.Atoi(r.URL.Query().Get("skip")) // 0 where it is no number
	p.Skip = max(0, p.Skip)
	of, count, err := shelf.Found.ReportsOf(ctx, name, perPage, p.Skip)
	if err != nil {
		return err
	}
	p.Count = count
	if p.Skip > 0 {
		p.Before = max(0, p.Skip-perPage)
	}
	if p.Skip+len(of) < count {
		p.Next = p.Skip + perPage
	}
	ids := make([]string, len(of))
	for i := range of {
		ids[i] = of[i].Article
	}
	readings, err := shelf.Store.Sought(ctx, ids, ledger.Sought{}, nil)
	if err != nil {
		return err
	}
	at := map[string]*ledger.Reading{}
	for i := range readings {
		at[readings[i].Article] = &readings[i]
	}
	for i := range of {
		reading := at[of[i].Article]
		if reading == nil {
			continue // withdrawn since
		}
		gate := views.NewGate(r.Words, &reading.Read)
		a := &reading.Read.Article
		one := report{Article: reading.Article, Title: gate.Words(a.Title), Language: a.Language, Day: of[i].Day, Seen: of[i].Seen}
		for k := range a.Credits {
			credit := a.Credits[k].Text
			if n := a.Credits[k].Name; n != nil {
				credit = *n
			}
			one.Credits = append(one.Credits, gate.Words(credit))
		}
		p.Reports = append(p.Reports, one)
	}
	return r.Show("outlet", name, p)
}
