// Package report is the page of one report: the article as it was published, with what was read
// in it marked in place, and beside it what the findings say, each with the rule that made it.
//
// It is the only page that has an article's text with the names in it. What stands beside the text
// has passed the gate of private persons, and no name of one is a link, here or in the text.
package report

import (
	"strings"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/desk/site"
	"riwaya/internal/desk/views"
	"riwaya/internal/ledger"
	"riwaya/internal/review/finding"
)

// Routes are the page's addresses.
func Routes() []site.Route {
	return []site.Route{
		{Method: "GET", Pattern: "/report/{id}", Least: site.Reader, Handle: show, Kept: true},
		{Method: "GET", Pattern: "/report/{id}/why/{finding}", Least: site.Reader, Handle: explain, Kept: true},
	}
}

// page is what the template shows.
type page struct {
	Article, Title, Language string
	Headline                 bool // the text begins with the title
	Outlet, URL, Published   string
	PublishedFrom, Exactness string // in words
	Seen                     string // where nothing says when it appeared
	Authors                  []string
	Coverage                 riwaya.Coverage
	Stated                   *riwaya.Stated
	Version, Versions        int
	Newest                   string // the article that counts in this one's place, "" where it is the one
	Older                    []version
	Story                    string
	Layers                   []layer
	Lines                    []line
	Claims                   []claim
	Figures                  []figure
	Events                   []event
	Positions                []position
	Places                   []place
	Times                    []when
	Actors                   []actor
	Private                  int // persons of it who stay unnamed
	Credits                  []credit
	Furniture                int // characters of the text that are not the article
	Copies                   []copied
	MoreCopies               int
	At                       bool                    // a span was asked for, and is marked
	Reviews                  map[string]views.Review // of the findings about which anything was decided
}

// layer is a kind of finding that can be looked at or not.
type layer struct {
	Name  string
	Count int
}

func show(r *site.Request) error {
	id := r.PathValue("id")
	if !strings.HasPrefix(id, "art-") {
		return ledger.ErrUnknown
	}
	reading, err := read(r, id)
	if err != nil {
		return err
	}
	v := newView(r, reading)
	p := v.page()
	if err := v.around(&p); err != nil {
		return err
	}
	if p.Reviews, err = views.Reviews(r.Context(), r.Shelf(), finding.Read(p.Article, "", v.rec)); err != nil {
		return err
	}
	return r.Show("report", v.gate.Words(p.Title), p)
}

// read is an article with its findings; where it was withdrawn the error says so.
func read(r *site.Request, id string) (*ledger.Reading, error) {
	reading, err := r.Shelf().Reading(r.Context(), id)
	if err == nil {
		return reading, nil
	}
	if _, e := r.Shelf().Store.Find(r.Context(), id); e != nil {
		return nil, e
	}
	return nil, err
}

// view makes what the page shows of a record.
type view struct {
	r       *site.Request
	reading *ledger.Reading
	rec     *riwaya.Record
	gate    views.Gate
	claims  map[string]int // by ID
	actors  map[string]int
	places  map[string]int
	times   map[string]int
	figures map[string]int
}

func newView(r *site.Request, reading *ledger.Reading) *view {
	rec := &reading.Read
	v := &view{r: r, reading: reading, rec: rec, gate: views.NewGate(r.Words, rec), claims: map[string]int{}, actors: map[string]int{},
		places: map[string]int{}, times: map[string]int{}, figures: map[string]int{}}
	for i := range rec.Claims {
		v.claims[rec.Claims[i].ID] = i
	}
	for i := range rec.Actors {
		v.actors[rec.Actors[i].ID] = i
	}
	for i := range rec.Places {
		v.places[rec.Places[i].ID] = i
	}
	for i := range rec.Times {
		v.times[rec.Times[i].ID] = i
	}
	for i := range rec.Figures {
		v.figures[rec.Figures[i].ID] = i
	}
	return v
}

// page is all but what is around the report.
func (v *view) page() page {
	a := &v.rec.Article
	p := page{Article: v.reading.Article, Title: a.Title, Language: a.Language, Outlet: value(a.Outlet), URL: value(a.URL), Authors: a.Authors,
		Coverage: a.Coverage, Stated: a.Stated, Version: v.reading.Version, Versions: v.reading.Versions,
		Published: value(a.Published), PublishedFrom: v.r.Words.Word("dated", a.PublishedFrom), Exactness: v.r.Words.Word("exactness", string(a.PublishedPrecision))}
	p.Headline = a.Title != "" && strings.HasPrefix(a.Text, a.Title)
	if a.Title == "" {
		first, _, _ := strings.Cut(strings.TrimSpace(a.Text), "\n")
		p.Title = shorten(first, 120)
	}
	if p.Published == "" && a.Seen != nil {
		p.Seen = a.Seen.UTC().Format("2006-01-02")
	}
	p.Claims, p.Figures, p.Events = v.claimsShown(), v.figuresShown(), v.eventsShown()
	p.Positions, p.Places, p.Times = v.positionsShown(), v.placesShown(), v.timesShown()
	p.Actors, p.Private = v.actorsShown()
	for i := range a.Credits {
		c := &a.Credits[i]
		p.Credits = append(p.Credits, credit{c.Text, value(c.Name), v.r.Words.Word("credit", c.Form), views.Source(c.Actor)})
	}
	body := 0
	for _, s := range a.Body {
		body += utf8.RuneCountInString(s.Of(a.Text))
	}
	if len(a.Body) > 0 {
		p.Furniture = utf8.RuneCountInString(a.Text) - body
	}
	asked, ok := askedFor(v.r.URL.Query().Get("at"), a.Text)
	p.At = ok
	p.Lines, p.Layers = v.lines(asked)
	return p
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// shorten cuts a text at a space, and says so.
func shorten(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	runes := []rune(s)[:most]
	s = string(runes)
	if i := strings.LastIndexByte(s, ' '); i > len(s)/2 {
		s = s[:i]
	}
	return s + " …"
}
