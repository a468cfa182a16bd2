package status

import (
	"riwaya/internal/clause"
	"riwaya/internal/deed"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// granted reports whether a noun that stands under a negated verb which says nothing of whether it is done names what was there
// already: the talks are not hurt by the strike. What there is not, or nobody calls for or begins, is not so, nor what is told
// as the only thing that would be.
func (s *Reader) granted(a *deed.Anchor) bool {
	switch a.Rule.Type {
	case "ASSAULT", "COERCE", "DISASTER", "DISPLACE", "PROTEST", "AGREE":
	default:
		return false // talks, truces and aid may be to come
	}
	if !a.Definite || s.K[s.C[a.Governor].Head].In(s.Was) || len(s.Supports(a.Governor)) > 0 || a.From > s.C[a.Chunk].From && s.Real(a.From-1) {
		return false
	}
	for j := a.Governor + 1; j < a.Chunk; j++ {
		if k := s.C[j].Kind; k != clause.NounPhrase && k != clause.Adverb || s.Keyed(s.C[j].Head, "only") {
			return false
		}
	}
	return true
}

// listedWith is the verbal noun that the one of chunk i is listed with: in order to free the town and to drive them out.
func (s *Reader) listedWith(i int) int {
	if c := &s.C[i]; c.Listed && c.Prep == "" {
		return s.Coordinate(i)
	}
	return i
}

// agreed reports whether chunk i is what somebody agreed to do: not that they say something, or leave off fighting each other.
func (s *Reader) agreed(i int) bool {
	for n := range s.Here {
		if a := &s.Here[n]; a.Chunk == i {
			return !a.Rule.Verbal && !(a.Rule.Mutual && a.Rule.Type == "RETREAT")
		}
	}
	return true
}

// due is the status that a word which says that something must be done gives what stands behind it, "" if there is none: the
// government must, it must not, it is on them to.
func (s *Reader) due(i int) string {
	for p := i - 1; p >= 0 && i-p < 4; p-- {
		c := &s.C[p]
		switch c.Kind {
		case clause.Adverb:
			if s.Keyed(c.Head, "must") {
				if p > 0 && s.C[p-1].Kind == clause.Negation {
					return Denied
				}
				return Demanded // a verb that is no chunk of its own
			}
		case clause.NounPhrase:
			if c.Prep != "on" {
				return ""
			}
		default:
			return ""
		}
	}
	return ""
}

// any is the status of what may be any one of its kind, "" if it is none: any attack, without any clashes.
func (s *Reader) any(a *deed.Anchor) string {
	c := &s.C[a.Chunk]
	i := a.From - 1
	if i > 0 && i >= c.From && !s.Keyed(i, "any") && s.Real(i) {
		i-- // any outbreak of
	}
	if i < 0 || a.Definite || !s.Keyed(i, "any") || i > 0 && s.K[i-1].Kind == lang.MarkKind {
		return "" // behind a mark it says what is meant: that is, an attack
	}
	for j, n := a.Chunk, 0; j >= 0 && n < 6; j, n = j-1, n+1 {
		p := &s.C[j]
		switch {
		case p.Kind == clause.Negation, p.Kind == clause.NounPhrase && s.Keyed(p.From, "without"), p.Kind == clause.Verb && s.SupportOf(j) == frame.Denies:
			return Denied
		case p.Kind == clause.Stop, p.Kind == clause.Comma, p.Kind == clause.That && !s.Keyed(p.From, "without"), p.Kind == clause.Relative, p.Kind == clause.Opens && !s.Keyed(p.Head, "any"):
			return Hypothetical
		case p.Kind == clause.That:
			return Denied
		}
	}
	return Hypothetical
}
