package trace

import (
	"strings"

	"riwaya"
)

// identity is who a source is, as far as that can be compared between reports.
type identity struct {
	key string // "" where nobody can be told: then it is nobody else's either
	// called is a key by what it is called, with titles and all. It is enough only for who says
	// the same: two of one title may be two.
	called  string
	name    string // as it is shown; "" where nobody is named
	actor   *string
	of      *string // the institution that it speaks for
	ofKey   string
	private bool
	unnamed bool
}

// lexical reports whether an actor's id is the lexicon's: it names the same one in all records.
// Those that a record makes itself are of its own text.
func lexical(id *string) bool { return id != nil && *id != "" && !strings.HasPrefix(*id, "a-") }

// identify says who the source of a claim is.
func (s *Set) identify(r *report, c *riwaya.Claim) identity {
	src := &c.Source
	var id identity
	id.private = src.Private || src.Kind == "witness"
	var actor *riwaya.Actor
	if src.Actor != nil {
		actor = r.actors[*src.Actor]
	}
	var behalf *riwaya.Actor // whom a person speaks for, where the record has that as the source's actor
	if src.Kind == "person" && (actor == nil || actor.Kind != "person") {
		if actor, behalf = r.personIn(src.Spans), actor; behalf == nil && actor != nil && lexical(src.Actor) && *src.Actor != actor.ID {
			behalf = &riwaya.Actor{ID: *src.Actor, Name: src.Name, Kind: "government"} // which kind, the record does not say
		}
	}
	if actor != nil && actor.Private {
		id.private = true
	}
	id.unnamed = src.Anonymous || src.Kind == "unnamed"
	id.name = s.nameOf(src, behalf != nil)
	self := src.Actor
	if behalf != nil {
		if self = nil; actor != nil {
			self = &actor.ID
		}
	}
	switch {
	case lexical(self):
		id.actor = self
		id.key = "id:" + *self
		id.unnamed = false
	case id.private || id.unnamed || id.name == "":
	case actor != nil && actor.Name != nil:
		id.key = "name:" + actor.Kind + ":" + *actor.Name
	case actor != nil && actor.NameAr != nil && actor.Kind == "person":
		id.key = s.telling("person", *actor.NameAr)
	case src.Kind == "person":
		// Without the name apart from the title, two of one title would be one.
		if k := s.v.key(id.name); strings.Count(k, " ") >= 3 {
			id.key = "person:" + k
		}
	default:
		id.key = s.telling(src.Kind, id.name)
	}
	if id.name == "" && id.key == "" {
		id.unnamed = true
	}
	if id.called = id.key; id.called == "" && !id.private && !id.unnamed {
		id.called = s.telling("called", id.name)
	}
	if src.Kind == "person" && !id.private {
		if id.of, id.ofKey = s.of(behalf); id.ofKey == "" {
			id.of, id.ofKey = s.institution(r, src, actor)
		}
	}
	return id
}

// telling is a key by name, "" for a name of one word: "the ministry" is another one in each
// report.
func (s *Set) telling(kind, name string) string {
	k := s.v.key(name)
	if !strings.Contains(k, " ") {
		return ""
	}
	return kind + ":" + k
}

// nameOf is what a source is called; speaker says that the lexicon's name is that of whom it
// speaks for.
func (s *Set) nameOf(src *riwaya.Source, speaker bool) string {
	switch {
	case src.Name != nil && *src.Name != "" && !speaker:
		return *src.Name
	case src.NameAr != nil:
		return *src.NameAr
	}
	return src.Text
}

// personIn is the one person that is named in a source, nil if there are none or several.
func (r *report) personIn(spans riwaya.Spans) *riwaya.Actor {
	var found *riwaya.Actor
	for i := range r.rec.Actors {
		a := &r.rec.Actors[i]
		if a.Kind != "person" || !anyIn(spans, a.Mentions) {
			continue
		}
		if found != nil {
			return nil
		}
		found = a
	}
	return found
}

func anyIn(spans, mentions riwaya.Spans) bool {
	for _, m := range mentions {
		if spans.Contains(m) {
			return true
		}
	}
	return false
}

// institutions are the kinds of actors that have speakers.
var institutions = map[string]bool{"government": true, "military": true, "police": true, "armed_group": true, "party": true,
	"igo": true, "ngo": true, "medical": true, "court": true, "company": true}

// institution is for whom a person speaks: the first institution that is named with the
// person, of those known by the lexicon.
func (s *Set) institution(r *report, src *riwaya.Source, self *riwaya.Actor) (*string, string) {
	var best *riwaya.Actor
	at := -1
	for i := range r.rec.Actors {
		a := &r.rec.Actors[i]
		if a == self || !institutions[a.Kind] || a.Private {
			continue
		}
		for _, m := range a.Mentions {
			if src.Spans.Contains(m) && (at < 0 || m.Start < at) {
				best, at = a, m.Start
			}
		}
	}
	return s.of(best)
}

// of is the name and the key of an institution that somebody speaks for.
func (s *Set) of(best *riwaya.Actor) (*string, string) {
	switch {
	case best == nil || !institutions[best.Kind] || best.Private:
		return nil, ""
	case lexical(&best.ID):
		name := best.ID
		if best.Name != nil {
			name = *best.Name
		}
		return &name, "id:" + best.ID
	case best.NameAr != nil:
		if k := s.telling(best.Kind, *best.NameAr); k != "" {
			return best.NameAr, k
		}
	}
	return nil, ""
}

// compatible reports whether the sources of two claims that have the same words at the same
// place of a copied passage can be one: neither is somebody else by name.
func (s *Set) compatible(a, b *identity) bool {
	return a.key == b.key || a.key == "" || b.key == "" || s.shareWord(a.name, b.name)
}
