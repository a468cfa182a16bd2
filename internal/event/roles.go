package event

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// subjectAndObject are the chunks of the subject and the object of the verb in chunk v, -1
// where it has none or which is which cannot be told. A relative clause has its subject or
// object in front: there relative is true.
func (s *search) subjectAndObject(v int, r *rule) (subj, obj int, passive bool) {
	c := &s.c[v]
	q := c.Reading
	before, relative := s.front(v)
	behind := s.phrasesBehind(v)
	switch {
	case onlyPassive(s.K[c.Head].Word, q.Lemma):
		if before < 0 && len(behind) > 0 {
			before = behind[0]
		}
		return -1, before, true
	case c.Pronoun:
		if !relative {
			before = -1 // whom the pronoun takes up is not asked
		}
		if len(behind) > 0 {
			return behind[0], before, false
		}
		return -1, before, false
	case before >= 0 && len(behind) == 0 && r != nil && r.has[formPassive] && !r.alone && !s.governs(v, r):
		return -1, before, true
	case before >= 0 && relative && len(behind) > 1 && (s.c[before].Prep != "" && !s.c[before].Definite || !s.agree(q, before)):
		return behind[0], behind[1], false // an attack of which they accused the group
	case before >= 0 && relative && len(behind) > 0 && q.Feat&(lang.Plural|lang.Dual) != 0 && s.resumed(v, behind[0]):
		return -1, behind[0], false // speeches in which they attacked it
	case before >= 0 && relative && len(behind) > 0 && (s.resumed(v, behind[0]) || !s.agree(q, before)):
		return behind[0], -1, false // the ground that they took hold of
	case before >= 0 && !s.agree(q, before):
		return -1, -1, false
	case before >= 0:
		if len(behind) > 0 {
			return before, behind[0], false
		}
		return before, -1, false
	case len(behind) == 0:
		return s.same(v), -1, false
	case q.Feat&(lang.Plural|lang.Dual) != 0:
		return s.same(v), behind[0], false // they did it: who, stands before
	case r != nil && r.harm && s.c[behind[0]].Figure >= 0:
		return -1, behind[0], true // five of the group were killed
	case r != nil && s.oblique(behind[0]):
		return s.same(v), behind[0], false
	case r != nil && r.has[formPassive] && len(behind) == 1 && s.same(v) >= 0:
		return s.same(v), behind[0], false // the army attacked the town and killed five
	case len(behind) > 1 && s.agree(q, behind[0]) && !s.adverbial(behind[1]):
		return behind[0], behind[1], false
	case r != nil && r.frames[formVerb].target.has(object) && s.c[behind[0]].Actor < 0 && (s.c[behind[0]].Place >= 0 || s.standsFor(s.c[behind[0]].Head, false) && !s.standsFor(s.c[behind[0]].Head, true)):
		return s.same(v), behind[0], false // it hit positions
	case r != nil && (r.alone || !r.has[formPassive]) && (s.agree(q, behind[0]) || r.alone && s.people(behind[0])):
		return behind[0], -1, false
	case r != nil && r.alone && !s.c[v].Joined:
		return -1, -1, false
	case r == nil:
		return behind[0], -1, false
	case s.acts(behind[0]):
		return -1, -1, false // who it is done by, or whom to: no letter tells
	}
	return -1, behind[0], true
}

// people reports whether the phrase's head is a word for people whose plural may look like a
// feminine.
func (s *search) people(j int) bool { return s.standsFor(s.c[j].Head, true) }

// acts reports whether the phrase names a body that does such things to others more often
// than it has them done to itself.
func (s *search) acts(j int) bool {
	a := s.c[j].Actor
	if a < 0 || s.c[j].Figure >= 0 {
		return false
	}
	switch s.rec.Actors[a].Kind {
	case "military", "police", "government", "armed_group", "other":
		return true
	}
	return false
}

// resumed reports whether a pronoun behind a preposition stands between the verb of chunk v
// and the phrase behind it: then the relative clause belongs to whom that takes up.
func (s *search) resumed(v, to int) bool {
	for j := v + 1; j < to; j++ {
		if c := &s.c[j]; c.Kind == clause.Adverb && s.K[c.Head].Has(lang.Function|lang.Pronoun) {
			return true
		}
	}
	return false
}

// governs reports whether something that the rule takes as a target stands behind a
// preposition: then the verb is no passive.
func (s *search) governs(v int, r *rule) bool {
	for j := v + 1; j < len(s.c) && j < v+4; j++ {
		c := &s.c[j]
		if c.Kind != clause.NounPhrase && c.Kind != clause.Adverb {
			return false
		}
		if x, ok := slotOf(c.Prep); ok && c.Kind == clause.NounPhrase && r.frames[formVerb].target.has(x) {
			return true
		}
	}
	return false
}

// onlyPassive reports whether the verb can only be read as a passive.
func onlyPassive(w *lang.Word, lemma string) bool {
	any := false
	for n := range w.Readings {
		q := &w.Readings[n]
		if q.Feat&(lang.Past|lang.Present) == 0 || q.Lemma != lemma || q.Feat&lang.First != 0 {
			continue
		}
		any = true
		if q.Feat&lang.Active != 0 {
			return false
		}
	}
	return any
}

// phrasesBehind are the first two noun phrases without a preposition behind the verb of
// chunk v, in its clause.
func (s *search) phrasesBehind(v int) []int {
	out := make([]int, 0, 2)
	for j := v + 1; j < len(s.c) && len(out) < 2; j++ {
		c := &s.c[j]
		switch {
		case c.Kind == clause.Adverb:
		case c.Kind == clause.Comma:
			if len(out) > 0 || j-v > 3 {
				return out
			}
		case c.Kind != clause.NounPhrase || c.Joined && !c.Listed:
			return out
		case c.Bare() && !c.Listed:
			if p := &s.c[j-1]; p.Kind == clause.NounPhrase && p.Prep != "" && !p.Definite && p.Figure < 0 && p.To == c.From {
				continue // what that is bound to
			}
			out = append(out, j)
		}
	}
	return out
}

// front is the noun phrase before the verb of chunk v that is its subject, or, in a
// relative clause, what the clause belongs to; -1 where there is none.
func (s *search) front(v int) (at int, relative bool) {
	j := v - 1
	for ; j >= 0; j-- {
		c := &s.c[j]
		if c.Kind == clause.Adverb || c.Kind == clause.Negation || c.Kind == clause.NounPhrase && c.Prep != "" && !s.adjacent(j, v) {
			continue
		}
		break
	}
	if j < 0 || s.c[v].Joined {
		return -1, false
	}
	c := &s.c[j]
	switch c.Kind {
	case clause.That:
		if j > 0 && s.c[v].Reading.Feat&lang.Present != 0 {
			for i := j - 1; i >= 0 && i >= j-3; i-- { // they decided to leave
				if s.c[i].Kind == clause.Verb {
					if s.supportOf(i) == "" {
						return -1, false
					}
					subj, _, _ := s.subjectAndObject(i, nil)
					return subj, false
				}
			}
		}
		return -1, false
	case clause.Relative:
		for j--; j >= 0; j-- {
			if c := &s.c[j]; c.Kind == clause.NounPhrase {
				return s.headOf(j), true
			} else if c.Kind != clause.Comma && c.Kind != clause.Adverb {
				return -1, true
			}
		}
		return -1, true
	case clause.Comma:
		if j == 0 || s.c[j-1].Kind != clause.NounPhrase || s.c[j-1].Definite || !s.coded(j-1) || !s.agree(s.c[v].Reading, j-1) {
			return -1, false
		}
		return j - 1, true // four raids, which hit …
	case clause.NounPhrase:
		j = s.headOf(j)
		c = &s.c[j]
		if !s.agree(s.c[v].Reading, j) {
			return -1, false
		}
		if c.Prep != "" {
			if c.Definite || s.c[v].Joined {
				return -1, false
			}
			return j, true // an attack that aimed at …
		}
		if s.taken(j) && c.Definite {
			return -1, false
		}
		return j, !c.Definite
	}
	return -1, false
}

// coded reports whether a noun in phrase j names a happening.
func (s *search) coded(j int) bool {
	for n := range s.here {
		if s.here[n].chunk == j && s.here[n].nominal() {
			return true
		}
	}
	return false
}

// adjacent reports whether an indefinite phrase stands right before the verb, so that its
// clause may belong to it.
func (s *search) adjacent(j, v int) bool { return j == v-1 && !s.c[j].Definite && s.c[j].Figure < 0 }

// headOf is the first of a list of phrases that phrase j goes on with.
func (s *search) headOf(j int) int {
	for j > 0 && s.c[j].Listed {
		p := j - 1
		for p > 0 && s.c[p].Kind == clause.Comma {
			p--
		}
		if s.c[p].Kind != clause.NounPhrase {
			break
		}
		j = p
	}
	return j
}

// taken reports whether the phrase of chunk j belongs to a verb before it.
func (s *search) taken(j int) bool {
	for i := j - 1; i >= 0; i-- {
		switch c := &s.c[i]; c.Kind {
		case clause.Verb:
			k := &s.K[c.Head]
			return !k.In(s.f.g.was)
		case clause.That, clause.Opens, clause.Stop, clause.Relative:
			return false
		case clause.Comma:
			return false
		}
	}
	return false
}

// agree reports whether phrase j can be the subject of a verb: what both show of gender and
// number does not differ.
func (s *search) agree(q *lang.Reading, j int) bool {
	n := s.c[j].Reading
	if n == nil || q == nil || n.Feat&lang.Guess != 0 {
		return true
	}
	if n.Feat&lang.Accusative != 0 {
		return false
	}
	single := n.Feat&(lang.Plural|lang.Dual) == 0
	if single && n.Feat&(lang.Masculine|lang.Feminine) == lang.Masculine && q.Feat&(lang.Masculine|lang.Feminine) == lang.Feminine && s.c[j].Place < 0 && s.c[j].Actor < 0 {
		return brokenPlural(n)
	}
	if n.Feat&lang.Feminine != 0 && n.Feat&lang.Masculine == 0 && q.Feat&lang.Feminine == 0 && q.Feat&lang.Masculine != 0 && q.Feat&lang.Plural == 0 && s.c[j].Figure < 0 {
		return false
	}
	return true
}

// oblique reports whether the phrase has an ending that no subject has.
func (s *search) oblique(j int) bool {
	n := s.c[j].Reading
	return n != nil && n.Feat&(lang.Oblique|lang.Accusative) != 0 && n.Feat&lang.Guess == 0 && s.c[j].Actor < 0
}

// brokenPlural reports whether a noun that looks like a masculine singular may be a plural:
// the lexicon does not say so of most, and a verb in the feminine goes with it.
func brokenPlural(n *lang.Reading) bool { return n.Feat&lang.Participle == 0 }

// adverbial reports whether the phrase is no object, but says how: a verbal noun or
// participle in the accusative.
func (s *search) adverbial(j int) bool {
	n := s.c[j].Reading
	return n != nil && n.Feat&lang.Accusative != 0 && n.Feat&(lang.Masdar|lang.Participle) != 0 || s.c[j].Actor < 0 && s.c[j].Figure < 0 && n != nil && n.Feat&lang.Masdar != 0
}

// same is the subject of the verb before in the sentence, for one that is joined to it and
// agrees with it in number and gender: gunmen entered the village and killed. It is -1 where
// that is not sure.
func (s *search) same(v int) int {
	c := &s.c[v]
	if !c.Joined || c.Reading.Feat&lang.So != 0 {
		return -1
	}
	for j := v - 1; j >= 0; j-- {
		switch p := &s.c[j]; p.Kind {
		case clause.That, clause.Opens, clause.Stop, clause.Relative:
			return -1
		case clause.Verb:
			k := &s.K[p.Head]
			if !k.In(s.f.g.verb) && !k.In(s.f.g.support) || p.Reading.Feat&(lang.Past|lang.Present)&c.Reading.Feat == 0 {
				return -1
			}
			at, _ := s.front(j)
			if at < 0 {
				if all := s.phrasesBehind(j); len(all) > 0 && s.agree(p.Reading, all[0]) {
					at = all[0]
				}
			}
			if at < 0 && p.Joined {
				at = s.same(j)
			}
			if at < 0 || !s.goesWith(c.Reading, at) {
				return -1
			}
			return at
		}
	}
	return -1
}

// goesWith reports whether a verb behind its subject agrees with phrase j: men in the plural
// have it in the plural, bodies in the singular.
func (s *search) goesWith(q *lang.Reading, j int) bool {
	n := s.c[j].Reading
	if n == nil {
		return false
	}
	many := n.Feat&lang.Plural != 0 && n.Feat&lang.Masculine != 0 || s.c[j].Figure >= 0
	if q.Feat&(lang.Plural|lang.Dual) != 0 {
		return many || n.Feat&lang.Guess != 0
	}
	return !many && s.agree(q, j)
}
