package who

import "riwaya/internal/lang"

// people reads a group of people at token i: definite, or with an adjective of a country.
func (s *search) people(i int) int {
	if e := s.thoseOf(i); e > i {
		return e
	}
	r := reading(&s.k[i], s.f.folk)
	if r == nil || r.Feat&(lang.Like|lang.With) != 0 || r.Feat&lang.For != 0 && i > 0 && s.k[i-1].Has(lang.Participle) || r.Feat&(lang.Feminine|lang.Singular) == lang.Feminine|lang.Singular {
		return i
	}
	if i > 0 && s.k[i-1].Word != nil && r.Prefix == 0 && s.k[i-1].Has(lang.Article) && !s.verbal(i-1) {
		return i // an adjective
	}
	m := mention{what: folk, from: i, to: i + 1, head: i, kind: r.Key, bare: true}
	switch r.Key {
	case affected, hurt:
		m.kind = "civilians"
	case acting:
		m.kind = "armed_group"
	}
	if r.Key == hurt && !s.acting(i, r) {
		return i
	}
	definite := r.Feat&lang.Article != 0
	for j := m.to; j < len(s.k) && j < i+4; j++ {
		if q := reading(&s.k[j], s.f.folk); q != nil && definite && q.Prefix == 0 && q.Feat&lang.Article != 0 {
			m.to = j + 1
			continue
		}
		if b := reading(&s.k[j], s.f.bent); b != nil && b.Prefix == 0 && definite && b.Feat&lang.Article != 0 {
			m.to, m.bare = j+1, false
			continue
		}
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

// The keys of civilians who need no article, of those who need a deed or a number, and of
// armed men who need a verb.
const (
	acting   = "acting"
	affected = "affected"
	hurt     = "hurt"
)

// acting reports whether armed men without the article are the subject of the verb that
// stands before or behind them.
func (s *search) acting(i int, r *lang.Reading) bool {
	if r.Key == affected || r.Key == hurt {
		return i > 0 && (s.k[i-1].Kind == lang.NumberKind || s.k[i-1].Word != nil && (s.k[i-1].In(s.f.g.Quantity) || reading(&s.k[i-1], s.f.victim) != nil || s.verbal(i-1)))
	}
	if r.Key != acting {
		return false
	}
	return i > 0 && s.f.g.MayBeFinite(&s.k[i-1]) && !s.f.g.Function(&s.k[i-1]) || i+1 < len(s.k) && s.k[i+1].Word != nil && s.verbal(i+1)
}

// thoseOf reads people by whom or where they belong to, at token i: the people of Aden,
// supporters of the party.
func (s *search) thoseOf(i int) int {
	r := reading(&s.k[i], s.f.those)
	if r == nil || r.Feat&(lang.Article|lang.Like|lang.Feminine) != 0 || i+1 >= len(s.k) || s.k[i+1].Word == nil {
		return i
	}
	j := i + 1
	n := s.noun(j)
	e, _ := s.countryAt(j)
	if e == j && s.k[j].In(s.f.title) && n != nil { // the supporters of President X
		for e = j + 1; e < len(s.k) && e < j+4 && s.k[e].In(s.f.anyName); e++ {
		}
	}
	if e == j {
		if n == nil || n.Prefix > 0 || s.verbal(j) || n.Feat&lang.Pronoun != 0 || n.Feat&(lang.Article|lang.Guess) == 0 {
			return i
		}
		e = j + 1
	}
	s.add(mention{what: folk, from: i, to: e, head: i, kind: r.Key}, r.Prefix)
	return j
}

// victimAt reads somebody without a name at token i to whom something was done: a
// resident killed, a child abducted.
func (s *search) victimAt(i int) int {
	r := reading(&s.k[i], s.f.role)
	if r == nil || r.Key != "private" || r.Prefix > 0 || r.Feat&(lang.Article|lang.Plural) != 0 || i == 0 || s.k[i-1].Word == nil {
		return i
	}
	p := &s.k[i-1]
	if p.Word.Feats&lang.Cue != 0 && p.Word.Feats&lang.Verb != 0 {
		return i // who speaks without a name is no actor
	}
	if v := reading(p, s.f.victim); (v == nil || v.Feat&lang.Article != 0) && !(s.verbal(i-1) && p.Has(lang.Past|lang.Passive)) {
		return i
	}
	m := mention{what: person, from: i, to: i + 1, head: i, name: i, kind: "person", role: true, bare: true}
	if m.to < len(s.k) {
		if d := reading(&s.k[m.to], s.f.g.Demonym); d != nil && d.Prefix == 0 && d.Feat&lang.Article == 0 {
			m.to++
			if len(d.Key) == 2 {
				m.country = d.Key
			}
		}
	}
	s.add(m, 0)
	return m.to
}
