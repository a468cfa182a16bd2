// Package source is the page of somebody who speaks: what they said over reports, how, which figures
// they gave, which outlets carry it, and where others gave other figures.
//
// It promises that no private person has such a page: who is one in a report is nobody here, and of
// an ID that only private persons have nothing is known.
package source

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/desk/site"
	"riwaya/internal/ledger"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/query"
	"riwaya/internal/search/term"
	"riwaya/internal/shelf"
	"riwaya/internal/show/privacy"
)

// Routes are the page's addresses.
func Routes() []site.Route {
	return []site.Route{{Method: "GET", Pattern: "/source/{id}", Least: site.Reader, Handle: show, Kept: true}}
}

// Bounds of what is looked through and shown. Who speaks in more reports is shown by the latest.
const (
	mostReports = 100
	perPage     = 40
	mostFigures = 25
)

// saying is one claim of theirs.
type saying struct {
	Article, Claim, Outlet, Day, Class, Content, Language string
	Seen                                                  bool
	Title                                                 string
}

// given is one figure that they gave.
type given struct {
	Article, Figure, Outlet, Day, Text, Predicate, Place string
	Seen                                                 bool
}

// counted is a value and how often it is there.
type counted struct {
	Value string
	N     int
}

// said is what was found of somebody, in no language's words.
type said struct {
	Name, NameAr, Kind string
	Lexicon            bool // the ID is the lexicon's
	Reports, Claims    int
	More               bool // there are more reports than were looked through
	First, Last        string
	Classes, Outlets   []counted
	Sayings            []saying
	Figures            []given
	Stories            []string // articles with figures of theirs, one of each story, the latest first
}

// page is what the template shows.
type page struct {
	said
	ID           string
	Shown        string
	Sayings      []saying
	MoreFigures  int
	Before, Next int
	Looked       bool // contradictions were looked for
	Contradicted []contradicted
	Unlooked     int // stories that were not looked through
}

func show(r *site.Request) error {
	id := r.PathValue("id")
	if strings.TrimSpace(id) == "" || riwaya.OfArticle(id) {
		return ledger.ErrUnknown
	}
	found, err := shelf.Remember(r.Context(), r.Shelf(), "source "+id, func() (*said, error) { return gather(r.Context(), r.Shelf(), id) })
	if err != nil {
		return err
	}
	if found.Claims == 0 {
		if found = told(r.Shelf(), id); found == nil {
			return ledger.ErrUnknown
		}
	}
	p := page{said: *found, ID: id, Before: -1}
	p.Shown = cmp.Or(found.Name, found.NameAr)
	if r.Words.Language == "ar" {
		p.Shown = cmp.Or(found.NameAr, found.Name)
	}
	skip := min(number(r.URL.Query().Get("skip")), len(found.Sayings))
	end := min(skip+perPage, len(found.Sayings))
	p.Sayings = slices.Clone(found.Sayings[skip:end]) // what is remembered stays as it is
	for i := range p.Sayings {
		x := &p.Sayings[i]
		x.Content, x.Title = site.Shown(r.Words, x.Content), site.Shown(r.Words, x.Title)
	}
	if skip > 0 {
		p.Before = max(0, skip-perPage)
	}
	if end < len(found.Sayings) {
		p.Next = end
	}
	if len(p.Figures) > mostFigures {
		p.MoreFigures, p.Figures = len(p.Figures)-mostFigures, p.Figures[:mostFigures]
	}
	if r.URL.Query().Has("contradicted") {
		p.Looked = true
		if p.Contradicted, p.Unlooked, err = contradictions(r, id, found); err != nil {
			return err
		}
	}
	return r.Show("source", p.Shown, p)
}

// told is somebody whom the lexicon knows and reports only tell of: pages name them, and here it says
// that nothing of theirs is in the ledger. nil for anybody else.
func told(s *shelf.Shelf, id string) *said {
	for i := range s.Tools.Lexicon.Actors {
		if a := &s.Tools.Lexicon.Actors[i]; a.ID == id {
			return &said{Name: a.Name, Kind: a.Kind, Lexicon: true}
		}
	}
	return nil
}

func number(s string) (n int) {
	for _, c := range s {
		if c < '0' || c > '9' || n > 1<<20 {
			return 0
		}
		n = 10*n + int(c-'0')
	}
	return n
}

// gather looks through the reports in which somebody speaks.
func gather(ctx context.Context, s *shelf.Shelf, id string) (*said, error) {
	out := &said{}
	n := query.Field{Name: "speaker", Value: id, Exact: true}
	terms := string(s.Terms.Append(nil, id))
	if terms == "" {
		return out, nil
	}
	of, count, err := s.Index.Search(ctx, n, fts.Options{Order: fts.ByDay, Limit: mostReports})
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(of.Results))
	days := map[string]fts.Result{}
	for i, x := range of.Results {
		ids[i] = x.Article
		days[x.Article] = x
	}
	out.More = count > len(ids)
	all, err := s.Store.Readings(ctx, ids, "claims", "figures", "actors", "places")
	if err != nil {
		return nil, err
	}
	classes, outlets, names, namesAr := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for i := range all {
		if all[i].Version < all[i].Versions {
			continue // of several versions of a report the newest counts
		}
		day := days[all[i].Article]
		l := looking{terms: s.Terms, wanted: terms, rec: &all[i].Read, article: all[i].Article, day: day.Day, seen: day.Seen}
		sayings, figures := l.look(out, names, namesAr)
		if len(sayings) == 0 {
			continue
		}
		out.Reports++
		out.First, out.Last = earlier(out.First, day.Day), max(out.Last, day.Day)
		for _, x := range sayings {
			classes[x.Class]++
		}
		outlets[sayings[0].Outlet]++
		out.Sayings = append(out.Sayings, sayings...)
		if len(figures) > 0 {
			out.Figures = append(out.Figures, figures...)
			out.Stories = append(out.Stories, all[i].Article)
		}
	}
	out.Claims = len(out.Sayings)
	out.Classes, out.Outlets = tally(classes), tally(outlets)
	out.Name, out.NameAr = commonest(names), commonest(namesAr)
	return out, nil
}

func earlier(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

// tally are values by how often they are there.
func tally(m map[string]int) (out []counted) {
	for _, v := range slices.Sorted(maps.Keys(m)) {
		out = append(out, counted{v, m[v]})
	}
	slices.SortStableFunc(out, func(a, b counted) int { return b.N - a.N })
	return out
}

func commonest(m map[string]int) string {
	if all := tally(m); len(all) > 0 {
		return all[0].Value
	}
	return ""
}

// looking looks through one article for what somebody says in it.
type looking struct {
	terms        *term.Terms
	wanted       string // their name or ID as the index compares it
	rec          *riwaya.Record
	article, day string
	seen         bool
}

func (l *looking) look(out *said, names, namesAr map[string]int) (sayings []saying, figures []given) {
	gate := privacy.NewGate(l.rec)
	private := map[string]bool{}
	for i := range l.rec.Actors {
		if a := &l.rec.Actors[i]; a.Private {
			private[a.ID] = true
		}
	}
	outlet := gate.Words(stated(l.rec.Article.Outlet))
	title := gate.Words(l.rec.Article.Title)
	theirs := map[string]bool{}
	for i := range l.rec.Claims {
		c := &l.rec.Claims[i]
		s := &c.Source
		if s.Private || privacy.Hides(s) || private[stated(s.Actor)] || gate.Words(s.Text) != s.Text || !l.means(s) {
			continue
		}
		theirs[c.ID] = true
		out.Lexicon = out.Lexicon || s.Actor != nil && !riwaya.OfArticle(*s.Actor) && l.same(*s.Actor)
		out.Kind = cmp.Or(out.Kind, s.Kind)
		if s.Name != nil {
			names[*s.Name]++
		}
		if name := stated(s.NameAr); name != "" {
			namesAr[name]++
		} else if s.Text != "" {
			namesAr[s.Text]++
		}
		sayings = append(sayings, saying{l.article, c.ID, outlet, l.day, c.Cue.Class, shorten(gate.At(c.Content.Spans)), l.rec.Article.Language, l.seen, title})
	}
	for i := range l.rec.Figures {
		f := &l.rec.Figures[i]
		if f.Claim == nil || !theirs[*f.Claim] {
			continue
		}
		one := given{Article: l.article, Figure: f.ID, Outlet: outlet, Day: l.day, Seen: l.seen, Text: gate.At(f.Span), Predicate: f.Predicate}
		for k := range l.rec.Places {
			if p := &l.rec.Places[k]; f.Place != nil && p.ID == *f.Place {
				one.Place = gate.At(p.Span)
			}
		}
		figures = append(figures, one)
	}
	return sayings, figures
}

// means reports whether a source is the one that is looked for.
func (l *looking) means(s *riwaya.Source) bool {
	if s.Actor != nil && l.same(*s.Actor) {
		return true
	}
	return slices.ContainsFunc([]string{s.Text, stated(s.Name), stated(s.NameAr)}, l.same)
}

func (l *looking) same(name string) bool {
	return name != "" && string(l.terms.Append(nil, name)) == l.wanted
}

func stated(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// shorten cuts words at a space, and says so.
func shorten(s string) string {
	const most = 300 // characters
	s = strings.Join(strings.Fields(s), " ")
	n := 0
	for i := range s {
		if n++; n > most {
			if k := strings.LastIndexByte(s[:i], ' '); k > 0 {
				i = k
			}
			return s[:i] + " …"
		}
	}
	return s
}
