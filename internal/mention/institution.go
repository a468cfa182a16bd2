package mention

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// longest is how many tokens the name of an institution may have.
const longest = 9

// institution reads a body or force at token i: its head noun, then what makes it one of
// its kind: nouns, a country, adjectives of a country. It returns i where the words are
// no actor.
func (s *Scan) institution(i int) int {
	m := Mention{What: Body, From: i, To: i + 1, Head: i}
	definite, alone, banded, prefix := false, false, false, uint8(0)
	e, p, single := s.bodyPhrase(i)
	if p != nil && p.Key == none {
		return e
	}
	if i > 0 && s.K[i-1].Word != nil && p == nil && s.K[i].Has(lang.Nisba) && s.K[i-1].Has(lang.Article) && !s.verbal(i-1) {
		return i // an adjective: the foreign policy
	}
	if p != nil {
		m.To, m.Kind, m.Entry, prefix = e, p.Key, p.Text, p.Prefix
		definite = s.K[e-1].Has(lang.Article) || p.Articles != 0
		alone = single
		if m.Kind == states {
			if i > 0 && s.K[i-1].Word != nil && s.K[i-1].In(s.f.G.In) || s.K[i].Has(lang.With) && p.Prefix > 0 || s.placeAt(i) > i || !s.doing(i, e) {
				return e
			}
			m.Kind = "government"
		}
	} else {
		r := Reading(&s.K[i], s.f.Body)
		if r == nil || r.Feat&lang.Like != 0 || r.Feat&lang.With != 0 && s.K[i].In(s.f.proper) && (r.Key == "government" || r.Key == "military" || r.Key == "armed_group" || r.Key == "other" || r.Key == "party") {
			return i // "led by", "by force"
		}
		m.Kind, prefix = r.Key, r.Prefix
		definite = r.Feat&lang.Article != 0
		if m.Kind == guard || m.Kind == court {
			if !definite || r.Feat&lang.Plural != 0 {
				return i // the security of a land
			}
			if n := i + 1; n >= len(s.K) || s.K[n].Word == nil || !s.K[n].In(s.f.G.Demonym) || !s.names(n, m.Kind) {
				return i // without a country it is no one's
			}
			if m.Kind = "police"; r.Key == court {
				m.Kind = "government"
			}
		}
		if m.Kind == band {
			if n := i + 1; definite || n >= len(s.K) || s.K[n].Word == nil || s.K[n].Has(lang.Article) || !s.armedBy(n) {
				return i
			}
			m.Kind, banded = "armed_group", true
		}
		if a := Reading(&s.K[i], s.f.Alone); a != nil {
			alone = definite
			m.Kind = a.Key
		}
	}
	named := p != nil || banded   // something says which one of its kind it is
	whole := definite && p != nil // a name of its own
	bare, again := true, true     // nothing but the noun; nothing that tells it from others
	country := m.Country
	for j := m.To; j < len(s.K) && j < i+longest; j = m.To {
		t := &s.K[j]
		if t.Word == nil {
			if t.Kind == lang.NumberKind && definite && m.Kind == "military" && j == m.Head+1 && s.K[m.Head].In(s.f.rank) {
				m.To, bare, named, again = j+1, false, true, false // a brigade by its number
				continue
			}
			if !definite && phrase.IsQuote(t) {
				if e := s.r.NameInMarks(j); e > j {
					m.To, definite, bare, named, again = e, true, false, true, false
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
			definite = s.K[next-1].Has(lang.Article) || s.K[j].In(s.f.Country) || s.K[j].In(s.f.alias) || s.K[j].In(s.f.AnyName) || s.K[j].Word.Feats&lang.Guess != 0 && s.K[j].Word.Feats&lang.Nisba == 0
		}
		again = again && s.takesUp(j)
		named = named || s.names(j, m.Kind) || j > i+1 && s.K[i].Has(lang.Article)
		again = again && j == i+1
		m.To, bare = next, false
	}
	m.Bare = bare
	if n := i + 1; p == nil && m.Kind == "military" && m.To > n && s.K[i].Word.Feats&lang.Article == 0 {
		if a := Reading(&s.K[n], s.f.Alone); a != nil && a.Feat&lang.Article != 0 && a.Prefix == 0 { // the forces of the army are the army
			m.Kind, m.Head, m.Bare, alone = a.Key, n, m.To == n+1, true
		}
	}
	if bare && s.K[i].Has(lang.For) && i > 0 && s.K[i-1].In(s.f.Body) {
		return i // "a centre of the police"
	}
	if p == nil && !named && s.K[i].In(s.f.proper) {
		return i
	}
	switch {
	case p == nil && again && !bare && definite && s.K[i].Has(lang.Article):
		return i // the banned party: who was named before
	case bare && !alone && !whole, !definite && m.Country == country && !(m.Kind == "armed_group" && s.K[m.To-1].In(s.f.bent) && m.To > i+1):
		return i
	case !definite && m.Kind != "military" && m.Kind != "police" && m.Kind != "armed_group" && m.Kind != "media":
		return i
	}
	s.add(m, prefix)
	s.loyalTo(m.To)
	return m.To
}

// loyalTo stretches the mention before token j over whom it is loyal to.
func (s *Scan) loyalTo(j int) {
	if r := Reading(&s.K[j-1], s.f.bent); r == nil || r.Key != loyal || j >= len(s.K) || !s.K[j].Has(lang.For) {
		return
	}
	e, _, _ := s.aliasAt(j)
	if e == j {
		for e = j + 1; e < len(s.K) && e < j+6 && s.K[e].Word != nil && (s.K[e].In(s.f.title) || s.K[e].In(s.f.AnyName) || s.K[e].In(s.f.G.Demonym)); e++ {
		}
	}
	s.Mentions[len(s.Mentions)-1].Span.End = s.K[e-1].End
}

// guard and court are the keys of services and of powers of a state that are an actor only
// with the article; states that of groups of states, which are no place.
const (
	guard  = "guard"
	court  = "court"
	band   = "band" // a group that its adjective arms
	states = "states"
)

// none is the key of entries that look like an actor and are none: a board of directors.
const none = "none"

// loyal is the key of the adjectives that say whom a force is loyal to: it is armed, and
// no army.
const loyal = "loyal"

// names reports whether the word at token j can tell one body from others of its kind: a
// name, a country, a noun that is no mere quality.
func (s *Scan) names(j int, kind string) bool {
	t := &s.K[j]
	if r := Reading(t, s.f.G.Demonym); r != nil && len(r.Key) == 2 || t.In(s.f.Country) || t.In(s.f.AnyName) || t.In(s.f.purpose) || t.In(s.f.alias) {
		return true
	}
	return t.Word.Feats&lang.Guess != 0 && t.Word.Feats&(lang.Article|lang.Nisba) == 0 || (t.In(s.f.G.Body) || t.In(s.f.Body)) && kind != "armed_group" && kind != "party"
}

// takesUp reports whether the adjective at token j tells one body of a kind from none: the
// banned one, the armed one.
func (s *Scan) takesUp(j int) bool {
	t := &s.K[j]
	if r := Reading(t, s.f.G.Demonym); r != nil && len(r.Key) == 2 {
		return false
	}
	if r := Reading(t, s.f.bent); r != nil && r.Key == loyal {
		return false
	}
	return t.In(s.f.Anaphor) || t.In(s.f.bent)
}

// bodyPhrase is the longest entry of several words that heads a body at token i, and
// whether it is an actor by itself.
func (s *Scan) bodyPhrase(i int) (end int, entry *lang.Phrase, alone bool) {
	w := s.K[i].Word
	if !w.Begins.Meets(s.f.Body) {
		return i, nil, false
	}
	if s.headAt == i+1 {
		return s.headEnd, s.headEntry, s.headAlone
	}
	end = i
	next := s.wordBehind(i)
	for n := range w.Phrases {
		p := &w.Phrases[n]
		if next == nil || !p.Classes.Meets(s.f.heads) || p.Second != next.Bare && p.Second != next.Form || p.Key == "" {
			continue
		}
		e := s.phraseEnd(i, p)
		if e == i || p.Article != (p.Articles&1 != 0) {
			continue
		}
		if e > end {
			end, entry, alone = e, p, false
		}
		alone = alone || e == end && p.Classes.Meets(s.f.Alone)
	}
	s.headAt, s.headEnd, s.headEntry, s.headAlone = i+1, end, entry, alone
	return end, entry, alone
}

// complement is where the name of a body goes on behind token j, j where it ends.
func (s *Scan) complement(j int, m *Mention, definite bool) int {
	f, t := s.f, &s.K[j]
	if r := Reading(t, f.G.Demonym); r != nil && r.Prefix == 0 && (r.Feat&lang.Article != 0) == definite {
		if m.Country == "" && len(r.Key) == 2 {
			m.Country = r.Key
		}
		return j + 1
	}
	if r := Reading(t, f.bent); r != nil && r.Prefix == 0 && (r.Feat&lang.Article != 0 && definite || !definite && r.Feat&lang.Article == 0 && j > m.Head) {
		if r.Key == loyal {
			m.Kind = "armed_group"
		} else if definite && r.Key != "igo" || m.Kind == "government" || m.Kind == "igo" {
			m.Kind = bend(m.Kind, r.Key)
		}
		return j + 1
	}
	if b := Reading(&s.K[j-1], f.bent); !definite && j > m.Head+1 && b != nil && b.Feat&lang.Article == 0 && m.Kind == "armed_group" {
		return j // an adjective closed it
	}
	if !definite {
		if e, key := s.countryAt(j); e > j {
			m.Country = key
			return e
		}
		if e, key, n := s.aliasAt(j); e > j && n == 0 && f.actors[key] != nil {
			return e
		}
	}
	if definite && s.r.Lone(j, lang.For) {
		return j
	}
	n := s.Noun(j)
	if n == nil || f.G.Function(t) || s.verbal(j) {
		return j
	}
	switch {
	case n.Feat&lang.Conjunction != 0:
		if r := Reading(t, f.joined); definite && j > m.Head+1 && r != nil && r.Feat&lang.Article != 0 {
			return j + 1
		}
		return j
	case n.Feat&lang.For != 0:
		if r := Reading(t, f.purpose); r != nil && (j > m.Head+1 || !definite) {
			e := j + 1
			if r.Feat&lang.Article == 0 && e < len(s.K) && s.K[e].Has(lang.Article) {
				e++
			}
			return e
		}
		return j
	case n.Prefix > 0 || n.Feat&lang.Pronoun != 0:
		return j
	case definite:
		if n.Feat&lang.Article != 0 && n.Feat&lang.Plural == 0 && s.Adjective(j, n) && !(s.K[j-1].Has(lang.Feminine) && (j == m.Head+1 || s.K[j-1].In(f.G.Demonym)) && n.Feat&lang.Feminine == 0) {
			return j + 1
		}
		return j
	case n.Feat&lang.Article != 0:
		if m.Kind == "armed_group" && s.K[j].In(f.Body) && j == m.Head+1 {
			return j // the militia of "the organisation"
		}
		return j + 1
	case f.title.Meets(n.Classes) && n.Feat&lang.Article == 0:
		return j
	case n.Feat&lang.Guess != 0 || n.Classes.Meets(f.AnyName):
		return s.nameRun(j)
	case j-m.Head <= 3 && s.K[j+min(1, len(s.K)-1-j)].Has(lang.Article):
		return j + 1 // a chain of nouns, closed by a definite one
	case j-m.Head <= 3 && j+1 < len(s.K):
		if e, _ := s.countryAt(j + 1); e > j+1 {
			return j + 1
		}
		if s.K[j+1].Word != nil && s.K[j+1].Has(lang.Guess) && t.In(f.Body) {
			return j + 1
		}
	}
	return j
}

// doing reports whether a verb stands at either side of tokens [from, to), or another actor
// right before.
func (s *Scan) doing(from, to int) bool {
	if n := len(s.Mentions); n > 0 && s.Mentions[n-1].To == from {
		return true
	}
	return from > 0 && s.K[from-1].Word != nil && (s.verbal(from-1) || s.r.Complementiser(from-1)) || to < len(s.K) && s.K[to].Word != nil && s.verbal(to)
}

// armedBy reports whether the adjective at token j says that who has it is armed.
func (s *Scan) armedBy(j int) bool {
	b := Reading(&s.K[j], s.f.bent)
	return b != nil && b.Key == "armed_group" && b.Prefix == 0
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
func (s *Scan) Adjective(j int, n *lang.Reading) bool {
	w := s.K[j].Word
	if s.K[j].In(s.f.Folk) || s.K[j].In(s.f.Body) || s.K[j].In(s.f.title) {
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
func (s *Scan) Noun(j int) *lang.Reading { return s.r.Noun(j) }

// verbal reports whether the token can only be a verb.
func (s *Scan) verbal(j int) bool { return s.f.G.Finite(&s.K[j]) }

// countryAt is the end of the name of a country at token j, and its code; j and "" where
// there is none. No clitic may stand before it.
func (s *Scan) countryAt(j int) (int, string) {
	t := &s.K[j]
	if t.Word == nil {
		return j, ""
	}
	if e, p := s.T.PhraseAt(j, s.f.Country); e > j && p.Prefix == 0 {
		return e, p.Key
	}
	if r := Reading(t, s.f.Country); r != nil && r.Prefix == 0 && r.Feat&lang.Plural == 0 {
		return j + 1, r.Key
	}
	return j, ""
}
