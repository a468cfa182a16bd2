package who

import (
	"strings"

	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/naming"
	"riwaya/internal/who/called"
)

// keyOf is what two mentions of one actor have in common, beside the country.
func (s *search) keyOf(m *mention.Mention) string {
	switch {
	case m.Actor != nil:
		return m.Actor.ID
	case m.What == mention.State, m.What == mention.Body && m.Country != "" && s.national(m):
		m.What = mention.State
		return "state " + m.Country
	case m.What == mention.Person:
		return ""
	case m.What == mention.Folk && m.Country != "" && (m.Kind == "military" || m.Kind == "police"):
		return m.Kind + " " + m.Country // soldiers, troops
	case m.What == mention.Folk:
		r := naming.Reading(&s.K[m.Head], s.m.Folk)
		if r == nil {
			n := s.Noun(m.Head)
			if n == nil || n.Lemma == "" {
				break
			}
			key := m.Kind + " " + n.Lemma + " " + m.Country // one of them, two or several
			if w := s.K[min(m.From+1, m.To-1)].Word; w != nil && m.To > m.From+1 {
				key += " " + w.Bare
			}
			return key
		}
		if last := naming.Reading(&s.K[m.To-1], s.m.Folk); last != nil && (m.Kind == "civilians" || last.Key == r.Key) {
			r = last // the civilian inhabitants are the civilians
		} else if m.Country == "" {
			return m.Kind + " " + called.Stem(r.Lemma) + " " + s.K[m.To-1].Word.Bare
		}
		if r.Key == "hurt" && m.Country == "" {
			return m.Kind + " hurt" // women, children, women and children
		}
		return m.Kind + " " + called.Stem(r.Lemma) + " " + m.Country
	}
	if m.What == mention.Body {
		if force := s.Force(m); force != "" {
			return "force " + force
		}
	}
	return s.words(m)
}

// words are those of a body's name, without what says its country.
func (s *search) words(m *mention.Mention) string {
	var b strings.Builder
	from := m.From
	if m.Head < m.To && s.K[m.Head].In(s.m.Body) {
		from = m.Head
		if s.office(m) {
			from++
		}
	}
	for i := from; i < m.To; i++ {
		w := s.K[i].Word
		if w == nil || i > from && m.Country != "" && (s.K[i].In(s.m.G.Demonym) || s.K[i].In(s.m.Country)) {
			continue
		}
		if i > from {
			b.WriteByte(' ')
		}
		if n := s.HeadNoun(i); i == from && n != "" {
			b.WriteString(n)
			continue
		}
		b.WriteString(w.Bare)
	}
	if end := s.K[m.To-1].End; m.What == mention.Body && m.Span.End > end {
		b.WriteByte(' ')
		b.WriteString(s.lord(m))
	}
	return b.String()
}

// office reports whether the body's first noun says no more than its second, which is a
// name by itself: the ministry of the interior, the interior.
func (s *search) office(m *mention.Mention) bool {
	i := m.Head + 1
	if i >= m.To || s.K[m.Head].In(s.m.Alone) {
		return false
	}
	h, r := naming.Reading(&s.K[m.Head], s.m.Body), naming.Reading(&s.K[i], s.m.Body)
	return h != nil && r != nil && h.Key == r.Key && h.Key == "government" && r.Prefix == 0 && r.Feat&lang.Article != 0 && h.Feat&lang.Article == 0 && !s.K[i].In(s.m.Alone)
}

// national reports whether a body is the government itself: the head alone, with its
// country.
func (s *search) national(m *mention.Mention) bool {
	if m.Kind != "government" || !s.K[m.Head].In(s.m.National) {
		return false
	}
	for i := m.Head + 1; i < m.To; i++ {
		if n := s.Noun(i); !s.K[i].In(s.m.G.Demonym) && !s.K[i].In(s.m.Country) && !s.K[i].In(s.m.Capital) && (n == nil || n.Feat&lang.Article == 0) {
			return false
		}
	}
	return true
}

// lord is whom the force m is loyal to: the known actor that stands right behind, or the
// last word of what was read.
func (s *search) lord(m *mention.Mention) string {
	for k := range s.Mentions {
		o := &s.Mentions[k]
		if o.From >= m.To+reach {
			break
		}
		if o.From >= m.To && o.Actor != nil {
			return o.Actor.ID
		}
	}
	last := ""
	for i := m.To; i < len(s.K) && s.K[i].End <= m.Span.End; i++ {
		if w := s.K[i].Word; w != nil {
			last = w.Bare
		}
	}
	return last
}

// reach is how many tokens behind the adjective the lord's name can begin or go on.
const reach = 5
