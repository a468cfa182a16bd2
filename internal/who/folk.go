package who

import "riwaya/internal/lang"

// people reads a group of people at token i: definite, or with an adjective of a country.
func (s *search) people(i int) int {
	r := reading(&s.k[i], s.f.folk)
	if r == nil || r.Feat&(lang.Like|lang.For|lang.With) != 0 || r.Feat&(lang.Feminine|lang.Singular) == lang.Feminine|lang.Singular {
		return i
	}
	if i > 0 && s.k[i-1].Word != nil && r.Prefix == 0 && s.k[i-1].Has(lang.Article) && !s.verbal(i-1) {
		return i // an adjective
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
	if !definite && m.bare && !s.acting(i, r) {
		return i
	}
	if !m.bare || !definite || m.kind != "armed_group" {
		m.bare = false
	}
	s.add(m, r.Prefix)
	return m.to
}

// acting reports whether armed men without the article are the subject of the verb that
// stands before or behind them.
func (s *search) acting(i int, r *lang.Reading) bool {
	if r.Key != "armed_group" || r.Feat&lang.Plural == 0 || r.Feat&lang.Oblique != 0 {
		return false
	}
	return i > 0 && s.k[i-1].Word != nil && s.verbal(i-1) || i+1 < len(s.k) && s.k[i+1].Word != nil && s.verbal(i+1)
}
