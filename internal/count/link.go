package count

import (
	"slices"

	"riwaya"
	"riwaya/internal/count/predicate"
	"riwaya/internal/count/since"
	"riwaya/internal/lang"
	"riwaya/internal/link"
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
	r.around.join(r)
	for i := range r.found {
		c := &r.found[i]
		nth := 0
		for _, e := range r.around.numbers.Starting(c.Number.Span.Start, c.Number.Span.Start+1) {
			if e.Of < i && e.Span == c.Number.Span {
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
		fg.Confidence = c.rule.sure * r.claim(c, r.around.claims[i], &fg)
		r.whose(c, &fg)
		if c.predicate != "age" { // somebody is that old wherever and whenever it is said
			r.where(c, &fg)
			r.when(c, &fg)
		}
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

// claim gives the figure the innermost claim in whose content it stands, number at of the
// article, and says how sure that is.
func (r *reading) claim(c *chunk, at int, fg *riwaya.Figure) float64 {
	if at < 0 {
		return sureOfClaim
	}
	cl := &r.rec.Claims[at]
	fg.Claim = &cl.ID
	start := cl.Content.Spans[0].Start
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
	if first := r.around.mentions.First(c.Noun.Start, limit); first >= 0 {
		fg.Of = &r.rec.Actors[first].ID
	}
}

// lineEnd is the end of the chunk's sentence.
func (r *reading) lineEnd(c *chunk) int {
	if s := r.t.SentenceFrom(c.sentence); s != nil {
		return s.To
	}
	return c.End
}

// where is the place of what is counted: the nearest behind it in the sentence, or the
// only one before it.
func (r *reading) where(c *chunk, fg *riwaya.Figure) {
	places := r.lineOf(c).places
	n, _ := slices.BinarySearchFunc(places, c.Span.End, func(e link.Entry, at int) int { return e.Start - at })
	var behind, only *riwaya.Place
	passed := false // a place behind the figure is told of something else
	for _, e := range places[n:] {
		if r.f.scenes.Seat(r.k, e) {
			continue
		}
		p := &r.rec.Places[e.Of]
		if people(c) && !predicate.Leaves(c.predicate) && p.Relation == "in" && r.f.scenes.Whence(r.k, e) {
			passed = true
			break // and what follows in the list is whence, too
		}
		behind = p
		break
	}
	before, last := 0, link.Entry{}
	for _, e := range places[:n] {
		if e.End > c.Span.Start || r.f.scenes.Seat(r.k, e) {
			continue
		}
		last = e
		only = &r.rec.Places[e.Of]
		if before++; before > 1 {
			break
		}
	}
	there, ok := r.f.scenes.There(r.k, c.sentence, c.Start, places)
	if behind != nil && r.f.scenes.Elsewhere(r.k, c.End-1, behind.Span.Hull().Start) {
		behind, passed = nil, true
	}
	switch {
	case ok:
		fg.Place = &r.rec.Places[there].ID
	case behind != nil && (before == 0 || behind.Span.Hull().Start-c.Span.End < near):
		fg.Place = &behind.ID
	case behind == nil && before == 1 && !(passed && (c.Span.Start-last.End >= near || r.f.scenes.Whence(r.k, last))):
		fg.Place = &only.ID
	}
}

// people reports whether people are counted.
func people(c *chunk) bool { return quantity.People(c.Word.Group) }

// near is how many bytes behind a figure a place still surely belongs to it.
const near = 120

// when is the time of what is counted: the only one in the sentence; and since when, if a
// word says so.
func (r *reading) when(c *chunk, fg *riwaya.Figure) {
	l := r.lineOf(c)
	limit := len(r.t.Source)
	if s := r.sinces().Of(l.since, c.Start, c.End); s != nil && c.Kind != quantity.KindMeasure {
		if people(c) && fg.Scope == "incident" {
			fg.Scope = "cumulative"
		}
		if s.Time >= 0 {
			fg.Since = &r.rec.Times[s.Time].ID
			return
		}
		limit = r.k[s.At].Start // what stands behind it may say when that began
	}
	n := 0
	var only *riwaya.Time
	for _, i := range l.times {
		t := &r.rec.Times[i]
		if t.Span.Hull().Overlaps(c.Span) || t.Span.Hull().Start > limit || slices.ContainsFunc(l.since, func(s since.Point) bool { return s.Time == i }) {
			continue
		}
		only = t
		if n++; n > 1 {
			return
		}
	}
	if n == 1 && !r.f.scenes.Remembered(r.k, only.Span.Hull().End, c.Start) {
		fg.Time = &only.ID
	}
}
