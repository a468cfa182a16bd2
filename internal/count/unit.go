package count

import (
	"strings"

	"riwaya"
	"riwaya/internal/lang"
)

// sign takes a sign of percent or of a currency at the number.
func (r *reading) sign(c *chunk) bool {
	if c.to < r.end && r.k[c.to].Kind == lang.MarkKind {
		if u := signs[r.t.Source[r.k[c.to].Start:r.k[c.to].End]]; u != "" {
			c.unit, c.kind = u, kindMeasure
			c.to++
			c.end = c.to
			c.span.End = r.k[c.to-1].End
			return true
		}
	}
	if c.from > r.begin && r.k[c.from].Tight && r.k[c.from-1].Kind == lang.MarkKind {
		if u := signs[r.t.Source[r.k[c.from-1].Start:r.k[c.from-1].End]]; u != "" {
			c.unit, c.kind = u, kindMeasure
			c.from--
			c.start = c.from
			c.span.Start = r.k[c.from].Start
			return true
		}
	}
	return false
}

// signs are the signs of units.
var signs = map[string]string{"%": "%", "٪": "%", "﹪": "%", "$": "USD", "€": "EUR", "£": "GBP"}

// unitAt is the end of the unit at token i.
func (r *reading) unitAt(i int) (int, bool) {
	g := &r.f.g
	k := &r.k[i]
	if e, p := r.t.PhraseAt(i, g.unit); p != nil && e <= r.end {
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

// measured gives a chunk the unit of tokens [i, e).
func (r *reading) measured(c *chunk, i, e int) {
	g := &r.f.g
	unit := ""
	if _, p := r.t.PhraseAt(i, g.unit); p != nil {
		unit = p.Key
	} else {
		for n := range r.k[i].Word.Readings {
			if q := &r.k[i].Word.Readings[n]; q.Classes.Meets(g.unit) {
				unit = q.Key
				break
			}
		}
	}
	unit = strings.TrimSuffix(unit, "+")
	c.kind, c.unit, c.to, c.end = kindMeasure, unit, e, e
	c.nounFrom, c.nounTo, c.noun = i, e, r.t.Span(i, e)
	c.span.End = max(c.span.End, c.noun.End)
	switch unit {
	case "second", "minute", "hour", "day", "week", "month", "year", "decade", "century":
		c.kind = kindTime
	case "%":
		c.noun = riwaya.Span{}
	case "degree":
		c.kind = ""
	}
}

// count reports whether a number is of digits alone, without separators.
func count(s string) bool {
	return !strings.ContainsAny(s, ".,\u066b\u066c")
}
