package status

import (
	"riwaya/internal/clause"
	"riwaya/internal/deed"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// The values of an event's status.
const (
	Happened     = "happened"
	Ongoing      = "ongoing"
	Planned      = "planned"
	Demanded     = "demanded"
	Denied       = "denied"
	Hypothetical = "hypothetical"
	Threatened   = "threatened"
)

// Reader reads it in the sentences of one text.
type Reader struct {
	*deed.Reader          // of the sentence
	Was, Already lang.Set // the words "was", and those that say that something may be
	Title, Dated bool     // the sentence is the title, or an entry of a chronicle, which is past, whatever the tense
}

// Of is whether the happening of an anchor has happened; "" where it is none at all.
func (s *Reader) Of(a *deed.Anchor) string {
	if !a.Nominal() {
		if st := s.verbStatus(a.Chunk, a.Rule.Lasting); st != Ongoing || !a.Rule.Verbal || s.C[a.Chunk].Reading.Feat&lang.First == 0 {
			return st
		}
		return Happened // "we call on them": who says so does so
	}
	if st, ok := s.before(a); ok {
		return st
	}
	if st := s.any(a); st != "" {
		return st
	}
	c := &s.C[a.Chunk]
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
	if n := a.Chunk + 1; n < len(s.C) && s.C[n].Bare() && s.C[n].From == end && s.C[n].To == end+1 && s.Adjectives(a.To, end) {
		end++ // one more that was cut off
	}
	for i := a.From + 1; i < end; i++ {
		switch {
		case s.Keyed(i, "ongoing"):
			return Ongoing
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
	st := s.verbStatus(a.Governor, a.Support != frame.Does || a.Rule.Lasting)
	switch a.Support {
	case frame.Intends:
		return Planned
	case frame.Orders, frame.Commands:
		return Demanded
	case frame.Prevents:
		return Planned
	case frame.Awaits:
		switch {
		case a.Rule.Verbal || a.Chunk-a.Governor > 3 || a.Rule.Mutual && a.Rule.Type == "RETREAT":
		case st == Denied:
			return st
		default:
			return Planned
		}
	case frame.Fears:
		return Hypothetical
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
		if g := a.Governor + 1; g > a.Chunk && g < len(s.C) && s.C[g].Kind == clause.NounPhrase && s.C[g].Prep == "" {
			return Happened // the strikes that threaten the truce
		}
		return Threatened
	case frame.Denies:
		if !a.Rule.Verbal {
			return Denied
		}
	case frame.GoesOn, frame.Continues:
		if st == Happened {
			return Ongoing
		}
		return st
	case frame.Does, frame.Occurs, frame.Suffers:
		if st == Ongoing && c.Prep == "behind" {
			return Happened // they are behind it
		}
		return st
	}
	if a.Support == "" && st == Denied && s.granted(a) {
		return Happened
	}
	if (st == Denied || st == Hypothetical && a.Support == frame.Results && c.Prep != "" || st == Planned && s.C[a.Governor].Reading.Feat&lang.For == 0 && (!a.Rule.Harm || a.Support != "" || c.Prep == "with" || c.Prep == "bi")) && a.Chunk-a.Governor < 4 { // "so as to" says what came of it; to avenge a killing, that it was
		return st
	}
	return Happened
}

// purpose reports whether chunk i says what for; deed says that its head, behind "for", is what one sets out to do.
func (s *Reader) purpose(i int, deed bool) bool {
	c := &s.C[i]
	if c.Prep == "purpose" {
		return true
	}
	h := c.Reading
	return deed && c.Prep == clause.For && h != nil && (h.Feat&lang.Masdar != 0 || s.Keyed(c.Head, "resumes")) && !(i > 0 && s.C[i-1].Kind == clause.NounPhrase && s.C[i-1].To == c.From && s.Undergoes(c.From-1, clause.For))
}

// before is what the words before a noun say of it: those of its own phrase, those that it is
// bound to, and one that governs it by a preposition: readiness for. ok is false where they
// say nothing.
func (s *Reader) before(a *deed.Anchor) (status string, ok bool) {
	c := &s.C[a.Chunk]
	for i := a.From - 1; i >= c.From; i-- { // the nearest: the need of an end to the shelling
		if st, ok := s.keyed(i, true); ok {
			return st, true
		}
	}
	if status, ok = s.governed(a.Chunk, 3); !ok {
		if j := s.listedWith(a.Chunk); j >= 0 && j != a.Chunk {
			return s.governed(j, 3) // a plan for attacking them and for joining the group
		}
	}
	return status, ok
}

// governed is what governs chunk i says of what its noun names; deepest is how many nouns that only say that it is done may
// stand between: a plan for carrying it out.
func (s *Reader) governed(i, deepest int) (status string, ok bool) {
	c := &s.C[i]
	p := i - 1
	if c.Prep == "" {
		if st := s.due(i); st != "" {
			return st, true
		}
	}
	for ; p >= 0 && s.C[p].Kind == clause.Adverb; p-- {
		if c.Prep == "" && s.Keyed(s.C[p].Head, "plan") {
			return Planned, true // about to: a noun that is no phrase of its own
		}
	}
	for n := 0; p > 0 && n < 2 && s.C[p].Kind == clause.NounPhrase && (s.C[p].Prep == "in" || s.C[p].Prep == "from") && s.C[p-1].Kind == clause.NounPhrase; n++ {
		p-- // the will of the forces in the area to
	}
	if p < 0 || s.C[p].Kind != clause.NounPhrase {
		return "", false
	}
	h := &s.C[p]
	switch {
	case c.Prep == "" && h.To == c.From && s.Able(p):
		return Hypothetical, true
	case !h.Definite && c.Prep == "" && h.To == c.From:
		for i := h.From; i <= h.Head; i++ {
			if st, ok := s.keyed(i, true); ok {
				return st, true
			}
		}
	case c.Prep == "in" && s.Keyed(h.Head, "vain"):
		return Denied, true // their failure to
	case c.Prep == "on" && h.To == c.From && s.Keyed(h.Head, "accord") && s.agreed(i):
		return Planned, true // the agreement on
	case c.Prep == "on" || c.Prep == "to" || c.Prep == "in" || c.Prep == clause.For || c.Prep == clause.With || c.Prep == "from":
		if st, ok := s.keyed(h.Head, false); ok {
			return st, true
		}
		if h.To != c.From {
			break
		}
		if h.To-1 > h.Head && s.Keyed(h.To-1, "plan") {
			return Planned, true // the charge of planning it
		}
		switch s.ParticipleSays(h.To-1, c.Prep) {
		case frame.Intends:
			return Planned, true // ready for
		case frame.Refrains:
			return Denied, true // unable to
		}
	}
	if deepest > 0 && h.To == c.From && h.To == h.Head+1 && (c.Prep == clause.With || c.Prep == "") && s.DoesBehind(h.Head, c.Prep) {
		if s.purpose(p, true) {
			return Planned, true
		}
		return s.governed(p, deepest-1)
	}
	return "", false
}

// keyed is the status that the word or phrase at token i gives the noun that it governs: by a
// preposition, or, if bound, as what that is bound to. ok is false where it gives none.
func (s *Reader) keyed(i int, bound bool) (status string, ok bool) {
	switch {
	case bound && s.Keyed(i, "ongoing"):
		return Ongoing, true
	case bound && s.Keyed(i, "no-event"):
		return "", true
	case s.Keyed(i, "unreal"):
		return Hypothetical, true
	case s.Keyed(i, "plan"):
		return Planned, true
	case s.Keyed(i, "must"):
		return Demanded, true
	}
	return "", false
}

// verbStatus is whether what the verb of chunk v says has happened; lasting says that it is
// something that goes on.
func (s *Reader) verbStatus(v int, lasting bool) string {
	q := s.C[v].Reading
	was, still := false, false
	j := v - 1
	for ; j >= 0 && s.C[j].Kind != clause.Stop && s.C[j].Kind != clause.Comma; j-- {
		p := &s.C[j]
		near := s.adverbsBetween(j, v)
		switch p.Kind {
		case clause.Negation:
			if near && !s.Keyed(s.C[v].Head, "still") {
				if s.Keyed(p.From, "unreal") || j > 0 && (s.Keyed(s.C[j-1].From, "unreal") || s.Keyed(s.C[j-1].Head, "unreal")) {
					return Hypothetical // if he does not
				}
				return Denied
			}
		case clause.Adverb:
			s.asWas(j, v, &was, &still)
			switch {
			case near && s.Keyed(p.Head, "future"):
				return Planned
			case s.Keyed(p.Head, "unreal"):
				return Hypothetical
			case near && s.K[p.Head].In(s.Already) && q.Feat&lang.Present != 0:
				return Hypothetical
			}
		case clause.Opens:
			if s.Keyed(p.Head, "unreal") || j > 0 && s.C[j-1].Kind == clause.Opens && s.Keyed(s.C[j-1].Head, "unreal") {
				return Hypothetical
			}
			s.asWas(j, v, &was, &still) // "was", written like "as if"
		case clause.NounPhrase:
			switch {
			case !near:
			case p.Prep == "in" && p.To == p.Head+1 && s.Keyed(p.From, "in-case"): // not: in a grave state
				return Hypothetical
			case q.Feat&lang.Future != 0:
			case s.Keyed(p.From, "first"), j > 0 && s.C[j-1].To == p.From && s.Keyed(s.C[j-1].Head, "first"):
				was = true // the first president to visit it
			}
		case clause.Verb:
			if near && s.SupportOf(j) == frame.Intends {
				return Planned
			}
			if near && s.Keyed(p.Head, "nearly") {
				return Hypothetical
			}
			s.asWas(j, v, &was, &still)
		}
		if p.Kind == clause.Relative && near && j > 0 && s.Keyed(s.C[j-1].From, "occasion") {
			was = true // the first time that it does so
		}
		if p.Kind == clause.That || p.Kind == clause.Opens || p.Kind == clause.Relative || p.Kind == clause.Verb && !was && !still {
			break
		}
	}
	if j >= 0 && s.C[j].Kind == clause.That && s.adverbsBetween(j, v) && s.Keyed(s.C[j].From, "without") && !s.negated(j) {
		return Denied
	}
	if j >= 0 && s.C[j].Kind == clause.That && (was || s.adverbsBetween(j, v)) {
		if st := s.under(j, q); st != "" {
			return st
		}
	}
	switch {
	case q.Feat&lang.Future != 0 || q.Feat&lang.For != 0:
		return Planned
	case still && q.Feat&lang.Present != 0:
		return Ongoing
	case q.Feat&lang.Past != 0 || was || s.Title && !lasting || s.Dated || j >= 0 && s.CameNext(j):
		return Happened
	}
	return Ongoing
}

// negated reports whether what chunk j belongs to is denied: no day passes without.
func (s *Reader) negated(j int) bool {
	for j--; j >= 0 && s.C[j].Kind != clause.Stop && s.C[j].Kind != clause.Comma; j-- {
		if s.C[j].Kind == clause.Negation {
			return true
		}
	}
	return false
}

// asWas notes what chunk j says of the verb of chunk v: that it was so (they were shelling it), or still is.
func (s *Reader) asWas(j, v int, was, still *bool) {
	switch {
	case v-j >= 4 || s.C[v].Joined:
	case s.Keyed(s.C[j].Head, "remains"):
		*still = true
	case s.K[s.C[j].Head].In(s.Was):
		*was = true
	}
}

// under is the status that what stands before the complementiser of chunk j gives the verb
// behind it, "" if none: they denied that, it must be that.
func (s *Reader) under(j int, q *lang.Reading) string {
	present := q.Feat&lang.Present != 0
	if st := s.due(j); present && st != "" {
		return st
	}
	for i := j - 1; i >= 0 && j-i < 5; i-- {
		c := &s.C[i]
		switch c.Kind {
		case clause.Verb:
			if s.Keyed(c.Head, "nearly") {
				return Hypothetical
			}
			switch s.SupportOf(i) {
			case frame.Denies:
				return Denied
			case frame.Intends, frame.Awaits:
				if present {
					return Planned
				}
			case frame.Orders, frame.Commands:
				if present {
					return Demanded
				}
			case frame.Fears:
				return Hypothetical
			case frame.Threatens:
				if present {
					return Threatened
				}
			}
			return ""
		case clause.Stop, clause.Comma, clause.That, clause.Opens:
			return ""
		}
		if i == j-1 && present {
			for t := c.From; t < c.To; t++ {
				if st, ok := s.keyed(t, false); ok {
					return st
				}
			}
		}
	}
	return ""
}

// adverbsBetween reports whether nothing but adverbs stands between chunks j and v.
func (s *Reader) adverbsBetween(j, v int) bool {
	for j++; j < v; j++ {
		if s.C[j].Kind != clause.Adverb {
			return false
		}
	}
	return true
}
