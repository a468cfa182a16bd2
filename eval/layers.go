package eval

import (
	"encoding/json"
	"maps"
)

// layers are the findings of one article, as annotated or as predicted. Both sides
// have the same form; what only one side knows is empty in the other.
type layers struct {
	annotated map[string]bool // which layers the gold has at all
	claims    []claim
	figures   []figure
	times     []timex
	places    []place
	actors    []actor
	events    []event
	positions []position
	credits   []finding
}

// finding is what every finding has.
type finding struct {
	part
	confidence scalar
	rule       string
}

// part is a stretch of the text.
type part struct {
	at   words
	text scalar
}

type claim struct {
	finding
	cue, source, content part
	class, mode          scalar
	id, parent           scalar // in gold the parent is an index
	resolved             string // gold: who stands behind the source
	names                []scalar
}

type figure struct {
	finding
	low, high, op          scalar
	predicate, group, unit scalar
	claim                  scalar
}

func (a figure) sameValue(b figure) bool {
	return a.low.equal(b.low) && a.high.equal(b.high) && a.op.equal(b.op)
}

type timex struct {
	finding
	value scalar
}

type place struct {
	finding
	country, lat, lon scalar
}

type actor struct {
	finding
	id, name, nameAr scalar
	kind, private    scalar
	mentions         []words
}

type event struct {
	finding
	kind, status, claim scalar
	actors, targets     []scalar
	also                []words // gold: other words for the event in its clause
}

type position struct {
	finding
	content       part
	stance, actor scalar
}

// reader reads the layers of one article from JSON.
type reader struct {
	text []rune
	gold bool
}

func (r reader) layers(f fields) layers {
	l := layers{annotated: map[string]bool{}}
	for _, k := range layerNames {
		l.annotated[k] = f.list(k) != nil
	}
	credits := f
	if !r.gold {
		credits = f.object("article")
	}
	for _, x := range f.rows("claims") {
		l.claims = append(l.claims, r.claim(x))
	}
	for _, x := range f.rows("figures") {
		l.figures = append(l.figures, figure{r.finding(x), x.scalar("low"), x.scalar("high"), x.scalar("op"),
			x.scalar("predicate"), x.scalar("group"), x.scalar("unit"), x.scalar("claim")})
	}
	for _, x := range f.rows("times") {
		l.times = append(l.times, timex{r.finding(x), x.scalar("value")})
	}
	for _, x := range f.rows("places") {
		l.places = append(l.places, place{r.finding(x), x.scalar("country"), x.scalar("lat"), x.scalar("lon")})
	}
	for _, x := range f.rows("actors") {
		l.actors = append(l.actors, r.actor(x))
	}
	for _, x := range f.rows("events") {
		l.events = append(l.events, r.tellings(x)...)
	}
	for _, x := range f.rows("positions") {
		l.positions = append(l.positions, position{r.finding(x), r.part(x["content"]), x.scalar("stance"), x.scalar("actor")})
	}
	for _, x := range credits.rows("credits") {
		l.credits = append(l.credits, r.finding(x))
	}
	return l
}

// layerNames are the layers that are scored, as the gold names them.
var layerNames = [...]string{"claims", "figures", "times", "places", "actors", "events", "positions", "credits"}

// finding reads what is anchored by its own span.
func (r reader) finding(x fields) finding {
	f := finding{confidence: x.scalar("confidence"), rule: x.str("rule")}
	f.at = wordsAt(x.spans(), r.text)
	f.text = x.scalar("text")
	if r.gold {
		f.text = r.part(x["span"]).text
	}
	return f
}

// part reads {"spans": …, "text": …}; gold kept without its words gets them back.
func (r reader) part(b json.RawMessage) part {
	spans, printed := parseSpans(b), scalar{}
	if o := parseObject(b); o != nil {
		spans, printed = o.spans(), o.scalar("text")
	}
	if r.gold && printed.kind == nullKind && len(spans) > 0 {
		printed = scalar{kind: textKind, text: cut(spans, r.text)}
	}
	return part{wordsAt(spans, r.text), printed}
}

// cut is the text under spans, the gaps shown as " … ".
func cut(spans []pair, text []rune) string {
	var out string
	for i, s := range spans {
		if i > 0 {
			out += " … "
		}
		from := min(max(0, s.start), len(text))
		out += string(text[from:max(from, min(s.end, len(text)))])
	}
	return out
}

func (r reader) claim(x fields) claim {
	c := claim{finding: finding{confidence: x.scalar("confidence"), rule: x.str("rule")},
		cue: r.part(x["cue"]), source: r.part(x["source"]), content: r.part(x["content"]),
		id: x.scalar("id"), parent: x.scalar("parent")}
	c.part = c.cue
	if r.gold {
		c.class, c.mode, c.resolved = x.scalar("class"), x.scalar("mode"), x.str("resolved")
		return c
	}
	source := x.object("source")
	c.class, c.mode = x.object("cue").scalar("class"), x.object("content").scalar("mode")
	c.names = []scalar{source.scalar("name"), source.scalar("name_ar"), source.scalar("text")}
	return c
}

// actor reads an actor; its mentions are those listed, else its one span.
func (r reader) actor(x fields) actor {
	a := actor{finding: r.finding(x), id: x.scalar("id"), name: x.scalar("name"), nameAr: x.scalar("name_ar"),
		kind: x.scalar("kind"), private: x.scalar("private")}
	if r.gold {
		return a
	}
	for _, m := range x.list("mentions") {
		a.mentions = append(a.mentions, wordsAt(parseSpans(m), r.text))
	}
	if len(a.mentions) == 0 && x.scalar("span").truthy() {
		a.mentions = []words{wordsAt(parseSpans(x["span"]), r.text)}
	}
	return a
}

// tellings reads an event once for each of its mentions, whose values come before
// the event's own; the gold has a row for each telling.
func (r reader) tellings(x fields) []event {
	mentions := x.rows("mentions")
	if r.gold || len(mentions) == 0 {
		mentions = []fields{nil}
	}
	out := make([]event, len(mentions))
	for i, m := range mentions {
		t := make(fields, len(x)+len(m))
		maps.Copy(t, x)
		maps.Copy(t, m)
		e := event{finding: r.finding(t), kind: t.scalar("type"), status: t.scalar("status"), claim: t.scalar("claim"),
			actors: t.scalars("actors"), targets: t.scalars("targets")}
		if r.gold {
			for _, b := range t.list("also") {
				e.also = append(e.also, wordsAt(parseSpans(b), r.text))
			}
		}
		out[i] = e
	}
	return out
}
