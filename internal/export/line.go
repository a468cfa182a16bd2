package export

import (
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/show/privacy"
)

// Unreviewed is the state of every finding as long as nobody has looked at it.
const Unreviewed = "read by machine, not reviewed"

// line is one finding with all that its columns draw on. Of claim, figure, event and
// position, at most one is the finding; said is who says it, nil where the article does.
type line struct {
	from     *ledger.Kept
	gate     *privacy.Gate
	at       characters
	id       string
	spans    riwaya.Spans
	sure     *float64 // confidence, from 0 to 1
	rule     string
	said     *riwaya.Claim
	claim    *riwaya.Claim
	figure   *riwaya.Figure
	event    *riwaya.Event
	position *riwaya.Position
	place    *riwaya.Place
	time     *riwaya.Time
	review   string
}

// pass puts the words of a value through the gate. All columns come this way, so that none
// can be forgotten.
func (l *line) pass(v value) value {
	switch v.kind {
	case text:
		v.text = l.gate.Words(v.text)
	case list:
		out := make([]string, len(v.list))
		for i, s := range v.list {
			out[i] = l.gate.Words(s)
		}
		v.list = out
	}
	return v
}

func (l *line) point() *point {
	if l.place == nil || l.place.Lat == nil || l.place.Lon == nil {
		return nil
	}
	return &point{*l.place.Lat, *l.place.Lon}
}

// words are the words under spans, just as they stand there where nothing is hidden.
func (l *line) words(spans riwaya.Spans) value { return str(l.under(spans)) }

func (l *line) under(spans riwaya.Spans) string {
	s := l.gate.At(spans)
	if s == spans.Of(l.from.Read.Article.Text) {
		return s
	}
	return strings.TrimSpace(strings.ReplaceAll(s, "  ", " ")) // a label comes with spaces of its own
}

// actor is how an actor of the record is called: by the lexicon, and in the article.
func (l *line) actor(id string) (name, written string) {
	for i := range l.from.Read.Actors {
		if a := &l.from.Read.Actors[i]; a.ID == id {
			return l.gate.Actor(a)
		}
	}
	return "", ""
}

// character is a place in the text in code points.
func (l *line) character(b int) int { return l.at.before(b) }

// ranges are spans in code points, half open.
func (l *line) ranges(spans riwaya.Spans) value {
	var out []string
	for _, s := range spans {
		out = append(out, strconv.Itoa(l.character(s.Start))+"-"+strconv.Itoa(l.character(s.End)))
	}
	return many(out)
}

// index finds the parts of a record by ID.
type index struct {
	claims  map[string]*riwaya.Claim
	figures map[string]*riwaya.Figure
	places  map[string]*riwaya.Place
	times   map[string]*riwaya.Time
}

func newIndex(r *riwaya.Record) *index {
	x := &index{map[string]*riwaya.Claim{}, map[string]*riwaya.Figure{}, map[string]*riwaya.Place{}, map[string]*riwaya.Time{}}
	for i := range r.Claims {
		x.claims[r.Claims[i].ID] = &r.Claims[i]
	}
	for i := range r.Figures {
		x.figures[r.Figures[i].ID] = &r.Figures[i]
	}
	for i := range r.Places {
		x.places[r.Places[i].ID] = &r.Places[i]
	}
	for i := range r.Times {
		x.times[r.Times[i].ID] = &r.Times[i]
	}
	return x
}

// by is what an optional ID names, nil where it names nothing.
func by[T any](all map[string]*T, id *string) *T {
	if id == nil {
		return nil
	}
	return all[*id]
}

// linked is a finding with what it is linked to.
func (x *index) linked(l line, claim, place, time *string) *line {
	l.said, l.place, l.time = by(x.claims, claim), by(x.places, place), by(x.times, time)
	return &l
}

// rowsOf gives, for a kind, the lines of a reading.
func rowsOf(kind string) func(*ledger.Kept) []*line {
	return func(from *ledger.Kept) []*line {
		r := &from.Read
		base := line{from: from, gate: privacy.NewGate(r), at: charactersOf(r.Article.Text)}
		if kind == "articles" {
			base.id = from.Article
			return []*line{&base}
		}
		x := newIndex(r)
		var out []*line
		finding := func(id string, spans riwaya.Spans, sure *float64, rule string) line {
			l := base
			l.id, l.spans, l.sure, l.rule = id, spans, sure, rule
			return l
		}
		switch kind {
		case "claims":
			for i := range r.Claims {
				c := &r.Claims[i]
				l := finding(c.ID, c.Content.Spans, &c.Confidence, c.Rule)
				l.claim, l.said = c, c
				out = append(out, &l)
			}
		case "figures":
			for i := range r.Figures {
				f := &r.Figures[i]
				l := finding(f.ID, f.Span, &f.Confidence, f.Rule)
				l.figure = f
				out = append(out, x.linked(l, f.Claim, f.Place, f.Time))
			}
		case "events":
			for i := range r.Events {
				e := &r.Events[i]
				l := finding(e.ID, e.Span, &e.Confidence, e.Rule)
				l.event = e
				out = append(out, x.linked(l, e.Claim, e.Place, e.Time))
			}
		case "positions":
			for i := range r.Positions {
				p := &r.Positions[i]
				l := finding(p.ID, p.Span, &p.Confidence, p.Rule)
				l.position = p
				out = append(out, x.linked(l, p.Claim, nil, nil))
			}
		}
		return out
	}
}
