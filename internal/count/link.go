package count

import (
	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/quantity"
)

// link makes figures of what was found, and joins them to claims, actors, places, times
// and the figures that they are parts of.
func (r *reading) link() {
	if len(r.found) == 0 {
		return
	}
	out := make([]riwaya.Figure, 0, len(r.found))
	numbers := make([]float64, 0, 3*len(r.found)) // that figures point at
	number := func(v float64) *float64 {
		numbers = append(numbers, v)
		return &numbers[len(numbers)-1]
	}
	for i := range r.found {
		c := &r.found[i]
		nth := 0
		for k := range i {
			if r.found[k].Number.Span == c.Number.Span {
				nth++
			}
		}
		fg := riwaya.Figure{ID: riwaya.FindingID(r.rec.Article.ID, 'f', c.Number.Span, nth), Span: riwaya.Spans{c.Span}, Text: c.Span.Of(r.t.Source),
			Op: c.Op, Group: c.Word.Group, Predicate: c.predicate, Scope: scope(c), Rule: c.rule.name}
		if c.Noun.End > c.Noun.Start {
			s := c.Noun.Of(r.t.Source)
			fg.Noun = &s
		}
		if !c.NoLow {
			fg.Low = number(c.Low)
		}
		if !c.NoHigh || c.Op == "less_than" || c.Op == "at_most" {
			fg.High = number(c.High)
		}
		if c.Unit != "" {
			unit := c.Unit
			fg.Unit = &unit
		}
		if c.Total != 0 {
			fg.Total = number(c.Total)
		}
		if c.whole >= 0 {
			fg.PartOf = &out[c.whole].ID
		}
		fg.Confidence = c.rule.sure * r.claim(c, &fg)
		r.whose(c, &fg)
		r.where(c, &fg)
		r.when(c, &fg)
		out = append(out, fg)
	}
	r.rec.Figures = out
}

// scope is whether a figure is the toll of one incident or how many there are.
func scope(c *chunk) string {
	switch c.predicate {
	case "present", "trapped", "needed", "age", "other":
		return "stock"
	case "displaced", "detained", "missing":
		if c.Word.Predicate == c.predicate {
			return "stock"
		}
	}
	return "incident"
}

// How far a figure may be believed beside its rule: whether it is the claim's own depends on
// how deep in the content it stands.
const (
	sureOfClaim   = 0.98
	unsureOfClaim = 0.92
	deep          = 12 // tokens
)

// claim gives the figure the innermost claim in whose content it stands, and says how sure
// that is.
func (r *reading) claim(c *chunk, fg *riwaya.Figure) float64 {
	best, start := 0, 0
	for i := range r.rec.Claims {
		cl := &r.rec.Claims[i]
		if n := cl.Content.Spans.Hull().Len(); cl.Content.Spans.Contains(c.Number.Span) && (fg.Claim == nil || n < best) {
			fg.Claim, best = &cl.ID, n
			start = cl.Content.Spans[0].Start
		}
	}
	if fg.Claim == nil {
		return sureOfClaim
	}
	for i, n := c.Start-1, 0; i >= 0 && r.k[i].Start >= start; i, n = i-1, n+1 {
		if n > deep || r.k[i].Is(lang.Comma) || r.k[i].Is(lang.Stop) || r.k[i].Kind == lang.BreakKind {
			return unsureOfClaim
		}
	}
	return sureOfClaim
}

// whose is the actor that the counted noun belongs to: the one that stands in the figure
// or right behind its noun.
func (r *reading) whose(c *chunk, fg *riwaya.Figure) {
	if c.NounTo == 0 || c.Kind == quantity.KindMeasure || c.Kind == quantity.KindTime {
		return
	}
	limit := c.Span.End
	if c.NounTo < len(r.k) && c.NounTo < r.lineEnd(c) {
		limit = r.k[c.NounTo].End
	}
	for i := range r.rec.Actors {
		a := &r.rec.Actors[i]
		for _, m := range a.Mentions {
			if m.Start >= c.Noun.Start && m.Start < limit {
				fg.Of = &a.ID
				return
			}
		}
	}
}

// lineEnd is the end of the chunk's sentence.
func (r *reading) lineEnd(c *chunk) int {
	for i := range r.t.Sentences {
		if s := &r.t.Sentences[i]; s.From == c.sentence {
			return s.To
		}
	}
	return c.End
}

// where is the place of what is counted: the nearest behind it in the sentence, or the
// only one before it.
func (r *reading) where(c *chunk, fg *riwaya.Figure) {
	from, to := r.k[c.sentence].Start, r.k[r.lineEnd(c)-1].End
	var behind, only *riwaya.Place
	before := 0
	for i := range r.rec.Places {
		p := &r.rec.Places[i]
		h := p.Span.Hull()
		switch {
		case h.Start < from || h.End > to:
		case h.Start >= c.Span.End:
			if behind == nil || h.Start < behind.Span.Hull().Start {
				behind = p
			}
		case h.End <= c.Span.Start:
			only = p
			before++
		}
	}
	switch {
	case behind != nil && (before == 0 || behind.Span.Hull().Start-c.Span.End < near):
		fg.Place = &behind.ID
	case behind == nil && before == 1:
		fg.Place = &only.ID
	}
}

// near is how many bytes behind a figure a place still surely belongs to it.
const near = 120

// when is the time of what is counted: the only one in the sentence; and since when, if a
// word says so.
func (r *reading) when(c *chunk, fg *riwaya.Figure) {
	from, to := r.k[c.sentence].Start, r.k[r.lineEnd(c)-1].End
	n := 0
	var only *riwaya.Time
	for i := range r.rec.Times {
		t := &r.rec.Times[i]
		h := t.Span.Hull()
		if h.Start < from || h.End > to || h.Overlaps(c.Span) {
			continue
		}
		n++
		only = t
		if i := r.tokenAt(h.Start, c); i >= 0 && (r.Is(i, "since") || i > r.Begin && r.Is(i-1, "since")) && c.Kind != quantity.KindMeasure {
			fg.Since = &t.ID
			if quantity.People(c.Word.Group) && fg.Scope == "incident" {
				fg.Scope = "cumulative"
			}
			return
		}
	}
	if n == 1 {
		fg.Time = &only.ID
	}
}

// tokenAt is the token of the chunk's sentence that begins at byte b or around it, -1 if
// there is none.
func (r *reading) tokenAt(b int, c *chunk) int {
	r.Begin, r.End = c.sentence, r.lineEnd(c)
	for i := r.Begin; i < r.End; i++ {
		if r.k[i].Start <= b && b < r.k[i].End {
			return i
		}
	}
	return -1
}
