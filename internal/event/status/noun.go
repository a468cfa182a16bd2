package status

import (
	"riwaya/internal/clause"
	"riwaya/internal/deed"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// noun is whether what a noun names has happened: see [Reader.Of].
func (s *Reader) noun(a *deed.Anchor) string {
	if st, ok := s.before(a); ok {
		return st
	}
	if st := s.any(a); st != "" {
		return st
	}
	c := &s.C[a.Chunk]
	if s.exchanged(a) {
		return Planned
	}
	if s.hurried(a) {
		return Demanded
	}
	if s.hard(a) {
		return Hypothetical
	}
	if h := c.Head; c.Prep == clause.For && h < a.From && a.Definite && a.Rule.Type != "RETREAT" {
		switch {
		case s.Keyed(h, "topic") && (a.Rule.Type == "ASSAULT" || a.Rule.Type == "DISASTER"):
			return Happened // to discuss the strikes
		case s.Keyed(h, "ending") && h == a.From-1:
			return Ongoing // to end the siege
		}
	}
	if a.Support != frame.Suffers && s.purpose(s.listedWith(a.Chunk), a.Form == deed.Masdar || c.Head < a.From || a.Rule.Aim) {
		return Planned // in order to
	}
	end := c.To
	if n := a.Chunk + 1; n < len(s.C) && s.C[n].Bare() && s.C[n].From == end && s.C[n].To == end+1 && s.describe(a.To, end) {
		end++ // one more that was cut off
	}
	for i := a.From + 1; i < end; i++ {
		switch {
		case s.Keyed(i, "ongoing"):
			if c.Figure < 0 { // three meetings on end are over
				return Ongoing
			}
		case s.Keyed(i, "due"):
			return Planned // the coming round of talks
		case s.Keyed(i, "likely") && s.Adjectives(a.To, i):
			return Hypothetical // the possible attack
		}
	}
	switch {
	case a.Rule.Stated:
		return Ongoing
	case a.Governor < 0:
		return Happened
	}
	gov := a.Governor
	if gov > a.Chunk && len(s.Supports(gov)) == 0 {
		if v := s.Above(a.Chunk); v >= 0 && (a.Support != "" || a.Chunk-v < 4) {
			gov = v // the talks, which concern both, were held: not, they concern both
		}
	}
	lasting := a.Support != frame.Does && (a.Support != frame.Suffers || a.Rule.Point || s.C[gov].Reading.Feat&lang.First != 0)
	st := s.verbStatus(gov, lasting || a.Rule.Lasting)
	switch a.Support {
	case frame.Intends:
		return Planned
	case frame.Orders, frame.Commands:
		return Demanded
	case frame.Prevents:
		return Planned
	case frame.Awaits:
		switch {
		case a.Rule.Verbal || a.Chunk-gov > 3 || a.Rule.Mutual && a.Rule.Type == "RETREAT":
		case c.Prep == "bi" && st == Happened: // the court ruled that he be jailed, and he was
		case st == Denied:
			return st
		default:
			return Planned
		}
	case frame.Fears:
		return Hypothetical
	case frame.Permits:
		if st == Ongoing || s.Title && s.C[gov].Reading.Feat&lang.Present != 0 {
			return Planned // it allows raids from its base
		}
	case frame.Enables:
		if c.Prep == clause.For && st != Denied {
			return Planned
		}
		return st
	case frame.Refrains:
		return Denied
	case frame.Refuses:
		if !a.Definite {
			return Denied
		}
	case frame.Threatens:
		if g := gov + 1; g > a.Chunk && g < len(s.C) && s.C[g].Kind == clause.NounPhrase && s.C[g].Prep == "" {
			return Happened // the strikes that threaten the truce
		}
		return Threatened
	case frame.Denies:
		if !a.Rule.Verbal {
			return Denied
		}
	case frame.GoesOn, frame.Continues:
		if st == Happened && (gov < a.Chunk || a.Definite && s.C[gov-1].Kind != clause.Relative) { // and not: talks that went on for years
			return Ongoing
		}
		return st
	case frame.Does, frame.Occurs, frame.Suffers:
		if st == Ongoing && c.Prep == "behind" {
			return Happened // they are behind it
		}
		return st
	}
	if s.barred(a, gov) {
		return Denied
	}
	if a.Support == "" && st == Denied && s.granted(a) {
		return Happened
	}
	if st != Denied && a.Support == "" && c.Prep == "" && a.Chunk-gov < 3 && a.Chunk > gov && (s.Keyed(s.C[gov].Head, "can") || s.Keyed(s.C[gov].Head, "unreal")) {
		return Hypothetical
	}
	if st == Hypothetical && !a.Definite && a.Chunk > gov && a.Chunk-gov < 4 && (c.Prep == "to" || a.Form == deed.Masdar && !a.Rule.Harm && (c.Prep == "" || c.Prep == "in" || c.Prep == "bi" || c.Prep == "on")) {
		return st // it may lead to a massacre
	}
	if (st == Denied || st == Hypothetical && a.Support == frame.Results && c.Prep != "" || st == Planned && s.C[gov].Reading.Feat&lang.For == 0 && (!a.Rule.Harm || a.Support != "" || c.Prep == "with" || c.Prep == "bi")) && a.Chunk-gov < 4 { // "so as to" says what came of it; to avenge a killing, that it was
		return st
	}
	return Happened
}

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
