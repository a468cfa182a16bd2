package quantity

import (
	"strings"

	"riwaya"
	"riwaya/internal/lang"
)

// sign takes a sign of percent or of a currency at the number.
func (s *Sentence) sign(c *Quantity) bool {
	if c.To < s.End && s.tokens[c.To].Kind == lang.MarkKind {
		if u := signs[s.text.Source[s.tokens[c.To].Start:s.tokens[c.To].End]]; u != "" {
			c.Unit, c.Kind = u, KindMeasure
			c.To++
			c.End = c.To
			c.Span.End = s.tokens[c.To-1].End
			return true
		}
	}
	if c.From > s.Begin && s.tokens[c.From].Tight() && s.tokens[c.From-1].Kind == lang.MarkKind {
		if u := signs[s.text.Source[s.tokens[c.From-1].Start:s.tokens[c.From-1].End]]; u != "" {
			c.Unit, c.Kind = u, KindMeasure
			c.From--
			c.Start = c.From
			c.Span.Start = s.tokens[c.From].Start
			return true
		}
	}
	return false
}

// signs are the signs of units.
var signs = map[string]string{"%": "%", "٪": "%", "﹪": "%", "$": "USD", "€": "EUR", "£": "GBP"}

// unitAt is the end of the unit at token i.
func (s *Sentence) unitAt(i int) (int, bool) {
	g := &s.r.g
	k := &s.tokens[i]
	if e, p := s.text.PhraseAt(i, g.unit); p != nil && e <= s.End {
		return e, true
	}
	if k.Mark == lang.QuoteClose || k.Word == nil || !k.In(g.unit) {
		return i, false
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Classes.Meets(g.unit) && q.Feat&(lang.Conjunction|lang.For|lang.Like) == 0 {
			return i + 1, true
		}
	}
	return i, false
}

// measured gives a quantity the unit of tokens [i, e).
func (s *Sentence) measured(c *Quantity, i, e int) {
	g := &s.r.g
	unit := ""
	if _, p := s.text.PhraseAt(i, g.unit); p != nil {
		unit = p.Key
	} else {
		for n := range s.tokens[i].Word.Readings {
			if q := &s.tokens[i].Word.Readings[n]; q.Classes.Meets(g.unit) {
				unit = q.Key
				break
			}
		}
	}
	unit = strings.TrimSuffix(unit, "+")
	c.Kind, c.Unit, c.To, c.End = KindMeasure, unit, e, e
	c.NounFrom, c.NounTo, c.Noun = i, e, s.text.Span(i, e)
	c.Span.End = max(c.Span.End, c.Noun.End)
	switch unit {
	case "second", "minute", "hour", "day", "week", "month", "year", "decade", "century":
		c.Kind = KindTime
	case "%":
		c.Noun = riwaya.Span{}
	case "degree":
		c.Kind = ""
	}
}

// count reports whether a number is of digits alone, without separators.
func count(s string) bool {
	return !strings.ContainsAny(s, ".,\u066b\u066c")
}

// either takes "one man or two": the same noun before the dual.
func (s *Sentence) either(c *Quantity) {
	if c.From-2 < s.Begin || !s.Is(c.From-1, keyOr) {
		return
	}
	lemma := ""
	for n := range s.tokens[c.From].Word.Readings {
		if q := &s.tokens[c.From].Word.Readings[n]; q.Classes.Meets(s.r.g.counted) {
			lemma = q.Lemma
			break
		}
	}
	k := &s.tokens[c.From-2]
	if k.Word == nil || lemma == "" {
		return
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Classes.Meets(s.r.g.counted) && q.Lemma == lemma && q.Feat&lang.Dual == 0 {
			c.Op, c.Low, c.High = opRange, 1, 2
			c.Start, c.From = c.From-2, c.From-2
			c.Span.Start = s.text.Inner(c.From, q)
			return
		}
	}
}
