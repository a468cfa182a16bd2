package who

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/mention"
	"riwaya/internal/naming"
)

// write puts the actors into the record, in the order of their first mentions.
func (s *search) write() {
	out, names := make([]riwaya.Actor, 0, len(s.all)), make([]string, len(s.all))
	for i := range s.all {
		g := &s.all[i]
		m := &s.Mentions[g.first]
		if g.joined {
			continue
		}
		a := riwaya.Actor{Kind: m.Kind, Mentions: g.mentions, Rule: s.f.rule[m.What]}
		names[i] = s.T.Alone(m.From, m.Span)
		a.NameAr = &names[i]
		switch {
		case g.actor != nil:
			a.ID, a.Name = g.actor.ID, &g.actor.Name
			if g.actor.Country != "" {
				a.Country = &g.actor.Country
			}
		default:
			code, id := g.country, ""
			if m.What == mention.State {
				name := s.f.states[code]
				a.Name, id = &name, riwaya.StateID(code, "")
			}
			if code == "" && m.What == mention.Body && m.Bare {
				code = s.home
			}
			if m.What == mention.Body {
				if force := s.force(m, code); force != "" {
					name := s.f.national[code] + " " + strings.ReplaceAll(force, "-", " ")
					a.Name, id = &name, riwaya.StateID(code, force)
				}
			}
			if a.ID = id; id == "" || slices.ContainsFunc(out, func(o riwaya.Actor) bool { return o.ID == id }) {
				a.ID = riwaya.FindingID(s.rec.Article.ID, 'a', m.Span, 0) // two that were not joined are not made one by their name
			}
			if up := naming.Upper(code); up != "" {
				a.Country = &up
			}
		}
		if m.What == mention.Person {
			s.describe(&a, g)
		}
		out = append(out, a)
	}
	s.rec.Actors = out
}

// force is which force of a state a body is, "" where it is none, or another than what every state has one of. An army
// without its country may be another's: a land at war has several.
func (s *search) force(m *mention.Mention, code string) string {
	force := s.Force(m)
	if s.f.national[code] == "" || m.Country == "" && s.m.OneForce[s.HeadNoun(m.Head)] == "army" {
		return ""
	}
	return force
}

// describe gives a person's name, role and whether it is private: true unless an office
// or an institution says the contrary, and for a victim in any case.
func (s *search) describe(a *riwaya.Actor, g *group) {
	first, long := &s.Mentions[g.first], &s.Mentions[g.longest]
	name := s.T.Alone(long.From, long.Span)
	if long.Name > long.From {
		name = s.SpanOf(long.Name, long.To, s.Prefix(long)).Of(s.T.Source)
	}
	a.NameAr = &name
	if long.Unnamed {
		a.Role = &name
	} else if first.Name > first.From {
		role := s.T.Span(first.From, first.Name).Of(s.T.Source)
		a.Role = &role
	}
	a.Private = g.actor == nil && !g.office && (!g.public || g.role)
}
