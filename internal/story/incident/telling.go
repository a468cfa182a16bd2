package incident

import (
	"math"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/story"
	"riwaya/internal/story/incident/kind"
	"riwaya/internal/story/incident/locality"
)

// The ends of time: what is open.
const (
	ever  = math.MinInt32
	never = math.MaxInt32
)

// days are the first and the last day on which something can have happened.
type days struct {
	from, to int
	seen     bool // counted from when a report was first seen
}

func (d days) exact() bool { return d.from == d.to }
func (d days) open() bool  { return d.from == ever }

// beside reports whether two are days side by side: one outlet is a day wrong now and then.
func (d days) beside(o days) bool {
	return d.exact() && o.exact() && (d.from-o.from == 1 || o.from-d.from == 1)
}

// meet is what two have in common, and whether there is any.
func (d days) meet(o days) (days, bool) {
	m := days{max(d.from, o.from), min(d.to, o.to), d.seen || o.seen}
	switch { // what is known of one day is known of both
	case d.exact() && !o.exact():
		m.seen = d.seen
	case o.exact() && !d.exact():
		m.seen = o.seen
	}
	return m, m.from <= m.to
}

// number is a toll.
type number struct {
	predicate string
	value     float64
	figure    *riwaya.Figure
}

// telling is one event as one report has it.
type telling struct {
	rec     *riwaya.Record
	event   *riwaya.Event
	at      int // its place in the order in which reports came
	kind    kind.Kind
	day     days
	said    bool // the day is said, not only that it is before the report
	first   bool // it stands in the title or the first lines
	place   *riwaya.Place
	key     string // of the place
	tolls   []number
	parties []string // of the lexicon, not private
	agents  []string // of these, whom the report itself names as who did it
	head    *head
	twins   []*telling // the same words in other reports
}

// head is what a report begins with, beside its events.
type head struct {
	numbers []float64 // of anything, those that are seldom equal by chance
	towns   []string
	words   map[string]bool // as they are written
}

// alike reports whether two reports begin in much the same words.
func (h *head) alike(o *head) bool {
	const least, share = 10, 0.5
	both := 0
	for w := range h.words {
		if o.words[w] {
			both++
		}
	}
	return both >= least && float64(both) >= share*float64(min(len(h.words), len(o.words)))
}

// headOf reads it.
func headOf(rec *riwaya.Record) *head {
	h := &head{words: map[string]bool{}}
	end := len(rec.Article.Title) + firstBytes
	for _, w := range strings.Fields(rec.Article.Text[:min(end, len(rec.Article.Text))]) {
		h.words[w] = true
	}
	for i := range rec.Figures {
		if f := &rec.Figures[i]; f.Low != nil && *f.Low >= telltale && len(f.Span) > 0 && f.Span[0].Start < end {
			h.numbers = append(h.numbers, *f.Low)
		}
	}
	for i := range rec.Places {
		if p := &rec.Places[i]; locality.Level(p) == locality.Town && len(p.Span) > 0 && p.Span[0].Start < end {
			if k := story.PlaceKey(p); k != "" {
				h.towns = append(h.towns, k)
			}
		}
	}
	return h
}

// firstBytes is how far the first lines of a text go, in bytes.
const firstBytes = 600

// tellings are the events of a report that happened, in their order.
func tellings(rec *riwaya.Record, at int) (out []*telling) {
	r := reader{rec: rec, times: map[string]*riwaya.Time{}, places: map[string]*riwaya.Place{}, figures: map[string]*riwaya.Figure{}, actors: map[string]*riwaya.Actor{}}
	for i := range rec.Times {
		r.times[rec.Times[i].ID] = &rec.Times[i]
	}
	for i := range rec.Places {
		r.places[rec.Places[i].ID] = &rec.Places[i]
	}
	for i := range rec.Figures {
		r.figures[rec.Figures[i].ID] = &rec.Figures[i]
	}
	for i := range rec.Actors {
		r.actors[rec.Actors[i].ID] = &rec.Actors[i]
	}
	r.day, r.seen = story.DayOf(&rec.Article)
	begins := headOf(rec)
	for i := range rec.Events {
		e := &rec.Events[i]
		if e.Status != "happened" && e.Status != "ongoing" {
			continue
		}
		t := &telling{rec: rec, event: e, at: at, kind: kind.Of(e), head: begins}
		r.tolls(t)
		r.place(t)
		t.first = len(e.Span) > 0 && e.Span[0].Start < len(rec.Article.Title)+firstBytes
		r.days(t)
		r.parties(t)
		out = append(out, t)
	}
	return out
}

// reader has the findings of a record by their IDs.
type reader struct {
	rec     *riwaya.Record
	times   map[string]*riwaya.Time
	places  map[string]*riwaya.Place
	figures map[string]*riwaya.Figure
	actors  map[string]*riwaya.Actor
	day     int
	seen    bool
}

// place is where the event is said to be, else where those whom it counts are.
func (r *reader) place(t *telling) {
	id := t.event.Place
	for i := 0; id == nil && i < len(t.tolls); i++ {
		id = t.tolls[i].figure.Place
	}
	if id == nil {
		return
	}
	p := r.places[*id]
	if p == nil {
		return
	}
	switch key := story.PlaceKey(p); {
	case key != "":
		t.place, t.key = p, key
	case locality.Level(p) == locality.Town:
		t.place, t.key = p, p.Text // no source knows it: it is another place than all that are spelt otherwise
	}
}

// tolls are what the event's figures count, parts of others and what was counted over a time left out.
func (r *reader) tolls(t *telling) {
	for _, id := range t.event.Figures {
		f := r.figures[id]
		if f == nil || f.PartOf != nil || f.Unit != nil || f.Scope == "cumulative" || f.Scope == "stock" || f.Predicate == "other" || f.Predicate == "age" {
			continue
		}
		switch {
		case f.Low != nil:
			t.tolls = append(t.tolls, number{f.Predicate, *f.Low, f})
		case f.High != nil:
			t.tolls = append(t.tolls, number{f.Predicate, *f.High, f})
		}
	}
}

// What a report without a stated day can be late by, in days: news are of the last days, and when a
// report was first seen can be days after it appeared.
const (
	newsLag = 6
	seenLag = 12
)

func (r *reader) days(t *telling) {
	t.day = days{ever, never, r.seen}
	if r.day > ever {
		t.day.to = r.day
		if t.first {
			t.day.from = r.day - newsLag
			if r.seen {
				t.day.from = r.day - seenLag
			}
		}
	}
	id := t.event.Time
	for i := 0; id == nil && i < len(t.tolls); i++ {
		id = t.tolls[i].figure.Time
	}
	if id == nil {
		return
	}
	when := r.times[*id]
	if when == nil || when.Type != "DATE" && when.Type != "TIME" {
		return
	}
	if d, ok := window(when.Value, r.day, r.seen); ok {
		t.day, t.said = d, true
	}
}

// window are the days that a value of TIMEX3 stands for, in a report of a day (ever where that is
// unknown): false where it says nothing about days.
func window(value string, day int, seen bool) (days, bool) {
	if from, to, ok := strings.Cut(value, "/"); ok {
		a, ok1 := window(from, day, seen)
		b, ok2 := window(to, day, seen)
		return days{a.from, b.to, a.seen || b.seen}, ok1 && ok2 && a.from <= b.to
	}
	date, _, _ := strings.Cut(value, "T")
	switch {
	case len(date) == 10 && date[0] != 'X':
		if d, ok := story.ParseDay(date); ok {
			return days{d, d, false}, true
		}
	case strings.HasPrefix(date, "XXXX-WXX-") && day > ever && len(date) == 10:
		// The last such day: what happened is told within days.
		weekday := int(date[9]-'0') % 7               // 0 is Sunday
		back := (((day+4)%7+7)%7 - weekday%7 + 7) % 7 // 1970-01-01 was a Thursday
		return days{day - back, day - back, seen}, true
	case date == "XXXX-XX-XX" && day > ever: // yesterday, of a report whose day is unknown
		lag := newsLag
		if seen {
			lag = seenLag
		}
		return days{day - lag, day, seen}, true
	}
	return period(date)
}

// period are the days of a month, a year or a week of a known year.
func period(date string) (days, bool) {
	switch {
	case strings.HasPrefix(date, "X"):
	case len(date) == 4:
		from, ok1 := story.ParseDay(date + "-01-01")
		to, ok2 := story.ParseDay(date + "-12-31")
		return days{from, to, false}, ok1 && ok2
	case len(date) == 7 && date[5] != 'W':
		from, ok := story.ParseDay(date + "-01")
		to := from + 27
		for d := from + 28; d <= from+30; d++ {
			if strings.HasPrefix(story.FormatDay(d), date) {
				to = d
			}
		}
		return days{from, to, false}, ok
	case len(date) == 8 && date[5] == 'W':
		start, ok := story.ParseDay(date[:4] + "-01-04") // in the first week of ISO 8601
		week := int(date[6]-'0')*10 + int(date[7]-'0')
		monday := start - (((start+3)%7 + 7) % 7) + 7*(week-1)
		return days{monday, monday + 6, false}, ok && week >= 1 && week <= 53
	}
	return days{}, false
}

func (r *reader) parties(t *telling) {
	for i := range t.event.Parties {
		p := &t.event.Parties[i]
		a := r.actors[p.Actor]
		if a == nil || a.Private || a.Name == nil || p.Standing == "denied" || slices.Contains(t.parties, a.ID) {
			continue
		}
		t.parties = append(t.parties, a.ID)
		if p.Role == "agent" && (p.Standing == "reported" || p.Standing == "self-claimed") && (a.Kind == "armed_group" || a.Kind == "military" || a.Kind == "police") {
			t.agents = append(t.agents, a.ID)
		}
	}
}
