package table

import (
	"riwaya"
	"riwaya/internal/export"
	"riwaya/internal/question/track"
	"riwaya/internal/show"
)

// The names of the columns are a contract: they stay, and new ones may be added.
// docs/questions.md has each.
var accountHeads = []export.Head{
	{Name: "question"}, {Name: "predicate"}, {Name: "group"}, {Name: "scope"}, {Name: "part"}, {Name: "place"}, {Name: "geonames"}, {Name: "country"},
	{Name: "from"}, {Name: "to"}, {Name: "since"}, {Name: "incident"},
	{Name: "account"}, {Name: "told_by", Said: true}, {Name: "told_by_kind"}, {Name: "told_by_named"}, {Name: "through", Said: true},
	{Name: "figure", Said: true}, {Name: "op"}, {Name: "low"}, {Name: "high"}, {Name: "total"}, {Name: "counted"}, {Name: "hedged"},
	{Name: "given_at"}, {Name: "given_from"}, {Name: "outlet"}, {Name: "place_as_spelled", Said: true}, {Name: "why_here"}, {Name: "article"}, {Name: "figure_id"},
}

func accountRow(q *riwaya.Question, i int, a *riwaya.Account, g *riwaya.Given) []export.Cell {
	var place, country string
	var geonames *float64
	if p := q.Place; p != nil {
		place, country = p.Name, text(p.Country)
		if p.GeoNames != nil {
			n := float64(*p.GeoNames)
			geonames = &n
		}
	}
	return []export.Cell{
		export.Text(q.ID), export.Text(q.Predicate), export.Text(q.Group), export.Text(q.Scope), export.Truth(q.Part), export.Text(place), export.Number(geonames), export.Text(country),
		export.Text(text(q.From)), export.Text(text(q.To)), export.Text(text(q.Since)), export.Text(text(q.Incident)),
		export.Count(i + 1), export.Text(a.By.Name), export.Text(a.By.Kind), export.Truth(a.By.Named), export.List(g.Through),
		export.Text(g.Text), export.Text(g.Op), export.Number(g.Low), export.Number(g.High), export.Number(g.Total), export.Text(g.Group), export.Truth(g.Hedged),
		export.Text(g.At), export.Text(g.AtFrom), export.Text(g.Outlet), export.Text(g.Spelled), export.Text(g.Why), export.Text(g.Article), export.Text(g.Figure),
	}
}

var trackerHeads = []export.Head{
	{Name: "key"}, {Name: "name"}, {Name: "predicate"}, {Name: "group"}, {Name: "figure", Said: true}, {Name: "op"}, {Name: "low"}, {Name: "high"}, {Name: "total"},
	{Name: "told_by", Said: true}, {Name: "told_by_kind"}, {Name: "told_by_named"}, {Name: "through", Said: true}, {Name: "given_at"}, {Name: "given_from"},
	{Name: "outlet"}, {Name: "title", Said: true}, {Name: "url"}, {Name: "article"}, {Name: "figure_id"}, {Name: "others"}, {Name: "lowest"}, {Name: "highest"},
}

func trackerRow(r *track.Row) []export.Cell {
	g := &r.Figure
	return []export.Cell{
		export.Text(r.Key), export.Text(r.Name), export.Text(r.Predicate), export.Text(r.Group), export.Text(g.Text), export.Text(g.Op), export.Number(g.Low), export.Number(g.High), export.Number(g.Total),
		export.Text(r.By.Name), export.Text(r.By.Kind), export.Truth(r.By.Named), export.List(g.Through), export.Text(g.At), export.Text(g.AtFrom),
		export.Text(g.Outlet), export.Text(r.Title), export.Text(r.URL), export.Text(g.Article), export.Text(g.Figure), export.Count(r.Others), export.Text(amount(r.Lowest)), export.Text(amount(r.Highest)),
	}
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// amount is a figure's number with what bounds it, "" for none.
func amount(g *riwaya.Given) string {
	if g == nil {
		return ""
	}
	return show.Amount(&riwaya.Figure{Op: g.Op, Low: g.Low, High: g.High, Total: g.Total})
}
