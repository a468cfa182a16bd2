package event

import (
	"riwaya/internal/clause"
	"riwaya/internal/deed"
	"riwaya/internal/lang"
	"riwaya/internal/role"
)

// The values of an event's status.
const (
	happened     = "happened"
	ongoing      = "ongoing"
	planned      = "planned"
	demanded     = "demanded"
	denied       = "denied"
	hypothetical = "hypothetical"
)

// status is whether the happening of an anchor has happened; "" where it is none at all.
func (s *search) status(a *happening) string {
	if !a.Nominal() {
		return s.verbStatus(a.Chunk, a.Rule.Lasting)
	}
	for i := s.C[a.Chunk].From; i < a.From; i++ {
		switch {
		case s.Keyed(i, "ongoing"):
			return ongoing
		case s.Keyed(i, "no-event"):
			return ""
		case s.Keyed(i, "unreal"):
			return hypothetical
		case s.Keyed(i, "plan"):
			return planned
		}
	}
	if p := a.Chunk - 1; p >= 0 && s.C[p].Kind == clause.NounPhrase && !s.C[p].Definite && s.C[p].To == s.C[a.Chunk].From {
		switch h := s.C[p].Head; {
		case s.Keyed(h, "ongoing"):
			return ongoing
		case s.Keyed(h, "no-event"):
			return ""
		case s.Keyed(h, "unreal"):
			return hypothetical
		case s.Keyed(h, "plan"):
			return planned
		}
	}
	c := &s.C[a.Chunk]
	if h := c.Reading; c.Prep == "purpose" || c.Prep == clause.For && h != nil && h.Feat&lang.Masdar != 0 && a.Support != role.Suffers && (a.Form == deed.Masdar || c.Head < a.From) {
		return planned // in order to
	}
	for i := a.To; i < c.To; i++ {
		if s.Keyed(i, "ongoing") {
			return ongoing
		}
	}
	if a.Governor < 0 {
		return happened
	}
	st := s.verbStatus(a.Governor, true)
	switch a.Support {
	case role.Intends:
		return planned
	case role.Orders:
		return demanded
	case role.Prevents:
		return planned
	case role.Denies:
		if !a.Rule.Verbal {
			return denied
		}
	case role.GoesOn, role.Continues:
		if st == happened {
			return ongoing
		}
		return st
	case role.Does, role.Occurs, role.Suffers:
		return st
	}
	if st == denied || st == planned {
		return st
	}
	return happened
}

// verbStatus is whether what the verb of chunk v says has happened; lasting says that it is
// something that goes on.
func (s *search) verbStatus(v int, lasting bool) string {
	q := s.C[v].Reading
	was := false
	j := v - 1
	for ; j >= 0 && s.C[j].Kind != clause.Stop && s.C[j].Kind != clause.Comma; j-- {
		p := &s.C[j]
		near := s.adverbsBetween(j, v)
		switch p.Kind {
		case clause.Negation:
			if near {
				return denied
			}
		case clause.Adverb:
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
		case clause.Verb:
			if near && s.SupportOf(j) == role.Intends {
				return planned
			}
			was = was || v-j < 4 && s.K[p.Head].In(s.f.was)
		}
		if p.Kind == clause.That || p.Kind == clause.Opens || p.Kind == clause.Relative || p.Kind == clause.Verb && !was {
			break
		}
	}
	if j >= 0 && s.C[j].Kind == clause.That && s.adverbsBetween(j, v) && q.Feat&lang.Present != 0 {
		for i := j - 1; i >= 0 && j-i < 5; i-- {
			if s.C[i].Kind == clause.Verb {
				switch s.SupportOf(i) {
				case role.Intends:
					return planned
				case role.Orders:
					return demanded
				}
				break
			}
		}
	}
	switch {
	case q.Feat&lang.Future != 0:
		return planned
	case q.Feat&lang.Past != 0 || was || s.first && !lasting:
		return happened
	case q.Feat&lang.For != 0:
		return planned
	}
	return ongoing
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
