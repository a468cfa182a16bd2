package answer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/show/privacy"
)

// reading is one record while its answers are taken out.
type reading struct {
	w      *Words
	rec    *riwaya.Record
	gate   *privacy.Gate
	report *Report
	claims map[string]*riwaya.Claim
	times  map[string]*riwaya.Time
	places map[string]*riwaya.Place
	actors map[string]*riwaya.Actor
	events map[string][]*riwaya.Event // by the figures that they have
}

// Report takes out of a record what answers questions, nil where nothing does.
func (w *Words) Report(rec *riwaya.Record) *Report {
	if !slices.ContainsFunc(rec.Figures, func(f riwaya.Figure) bool { return asked(&f) }) {
		return nil
	}
	r := w.read(rec)
	for i := range rec.Figures {
		if f := &rec.Figures[i]; asked(f) {
			if x, ok := r.answer(f); ok {
				r.report.Answers = append(r.report.Answers, x)
			}
		}
	}
	if len(r.report.Answers) == 0 {
		return nil
	}
	r.report.Answers = slices.Clip(r.report.Answers)
	for i := range rec.Places {
		if p := w.place(&rec.Places[i]); p.Point() {
			r.report.Named = append(r.report.Named, p.Key)
		}
	}
	slices.Sort(r.report.Named)
	r.report.Named = slices.Clip(slices.Compact(r.report.Named))
	return r.report
}

// read prepares a record.
func (w *Words) read(rec *riwaya.Record) *reading {
	r := &reading{w: w, rec: rec, gate: privacy.NewGate(rec), claims: map[string]*riwaya.Claim{}, times: map[string]*riwaya.Time{},
		places: map[string]*riwaya.Place{}, actors: map[string]*riwaya.Actor{}, events: map[string][]*riwaya.Event{}}
	for i := range rec.Claims {
		r.claims[rec.Claims[i].ID] = &rec.Claims[i]
	}
	for i := range rec.Times {
		r.times[rec.Times[i].ID] = &rec.Times[i]
	}
	for i := range rec.Places {
		r.places[rec.Places[i].ID] = &rec.Places[i]
	}
	for i := range rec.Actors {
		r.actors[rec.Actors[i].ID] = &rec.Actors[i]
	}
	for i := range rec.Events {
		for _, f := range rec.Events[i].Figures {
			r.events[f] = append(r.events[f], &rec.Events[i])
		}
	}
	a := &rec.Article
	r.report = &Report{Article: a.ID, Address: a.ID, Title: r.gate.Words(a.Title)}
	if a.URL != nil && *a.URL != "" {
		r.report.Address, r.report.URL = *a.URL, r.gate.Address(*a.URL)
	}
	if a.Outlet != nil {
		r.report.Outlet = *a.Outlet
	}
	return r
}

// Figures are the figures of a record that want asks for, whatever they say happened, with who
// gives each and where it is; nothing is left out of them, and no name of a private person in.
func (w *Words) Figures(rec *riwaya.Record, want func(*riwaya.Figure) bool) []Answer {
	var r *reading
	var out []Answer
	for i := range rec.Figures {
		f := &rec.Figures[i]
		if !want(f) {
			continue
		}
		if r == nil {
			r = w.read(rec)
		}
		out = append(out, r.tell(f))
	}
	return out
}

// asked reports whether a figure says what happened to how many. Ages, durations, prices and
// whatever else is only a number are nothing that accounts differ about.
func asked(f *riwaya.Figure) bool {
	return f.Predicate != "other" && f.Predicate != "age" && f.Predicate != "" && f.Group != "not" && (f.Low != nil || f.High != nil)
}

// answer reads one figure; false where it says how many did not, may, or are to, or nobody
// knows what is counted.
func (r *reading) answer(f *riwaya.Figure) (Answer, bool) {
	claim := by(r.claims, f.Claim)
	if claim != nil && (claim.Negated || slices.Contains([]string{"deny", "reject", "threaten", "promise", "demand"}, claim.Cue.Class)) {
		return Answer{}, false
	}
	for _, e := range r.events[f.ID] {
		if e.Status != "happened" && e.Status != "ongoing" {
			return Answer{}, false
		}
	}
	if unlike(f) && f.Noun == nil && f.Unit == nil {
		return Answer{}, false
	}
	return r.tell(f), true
}

// unlike reports whether what is counted is told by its noun only: things of one group may be
// trucks and tonnes.
func unlike(f *riwaya.Figure) bool { return f.Group == "things" || f.Group == "other" }

// tell is a figure with who gives it, where and when.
func (r *reading) tell(f *riwaya.Figure) Answer {
	claim, events := by(r.claims, f.Claim), r.events[f.ID]
	x := Answer{
		Given: riwaya.Given{Article: r.rec.Article.ID, Figure: f.ID, Span: f.Span, Text: strings.Join(strings.Fields(r.gate.At(f.Span)), " "), Op: f.Op, Low: f.Low, High: f.High, Total: f.Total,
			Noun: f.Noun, Group: f.Group, Claim: f.Claim, Outlet: r.report.Outlet, Through: []string{}},
		What:   What{Predicate: f.Predicate, Group: f.Group, Scope: f.Scope, Part: f.PartOf != nil || r.partitive(f) || r.amongThem(f)},
		Counts: BoundsOf(f.Op, f.Low, f.High, f.Unit != nil),
		Report: r.report,
	}
	if f.Unit != nil {
		x.What.Unit = *f.Unit
	}
	if f.Of != nil && !riwaya.OfArticle(*f.Of) {
		x.What.Of = *f.Of
	}
	if unlike(f) && f.Noun != nil {
		x.What.Noun = Fold(*f.Noun)
	}
	for _, e := range events {
		x.Events = append(x.Events, e.ID)
	}
	r.whereWhen(f, claim, events, &x)
	if t := by(r.times, f.Since); t != nil {
		x.What.Since = since(t.Value)
	}
	r.teller(claim, &x)
	r.given(claim, f, &x)
	end := f.Span.Hull().End
	x.Toll, x.Several = r.w.tolled(r.rec.Article.Text, end), r.w.together(r.rec.Article.Text, end) || r.long(end)
	return x
}

// long reports whether what stands behind a figure in its sentence says that it was counted over
// weeks, months or years.
func (r *reading) long(end int) bool {
	const near = 100 // bytes: some ten words
	return slices.ContainsFunc(r.rec.Times, func(t riwaya.Time) bool {
		at := t.Span.Hull().Start
		if t.Type != "DURATION" || at < end || at-end > near || len(t.Value) < 3 || t.Value[0] != 'P' || t.Value[1] == 'T' || strings.ContainsAny(r.rec.Article.Text[end:at], ".\n") {
			return false
		}
		return strings.ContainsAny(t.Value[len(t.Value)-1:], "WMY")
	})
}

// by is what an optional ID names, nil where it names nothing.
func by[T any](all map[string]*T, id *string) *T {
	if id == nil {
		return nil
	}
	return all[*id]
}

// partitive reports whether a figure counts some of those to whom the same happened: 25 of
// the dead. Its words then have "of" before a noun that has the predicate of itself.
func (r *reading) partitive(f *riwaya.Figure) bool {
	if f.Noun == nil || f.Op == "vague" {
		return false
	}
	before, ok := strings.CutSuffix(f.Text, *f.Noun)
	if !ok {
		return false
	}
	parts := strings.Fields(before)
	if len(parts) < 2 || !r.w.from[Fold(parts[len(parts)-1])] {
		return false
	}
	noun := Fold(*f.Noun)
	for range 3 { // as it stands, and without the letters of an article
		if r.w.own[noun] == f.Predicate {
			return true
		}
		_, n := utf8.DecodeRuneInString(noun)
		noun = noun[n:]
	}
	return false
}

// amongThem reports whether the words right before a figure say that it is a part of what was
// counted before: fifty visitors, among them 22 of one country.
func (r *reading) amongThem(f *riwaya.Figure) bool {
	const near = 40 // bytes: two words or three
	at := f.Span.Hull().Start
	before := strings.ToValidUTF8(r.rec.Article.Text[max(0, at-near):at], "")
	if i := strings.LastIndexAny(before, ".\n"); i >= 0 {
		before = before[i+1:]
	}
	words := strings.Fields(Fold(before))
	for n := 1; n <= 2 && n <= len(words); n++ {
		if r.w.among[strings.Join(words[len(words)-n:], " ")] {
			return true
		}
	}
	return false
}

// whereWhen takes the place and the days of what is counted from the figure, else from the
// events that it belongs to, where they do not differ.
func (r *reading) whereWhen(f *riwaya.Figure, claim *riwaya.Claim, events []*riwaya.Event, x *Answer) {
	p := by(r.places, f.Place)
	if p == nil {
		for _, e := range events {
			q := by(r.places, e.Place)
			switch {
			case q == nil:
			case p == nil:
				p = q
			case r.w.place(p).Key != r.w.place(q).Key:
				p = nil
			}
			if p == nil && q != nil {
				break
			}
		}
	}
	if p != nil && (p.Relation == "in" || p.Relation == "near" || p.Relation == "") {
		x.Place = r.w.place(p)
		x.Given.Spelled = p.Text
		for i, s := range x.Place.Spelled {
			x.Place.Spelled[i] = r.gate.Words(s)
		}
	}
	t := by(r.times, f.Time)
	if t != nil && saying(claim, t, f) {
		t = nil
	}
	if t == nil {
		for _, e := range events {
			if u := by(r.times, e.Time); u != nil && !saying(claim, u, f) && (t == nil || t.Value == u.Value) {
				t = u
			} else if u != nil && !saying(claim, u, f) {
				t = nil
				break
			}
		}
	}
	if t != nil {
		x.From, x.To, x.Loose = days(t.Value, dayOf(&r.rec.Article))
	}
}

// saying reports whether a time is that of a claim's saying and not of what it says: it stands
// outside the content, and the figure in it.
func saying(c *riwaya.Claim, t *riwaya.Time, f *riwaya.Figure) bool {
	return c != nil && c.Content.Spans.Contains(f.Span.Hull()) && !c.Content.Spans.Contains(t.Span.Hull()) && t.Span.Hull().End <= c.Content.Spans.Hull().End
}
