package timex

import (
	"riwaya/internal/lang"
	"riwaya/internal/timex/frame"
)

// found is a sequence, or the beginning of one, that fits.
type found struct {
	at    int32 // twice the token where it goes on, and 1 where that one's clitics are behind
	start int   // where its first word begins, -1 before that
	gap   [2]int32
	other int32 // of search.others: the second frame, if it has one
	frame frame.Frame
}

// memory is what a part was found to be at a place.
type memory struct {
	seen     uint32 // the island that it is of
	key      uint32 // the place and the part
	from, to int32  // of search.results
}

// memories are kept by their keys in a table that is never more than half full: few parts can
// begin at a place, and a table with room for each of them at each lay all over memory.
type memories struct {
	table []memory // a power of two of them
	n     int      // of the island
}

// rememberedFirst is how many ways the table has at first.
const rememberedFirst = 1 << 9

// way is where the memory with that key stands, or could.
func (m *memories) way(key, island uint32) *memory {
	const spread = 0x9e3779b1 // 2^32 by the golden ratio
	mask := uint32(len(m.table) - 1)
	for at := key * spread >> 16; ; at++ {
		if w := &m.table[at&mask]; w.seen != island || w.key == key {
			return w
		}
	}
}

// keep adds a memory that is not there yet.
func (m *memories) keep(one memory) {
	if m.n++; 2*m.n > len(m.table) {
		old := m.table
		m.table = make([]memory, 2*len(old))
		for _, w := range old {
			if w.seen == one.seen {
				*m.way(w.key, w.seen) = w
			}
		}
	}
	*m.way(one.key, one.seen) = one
}

// at is the words at token i.
func (s *search) at(i int) []word {
	if i -= s.base; i >= 0 && i+1 < len(s.index) {
		return s.words[s.index[i]:s.index[i+1]]
	}
	return nil
}

// kindsAt are the kinds of the words at token i.
func (s *search) kindsAt(i int) (set kinds) {
	if i -= s.base; i >= 0 && i < len(s.have) {
		return s.have[i]
	}
	return set
}

// width is how many places an island has for what is remembered: two for each token, and
// some for a last word of several tokens.
const width = 2 * (longestIsland + 16)

// symbol finds all that a part or rule can be at a place: results [from, to).
func (s *search) symbol(n int, at int32) (from, to int32) {
	y := &s.r.grammar.symbols[n]
	place, have := int(at)-2*s.base, s.kindsAt(int(at>>1))
	if place >= width || !y.first.meets(have) || int(at>>1)+y.least > s.end {
		return 0, 0
	}
	key := uint32(place*len(s.r.grammar.symbols) + n)
	if m := s.memory.way(key, s.generation); m.seen == s.generation {
		return m.from, m.to
	}
	base := len(s.trail)
	for i := range y.firsts {
		if !y.firsts[i].meets(have) {
			continue
		}
		if q := &y.sequences[i]; int(at>>1)+q.least <= s.end && s.holds(q, int(at>>1)) {
			s.sequence(q.steps, at)
		}
	}
	from = int32(len(s.results)) // behind those of the parts inside it
	s.results = append(s.results, s.trail[base:]...)
	to = int32(len(s.results))
	s.trail = s.trail[:base]
	s.memory.keep(memory{s.generation, key, from, to})
	return from, to
}

// holds reports whether what a sequence needs stands at token i of the island or behind it:
// of most rules something is missing.
func (s *search) holds(q *sequence, i int) bool {
	for _, n := range q.needs {
		if !n.meets(s.ahead[i-s.base]) {
			return false
		}
	}
	return true
}

// budget bounds how many beginnings are kept at once.
const budget = 3000

// sequence appends to the trail what the sequence can be at a place.
func (s *search) sequence(seq []step, at int32) {
	base := len(s.trail)
	s.trail = append(s.trail, found{at: at, start: -1})
	from := base
	for n := range seq {
		to := len(s.trail)
		for i := from; i < to; i++ {
			if seq[n].optional {
				s.trail = append(s.trail, s.trail[i])
			}
			s.step(&seq[n], i)
		}
		from = to
	}
	n := copy(s.trail[base:], s.trail[from:])
	s.trail = s.trail[:base+n]
}

// step appends to the trail each way in which trail[i] goes on.
func (s *search) step(p *step, i int) {
	if len(s.trail) > budget || len(s.others) > budget || !s.effort.Spend(1) {
		return
	}
	x := s.trail[i]
	if p.kind == noKind {
		from, to := s.symbol(int(p.part), x.at)
		if !s.effort.Spend(int(to - from)) {
			return
		}
		for j := from; j < to; j++ {
			r := &s.results[j]
			if !s.goesOn(p, r.at>>1) {
				continue
			}
			y := x
			if !p.mute && !s.merge(&y, &r.frame) || r.other > 0 {
				continue
			}
			y.at = r.at
			if y.start < 0 {
				y.start = r.start
			}
			if r.gap[1] > 0 {
				y.gap = r.gap
			}
			s.trail = append(s.trail, y)
		}
		return
	}
	tok := int(x.at >> 1)
	if zeroWidth(p.kind) {
		s.join(p.kind, x, tok)
		if p.kind != andJoin {
			return
		}
	}
	words := s.at(tok)
	for k := range words {
		w := &words[k]
		if w.kind != p.kind || w.glued != 0 && x.at&1 == 0 || p.only != nil && !w.says.Has(p.only) || !s.goesOn(p, w.to) {
			continue
		}
		y := x
		if !p.mute && !s.merge(&y, &w.says) {
			continue
		}
		y.at = 2 * w.to
		if w.kind == aside {
			if y.gap[1] > 0 {
				continue
			}
			y.gap = [2]int32{w.at, w.to}
		}
		if y.start < 0 {
			y.start = w.start
		}
		s.trail = append(s.trail, y)
	}
}

// goesOn reports whether what must stand behind a step can begin with token i.
func (s *search) goesOn(p *step, i int32) bool {
	return p.next == (kinds{}) || p.next.meets(s.kindsAt(int(i)))
}

// merge adds to a beginning what a word or part says.
func (s *search) merge(x *found, f *frame.Frame) bool {
	if x.other == 0 {
		return x.frame.Merge(f)
	}
	g := s.others[x.other]
	if !g.Merge(f) {
		return false
	}
	x.other = int32(len(s.others))
	s.others = append(s.others, g)
	return true
}

// join goes on at the same token: behind a clitic, or in the second frame.
func (s *search) join(k kind, x found, tok int) {
	if k == then {
		if x.other > 0 { // a third term of a sum
			x.frame[frame.N3], x.frame[frame.Unit3] = s.others[x.other][frame.N], s.others[x.other][frame.Unit]
		}
		x.other = int32(len(s.others))
		s.others = append(s.others, frame.Frame{})
		s.trail = append(s.trail, x)
		return
	}
	want := lang.Feat(lang.Conjunction)
	switch k {
	case withJoin:
		want = lang.With
	case forJoin:
		want = lang.For
	}
	words := s.at(tok)
	for k := range words {
		w := &words[k]
		if w.glued&want != 0 && w.glued&^(want|lang.So) == 0 && x.at&1 == 0 {
			x.at |= 1
			s.trail = append(s.trail, x)
			return
		}
	}
}

// better reports whether one result is longer than another, or by a heavier rule, or says
// more: of two readings of "today Friday" the one that has both.
func better(y *symbol, r *found, than *symbol, best *found) bool {
	switch {
	case r.at>>1 != best.at>>1:
		return r.at>>1 > best.at>>1
	case y.weight != than.weight:
		return y.weight > than.weight
	}
	return r.frame.Said() > best.frame.Said()
}

// best is the rule with the longest expression that begins at token i and holds anchor,
// the heavier where two are as long; nil if there is none.
func (s *search) best(i, anchor int) (*symbol, found) {
	var rule *symbol
	var best found
	have := s.kindsAt(i)
	if have == (kinds{}) {
		return nil, best
	}
	for n, first := range s.r.grammar.firsts {
		if !first.meets(have) {
			continue
		}
		n += s.r.grammar.parts
		y := &s.r.grammar.symbols[n]
		from, to := s.symbol(n, int32(2*i+1))
		for j := from; j < to; j++ {
			r := &s.results[j]
			if int(r.at>>1) <= anchor || rule != nil && !better(y, r, rule, &best) {
				continue
			}
			if s.allowed(y, i, int(r.at>>1)) {
				rule, best = y, *r
			}
		}
	}
	return rule, best
}
