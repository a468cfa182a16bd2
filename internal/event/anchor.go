package event

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// anchor is a word that names a happening, and what was read about it.
type anchor struct {
	chunk    int // of the sentence
	from, to int // tokens
	word     int // where the word ends that stands for all of a phrase
	prefix   uint8
	rule     *rule
	form     int
	reading  *lang.Reading
	agents   []int // actors of the record
	targets  []int
	status   string
	governor int // the chunk of the verb that it stands under, -1
	support  string
	claim    int // the claim that its word attributes, -1
	dropped  bool
	into     int // the anchor of the sentence that it is told with, -1
	definite bool
	head     int  // token
	title    bool // it stands in the title
	begin    int  // the sentence's tokens [begin, end)
	end      int
	reach    int // how far its figures stand
}

// verb notes the happening that the verb of chunk i names.
func (s *search) verb(i int) {
	c := &s.c[i]
	k := &s.K[c.Head]
	if !k.In(s.f.g.verb) {
		return
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Feat&(lang.Past|lang.Present) == 0 || q.Feat&lang.First != 0 && q.Feat&lang.Past == 0 {
			continue
		}
		if !q.Classes.Meets(s.f.g.verb) || slices.ContainsFunc(k.Word.Readings, s.lends) {
			continue // or it is rather a verb that lends its subject
		}
		for _, r := range s.f.verbs[q.Lemma] {
			if r.has[formVerb] && s.meets(r, i) {
				c.Reading = q
				s.here = append(s.here, anchor{chunk: i, from: c.Head, to: c.Head + 1, word: c.Head + 1, head: c.Head, prefix: conjunctions(q), rule: r, form: formVerb, reading: q, governor: -1, claim: -1, into: -1})
				return
			}
		}
	}
}

// lends reports whether a word is a verb that only lends its subject, by that reading.
func (s *search) lends(q lang.Reading) bool {
	return q.Feat&(lang.Past|lang.Present) != 0 && q.Classes.Meets(s.f.g.support) && !q.Classes.Meets(s.f.g.verb)
}

// conjunctions is how many letters a conjunction takes in front.
func conjunctions(q *lang.Reading) uint8 {
	if q.Feat&lang.Conjunction != 0 {
		return 1
	}
	return 0
}

// noun notes the happening that a noun of phrase i names: its head, or what the head is
// bound to.
func (s *search) noun(i int) {
	c := &s.c[i]
	if c.Actor >= 0 && c.Figure < 0 || c.Place >= 0 {
		return // a party's or a place's own name
	}
	for j := c.Head; j < c.To; j++ {
		k := &s.K[j]
		if k.Word == nil {
			continue
		}
		if s.named(j) {
			return
		}
		if k.Word.Begins.Meets(s.f.g.noun) {
			if e, p := s.T.PhraseAt(j, s.f.g.noun); p != nil {
				if r := s.ruled(s.f.nouns[p.Text], i); r != nil {
					s.here = append(s.here, anchor{chunk: i, from: j, to: e, word: s.anchored(j, e, p), head: j, prefix: p.Prefix, rule: r, form: formNoun, governor: -1, claim: -1, into: -1, definite: p.Article || k.Has(lang.Article)})
					s.swallow(i, e)
				}
				return
			}
		}
		if !k.In(s.f.g.coded) {
			continue
		}
		if q, r, form := s.nounRule(j, i); r != nil {
			if r.typ == "DISASTER" && j+1 < c.To && s.K[j+1].In(s.f.g.coded) {
				continue // the incident of the shooting
			}
			if form == formMasdar && c.Figure >= 0 {
				continue // the killed and wounded who are counted
			}
			s.here = append(s.here, anchor{chunk: i, from: j, to: j + 1, word: j + 1, head: j, prefix: q.Prefix, rule: r, form: form, reading: q, governor: -1, claim: -1, into: -1, definite: q.Feat&lang.Article != 0})
			return
		}
	}
}

// anchored is where the anchor of a phrase of tokens [from, to) ends: with its first word,
// where that is less than a third of it and says something alone.
func (s *search) anchored(from, to int, p *lang.Phrase) int {
	first := s.K[from].End - s.K[from].Start
	if s.f.whole[p.Text] || s.K[to-1].End-s.K[from+1].Start <= 2*first {
		return to
	}
	return from + 1
}

// swallow lets chunk i run to token e, over what was cut off of its name.
func (s *search) swallow(i, e int) {
	n := i + 1
	for n < len(s.c) && s.c[n].From < e {
		e = max(e, s.c[n].To)
		n++
	}
	s.c[i].To = max(s.c[i].To, e)
	s.c = slices.Delete(s.c, i+1, n)
}

// nounRule is the rule that the noun at token j stands under: one listed as a noun, else the
// verbal noun of a listed verb.
func (s *search) nounRule(j, i int) (*lang.Reading, *rule, int) {
	w := s.K[j].Word
	if w.Has(lang.Nisba) {
		return nil, nil, 0 // an adjective of it
	}
	for n := range w.Readings {
		q := &w.Readings[n]
		if q.Classes.Meets(s.f.g.noun) && q.Feat&lang.First == 0 && q.Feat&(lang.Plural|lang.Feminine) != lang.Plural && !(q.Feat&lang.Pronoun != 0 && w.Has(lang.Noun|lang.First|lang.Pronoun)) {
			if r := s.ruled(s.f.nouns[q.Lemma], i); r != nil {
				return q, r, formNoun
			}
		}
	}
	for n := range w.Readings {
		q := &w.Readings[n]
		if q.Classes.Meets(s.f.g.verb) && q.Feat&lang.Masdar != 0 && q.Feat&(lang.First|lang.Plural) == 0 && !s.K[j].Has(lang.Participle|lang.Feminine|lang.Conjunction) {
			if r := s.ruled(s.f.verbs[q.Lemma], i); r != nil {
				return q, r, formMasdar
			}
		}
	}
	return nil, nil, 0
}

// ruled is the first of the rules that reads nouns and finds what it needs about phrase i.
func (s *search) ruled(rs []*rule, i int) *rule {
	for _, r := range rs {
		if r.has[formNoun] && s.meets(r, i) {
			return r
		}
	}
	return nil
}

// meets reports whether one of the prepositions that the rule needs stands behind chunk i.
func (s *search) meets(r *rule, i int) bool {
	if r.needs == 0 {
		return true
	}
	for j := i + 1; j < len(s.c) && j < i+5; j++ {
		c := &s.c[j]
		switch c.Kind {
		case clause.NounPhrase:
			if x, ok := slotOf(c.Prep); ok && r.needs.has(x) {
				return true
			}
		case clause.Verb, clause.That, clause.Opens, clause.Stop, clause.Relative:
			return false
		}
	}
	return false
}

// named reports whether an actor or a place is named at token j.
func (s *search) named(j int) bool { return s.Names(j) }

// nominal reports whether the anchor is a noun.
func (a *anchor) nominal() bool { return a.form == formNoun || a.form == formMasdar }
