package track

import (
	"slices"
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
		// How many are in a town or a province is not how many are in its country.
		if x.Place.Country == nil || x.Place.Precision == "region" || f.Scope != "incident" && (x.Place.Precision != "country" || t.unsure(rec, f)) {
			return "", ""
		}
		return t.state(*x.Place.Country)
	case ByPlace:
		if !x.Place.Point() {
			return "", ""
		}
		return x.Place.Key, x.Place.Name
	case ByActor:
		if a := rec.ActorOf(f.Of); a != nil && !a.Private && x.What.Of != "" {
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

// unsure reports whether those who are somewhere may be elsewhere than where their figure's place says: it has none of its own, or
// it is one of several countries in a row, or whence something comes; or they are not there yet.
func (t *Table) unsure(rec *riwaya.Record, f *riwaya.Figure) bool {
	i := slices.IndexFunc(rec.Places, func(p riwaya.Place) bool { return f.Place != nil && p.ID == *f.Place })
	if i < 0 || slices.ContainsFunc(rec.Times, func(u riwaya.Time) bool { return f.Time != nil && u.ID == *f.Time && u.Value == "FUTURE_REF" }) {
		return true
	}
	p := &rec.Places[i]
	at := p.Span.Hull()
	if slices.ContainsFunc(rec.Places, func(o riwaya.Place) bool {
		s := o.Span.Hull()
		return o.Country != nil && p.Country != nil && *o.Country != *p.Country && (s.Start >= at.End && s.Start-at.End <= glue || at.Start >= s.End && at.Start-s.End <= glue)
	}) {
		return true
	}
	return t.words.Whence(rec.Article.Text[:at.Start])
}

// state is a country by its code.
func (t *Table) state(code string) (key, name string) {
	name = t.states[strings.ToLower(code)]
	if name == "" {
		name = code
	}
	return code, name
}

// reach is how many bytes may lie between a state and the figure that is its: some twelve
// words of Arabic.
const reach = 140

// origin is the state whose people are counted: that of the actor whose they are, where that
// is a state; else the state that acts last before the figure in its sentence, close to it or
// with others of its figures and its people between. Who else bears arms and stands in the sentence before may
// have them as well ("its members"), and so may another country between, and each of several states that are
// named in a row: then nobody knows.
func (t *Table) origin(rec *riwaya.Record, f *riwaya.Figure) (key, name string) {
	if a := rec.ActorOf(f.Of); a != nil && t.isState(a) {
		return t.state(*a.Country)
	}
	start := f.Span.Hull().Start
	from := sentence(rec.Article.Text, start)
	var last *riwaya.Actor
	var at riwaya.Span
	armed := false
	for i := range rec.Actors {
		a := &rec.Actors[i]
		if !t.isState(a) && !slices.Contains([]string{"armed_group", "military", "party"}, a.Kind) {
			continue
		}
		for _, m := range a.Mentions {
			if m.Start < from || m.End > start {
				continue
			}
			armed = armed || !t.isState(a)
			if m.Start > at.Start {
				last, at = a, m
			}
		}
	}
	if armed || last == nil || listed(rec, at) {
		return "", ""
	}
	for i := range rec.Places {
		p := &rec.Places[i]
		if h := p.Span.Hull(); h.Start >= at.End && h.End <= start && (p.Country == nil || *p.Country != *last.Country) {
			return "", ""
		}
	}
	if !steps(stones(t, rec, *last.Country), at.End, start) {
		return "", ""
	}
	return t.state(*last.Country)
}

// stones are where figures of the table and people of a country stand.
func stones(t *Table, rec *riwaya.Record, country string) []riwaya.Span {
	var out []riwaya.Span
	for i := range rec.Figures {
		if t.wants(&rec.Figures[i]) {
			out = append(out, rec.Figures[i].Span.Hull())
		}
	}
	for i := range rec.Actors {
		if a := &rec.Actors[i]; a.Country != nil && *a.Country == country {
			out = append(out, a.Mentions...)
		}
	}
	slices.SortFunc(out, func(a, b riwaya.Span) int { return a.Start - b.Start })
	return out
}

// steps reports whether one gets from a byte to another over stones no further apart than may be.
func steps(stones []riwaya.Span, from, to int) bool {
	for _, s := range stones {
		if s.Start >= from && s.End <= to && s.Start-from <= reach {
			from = s.End
		}
	}
	return to-from <= reach
}

// glue is how many bytes stand between two that are named in a row: a space, and a conjunction of one letter.
const glue = 4

// listed reports whether a state stands right behind another place or state: it is one of
// several.
func listed(rec *riwaya.Record, at riwaya.Span) bool {
	before := func(s riwaya.Span) bool { return s.End <= at.Start && at.Start-s.End <= glue }
	for i := range rec.Places {
		if before(rec.Places[i].Span.Hull()) {
			return true
		}
	}
	for i := range rec.Actors {
		if rec.Actors[i].Kind == "government" && slices.ContainsFunc(rec.Actors[i].Mentions, before) {
			return true
		}
	}
	return false
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
