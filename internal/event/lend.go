package event

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// lent finds what the verb that a noun stands under says of its parties.
func (s *search) lent(a *anchor, fr frame) {
	v, relative := s.governor(a.chunk)
	if v < 0 {
		return
	}
	a.governor = v
	k := &s.K[s.c[v].Head]
	if !k.In(s.f.g.support) {
		return
	}
	prep := s.c[s.headOf(a.chunk)].Prep
	if relative {
		prep = ""
	}
	for _, u := range s.supports(v) {
		if u.prep == prep || relative {
			a.support = u.key
			break
		}
	}
	if a.support == "" {
		return
	}
	subj, obj, _ := s.subjectAndObject(v, nil)
	if subj == a.chunk { // what looks like its subject is its object
		if a.support == occurs || a.support == goesOn || a.support == results {
			return
		}
		if subj, _ = s.front(v); subj < 0 {
			subj = s.same(v)
		}
	}
	switch a.support {
	case does, intends, continues:
		if len(a.agents) == 0 {
			a.agents = s.parties(subj, true, a.agents)
		}
		if subj < 0 && len(a.agents) == 0 {
			a.agents = s.speaker(v, a.agents)
		}
	case denies:
		if len(a.agents) == 0 && !a.rule.verbal {
			a.agents = s.parties(subj, true, a.agents)
		}
	case announces:
		if len(a.agents) == 0 && !a.rule.harm && subj >= 0 && s.force(s.c[subj].Actor) {
			a.agents = s.parties(subj, true, a.agents)
		}
	case blames:
		if len(a.agents) == 0 && obj != a.chunk && s.c[a.chunk].Head == a.from {
			a.agents = s.parties(obj, true, a.agents)
		}
	case results:
		if relative && len(a.agents) == 0 { // the ruin that they left
			a.agents = s.parties(subj, true, a.agents)
		}
	case suffers:
		if len(a.targets) == 0 {
			a.targets = s.parties(subj, false, a.targets)
		}
	}
}

// does reports whether the noun at token i is the verbal noun of a verb that lends its
// subject: the launching of.
func (s *search) does(i int) bool {
	k := &s.K[i]
	if !k.In(s.f.g.support) {
		return false
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Feat&lang.Masdar != 0 && q.Classes.Meets(s.f.g.support) && slices.ContainsFunc(s.f.support[q.Lemma], func(u support) bool { return u.key == does || u.key == continues }) {
			return true
		}
	}
	return false
}

// owner adds the actor that the head of chunk p is bound to.
func (s *search) owner(p int, out []int) []int {
	c := &s.c[p]
	for i := c.Head + 1; i < c.To; i++ {
		if a, _ := s.ActorAt(i); a >= 0 {
			return s.include(out, a, true)
		}
		if !s.standsFor(i, true) {
			break
		}
	}
	return out
}

// occurring reports whether the verb of chunk v says that its subject happens.
func (s *search) occurring(v int) bool {
	return slices.ContainsFunc(s.supports(v), func(u support) bool { return u.key == occurs || u.key == goesOn })
}

// force reports whether actor a is armed: what it announces, it mostly did itself.
func (s *search) force(a int) bool {
	if a < 0 {
		return false
	}
	switch s.rec.Actors[a].Kind {
	case "military", "police", "armed_group":
		return true
	}
	return false
}

// supports are what the lexicon says of the supporting verb in chunk v.
func (s *search) supports(v int) []support {
	k := &s.K[s.c[v].Head]
	if !k.In(s.f.g.support) {
		return nil
	}
	for n := range k.Word.Readings {
		if q := &k.Word.Readings[n]; q.Feat&(lang.Past|lang.Present) != 0 && q.Classes.Meets(s.f.g.support) {
			return s.f.support[q.Lemma]
		}
	}
	return nil
}

// supportOf is the first key of the supporting verb in chunk v, "" if it is none.
func (s *search) supportOf(v int) string {
	if all := s.supports(v); len(all) > 0 {
		return all[0].key
	}
	return ""
}

// speaker adds who says of itself that it did what the verb of chunk v says: the army said
// that it shot. The pronoun stands behind the complementiser, the verb agrees with the source.
func (s *search) speaker(v int, out []int) []int {
	j := v - 1
	for j >= 0 && s.c[j].Kind == clause.Adverb {
		j--
	}
	if j < 0 || s.c[j].Kind != clause.That || !s.K[s.c[j].Head].Has(lang.Pronoun) {
		return out
	}
	from, to := s.K[s.c[j].From].Start, s.K[s.c[v].Head].End
	for i := range s.rec.Claims {
		c := &s.rec.Claims[i]
		if h := c.Content.Spans; len(h) == 0 || h[0].Start < from || h[0].Start > to || len(c.Source.Spans) == 0 || c.Source.Elided {
			continue
		}
		t := s.T.TokenAt(c.Source.Spans[0].Start, 0, len(s.K))
		if t < 0 {
			return out
		}
		a, _ := s.ActorAt(t)
		n := s.Noun(t)
		if a < 0 || n == nil || !agrees(s.c[v].Reading, n) {
			return out
		}
		return s.include(out, a, true)
	}
	return out
}

// agrees reports whether a verb behind its subject agrees with the noun n in gender and
// number, where both show.
func agrees(q, n *lang.Reading) bool {
	if many := n.Feat&lang.Plural != 0 && n.Feat&lang.Masculine != 0; many != (q.Feat&lang.Plural != 0) {
		return false
	}
	return n.Feat&(lang.Masculine|lang.Feminine) == 0 || q.Feat&(lang.Masculine|lang.Feminine)&n.Feat != 0 || q.Feat&lang.Feminine != 0 && n.Feat&lang.Participle == 0
}

// governor is the verb that the noun of chunk i stands under: the nearest before it in its
// clause, or that of the relative clause behind it.
func (s *search) governor(i int) (v int, relative bool) {
	j := i + 1
	for j < len(s.c) && s.aside(j) {
		j++
	}
	if j+1 < len(s.c) && s.c[j].Kind == clause.Relative && s.c[j+1].Kind == clause.Verb {
		return j + 1, true
	}
	if j := i + 1; j < len(s.c) && s.c[j].Kind == clause.Verb && !s.c[j].Joined && !s.c[i].Definite &&
		(s.c[j].Pronoun || j+1 < len(s.c) && s.c[j+1].Kind == clause.Adverb && s.K[s.c[j+1].Head].Has(lang.Function|lang.Pronoun) || s.occurring(j)) {
		return j, true
	}
	for j := i - 1; j >= 0; j-- {
		switch s.c[j].Kind {
		case clause.Verb:
			return j, false
		case clause.Stop, clause.That, clause.Opens, clause.Relative:
			return -1, false
		case clause.Comma:
			if i-j > 4 {
				return -1, false
			}
		}
	}
	return -1, false
}

// aside reports whether chunk j says only where or when: a relative clause behind it may
// belong to the noun before it. A comma is passed over before a relative pronoun that is
// joined.
func (s *search) aside(j int) bool {
	switch c := &s.c[j]; c.Kind {
	case clause.NounPhrase:
		return c.Prep != "" && c.Place >= 0
	case clause.Adverb:
		return len(s.TimesIn(s.K[c.From].Start, s.K[c.To-1].End)) > 0
	case clause.Comma:
		return j+1 < len(s.c) && s.c[j+1].Kind == clause.Relative && s.K[s.c[j+1].From].Has(lang.Conjunction)
	}
	return false
}

// borrow finds who does what a noun names without saying by whom: whoever's action it serves
// (he travelled to join them).
func (s *search) borrow(a *anchor) {
	c := &s.c[a.chunk]
	if c.Prep != clause.For || c.Reading == nil || c.Reading.Feat&lang.Masdar == 0 || a.support != "" {
		return
	}
	v := a.chunk - 1
	for v >= 0 && (s.c[v].Kind == clause.Adverb || s.c[v].Kind == clause.NounPhrase && !s.action(v)) {
		v--
	}
	if v < 0 || s.c[v].Kind != clause.Verb {
		return // it may serve whoever does what stands between
	}
	if subj, _, passive := s.subjectAndObject(v, nil); !passive {
		a.agents = s.parties(subj, true, a.agents)
	}
}

// action reports whether the head of phrase j is a verbal noun.
func (s *search) action(j int) bool {
	n := s.c[j].Reading
	return n != nil && n.Feat&lang.Masdar != 0 && s.c[j].Actor < 0 && s.c[j].Place < 0
}

// firedBy adds who let loose what did the harm: hit by shells that they fired. The verb
// stands right behind what it let loose, with its pronoun.
func (s *search) firedBy(a *anchor) {
	for j := a.chunk + 1; j+1 < len(s.c) && j < a.chunk+5; j++ {
		c := &s.c[j]
		if c.Kind != clause.NounPhrase && c.Kind != clause.Adverb {
			return
		}
		v := j + 1
		if s.c[v].Kind == clause.Relative && v+1 < len(s.c) {
			v++
		}
		if s.c[v].Kind != clause.Verb || !s.c[v].Pronoun || c.Kind != clause.NounPhrase {
			continue
		}
		if s.supportOf(v) == does {
			subj, _, _ := s.subjectAndObject(v, nil)
			if subj > v {
				a.agents = s.parties(subj, true, a.agents)
			}
		}
		return
	}
}
