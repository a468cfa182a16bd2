package who

import (
	"strings"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/lexicon"
)

// settle decides what is left open while reading: which actor an alias of several means,
// and whether an alias that is a common word too means its actor at all.
func (s *search) settle() {
	for i := range s.rec.Places {
		if p := &s.rec.Places[i]; p.Country != nil {
			s.seen.add(lower(*p.Country), 1)
		}
	}
	s.home = s.seen.most()
	day := s.day()
	kept := s.ms[:0]
	for i := range s.ms {
		m := &s.ms[i]
		if m.shared != nil {
			s.choose(m, day)
		}
		if m.actor != nil && !m.actor.Existed(day) {
			m.actor = nil // a name from another time
		}
		if m.weak && m.shared != nil && m.actor == nil { // the noun alone, or nothing
			a := reading(&s.k[m.head], s.f.alone)
			if a == nil {
				continue
			}
			m.what, m.kind, m.bare, m.weak, m.shared = body, a.Key, true, false, nil
		}
		if m.weak && m.shared == nil && !s.witnessed(m) || m.what == folk && m.bare && s.armed() {
			continue
		}
		kept = append(kept, *m)
	}
	s.ms = kept
}

// day is when the article was published, "" if that is not known.
func (s *search) day() string {
	if p := s.rec.Article.Published; p != nil {
		return (*p)[:min(len(*p), len("2006-01-02"))]
	}
	return ""
}

// choose settles an alias of several actors by the article's country and date: of those
// that existed, the one whose country the text speaks of twice as often as of the others',
// and not much less than of any. Else the mention stays without a name.
func (s *search) choose(m *mention, day string) {
	best, second := 0, 0
	var a *lexicon.Actor
	for _, c := range m.shared {
		if s.elsewhere(c) && c.Existed(day) {
			if a != nil {
				a = nil
				break
			}
			a = c
		}
	}
	if a != nil {
		m.actor, m.kind, m.country = a, a.Kind, lower(a.Country)
		return
	}
	kind := m.shared[0].Kind
	for _, c := range m.shared {
		if c.Kind != kind {
			kind = ""
		}
		if !c.Existed(day) {
			continue
		}
		n := s.seen.of(lower(c.Country))
		for _, code := range c.In {
			n = max(n, s.seen.of(code))
		}
		if m.country != "" {
			n = 0
			if lower(c.Country) == m.country {
				n = 1
			}
		}
		switch {
		case n > best:
			best, second, a = n, best, c
		case n > second:
			second = n
		}
	}
	top := s.seen.top()
	if m.country != "" {
		top = best
	}
	if kind != "" {
		m.kind = kind
	} else if h := reading(&s.k[m.head], s.f.body); h != nil {
		m.kind = h.Key
	} else {
		m.kind = m.shared[0].Kind
	}
	if best > 0 && best >= 2*second && 2*best >= top && !(m.weak && best < top) {
		m.actor, m.kind, m.country = a, a.Kind, lower(a.Country)
	}
}

// elsewhere reports whether the text names the actor by an alias of its own.
func (s *search) elsewhere(a *lexicon.Actor) bool {
	for i := range s.ms {
		if m := &s.ms[i]; m.actor == a && m.shared == nil {
			return true
		}
	}
	return false
}

// armed reports whether the article names an armed group: then "the gunmen" are likely its
// own.
func (s *search) armed() bool {
	for i := range s.ms {
		if m := &s.ms[i]; m.what == known && m.kind == "armed_group" {
			return true
		}
	}
	return false
}

// witnessed reports whether something else in the text says that a common word is the
// actor's name: a longer alias of it.
func (s *search) witnessed(m *mention) bool {
	for i := range s.ms {
		if o := &s.ms[i]; o.actor == m.actor && !o.weak {
			return true
		}
	}
	return false
}

// group is one actor with its mentions.
type group struct {
	first    int // mention
	key      string
	longest  int // the mention with the longest name
	mentions riwaya.Spans
	actor    *lexicon.Actor
	public   bool
	office   bool
	role     bool
	joined   bool // to another: no actor by itself
	country  string
}

// gather brings the mentions of one actor together.
func (s *search) gather() {
	for i := range s.ms {
		m := &s.ms[i]
		key := s.keyOf(m)
		at := s.groupOf(m, key)
		if at < 0 {
			at = len(s.all)
			s.all = append(s.all, group{first: i, longest: i, key: key, mentions: make(riwaya.Spans, 0, 4)})
		}
		g := &s.all[at]
		m.of = at
		g.mentions = append(g.mentions, m.span)
		g.public, g.role, g.office = g.public || m.public, g.role || m.role, g.office || m.office
		if g.country == "" {
			g.country = m.country
		}
		if g.actor == nil {
			g.actor = m.actor
		}
		if m.what == person && m.to-m.name > s.ms[g.longest].to-s.ms[g.longest].name {
			g.longest = i
		}
	}
}

// groupOf is the actor among those before that the mention names again, -1 if none.
func (s *search) groupOf(m *mention, key string) int {
	if m.what == person {
		if m.actor != nil {
			for i := range s.all {
				if s.all[i].actor == m.actor {
					return i
				}
			}
		}
		return s.samePerson(m)
	}
	for i := range s.all {
		g := &s.all[i]
		if g.key == key && s.ms[g.first].what != person && (g.country == m.country || m.what != body) {
			return i
		}
	}
	return -1
}

// keyOf is what two mentions of one actor have in common, beside the country.
func (s *search) keyOf(m *mention) string {
	switch {
	case m.actor != nil:
		return m.actor.ID
	case m.what == state, m.what == body && m.country != "" && s.national(m):
		m.what = state
		return "state " + m.country
	case m.what == person:
		return ""
	case m.what == folk:
		r := reading(&s.k[m.head], s.f.folk)
		if r == nil || m.to-m.from > 1 && m.country == "" {
			break
		}
		return "folk " + r.Lemma + " " + m.country
	}
	return s.words(m)
}

// words are those of a body's name, without what says its country.
func (s *search) words(m *mention) string {
	var b strings.Builder
	for i := m.from; i < m.to; i++ {
		w := s.k[i].Word
		if w == nil || i > m.from && m.country != "" && (s.k[i].In(s.f.g.Demonym) || s.k[i].In(s.f.country)) {
			continue
		}
		if i > m.from {
			b.WriteByte(' ')
		}
		if r := reading(&s.k[i], s.f.body); i == m.from && r != nil {
			b.WriteString(r.Lemma)
			continue
		}
		b.WriteString(w.Bare)
	}
	return b.String()
}

// national reports whether a body is the government itself: the head alone, with its
// country.
func (s *search) national(m *mention) bool {
	if m.kind != "government" || !s.k[m.head].In(s.f.national) {
		return false
	}
	for i := m.head + 1; i < m.to; i++ {
		if n := s.noun(i); !s.k[i].In(s.f.g.Demonym) && !s.k[i].In(s.f.country) && (n == nil || n.Feat&lang.Article == 0) {
			return false
		}
	}
	return true
}

// join brings what is named by its noun alone, or without its country, to the one actor
// of the article that it can be.
func (s *search) join() {
	for i := range s.all {
		g := &s.all[i]
		m := &s.ms[g.first]
		if m.what != body || g.country != "" || g.actor != nil {
			continue
		}
		at, several := -1, false
		for n := range s.all {
			o := &s.all[n]
			p := &s.ms[o.first]
			if n == i || o.joined || p.what == person || p.what == folk {
				continue
			}
			same := o.key == g.key || m.bare && s.named(o, p, m) || o.actor != nil && p.head == p.from && s.k[p.head].In(s.f.body) && s.words(p) == g.key
			if m.bare && m.kind == "government" && s.k[m.head].In(s.f.national) {
				same = p.what == state && (o.country == s.home || s.ms[o.first].head < m.head && s.home == "")
			}
			if !same {
				continue
			}
			several = several || at >= 0
			at = n
		}
		if at < 0 || several {
			continue
		}
		o := &s.all[at]
		o.mentions = append(o.mentions, g.mentions...)
		g.joined = true
		for n := range s.ms {
			if s.ms[n].of == i {
				s.ms[n].of = at
			}
		}
		if m.from < s.ms[o.first].from && o.actor != nil {
			continue
		}
	}
}

// named reports whether an actor, first mentioned as p, is called by the noun of m, with
// more words.
func (s *search) named(o *group, p, m *mention) bool {
	if m.entry != "" && o.actor != nil {
		for i := range o.actor.Aliases {
			if rest, ok := strings.CutPrefix(o.actor.Aliases[i].Text, m.entry); ok && rest != "" && rest[0] == ' ' {
				return true
			}
		}
	}
	if m.to-m.from > 1 {
		return false
	}
	r := reading(&s.k[m.head], s.f.body)
	return r != nil && s.headed(p, r.Lemma)
}

// samePerson is the person among those before whose name holds this one's, or whose name
// this one holds; -1 if there is none or it could be two.
func (s *search) samePerson(m *mention) int {
	found := -1
	for i := range s.all {
		g := &s.all[i]
		o := &s.ms[g.longest]
		if s.ms[g.first].what != person || !s.within(m, o) && !s.within(o, m) {
			continue
		}
		if found >= 0 {
			return found
		}
		found = i
	}
	return found
}

// within reports whether every word of one person's name is a word of another's, and the
// last one its last or its first.
func (s *search) within(m, o *mention) bool {
	for i := m.name; i < m.to; i++ {
		if s.k[i].Word == nil || !s.has(o, s.form(m, i)) {
			return false
		}
	}
	last := s.form(m, m.to-1)
	return last == s.form(o, o.to-1) || m.to-m.name == 1 && last == s.form(o, o.name)
}

func (s *search) has(o *mention, form string) bool {
	for i := o.name; i < o.to; i++ {
		if s.k[i].Word != nil && s.form(o, i) == form {
			return true
		}
	}
	return false
}

// form is a word of a name without the article or what is glued on before the first.
func (s *search) form(m *mention, i int) string {
	if i == m.name && i == m.from {
		if r := reading(&s.k[i], s.f.anyName); r != nil && r.Prefix > 0 {
			return r.Lemma
		}
	}
	return s.k[i].Word.Bare
}
