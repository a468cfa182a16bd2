// Package today is the page on which one begins: stories and incidents, the newest first.
package today

import (
	"strconv"

	"riwaya/internal/across"
	"riwaya/internal/desk/site"
	"riwaya/internal/shelf"
)

// Routes are the page's addresses.
func Routes() []site.Route {
	return []site.Route{
		{Method: "GET", Pattern: "/{$}", Least: site.Reader, Handle: show},
		{Method: "GET", Pattern: "/today", Least: site.Reader, Handle: show},
	}
}

// perPage is how many stories a page has.
const perPage = 20

// page is what the template shows.
type page struct {
	Stories  []shelf.Item
	Count    int
	Reports  int64 // in the ledger
	From, To string
	Outlets  int
	Skip     int
	Next     int // 0 where there are no more
	Before   int // -1 where these are the first
}

func show(r *site.Request) error {
	q := r.URL.Query()
	p := page{From: q.Get("from"), To: q.Get("to"), Outlets: number(q.Get("outlets")), Skip: number(q.Get("skip")), Before: -1}
	ctx := r.Context()
	var err error
	p.Stories, p.Count, err = r.Shelf().List(ctx, across.Asked{From: p.From, To: p.To, Outlets: p.Outlets, Reports: 2, Limit: perPage, Skip: p.Skip})
	if err != nil {
		return err
	}
	status, err := r.Shelf().Status(ctx)
	if err != nil {
		return err
	}
	p.Reports = status.Reports
	if p.Skip > 0 {
		p.Before = max(0, p.Skip-perPage)
	}
	if p.Skip+len(p.Stories) < p.Count {
		p.Next = p.Skip + perPage
	}
	return r.Show("today", r.Say("today.title"), p)
}

// number is a number of the address, 0 where it is none.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}
