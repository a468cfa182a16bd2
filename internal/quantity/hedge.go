package quantity

import (
	"strings"
	"unicode/utf8"

	"riwaya/internal/lang"
)

// hedge takes the words before the number that say how exact it is. Before a dual only
// phrases do: a word alone may say where, toward both of them.
func (s *Sentence) hedge(c *Quantity) {
	g := &s.r.g
	from := c.From
	if w := s.tokens[from].Word; w != nil && w.Has(lang.Conjunction) && !w.Some(func(q *lang.Reading) bool {
		return q.Classes.Meets(g.number) && q.Feat&lang.Conjunction == 0
	}) {
		return // "five dead at least and two wounded": it is of those before
	}
	if s.inBrackets(c) {
		from--
		c.Start, c.Span.Start = from, s.tokens[from].Start
	}
	for j := max(s.Begin, from-5); j < from; j++ {
		k := &s.tokens[j]
		if k.Word == nil {
			continue
		}
		first := 0
		op := ""
		if k.Word.Begins.Meets(g.hedge) {
			if e, p := s.text.PhraseAt(j, g.hedge); p != nil && (e == from || e == from-1 && (s.article(e) || s.aged(c, e))) {
				op = p.Key
				for first < len(p.Text) && p.Text[first] != ' ' {
					first++
				}
				first = utf8.RuneCountInString(p.Text[:first])
			}
		}
		if op == "" && !c.Number.Dual && (j == from-1 || j == from-2 && s.article(j+1)) && k.In(g.hedge) {
			for n := range k.Word.Readings {
				if q := &k.Word.Readings[n]; q.Classes.Meets(g.hedge) && q.Feat&lang.Pronoun == 0 {
					op, first = q.Key, utf8.RuneCountInString(q.Lemma)
					break
				}
			}
		}
		if op == "" {
			continue
		}
		if s.aged(c, from-1) {
			s.apply(c, strings.TrimRight(op, "/123"))
			return // the word for age stays what the figure stands behind
		}
		c.Start = j
		glued := utf8.RuneCountInString(k.Word.Form) - first
		c.Span.Start = k.Start
		if cut, n, ok := strings.Cut(op, "/"); ok { // a preposition that the lexicon lists with it
			op, glued = cut, int(n[0]-'0')
		}
		if glued > 0 && glued <= 2 {
			c.Span.Start += s.text.Skip(s.text.Source[k.Start:k.End], glued)
			c.Glued = glued == 2 || !k.Has(lang.Conjunction)
		}
		s.apply(c, op)
		return
	}
	if c.Op == opExact && c.From-1 > s.Begin && (s.tokens[c.From-1].In(g.about) || s.tokens[c.From-1].In(g.on)) { // whose ages are under ten
		for j := c.From - 2; j >= s.Begin && j >= c.From-5; j-- {
			under, over := s.Is(j, keyUnder), s.Is(j, keyOver)
			if !under && !over {
				continue
			}
			negated := j > s.Begin && s.tokens[j-1].In(g.negation)
			switch {
			case under && negated:
				s.apply(c, opAtLeast)
			case under:
				s.apply(c, "less_than")
			case negated:
				s.apply(c, "at_most")
			default:
				s.apply(c, "more_than")
			}
			return
		}
	}
}

// aged reports whether the age that a number of years says is named at token i, right before it:
// whose age is not above nineteen years.
func (s *Sentence) aged(c *Quantity, i int) bool {
	return c.Kind == KindTime && i == c.From-1 && i > s.Begin && s.tokens[i].Has(lang.Pronoun) && s.Is(i, keyAge)
}

// inBrackets reports whether the number stands in brackets of its own before what it counts:
// (8) persons.
func (s *Sentence) inBrackets(c *Quantity) bool {
	b := c.From - 1
	return b >= s.Begin && c.Kind == KindNoun && s.tokens[b].Is(lang.BracketOpen) && int(s.tokens[b].Match) == c.Number.To && c.NounFrom > c.Number.To
}

// hedgeAfter takes such words behind the noun, or, where they open a bound, behind what belongs to it.
func (s *Sentence) hedgeAfter(c *Quantity) {
	for _, j := range [2]int{c.To, c.End} {
		op, e := s.hedgeAt(j)
		if op == "" {
			continue
		}
		s.apply(c, op)
		c.End = max(c.End, e)
		if j == c.To {
			c.To = e
			c.Span.End = s.tokens[e-1].End
		}
		return
	}
	for j := c.End; j < min(s.End, c.End+farHedge); j++ {
		if op, _ := s.hedgeAt(j); op == opAtLeast {
			s.apply(c, op)
			return
		}
		if !s.within(j) {
			return
		}
	}
}

// farHedge is how many tokens behind a counted noun a hedge is looked for: five officers of the
// local police, at least.
const farHedge = 5

// hedgeAt is the op of the hedge that begins at token i, and its end; "" if there is none.
func (s *Sentence) hedgeAt(i int) (op string, end int) {
	g := &s.r.g
	if i >= s.End || s.tokens[i].Word == nil {
		return "", i
	}
	if e, p := s.text.PhraseAt(i, g.hedgeAfter); p != nil {
		op, end = p.Key, e
	} else if s.tokens[i].In(g.hedgeAfter) {
		for n := range s.tokens[i].Word.Readings {
			if q := &s.tokens[i].Word.Readings[n]; q.Classes.Meets(g.hedgeAfter) {
				op, end = q.Key, i+1
			}
		}
	}
	if end > s.End {
		return "", i
	}
	return op, end
}

// within reports whether token i can stand between what is counted and a hedge of it: a comma or a
// bracket, where the hedge is set off on both sides, or a word that belongs to the noun; not another
// number, a verb, or what begins another member or names a part, but right before the hedge.
func (s *Sentence) within(i int) bool {
	g := &s.r.g
	k := &s.tokens[i]
	if k.Kind == lang.MarkKind {
		op, e := s.hedgeAt(i + 1)
		return op == opAtLeast && (e >= s.End || s.tokens[e].Kind == lang.MarkKind) && (k.Is(lang.Comma) || k.Is(lang.BracketOpen))
	}
	if k.Kind != lang.WordKind || k.Word == nil || k.In(g.number) || s.Finite(i) {
		return false
	}
	if s.Is(i, keyAmong) {
		op, _ := s.hedgeAt(i + 1)
		return op == opAtLeast
	}
	return !k.Has(lang.Conjunction) && !k.In(g.and.Or(g.time).Or(g.that).Or(g.unit).Or(g.happening))
}

// apply gives a quantity the op of a hedge.
func (s *Sentence) apply(c *Quantity, op string) {
	if c.Op == opRange {
		return
	}
	if c.Op == opVague && op == "about" {
		return
	}
	c.Op = op
}

// open leaves open the bound that an op leaves open.
func (s *Sentence) open(c *Quantity) {
	switch c.Op {
	case opAtLeast, "more_than":
		c.NoHigh = true
	case "at_most", "less_than":
		c.NoLow = true
		if c.Number.Vague {
			c.Low = c.High
		}
	}
}
