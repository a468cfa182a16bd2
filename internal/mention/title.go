package mention

import (
	"riwaya/internal/lang"
	"riwaya/internal/naming"
)

// Named adds the person whose name is tokens [i, to), without a title.
func (s *Scan) Named(i, to int) {
	m := Mention{What: Person, From: i, To: to, Head: i, Name: i, Kind: "person", Bare: true}
	s.Behind(&m)
	s.Add(m, s.Prefix(&m))
}

// Prefix is how many letters stand before a name that has no title.
func (s *Scan) Prefix(m *Mention) uint8 {
	if m.Name > m.From {
		return 0
	}
	if r := naming.Reading(&s.K[m.Name], s.V.AnyName); r != nil {
		return r.Prefix
	}
	return 0
}

// LongestTitle is how many tokens a title may have, with what it is a title of.
const LongestTitle = 14

// BodyAt reports whether the alias at token i is that of a body or an outlet.
func (s *Scan) BodyAt(i int) bool {
	_, key, _ := s.AliasAt(i)
	a := s.V.Actors[key]
	return a != nil && a.Kind != "person"
}

// Titled notes what a title says of who bears it.
func (s *Scan) Titled(m *Mention, in lang.Set, key string) {
	switch {
	case in.Meets(s.V.Role) && key == "private":
		m.Role = true
	case in.Meets(s.V.G.Office), in.Meets(s.V.Role) && key == "public":
		m.Office = true
	case in.Meets(s.V.Public):
		m.Public = true
	}
}

// Role notes what the title at token i says.
func (s *Scan) Role(m *Mention, i int) {
	t := &s.K[i]
	if r := naming.Reading(t, s.V.Role); r != nil {
		if r.Key == "private" {
			m.Role = true
			return
		}
		m.Office = true
		return
	}
	if t.In(s.V.G.Profession) && t.In(s.V.G.Office) { // "representative", which is "actor" too
		return
	}
	if naming.Reading(t, s.V.G.Office) != nil && !t.In(s.V.G.Private) && !t.In(s.V.Rank) {
		m.Office = true
	}
	if naming.Reading(t, s.V.Public) != nil && !(t.In(s.V.G.Private) && !t.In(s.V.Rank)) {
		m.Public = true
	}
}

// Behind looks for an office behind the name: X, member of the council.
func (s *Scan) Behind(m *Mention) {
	j := m.To
	if j < len(s.K) && (s.K[j].Is(lang.Comma) || s.K[j].Is(lang.BracketOpen)) {
		j++
	}
	if j >= len(s.K) || s.K[j].Word == nil {
		return
	}
	if e, p := s.T.PhraseAt(j, s.V.Public); e > j {
		s.Titled(m, p.Classes, "public")
		return
	}
	if r := naming.Reading(&s.K[j], s.V.Public); r != nil && r.Prefix == 0 && !s.K[j].In(s.V.G.Private) {
		m.Office = true
	}
}

// Before looks for what happened to the person, before the title: the death of.
func (s *Scan) Before(m *Mention) {
	for j := m.From - 1; j >= 0 && j >= m.From-2; j-- {
		if s.K[j].Word == nil {
			return
		}
		if s.K[j].In(s.V.Victim) && naming.Reading(&s.K[j], s.V.Victim) != nil {
			m.Role = true
		}
	}
}

// AloneNamed reports whether the word at token i is a name and nothing else, and the whole of it: nothing
// is glued on, and no noun or title beside it may belong to it.
func (s *Scan) AloneNamed(i int) bool {
	t := &s.K[i]
	if t.Has(lang.Article) || t.Feats&lang.Function != 0 || s.PlaceAt(i) > i {
		return false
	}
	for n := range t.Word.Readings {
		if r := &t.Word.Readings[n]; r.Prefix > 0 || !r.Classes.Meets(s.V.AnyName) && r.Feat&lang.Guess == 0 {
			return false
		}
	}
	if i > 0 && s.K[i-1].Word != nil {
		if p := &s.K[i-1]; p.In(s.V.AnyName) && !s.V.G.Function(p) && !s.V.G.MayBeFinite(p) || p.In(s.V.Title) && !p.Has(lang.Article) || p.In(s.V.NamedAfter) || p.In(s.V.Honorific) || p.In(s.V.Body) || p.Has(lang.Guess) && !p.Has(lang.Article) && !s.Verbal(i-1) {
			return false
		}
	}
	if i+1 == len(s.K) || s.K[i+1].Word == nil {
		return true
	}
	return s.V.G.Function(&s.K[i+1]) || s.Verbal(i+1)
}

// TitleHas reports whether the word stands in the person's title.
func (s *Scan) TitleHas(m *Mention, bare string) bool {
	for j := m.From; j < m.Name; j++ {
		if w := s.K[j].Word; w != nil && w.Bare == bare {
			return true
		}
	}
	return false
}
