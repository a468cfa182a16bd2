package event

import (
	"riwaya/internal/clause"
	"riwaya/internal/deed"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// The values of an event's status.
const (
	happened     = "happened"
	ongoing      = "ongoing"
	planned      = "planned"
	demanded     = "demanded"
	denied       = "denied"
	hypothetical = "hypothetical"
	threatened   = "threatened"
)

// status is whether the happening of an anchor has happened; "" where it is none at all.
func (s *search) status(a *happening) string {
	if !a.Nominal() {
		if st := s.verbStatus(a.Chunk, a.Rule.Lasting); st != ongoing || !a.Rule.Verbal || s.C[a.Chunk].Reading.Feat&lang.First == 0 {
			return st
		}
		return happened // "we call on them": who says so does so
	}
	if st, ok := s.before(a); ok {
		return st
	}
	c := &s.C[a.Chunk]
	if a.Support != frame.Suffers && s.purpose(s.listedWith(a.Chunk), a.Form == deed.Masdar || c.Head < a.From || a.Rule.Aim) {
		return planned // in order to
	}
	end := c.To
	if n := a.Chunk + 1; n < len(s.C) && s.C[n].Bare() && s.C[n].From == end && s.C[n].To == end+1 && s.Adjectives(a.To, end) {
		end++ // one more that was cut off
	}
	for i := a.From + 1; i < end; i++ {
		switch {
		case s.Keyed(i, "ongoing"):
			return ongoing
		case s.Keyed(i, "due"):
			return planned // the coming round of talks
		case s.Keyed(i, "likely") && s.Adjectives(a.To, i):
			return hypothetical // the possible attack
		}
	}
	switch {
	case a.Rule.Stated:
		return ongoing
	case a.Governor < 0:
		return happened
	}
	st := s.verbStatus(a.Governor, a.Support != frame.Does || a.Rule.Lasting)
	switch a.Support {
	case frame.Intends:
		return planned
	case frame.Orders, frame.Commands:
		return demanded
	case frame.Prevents:
		return planned
	case frame.Fears:
		return hypothetical
	case frame.Enables:
		if c.Prep == clause.For && st != denied {
			return planned
		}
		return st
	case frame.Refrains:
		return denied
	case frame.Refuses:
		if !a.Definite {
			return denied
		}
	case frame.Threatens:
		if g := a.Governor + 1; g > a.Chunk && g < len(s.C) && s.C[g].Kind == clause.NounPhrase && s.C[g].Prep == "" {
			return happened // the strikes that threaten the truce
		}
		return threatened
	case frame.Denies:
		if !a.Rule.Verbal {
			return denied
		}
	case frame.GoesOn, frame.Continues:
		if st == happened {
			return ongoing
		}
		return st
	case frame.Does, frame.Occurs, frame.Suffers:
		if st == ongoing && c.Prep == "behind" {
			return happened // they are behind it
		}
		return st
	}
	if (st == denied || st == hypothetical && a.Support == frame.Results && c.Prep != "" || st == planned && s.C[a.Governor].Reading.Feat&lang.For == 0 && (!a.Rule.Harm || a.Support != "" || c.Prep == "with" || c.Prep == "bi")) && a.Chunk-a.Governor < 4 { // "so as to" says what came of it; to avenge a killing, that it was
		return st
	}
	return happened
}

// listedWith is the verbal noun that the one of chunk i is listed with: in order to free the town and to drive them out.
func (s *search) listedWith(i int) int {
	if c := &s.C[i]; c.Listed && c.Prep == "" {
		return s.Coordinate(i)
	}
	return i
}

// purpose reports whether chunk i says what for; deed says that its head, behind "for", is what one sets out to do.
func (s *search) purpose(i int, deed bool) bool {
	c := &s.C[i]
	if c.Prep == "purpose" {
		return true
	}
	h := c.Reading
	return deed && c.Prep == clause.For && h != nil && h.Feat&lang.Masdar != 0 && !(i > 0 && s.C[i-1].Kind == clause.NounPhrase && s.C[i-1].To == c.From && s.Undergoes(c.From-1, clause.For))
}

// before is what the words before a noun say of it: those of its own phrase, those that it is
// bound to, and one that governs it by a preposition: readiness for. ok is false where they
// say nothing.
func (s *search) before(a *happening) (status string, ok bool) {
	c := &s.C[a.Chunk]
	for i := c.From; i < a.From; i++ {
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
func (s *search) governed(i, deepest int) (status string, ok bool) {
	c := &s.C[i]
	p := i - 1
	for ; p >= 0 && s.C[p].Kind == clause.Adverb; p-- {
		if s.Keyed(s.C[p].Head, "must") && c.Prep == "" {
			return demanded, true // it must: a verb that is no chunk of its own
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
		return hypothetical, true
	case !h.Definite && c.Prep == "" && h.To == c.From:
		for i := h.From; i <= h.Head; i++ {
			if st, ok := s.keyed(i, true); ok {
				return st, true
			}
		}
	case c.Prep == "on" || c.Prep == "to" || c.Prep == "in" || c.Prep == clause.For || c.Prep == clause.With || c.Prep == "from":
		if st, ok := s.keyed(h.Head, false); ok {
			return st, true
		}
		if h.To != c.From {
			break
		}
		if h.To-1 > h.Head && s.Keyed(h.To-1, "plan") {
			return planned, true // the charge of planning it
		}
		switch s.ParticipleSays(h.To-1, c.Prep) {
		case frame.Intends:
			return planned, true // ready for
		case frame.Refrains:
			return denied, true // unable to
		}
	}
	if deepest > 0 && h.To == c.From && h.To == h.Head+1 && (c.Prep == clause.With || c.Prep == "") && s.DoesBehind(h.Head, c.Prep) {
		if s.purpose(p, true) {
			return planned, true
		}
		return s.governed(p, deepest-1)
	}
	return "", false
}

// keyed is the status that the word or phrase at token i gives the noun that it governs: by a
// preposition, or, if bound, as what that is bound to. ok is false where it gives none.
func (s *search) keyed(i int, bound bool) (status string, ok bool) {
	switch {
	case bound && s.Keyed(i, "ongoing"):
		return ongoing, true
	case bound && s.Keyed(i, "no-event"):
		return "", true
	case s.Keyed(i, "unreal"):
		return hypothetical, true
	case s.Keyed(i, "plan"):
		return planned, true
	case s.Keyed(i, "must"):
		return demanded, true
	}
	return "", false
}

// verbStatus is whether what the verb of chunk v says has happened; lasting says that it is
// something that goes on.
func (s *search) verbStatus(v int, lasting bool) string {
	q := s.C[v].Reading
	was, still := false, false
	j := v - 1
	for ; j >= 0 && s.C[j].Kind != clause.Stop && s.C[j].Kind != clause.Comma; j-- {
		p := &s.C[j]
		near := s.adverbsBetween(j, v)
		switch p.Kind {
		case clause.Negation:
			if near && !s.Keyed(s.C[v].Head, "still") {
				return denied
			}
		case clause.Adverb:
			s.asWas(j, v, &was, &still)
			switch {
			case near && s.Keyed(p.Head, "future"):
				return planned
			case s.Keyed(p.Head, "unreal"):
				return hypothetical
			case near && s.K[p.Head].In(s.f.already) && q.Feat&lang.Present != 0:
				return hypothetical
			}
		case clause.Opens:
			if s.Keyed(p.Head, "unreal") {
				return hypothetical
			}
			s.asWas(j, v, &was, &still) // "was", written like "as if"
		case clause.Verb:
			if near && s.SupportOf(j) == frame.Intends {
				return planned
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
	if j >= 0 && s.C[j].Kind == clause.That && (was || s.adverbsBetween(j, v)) {
		if st := s.under(j, q); st != "" {
			return st
		}
	}
	switch {
	case q.Feat&lang.Future != 0 || q.Feat&lang.For != 0:
		return planned
	case still && q.Feat&lang.Present != 0:
		return ongoing
	case q.Feat&lang.Past != 0 || was || s.first && !lasting || s.dated || j >= 0 && s.CameNext(j):
		return happened
	}
	return ongoing
}

// asWas notes what chunk j says of the verb of chunk v: that it was so (they were shelling it), or still is.
func (s *search) asWas(j, v int, was, still *bool) {
	switch {
	case v-j >= 4 || s.C[v].Joined:
	case s.Keyed(s.C[j].Head, "remains"):
		*still = true
	case s.K[s.C[j].Head].In(s.f.was):
		*was = true
	}
}

// under is the status that what stands before the complementiser of chunk j gives the verb
// behind it, "" if none: they denied that, it must be that.
func (s *search) under(j int, q *lang.Reading) string {
	present := q.Feat&lang.Present != 0
	for i := j - 1; i >= 0 && j-i < 5; i-- {
		c := &s.C[i]
		switch c.Kind {
		case clause.Verb:
			switch s.SupportOf(i) {
			case frame.Denies:
				return denied
			case frame.Intends:
				if present {
					return planned
				}
			case frame.Orders, frame.Commands:
				if present {
					return demanded
				}
			case frame.Fears:
				return hypothetical
			case frame.Threatens:
				if present {
					return threatened
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
func (s *search) adverbsBetween(j, v int) bool {
	for j++; j < v; j++ {
		if s.C[j].Kind != clause.Adverb {
			return false
		}
	}
	return true
}
