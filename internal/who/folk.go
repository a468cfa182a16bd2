package who

import "riwaya/internal/lang"

// people reads a group of people at token i: definite, or with an adjective of a country.
func (s *search) people(i int) int {
	r := reading(&s.k[i], s.f.folk)
	if r == nil || r.Feat&lang.Like != 0 {
		return i
	}
	m := mention{what: folk, from: i, to: i + 1, head: i, kind: r.Key, bare: true}
	definite := r.Feat&lang.Article != 0
	for j := m.to; j < len(s.k) && j < i+4; j++ {
		d := reading(&s.k[j], s.f.g.Demonym)
		if d == nil || d.Prefix > 0 || (d.Feat&lang.Article != 0) != definite {
			break
		}
		m.to, m.bare = j+1, false
		if len(d.Key) == 2 {
			m.country = d.Key
		}
	}
	if !definite && m.bare {
		return i
	}
	s.add(m, r.Prefix)
	return m.to
}
