package event

import (
	"slices"

	"riwaya"
	"riwaya/internal/clause"
)

// setting links the place, the time and the figures of an event, which stands in the content
// of that claim, nil for none: those of its clause, else the only ones of its sentence. It returns the place, and
// the day that the time is.
func (s *search) setting(a *happening, e *riwaya.Event, claim *riwaya.Claim) (place *riwaya.Place, day string) {
	from, to := s.K[a.begin].Start, s.K[a.end-1].End
	at, end := s.K[a.From].Start, s.K[a.clause-1].End
	var behind, only *riwaya.Place
	n := 0
	for _, x := range s.PlacesIn(from, to) {
		p := &s.Rec.Places[x.Of]
		if a.Rule.Type != "RETREAT" && a.Rule.Type != "DISPLACE" && s.whence(x.Start) {
			continue
		}
		if x.Start > at && x.Start < end && behind == nil {
			behind = p
		}
		if claim != nil && !claim.Content.Spans.Contains(x.Span) {
			continue // it is said elsewhere
		}
		if only == nil || only.Text != p.Text {
			only = p
			n++
		}
	}
	switch {
	case behind != nil:
		place = behind
	case n == 1:
		place = only
	}
	if place != nil {
		e.Place = &place.ID
	}
	var when *riwaya.Time
	n = 0
	for _, x := range s.TimesIn(from, to) {
		if t := &s.Rec.Times[x.Of]; when == nil || when.ID != t.ID {
			when = t
			n++
		}
	}
	if n == 1 {
		e.Time, day = &when.ID, when.Value
	}
	for _, x := range s.FiguresIn(s.K[a.since].Start, s.K[a.reach-1].End) {
		if f := &s.Rec.Figures[x.Of]; slices.Contains(tolls[a.Rule.Type], f.Predicate) {
			e.Figures = append(e.Figures, f.ID)
		}
	}
	return place, day
}

// whence reports whether the place at byte b is only where something came from: shells from inside the land, arms
// coming from it.
func (s *search) whence(b int) bool {
	for j := range s.C {
		c := &s.C[j]
		if c.Kind != clause.NounPhrase || s.K[c.To-1].End <= b {
			continue
		}
		if c.Prep != "from" || s.K[c.From].Start > b {
			return false
		}
		for i := c.From; i < c.To && s.K[i].Start <= b; i++ {
			if s.Keyed(i, "territory") {
				return true
			}
		}
		return j > 0 && s.C[j-1].To == c.From && s.Keyed(s.C[j-1].To-1, "coming")
	}
	return false
}

// tolls are the predicates of the figures that a kind of event may have.
var tolls = map[string][]string{
	"ASSAULT":  {"killed", "injured", "missing", "abducted", "destroyed", "detained"},
	"COERCE":   {"detained", "trapped"},
	"DISPLACE": {"displaced", "left", "evacuated", "arrived", "returned", "departed"},
	"DISASTER": {"killed", "injured", "missing", "destroyed", "displaced", "evacuated"},
	"RETREAT":  {"released", "surrendered"},
	"CONCEDE":  {"released", "surrendered"},
	"MOBILIZE": {"sent", "departed", "arrived", "present"},
	"AID":      {"sent", "received", "needed", "arrived"},
	"PROTEST":  {"present", "killed", "injured", "detained"},
}

// bounds notes the sentence of an anchor, the end of its clause, and where its figures may
// stand: behind the anchor before, and up to the next.
func (s *search) bounds(n int) {
	a := &s.here[n]
	a.begin, a.end = s.C[0].From, s.C[len(s.C)-1].To
	a.reach, a.clause, a.since = a.end, a.end, a.begin
	for m := range s.here {
		b := &s.here[m]
		switch {
		case m == n || b.dropped && b.into == n:
		case b.From > a.From:
			a.reach = min(a.reach, b.From)
		case b.To > a.since:
			a.since = b.To
		}
	}
	for j := a.Chunk + 1; j < len(s.C); j++ {
		c := &s.C[j]
		if c.Kind == clause.Stop {
			a.reach = min(a.reach, c.From)
		}
		if c.Kind == clause.Stop || c.Kind == clause.That || c.Kind == clause.Opens || c.Kind == clause.Verb && c.Joined {
			a.clause = c.From
			break
		}
	}
	for j := a.Chunk - 1; j >= 0; j-- {
		if c := &s.C[j]; c.Kind == clause.Stop || c.Kind == clause.Verb {
			a.since = max(a.since, c.To)
			break
		}
	}
	a.since = min(a.since, a.From)
	a.reach = max(a.reach, a.To)
	a.clause = max(a.clause, a.To)
}
