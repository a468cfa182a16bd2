package ask

import (
	"cmp"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/question/answer"
)

// Hit is a figure that was found, and why.
type Hit struct {
	riwaya.Given
	URL       string        `json:"url"` // "" where none is known
	Predicate string        `json:"predicate"`
	By        riwaya.Teller `json:"by"`
	Place     string        `json:"place"`    // the figure's, as its report has it
	Question  string        `json:"question"` // the ID of the question that it answers, "" for none
	Found     string        `json:"found"`    // one of the constants
}

// Why a figure was found.
const (
	FoundPlace    = "place"    // it has the place that was asked for, or none was
	FoundQuestion = "question" // it answers a question about that place
	FoundReport   = "report"   // it has no place of its own, and its report names the place
)

// Result is what a question finds.
type Result struct {
	Query Query `json:"query"`
	// Same has the number that was asked for, of what was asked for; Predicates the same number
	// of something else; Others other numbers for the same. Each in the order of its reports.
	Same       []Hit    `json:"same"`
	Predicates []Hit    `json:"predicates"`
	Others     []Hit    `json:"others"`
	Searched   Searched `json:"searched"`
}

// Searched is what a question was put to.
type Searched struct {
	Reports int      `json:"reports"`
	Outlets int      `json:"outlets"`
	Figures int      `json:"figures"`
	From    string   `json:"from"`    // the first day of the reports, as published or else seen; "" for none
	To      string   `json:"to"`      // the last
	Spelled []string `json:"spelled"` // the spellings of the places that were met
	Named   int      `json:"named"`   // reports that name the place
}

// Trace is one question while records go by. It is not safe for several goroutines.
type Trace struct {
	a       *Asker
	q       Query
	outlets map[string]bool
	spelled map[string]bool
	found   []found
	search  Searched
}

type found struct {
	answer.Answer
	here bool // its own place is the one
}

// Trace begins to look for what a question asks.
func (a *Asker) Trace(q Query) *Trace {
	return &Trace{a: a, q: q, outlets: map[string]bool{}, spelled: map[string]bool{}}
}

// Add looks through one record.
func (t *Trace) Add(rec *riwaya.Record) {
	a := &rec.Article
	t.search.Reports++
	t.search.Figures += len(rec.Figures)
	if a.Outlet != nil {
		t.outlets[*a.Outlet] = true
	}
	day := ""
	if a.Published != nil {
		day = answer.DayIn(*a.Published)
	} else if a.Seen != nil {
		day = a.Seen.Format(answer.DayForm)
	}
	if day != "" {
		if t.search.From == "" || day < t.search.From {
			t.search.From = day
		}
		t.search.To = max(t.search.To, day)
	}
	here := map[string]bool{} // places of the record that are the one asked for
	for i := range rec.Places {
		if p := &rec.Places[i]; t.q.is(p.Name, p.GeoNames, p.Country, p.Text) {
			here[p.ID] = true
			t.spelled[p.Text] = true
		}
	}
	if len(t.q.Places) > 0 && len(here) == 0 {
		return
	}
	t.search.Named++
	figures := t.a.answers.Figures(rec, func(f *riwaya.Figure) bool { return t.may(f) })
	for _, x := range figures {
		f := found{Answer: x}
		f.here = len(t.q.Places) == 0 || x.Place.Key != "" && t.q.is(&x.Place.Name, x.Place.GeoNames, x.Place.Country, x.Given.Spelled)
		t.found = append(t.found, f)
	}
}

// may reports whether a figure can be one of the hits: the number, or what is asked for.
func (t *Trace) may(f *riwaya.Figure) bool {
	return t.q.Op != "" && t.number(f.Op, f.Low, f.High) || t.q.Predicate == "" || f.Predicate == t.q.Predicate
}

// number reports whether a figure prints the number that is asked for, whatever bounds it:
// 32 is also in "at least 32". Vague numbers are only themselves.
func (t *Trace) number(op string, low, high *float64) bool {
	if (op == "vague") != (t.q.Op == "vague") {
		return false
	}
	is := func(p *float64, n *float64) bool { return p != nil && n != nil && *p == *n }
	if t.q.Op == "vague" || t.q.Op == "range" {
		return is(low, t.q.Low) && is(high, t.q.High)
	}
	n := t.q.Low
	if n == nil {
		n = t.q.High
	}
	return is(low, n) || is(high, n)
}

// is reports whether a place is one of those asked for: a name can mean several places, and
// a record has settled on one.
func (q *Query) is(name *string, geonames *int, country *string, text string) bool {
	for i := range q.Places {
		p := &q.Places[i]
		for _, c := range p.Can {
			switch {
			case c.GeoNames > 0 && geonames != nil && *geonames > 0:
				if c.GeoNames == *geonames {
					return true
				}
			case name != nil && answer.Fold(*name) == answer.Fold(c.Name) && (country == nil || c.Country == "" || *country == c.Country):
				return true
			}
		}
		said, asked := answer.Fold(text), answer.Fold(p.Text)
		if said == asked {
			return true
		}
		// "the market of Sarmin", which no table has, is in Sarmin.
		if (geonames == nil || *geonames == 0) && strings.HasSuffix(said, " "+asked) {
			return true
		}
	}
	return false
}

// Result sorts what was found. questions are those of the same records, so that a figure
// without its place is found by the question that it answers; none are needed.
func (t *Trace) Result(questions []riwaya.Question) Result {
	of := map[[2]string]*riwaya.Question{}
	for i := range questions {
		q := &questions[i]
		for _, a := range q.Accounts {
			for _, g := range a.Figures {
				of[[2]string{g.Article, g.Figure}] = q
			}
		}
	}
	r := Result{Query: t.q, Same: []Hit{}, Predicates: []Hit{}, Others: []Hit{}, Searched: t.search}
	r.Searched.Outlets = len(t.outlets)
	r.Searched.Spelled = make([]string, 0, len(t.spelled))
	for s := range t.spelled {
		r.Searched.Spelled = append(r.Searched.Spelled, s)
	}
	slices.Sort(r.Searched.Spelled)
	for i := range t.found {
		x := &t.found[i]
		h := Hit{Given: x.Given, URL: x.Report.URL, Predicate: x.What.Predicate, By: x.Teller, Place: x.Given.Spelled, Found: FoundPlace}
		q := of[[2]string{x.Given.Article, x.Given.Figure}]
		if q != nil {
			h.Question = q.ID
		}
		switch {
		case x.here:
		case q != nil && q.Place != nil && t.q.is(&q.Place.Name, q.Place.GeoNames, q.Place.Country, q.Place.Name):
			h.Found = FoundQuestion
		case x.Place.Key == "":
			h.Found = FoundReport
		default:
			continue // it is of another place
		}
		number := t.q.Op == "" || t.number(x.Given.Op, x.Given.Low, x.Given.High)
		what := (t.q.Predicate == "" || t.q.Predicate == x.What.Predicate) && (t.q.Group == "" || alike(t.q.Group, x.What.Group))
		switch {
		case number && what:
			r.Same = append(r.Same, h)
		case number && t.q.Predicate != x.What.Predicate:
			r.Predicates = append(r.Predicates, h)
		case what && t.q.Op != "" && h.Found != FoundReport: // elsewhere in a report other things are counted
			r.Others = append(r.Others, h)
		}
	}
	for _, all := range [][]Hit{r.Same, r.Predicates, r.Others} {
		slices.SortFunc(all, func(a, b Hit) int {
			return cmp.Or(strings.Compare(answer.DayIn(a.At), answer.DayIn(b.At)), strings.Compare(a.Article, b.Article), a.Span.Hull().Start-b.Span.Hull().Start, strings.Compare(a.Figure, b.Figure))
		})
	}
	return r
}

// alike reports whether two groups may be the same people: "people" says nothing against any
// other group of them.
func alike(a, b string) bool {
	return a == b || a == "people" && b != "things" && b != "other" || b == "people"
}
