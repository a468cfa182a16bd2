package claim

import (
	"riwaya"
)

// describe fills what the words [from, to) of a source say of it: its kind, whether a
// reader could name it, whether it is a private person, and who it is by the lexicon.
func (r *reading) describe(s *riwaya.Source, from, to int) {
	g := r.Grammar
	s.Kind = r.KindOf(from, to)
	head := &r.Tokens[from]
	named := r.Named(from, to)
	switch s.Kind {
	case "unnamed", "witness":
		s.Anonymous = !named
	case "media", "document", "medical", "government", "military", "police", "armed_group", "person", "other":
		s.Anonymous = r.Nameless(from, to)
	}
	if s.Kind == "person" || s.Kind == "witness" {
		s.Private = head.In(g.Private) || !r.Public(from, to)
		for i := from; i+1 < to; i++ { // "an eyewitness called so and so": whatever the name is like
			if r.Tokens[i].In(g.Called) {
				s.Anonymous = false
			}
		}
	}
	if a := r.actor(from, to); a != nil {
		s.Actor, s.Name = &a.ID, &a.Name
		s.Anonymous = false
		if s.Kind == "other" && a.Kind == "person" {
			s.Kind = "person" // called by a name alone
		}
	}
}
