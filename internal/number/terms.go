package number

import (
	"math"

	"riwaya/internal/lang"
)

// more takes the token at i if it goes on with the number, and gives what is behind it.
func (s *sum) more(i int) int {
	if i >= len(s.t.Tokens) || s.n == len(s.terms) {
		return i
	}
	it, q, joined, at := s.next(i)
	if q == nil {
		if joined && at == i+1 {
			return s.moreDigits(i, at)
		}
		return i
	}
	if q.Feat&(lang.With|lang.For|lang.Like) != 0 {
		return i
	}
	ok := false
	switch {
	case s.vague > 0:
		if ok = !joined && it.scale() && it.value > 10 && it.value > s.vague/10; ok {
			s.vague *= it.value
		}
	case s.ordinal:
		if ok = s.last == units && it.kind == cardinal && (joined && it.value >= 20 && it.value <= 90 || !joined && it.value == 10); ok {
			s.push(it.value, tens)
		}
	case it.kind == point:
		return s.decimals(i, at)
	case joined:
		ok = s.join(it, at)
	default:
		ok = s.multiply(it)
	}
	if !ok {
		return i
	}
	s.words = true
	return at + 1
}

// join takes a term that a conjunction joins.
func (s *sum) join(it item, at int) bool {
	v := it.value
	if it.kind == part || it.kind == fifth && s.last == units {
		if it.kind == fifth {
			v = 1 / v
		}
		if s.last == fractions || s.last == nothing {
			return false
		}
		if u := unit(s.terms[s.n-1]); s.last == scales && u >= 1000 {
			s.push(v*u, fractions) // a million and a half
			return true
		}
		s.push(v, fractions)
		return true
	}
	if it.kind != cardinal && it.kind != fifth && it.kind != oneOf && it.kind != either && it.kind != teen {
		return false
	}
	if it.kind == either {
		v *= 2
	}
	next, q, joined, _ := s.next(at + 1)
	s.counted = q != nil && !joined && next.kind == parts // and three quarters
	switch {
	case s.counted && s.last != fractions && size(v) == units:
	case s.last == units && s.n > 0 && v >= 20 && v <= 90 && s.terms[s.n-1] >= 1 && s.terms[s.n-1] == math.Trunc(s.terms[s.n-1]):
	case s.last == scales && v < unit(s.terms[s.n-1]) && v >= 1:
	default:
		return false
	}
	s.push(v, size(v))
	return true
}

// multiply takes a word that stands right behind the terms.
func (s *sum) multiply(it item) bool {
	switch {
	case it.kind == cardinal && it.value == 10 && s.last == units && s.terms[s.n-1] < 10: // thirteen
		s.terms[s.n-1] += 10
		s.last = tens
		return true
	case it.kind == parts && s.last == units && (s.n == 1 || s.terms[s.n-2] < 20 || s.counted):
		s.terms[s.n-1] *= it.value
		s.last = fractions
		return true
	case (it.kind == fifth || it.kind == parts) && s.last != fractions && s.last != figures && (s.last != units || s.n > 1):
		v := it.value
		if it.kind == fifth {
			v = 1 / v
		}
		for k := range s.n {
			s.terms[k] *= v
		}
		s.last = fractions
		return true
	case !it.scale() || s.last == nothing:
		return false
	}
	// It takes all terms that are smaller than itself, at least one.
	k, taken := s.n, 0.0
	for k > 0 && s.terms[k-1] < it.value {
		k--
		taken += s.terms[k]
	}
	if s.last == fractions && s.n > 1 && s.terms[s.n-1] == s.r.half(it, s.terms[:s.n]) {
		return true // a million and a half million, said twice
	}
	if k == s.n || s.last == scales && it.value <= unit(s.terms[s.n-1]) || k > 0 && taken*it.value >= unit(s.terms[k-1]) {
		return false
	}
	s.n = k
	s.push(taken*it.value, scales)
	return true
}

// half is what the last term is where it is a part of that scale already: a million and a
// half of the million.
func (r *Reader) half(it item, terms []float64) float64 {
	last := terms[len(terms)-1]
	if unit(terms[len(terms)-2]) == it.value && last < it.value && last >= it.value/10 {
		return last
	}
	return -1
}

// moreDigits takes digits that a conjunction joins to a thousand or more.
func (s *sum) moreDigits(i, at int) int {
	if at >= len(s.t.Tokens) || s.t.Tokens[at].Kind != lang.NumberKind || s.last != scales || s.vague > 0 || s.ordinal {
		return i
	}
	k := &s.t.Tokens[at]
	v, ok := digits(s.t.Source[k.Start:k.End], false)
	if !ok || v >= unit(s.terms[s.n-1]) || v < 1 || v != math.Trunc(v) {
		return i
	}
	s.push(v, figures)
	return at + 1
}

// decimals takes the digits behind a decimal point in words.
func (s *sum) decimals(i, at int) int {
	if at+1 >= len(s.t.Tokens) || s.last == fractions {
		return i
	}
	rest := sum{r: s.r, t: s.t, from: at + 1}
	n, ok := rest.read()
	if !ok || n.Low != n.High || n.Low < 1 || n.Low != math.Trunc(n.Low) || n.Low > 999 {
		return i
	}
	v := n.Low
	for v >= 1 {
		v /= 10
	}
	s.push(v, fractions)
	s.words = true
	return n.To
}

// unit is the power of ten, of those that have a word, that a term counts in.
func unit(v float64) float64 {
	for _, u := range []float64{1e12, 1e9, 1e6, 1e3, 100} {
		if v >= u && math.Mod(v, u) == 0 {
			return u
		}
	}
	if v >= 1e3 { // 1.8 million
		for _, u := range []float64{1e12, 1e9, 1e6, 1e3} {
			if v >= u {
				return u
			}
		}
	}
	return 1
}
