package survey

import (
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/naming"
	"riwaya/internal/phrase"
)

// known reads an alias at token i, with the generic noun before it and the adjectives
// behind it.
func (s scan) known(i int) int {
	end, key, prefix := s.AliasAt(i)
	if end == i { // perhaps its generic noun stands first
		if end, key, prefix = s.AliasBehind(i); end == i {
			return i
		}
	}
	if end == i+1 && s.K[i].In(s.f.Common) && s.system(i) {
		return i
	}
	m := mention.Mention{What: mention.Known, From: i, Head: i, Kind: "other"}
	if a := s.f.Actors[key]; a != nil {
		m.Actor, m.Kind, m.Country = a, a.Kind, naming.Lower(a.Country)
		m.Weak = end == i+1 && s.K[i].In(s.f.Common) && !s.Quoted(i, end)
		if a.Kind == "person" {
			m.What, m.Name, m.Office = mention.Person, i, true
			m.To = end
			s.Add(m, prefix)
			return end
		}
		if a.Outlet && !s.Outlet(i, end) {
			return i
		}
	} else if m.Shared = s.f.Shared[key]; m.Shared == nil {
		return i
	} else {
		m.Weak = end == i+1 && s.K[i].In(s.f.Common)
	}
	var country string
	if m.To, country = s.Adjectives(end); m.Actor != nil && m.Kind == "military" && m.Country != "" && country != "" && country != m.Country && naming.Reading(&s.K[end-1], s.f.G.Demonym) == nil {
		return i // the French forces of occupation
	}
	if m.Country == "" {
		m.Country = country
	}
	if m.To < len(s.K) && phrase.IsQuote(&s.K[m.To]) && s.K[m.To].Match >= int32(i) && int(s.K[m.To].Match) < m.To {
		m.To++
	}
	s.Add(m, prefix)
	s.ledBy(&m)
	s.lordOf(&m)
	return m.To
}

// system reports whether a relational adjective that is that of no country, and no part of who is meant, goes with the
// definite noun at token i: the judicial system is no regime.
func (s scan) system(i int) bool {
	n := i + 1
	if n >= len(s.K) || s.K[n].Word == nil || !s.K[i].Has(lang.Article) {
		return false
	}
	if p := i - 1; p >= 0 && s.K[p].Word != nil && !s.f.G.Function(&s.K[p]) && !s.Verbal(p) && !s.K[p].Has(lang.Article) {
		return false // the regime's helicopters
	}
	t := &s.K[n]
	if t.In(s.f.G.Demonym) || t.In(s.f.Bent) || t.In(s.f.Anaphor) || t.In(s.f.AnyName) {
		return false
	}
	return t.Word.Some(func(q *lang.Reading) bool {
		return q.Prefix == 0 && q.Feat&(lang.Article|lang.Nisba|lang.Plural|lang.Dual|lang.Feminine) == lang.Article|lang.Nisba
	})
}

// lordOf adds the known person inside the name of a known force that is his: the forces of
// X, the militias of the deposed X, name both.
func (s scan) lordOf(m *mention.Mention) {
	if m.Kind != "armed_group" && m.Kind != "military" {
		return
	}
	for i := m.From + 1; i < m.To; i++ {
		e, key, n := s.AliasAt(i)
		a := s.f.Actors[key]
		if e > m.To || a == nil || a.Kind != "person" {
			e = i + 1
			if a = s.f.Surnames[s.K[i].Span().Of(s.T.Source)].Actor; a == nil || m.Actor == nil || e < m.To {
				continue
			}
			n = 0
		}
		s.Add(mention.Mention{What: mention.Person, From: i, To: e, Head: i, Name: i, Kind: "person", Actor: a, Office: true}, n)
		return
	}
}

// ledBy adds the country inside the name of an alliance that it leads: "the coalition that
// X leads" names both.
func (s scan) ledBy(m *mention.Mention) {
	for i := m.From + 2; i < m.To; i++ {
		p := &s.K[i-1]
		if p.Word == nil || !p.Has(lang.Pronoun|lang.Present) && !p.Has(lang.With) {
			continue
		}
		if e, code := s.CountryAt(i); e > i && len(code) == 2 {
			s.Add(mention.Mention{What: mention.State, From: i, To: e, Head: i, Kind: "government", Country: code}, 0)
		}
		return
	}
}
