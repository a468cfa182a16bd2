package claim

import (
	"riwaya"
	"riwaya/internal/lang"
)

// describe fills what the words [from, to) of a source say of it: its kind, whether a
// reader could name it, whether it is a private person, and who it is by the lexicon.
func (r *reading) describe(s *riwaya.Source, from, to int) {
	g := r.Grammar
	s.Kind = r.KindOf(from, to)
	if body := r.body(from); s.Kind == "person" && body != "" {
		s.Kind = body
	}
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

// body is which institution a feminine noun is that could be a woman's trade too, "" for any other word: "the organisation said" is no
// woman who organises.
func (r *reading) body(i int) string {
	if t := &r.Tokens[i]; t.Word != nil && !t.In(r.Grammar.Given) && t.Word.Find(lang.Feminine|lang.Singular) != nil {
		for _, k := range r.Grammar.Kinds {
			if bodies[k.Name] && t.In(k.In) {
				return k.Name
			}
		}
	}
	return ""
}

// bodies are the kinds of sources that are institutions and that nouns of trades can be.
var bodies = map[string]bool{"government": true, "igo": true, "ngo": true, "company": true}
