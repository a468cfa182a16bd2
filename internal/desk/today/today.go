// Package today is the page on which one begins: stories and incidents, the newest first.
package today

import (
	"slices"
	"strconv"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/desk/mapping"
	"riwaya/internal/desk/site"
	"riwaya/internal/shelf"
)

// Routes are the page's addresses.
func Routes() []site.Route {
	return []site.Route{
		{Method: "GET", Pattern: "/{$}", Least: site.Reader, Handle: show, Kept: true},
		{Method: "GET", Pattern: "/today", Least: site.Reader, Handle: show, Kept: true},
	}
}

// perPage is how many stories a page has.
const perPage = 20

// page is what the template shows.
type page struct {
	Stories   []story
	Count     int
	Incidents []happening
	Happened  int // of incidents in all
	Map       *mapping.Collection
	Reports   int64 // in the ledger
	From, To  string
	Type      string
	Types     []string
	Outlets   int
	Single    bool // stories of one report, too
	Skip      int
	Next      int // 0 where there are no more
	Before    int // -1 where these are the first
	Filtered  bool
}

// happening is an incident on the list beside the map.
type happening struct {
	riwaya.Incident
	Place   string // as it may be said in the page's language, "" where nothing says
	Reports int
	Figures []figure
}

// figure is what reports give of one predicate.
type figure struct {
	riwaya.IncidentFigure
	Contested bool // lowest and highest differ
}

// few is the number of reports up to which a ledger is shown whole: single reports too.
const few = 200

// incidentsShown is how many incidents stand beside the map.
const incidentsShown = 12

// onMap is how many incidents are on the map.
const onMap = 200

func show(r *site.Request) error {
	ctx := r.Context()
	status, err := r.Shelf().Status(ctx)
	if err != nil {
		return err
	}
	q := r.URL.Query()
	p := page{From: q.Get("from"), To: q.Get("to"), Outlets: number(q.Get("outlets")), Skip: number(q.Get("skip")), Before: -1, Reports: status.Reports,
		Type: q.Get("type"), Types: types, Single: q.Get("single") != "" || !q.Has("skip") && !q.Has("from") && status.Reports <= few}
	p.Filtered = p.From+p.To+p.Type != "" || p.Outlets > 0
	if !slices.Contains(types, p.Type) {
		p.Type = ""
	}
	asked := across.Asked{From: p.From, To: p.To, Outlets: p.Outlets, Reports: 2, Limit: perPage, Skip: p.Skip}
	if p.Single {
		asked.Reports = 1
	}
	items, count, err := r.Shelf().List(ctx, asked)
	if err != nil {
		return err
	}
	p.Count = count
	for i := range items {
		p.Stories = append(p.Stories, story{items[i], about(r, items[i].Marks)})
	}
	if p.Skip > 0 {
		p.Before = max(0, p.Skip-perPage)
	}
	if p.Skip+len(p.Stories) < p.Count {
		p.Next = p.Skip + perPage
	}
	if err := p.happened(r); err != nil {
		return err
	}
	return r.Show("today", r.Say("today.title"), p)
}

// story is one of the list.
type story struct {
	shelf.Item
	About []string // in the page's language, where the reports or the lexicon have it
}

// aboutShown is how many words a story has on the list.
const aboutShown = 8

// about are the words for what a story is about.
func about(r *site.Request, marks []shelf.Mark) (out []string) {
	for _, k := range marks {
		w := k.Written
		switch {
		case k.Kind == riwaya.MarkActor:
			w = called(r, k.Value, w)
		case r.Words.Language == "ar":
			w = k.Spelled
		}
		if w = site.Shown(r.Words, w); !slices.Contains(out, w) && len(out) < aboutShown {
			out = append(out, w)
		}
	}
	return out
}

// called is what an actor is called on an Arabic page, by its ID or its English name; the name that is given on others, and where
// the lexicon has none.
func called(r *site.Request, actor, name string) string {
	if arabic := r.Site.Arabic()[actor]; arabic != "" && r.Words.Language == "ar" {
		return arabic
	}
	return name
}

// types are those of events that can be asked for: what conflict and displacement are made of.
var types = []string{"ASSAULT", "COERCE", "DISPLACE", "PROTEST", "DISASTER", "RETREAT", "AGREE", "AID"}

// happened adds the latest incidents, in a list and on the map.
func (p *page) happened(r *site.Request) error {
	asked := across.Happened{From: p.From, To: p.To, Type: p.Type, Limit: onMap}
	if asked.To == "" { // what reports date after the last of them has not happened yet
		outlets, err := r.Shelf().Outlets(r.Context())
		if err != nil {
			return err
		}
		for i := range outlets {
			asked.To = max(asked.To, outlets[i].Last)
		}
	}
	all, count, err := r.Shelf().Incidents(r.Context(), asked)
	if err != nil {
		return err
	}
	p.Happened, p.Map = count, mapping.New()
	for i := range all {
		h := happeningOf(r, &all[i])
		if i < incidentsShown {
			p.Incidents = append(p.Incidents, h)
		}
		name := h.Place
		p.Map.Incident(&all[i], name, mapping.Properties{Href: r.Link("incident", h.ID), ID: h.ID, Contested: slices.ContainsFunc(h.Figures, func(f figure) bool { return f.Contested }),
			Where: r.Words.Word("precision", precisionOf(h.Incident.Place)), Meta: r.Say("today.meta", r.Words.Word("event", h.Type), h.Last)})
	}
	return nil
}

func precisionOf(p *riwaya.IncidentPlace) string {
	if p == nil {
		return ""
	}
	return p.Precision
}

func happeningOf(r *site.Request, in *riwaya.Incident) happening {
	h := happening{Incident: *in}
	if in.Place != nil {
		h.Place = in.Place.Name
		if r.Words.Language == "ar" && in.Place.NameAr != "" {
			h.Place = in.Place.NameAr
		}
	}
	told := map[string]bool{}
	for _, e := range in.Events {
		told[e.Article] = true
	}
	h.Reports = len(told)
	for _, f := range in.Figures {
		f.Of = called(r, f.Of, f.Of)
		h.Figures = append(h.Figures, figure{f, f.Lowest.Value != f.Highest.Value})
	}
	return h
}

// number is a number of the address, 0 where it is none.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}
