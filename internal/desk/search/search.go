// Package search is the page on which articles are looked for: by the query language, or by plain
// fields that write the query; as a list with the words marked, as a table, or on a map.
package search

import (
	"errors"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/desk/mapping"
	"riwaya/internal/desk/site"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/hit"
	"riwaya/internal/search/query"
	"riwaya/internal/tracing"
)

// Routes are the page's addresses.
func Routes() []site.Route {
	return []site.Route{{Method: "GET", Pattern: "/search", Least: site.Reader, Handle: show, Kept: true}}
}

// The ways in which results are looked at.
const (
	asList  = "list"
	asTable = "table"
	asMap   = "map"
)

// perPage is how many results a page of each way has. Those of a map are looked through for places.
var perPage = map[string]int{asList: 20, asTable: 50, asMap: 40}

// page is what the template shows.
type page struct {
	Query, Said string // as it was typed; as it was understood
	View, Order string
	Filter      filter
	Wrong       *wrong
	Number      bool // it is a number in words, whose way can be looked for
	Asked       bool
	Count       int
	Hits        []result
	Next        string // of the address, "" where there are no more
	First       string // the first page, "" where this is it
	Map         *mapping.Collection
	Places      []placed
	Classes     []string
	Events      []string
	Predicates  []string
}

// result is an article that was found.
type result struct {
	hit.Hit
	Head, Stretch []bit
}

// bit is a part of a text, marked or not.
type bit struct {
	Text string
	On   bool
}

func show(r *site.Request) error {
	v := r.URL.Query()
	if to := elsewhere(r, v.Get("q")); to != "" {
		return r.Redirect(to, "")
	}
	p := page{Query: v.Get("q"), View: v.Get("view"), Order: v.Get("order"), Classes: riwaya.Classes, Events: events, Predicates: query.Predicates}
	if perPage[p.View] == 0 {
		p.View = asList
	}
	if filled(v) { // the fields write the query, and the page is that of the query
		f := filterOf(v)
		q, err := f.query()
		if err == nil {
			return r.Redirect("/search?"+p.address(q, ""), "")
		}
		p.Query, p.Filter = f.Words, f
		return p.wrong(r, err)
	}
	n, err := query.Parse(p.Query)
	if err != nil {
		p.Filter = filter{Words: p.Query}
		return p.wrong(r, err)
	}
	p.Said, p.Filter = query.String(n), read(n)
	if n == nil {
		return r.Show("search", r.Say("search.title"), p)
	}
	p.Asked, p.Number = true, onlyWords(n) && isNumber(r, p.Query)
	o := fts.Options{Limit: perPage[p.View], After: v.Get("cursor")}
	if p.Order == "day" {
		o.Order = fts.ByDay
	}
	found, err := r.Shelf().Search(r.Context(), n, o)
	if errors.Is(err, fts.ErrCursor) {
		return site.Wrong("search.cursor")
	}
	if err != nil {
		return err
	}
	p.Count = found.Count
	for _, h := range found.Hits {
		one := result{h, shown(r, marked(h.Title, h.Marks)), shown(r, marked(h.Snippet.Text, h.Snippet.Marks))}
		for i := range one.Findings {
			f := &one.Findings[i]
			f.Text, f.Source = site.Shown(r.Words, f.Text), site.Shown(r.Words, f.Source)
		}
		p.Hits = append(p.Hits, one)
	}
	if found.Next != "" {
		p.Next = r.Link("search") + "?" + p.address(p.Query, found.Next)
	}
	if o.After != "" {
		p.First = r.Link("search") + "?" + p.address(p.Query, "")
	}
	if p.View == asMap {
		if err := p.places(r); err != nil {
			return err
		}
	}
	return r.Show("search", r.Say("search.title"), p)
}

// shown says what private persons are in the language of the page.
func shown(r *site.Request, bits []bit) []bit {
	for i := range bits {
		bits[i].Text = site.Shown(r.Words, bits[i].Text)
	}
	return bits
}

// marked divides a text at its marks.
func marked(text string, marks riwaya.Spans) (out []bit) {
	at := 0
	for _, m := range marks {
		if m.Start < at || m.End > len(text) {
			continue
		}
		if at < m.Start {
			out = append(out, bit{text[at:m.Start], false})
		}
		out = append(out, bit{m.Of(text), true})
		at = m.End
	}
	if at < len(text) {
		out = append(out, bit{text[at:], false})
	}
	return out
}

// pages are the pages of IDs, by what these begin with.
var pages = map[string]string{"art-": "report", "cap-": "evidence", "c-": "chain", "s-": "story", "i-": "incident", "q-": "question"}

// elsewhere is the page of what is asked for, where that is an ID or the address of a report; "" where
// it is words.
func elsewhere(r *site.Request, q string) string {
	q = strings.TrimSpace(q)
	if q == "" || strings.ContainsAny(q, " \t\n") {
		return ""
	}
	if strings.HasPrefix(q, "http://") || strings.HasPrefix(q, "https://") {
		all, err := r.Shelf().Store.VersionsOf(r.Context(), q)
		if err != nil || len(all) == 0 {
			return ""
		}
		return "/report/" + all[len(all)-1]
	}
	start, rest, _ := strings.Cut(q, "-")
	if to := pages[start+"-"]; to != "" && len(rest) >= 10 && strings.Trim(rest, "0123456789abcdefghjkmnpqrstvwxyz-") == "" {
		return "/" + to + "/" + q
	}
	return ""
}

// onlyWords reports whether a query has nothing of the query language.
func onlyWords(n query.Node) bool {
	switch n := n.(type) {
	case query.Text:
		return !n.Phrase && !n.Loose
	case query.And:
		return !slices.ContainsFunc(n, func(part query.Node) bool { return !onlyWords(part) })
	}
	return false
}

// isNumber reports whether a query is a number in words.
func isNumber(r *site.Request, q string) bool {
	if r.Shelf().Tools == nil {
		return false
	}
	a, err := r.Shelf().Asker()
	if err != nil {
		if r.Site.Log != nil {
			r.Site.Log(err)
		}
		return false
	}
	return tracing.IsNumber(q, a.Parse(q))
}
