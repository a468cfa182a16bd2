package status

import (
	"slices"

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
		if a.Chunk > 0 && s.C[a.Chunk].Ambiguous && s.Keyed(s.C[a.Chunk-1].From, "hard") {
			return Hypothetical // a noun, written as the verb: it is hard to drive them out
		}
		if st := s.verbStatus(a.Chunk, a.Rule.Lasting); st != Ongoing || !a.Rule.Verbal || s.C[a.Chunk].Reading.Feat&lang.First == 0 {
			return st
		}
		return Happened // "we call on them": who says so does so
	}
	st := s.noun(a)
	if (st == Planned || st == Hypothetical || st == Demanded || st == Denied && a.Support == "") && s.known(a) {
		return Happened
	}
	return st
}

// purpose reports whether chunk i says what for; deed says that its head, behind "for", is what one sets out to do.
func (s *Reader) purpose(i int, deed bool) bool {
	c := &s.C[i]
	if c.Prep == "purpose" {
		return true
	}
	h := c.Reading
	if c.Pronoun && s.DoesBehind(c.Head, "bi") {
		return false // for their carrying out of it: why, and not what for
	}
	return deed && c.Prep == clause.For && h != nil && (h.Feat&lang.Masdar != 0 || s.Keyed(c.Head, "resumes")) && !(i > 0 && s.C[i-1].Kind == clause.NounPhrase && s.C[i-1].To == c.From && s.Undergoes(c.From-1, clause.For))
}

// before is what the words before a noun say of it: those of its own phrase, those that it is
// bound to, and one that governs it by a preposition: readiness for. ok is false where they
// say nothing.
func (s *Reader) before(a *deed.Anchor) (status string, ok bool) {
	c := &s.C[a.Chunk]
	for i := a.From - 1; i >= c.From; i-- { // the nearest: the need of an end to the shelling
		if i < a.From-1 && s.Keyed(i, "in-case") { // and not: in a state of alert
			return Hypothetical, true
		}
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
	for n := 0; p > 0 && n < 2 && s.C[p].Kind == clause.NounPhrase && (s.C[p].Prep == "in" || s.C[p].Prep == "from") && s.C[p-1].Kind == clause.NounPhrase && !s.Keyed(s.C[p].Head, "right"); n++ {
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
	case c.Prep == "bi" && h.To == c.From && slices.Contains(s.SupportsNoun(h.To-1), frame.Support{Key: frame.Permits, Prep: "bi"}):
		if s.refused(p) {
			return Denied, true
		}
		return Planned, true // the permission to
	case c.Prep == "on" || c.Prep == "to" || c.Prep == "in" || c.Prep == clause.For || c.Prep == clause.With || c.Prep == "from":
		if st, ok := s.keyed(h.Head, c.Prep == clause.With && s.Keyed(h.Head, "orders")); ok {
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
	case s.Keyed(i, "unreal") && !s.Keyed(i, "instance"), s.Keyed(i, "right") && !s.K[i].Has(lang.With):
		return Hypothetical, true
	case s.Keyed(i, "plan"), s.Keyed(i, "later"):
		return Planned, true
	case bound && s.Keyed(i, "orders"):
		return Demanded, true
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
			case near && s.Keyed(p.Head, "future"), near && q.Feat&lang.Present != 0 && p.To == p.Head+1 && s.Keyed(p.Head, "until"):
				return Planned
			case s.Keyed(p.Head, "unreal"):
				return Hypothetical
			case near && s.K[p.Head].In(s.Already) && q.Feat&lang.Present != 0:
				return Hypothetical
			}
		case clause.Opens:
			if near && q.Feat&lang.Present != 0 && s.Keyed(p.Head, "future") {
				return Planned // so that they fight it
			}
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
			case frame.Does:
				if present && c.Reading.Feat&lang.Past != 0 && s.managed(i) {
					return Happened // they were able to
				}
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
