package mention

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/lexicon"
)

// aliasAt is the longest alias that begins at token i: where it ends, its key and the letters in front of it. Quotation marks may stand between its words.
func (s *Scan) aliasAt(i int) (end int, key string, prefix uint8) {
	if i >= len(s.K) || s.K[i].Word == nil {
		return i, "", 0
	}
	t := &s.K[i]
	end = i
	if t.Word.Begins.Meets(s.f.alias) {
		ps, next := t.Word.Phrases, s.wordBehind(i)
		for n := range ps {
			p := &ps[n]
			if next == nil || p.Second != next.Bare && p.Second != next.Form || !p.Classes.Meets(s.f.alias) || p.Key == "" || p.Article != (p.Articles&1 != 0) {
				continue
			}
			if e := s.phraseEnd(i, p); e > end {
				end, key, prefix = e, p.Key, p.Prefix
			}
		}
	}
	if end == i && t.In(s.f.alias) && (t.Word.Feats&lang.Verb == 0 || t.Word.Feats&lang.Article != 0 || i > 0 && phrase.IsQuote(&s.K[i-1])) {
		for n := range t.Word.Readings {
			r := &t.Word.Readings[n]
			if r.Classes.Meets(s.f.alias) && r.Key != "" && (end == i || r.Prefix < prefix) {
				end, key, prefix = i+1, r.Key, r.Prefix
			}
		}
	}
	return end, key, prefix
}

// wordBehind is the word behind token i and its quotation marks, nil if none follows.
func (s *Scan) wordBehind(i int) *lang.Word {
	for i++; i < len(s.K) && phrase.IsQuote(&s.K[i]); i++ {
	}
	if i >= len(s.K) {
		return nil
	}
	return s.K[i].Word
}

// phraseEnd is the end of a phrase that begins at token i, i where it does not: its words
// have the article where the lexicon's have it.
func (s *Scan) phraseEnd(i int, p *lang.Phrase) int {
	j := i + 1
	for n, w := range p.Rest {
		for j < len(s.K) && phrase.IsQuote(&s.K[j]) {
			j++
		}
		if j >= len(s.K) {
			return i
		}
		t := s.K[j].Word
		if t == nil || t.Bare != w && t.Form != w || (len(t.Form) != len(t.Bare)) != (n < 31 && p.Articles>>(n+1)&1 != 0) && t.Form != w {
			return i
		}
		j++
	}
	return j
}

// known reads an alias at token i, with the generic noun before it and the adjectives
// behind it.
func (s *Scan) known(i int) int {
	end, key, prefix := s.aliasAt(i)
	from := i
	if end == i {
		// a generic noun, then the name: the organisation "X"
		h := Reading(&s.K[i], s.f.Body)
		if h == nil || h.Feat&lang.Article != 0 {
			return i
		}
		j := i + 1
		if j < len(s.K) && phrase.IsQuote(&s.K[j]) {
			j++
		}
		var inner uint8
		end, key, inner = s.aliasAt(j)
		if end == j || inner > 0 {
			return i
		}
		if a := s.f.actors[key]; a != nil && !sameFamily(h.Key, a) && !ownForces(h.Key, a) {
			return i
		}
		prefix = h.Prefix
	}
	m := Mention{What: Known, From: from, Head: from, Kind: "other"}
	if a := s.f.actors[key]; a != nil {
		m.Actor, m.Kind, m.Country = a, a.Kind, Lower(a.Country)
		m.Weak = from == i && end == i+1 && s.K[i].In(s.f.common) && !s.quoted(from, end)
		if a.Kind == "person" {
			m.What, m.Name, m.Office = Person, from, true
			s.add(m2(m, end), prefix)
			return end
		}
		if a.Outlet && !s.outlet(from, end) {
			return i
		}
	} else if m.Shared = s.f.shared[key]; m.Shared == nil {
		return i
	} else {
		m.Weak = from == i && end == i+1 && s.K[i].In(s.f.common)
	}
	m.To = s.adjectives(end, &m)
	if m.To < len(s.K) && phrase.IsQuote(&s.K[m.To]) && s.K[m.To].Match >= int32(from) && int(s.K[m.To].Match) < m.To {
		m.To++
	}
	s.add(m, prefix)
	s.ledBy(&m)
	return m.To
}

// ledBy adds the country inside the name of an alliance that it leads: "the coalition that
// X leads" names both.
func (s *Scan) ledBy(m *Mention) {
	for i := m.From + 2; i < m.To; i++ {
		p := &s.K[i-1]
		if p.Word == nil || !p.Has(lang.Pronoun|lang.Present) {
			continue
		}
		if e, code := s.countryAt(i); e > i && len(code) == 2 {
			s.add(Mention{What: State, From: i, To: e, Head: i, Kind: "government", Country: code}, 0)
		}
		return
	}
}

// m2 is a mention up to a token.
func m2(m Mention, to int) Mention { m.To = to; return m }

// sameFamily reports whether a generic noun of that kind can stand before the actor's name
// without making another of it.
func sameFamily(kind string, a *lexicon.Actor) bool {
	switch a.Kind {
	case "armed_group", "party":
		return kind == "armed_group" || kind == "party" || kind == "igo"
	case "igo", "ngo":
		return kind == "igo" || kind == "ngo" || kind == "government"
	case "media", "company":
		return kind == "media" || kind == "company" || kind == "igo" || kind == "ngo"
	}
	return kind == a.Kind
}

// ownForces reports whether a noun of force before the actor's name means the actor itself:
// the forces of the Houthis, the coalition's aircraft.
func ownForces(kind string, a *lexicon.Actor) bool {
	return kind == "military" && (a.Kind == "armed_group" || a.Kind == "military" || a.Kind == "igo")
}

// quoted reports whether tokens [from, to) stand in quotation marks.
func (s *Scan) quoted(from, to int) bool {
	return from > 0 && to < len(s.K) && phrase.IsQuote(&s.K[from-1]) && phrase.IsQuote(&s.K[to])
}

// outlet reports whether the name of an outlet stands for it: newspapers are called like
// their cities and countries, so that a name alone needs quotation marks, its noun, or a
// word of saying.
func (s *Scan) outlet(from, to int) bool {
	if s.quoted(from, to) || s.K[from].In(s.f.Body) || to-from > 1 || s.told(from) {
		return true
	}
	at := s.K[from].Start
	for i := range s.rec.Claims {
		src := &s.rec.Claims[i].Source
		if src.Kind == "media" && src.Spans.Contains(s.K[from].Span()) {
			return true
		}
	}
	return at < 0
}

// told reports whether something is told to the outlet at token i, whose name is no other
// word and no place: "to Reuters".
func (s *Scan) told(i int) bool {
	t := &s.K[i]
	if !t.Has(lang.For) || s.placeAt(i) > i {
		return false
	}
	for n := range t.Word.Readings {
		if r := &t.Word.Readings[n]; !r.Classes.Meets(s.f.alias) && r.Feat&lang.Guess == 0 {
			return false
		}
	}
	return true
}

// adjectives is where the adjectives behind token i of a definite name end. They may say
// the country.
func (s *Scan) adjectives(i int, m *Mention) int {
	for n := 0; i < len(s.K) && n < 3; n++ {
		t := &s.K[i]
		if t.Word == nil {
			return i
		}
		if r := Reading(t, s.f.G.Demonym); r != nil && r.Feat&lang.Article != 0 && r.Prefix == 0 {
			if m.Country == "" && len(r.Key) == 2 {
				m.Country = r.Key
			}
			i++
			continue
		}
		if r := Reading(t, s.f.bent); r != nil && r.Feat&lang.Article != 0 && r.Prefix == 0 {
			i++
			continue
		}
		return i
	}
	return i
}

// lower is a country's code as the word lists have it.
func Lower(code string) string {
	if len(code) != 2 {
		return ""
	}
	b := [2]byte{code[0] | 0x20, code[1] | 0x20}
	return string(b[:])
}

// upper is a country's code as records have it.
func Upper(code string) string {
	if len(code) != 2 {
		return ""
	}
	b := [2]byte{code[0] &^ 0x20, code[1] &^ 0x20}
	return string(b[:])
}
