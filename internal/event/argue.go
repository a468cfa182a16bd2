package event

import (
	"slices"
	"strings"

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
	if a.rule.harm && len(a.agents) == 0 {
		s.firedBy(a)
	}
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
		if c.Kind != clause.NounPhrase || !ok || x == of || seen.has(x) {
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
	for i := a.from + 1; i < c.To && len(bound) == 0; i++ {
		if act, _ := s.ActorAt(i); act >= 0 {
			bound = append(bound, act)
			break
		}
		if i < a.to {
			continue // in a name of several words
		}
		if k := &s.K[i]; k.Word == nil && k.Kind != lang.MarkKind || k.Word != nil && !s.standsFor(i, true) && !s.standsFor(i, false) && !(k.Has(lang.Nisba) && k.Has(lang.Article)) {
			break
		}
	}
	// whom a listed number counts, or a list behind
	next := a.chunk + 1
	if len(bound) == 0 && !a.definite && next < len(s.c) && s.c[next].Bare() && !s.c[next].Listed && s.c[next].From == c.To {
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
	if a.rule.harm && len(a.agents) == 0 {
		s.firedBy(a)
	}
	if p := a.chunk - 1; p >= 0 && c.Prep == "" && len(a.agents) == 0 && s.c[p].Kind == clause.NounPhrase && s.c[p].To == c.From && s.does(s.c[p].Head) {
		a.agents = s.owner(p, a.agents) // the carrying out by the air force of four raids
		a.support = does
	}
	if v, relative := s.governor(a.chunk); relative && a.support != "" {
		s.governedParties(a, v, fr)
	}
	if len(a.agents) == 0 && fr.agent != 0 {
		s.borrow(a)
	}
}

// bindOf gives what a noun is bound to its part: where it may be either who does it or whom
// it is done to, it is the former only if the latter stands elsewhere.
func (s *search) bindOf(a *anchor, fr frame, bound []int) {
	if s.nationalOnly(bound) && !s.targetBehind(a, fr) && (a.rule.typ == "CONSULT" || fr.agent.has(of) && (a.rule.typ == "ASSAULT" || a.rule.typ == "COERCE")) {
		return // the talks of a capital are held there; a siege of a state may be its own or against it
	}
	switch {
	case fr.agent.has(of) && fr.target.has(of):
		if s.targetBehind(a, fr) {
			a.agents = append(a.agents, bound...)
		} else if a.form == formMasdar || s.victims(bound) {
			a.targets = append(a.targets, bound...)
		}
	case fr.agent.has(of) && s.transitive(a) && !s.targetBehind(a, fr):
		// the siege of X: by whom or against whom, no letter tells
	case fr.agent.has(of):
		a.agents = append(a.agents, bound...)
	case fr.target.has(of):
		a.targets = append(a.targets, bound...)
	}
}

// nationalOnly reports whether the only actor is a state by its name.
func (s *search) nationalOnly(all []int) bool {
	if len(all) != 1 {
		return false
	}
	x := &s.rec.Actors[all[0]]
	return x.Kind == "government" && x.Country != nil && x.Name != nil && *x.Name == s.f.states[strings.ToLower(*x.Country)]
}

// transitive reports whether a listed noun is as well the verbal noun of a listed verb that
// takes an object.
func (s *search) transitive(a *anchor) bool {
	if a.to > a.from+1 {
		return false
	}
	for n := range s.K[a.from].Word.Readings {
		q := &s.K[a.from].Word.Readings[n]
		if q.Feat&lang.Masdar == 0 || !q.Classes.Meets(s.f.g.verb) {
			continue
		}
		if slices.ContainsFunc(s.f.verbs[q.Lemma], func(r *rule) bool { return r.frames[formVerb].target.has(object) }) {
			return true
		}
	}
	return false
}

// targetBehind reports whether a target stands behind a preposition after the noun.
func (s *search) targetBehind(a *anchor, fr frame) bool {
	for j := a.chunk + 1; j < len(s.c) && j < a.chunk+4; j++ {
		c := &s.c[j]
		if c.Kind != clause.NounPhrase && c.Kind != clause.Adverb || c.Joined || s.action(j-1) && j-1 > a.chunk {
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
