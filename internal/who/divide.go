package who

import (
	"slices"

	"riwaya"
)

// divide gives each mention of actor i to the one of several forces of a state that its sentence, or else its
// paragraph, speaks of before it, if it speaks of no other: the army, where it is one army's turn.
func (s *search) divide(i int) {
	left := false
	for k := range s.Mentions {
		m := &s.Mentions[k]
		if m.Of != i {
			continue
		}
		at := s.spokenOf(m.From)
		if at < 0 {
			left = true
			continue
		}
		m.Of = at
		s.all[at].mentions = append(s.all[at].mentions, m.Span)
		g := &s.all[i]
		g.mentions = slices.DeleteFunc(g.mentions, func(x riwaya.Span) bool { return x == m.Span })
	}
	s.all[i].joined = !left
}

// spokenOf is which of those that are asked about the sentence of token i, or else its paragraph, speaks of
// shortly before it, -1 if none or several.
func (s *search) spokenOf(i int) int {
	sentence, paragraph := s.Scope(i)
	for _, from := range [2]int{sentence, max(paragraph, i-near)} {
		found := -1
		for k := range s.Mentions {
			m := &s.Mentions[k]
			if m.From >= i {
				break
			}
			if m.From < from || m.Of == found || !slices.Contains(s.among, m.Of) {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = m.Of
		}
		if found >= 0 {
			return found
		}
	}
	return -1
}
