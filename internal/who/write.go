package who

import (
	"riwaya"
)

// write puts the actors into the record, in the order of their first mentions.
func (s *search) write() {
	out := make([]riwaya.Actor, 0, len(s.all))
	for i := range s.all {
		g := &s.all[i]
		m := &s.ms[g.first]
		if g.joined {
			continue
		}
		a := riwaya.Actor{Kind: m.kind, Mentions: g.mentions, Rule: s.f.rule[m.what]}
		text := m.span.Of(s.t.Source)
		a.NameAr = &text
		switch {
		case g.actor != nil:
			a.ID, a.Name = g.actor.ID, &g.actor.Name
			if g.actor.Country != "" {
				a.Country = &g.actor.Country
			}
		default:
			a.ID = riwaya.FindingID(s.rec.Article.ID, 'a', m.span, 0)
			code := g.country
			if m.what == state {
				name := s.f.states[code]
				a.Name = &name
			}
			if code == "" && m.what == body && m.bare {
				code = s.home
			}
			if up := upper(code); up != "" {
				a.Country = &up
			}
		}
		if m.what == person {
			s.describe(&a, g)
		}
		out = append(out, a)
	}
	s.rec.Actors = out
}

// describe gives a person's name, role and whether it is private: true unless an office
// or an institution says the contrary, and for a victim in any case.
func (s *search) describe(a *riwaya.Actor, g *group) {
	first, long := &s.ms[g.first], &s.ms[g.longest]
	name := s.spanOf(long.name, long.to, s.prefix(long)).Of(s.t.Source)
	a.NameAr = &name
	if first.name > first.from {
		role := s.t.Span(first.from, first.name).Of(s.t.Source)
		a.Role = &role
	}
	a.Private = g.actor == nil && !g.office && (!g.public || g.role)
}

// prefix is how many letters stand before a name that has no title.
func (s *search) prefix(m *mention) uint8 {
	if m.name > m.from {
		return 0
	}
	if r := reading(&s.k[m.name], s.f.anyName); r != nil {
		return r.Prefix
	}
	return 0
}
