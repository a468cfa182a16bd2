// Package incident is the page of one happening: what, when, where and how exactly, who is said to
// have done and suffered it and by whom, what is counted, from how many origins it is told, and every
// telling at its place.
package incident

import (
	"fmt"
	"slices"

	"riwaya"
	"riwaya/internal/desk/site"
	"riwaya/internal/desk/views"
)

// Routes are the page's addresses.
func Routes() []site.Route {
	return []site.Route{{Method: "GET", Pattern: "/incident/{id}", Least: site.Reader, Handle: show, Kept: true}}
}

// page is what the template shows.
type page struct {
	Incident
	Stories  []views.Story
	Tellings []Telling
	Origins  views.Origins // who tells of it
}

func show(r *site.Request) error {
	in, err := r.Shelf().Found.Incident(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	var p page
	err = views.Telling(r, &in, func(v *views.View) error {
		tellers := v.M.Tellers(&in)
		p.Incident, p.Tellings, p.Origins = Of(v, &in), tellings(v, &in), v.Origins(&tellers)
		return nil
	})
	if err == nil {
		p.Stories, err = views.Stories(r, in.Stories)
	}
	if err != nil {
		return err
	}
	return r.Show("incident", p.Title, p)
}

// Incident is a happening as it is shown.
type Incident struct {
	ID, Title            string
	Type, Mode           string // in words
	ACLED                string // its sub-type in words, "" where it has none
	ACLEDEvent, ACLEDSub string // as ACLED has them
	Ongoing              bool
	First, Last          string
	Seen                 bool
	TimePrecision        string // in words
	DatePrec             string
	TimeCode, DateCode   int
	Place                string
	Spellings            []string
	Within               []string // province, district, country
	Point                string   // latitude and longitude, degrees; "" where none is known
	PlacePrecision       string
	GeoPrecision         string
	WherePrec            string
	GeoCode, WhereCode   int
	Parties              []Party
	Figures              []Figure
	Reports              int
	PlaceHref            string // where the place stands in a report
	Confidence           int    // in percent
	Contested            bool
}

// Party is somebody's part as reports have it.
type Party struct {
	Name, Kind, Country string
	Role, Standing      string // in words
	Accused             bool   // not told as a fact
	By                  []string
	Reports             []views.Report
	Source              string
}

// Figure is what is counted under one predicate.
type Figure struct {
	Predicate       string // in words
	Group           string // in words, "" for people of whom nothing more is said
	Of              string // whose
	Lowest, Highest Number
	Same            bool
	Numbers         []Number
}

// Number is a number that a report states.
type Number struct {
	Text, Bounds, By string
	Report           views.Report
	Href             string
}

// Telling is one report's telling.
type Telling struct {
	Report views.Report
	Said   []views.Excerpt
	Status string // in words, "" where it happened
	By     string // who says it, "" where the report does itself
	Claim  string // the address of its chain
	Why    []string
}

// Of is an incident as it is shown, with reports of the view's matter.
func Of(v *views.View, in *riwaya.Incident) Incident {
	out := Incident{ID: in.ID, Type: v.Words.Word("event", in.Type), Ongoing: in.Status == "ongoing", First: in.First, Last: in.Last, Seen: in.Seen,
		TimeCode: in.TimePrecision, DateCode: in.DatePrec, GeoCode: in.GeoPrecision, WhereCode: in.WherePrec, Confidence: int(100*in.Confidence + 0.5)}
	out.TimePrecision, out.DatePrec = v.Words.Word("acledtime", views.Number(float64(in.TimePrecision))), v.Words.Word("ucdpdate", views.Number(float64(in.DatePrec)))
	out.GeoPrecision, out.WherePrec = v.Words.Word("acledplace", views.Number(float64(in.GeoPrecision))), v.Words.Word("ucdpwhere", views.Number(float64(in.WherePrec)))
	if in.Mode != nil {
		out.Mode = v.Words.Word("mode", *in.Mode)
	}
	if in.ACLED != nil {
		out.ACLEDEvent, out.ACLEDSub = in.ACLED.EventType, in.ACLED.SubEventType
		out.ACLED = v.Words.Word("acled", in.ACLED.SubEventType)
	}
	out.place(v, in.Place)
	told := map[string]bool{}
	for _, e := range in.Events {
		told[e.Article] = true
	}
	out.Reports = len(told)
	for i := range in.Parties {
		out.Parties = append(out.Parties, party(v, &in.Parties[i]))
	}
	for i := range in.Figures {
		f := &in.Figures[i]
		one := Figure{Predicate: v.Words.Word("predicate", f.Predicate), Of: v.Name(nil, f.Of), Lowest: number(v, &f.Lowest), Highest: number(v, &f.Highest), Same: f.Lowest.Value == f.Highest.Value}
		if !f.All() {
			one.Group = v.Words.Word("group", f.Group)
		}
		for k := range f.Numbers {
			one.Numbers = append(one.Numbers, number(v, &f.Numbers[k]))
		}
		out.Contested = out.Contested || !one.Same
		out.Figures = append(out.Figures, one)
	}
	out.Title = out.Type
	if out.ACLED != "" && in.ACLED.SubEventType != "Other" {
		out.Title = out.ACLED
	}
	if out.Place != "" {
		out.Title += " · " + views.Isolated(out.Place)
	}
	if in.Last != "" {
		out.Title += " · " + views.Isolated(in.Last)
	}
	return out
}

func (out *Incident) place(v *views.View, p *riwaya.IncidentPlace) {
	if p == nil {
		return
	}
	out.Place = v.Shown(p.Name)
	if v.Words.Language == "ar" && p.NameAr != "" {
		out.Place = v.Shown(p.NameAr)
	}
	for _, w := range []*string{p.Admin2, p.Admin1} {
		if w != nil && *w != "" {
			out.Within = append(out.Within, *w)
		}
	}
	if p.Country != nil && *p.Country != "" {
		out.Within = append(out.Within, v.Country(*p.Country))
	}
	out.Spellings = p.Spellings
	if p.Lat != nil && p.Lon != nil {
		out.Point = fmt.Sprintf("%.4f, %.4f", *p.Lat, *p.Lon)
	}
	out.PlacePrecision = v.Words.Word("precision", p.Precision)
	if p.Article != "" && p.Place != "" {
		out.PlaceHref = v.At(p.Article, p.Place)
	}
}

// namedReports is how many reports stand by name beside a party; the rest are in the tellings.
const namedReports = 6

func party(v *views.View, p *riwaya.IncidentParty) Party {
	out := Party{Name: v.Name(&p.Actor, p.Name), Kind: v.Words.Word("kind", p.Kind), Role: v.Words.Word("role", p.Role), Standing: v.Words.Word("standing", p.Standing),
		Accused: p.Standing != "reported"}
	if speaks(v, p.Actor) {
		out.Source = views.Source(&p.Actor)
	}
	if p.Country != nil {
		out.Country = v.Country(*p.Country)
	}
	for _, by := range p.By {
		if v.Words.Has("kind." + by) {
			by = v.Words.Word("kind", by)
		}
		out.By = append(out.By, v.Name(nil, by))
	}
	for _, a := range p.Articles {
		out.Reports = append(out.Reports, v.Report(a))
	}
	return out
}

// Few are those of a party's reports that stand by name.
func (p Party) Few() []views.Report { return p.Reports[:min(len(p.Reports), namedReports)] }

// More is how many others there are.
func (p Party) More() int { return max(0, len(p.Reports)-namedReports) }

func number(v *views.View, n *riwaya.IncidentNumber) Number {
	low := n.Value
	out := Number{Text: v.Shown(n.Text), Bounds: v.Bounds(n.Op, &low, nil), Report: v.Report(n.Article), Href: v.At(n.Article, n.Figure), By: v.Name(nil, n.By)}
	if n.Op == "range" || n.Op == "vague" {
		out.Bounds = out.Text
	}
	return out
}

// tellings are all tellings, those of the earliest day first.
func tellings(v *views.View, in *riwaya.Incident) (out []Telling) {
	at := map[string]int{}
	for i := range in.Events {
		e := &in.Events[i]
		rec := v.M.Record(e.Article)
		if rec == nil {
			continue
		}
		n, ok := at[e.Article]
		if !ok {
			n = len(out)
			at[e.Article] = n
			out = append(out, Telling{Report: v.Report(e.Article)})
		}
		t := &out[n]
		for _, why := range e.Why {
			if w := v.Words.Word("same", why); !slices.Contains(t.Why, w) {
				t.Why = append(t.Why, w)
			}
		}
		for k := range rec.Events {
			ev := &rec.Events[k]
			if ev.ID != e.Event {
				continue
			}
			said := v.Excerpt(riwaya.Evidence{Article: e.Article, Spans: ev.Span})
			said.Href = v.At(e.Article, ev.ID)
			t.Said = append(t.Said, said)
			if ev.Status != "happened" {
				t.Status = v.Words.Word("status", ev.Status)
			}
			if ev.Claim != nil && t.Claim == "" {
				t.Claim = v.Link("chain", *ev.Claim)
				t.By = by(v, rec, *ev.Claim)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Telling) int {
		switch {
		case a.Report.Day < b.Report.Day:
			return -1
		case a.Report.Day > b.Report.Day:
			return 1
		}
		return 0
	})
	return out
}

// speaks reports whether somebody is a source in the reports: who is only told of has no page.
func speaks(v *views.View, actor string) bool {
	for _, rec := range v.M.Records() {
		for i := range rec.Claims {
			if s := &rec.Claims[i].Source; s.Actor != nil && *s.Actor == actor && !s.Private {
				return true
			}
		}
	}
	return false
}

// by is who makes a claim.
func by(v *views.View, rec *riwaya.Record, claim string) string {
	for i := range rec.Claims {
		if c := &rec.Claims[i]; c.ID == claim {
			name := v.M.Gate(rec.Article.ID).Source(c)
			if c.Source.Name != nil && !c.Source.Private {
				name = v.Name(c.Source.Actor, *c.Source.Name)
			}
			if name == "" {
				return v.Words.Word("kind", c.Source.Kind)
			}
			return v.Shown(name)
		}
	}
	return ""
}
