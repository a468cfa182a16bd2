package incident

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"slices"

	"riwaya"
	"riwaya/internal/story"
	"riwaya/internal/story/incident/kind"
	"riwaya/internal/story/incident/locality"
	"riwaya/internal/story/incident/part"
	"riwaya/internal/story/incident/span"
)

var letters = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// ID is the ID of the incident that an event founds.
func ID(article, event string) string {
	sum := sha256.Sum256([]byte("incident\x00" + article + "\x00" + event))
	return "i-" + letters.EncodeToString(sum[:10])[:10]
}

// write is the happening as others see it.
func (h *happening) write(id string) riwaya.Incident {
	slices.SortStableFunc(h.tellings, func(a, b member) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.event.Span.Hull().Start, b.event.Span.Hull().Start), cmp.Compare(a.event.ID, b.event.ID))
	})
	first := h.tellings[0]
	in := riwaya.Incident{ID: ID(first.rec.Article.ID, first.event.ID), Story: id, Stories: []string{id}, Confidence: 1}
	h.name(&in)
	h.when(&in)
	h.where(&in)
	for _, m := range h.tellings {
		in.Events = append(in.Events, riwaya.IncidentEvent{Article: m.rec.Article.ID, Event: m.event.ID, Why: m.why, Confidence: m.sure})
		in.Confidence = min(in.Confidence, m.sure)
		in.Left = append(in.Left, m.left...)
		for _, n := range m.tolls {
			in.Figures = part.Figure(in.Figures, n, m.rec)
		}
		for i := range m.event.Parties {
			in.Parties = part.Party(in.Parties, &m.event.Parties[i], m.rec)
		}
	}
	in.Figures, in.Left = part.Clear(in.Figures, in.Left)
	part.Sort(&in)
	return in
}

// name gives it the type, the mode and the codes that most of its most exact events have.
func (h *happening) name(in *riwaya.Incident) {
	count := map[string]int{}
	var best *riwaya.Event
	code := func(e *riwaya.Event) string {
		s := e.Type
		if e.Mode != nil {
			s += " " + *e.Mode
		}
		if e.ACLED != nil {
			s += " " + e.ACLED.SubEventType
		}
		return s
	}
	in.Status = "ongoing"
	for _, m := range h.tellings {
		if m.event.Status == "happened" {
			in.Status = "happened"
		}
		if m.kind != h.kind {
			continue
		}
		c := code(m.event)
		if count[c]++; best == nil || count[c] > count[code(best)] {
			best = m.event
		}
	}
	in.Type, in.Mode, in.ACLED = best.Type, best.Mode, best.ACLED
	if in.ACLED != nil && kind.Of(best) == kind.Attack && !slices.ContainsFunc(h.tellings, func(m member) bool { return !m.mishap }) {
		in.ACLED = nil // people killed in an accident: no violence
	}
}

// when gives the days and how exact they are.
func (h *happening) when(in *riwaya.Incident) {
	d := h.day
	if d.To != span.Never {
		in.Last = story.FormatDay(d.To)
	}
	if d.From == span.Ever {
		return
	}
	in.First, in.Seen = story.FormatDay(d.From), d.Seen
	switch n := d.To - d.From + 1; {
	case n == 1:
		in.TimePrecision, in.DatePrec = 1, 1
	case n < 7:
		in.TimePrecision, in.DatePrec = 2, 2
	case n == 7:
		in.TimePrecision, in.DatePrec = 2, 3
	case n <= 31:
		in.TimePrecision, in.DatePrec = 3, 4
	case n <= 366:
		in.DatePrec = 5
	}
}

// where gives the place and how exact it is.
func (h *happening) where(in *riwaya.Incident) {
	if h.place == nil {
		return
	}
	for _, m := range h.tellings {
		if m.place == nil || m.key != h.key || locality.Level(m.place) != locality.Level(h.place) {
			continue
		}
		if in.Place == nil {
			in.Place = part.Place(m.rec, m.place, m.key)
		}
		if !slices.Contains(in.Place.Spellings, m.place.Text) {
			in.Place.Spellings = append(in.Place.Spellings, m.place.Text)
		}
	}
	switch in.Place.Precision {
	case "facility", "populated place":
		in.GeoPrecision, in.WherePrec = 1, 1
	case "near":
		in.GeoPrecision, in.WherePrec = 2, 2
	case "admin2":
		in.GeoPrecision, in.WherePrec = 2, 3
	case "admin1":
		in.GeoPrecision, in.WherePrec = 3, 4
	case "region":
		in.GeoPrecision, in.WherePrec = 3, 5
	case "country":
		in.GeoPrecision, in.WherePrec = 3, 6
	}
}
