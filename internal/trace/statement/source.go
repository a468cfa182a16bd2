package statement

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/trace/wording"
)

// Identity is who a source is, as far as that can be compared between reports.
type Identity struct {
	Key string // "" where nobody can be told: then it is nobody else's either
	// called is a key by what it is called, with titles and all. It is enough only for who says
	// the same: two of one title may be two.
	called  string
	Name    string // as it is shown; "" where nobody is named
	Actor   *string
	Of      *string // the institution that it speaks for
	OfKey   string
	Private bool
	// Person says that it is a person called by name, not by a title alone.
	Person  bool
	Unnamed bool
}

// Lexical reports whether an actor's id is the lexicon's: it names the same one in all records.
// Those that a record makes itself are of its own text, and a state or its force, which speaks through many, goes by its name.
func Lexical(id *string) bool {
	return id != nil && *id != "" && !riwaya.OfArticle(*id) && !riwaya.OfState(*id)
}

// Identify says who the source of a claim is.
func (s *Set) Identify(r *Report, c *riwaya.Claim) Identity {
	src := &c.Source
	var id Identity
	id.Private = src.Private || src.Kind == "witness"
	var actor *riwaya.Actor
	if src.Actor != nil {
		actor = r.actors[*src.Actor]
	}
	var behalf *riwaya.Actor // whom a person speaks for, where the record has that as the source's actor
	if src.Kind == "person" && (actor == nil || actor.Kind != "person") {
		if actor, behalf = r.personIn(src.Spans), actor; behalf == nil && actor != nil && Lexical(src.Actor) && *src.Actor != actor.ID {
			behalf = &riwaya.Actor{ID: *src.Actor, Name: src.Name, Kind: "government"} // which kind, the record does not say
		}
	}
	if actor != nil && actor.Private {
		id.Private = true
	}
	id.Unnamed = src.Anonymous || src.Kind == "unnamed"
	self := src.Actor
	if known := Lexical(self) || self == nil && actor != nil && Lexical(&actor.ID); known && src.Kind == "person" && s.Words.OneAround(src.Text) {
		self, behalf, actor, id.Unnamed = nil, nil, nil, true // "an official in the president's office", "in his party" is not the president
	}
	id.Name = s.nameOf(src, behalf != nil)
	if behalf != nil {
		if self = nil; actor != nil {
			self = &actor.ID
		}
	}
	switch {
	case Lexical(self):
		id.Actor = self
		id.Key = "id:" + *self
		id.Unnamed = false
	case id.Private || id.Unnamed || id.Name == "":
	case actor != nil && actor.Name != nil && !riwaya.OfArticle(actor.ID):
		id.Key = "name:" + actor.Kind + ":" + *actor.Name
	case actor != nil && actor.NameAr != nil && actor.Kind == "person":
		id.Key = s.telling("person", *actor.NameAr)
	case src.Kind == "person":
		// Without the name apart from the title, two of one title would be one.
		if k := s.Vocabulary.Key(id.Name); strings.Count(k, " ") >= 3 && !s.Words.Begins(id.Name, s.Words.Role) {
			id.Key = "person:" + k
		}
	case src.Kind == "document" || src.Kind == "other":
		// "An official toll" is another one in each report.
		if k := s.telling(src.Kind, id.Name); strings.Count(k, " ") >= 2 {
			id.Key = k
		}
	default:
		id.Key = s.telling(src.Kind, id.Name)
	}
	if !Lexical(self) && src.Kind != "person" && id.Name != "" && s.Words.Tells(id.Name, s.Words.Generic) {
		id.Key = "" // "the authorities concerned" are others in each report
	}
	if id.Name == "" && id.Key == "" {
		id.Unnamed = true
	}
	if id.called = id.Key; id.called == "" && !id.Private && !id.Unnamed {
		id.called = s.telling("called", id.Name)
	}
	id.Person = src.Kind == "person" && actor != nil && actor.Kind == "person"
	// Whose spokesman it is is no matter of his name.
	if src.Kind == "person" && (!id.Private || s.Words.Any(src.Text, s.Words.Speaking)) {
		if id.Of, id.OfKey = s.of(behalf); id.OfKey == "" {
			id.Of, id.OfKey = s.institution(r, src, actor)
		}
	}
	if !Lexical(self) && !id.Unnamed && src.Kind != "person" && src.Kind != "document" && s.Words.Begins(src.Text, s.Words.Organ) {
		if best := r.institutionIn(src.Spans, actor); best != nil && Lexical(&best.ID) {
			id.Of, id.OfKey = s.of(best)
		}
	}
	return id
}

// Of says who an actor is that a report names for an act of its own and not for words: as where it names it for words, if it does.
func (s *Set) Of(r *Report, a *riwaya.Actor) Identity {
	for i := range r.Rec.Claims {
		if c := &r.Rec.Claims[i]; c.Source.Actor != nil && *c.Source.Actor == a.ID && !c.Source.Elided && (c.Source.Kind == "person") == (a.Kind == "person") {
			return s.Identify(r, c)
		}
	}
	id := Identity{Private: a.Private}
	switch {
	case a.Name != nil:
		id.Name = *a.Name
	case a.NameAr != nil:
		id.Name = *a.NameAr
	}
	switch {
	case Lexical(&a.ID):
		id.Actor, id.Key = &a.ID, "id:"+a.ID
	case a.Private:
	case a.Name != nil && !riwaya.OfArticle(a.ID):
		id.Key = "name:" + a.Kind + ":" + *a.Name
	case a.NameAr != nil:
		id.Key = s.telling(a.Kind, *a.NameAr)
	}
	return id
}

// telling is a key by name, "" for a name of one word: "the ministry" is another one in each
// report.
func (s *Set) telling(kind, name string) string {
	k := s.Vocabulary.Key(name)
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
		return s.Words.Name(*src.NameAr)
	}
	return s.Words.Name(src.Text)
}

// personIn is the one person that is named in a source, nil if there are none or several.
func (r *Report) personIn(spans riwaya.Spans) *riwaya.Actor {
	var found *riwaya.Actor
	for i := range r.Rec.Actors {
		a := &r.Rec.Actors[i]
		if a.Kind != "person" || !AnyIn(spans, a.Mentions) {
			continue
		}
		if found != nil {
			return nil
		}
		found = a
	}
	return found
}

func AnyIn(spans, mentions riwaya.Spans) bool {
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

// institution is for whom a person speaks: the first institution that is named with the person, of those known by the
// lexicon; where he is called by his name alone, where the report has called him by more.
func (s *Set) institution(r *Report, src *riwaya.Source, self *riwaya.Actor) (*string, string) {
	best := r.institutionIn(src.Spans, self)
	for i := 0; best == nil && self != nil && i < len(r.Rec.Claims); i++ {
		if other := &r.Rec.Claims[i].Source; other.Actor != nil && *other.Actor == self.ID && !other.Elided {
			best = r.institutionIn(other.Spans, self)
		}
	}
	return s.of(best)
}

// institutionIn is the first institution that is named in some spans, nil where none is.
func (r *Report) institutionIn(spans riwaya.Spans, self *riwaya.Actor) *riwaya.Actor {
	var best *riwaya.Actor
	at := -1
	for i := range r.Rec.Actors {
		a := &r.Rec.Actors[i]
		if a == self || !institutions[a.Kind] || a.Private {
			continue
		}
		for _, m := range a.Mentions {
			if spans.Contains(m) && (at < 0 || m.Start < at) {
				best, at = a, m.Start
			}
		}
	}
	return best
}

// IssuedBy reports whether an institution is named right behind the first word of a source: "a statement of the ministry".
func (r *Report) IssuedBy(src *riwaya.Source) bool {
	first, _, ok := strings.Cut(src.Text, " ")
	if !ok || len(src.Spans) == 0 {
		return false
	}
	const glued = 4 // bytes: a space, and a preposition that is written on to the name
	at := src.Spans.Hull().Start + len(first)
	return slices.ContainsFunc(r.Rec.Actors, func(a riwaya.Actor) bool {
		return institutions[a.Kind] && slices.ContainsFunc(a.Mentions, func(m riwaya.Span) bool { return m.Start > at && m.Start <= at+glued })
	})
}

// of is the name and the key of an institution that somebody speaks for.
func (s *Set) of(best *riwaya.Actor) (*string, string) {
	switch {
	case best == nil || !institutions[best.Kind] || best.Private:
		return nil, ""
	case Lexical(&best.ID):
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
func (s *Set) compatible(a, b *Identity) bool {
	return a.Key == b.Key || a.Key == "" || b.Key == "" || s.ShareWord(a.Name, b.Name)
}

// ShareWord reports whether two names have a word in common, but for spelling.
func (s *Set) ShareWord(a, b string) bool { return s.ShareWords(a, b, 1) }

// RoleOf is the office by which the reports call an actor, "" where none does.
func (s *Set) RoleOf(id *string) string {
	for n := range s.Reports {
		if a := s.Reports[n].Rec.ActorOf(id); a != nil && a.Role != nil {
			return *a.Role
		}
	}
	return ""
}

// keysOf are the words of a name as names are compared. The same few names are compared again and
// again.
func (s *Set) keysOf(name string) []string {
	keys, ok := s.keys[name]
	if !ok {
		if s.keys == nil {
			s.keys = map[string][]string{}
		}
		keys = strings.Fields(s.Vocabulary.Key(name))
		s.keys[name] = keys
	}
	return keys
}

// ShareWords reports whether they have so many.
func (s *Set) ShareWords(a, b string, least int) bool {
	n := 0
	here, there := s.keysOf(a), s.keysOf(b)
	for _, x := range here {
		for _, y := range there {
			if wording.AlikeSpelled(x, y) {
				n++
				break
			}
		}
	}
	return n >= least
}
