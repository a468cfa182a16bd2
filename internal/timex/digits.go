package timex

import "riwaya/internal/lang"

// figures are the numbers in a token of digits, by its separators: 11.59 has two.
type figures struct {
	n      [3]int
	length [3]int // in digits
	count  int
	colon  bool // the first separator is a colon
	comma  bool // one of them is a comma, as of thousands
}

// figuresOf reads a token of digits; ok is false where it has more than three numbers, or
// one too long.
func figuresOf(s string) (f figures, ok bool) {
	digit := false
	for _, r := range s {
		v := -1
		switch {
		case r >= '0' && r <= '9':
			v = int(r - '0')
		case r >= 0x660 && r <= 0x669:
			v = int(r - 0x660)
		case r >= 0x6f0 && r <= 0x6f9:
			v = int(r - 0x6f0)
		}
		if v < 0 {
			if f.count == 1 {
				f.colon = r == ':'
			}
			f.comma = f.comma || r == ',' || r == 0x66b || r == 0x66c
			digit = false
			continue
		}
		if !digit {
			if f.count == len(f.n) {
				return f, false
			}
			f.count++
			digit = true
		}
		i := f.count - 1
		f.n[i] = f.n[i]*10 + v
		if f.length[i]++; f.length[i] > 4 {
			return f, false
		}
	}
	return f, f.count > 0
}

// numeric reports whether the digits at token i say a time by their shape alone: what may
// be a year, a date in digits, a clock time with its colon.
func (s *search) numeric(i int) bool {
	k := s.t.Tokens
	signed := i+2 < len(k) && dateSign(&k[i+1]) && k[i+2].Kind == lang.NumberKind
	if n := k[i].End - k[i].Start; n < 3 || signed {
		return signed
	}
	f, ok := figuresOf(s.t.Source[k[i].Start:k[i].End])
	switch {
	case !ok || f.comma:
		return false
	case f.count == 1:
		return f.length[0] == 4 && f.n[0] >= 1000 && f.n[0] <= 2100
	case f.count == 3:
		return true
	}
	return f.colon || s.inside(i)
}

// inside reports whether the word before token i is "in", behind which 22.4 may be a day.
func (s *search) inside(i int) bool { return s.around(i-1, i).has(kindIn) }

func dateSign(k *lang.Token) bool { return k.Is(lang.Slash) || k.Is(lang.Dash) }

// figure adds what the digits at token i can be.
func (s *search) figure(i, limit int) {
	k := s.t.Tokens
	f, ok := figuresOf(s.t.Source[k[i].Start:k[i].End])
	if !ok {
		return
	}
	switch {
	case f.count == 3 && !f.comma && !f.colon:
		if f.length[0] == 4 || f.length[2] == 4 { // shorter ones are versions
			s.dateOf(i, i+1, f.n, f.length)
		}
		return
	case f.count == 2 && !f.comma && f.n[0] <= 24 && f.n[1] < 60 && f.length[1] == 2:
		w := s.value(i, i+1, clockNo, Hour, int16(f.n[0]+1))
		w.says[Minute] = int16(f.n[1] + 1)
		if !f.colon {
			s.pair(i, i+1, loosePair, f.n[0], f.n[1])
		}
		return
	case f.count > 1:
		return
	}
	v := int16(f.n[0])
	s.value(i, i+1, cardinal, N, max(v, 0))
	if v >= 1 && v <= 31 && f.length[0] <= 2 {
		s.value(i, i+1, dayNo, Day, v)
		s.value(i, i+1, figureDay, Day, v)
	}
	if i+2 < limit && dateSign(&k[i+1]) && k[i+1].Tight && k[i+2].Tight && k[i+2].Kind == lang.NumberKind && !(i+3 < len(k) && dateSign(&k[i+3])) && !(i > 0 && dateSign(&k[i-1])) {
		if g, ok := figuresOf(s.t.Source[k[i+2].Start:k[i+2].End]); ok && g.count == 1 && k[i+1].Is(lang.Slash) {
			s.pair(i, i+3, pair, f.n[0], g.n[0])
		} else if ok && g.count == 1 {
			s.pair(i, i+3, loosePair, f.n[0], g.n[0])
		}
	}
	switch {
	case v <= 24 && f.length[0] <= 2:
		s.value(i, i+1, clockNo, Hour, v+1)
	case f.length[0] == 4 && v/100 <= 24 && v%100 < 60:
		s.value(i, i+1, clockNo, Hour, v/100+1).says[Minute] = v%100 + 1
	}
	if f.length[0] == 4 && v >= 1000 && v <= 2100 {
		s.value(i, i+1, year, Year, v)
	}
	if n, ok := s.chain(i, limit); ok {
		s.dateOf(i, i+5, n.n, n.length)
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
	s.value(i, to, k, Day, int16(d)).says[Month] = int16(m)
	if sure && k == pair {
		s.value(i, to, surePair, Day, int16(d)).says[Month] = int16(m)
	}
}

// chain reads three numbers with the same sign between them.
func (s *search) chain(i, limit int) (f figures, ok bool) {
	k := s.t.Tokens
	if i+4 >= limit || !dateSign(&k[i+1]) || k[i+3].Kind != lang.MarkKind || k[i+1].Mark != k[i+3].Mark {
		return f, false
	}
	if i+6 < len(k) && dateSign(&k[i+5]) && k[i+5].Tight && k[i+6].Kind == lang.NumberKind && k[i+6].Tight {
		return f, false // longer than a date
	}
	for n := range f.n {
		one, ok := figuresOf(s.t.Source[k[i+2*n].Start:k[i+2*n].End])
		if k[i+2*n].Kind != lang.NumberKind || !ok || one.count != 1 {
			return f, false
		}
		f.n[n], f.length[n] = one.n[0], one.length[0]
	}
	f.count = 3
	return f, true
}

// dateOf adds a date in digits: day, month, year as Arabic papers write it, year first
// where the first number is one, month first only where the second cannot be a month.
func (s *search) dateOf(i, to int, n, length [3]int) {
	d, m, y := n[0], n[1], n[2]
	switch {
	case length[0] == 1 && length[2] == 1:
		return
	case length[0] == 4 || length[2] <= 2 && d > 31:
		d, y = y, d
	case length[2] <= 2 && s.year > 0 && apart(s.year, 2000+d) < apart(s.year, 2000+y):
		d, y = y, d // either end can be the year: the one nearer to publication
	}
	if m > 12 && d <= 12 {
		d, m = m, d
	}
	if y < 100 {
		if y += 2000; y > 2050 {
			y -= 100
		}
	}
	if m < 1 || m > 12 || d < 1 || d > 31 || y < 1000 || y > 2100 {
		return
	}
	w := s.value(i, to, digits, Day, int16(d))
	w.says[Month], w.says[Year] = int16(m), int16(y)
	if y < 1600 {
		w.says[Hijri] = 1
	}
}

// apart is how many years lie between two.
func apart(a, b int) int { return max(a-b, b-a) }
