package who

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// longest is how many tokens the name of an institution may have.
const longest = 9

// institution reads a body or force at token i: its head noun, then what makes it one of
// its kind: nouns, a country, adjectives of a country. It returns i where the words are
// no actor.
func (s *search) institution(i int) int {
	m := mention{what: body, from: i, to: i + 1, head: i}
	definite, alone, prefix := false, false, uint8(0)
	e, p, single := s.bodyPhrase(i)
	if p != nil && p.Key == none {
		return e
	}
	if i > 0 && s.k[i-1].Word != nil && p == nil && s.k[i].Has(lang.Nisba) && s.k[i-1].Has(lang.Article) && !s.verbal(i-1) {
		return i // an adjective: the foreign policy
	}
	if p != nil {
		m.to, m.kind, m.entry, prefix = e, p.Key, p.Text, p.Prefix
		definite = s.k[e-1].Has(lang.Article) || p.Articles != 0
		alone = single
	} else {
		r := reading(&s.k[i], s.f.body)
		if r == nil || r.Feat&(lang.With|lang.Like) != 0 {
			return i
		}
		m.kind, prefix = r.Key, r.Prefix
		definite = r.Feat&lang.Article != 0
		if a := reading(&s.k[i], s.f.alone); a != nil {
			alone = definite
			m.kind = a.Key
		}
	}
	named := p != nil             // something says which one of its kind it is
	whole := definite && p != nil // a name of its own
	bare, again := true, true     // nothing but the noun; nothing that tells it from others
	country := m.country
	for j := m.to; j < len(s.k) && j < i+longest; j = m.to {
		t := &s.k[j]
		if t.Word == nil {
			if !definite && phrase.IsQuote(t) {
				if e := s.r.NameInMarks(j); e > j {
					m.to, definite, bare, named, again = e, true, false, true, false
					continue
				}
			}
			break
		}
		next := s.complement(j, &m, definite)
		if next == j {
			break
		}
		if !definite {
			definite = s.k[next-1].Has(lang.Article) || s.k[j].In(s.f.country) || s.k[j].In(s.f.alias) || s.k[j].In(s.f.anyName) || s.k[j].Word.Feats&lang.Guess != 0
		}
		again = again && s.takesUp(j)
		named = named || s.names(j, m.kind) || j > i+1 && s.k[i].Has(lang.Article)
		again = again && j == i+1
		m.to, bare = next, false
	}
	m.bare = bare
	if bare && s.k[i].Has(lang.For) && i > 0 && s.k[i-1].In(s.f.body) {
		return i // "a centre of the police"
	}
	if p == nil && !named && s.k[i].In(s.f.proper) {
		return i
	}
	switch {
	case p == nil && again && !bare && definite && s.k[i].Has(lang.Article):
		return i // the banned party: who was named before
	case bare && !alone && !whole, !definite && m.country == country && !(m.kind == "armed_group" && s.k[m.to-1].In(s.f.bent) && m.to > i+1):
		return i
	case !definite && m.kind != "military" && m.kind != "police" && m.kind != "armed_group" && m.kind != "media":
		return i
	}
	s.add(m, prefix)
	s.loyalTo(m.to)
	return m.to
}

// loyalTo stretches the mention before token j over whom it is loyal to.
func (s *search) loyalTo(j int) {
	if r := reading(&s.k[j-1], s.f.bent); r == nil || r.Key != loyal || j >= len(s.k) || !s.k[j].Has(lang.For) {
		return
	}
	e, _, _ := s.aliasAt(j)
	if e == j {
		for e = j + 1; e < len(s.k) && e < j+6 && s.k[e].Word != nil && (s.k[e].In(s.f.title) || s.k[e].In(s.f.anyName) || s.k[e].In(s.f.g.Demonym)); e++ {
		}
	}
	s.ms[len(s.ms)-1].span.End = s.k[e-1].End
}

// none is the key of entries that look like an actor and are none: a board of directors.
const none = "none"

// loyal is the key of the adjectives that say whom a force is loyal to: it is armed, and
// no army.
const loyal = "loyal"

// names reports whether the word at token j can tell one body from others of its kind: a
// name, a country, a noun that is no mere quality.
func (s *search) names(j int, kind string) bool {
	t := &s.k[j]
	if r := reading(t, s.f.g.Demonym); r != nil && len(r.Key) == 2 || t.In(s.f.country) || t.In(s.f.anyName) || t.In(s.f.purpose) || t.In(s.f.alias) {
		return true
	}
	return t.Word.Feats&lang.Guess != 0 && t.Word.Feats&(lang.Article|lang.Nisba) == 0 || (t.In(s.f.g.Body) || t.In(s.f.body)) && kind != "armed_group" && kind != "party"
}

// takesUp reports whether the adjective at token j tells one body of a kind from none: the
// banned one, the armed one.
func (s *search) takesUp(j int) bool {
	t := &s.k[j]
	if r := reading(t, s.f.g.Demonym); r != nil && len(r.Key) == 2 {
		return false
	}
	if r := reading(t, s.f.bent); r != nil && r.Key == loyal {
		return false
	}
	return t.In(s.f.anaphor) || t.In(s.f.bent)
}

// bodyPhrase is the longest entry of several words that heads a body at token i, and
// whether it is an actor by itself.
func (s *search) bodyPhrase(i int) (end int, entry *lang.Phrase, alone bool) {
	w := s.k[i].Word
	if !w.Begins.Meets(s.f.body) {
		return i, nil, false
	}
	end = i
	for n := range w.Phrases {
		p := &w.Phrases[n]
		if p.Key == "" || !p.Classes.Meets(s.f.body.Or(s.f.alone)) {
			continue
		}
		e := s.phraseEnd(i, p)
		if e == i || p.Article != (p.Articles&1 != 0) {
			continue
		}
		if e > end {
			end, entry, alone = e, p, false
		}
		alone = alone || e == end && p.Classes.Meets(s.f.alone)
	}
	return end, entry, alone
}

// complement is where the name of a body goes on behind token j, j where it ends.
func (s *search) complement(j int, m *mention, definite bool) int {
	f, t := s.f, &s.k[j]
	if r := reading(t, f.g.Demonym); r != nil && r.Prefix == 0 && (r.Feat&lang.Article != 0) == definite {
		if m.country == "" && len(r.Key) == 2 {
			m.country = r.Key
		}
		return j + 1
	}
	if r := reading(t, f.bent); r != nil && r.Prefix == 0 && (r.Feat&lang.Article != 0 && definite || !definite && r.Feat&lang.Article == 0 && j > m.head) {
		if r.Key == loyal {
			m.kind = "armed_group"
		} else if definite && r.Key != "igo" || m.kind == "government" || m.kind == "igo" {
			m.kind = bend(m.kind, r.Key)
		}
		return j + 1
	}
	if !definite {
		if e, key := s.countryAt(j); e > j {
			m.country = key
			return e
		}
		if e, key, n := s.aliasAt(j); e > j && n == 0 && f.actors[key] != nil {
			return e
		}
	}
	if definite && s.r.Lone(j, lang.For) {
		return j
	}
	n := s.noun(j)
	if n == nil || f.g.Function(t) || s.verbal(j) {
		return j
	}
	switch {
	case n.Feat&lang.Conjunction != 0:
		if r := reading(t, f.joined); definite && j > m.head+1 && r != nil && r.Feat&lang.Article != 0 {
			return j + 1
		}
		return j
	case n.Feat&lang.For != 0:
		if r := reading(t, f.purpose); r != nil && (j > m.head+1 || !definite) {
			e := j + 1
			if r.Feat&lang.Article == 0 && e < len(s.k) && s.k[e].Has(lang.Article) {
				e++
			}
			return e
		}
		return j
	case n.Prefix > 0 || n.Feat&lang.Pronoun != 0:
		return j
	case definite:
		if n.Feat&lang.Article != 0 && n.Feat&lang.Plural == 0 && s.adjective(j, n) && !(j == m.head+1 && s.k[m.head].Has(lang.Feminine) && n.Feat&lang.Feminine == 0) {
			return j + 1
		}
		return j
	case n.Feat&lang.Article != 0:
		if m.kind == "armed_group" && s.k[j].In(f.body) && j == m.head+1 {
			return j // the militia of "the organisation"
		}
		return j + 1
	case f.title.Meets(n.Classes) && n.Feat&lang.Article == 0:
		return j
	case n.Feat&lang.Guess != 0 || n.Classes.Meets(f.anyName):
		return s.nameRun(j)
	case j-m.head <= 3 && s.k[j+min(1, len(s.k)-1-j)].Has(lang.Article):
		return j + 1 // a chain of nouns, closed by a definite one
	case j-m.head <= 3 && j+1 < len(s.k):
		if e, _ := s.countryAt(j + 1); e > j+1 {
			return j + 1
		}
		if s.k[j+1].Word != nil && s.k[j+1].Has(lang.Guess) && t.In(f.body) {
			return j + 1
		}
	}
	return j
}

// bend is a kind as an adjective changes it: security services, military bodies.
func bend(kind, by string) string {
	if by == "igo" && (kind == "government" || kind == "ngo") {
		return "igo"
	}
	if by == "armed_group" || by != "igo" && (kind == "government" || kind == "police" || kind == "other" || kind == "military" && by == "police") {
		return by
	}
	return kind
}

// adjective reports whether the definite noun at token j can be an adjective.
func (s *search) adjective(j int, n *lang.Reading) bool {
	w := s.k[j].Word
	if s.k[j].In(s.f.folk) || s.k[j].In(s.f.body) || s.k[j].In(s.f.title) {
		return false
	}
	for i := range w.Readings {
		r := &w.Readings[i]
		if r.Feat&lang.Article != 0 && (r.Feat&(lang.Nisba|lang.Participle) != 0) && r.Feat&lang.Masdar == 0 {
			return true
		}
	}
	return false
}

// noun is the token's best reading as a noun.
func (s *search) noun(j int) *lang.Reading { return s.r.Noun(j) }

// verbal reports whether the token can only be a verb.
func (s *search) verbal(j int) bool { return s.f.g.Finite(&s.k[j]) }

// countryAt is the end of the name of a country at token j, and its code; j and "" where
// there is none. No clitic may stand before it.
func (s *search) countryAt(j int) (int, string) {
	t := &s.k[j]
	if t.Word == nil {
		return j, ""
	}
	if e, p := s.t.PhraseAt(j, s.f.country); e > j && p.Prefix == 0 {
		return e, p.Key
	}
	if r := reading(t, s.f.country); r != nil && r.Prefix == 0 && r.Feat&lang.Plural == 0 {
		return j + 1, r.Key
	}
	return j, ""
}
