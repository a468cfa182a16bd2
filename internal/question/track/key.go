package track

import (
	"strings"

	"riwaya"
	"riwaya/internal/question/answer"
)

// key is the row of a figure and what the row is called, "" where that is not sure.
func (t *Table) key(rec *riwaya.Record, f *riwaya.Figure, x *answer.Answer) (key, name string) {
	switch t.t.By {
	case ByOrigin:
		return t.origin(rec, f)
	case ByCountry:
		if x.Place.Country == nil || x.Place.Precision == "region" {
			return "", ""
		}
		return t.state(*x.Place.Country)
	case ByPlace:
		if x.Place.Key == "" {
			return "", ""
		}
		return x.Place.Key, x.Place.Name
	case ByActor:
		if a := actorOf(rec, f.Of); a != nil && !a.Private && x.What.Of != "" {
			if a.Name != nil {
				return x.What.Of, *a.Name
			}
			return x.What.Of, x.What.Of
		}
	case BySource:
		if x.Teller.Named && !x.Narrated {
			return x.Teller.Key, x.Teller.Name
		}
	}
	return "", ""
}

// state is a country by its code.
func (t *Table) state(code string) (key, name string) {
	name = t.states[strings.ToLower(code)]
	if name == "" {
		name = code
	}
	return code, name
}

func actorOf(rec *riwaya.Record, id *string) *riwaya.Actor {
	for i := range rec.Actors {
		if id != nil && rec.Actors[i].ID == *id {
			return &rec.Actors[i]
		}
	}
	return nil
}

// origin is the state whose people are counted: that of the actor whose they are, where that
// is a state; else the state that acts last before the figure in its sentence.
func (t *Table) origin(rec *riwaya.Record, f *riwaya.Figure) (key, name string) {
	if a := actorOf(rec, f.Of); a != nil && t.isState(a) {
		return t.state(*a.Country)
	}
	start := f.Span.Hull().Start
	from := sentence(rec.Article.Text, start)
	var last *riwaya.Actor
	at := -1
	for i := range rec.Actors {
		a := &rec.Actors[i]
		if !t.isState(a) {
			continue
		}
		for _, m := range a.Mentions {
			if m.Start >= from && m.End <= start && m.Start > at {
				last, at = a, m.Start
			}
		}
	}
	if last == nil {
		return "", ""
	}
	return t.state(*last.Country)
}

// isState reports whether an actor is a state itself, not one of its offices or people.
func (t *Table) isState(a *riwaya.Actor) bool {
	return a.Kind == "government" && a.Country != nil && a.Name != nil && *a.Name == t.states[strings.ToLower(*a.Country)]
}

// sentence is where the sentence begins that byte at stands in: behind the last end of a line
// or of a sentence.
func sentence(text string, at int) int {
	from := 0
	for i, r := range text[:at] {
		switch r {
		case '\n', '!', '?', 0x61f: // the Arabic question mark
			from = i + len(string(r))
		case '.':
			if i+1 < at && (text[i+1] == ' ' || text[i+1] == '\n') {
				from = i + 1
			}
		}
	}
	return from
}
