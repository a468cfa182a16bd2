package participant

import (
	"strings"

	"riwaya/internal/lang"
	"riwaya/internal/naming"
)

// some reports whether the definite people in tokens [from, to), of whom r is the noun, are those of whom a number that is not told
// does what a verb says, or has it done to them: a group of the pirates released, that a number of the teachers protested, the killing of a
// number of the guests.
func (s *scan) some(from, to int, r *lang.Reading) bool {
	j := from - 2
	if s.K[from].In(s.f.Body) || strings.Contains(r.Key, ":killed") {
		return false // units of the militia; so many victims among the civilians
	}
	if j < 0 || r.Feat&lang.Article == 0 || r.Feat&lang.Conjunction != 0 || s.K[from-1].Word == nil || !s.K[from-1].In(s.f.G.From) || !s.f.G.Function(&s.K[from-1]) {
		return false
	}
	if j > 0 && s.K[j].Word != nil && !s.many(j) && s.K[j].Word.Some(func(q *lang.Reading) bool { return q.Feat&lang.Noun != 0 && q.Prefix == 0 }) {
		j-- // a great number
	}
	if s.K[j].Word == nil || !s.many(j) {
		return false
	}
	if j == 0 || s.K[j-1].Word == nil || s.Phrases.Complementiser(j-1) {
		return s.theirs(to) || to < len(s.K) && s.K[to].Word != nil && s.f.G.Finite(&s.K[to]) && s.K[to].In(s.f.coded) && s.deed(&s.K[to])
	}
	t := &s.K[j-1]
	return s.deed(t) && t.Word.Some(func(q *lang.Reading) bool {
		return q.Feat&(lang.Past|lang.Present) != 0 && q.Feat&(lang.Pronoun|lang.First) == 0 && q.Classes.Meets(s.f.done)
	}) || s.harms(t) && t.Feats&(lang.Article|lang.Pronoun) == 0
}

// many reports whether the word at token i is a noun for a number of people, or for a group of them.
func (s *scan) many(i int) bool {
	t := &s.K[i]
	return t.Kind == lang.WordKind && (naming.Reading(t, s.f.G.Quantity) != nil || t.In(s.f.Number) || t.Keyed(s.f.harm, "people"))
}
