package event

import (
	"riwaya"
	"riwaya/internal/clause"
)

// setting links the place, the time and the figures of an event.
func (s *search) setting(a *happening, e *riwaya.Event) {
	from, to := s.K[a.begin].Start, s.K[a.end-1].End
	at := s.K[a.From].Start
	var behind, before *riwaya.Place
	n := 0
	for _, x := range s.PlacesIn(from, to) {
		p := &s.Rec.Places[x.Of]
		switch {
		case x.Start > at && behind == nil:
			behind = p
		case x.Start < at:
			before = p
			n++
		}
	}
	switch {
	case behind != nil:
		e.Place = &behind.ID
	case n == 1:
		e.Place = &before.ID
	}
	var only *riwaya.Time
	n = 0
	for _, x := range s.TimesIn(from, to) {
		if t := &s.Rec.Times[x.Of]; only == nil || only.ID != t.ID {
			only = t
			n++
		}
	}
	if n == 1 {
		e.Time = &only.ID
	}
	for _, x := range s.FiguresIn(s.K[a.From].Start, s.K[a.reach-1].End) {
		if f := &s.Rec.Figures[x.Of]; f.Predicate != "age" && f.Predicate != "other" {
			e.Figures = append(e.Figures, f.ID)
		}
	}
}

// bounds notes the sentence of an anchor and how far its figures may stand: to the next
// anchor.
func (s *search) bounds(n int) {
	a := &s.here[n]
	a.begin, a.end = s.C[0].From, s.C[len(s.C)-1].To
	a.reach = a.end
	for m := range s.here {
		b := &s.here[m]
		if b.From > a.From && (!b.dropped || b.into != n) && b.From < a.reach {
			a.reach = b.From
		}
	}
	for j := a.Chunk + 1; j < len(s.C); j++ {
		if s.C[j].Kind == clause.Stop && s.C[j].From > a.From {
			a.reach = min(a.reach, s.C[j].From)
			break
		}
	}
	a.reach = max(a.reach, a.To)
}
