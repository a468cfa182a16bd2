package quantity

import (
	"math"

	"riwaya"
	"riwaya/internal/lang"
)

// counted finds what a number counts, and gives it its kind: "" where the number
// is no figure.
func (s *Sentence) counted(c *Quantity) {
	g := &s.r.g
	c.End = c.To
	if c.Number.Dual {
		if w := s.Dual(c.From); c.Number.Construct && !People(w.Group) || c.Number.Definite && !People(w.Group) {
			return // two provinces that are named, the two attacks that were told
		}
		c.NounFrom, c.NounTo = c.From, c.From+1
		c.Kind = KindNoun
		c.To = c.From + 1
		c.Noun = riwaya.Span{Start: c.Number.Span.Start, End: c.Number.Span.End}
		if s.tokens[c.From].In(g.unit) && !s.tokens[c.From].In(g.counted) {
			s.measured(c, c.From, c.From+1)
			if c.Kind != KindTime {
				return
			}
			c.Kind = ""
			return
		}
		c.Word = s.Dual(c.From)
		if _, p := s.text.PhraseAt(c.From, g.counted); p != nil {
			c.Word = s.r.nouns[p.Key] // two officers of the police
		}
		if c.Word.Group == "not" {
			c.Kind = ""
		}
		s.either(c)
		c.End = s.adjectives(c.To)
		return
	}
	if c.Number.Definite && c.Number.Words && c.Low <= 10 && !c.Number.Vague && !c.Number.OneOf {
		return // a day of the week, or those that were told of before
	}
	if s.stopped(c) || c.Number.Definite && c.Number.Words && !c.Number.Vague && c.Low >= 100 && c.Number.To == c.Number.From+1 {
		return // the hundred is a share's, the thousand a year's
	}
	i := c.To
	if s.sign(c) {
		return
	}
	if s.titled(i, c) {
		return
	}
	if i+1 < s.End && s.tokens[i].Kind == lang.MarkKind && s.tokens[i].Match >= 0 && int(s.tokens[i].Match) < c.From && (s.tokens[i].Mark != lang.BracketClose || s.bracketed(i, c)) {
		i++ // the number alone stands in marks
	}
	if s.behind(c) {
		return
	}
	i = s.hedged(c, i)
	partitive := false
	c.Number.OneOf = c.Number.OneOf || c.Low == 1 && c.High == 1 && c.Number.Words // and one of several, whose hamza is seldom written
	if i+1 < s.End && s.tokens[i].In(g.from) && s.tokens[i].Feats&lang.Function != 0 && s.tokens[i].End-s.tokens[i].Start <= 4 {
		partitive = true
		i++
	}
	if c.Number.Fraction {
		return // a share that is no number of anybody
	}
	c.Kind = KindBare
	if c.Number.OneOf {
		c.Kind = KindOne
	}
	if c.Number.OneOf && !partitive && (i >= s.End || s.tokens[i].Word == nil || s.tokens[i].Feats&lang.Function != 0) && s.Is(c.From, keyNobody) {
		c.Kind = "" // nobody
		return
	}
	if i >= s.End || s.tokens[i].Word == nil {
		s.alone(c)
		return
	}
	if s.Is(c.To, keyAged) {
		return
	}
	if !partitive {
		if e, ok := s.unitAt(i); ok {
			s.measured(c, i, e)
			return
		}
	}
	if !partitive && c.Number.Words && !c.Number.Vague && c.Low == 1000 && c.To == c.From+1 && s.tokens[i].Has(lang.Article|lang.Noun) {
		c.Kind = "" // who wrote, spelt as a thousand is
		return
	}
	e, word, ok := s.nounAt(i, c, partitive)
	if !ok {
		s.alone(c)
		return
	}
	if word.Group == "not" {
		c.Kind = ""
		return
	}
	if c.Kind == KindBare {
		c.Kind = KindNoun
	}
	c.Word, c.NounFrom, c.NounTo, c.To = word, i, e, e
	c.Noun = s.text.Span(i, e)
	c.Span.End = c.Noun.End
	c.End = s.adjectives(e)
	s.pair(c)
	for j := c.To; j < min(s.End, c.End+2) && s.tokens[j].Kind == lang.WordKind; j++ { // of a total of ten
		if j > c.To && (j+1 >= s.End || !s.tokens[j+1].In(g.total)) {
			continue
		}
		if n, ok := s.r.numbers.Total(s.text, j); ok && n.Low > c.High && !n.Fraction {
			c.Total = n.Low
			break
		}
	}
}

// bracketed reports whether the noun of a number in brackets stands behind the closing one, at
// token i: the number stands in the noun's place, "(12) houses", not behind another of its own.
func (s *Sentence) bracketed(i int, c *Quantity) bool {
	open := int(s.tokens[i].Match)
	if q := s.plain(i + 1); open != c.From-1 || !s.plainly(i+1) && (q == nil || q.Feat&lang.Accusative == 0) || open > s.Begin && s.tokens[open-1].Kind == lang.NumberKind {
		return false
	}
	if open > s.Begin {
		if w, ok := s.Listed(open - 1); ok && w.Group != "not" && !s.tokens[open-1].Has(lang.Masdar) {
			return false
		}
	}
	return !s.tokens[i+1].In(s.r.g.number)
}

// alone takes a number without a noun: the dates, years and the definite that could be
// anything are none.
func (s *Sentence) alone(c *Quantity) {
	digits := s.tokens[c.From].Kind == lang.NumberKind
	switch {
	case c.To+1 < s.End && s.tokens[c.To].Is(lang.Dash) && s.tokens[c.To+1].Kind == lang.NumberKind:
		c.Kind = "" // the score of a match
		return
	case c.From > s.Begin && s.article(c.From-1):
		c.Kind = "" // the twenty-second
		return
	case c.Number.Fraction, c.Number.Definite && c.Low <= 10 && !c.Number.Vague, digits && year(c.Low) && c.To == c.From+1, c.Low == 1 && !c.Number.OneOf:
		c.Kind = ""
		return
	}
	if c.To < s.End && s.Is(c.To, keyOthers) {
		c.End = c.To + 1
	}
	if n, ok := s.r.numbers.Total(s.text, min(c.To, len(s.tokens)-1)); ok && n.Low > c.High {
		c.Total = n.Low
	}
}

// plainly reports whether a listed noun stands at token i, so that a number before it
// counts whatever stands before that.
func (s *Sentence) plainly(i int) bool {
	if i >= s.End || s.tokens[i].Word == nil {
		return false
	}
	w, ok := s.Listed(i)
	return ok && w.Group != "not" && !s.tokens[i].Has(lang.Article|lang.Noun)
}

// Listed is what the lexicon says of the counted noun at token i.
func (s *Sentence) Listed(i int) (Noun, bool) {
	g := &s.r.g
	if e, p := s.text.PhraseAt(i, g.counted); p != nil && e <= s.End {
		return s.r.nouns[p.Key], true
	}
	k := &s.tokens[i]
	if k.Word == nil || !k.In(g.counted) {
		return Noun{}, false
	}
	for n := range k.Word.Readings {
		if q := &k.Word.Readings[n]; q.Classes.Meets(g.counted) && q.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 {
			return s.r.nouns[q.Key], true
		}
	}
	return Noun{}, false
}

// Dual is what the lexicon says of the dual noun at token i, whatever is glued to it.
func (s *Sentence) Dual(i int) Noun {
	for n := range s.tokens[i].Word.Readings {
		if q := &s.tokens[i].Word.Readings[n]; q.Classes.Meets(s.r.g.counted) {
			return s.r.nouns[q.Key]
		}
	}
	return Noun{}
}

// nounAt is the end of the counted noun at token i, and what the lexicon says of it. A
// noun that is not listed counts as a thing, if its form fits the number.
func (s *Sentence) nounAt(i int, c *Quantity, partitive bool) (e int, w Noun, ok bool) {
	g := &s.r.g
	if e, p := s.text.PhraseAt(i, g.counted); p != nil && e <= s.End {
		return e, s.r.nouns[p.Key], true
	}
	w, ok = s.Listed(i)
	k := &s.tokens[i]
	if ok && !partitive && (!c.Number.Words && !c.Number.Vague && k.Has(lang.Article|lang.Noun) || k.In(g.prep) && k.Feats&lang.Function != 0 && k.Feats&lang.Accusative == 0) {
		return i, w, false // digits that name what is before them, and a preposition that is spelt like a noun
	}
	if ok {
		if e := i + 1; e < s.End && !k.Has(lang.Article|lang.Noun) && s.tokens[e].Has(lang.Article|lang.Noun) && s.tokens[e].Feats&(lang.Conjunction) == 0 { // men of the police
			if of, ok := s.Listed(e); ok && People(of.Group) && partitive && People(w.Group) {
				if of.Group != "people" {
					w.Group = of.Group
				}
				return e + 1, w, true
			}
		}
		return i + 1, w, true
	}
	q := s.plain(i)
	if v := c.Low; v >= 1e5 && s.tokens[c.From].Kind == lang.NumberKind && c.To == c.From+1 && math.Mod(v, 100) != 0 && count(s.text.Source[s.tokens[c.From].Start:s.tokens[c.From].End]) {
		return i, w, false // a number of a telephone
	}
	if c.From > s.Begin && s.article(c.From-1) {
		return i, w, false // the twenty-second
	}
	if year(c.Low) && c.Low == c.High && s.tokens[c.From].Kind == lang.NumberKind && c.To == c.From+1 {
		return i, w, false // a year, before a noun of its own
	}
	if q == nil || k.End-k.Start <= 4 || s.Is(i, keyNoAfter) || s.Is(i, keyOthers) || s.Is(i, keyAmong) {
		return i, w, false
	}
	if q.Feat&(lang.Article|lang.Pronoun) != 0 && !partitive && !c.Number.Vague {
		return i, w, false
	}
	if partitive && (k.In(g.place) || q.Feat&(lang.Article|lang.Plural) == 0 && (c.Number.Definite || c.High > 10)) {
		return i, w, false
	}
	if !partitive && !c.Number.Vague && !fits(c.High, q) && (q.Feat&lang.Guess == 0 || c.To > c.From+1 || c.Low < 11) {
		return i, w, false
	}
	w.Group, w.Unlisted = "things", true
	w.Person = partitive || k.In(g.person) || q.Feat&(lang.Nisba|lang.Pronoun) != 0 || q.Feat&(lang.Masculine|lang.Plural) == lang.Masculine|lang.Plural
	if k.In(g.person) || q.Feat&lang.Nisba != 0 && q.Feat&lang.Masculine != 0 && (q.Feat&lang.Plural != 0) {
		w.Group = "people"
	}
	return i + 1, w, true
}

// plain is the reading of token i as a noun without clitics, nil where it has another
// likelier use.
func (s *Sentence) plain(i int) *lang.Reading {
	g := &s.r.g
	k := &s.tokens[i]
	if k.Kind != lang.WordKind || k.Word == nil || k.Feats&lang.Function != 0 || k.In(g.time.Or(g.that).Or(g.name).Or(g.number)) || s.Finite(i) || s.latin(i) || s.Is(i, keyTally) {
		return nil
	}
	var found *lang.Reading
	glued := false
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		switch {
		case q.Feat&lang.Verb != 0 && q.Feat&lang.Noun == 0 && q.Prefix == 0 && q.Feat&(lang.Past|lang.Present) != 0 && found == nil && q.Cue != nil:
			return nil
		case q.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 && q.Lemma != "":
			glued = true
		case q.Feat&lang.Noun == 0 || q.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0:
		case found == nil || q.Feat&lang.Accusative != 0:
			found = q
		}
	}
	if found != nil && found.Lemma == "" && glued {
		return nil
	}
	return found
}

// fits reports whether the form of a noun is one that a number asks for: singular and
// accusative from eleven to ninety-nine, plural from three to ten, singular above.
func fits(v float64, q *lang.Reading) bool {
	if v != math.Trunc(v) || q.Feat&lang.Guess != 0 && q.Feat&lang.Nisba == 0 && v < 3 {
		return false
	}
	switch m := math.Mod(v, 100); {
	case m >= 11:
		return q.Feat&lang.Accusative != 0 || q.Feat&(lang.Feminine|lang.Singular) == lang.Feminine|lang.Singular
	case m >= 3:
		return q.Feat&lang.Accusative == 0
	}
	return v >= 100 && q.Feat&lang.Plural == 0
}

// adjectives is behind the words that belong to the noun which ends before token i.
func (s *Sentence) adjectives(i int) int {
	g := &s.r.g
	for n := 0; n < 3 && i < s.End; n++ {
		k := &s.tokens[i]
		if s.Is(i, keyOthers) {
			i++
			continue
		}
		if k.Kind != lang.WordKind || k.Feats&lang.Function != 0 || k.In(g.time.Or(g.happening).Or(g.number).Or(g.hedgeAfter).Or(g.happens)) || k.Word.Begins.Meets(g.hedgeAfter) || s.Is(i, keyAmong) {
			break
		}
		ok := false
		for m := range k.Word.Readings {
			q := &k.Word.Readings[m]
			if q.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 {
				ok = false
				break
			}
			ok = ok || q.Feat&lang.Noun != 0 && (q.Feat&(lang.Nisba|lang.Participle|lang.Article|lang.Accusative) != 0 || q.Classes.Meets(g.person))
		}
		if !ok {
			break
		}
		i++
	}
	return i
}

// pair takes the second noun of two that one number counts: young men and women.
func (s *Sentence) pair(c *Quantity) {
	if c.To >= s.End || c.High < 11 || c.Number.Vague || c.Word.Predicate != "" || !People(c.Word.Group) {
		return
	}
	k := &s.tokens[c.To]
	if i := c.To + 1; i < s.End && s.tokens[i].In(s.r.g.number) {
		return // twelve soldiers and one child
	}
	if k.Word == nil || !k.In(s.r.g.counted) || k.In(s.r.g.happening.Or(s.r.g.happens)) {
		return
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if !q.Classes.Meets(s.r.g.counted) || q.Feat&lang.Conjunction == 0 || q.Feat&(lang.Article|lang.Plural|lang.Dual|lang.With|lang.For) != 0 {
			continue
		}
		w := s.r.nouns[q.Key]
		if w.Predicate != "" || !People(w.Group) {
			return
		}
		switch {
		case w.Group == c.Word.Group:
		case w.Group == "women" && c.Word.Group == "children", w.Group == "children" && c.Word.Group == "women":
			c.Word.Group = "women and children"
		default:
			c.Word.Group = "people"
		}
		c.To++
		c.NounTo = c.To
		c.Noun.End, c.Span.End = k.End, k.End
		c.End = s.adjectives(c.To)
		return
	}
}
