package credit

import (
	"slices"

	"riwaya"
	"riwaya/internal/lang"
)

// stated takes what the article came with: credits, which whoever published it stated
// beside the text, and a body that leaves out lines. It says whose the credits are, looks
// in the lines outside the body for source lines, as nothing else stands there, and returns the other lines.
func (s *search) stated(lines [][2]int) [][2]int {
	for i := range s.a.Credits {
		s.resolve(&s.a.Credits[i])
	}
	body := slices.Clone(s.a.Body)
	if len(body) == 0 {
		return lines
	}
	return slices.DeleteFunc(lines, func(l [2]int) bool {
		span := s.t.Span(l[0], l[1])
		if slices.ContainsFunc(body, span.Overlaps) {
			return false
		}
		s.sourceLine(l[0], l[1])
		return true
	})
}

// resolve says which outlet of the lexicon a credit names.
func (s *search) resolve(c *riwaya.Credit) {
	k := s.t.Tokens
	first, _ := slices.BinarySearchFunc(k, c.Span.Start, func(t lang.Token, at int) int { return t.Start - at })
	end := first
	for end < len(k) && k[end].Start < c.Span.End {
		end++
	}
	for i := first; i < end && c.Actor == nil; i++ {
		if e, a := s.outletAt(i, end); a != nil && e > i && a.ID != "" {
			c.Actor, c.Name = &a.ID, &a.Name
		}
	}
}
