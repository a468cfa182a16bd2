package who

import (
	"riwaya/internal/mention"
	"riwaya/internal/naming"
)

// samePerson is the person among those before whose name holds this one's, or whose name
// this one holds; -1 if there is none or it could be two.
func (s *search) samePerson(m *mention.Mention) int {
	found := -1
	for i := range s.all {
		g := &s.all[i]
		o := &s.Mentions[g.longest]
		if g.actor != nil && m.Actor != nil && m.To-m.Name > 2 {
			continue // two who are known, not one by a name that both have
		}
		if s.Mentions[g.first].What != mention.Person || o.Nameless != m.Nameless || !s.within(m, o) && !s.within(o, m) {
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
// last one its last or its first, or they are its first words.
func (s *search) within(m, o *mention.Mention) bool {
	for i := m.Name; i < m.To; i++ {
		if s.K[i].Word == nil || !s.has(o, s.form(m, i)) {
			return false
		}
	}
	if s.fatherIn(m, o) {
		return false
	}
	last := s.form(m, m.To-1)
	if m.To-m.Name == 1 && s.fathers(o) {
		return last == s.form(o, o.Name) // a father's name is not the son's
	}
	return last == s.form(o, o.To-1) || m.To-m.Name == 1 && last == s.form(o, o.Name) || s.begins(m, o)
}

// begins reports whether one person's name, of more than one word, is how another's begins,
// which goes on with a father's or a family's.
func (s *search) begins(m, o *mention.Mention) bool {
	n := m.To - m.Name
	if n < 2 || n >= o.To-o.Name || s.K[m.Name].In(s.m.Particle) && n < 3 {
		return false
	}
	for i := range n {
		if s.K[m.Name+i].Word == nil || s.K[o.Name+i].Word == nil || s.form(m, m.Name+i) != s.form(o, o.Name+i) {
			return false
		}
	}
	return !s.K[m.To-1].In(s.m.Particle)
}

// fathers reports whether the last word of a name is the father's, or the child's: behind "son
// of", which at the head of a name is a part of the family's or a foreign name, or behind
// "father of".
func (s *search) fathers(o *mention.Mention) bool {
	n := o.To - o.Name
	return n > 1 && s.K[o.To-2].In(s.m.Particle) && (n > 2 || s.m.Kunya(&s.K[o.To-2]))
}

// fatherIn reports whether one person's name, of more than one word, stands in another's behind
// "son of": it is his father's.
func (s *search) fatherIn(m, o *mention.Mention) bool {
	for i := o.Name + 2; i < o.To && m.To-m.Name > 1; i++ {
		if p := &s.K[i-1]; s.K[i].Word != nil && s.form(o, i) == s.form(m, m.Name) && p.Word != nil && p.In(s.m.Particle) && !s.m.Kunya(p) {
			return true
		}
	}
	return false
}

func (s *search) has(o *mention.Mention, form string) bool {
	for i := o.Name; i < o.To; i++ {
		if s.K[i].Word != nil && s.form(o, i) == form {
			return true
		}
	}
	return false
}

// form is a word of a name without the article or what is glued on before the first.
func (s *search) form(m *mention.Mention, i int) string {
	if i == m.Name && i == m.From {
		if r := naming.Reading(&s.K[i], s.m.AnyName); r != nil && r.Prefix > 0 {
			return r.Lemma
		}
	}
	return s.K[i].Word.Bare
}

// groupOf is the actor among those before that the mention names again, -1 if none.
func (s *search) groupOf(m *mention.Mention, key string) int {
	if m.What == mention.Person {
		if m.Actor != nil {
			for i := range s.all {
				if s.all[i].actor == m.Actor {
					return i
				}
			}
		}
		return s.samePerson(m)
	}
	for i := range s.all {
		g := &s.all[i]
		if g.key == key && s.Mentions[g.first].What != mention.Person && (g.country == m.Country || m.What != mention.Body) {
			return i
		}
	}
	return -1
}
