package track

import (
	"cmp"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/question/answer"
	"riwaya/lexicon"
)

// Table gathers the rows of a tracker while records go by. It is not safe for several
// goroutines.
type Table struct {
	t       *Tracker
	words   *answer.Words
	states  map[string]string // lower-case code -> English name
	cells   map[cell][]answer.Answer
	names   map[string]string // of keys
	reports int
}

type cell struct{ key, predicate, group string }

// Row is one figure of a table.
type Row struct {
	Key       string        `json:"key"`  // a country's code, an actor's ID, a place, a teller
	Name      string        `json:"name"` // what it is called
	Predicate string        `json:"predicate"`
	Group     string        `json:"group"`
	Figure    riwaya.Given  `json:"figure"` // the newest, by the most direct teller
	By        riwaya.Teller `json:"by"`
	Title     string        `json:"title"` // of the report
	URL       string        `json:"url"`
	// Others is how many other figures there are for the row, whoever gives them; Lowest and
	// Highest are the ends of all, as somebody gives them: by country, of those of the same place.
	Others  int           `json:"others"`
	Lowest  *riwaya.Given `json:"lowest"`
	Highest *riwaya.Given `json:"highest"`
}

// New begins a table.
func New(t *Tracker, lx *lexicon.Lexicon, q lexicon.Questions) *Table {
	return &Table{t: t, words: answer.New(lx, q), states: lx.States, cells: map[cell][]answer.Answer{}, names: map[string]string{}}
}

// Reports is how many records went by.
func (t *Table) Reports() int { return t.reports }

// Add takes the figures of a record that the tracker asks for.
func (t *Table) Add(rec *riwaya.Record) {
	t.reports++
	if !slices.ContainsFunc(rec.Figures, func(f riwaya.Figure) bool { return t.wants(&f) }) {
		return
	}
	r := t.words.Report(rec)
	if r == nil {
		return
	}
	for i := range r.Answers {
		x := &r.Answers[i]
		f := figure(rec, x.Given.Figure)
		if f == nil || !t.wants(f) || x.What.Part && f.Total == nil || whole(rec, f) || !t.within(x) {
			continue
		}
		key, name := t.key(rec, f, x)
		if key == "" || len(t.t.Keys) > 0 && !slices.ContainsFunc(t.t.Keys, func(k string) bool { return answer.Fold(k) == answer.Fold(key) || answer.Fold(k) == answer.Fold(name) }) {
			continue
		}
		c := cell{key, x.What.Predicate, x.What.Group}
		t.cells[c] = append(t.cells[c], *x)
		if old, ok := t.names[key]; !ok || name < old {
			t.names[key] = name
		}
	}
}

func figure(rec *riwaya.Record, id string) *riwaya.Figure {
	for i := range rec.Figures {
		if rec.Figures[i].ID == id {
			return &rec.Figures[i]
		}
	}
	return nil
}

// wants reports whether a figure is of what the tracker asks for.
func (t *Table) wants(f *riwaya.Figure) bool {
	q := t.t
	low := f.Low
	if low == nil {
		low = f.High
	}
	return slices.Contains(q.Predicates, f.Predicate) && (len(q.Groups) == 0 || slices.Contains(q.Groups, f.Group)) &&
		(len(q.Scopes) == 0 || slices.Contains(q.Scopes, f.Scope)) && low != nil && *low >= q.Least
}

// whole reports whether a figure is only the whole that another names: 900 of "400 of 900".
func whole(rec *riwaya.Record, f *riwaya.Figure) bool {
	const near = 200 // bytes: in the same words
	at := f.Span.Hull().Start
	return slices.ContainsFunc(rec.Figures, func(o riwaya.Figure) bool {
		return o.Total != nil && f.Low != nil && *o.Total == *f.Low && o.Span.Hull().End <= at && at-o.Span.Hull().End <= near
	})
}

// within reports whether the figure is of the tracker's days: by the days of what is counted;
// tolls since a date and stocks else by when they were given. What happened on a day that
// nobody states may be years ago.
func (t *Table) within(x *answer.Answer) bool {
	from, to := x.From, x.To
	if from == "" && x.What.Scope != "incident" {
		from = answer.DayIn(x.Given.At)
		to = from
	}
	if t.t.From == "" && t.t.To == "" {
		return true
	}
	return from != "" && (t.t.From == "" || to >= t.t.From) && (t.t.To == "" || from <= t.t.To)
}

// Rows are the rows so far, by key, predicate and group.
func (t *Table) Rows() []Row {
	out := make([]Row, 0, len(t.cells))
	for c, all := range t.cells {
		slices.SortFunc(all, func(a, b answer.Answer) int {
			return cmp.Or(cmp.Compare(vague(&a.Given), vague(&b.Given)), strings.Compare(answer.DayIn(b.Given.At), answer.DayIn(a.Given.At)), a.Remove-b.Remove, strings.Compare(a.Given.Article, b.Given.Article), a.Given.Span.Hull().Start-b.Given.Span.Hull().Start)
		})
		x := &all[0]
		row := Row{Key: c.key, Name: t.names[c.key], Predicate: c.predicate, Group: c.group, Figure: x.Given, By: x.Teller, Title: x.Report.Title, URL: x.Report.URL, Others: len(all) - 1}
		for i := range all {
			g := &all[i].Given
			if t.t.By == ByCountry && all[i].Place.Key != x.Place.Key {
				continue // what is counted in a town is no lower number of those in its country
			}
			if g.Low != nil && g.Op != "vague" && (row.Lowest == nil || *g.Low < *row.Lowest.Low) {
				row.Lowest = g
			}
			if g.Op != "vague" && (row.Highest == nil || top(g) > top(row.Highest)) {
				row.Highest = g
			}
		}
		out = append(out, row)
	}
	slices.SortFunc(out, func(a, b Row) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Key, b.Key), strings.Compare(a.Predicate, b.Predicate), strings.Compare(a.Group, b.Group))
	})
	return out
}

// vague is 1 for a figure that says no number, such as tens: others come before it.
func vague(g *riwaya.Given) int {
	if g.Op == "vague" {
		return 1
	}
	return 0
}

// top is the upper bound as printed, or the lower where it is open.
func top(g *riwaya.Given) float64 {
	if g.High != nil {
		return *g.High
	}
	return *g.Low
}
