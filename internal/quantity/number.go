package quantity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riwaya/internal/lang"
	"riwaya/internal/number"
)

// At reads the quantity whose number begins at token i into c; it is false where the number
// is none, or none that counts: then only c.To holds, behind what was read.
func (s *Sentence) At(i int, c *Quantity) bool {
	n, ok := s.r.numbers.At(s.text, i)
	c.To = n.To
	if !ok {
		return false
	}
	if n.Ordinal && n.To < s.End && s.Is(n.To, keyAged) {
		n.Ordinal = false // in the eighteenth of her age
	}
	if n.Ordinal {
		return false
	}
	if s.twice(i, n) {
		return false
	}
	*c = Quantity{Start: i, From: i, Number: n, Op: opExact, Low: n.Low, High: n.High, Span: n.Span, To: n.To}
	if n.Vague {
		c.Op = opVague
	}
	if n.Dual {
		c.To = n.From
	}
	if !s.stands(c) {
		c.To = n.To
		return false
	}
	s.spread(c)
	s.counted(c)
	if c.Kind == "" || s.inBrackets(c) && c.yearly() {
		return false // (1961) is a year's
	}
	s.hedge(c)
	switch i := c.Start; {
	case i == c.From && s.tokens[i].Word != nil:
		c.Glued = s.gluedTo(i)
	case i > s.Begin && s.tokens[i].Tight() && s.tokens[i-1].Word != nil && len(s.tokens[i-1].Word.Form) == 2 && !s.tokens[i-1].In(s.r.g.and):
		c.Glued = true // one letter before digits
	}
	s.hedgeAfter(c)
	s.open(c)
	return true
}

// twice reports whether a number in brackets, which begins at token i, is said again in letters
// behind them: (7) seven men. Then the second is read, and stands for both.
func (s *Sentence) twice(i int, n number.Number) bool {
	if i <= s.Begin || n.To+1 >= s.End || !s.tokens[i-1].Is(lang.BracketOpen) || int(s.tokens[i-1].Match) != n.To || !s.tokens[n.To+1].In(s.r.g.number) {
		return false
	}
	again, ok := s.r.numbers.At(s.text, n.To+1)
	return ok && again.Words && again.Low == n.Low && again.High == n.High
}

// gluedTo reports whether a preposition is glued to the number word at token i.
func (s *Sentence) gluedTo(i int) bool {
	for n := range s.tokens[i].Word.Readings {
		if q := &s.tokens[i].Word.Readings[n]; q.Classes.Meets(s.r.g.anchor) {
			return q.Feat&(lang.With|lang.For|lang.Like) != 0
		}
	}
	return false
}

// stands reports whether a number stands free: not in a name of a weapon, an address, a
// date or a clock time.
func (s *Sentence) stands(c *Quantity) bool {
	i := c.From
	if k := &s.tokens[i]; k.Kind == lang.NumberKind {
		if i > 0 && k.Tight() && (s.tokens[i-1].Is(lang.Dash) && s.tokens[i-1].Tight() && i > 1 && s.tokens[i-2].Kind == lang.WordKind || s.tokens[i-1].Is(lang.Slash) || s.tokens[i-1].Is(lang.Hash) || s.latin(i-1)) {
			return false
		}
		if c.To < len(s.tokens) && s.tokens[c.To].Tight() && (s.tokens[c.To].Is(lang.Slash) || s.latin(c.To)) {
			return false
		}
		if s.reversed(i-2) || s.reversed(c.To-1) {
			return false
		}
		if rest := s.text.Source[k.End:]; strings.HasPrefix(rest, "\ufe0f") || strings.HasPrefix(rest, "\u20e3") {
			return false // a key cap: the number of a list
		}
		if c.To+1 < len(s.tokens) && s.letter(c.To) && s.tokens[c.To+1].Tight() && s.tokens[c.To+1].Kind == lang.NumberKind || i > 1 && k.Tight() && s.letter(i-1) && s.tokens[i-1].Tight() && s.tokens[i-2].Kind == lang.NumberKind {
			return false // decimals as agencies write them, from which side is not clear
		}
	}
	if i > 1 && c.Number.Words && s.tokens[i-1].Kind == lang.MarkKind && s.tokens[i-1].Match >= 0 && int(s.tokens[i-1].Match) < i && s.tokens[i-2].Kind == lang.NumberKind {
		if j := int(s.tokens[i-1].Match); j >= s.Begin && s.tokens[i-1].Is(lang.BracketClose) && j+2 == i-1 {
			if n, ok := s.r.numbers.At(s.text, j+1); ok && n.Low == c.Low && n.High == c.High {
				c.Start, c.Span.Start = j, s.tokens[j].Start
				return true
			}
		}
		return false // it multiplies the number in quotation marks before it
	}
	return true
}

// reversed reports whether tokens i to i+2 are digits, a point and digits with an invisible
// sign between: decimals that a newsroom's system has turned round, nobody knows which.
func (s *Sentence) reversed(i int) bool {
	if i < 0 || i+2 >= len(s.tokens) || s.tokens[i].Kind != lang.NumberKind || s.tokens[i+2].Kind != lang.NumberKind || !s.tokens[i+1].Is(lang.Stop) && !s.tokens[i+1].Is(lang.Comma) || !s.tokens[i+1].Tight() {
		return false
	}
	between := s.text.Source[s.tokens[i+1].End:s.tokens[i+2].Start]
	return between != "" && !strings.ContainsAny(between, " \t\u00a0")
}

// letter reports whether token i is one letter, tight behind what is before it.
func (s *Sentence) letter(i int) bool {
	k := &s.tokens[i]
	return k.Kind == lang.WordKind && k.Tight() && k.End-k.Start <= 2
}

// latin reports whether token i is a word of Latin letters.
func (s *Sentence) latin(i int) bool {
	k := &s.tokens[i]
	return k.Kind == lang.WordKind && s.text.Source[k.Start] < utf8.RuneSelf
}

// spread takes the second number of a range: three to five, between three and five.
func (s *Sentence) spread(c *Quantity) {
	if c.Number.Vague || c.Number.Dual || c.Number.OneOf || c.Number.Fraction {
		return
	}
	i := c.To
	if i+1 >= s.End {
		return
	}
	var n number.Number
	ok := false
	switch k := &s.tokens[i]; {
	case k.Is(lang.Dash) && (s.tokens[i+1].Kind == lang.NumberKind || s.tokens[i+1].In(s.r.g.number)):
		n, ok = s.r.numbers.At(s.text, i+1)
		ok = ok && (k.Tight() == s.tokens[i+1].Tight())
	case s.Is(i, keyOr), k.In(s.r.g.to) && c.From > s.Begin && (s.tokens[c.From-1].In(s.r.g.from) || s.Is(c.From-1, keyBetween)):
		n, ok = s.r.numbers.At(s.text, i+1)
	case k.In(s.r.g.to) && k.Feats&lang.Function != 0 && s.tokens[c.From].Kind == lang.NumberKind && s.tokens[i+1].Kind == lang.NumberKind && c.To == c.From+1: // 35 to 40 people
		if n, ok = s.r.numbers.At(s.text, i+1); ok && n.Low > 2*c.Low && (n.To == n.From+1 || n.Low > 2000*c.Low) || n.To < s.End && s.tokens[n.To].Kind != lang.WordKind {
			return
		}
	case c.From > s.Begin && s.Is(c.From-1, keyBetween):
		if k.Kind == lang.WordKind && k.End-k.Start <= 6 && s.tokens[i+1].Kind == lang.NumberKind && s.tokens[i+1].Tight() || k.In(s.r.g.and) {
			i++
		} else if !k.Has(lang.Conjunction) {
			return
		}
		n, ok = s.r.numbers.At(s.text, i)
	}
	if !ok || n.Vague || n.Dual || n.Ordinal || n.OneOf || n.To > s.End {
		return
	}
	low := c.Low
	if low < n.Low && low < 1000 && n.Low >= 1000 && (s.tokens[c.From].Kind == lang.NumberKind || low < 11) && n.To > n.From+1 { // five to six thousand
		for _, u := range []float64{1e9, 1e6, 1e3} {
			if n.Low >= u {
				low *= u
				break
			}
		}
	}
	if low >= n.Low {
		return
	}
	for j := c.From - 1; j >= max(s.Begin, c.From-2); j-- {
		if s.ContextAt(j, keyBetween) == c.From || j == c.From-1 && s.tokens[j].In(s.r.g.from) {
			c.Start = j // what stands before the range stands before this word
		}
	}
	c.Op, c.Low, c.High = opRange, low, n.High
	c.To, c.Span.End = n.To, n.Span.End
}

// article reports whether token i is an article that stands before digits.
func (s *Sentence) article(i int) bool {
	k := &s.tokens[i]
	return k.Word != nil && len(k.Word.Form) >= 4 && len(k.Word.Form) <= 6 && !k.In(s.r.g.prep) && !s.latin(i) && i+1 < s.End && s.tokens[i+1].Kind == lang.NumberKind && s.tokens[i+1].Tight()
}

// digits reports whether token i ends in a digit and may be no year: a number, or a word that one is glued to.
func (s *Sentence) digits(i int) bool {
	k := &s.tokens[i]
	last, _ := utf8.DecodeLastRuneInString(s.text.Source[k.Start:k.End])
	if !unicode.IsDigit(last) {
		return false
	}
	n, ok := s.r.numbers.At(s.text, i)
	return !(k.Kind == lang.NumberKind && ok && year(n.Low))
}

// year reports whether a number may be that of a year that news speak of.
func year(n float64) bool { return n >= 1900 && n <= 2100 }

// yearly reports whether the number may be a year's.
func (c *Quantity) yearly() bool {
	return year(c.Low) && c.Low == c.High && !c.Number.Words && c.Number.To == c.Number.From+1
}
