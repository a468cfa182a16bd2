package event

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// within brings together the words of one clause that tell one happening, and leaves out
// the nouns that only take one up again.
func (s *search) within() {
	for n := range s.here {
		a := &s.here[n]
		if a.dropped || !a.nominal() {
			continue
		}
		if v := a.governor; v >= 0 {
			if m := s.anchorAt(v); m >= 0 && m != n && !s.here[m].dropped {
				s.together(n, m)
			} else if a.support == results {
				s.result(n, v)
			}
		}
	}
	for n := range s.here {
		s.cause(n)
	}
	for n := range s.here {
		a := &s.here[n]
		if a.dropped {
			continue
		}
		if a.status = s.status(a); a.status == "" || a.rule.point && a.status == ongoing && s.state(a) || a.nominal() && (s.anaphor(a) || a.rule.support && a.support == "") || a.rule.party && !s.peopled(a) || a.rule.doer && len(a.agents) == 0 {
			a.dropped = true
		}
	}
}

// anchorAt is the verb that is an anchor in chunk v, -1 if there is none.
func (s *search) anchorAt(v int) int {
	for n := range s.here {
		if s.here[n].chunk == v && !s.here[n].nominal() {
			return n
		}
	}
	return -1
}

// together makes one of noun n and the verb m that it stands under, where they tell one
// happening: an attack aimed at X; X was killed in an attack.
func (s *search) together(n, m int) {
	a, v := &s.here[n], &s.here[m]
	subj, obj, _ := s.subjectAndObject(v.chunk, v.rule)
	c := &s.c[a.chunk]
	switch {
	case a.rule.support && a.support == "" && subj == a.chunk:
		a.dropped, a.into = true, m // a shell hit the house
	case v.rule.typ != a.rule.typ:
	case subj == a.chunk || v.form == formPassive && obj == a.chunk && !v.rule.harm:
		a.targets = merged(a.targets, v.targets)
		v.dropped = true
	case v.rule.harm && c.Prep != "" && c.Prep != clause.Like:
		if len(v.agents) == 0 && !a.rule.opposing {
			v.agents = merged(v.agents, a.agents)
		}
		a.dropped, a.into = true, m
	}
}

// cause gives a noun of harm who did it from the attack that stands behind it: the death of
// three in an attack by the party.
func (s *search) cause(n int) {
	a := &s.here[n]
	if a.dropped || !a.rule.harm {
		return
	}
	for m := range s.here {
		b := &s.here[m]
		if b.dropped || m == n || b.chunk <= a.chunk || b.rule.harm || !b.nominal() || b.rule.typ != a.rule.typ || b.governor > a.chunk {
			continue
		}
		for j := a.chunk + 1; j < b.chunk; j++ {
			if k := s.c[j].Kind; k != clause.NounPhrase && k != clause.Adverb {
				return
			}
		}
		if p := s.c[b.chunk].Prep; p != "in" && p != clause.With && p != "by" && p != "from" {
			return
		}
		if len(a.agents) == 0 && !b.rule.opposing {
			a.agents = merged(a.agents, b.agents)
		}
		b.dropped, b.into = true, n
		return
	}
}

// result gives the happening that brought noun n about its victims: the subject of the verb
// in chunk v, else what was told before.
func (s *search) result(n, v int) {
	a := &s.here[n]
	if !a.rule.harm {
		return
	}
	for m := n - 1; m >= 0; m-- {
		b := &s.here[m]
		if b.dropped || !b.nominal() && b.chunk > v || b.rule.typ != a.rule.typ && b.rule.typ != "DISASTER" {
			continue
		}
		for j := b.chunk; j < v; j++ {
			if s.c[j].Kind == clause.Stop {
				return
			}
		}
		b.targets = merged(b.targets, a.targets)
		a.dropped, a.into = true, m
		return
	}
}

// merged adds those of more that are not in all.
func merged(all, more []int) []int {
next:
	for _, x := range more {
		for _, y := range all {
			if x == y {
				continue next
			}
		}
		all = append(all, x)
	}
	return all
}

// anaphor reports whether a noun only takes up what was told: it is definite, says neither
// who, where nor when, and no verb says that it happened.
func (s *search) anaphor(a *anchor) bool {
	if len(a.agents)+len(a.targets) > 0 {
		return false
	}
	switch a.support {
	case does, occurs, goesOn, suffers, results, continues:
		return false
	}
	if !a.definite {
		return a.reading != nil && a.reading.Feat&lang.Pronoun != 0 && !s.located(a)
	}
	if s.located(a) {
		return false
	}
	c := &s.c[a.chunk]
	return c.Prep != "" || c.To == a.to || a.governor < 0
}

// peopled reports whether somebody takes part: a party, people who are counted or named by
// what they are, a body, or whom a verb in the plural speaks of.
func (s *search) peopled(a *anchor) bool {
	if len(a.agents)+len(a.targets) > 0 {
		return true
	}
	if a.nominal() {
		if a.reading != nil && a.reading.Feat&lang.Pronoun != 0 || s.human(a.chunk, a.to) {
			return true
		}
		for i := a.chunk + 1; i < len(s.c) && i < a.chunk+4 && s.c[i].Kind == clause.NounPhrase; i++ {
			if s.human(i, s.c[i].Head) {
				return true
			}
		}
		return false
	}
	if a.reading.Feat&(lang.Plural|lang.Dual) != 0 {
		return true
	}
	subj, obj, _ := s.subjectAndObject(a.chunk, a.rule)
	for _, i := range []int{subj, obj} {
		if i >= 0 && s.c[i].Kind == clause.NounPhrase && s.human(i, s.c[i].Head) {
			return true
		}
	}
	return false
}

// human reports whether phrase i, from token at on, is about people or bodies.
func (s *search) human(i, at int) bool {
	c := &s.c[i]
	if c.Figure >= 0 && s.rec.Figures[c.Figure].Group != "things" || c.Actor >= 0 {
		return true
	}
	for ; at < c.To; at++ {
		if s.K[at].In(s.f.g.human) || s.standsFor(at, true) || s.standsFor(at, false) {
			return true
		}
		if x, _ := s.ActorAt(at); x >= 0 {
			return true
		}
	}
	return false
}

// state reports whether a happening is told as a state of something else: the ground that
// they hold.
func (s *search) state(a *anchor) bool {
	v := a.chunk
	if a.nominal() {
		return a.support == suffers || a.support == ""
	}
	for v--; v >= 0 && (s.c[v].Kind == clause.Adverb || s.c[v].Kind == clause.Verb && s.K[s.c[v].Head].In(s.f.g.was)); v-- {
	}
	return v >= 0 && s.c[v].Kind == clause.Relative
}

// located reports whether a noun says more of what happened: an adjective, a place, a time.
func (s *search) located(a *anchor) bool {
	c := &s.c[a.chunk]
	if c.To > a.to {
		return true
	}
	if n := a.chunk + 1; n < len(s.c) {
		switch d := &s.c[n]; d.Kind {
		case clause.NounPhrase:
			return d.Place >= 0 || d.Prep == "in" || d.Prep == "on" || d.Prep == "against"
		case clause.Adverb:
			return len(s.TimesIn(s.K[d.From].Start, s.K[d.To-1].End)) > 0
		case clause.Relative:
			return true
		}
	}
	return false
}

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
func (s *search) status(a *anchor) string {
	if !a.nominal() {
		return s.verbStatus(a.chunk, a.rule.lasting)
	}
	for i := s.c[a.chunk].From; i < a.from; i++ {
		switch {
		case s.keyed(i, "ongoing"):
			return ongoing
		case s.keyed(i, "no-event"):
			return ""
		case s.keyed(i, "unreal"):
			return hypothetical
		case s.keyed(i, "plan"):
			return planned
		}
	}
	if p := a.chunk - 1; p >= 0 && s.c[p].Kind == clause.NounPhrase && !s.c[p].Definite && s.c[p].To == s.c[a.chunk].From {
		switch h := s.c[p].Head; {
		case s.keyed(h, "ongoing"):
			return ongoing
		case s.keyed(h, "no-event"):
			return ""
		case s.keyed(h, "unreal"):
			return hypothetical
		case s.keyed(h, "plan"):
			return planned
		}
	}
	c := &s.c[a.chunk]
	if h := c.Reading; c.Prep == "purpose" || c.Prep == clause.For && h != nil && h.Feat&lang.Masdar != 0 && a.support != suffers && (a.form == formMasdar || c.Head < a.from) {
		return planned // in order to
	}
	for i := a.to; i < c.To; i++ {
		if s.keyed(i, "ongoing") {
			return ongoing
		}
	}
	if a.governor < 0 {
		return happened
	}
	st := s.verbStatus(a.governor, true)
	switch a.support {
	case intends:
		return planned
	case orders:
		return demanded
	case prevents:
		return planned
	case denies:
		if !a.rule.verbal {
			return denied
		}
	case goesOn, continues:
		if st == happened {
			return ongoing
		}
		return st
	case does, occurs, suffers:
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
	q := s.c[v].Reading
	was := false
	j := v - 1
	for ; j >= 0 && s.c[j].Kind != clause.Stop && s.c[j].Kind != clause.Comma; j-- {
		p := &s.c[j]
		near := s.adverbsBetween(j, v)
		switch p.Kind {
		case clause.Negation:
			if near {
				return denied
			}
		case clause.Adverb:
			switch {
			case near && s.keyed(p.Head, "future"):
				return planned
			case s.keyed(p.Head, "unreal"):
				return hypothetical
			case near && s.K[p.Head].In(s.f.g.already) && q.Feat&lang.Present != 0:
				return hypothetical
			}
		case clause.Opens:
			if s.keyed(p.Head, "unreal") {
				return hypothetical
			}
		case clause.Verb:
			if near && s.supportOf(j) == intends {
				return planned
			}
			was = was || v-j < 4 && s.K[p.Head].In(s.f.g.was)
		}
		if p.Kind == clause.That || p.Kind == clause.Opens || p.Kind == clause.Relative || p.Kind == clause.Verb && !was {
			break
		}
	}
	if j >= 0 && s.c[j].Kind == clause.That && s.adverbsBetween(j, v) && q.Feat&lang.Present != 0 {
		for i := j - 1; i >= 0 && j-i < 5; i-- {
			if s.c[i].Kind == clause.Verb {
				switch s.supportOf(i) {
				case intends:
					return planned
				case orders:
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
		if s.c[j].Kind != clause.Adverb {
			return false
		}
	}
	return true
}
