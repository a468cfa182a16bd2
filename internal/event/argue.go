package event

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// argue finds the parties of anchor n.
func (s *search) argue(n int) {
	a := &s.here[n]
	if a.dropped {
		return
	}
	if a.form == formVerb {
		s.argueVerb(a)
	} else {
		s.argueNoun(a)
	}
}

// argueVerb finds the parties of a finite verb.
func (s *search) argueVerb(a *anchor) {
	subj, obj, passive := s.subjectAndObject(a.chunk, a.rule)
	if passive && a.rule.has[formPassive] {
		a.form = formPassive
	}
	fr := a.rule.frames[a.form]
	switch {
	case a.form == formPassive:
		if subj < 0 {
			subj, obj = obj, -1
		}
	case passive:
		subj = -1
	}
	if fr.agent.has(subject) {
		if a.agents = s.parties(subj, true, a.agents); subj < 0 && a.form == formVerb {
			a.agents = s.speaker(a.chunk, a.agents)
		}
	}
	if fr.target.has(subject) {
		a.targets = s.parties(subj, false, a.targets)
	}
	if fr.agent.has(object) {
		a.agents = s.parties(obj, true, a.agents)
	}
	if fr.target.has(object) {
		a.targets = s.parties(obj, false, a.targets)
	}
	s.governedParties(a, a.chunk, fr)
}

// governedParties finds the parties behind prepositions after chunk i.
func (s *search) governedParties(a *anchor, i int, fr frame) {
	var seen set
	for j := i + 1; j < len(s.c); j++ {
		c := &s.c[j]
		switch c.Kind {
		case clause.Verb, clause.That, clause.Opens, clause.Stop, clause.Relative, clause.Negation:
			return
		case clause.NounPhrase:
			if c.Joined && c.Prep == "" && !c.Listed {
				return
			}
			if p := &s.c[j-1]; j > i+1 && c.Prep != "" && p.Kind == clause.NounPhrase && p.To == c.From && p.To > p.Head+1 && s.participle(p.To-1) {
				continue // allied with them
			}
			if p := &s.c[j-1]; j > i+1 && p.Kind == clause.NounPhrase && p.Reading != nil && p.Reading.Feat&lang.Masdar != 0 && p.Actor < 0 && p.Place < 0 {
				return // what follows belongs to another action
			}
			if j > i+1 && c.Prep != "" && belongs(c.Prep) && s.c[j-1].Kind == clause.NounPhrase && s.c[j-1].To == c.From && s.standsFor(s.c[j-1].Head, false) {
				continue // it belongs to the phrase before
			}
		}
		x, ok := slotOf(c.Prep)
		if c.Kind != clause.NounPhrase || !ok || seen.has(x) {
			continue
		}
		seen |= 1 << x
		switch {
		case x == between && fr.agent.has(between):
			s.sides(a, j)
		case fr.agent.has(x):
			a.agents = s.parties(j, true, a.agents)
		case fr.target.has(x):
			a.targets = s.parties(j, false, a.targets)
		}
	}
}

// participle reports whether the word at token i is a participle that may govern what
// stands behind it.
func (s *search) participle(i int) bool {
	k := &s.K[i]
	if k.Word == nil || k.Has(lang.Nisba) {
		return false
	}
	return slices.ContainsFunc(k.Word.Readings, func(q lang.Reading) bool {
		return q.Feat&lang.Participle != 0 && q.Feat&lang.Article != 0
	})
}

// sides finds who stands behind "between": who is named first is agent and the other target,
// which says no more than the order of the words. Words for the sides ("on the one hand") end
// one, behind which stands whom that side has with it; else the first "and" does.
func (s *search) sides(a *anchor, j int) {
	marked := false
	for n := j + 1; n < len(s.c) && s.c[n].Kind != clause.Verb && s.c[n].Kind != clause.Stop; n++ {
		marked = marked || s.side(n)
	}
	ended := 0
	for n := j; n < len(s.c) && ended < 2; n++ {
		c := &s.c[n]
		switch {
		case s.side(n):
			ended++
			continue
		case c.Kind == clause.Comma || c.Kind == clause.Adverb:
			continue
		case c.Kind != clause.NounPhrase:
			return
		case n == j || c.Listed || c.Joined || marked:
		case belongs(c.Prep):
			continue
		default:
			return
		}
		if !marked && n > j && c.Joined && c.Prep != clause.For {
			ended = 1
		}
		if ended == 0 {
			a.agents = s.party(n, true, a.agents)
		} else {
			a.targets = s.party(n, true, a.targets)
		}
	}
}

// side reports whether chunk n says that one of two sides ends: "on the one hand".
func (s *search) side(n int) bool {
	c := &s.c[n]
	for i := c.From; i < c.To; i++ {
		if s.keyed(i, "side") {
			return true
		}
	}
	return false
}

// keyed reports whether a word or phrase of that key stands at token i.
func (s *search) keyed(i int, key string) bool {
	k := &s.K[i]
	if k.Word == nil {
		return false
	}
	if k.Word.Begins.Meets(s.f.g.word) {
		if _, p := s.T.PhraseAt(i, s.f.g.word); p != nil && p.Key == key {
			return true
		}
	}
	if !k.In(s.f.g.word) {
		return false
	}
	return slices.ContainsFunc(k.Word.Readings, func(q lang.Reading) bool { return q.Classes.Meets(s.f.g.word) && q.Key == key })
}

// argueNoun finds the parties of a noun: what it is bound to, what stands behind its
// prepositions, and what the verb that it stands under lends it.
func (s *search) argueNoun(a *anchor) {
	fr := a.rule.frames[a.form]
	c := &s.c[a.chunk]
	var bound []int
	for i := a.to; i < c.To && len(bound) == 0; i++ {
		if act, _ := s.ActorAt(i); act >= 0 {
			bound = append(bound, act)
			break
		}
		if k := &s.K[i]; k.Word == nil && k.Kind != lang.MarkKind || k.Word != nil && !s.standsFor(i, true) && !s.standsFor(i, false) && !(k.Has(lang.Nisba) && k.Has(lang.Article)) {
			break
		}
	}
	// whom a listed number counts, or a list behind
	next := a.chunk + 1
	if len(bound) == 0 && next < len(s.c) && s.c[next].Bare() && !s.c[next].Listed && s.c[next].From == c.To {
		bound = s.parties(next, false, bound)
	} else if len(bound) > 0 {
		for n := next; n < len(s.c) && s.c[n].Kind == clause.NounPhrase && s.c[n].Listed; n++ {
			bound = s.party(n, false, bound)
		}
	}
	if len(bound) > 0 {
		s.bindOf(a, fr, bound)
	}
	s.governedParties(a, a.chunk, fr)
	s.lent(a, fr)
	if p := a.chunk - 1; p >= 0 && c.Prep == "" && len(a.agents) == 0 && s.c[p].Kind == clause.NounPhrase && s.c[p].To == c.From && s.does(s.c[p].Head) {
		a.agents = s.owner(p, a.agents) // the carrying out by the air force of four raids
		a.support = does
	}
	if v, relative := s.governor(a.chunk); relative && a.support != "" {
		s.governedParties(a, v, fr)
	}
}

// bindOf gives what a noun is bound to its part: where it may be either who does it or whom
// it is done to, it is the former only if the latter stands elsewhere.
func (s *search) bindOf(a *anchor, fr frame, bound []int) {
	switch {
	case fr.agent.has(of) && fr.target.has(of):
		if s.targetBehind(a, fr) {
			a.agents = append(a.agents, bound...)
		} else if s.victims(bound) {
			a.targets = append(a.targets, bound...)
		}
	case fr.agent.has(of):
		a.agents = append(a.agents, bound...)
	case fr.target.has(of):
		a.targets = append(a.targets, bound...)
	}
}

// targetBehind reports whether a target stands behind a preposition after the noun.
func (s *search) targetBehind(a *anchor, fr frame) bool {
	for j := a.chunk + 1; j < len(s.c) && j < a.chunk+4; j++ {
		c := &s.c[j]
		if c.Kind != clause.NounPhrase && c.Kind != clause.Adverb {
			return false
		}
		if x, ok := slotOf(c.Prep); ok && c.Kind == clause.NounPhrase && fr.target.has(x) {
			return true
		}
	}
	return false
}

// victims reports whether all of the actors are people who only suffer.
func (s *search) victims(all []int) bool {
	for _, a := range all {
		if x := &s.rec.Actors[a]; x.Kind != "civilians" && !x.Private {
			return false
		}
	}
	return true
}

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
	subj, _, _ := s.subjectAndObject(v, nil)
	if subj == a.chunk {
		return
	}
	switch a.support {
	case does, intends, continues:
		if len(a.agents) == 0 {
			a.agents = s.parties(subj, true, a.agents)
		}
		if subj < 0 && len(a.agents) == 0 {
			a.agents = s.speaker(v, a.agents)
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
	if j := i + 1; j+1 < len(s.c) {
		for j < len(s.c) && s.c[j].Kind == clause.NounPhrase && s.c[j].Prep != "" && s.c[j].Place >= 0 {
			j++
		}
		if j+1 < len(s.c) && s.c[j].Kind == clause.Relative && s.c[j+1].Kind == clause.Verb {
			return j + 1, true
		}
		if j < len(s.c) && s.c[j].Kind == clause.Verb && j == i+1 && !s.c[j].Joined && !s.c[i].Definite &&
			(s.c[j].Pronoun || j+1 < len(s.c) && s.c[j+1].Kind == clause.Adverb && s.K[s.c[j+1].Head].Has(lang.Function|lang.Pronoun) || s.occurring(j)) {
			return j, true
		}
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
