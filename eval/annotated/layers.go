package annotated

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// Layers are the findings of one article, as annotated or as predicted. Both sides
// have the same form; what only one side knows is empty in the other.
type Layers struct {
	Annotated map[string]bool // which layers the gold has at all
	Claims    []Claim
	Figures   []Figure
	Times     []Timex
	Places    []Place
	Actors    []Actor
	Events    []Event
	Positions []Position
	Credits   []Finding
}

// Finding is what every finding has.
type Finding struct {
	Part
	Confidence Scalar
	Rule       string
}

// Part is a stretch of the text.
type Part struct {
	At   Words
	Text Scalar
}

// Claim is who said what, and with which words.
type Claim struct {
	Finding
	Cue, Source, Content Part
	Class, Mode          Scalar
	ID, Parent           Scalar // in gold the parent is an index
	Resolved             string // gold: who stands behind the source
	Names                []Scalar
}

// Figure is a number of something, and what happened to it.
type Figure struct {
	Finding
	Low, High, Op          Scalar
	Predicate, Group, Unit Scalar
	Claim                  Scalar
}

// SameValue reports whether two figures say the same number in the same way.
func (a Figure) SameValue(b Figure) bool {
	return a.Low.Equal(b.Low) && a.High.Equal(b.High) && a.Op.Equal(b.Op)
}

// Timex is an expression of time.
type Timex struct {
	Finding
	Value Scalar
}

// Place is a place that is named.
type Place struct {
	Finding
	Country, Lat, Lon Scalar
}

// Actor is a party; mentions are known of predictions alone.
type Actor struct {
	Finding
	ID, Name, NameAr Scalar
	Kind, Private    Scalar
	Mentions         []Words
}

// Event is one telling of something that happened.
type Event struct {
	Finding
	Kind, Status, Claim Scalar
	Actors, Targets     []Scalar
	Also                []Words // gold: other words for the event in its clause
}

// Position is where an actor stands on something.
type Position struct {
	Finding
	Content       Part
	Stance, Actor Scalar
}

// reader reads the layers of one article from JSON.
type reader struct {
	text []rune
	gold bool
}

func (r reader) layers(f fields) Layers {
	l := Layers{Annotated: map[string]bool{}}
	for _, k := range layerNames {
		l.Annotated[k] = f.list(k) != nil
	}
	credits := f
	if !r.gold {
		credits = f.object("article")
	}
	for _, x := range f.rows("claims") {
		l.Claims = append(l.Claims, r.claim(x))
	}
	for _, x := range f.rows("figures") {
		l.Figures = append(l.Figures, Figure{r.finding(x), x.scalar("low"), x.scalar("high"), x.scalar("op"),
			x.scalar("predicate"), x.scalar("group"), x.scalar("unit"), x.scalar("claim")})
	}
	for _, x := range f.rows("times") {
		l.Times = append(l.Times, Timex{r.finding(x), x.scalar("value")})
	}
	for _, x := range f.rows("places") {
		l.Places = append(l.Places, Place{r.finding(x), x.scalar("country"), x.scalar("lat"), x.scalar("lon")})
	}
	for _, x := range f.rows("actors") {
		l.Actors = append(l.Actors, r.actor(x))
	}
	for _, x := range f.rows("events") {
		l.Events = append(l.Events, r.tellings(x)...)
	}
	for _, x := range f.rows("positions") {
		l.Positions = append(l.Positions, Position{r.finding(x), r.part(x["content"]), x.scalar("stance"), x.scalar("actor")})
	}
	for _, x := range credits.rows("credits") {
		l.Credits = append(l.Credits, r.finding(x))
	}
	return l
}

// Predicted reads what was predicted of a text: the JSON of a record. Empty bytes are a
// record without findings.
func Predicted(b []byte, text string) (Layers, error) {
	if len(bytes.TrimSpace(b)) == 0 {
		return Layers{}, nil
	}
	var f fields
	if err := json.Unmarshal(b, &f); err != nil {
		return Layers{}, fmt.Errorf("prediction: %w", err)
	}
	return reader{text: []rune(text)}.layers(f), nil
}

// layerNames are the layers that are scored, as the gold names them.
var layerNames = [...]string{"claims", "figures", "times", "places", "actors", "events", "positions", "credits"}

// finding reads what is anchored by its own span.
func (r reader) finding(x fields) Finding {
	f := Finding{Confidence: x.scalar("confidence"), Rule: x.str("rule")}
	f.At = wordsAt(x.spans(), r.text)
	f.Text = x.scalar("text")
	if r.gold {
		f.Text = r.part(x["span"]).Text
	}
	return f
}

// part reads {"spans": …, "text": …}; gold kept without its words gets them back.
func (r reader) part(b json.RawMessage) Part {
	spans, printed := parseSpans(b), Scalar{}
	if o := parseObject(b); o != nil {
		spans, printed = o.spans(), o.scalar("text")
	}
	if r.gold && printed.Kind == NullKind && len(spans) > 0 {
		printed = Scalar{Kind: TextKind, Text: cut(spans, r.text)}
	}
	return Part{wordsAt(spans, r.text), printed}
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

func (r reader) claim(x fields) Claim {
	c := Claim{Finding: Finding{Confidence: x.scalar("confidence"), Rule: x.str("rule")},
		Cue: r.part(x["cue"]), Source: r.part(x["source"]), Content: r.part(x["content"]),
		ID: x.scalar("id"), Parent: x.scalar("parent")}
	c.Part = c.Cue
	if r.gold {
		c.Class, c.Mode, c.Resolved = x.scalar("class"), x.scalar("mode"), x.str("resolved")
		return c
	}
	source := x.object("source")
	c.Class, c.Mode = x.object("cue").scalar("class"), x.object("content").scalar("mode")
	c.Names = []Scalar{source.scalar("name"), source.scalar("name_ar"), source.scalar("text")}
	return c
}

// actor reads an actor; its mentions are those listed, else its one span.
func (r reader) actor(x fields) Actor {
	a := Actor{Finding: r.finding(x), ID: x.scalar("id"), Name: x.scalar("name"), NameAr: x.scalar("name_ar"),
		Kind: x.scalar("kind"), Private: x.scalar("private")}
	if r.gold {
		return a
	}
	for _, m := range x.list("mentions") {
		a.Mentions = append(a.Mentions, wordsAt(parseSpans(m), r.text))
	}
	if len(a.Mentions) == 0 && x.scalar("span").Truthy() {
		a.Mentions = []Words{wordsAt(parseSpans(x["span"]), r.text)}
	}
	return a
}

// tellings reads an event once for each of its mentions, whose values come before
// the event's own; the gold has a row for each telling.
func (r reader) tellings(x fields) []Event {
	mentions := x.rows("mentions")
	if r.gold || len(mentions) == 0 {
		mentions = []fields{nil}
	}
	out := make([]Event, len(mentions))
	for i, m := range mentions {
		t := make(fields, len(x)+len(m))
		maps.Copy(t, x)
		maps.Copy(t, m)
		e := Event{Finding: r.finding(t), Kind: t.scalar("type"), Status: t.scalar("status"), Claim: t.scalar("claim"),
			Actors: t.scalars("actors"), Targets: t.scalars("targets")}
		if r.gold {
			for _, b := range t.list("also") {
				e.Also = append(e.Also, wordsAt(parseSpans(b), r.text))
			}
		}
		out[i] = e
	}
	return out
}

// Base is what every finding of a layer has, whatever else it has.
func (f Finding) Base() Finding { return f }

// ValueRepr prints the value as Python prints a tuple of its parts.
func (a Figure) ValueRepr() string {
	return "(" + a.Op.Repr() + ", " + a.Low.Repr() + ", " + a.High.Repr() + ")"
}

// LayerNames are the layers that can be scored.
func LayerNames() []string { return slices.Clone(layerNames[:]) }
