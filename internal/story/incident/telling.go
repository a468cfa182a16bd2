package incident

import (
	"slices"

	"riwaya"
	"riwaya/internal/story"
	"riwaya/internal/story/incident/head"
	"riwaya/internal/story/incident/kind"
	"riwaya/internal/story/incident/locality"
	"riwaya/internal/story/incident/part"
	"riwaya/internal/story/incident/sentence"
	"riwaya/internal/story/incident/span"
	"riwaya/internal/story/incident/wording"
)

// telling is one event as one report has it.
type telling struct {
	rec     *riwaya.Record
	event   *riwaya.Event
	at      int // its place in the order in which reports came
	kind    kind.Kind
	day     span.Days
	said    bool // the day is said, not only that it is before the report
	first   bool // it stands in the title or the first lines
	place   *riwaya.Place
	key     string // of the place
	tolls   []part.Number
	left    []riwaya.IncidentLeft // what its figures count over a time
	parties []string              // of the lexicon, not private
	agents  []string              // of these, whom the report itself names as who did it
	head    *head.Head
	twins   []*telling // the same words in other reports
	retold  []*telling // much the same words in other reports
	alike   []*telling // somewhat the same
	printed int        // the day of its report, [span.Ever] where that is not known
	mishap  bool       // its report tells of an accident and of nothing that was done to anybody
	words   []int64    // in which it is told, as keys

	sentence sentence.Words // in which it is told, as they are compared
}

// tellings are the events of a report that happened, in their order.
func tellings(rec *riwaya.Record, at int, words story.Words) (out []*telling) {
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
	var begins *head.Head
	var around *sentence.Reader
	if words != nil {
		around = sentence.Of(rec, words)
	}
	for i := range rec.Events {
		e := &rec.Events[i]
		if e.Status != "happened" && e.Status != "ongoing" {
			continue
		}
		t := &telling{rec: rec, event: e, at: at, kind: kind.Of(e), printed: r.day}
		if around != nil && t.kind.Local() {
			t.sentence = around.Around(e.Span)
		}
		r.tolls(t)
		r.place(t)
		t.first = len(e.Span) > 0 && e.Span[0].Start < len(rec.Article.Title)+head.Bytes
		if t.first {
			if begins == nil {
				begins = head.Of(rec, words)
			}
			t.head = begins
		}
		if r.days(t); t.day.From > r.day+1 && r.day > span.Ever {
			continue // it is yet to come, whatever the words around it say
		}
		r.parties(t)
		out = append(out, t)
	}
	mishap := accident(rec)
	spans := make([]riwaya.Spans, len(out))
	for i, t := range out {
		spans[i], t.mishap = t.event.Span, mishap
		if mishap && t.kind == kind.Attack {
			t.kind = kind.Harm
		}
	}
	if len(out) > 0 {
		for i, keys := range wording.Keys(&rec.Article, spans) {
			out[i].words = keys
		}
	}
	return out
}

// accident reports whether a report tells of an accident or a disaster, and of no deed: nobody is named who attacked, and no weapon.
func accident(rec *riwaya.Record) bool {
	some := false
	for i := range rec.Events {
		e := &rec.Events[i]
		switch {
		case e.Type == "DISASTER":
			some = true
		case e.Type != "ASSAULT":
		case e.Mode != nil || e.ACLED != nil && (e.ACLED.EventType != "Violence against civilians" || e.ACLED.SubEventType != "Attack"):
			return false
		case slices.ContainsFunc(e.Parties, func(p riwaya.Party) bool { return p.Role == "agent" }):
			return false
		}
	}
	return some
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
		id = t.tolls[i].Figure.Place
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
		if part.Lasting(r.rec, f) {
			t.left = append(t.left, part.Leave(f, r.rec, part.OverTime))
			continue
		}
		switch {
		case f.Low != nil:
			t.tolls = append(t.tolls, part.Number{Predicate: f.Predicate, Value: *f.Low, Figure: f})
		case f.High != nil:
			t.tolls = append(t.tolls, part.Number{Predicate: f.Predicate, Value: *f.High, Figure: f})
		}
	}
}

func (r *reader) days(t *telling) {
	t.day = span.Days{From: span.Ever, To: span.Never, Seen: r.seen}
	if r.day > span.Ever {
		t.day.To = r.day
		if t.first {
			t.day.From = r.day - span.NewsLag
			if r.seen {
				t.day.From = r.day - span.SeenLag
			}
		}
	}
	id := t.event.Time
	for i := 0; id == nil && i < len(t.tolls); i++ {
		id = t.tolls[i].Figure.Time
	}
	if id == nil {
		if d, ok := r.saidOn(t.event); ok && d.Exact() {
			t.day.To = min(t.day.To, d.To)
			if t.first {
				t.day.From = max(t.day.From, d.From-span.NewsLag)
			}
		}
		return
	}
	when := r.times[*id]
	if when == nil || when.Type != "DATE" && when.Type != "TIME" {
		return
	}
	if d, ok := span.Window(when.Value, r.day, r.seen); ok {
		if r.day > span.Ever && !d.Exact() && d.From <= r.day {
			d.To = min(d.To, r.day) // "this year" is the part of it that was
		}
		t.day, t.said = d, true
	} else if when.Value != "PRESENT_REF" {
		t.day.From = span.Ever // last week, in the past, in some year: none of the last days
	}
}

// saidOn is the day on which an event was told by whoever tells it in the report: what stands beside the
// word of saying, and not in what is said. It happened by then.
func (r *reader) saidOn(e *riwaya.Event) (d span.Days, ok bool) {
	c := r.rec.ClaimOf(e.Claim)
	if c == nil {
		return d, false
	}
	around := c.Cue.Spans.Hull()
	for _, x := range slices.Concat(c.Source.Spans, c.Content.Spans) {
		around = riwaya.Span{Start: min(around.Start, x.Start), End: max(around.End, x.End)}
	}
	for i := range r.rec.Times {
		if x := &r.rec.Times[i]; around.Contains(x.Span.Hull()) && !c.Content.Spans.Contains(x.Span.Hull()) {
			if d, ok = span.Window(x.Value, r.day, r.seen); ok {
				return d, true
			}
		}
	}
	return d, false
}

func (r *reader) parties(t *telling) {
	for i := range t.event.Parties {
		p := &t.event.Parties[i]
		a := r.actors[p.Actor]
		if a == nil || a.Private || a.Name == nil || riwaya.OfArticle(a.ID) || p.Standing == "denied" || slices.Contains(t.parties, a.ID) {
			continue
		}
		t.parties = append(t.parties, a.ID)
		if p.Role == "agent" && (p.Standing == "reported" || p.Standing == "self-claimed") && (a.Kind == "armed_group" || a.Kind == "military" || a.Kind == "police") {
			t.agents = append(t.agents, a.ID)
		}
	}
}
