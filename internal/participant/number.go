package participant

import (
	"riwaya/internal/lang"
	"riwaya/internal/naming"
)

// adjective reports whether the noun at token i, a relational adjective, belongs to the noun
// right before it, which has no article either: a security cordon is nobody of the security.
func (s *scan) adjective(i int, r *lang.Reading) bool {
	if i == 0 || r.Feat&(lang.Article|lang.Plural|lang.Dual) != 0 || r.Prefix > 0 || !s.K[i].Has(lang.Nisba) && !s.K[i].In(s.f.Bent) {
		return false
	}
	p := &s.K[i-1]
	if p.Word == nil || p.Kind == lang.NumberKind || s.number(i) || s.deed(p) && (!p.Has(lang.Masdar) && !p.In(s.f.Victim)) && s.f.G.Finite(p) || naming.Reading(p, s.f.Victim) != nil || s.f.G.Function(p) || p.In(s.f.Counted) {
		return false
	}
	n := s.Noun(i - 1)
	return !s.f.G.Finite(p) && (n != nil && n.Feat&lang.Article == 0 || p.Feats&lang.Noun == 0)
}

// number reports whether a number or a word of quantity stands before token i.
func (s *scan) number(i int) bool {
	return i > 0 && (s.K[i-1].Kind == lang.NumberKind || s.K[i-1].Word != nil && (s.K[i-1].In(s.f.Number) || naming.Reading(&s.K[i-1], s.f.G.Quantity) != nil))
}

// countless reports whether tens, hundreds or thousands of whoever they are stand before token
// i: those were not told of before.
func (s *scan) countless(i int) bool {
	t := &s.K[i-1]
	return t.Kind == lang.WordKind && t.In(s.f.Number) && !t.Has(lang.Article) && !t.Keyed(s.f.harm, "some")
}

// branded reports whether an adjective in tokens [from, to) says what people are who are too general to take part by their noun alone:
// terrorist elements.
func (s *scan) branded(from, to int) bool {
	for i := from; i < to; i++ {
		if b := naming.Reading(&s.K[i], s.f.Bent); b != nil && b.Prefix == 0 && (b.Key == "branded" || b.Key == "armed_group") {
			return true
		}
	}
	return false
}

// The keys of nouns of people that are too general to take part without a country: but persons do where they are counted.
const (
	people  = "people"
	persons = "persons"
)

// general is the key of the people at token i that take part only with a country, "" if they are none.
func (s *scan) general(i int) string {
	if !s.K[i].In(s.f.Proper) {
		return ""
	}
	for n := range s.K[i].Word.Readings {
		if r := &s.K[i].Word.Readings[n]; r.Classes.Meets(s.f.Proper) && (r.Key == people || r.Key == persons) {
			return r.Key
		}
	}
	return ""
}

// objectOf reports whether the definite people at token i, in a form that no subject has or behind a number that ends before token at, stand
// right behind an actor that stands right behind a verb of doing, and are no adjective of it: the army shelled the civilians.
func (s *scan) objectOf(i, at int, r *lang.Reading, number bool) bool {
	b := s.before
	if b.To != at || b.From < 1 || !number && (r.Feat&lang.Oblique == 0 || r.Feat&lang.Plural == 0) || s.K[i-1].Word == nil {
		return false
	}
	v := &s.K[b.From-1]
	if v.Word == nil || !s.f.G.MayBeFinite(v) || !s.deed(v) || v.Has(lang.Masdar) && !number || v.Feats&lang.Pronoun != 0 {
		return false
	}
	for j := b.From; j < i && !number; j++ {
		if n := s.Noun(j); n != nil && n.Feat&(lang.Plural|lang.Dual) != 0 && n.Feat&lang.Feminine == 0 {
			return false
		}
	}
	return true
}

// hedged is the token before the words that say how exact a number is which end with token j, the longest such words: at least, more than.
func (s *scan) hedged(j int) int {
	at := j
	for n := j - 1; n >= 0 && n > j-4 && s.K[n].Word != nil; n-- {
		if e, p := s.T.PhraseAt(n, s.f.hedge); p != nil && e == j+1 && !s.K[n].Has(lang.Conjunction) {
			at = n - 1
		}
	}
	return at
}

// befalls is the key of words that say that people are killed or hurt.
const befalls = "befalls"

// harms reports whether a word says that people are killed or hurt: whoever is counted behind it had that done to them, while one
// who is counted behind another deed may have done it.
func (s *scan) harms(t *lang.Token) bool {
	return t.Word != nil && t.Keyed(s.f.harm, befalls)
}

// tallied reports whether the noun at token i, which stands in the singular behind its number, has nothing bound to it: fifty
// persons.
func (s *scan) tallied(i int, r *lang.Reading) bool {
	return s.number(i) && r.Feat&(lang.Plural|lang.Dual|lang.Article) == 0 && (s.K[i].In(s.f.Role) || s.general(i) == persons)
}

// somebody reports whether a man or a person at token i, of whom nothing else is known, is the subject right behind a verb that lends
// its subject to a deed, or the object of one that accuses somebody: a man carried out, the police accused a man.
func (s *scan) somebody(i int) bool {
	if i == 0 || s.K[i-1].Word == nil || !s.K[i].In(s.f.Role) {
		return false
	}
	if t := &s.K[i-1]; t.In(s.f.done) && !t.In(s.f.coded) && s.f.G.Finite(t) && t.Feats&(lang.Cue|lang.Pronoun) == 0 && !s.K[i].Has(lang.Accusative) {
		return true
	}
	b := s.before
	return b.To == i && b.From > 0 && s.K[b.From-1].Word != nil && s.f.G.Finite(&s.K[b.From-1]) && accuses(&s.K[b.From-1])
}
