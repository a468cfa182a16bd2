package survey

import (
	"slices"

	"riwaya/internal/lang"
	"riwaya/internal/mention"
)

// places takes out persons who are places of the record: towns, quarters and mosques are named after
// people, and begin as names do: Sheikh Uthman, Khan Yunis, the Two Saints' Square. Who speaks stays,
// and so does whom a list has.
func (s scan) places() {
	if len(s.Rec.Places) == 0 {
		return
	}
	s.Mentions = slices.DeleteFunc(s.Mentions, func(m mention.Mention) bool {
		return m.What == mention.Person && m.Actor == nil && !m.Nameless && s.isPlace(&m)
	})
}

// isPlace reports whether all that is said of a person is in a place's name, or is a province and its noun.
func (s scan) isPlace(m *mention.Mention) bool {
	p := s.PlaceOver(m.To - 1)
	if p == nil || s.Speaks(m.Span) {
		return false
	}
	at := p.Span.Hull()
	if m.To == m.Name+2 && s.K[m.To-1].Start >= at.Start && s.K[m.Name].In(s.f.province) && s.K[m.Name].Has(lang.Dual) {
		return true // of two provinces, no Velayati
	}
	return m.Span.Start >= at.Start
}
