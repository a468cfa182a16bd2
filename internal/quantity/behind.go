package quantity

import (
	"riwaya"
	"riwaya/internal/lang"
)

// behind takes a number that stands behind what it counts, as one and two do: one soldier, two
// Turkish officers. A number that has its noun behind it is none of these.
func (s *Sentence) behind(c *Quantity) bool {
	n := &c.Number
	i := c.From
	if !n.Words || n.OneOf || n.Vague || n.Fraction || n.Definite || n.To != i+1 || n.Low != n.High || n.Low != 1 && n.Low != 2 || i <= s.Begin || !s.loose(i) {
		return false
	}
	if s.tokens[i].In(s.r.g.context) && s.Is(i, keyOthers) {
		return s.others(c)
	}
	if n.Low == 1 && s.genitive(i+1) {
		return false // and one of the passers-by: without its hamza it is spelt like this
	}
	first := i - 1
	if first > s.Begin && s.tokens[first-1].Kind == lang.WordKind && (s.tokens[first].Feats&lang.Nisba != 0 || s.tokens[first-1].Feats&(lang.Dual|lang.Oblique) != 0) {
		if w, ok := s.single(first - 1); ok && People(w.Group) {
			first-- // two Turkish officers: the officers are counted
		}
	}
	for j := first; j >= max(s.Begin, i-2); j-- {
		k := &s.tokens[j]
		if k.Kind != lang.WordKind || k.Word == nil || k.Feats&lang.Function != 0 || n.Low == 2 && k.Feats&(lang.Dual|lang.Oblique) == 0 {
			return false
		}
		if d, ok := s.r.numbers.At(s.text, j); ok && d.Dual {
			c.Kind = "" // two persons, two: that is said already
			return true
		}
		if w, ok := s.single(j); ok && People(w.Group) && w.Predicate == "" {
			c.Word, c.NounFrom, c.NounTo = w, j, j+1
			c.Start, c.Noun = j, s.text.Span(j, j+1)
			c.Span = riwaya.Span{Start: c.Noun.Start, End: c.Span.End}
			c.Kind = KindNoun
			if n.Low == 1 {
				c.Kind = KindOne
			}
			c.End = c.To
			return true
		}
		if k.Feats&(lang.Nisba|lang.Participle|lang.Noun) == 0 {
			return false
		}
	}
	return false
}

// genitive reports whether a noun stands at token i that one may be one of.
func (s *Sentence) genitive(i int) bool {
	if i >= s.End || s.tokens[i].Word == nil || s.tokens[i].In(s.r.g.time) {
		return false
	}
	_, ok := s.Listed(i)
	return ok || s.tokens[i].Has(lang.Article|lang.Noun)
}

// loose reports whether the number word at token i stands alone: nothing is glued to it, as to the
// word for one it may seem to be.
func (s *Sentence) loose(i int) bool {
	for n := range s.tokens[i].Word.Readings {
		if q := &s.tokens[i].Word.Readings[n]; q.Classes.Meets(s.r.g.number) && q.Prefix == 0 {
			return true
		}
	}
	return false
}

// single is what the lexicon says of an indefinite noun at token j that one or two may stand
// behind: a listed one, or people by where they are from.
func (s *Sentence) single(j int) (w Noun, ok bool) {
	k := &s.tokens[j]
	if k.Has(lang.Article | lang.Noun) {
		return w, false
	}
	if w, ok = s.Listed(j); ok {
		return w, true
	}
	if k.In(s.r.g.person) && k.Feats&lang.Nisba != 0 && (j == s.Begin || s.tokens[j-1].Word == nil || s.tokens[j-1].In(s.r.g.happens.Or(s.r.g.happening))) {
		return Noun{Group: "people"}, true
	}
	return w, false
}

// others takes the dual of "other" that stands for those it is said of: a man was killed and two
// others were wounded. Behind a noun it is that noun's.
func (s *Sentence) others(c *Quantity) bool {
	if k := &s.tokens[c.From-1]; k.Word == nil || k.Feats&(lang.Past|lang.Present) == 0 || !k.In(s.r.g.happens) {
		c.Kind = ""
		return true
	}
	c.Kind = KindBare
	c.End = c.To
	return true
}

// hedged is behind a hedge that stands between number and noun: five at least of the soldiers.
func (s *Sentence) hedged(c *Quantity, i int) int {
	if i+2 >= s.End || s.tokens[i].Word == nil || !s.tokens[i].Word.Begins.Meets(s.r.g.hedgeAfter) {
		return i
	}
	e, p := s.text.PhraseAt(i, s.r.g.hedgeAfter)
	if p == nil || !s.ofPeople(e) {
		return i
	}
	s.apply(c, p.Key)
	return e
}
