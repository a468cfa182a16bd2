package when

import (
	"riwaya/internal/calendar"
	"riwaya/internal/lang"
	"riwaya/internal/timex"
	"riwaya/internal/timex/frame"
)

// nearby is how many tokens before an expression are asked whether something is to come.
const nearby = 14

// upcoming reports whether the words around an expression say that what it places is still
// to come: a verb in the future, what is planned or expected.
func (s *search) upcoming(h *timex.Hit) bool {
	for i := h.From - 1; i >= max(h.From-nearby, h.Sentence.From); i-- {
		if s.ahead(i) {
			return true
		}
	}
	for i := h.To; i < min(h.To+4, h.Sentence.To) && s.t.Tokens[i].Kind == lang.WordKind && !s.t.Tokens[i].In(s.f.that); i++ {
		if s.ahead(i) {
			return true
		}
	}
	return false
}

// ahead reports whether token i says that something is to come.
func (s *search) ahead(i int) bool {
	w := s.t.Tokens[i].Word
	return w != nil && (w.Classes.Meets(s.f.upcoming) || w.Feats&lang.Future != 0 && w.Feats&(lang.Past|lang.Noun) == 0)
}

// elsewhere reports whether a length is counted from another event than now: two days
// after the attack, two days before the elections.
func (s *search) elsewhere(h *timex.Hit) bool {
	if h.Since || h.FromNow || !h.Of || h.To+1 >= h.Sentence.To {
		return false
	}
	next := &s.t.Tokens[h.To+1]
	if next.In(s.f.place) || next.Word == nil {
		return false
	}
	return h.Means == frame.Ahead || next.In(s.f.event) || next.Has(lang.Masdar) || next.Has(lang.Article|lang.Feminine|lang.Plural)
}

// morrow is the day after an event: the day that the same sentence has named before, else
// the day after the one that it names behind, else the day that the article reports, which
// its first relative day says. Not known, it is a day later: P1D.
func (s *search) morrow(h *timex.Hit) (value, kind string, ok bool) {
	lead, known := calendar.Day(0), false
	for i := range s.hits {
		o := &s.hits[i]
		if &o.Hit == h || !o.dated {
			continue
		}
		switch {
		case o.Sentence == h.Sentence && o.From < h.From && !o.Since:
			return o.day.String(), typeDate, true
		case o.Sentence == h.Sentence && o.From-h.To < nearby:
			return (o.day + 1).String(), typeDate, true
		case !known && o.Says[frame.Offset] != 0 && s.ref-o.day <= 1:
			lead, known = o.day, true
		}
	}
	if known && !s.dated(h) {
		return lead.String(), typeDate, true
	}
	return "P1D", typeDuration, true
}

// dated reports whether the sentence goes on with a year or a month.
func (s *search) dated(h *timex.Hit) bool {
	for i := range s.hits {
		if o := &s.hits[i]; o.Sentence == h.Sentence && o.From >= h.To && o.Means == frame.Date {
			return true
		}
	}
	return false
}
