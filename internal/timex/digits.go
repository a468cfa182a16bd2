package timex

import (
	"riwaya/internal/calendar"
	"riwaya/internal/lang"
	"riwaya/internal/timex/frame"
)

// numeric reports whether the digits at token i say a time by their shape alone: what may
// be a year, a date in digits, a clock time with its colon.
func (s *search) numeric(i int) bool {
	k := s.t.Tokens
	signed := i+2 < len(k) && dateSign(&k[i+1]) && k[i+2].Kind == lang.NumberKind
	if n := k[i].End - k[i].Start; n < 3 || signed {
		return signed
	}
	f, ok := calendar.FiguresOf(s.t.Source[k[i].Start:k[i].End])
	switch {
	case !ok || f.Comma:
		return false
	case f.Count == 1:
		return f.Length[0] == 4 && f.N[0] >= 1000 && f.N[0] <= 2100
	case f.Count == 3:
		return true
	}
	return f.Colon || !f.NoDate && s.inside(i)
}

// inside reports whether the word before token i is "in", behind which 22.4 may be a day.
func (s *search) inside(i int) bool { return s.around(i-1, i).has(kindIn) }

func dateSign(k *lang.Token) bool { return k.Is(lang.Slash) || k.Is(lang.Dash) }

// figure adds what the digits at token i can be.
func (s *search) figure(i, limit int) {
	k := s.t.Tokens
	f, ok := calendar.FiguresOf(s.t.Source[k[i].Start:k[i].End])
	if !ok {
		return
	}
	switch {
	case f.Count == 3 && !f.Comma && !f.Colon && !f.NoDate:
		if f.Length[0] == 4 || f.Length[2] == 4 { // shorter ones are versions
			s.dateOf(i, i+1, &f)
		}
		return
	case f.Count == 2 && !f.Comma && f.N[0] <= 24 && f.N[1] < 60 && f.Length[1] == 2:
		w := s.value(i, i+1, clockNo, frame.Hour, int16(f.N[0]+1))
		w.says[frame.Minute] = int16(f.N[1] + 1)
		if !f.Colon && !f.NoDate {
			s.pair(i, i+1, loosePair, f.N[0], f.N[1])
		}
		return
	case f.Count > 1:
		return
	}
	v := int16(f.N[0])
	s.value(i, i+1, cardinal, frame.N, max(v, 0))
	if v >= 1 && v <= 31 && f.Length[0] <= 2 {
		s.value(i, i+1, dayNo, frame.Day, v)
		s.value(i, i+1, figureDay, frame.Day, v)
	}
	if i+2 < limit && dateSign(&k[i+1]) && k[i+1].Tight() && k[i+2].Tight() && k[i+2].Kind == lang.NumberKind && !(i+3 < len(k) && dateSign(&k[i+3])) && !(i > 0 && dateSign(&k[i-1])) {
		if g, ok := calendar.FiguresOf(s.t.Source[k[i+2].Start:k[i+2].End]); ok && g.Count == 1 && k[i+1].Is(lang.Slash) {
			s.pair(i, i+3, pair, f.N[0], g.N[0])
		} else if ok && g.Count == 1 {
			s.pair(i, i+3, loosePair, f.N[0], g.N[0])
		}
	}
	switch {
	case v <= 24 && f.Length[0] <= 2:
		s.value(i, i+1, clockNo, frame.Hour, v+1)
	case f.Length[0] == 4 && v/100 <= 24 && v%100 < 60:
		s.value(i, i+1, clockNo, frame.Hour, v/100+1).says[frame.Minute] = v%100 + 1
	}
	if f.Length[0] == 4 && v >= 1000 && v <= 2100 {
		s.value(i, i+1, year, frame.Year, v)
		if v >= 1800 {
			s.value(i, i+1, modern, frame.Year, v)
		}
	}
	if n, ok := s.chain(i, limit); ok {
		s.dateOf(i, i+5, &n)
	}
}

// pair adds day and month, in this order where both can be.
func (s *search) pair(i, to int, k kind, d, m int) {
	sure := d > 12 || m > 12
	if m > 12 {
		d, m = m, d
	}
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return
	}
	s.value(i, to, k, frame.Day, int16(d)).says[frame.Month] = int16(m)
	if sure && k == pair {
		s.value(i, to, surePair, frame.Day, int16(d)).says[frame.Month] = int16(m)
	}
}

// chain reads three numbers with the same sign between them.
func (s *search) chain(i, limit int) (f calendar.Figures, ok bool) {
	k := s.t.Tokens
	if i+4 >= limit || !dateSign(&k[i+1]) || k[i+3].Kind != lang.MarkKind || k[i+1].Mark != k[i+3].Mark {
		return f, false
	}
	if i+6 < len(k) && dateSign(&k[i+5]) && k[i+5].Tight() && k[i+6].Kind == lang.NumberKind && k[i+6].Tight() {
		return f, false // longer than a date
	}
	if i > 1 && dateSign(&k[i-1]) && k[i].Tight() && k[i-2].Kind == lang.NumberKind {
		return f, false // the end of something longer
	}
	for n := range f.N {
		one, ok := calendar.FiguresOf(s.t.Source[k[i+2*n].Start:k[i+2*n].End])
		if k[i+2*n].Kind != lang.NumberKind || !ok || one.Count != 1 {
			return f, false
		}
		f.N[n], f.Length[n] = one.N[0], one.Length[0]
	}
	f.Count = 3
	return f, true
}

// dateOf adds a date in digits.
func (s *search) dateOf(i, to int, f *calendar.Figures) {
	y, m, d, ok := f.Date(s.year)
	if !ok {
		return
	}
	w := s.value(i, to, digits, frame.Day, int16(d))
	w.says[frame.Month], w.says[frame.Year] = int16(m), int16(y)
	if y < calendar.FirstGregorian {
		w.says[frame.Hijri] = 1
	}
}
