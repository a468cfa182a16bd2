package quantity

import "riwaya/internal/lang"

// titled reports whether the number closes a name in quotation marks, which end at token i: it counts
// nothing that stands behind them. A number alone in the marks does.
func (s *Sentence) titled(i int, c *Quantity) bool {
	if i >= s.End || s.tokens[i].Mark != lang.QuoteClose || c.Number.Words {
		return false
	}
	j := c.From - 1
	return int(s.tokens[i].Match) < j && j >= s.Begin && !s.tokens[j].In(s.r.g.hedge) && s.tokens[j].Feats&lang.Function == 0
}

// stopped reports whether the word before or behind says that the number counts nothing.
func (s *Sentence) stopped(c *Quantity) bool {
	g := &s.r.g
	if c.To < s.End && s.Is(c.To, keyNoAfter) {
		return true
	}
	if c.To+1 < s.End && s.tokens[c.To].In(g.from) && s.Is(c.To+1, keyNoAfter) {
		return true
	}
	j := c.From - 1
	if c.Number.Words && c.Number.To == c.From+1 && j >= s.Begin && c.Low >= 1000 && s.digits(j) {
		return true // the thousand of another number, which is not read with it
	}
	if j >= s.Begin && (s.tokens[j].Is(lang.BracketOpen) || s.tokens[j].Mark == lang.QuoteOpen || s.tokens[j].Is(lang.Slash)) {
		j--
	}
	if j >= s.Begin && s.Is(j, keyNumbered) && !c.Number.Words {
		return true // the seventeenth brigade
	}
	if j > s.Begin && !c.Number.Words && s.Is(j, keyNoBefore) && s.tokens[j].Feats&lang.Function == 0 && s.Is(j-1, keyNoBefore) {
		return true // a make, and the word for models before it
	}
	if j < s.Begin || !s.Is(j, keyNoBefore) && !(c.yearly() && s.Is(j, keyNoAfter)) {
		return false
	}
	return c.yearly() || !s.plainly(c.To) && !(s.ofPeople(c.To) && (c.Number.Words || !s.tokens[j].Has(lang.Article|lang.Noun)))
}

// ofPeople reports whether people are named behind a preposition at token i, so that a number
// before it counts them: on the same day three of the residents.
func (s *Sentence) ofPeople(i int) bool {
	if i+1 >= s.End || !s.tokens[i].In(s.r.g.from) || s.tokens[i].Feats&lang.Function == 0 || s.tokens[i+1].Word == nil {
		return false
	}
	w, ok := s.Listed(i + 1)
	return ok && People(w.Group)
}
