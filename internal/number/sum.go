package number

import (
	"math"

	"riwaya/internal/digit"
	"riwaya/internal/lang"
)

// sum reads one number word by word. Its terms grow smaller from left to right: a new
// term joins if it is smaller than the last one's unit, and a word that multiplies takes
// with it all terms that are smaller than itself.
type sum struct {
	r       *Reader
	t       *lang.Text
	from    int
	terms   [10]float64
	n       int
	last    step
	vague   float64 // what the plurals without a number make, 0 if there are none
	words   bool
	ordinal bool
	counted bool // the last term says how many parts
}

// step is what the last token read was.
type step uint8

const (
	nothing step = iota
	units
	tens // and teens: nothing smaller joins them
	scales
	figures // digits
	fractions
)

// next is the number word at token j: what it is, how it is read, and whether a
// conjunction joins it, which may be a word of its own.
func (s *sum) next(j int) (it item, q *lang.Reading, joined bool, at int) {
	if j >= len(s.t.Tokens) {
		return it, nil, false, j
	}
	if k := &s.t.Tokens[j]; k.In(s.r.and) {
		joined = true
		j++
	}
	if j >= len(s.t.Tokens) || s.t.Tokens[j].Word == nil {
		return it, nil, joined, j
	}
	w := s.t.Tokens[j].Word
	if !w.Classes.Meets(s.r.number) {
		return it, nil, joined, j
	}
	for i := range w.Readings {
		c := &w.Readings[i]
		if !c.Classes.Meets(s.r.number) {
			continue
		}
		found, ok := s.r.words[c.Key]
		if !ok {
			continue
		}
		return found, c, joined || c.Feat&lang.Conjunction != 0, j
	}
	return it, nil, joined, j
}

func (s *sum) read() (Number, bool) {
	out := Number{From: s.from}
	i, sign := s.from, 1.0
	k := &s.t.Tokens[i]
	if k.Kind == lang.NumberKind {
		to, ok := s.digits(i)
		if !ok {
			return Number{}, false
		}
		out.Span.Start, i = k.Start, to
	} else {
		it, q, _, at := s.next(i)
		if q == nil || at != i {
			return Number{}, false
		}
		out.Span.Start, s.words = s.t.Inner(i, q), true
		out.Definite = q.Feat&lang.Article != 0
		if it.kind == minus {
			if i+1 >= len(s.t.Tokens) {
				return Number{}, false
			}
			rest := sum{r: s.r, t: s.t, from: i + 1}
			n, ok := rest.read()
			if !ok || n.Vague || n.Ordinal || s.t.Tokens[i+1].Word != nil && s.t.Tokens[i+1].Has(lang.Conjunction) {
				return Number{}, false
			}
			n.From, n.Span.Start, n.Low, n.High, n.Words = i, out.Span.Start, -n.High, -n.Low, true
			return n, true
		}
		if !s.first(it, i) {
			return Number{}, false
		}
		out.OneOf = it.kind == oneOf
		i++
	}
	for {
		to := s.more(i)
		if to == i {
			break
		}
		i = to
	}
	if out.OneOf && i > s.from+1 {
		out.OneOf = false
	}
	out.To, out.Words, out.Ordinal = i, s.words, s.ordinal
	out.Span.End = s.t.Tokens[i-1].End
	if s.vague > 0 {
		out.Vague, out.Low, out.High = true, s.vague, s.vague*10-1
		return out, true
	}
	v := 0.0
	for _, x := range s.terms[:s.n] {
		v += x
	}
	v = plain(v)
	out.Low, out.High = sign*v, sign*v
	out.Fraction = s.last == fractions && v < 1
	return out, true
}

// plain is a value of a thousand or more without what multiplying a fraction by a scale leaves behind
// its third decimal: 8.2 million is not 8199999.999999999.
func plain(v float64) float64 {
	switch {
	case v < 1e3:
		return v
	case v < 1e11:
		return math.Round(v*1e3) / 1e3
	}
	return math.Round(v)
}

// digits reads digits at token i and the groups of three behind it, if they are parted
// by spaces; to is behind it.
func (s *sum) digits(i int) (to int, ok bool) {
	k := &s.t.Tokens[i]
	it, q, _, _ := s.next(i + 1)
	v, ok := digits(s.t.Source[k.Start:k.End], q != nil && it.scale())
	if !ok {
		return i, false
	}
	to = i + 1
	if n := count(s.t.Source[k.Start:k.End]); n <= 3 && n > 0 && v > 0 {
		sum, end := v, to
		for end < len(s.t.Tokens) && s.t.Tokens[end].Kind == lang.NumberKind && !s.t.Tokens[end].Tight() && count(s.t.Source[s.t.Tokens[end].Start:s.t.Tokens[end].End]) == 3 {
			x, _ := digits(s.t.Source[s.t.Tokens[end].Start:s.t.Tokens[end].End], false)
			sum = sum*1000 + x
			end++
		}
		next := end < len(s.t.Tokens) && s.t.Tokens[end].Kind == lang.NumberKind && !s.t.Tokens[end].Tight()
		if !next && (end > to+1 || end == to+1 && math.Mod(sum, 1000) == 0) { // two numbers side by side are rarely both round
			v, to = sum, end
		}
	}
	if f, end := s.slash(i, v); end > i {
		s.push(f, fractions)
		return end, true
	}
	s.push(v, figures)
	if to == i+1 && to < len(s.t.Tokens) && s.t.Tokens[to].Kind == lang.NumberKind && !s.t.Tokens[to].Tight() { // two and a half in digits
		if x, ok := digits(s.t.Source[s.t.Tokens[to].Start:s.t.Tokens[to].End], false); ok {
			if f, end := s.slash(to, x); end > to {
				s.push(f, fractions)
				to = end
			}
		}
	}
	return to, true
}

// slash is the part of one that digits of value v at token i and those behind a slash make;
// its end is i where they make none. Dates have slashes too: only tenths and more are read.
func (s *sum) slash(i int, v float64) (part float64, end int) {
	k := s.t.Tokens
	if i+2 >= len(k) || !k[i+1].Is(lang.Slash) || !k[i+1].Tight() || k[i+2].Kind != lang.NumberKind || !k[i+2].Tight() {
		return 0, i
	}
	if i+3 < len(k) && k[i+3].Is(lang.Slash) || i > 0 && k[i-1].Is(lang.Slash) {
		return 0, i
	}
	y, ok := digits(s.t.Source[k[i+2].Start:k[i+2].End], false)
	if !ok || v < 1 || y <= v || y > 10 || v != math.Trunc(v) || y != math.Trunc(y) {
		return 0, i
	}
	return v / y, i + 3
}

// count is how many digits a token has, 0 if it has anything else.
func count(s string) int {
	n := 0
	for _, r := range s {
		if _, ok := digit.Value(r); !ok {
			return 0
		}
		n++
	}
	return n
}

func (s *sum) push(v float64, as step) {
	if s.n < len(s.terms) {
		s.terms[s.n] = v
		s.n++
	}
	s.last = as
}

// first takes the first word of a number.
func (s *sum) first(it item, i int) bool {
	switch it.kind {
	case teen: // nothing without ten behind it
		next, q, joined, _ := s.next(i + 1)
		if q == nil || joined || next.value != 10 || next.kind != cardinal {
			return false
		}
		s.push(it.value, units)
	case plural:
		s.vague = it.value
	case either:
		if next, q, joined, _ := s.next(i + 1); q != nil && joined && next.kind == cardinal && next.value < it.value {
			s.push(it.value, scales) // a thousand and two hundred
			return true
		}
		s.push(2*it.value, scales)
	case dozen, oneOf:
		s.push(it.value, units)
		if it.kind == dozen {
			s.last = tens
		}
	case part:
		s.push(it.value, fractions)
	case fifth:
		s.push(it.value, units)
		if s.whole(i + 1) {
			s.terms[0], s.last = 1/it.value, fractions
		}
	case ordinal, eleventh:
		s.ordinal = true
		s.push(it.value, units)
		if it.kind == eleventh {
			next, q, joined, _ := s.next(i + 1)
			return q != nil && (joined && next.value >= 20 && next.value <= 90 || next.value == 10)
		}
	case parts, minus, point:
		return false
	default:
		s.push(it.value, size(it.value))
	}
	return true
}

// size is what a cardinal counts as.
func size(v float64) step {
	switch {
	case v < 10:
		return units
	case v < 100:
		return tens
	}
	return scales
}

// whole reports whether token i is a definite singular, such as what is cut into parts.
func (s *sum) whole(i int) bool {
	if i >= len(s.t.Tokens) || s.t.Tokens[i].Word == nil {
		return false
	}
	w := s.t.Tokens[i].Word
	return !w.Classes.Meets(s.r.number) && w.Has(lang.Noun|lang.Article|lang.Singular)
}
