package trace

import (
	"slices"
	"strings"
	"unicode/utf8"

	"riwaya"
)

// sureness orders the classes of cues that say the same more or less surely.
var sureness = map[string]int{"believe": 1, "expect": 1, "claim": 1, "assert": 2, "announce": 2, "confirm": 3}

// claims compares what is said of the same content: how surely, by whom, with which hedges, and
// what is in quotation marks.
func (c *comparison) claims(pairs []pair) {
	for _, p := range pairs {
		a, b := c.side(p)
		if a == nil {
			continue
		}
		if p.one {
			c.class(a.claim, b.claim)
			c.hedges(a.claim, b.claim)
		} else {
			c.speaker(a, b)
		}
		if a.claim.Content.Mode == riwaya.ModeDirect && b.claim.Content.Mode == riwaya.ModeDirect {
			c.quote(a, b)
		}
	}
}

// side are the two sayings of a pair as the comparison has its sides; nil if they are others.
func (c *comparison) side(p pair) (*saying, *saying) {
	a, b := &c.s.all[p.a], &c.s.all[p.b]
	if &c.s.reports[a.report] != c.a {
		a, b = b, a
	}
	if &c.s.reports[a.report] != c.a || &c.s.reports[b.report] != c.b {
		return nil, nil
	}
	return a, b
}

func (c *comparison) class(a, b *riwaya.Claim) {
	was, is := sureness[a.Cue.Class], sureness[b.Cue.Class]
	if was == 0 || is == 0 || was == is || a.Cue.Lemma == b.Cue.Lemma || a.Negated || b.Negated {
		return
	}
	// In other words "said" and "confirmed" are hardly two things; between copies they are.
	if c.kind == riwaya.EdgeStatement && was != 1 && is != 1 {
		return
	}
	reason, weight := "stronger", 0.5
	if is < was {
		reason, weight = "weaker", 0.4
	}
	if was == 1 || is == 1 {
		weight += 0.1
	}
	c.add(riwaya.ChangeClass, weight, a.Cue.Spans, b.Cue.Spans, a.Cue.Class, b.Cue.Class, reason, a.Cue.Text, b.Cue.Text)
}

// hedges compares the words that make a claim less sure.
func (c *comparison) hedges(a, b *riwaya.Claim) {
	if c.kind == riwaya.EdgeStatement {
		return // other words have other hedges
	}
	for n, h := range c.st.hunks {
		if c.used[n] || !c.anchored(h) {
			continue
		}
		from, to := c.hedgeWords(c.a, c.x, h.a0, h.a1), c.hedgeWords(c.b, c.y, h.b0, h.b1)
		switch {
		case h.b0 == h.b1 && from != "" && slices.Contains(a.Hedges, from) && len(b.Hedges) == 0:
			c.used[n] = true
			c.add(riwaya.ChangeHedge, 0.65, c.spanA(h.a0, h.a1), c.spanB(h.b0, h.b1), from, "", "hedge-dropped", from)
		case h.a0 == h.a1 && to != "" && slices.Contains(b.Hedges, to) && len(a.Hedges) == 0:
			c.used[n] = true
			c.add(riwaya.ChangeHedge, 0.5, c.spanA(h.a0, h.a1), c.spanB(h.b0, h.b1), "", to, "hedge-added", to)
		}
	}
}

// speaker notes that the same words are said by another. Both must be named where they stand,
// and be nobody who could be the other.
func (c *comparison) speaker(a, b *saying) {
	x, y := &a.claim.Source, &b.claim.Source
	if x.Elided || y.Elided || len(x.Spans) == 0 || len(y.Spans) == 0 || a.who.private || b.who.private || a.who.unnamed || b.who.unnamed {
		return
	}
	if x.Kind == "document" || y.Kind == "document" || x.Kind == "media" || y.Kind == "media" || x.Kind == "other" || y.Kind == "other" {
		return // who relays may be named instead of who spoke
	}
	if a.who.ofKey != "" && (a.who.ofKey == b.who.key || a.who.ofKey == b.who.ofKey) || b.who.ofKey != "" && b.who.ofKey == a.who.key {
		return
	}
	if c.s.shareWord(x.Text, y.Text) || !utf8.ValidString(x.Text) {
		return
	}
	c.add(riwaya.ChangeSpeaker, 0.9, x.Spans, y.Spans, a.who.name, b.who.name, "speaker", a.who.name, b.who.name)
}

// quote compares words inside quotation marks.
func (c *comparison) quote(a, b *saying) {
	inside := func(in []riwaya.Span, from, to int) bool {
		return slices.ContainsFunc(in, func(s riwaya.Span) bool { return s.Start < from && to < s.End })
	}
	for n, h := range c.st.hunks {
		if c.used[n] || !inside(a.in, h.a0, h.a1) || !inside(b.in, h.b0, h.b1) || !c.anchored(h) {
			continue
		}
		x, y := c.telling(c.x[h.a0:h.a1]), c.telling(c.y[h.b0:h.b1])
		reason, weight := "", 0.0
		switch {
		case x > 0 && y > 0 && !c.spelled(c.x[h.a0:h.a1], c.y[h.b0:h.b1]) && !c.reordered(h):
			reason, weight = "quote-altered", 0.72
		case x >= 3 && h.b0 == h.b1:
			reason, weight = "quote-cut", 0.48
		case y >= 3 && h.a0 == h.a1:
			reason, weight = "quote-grown", 0.46
		default:
			continue
		}
		c.used[n] = true
		c.add(riwaya.ChangeQuote, weight, c.spanA(h.a0, h.a1), c.spanB(h.b0, h.b1), "", "", reason)
	}
}

// telling is how many of some words say something.
func (c *comparison) telling(words []word) int {
	n := 0
	for _, w := range words {
		if !c.s.v.is(w.term, functionWord) {
			n++
		}
	}
	return n
}

// reordered reports whether the words of a hunk are only elsewhere near it on the other side.
func (c *comparison) reordered(h hunk) bool {
	for _, w := range c.x[h.a0:h.a1] {
		if !c.s.v.is(w.term, functionWord) && has1(c.y[max(h.b0-around, 0):min(h.b1+around, len(c.y))], w.term) {
			return true
		}
	}
	for _, w := range c.y[h.b0:h.b1] {
		if !c.s.v.is(w.term, functionWord) && has1(c.x[max(h.a0-around, 0):min(h.a1+around, len(c.x))], w.term) {
			return true
		}
	}
	return false
}

func has1(words []word, term int32) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.term == term })
}

// words compares words that judge.
func (c *comparison) words() {
	for n, h := range c.st.hunks {
		if c.used[n] || h.a1-h.a0 > 3 || h.b1-h.b0 > 3 || !c.anchored(h) || c.reordered(h) {
			continue
		}
		x, y := c.sensesOf(c.x[h.a0:h.a1]), c.sensesOf(c.y[h.b0:h.b1])
		switch {
		case len(x) == 0 && len(y) == 0:
		case len(x) == 1 && len(y) == 1:
			if x[0].scale == y[0].scale && x[0].name != y[0].name && (x[0].alone || y[0].alone) {
				c.used[n] = true
				c.add(riwaya.ChangeLoaded, 0.56, c.spanA(h.a0, h.a1), c.spanB(h.b0, h.b1), x[0].name, y[0].name, "loaded", x[0].name, y[0].name)
			}
		case len(x) == 0 && len(y) == 1 && y[0].alone && h.a0 == h.a1:
			c.used[n] = true
			c.add(riwaya.ChangeLoaded, 0.54, c.spanA(h.a0, h.a1), c.spanB(h.b0, h.b1), "", y[0].name, "loaded-added", c.hedgeWords(c.b, c.y, h.b0, h.b1))
		case len(y) == 0 && len(x) == 1 && x[0].alone && h.b0 == h.b1:
			c.used[n] = true
			c.add(riwaya.ChangeLoaded, 0.52, c.spanA(h.a0, h.a1), c.spanB(h.b0, h.b1), x[0].name, "", "loaded-dropped", c.hedgeWords(c.a, c.x, h.a0, h.a1))
		}
	}
}

// sensesOf are the judging senses of words, where each has one.
func (c *comparison) sensesOf(words []word) []sense {
	var out []sense
	for _, w := range words {
		if c.s.v.is(w.term, loadedWord) {
			out = append(out, c.s.t.loaded[c.s.v.terms[w.term]][0])
		}
	}
	return out
}

// attributions finds what one report attributes and the other tells as its own.
func (c *comparison) attributions(pairs []pair) {
	paired := map[*riwaya.Claim]bool{}
	for _, p := range pairs {
		paired[c.s.all[p.a].claim], paired[c.s.all[p.b].claim] = true, true
	}
	for i := range c.a.rec.Claims {
		if cl := &c.a.rec.Claims[i]; !paired[cl] {
			if k, l, ok := c.alone(c.a, c.x, c.st.a0, c.st.a1, c.st.to, c.st.toB, c.b, c.y, cl); ok {
				from := c.attributed(cl)
				c.add(riwaya.ChangeAttribution, 0.88, from, c.spanB(k, l), cl.Cue.Class, "", "attribution-dropped", c.calls(c.a, cl))
			}
		}
	}
	for i := range c.b.rec.Claims {
		if cl := &c.b.rec.Claims[i]; !paired[cl] {
			if k, l, ok := c.alone(c.b, c.y, c.st.b0, c.st.b1, c.st.from, c.st.toA, c.a, c.x, cl); ok {
				c.add(riwaya.ChangeAttribution, 0.5, c.spanA(k, l), c.attributed(cl), "", cl.Cue.Class, "attribution-added", c.calls(c.b, cl))
			}
		}
	}
}

// attributed are the words that attribute, and what they do.
func (c *comparison) attributed(cl *riwaya.Claim) riwaya.Spans {
	return riwaya.Spans{{Start: min(cl.Cue.Spans.Hull().Start, cl.Content.Spans.Hull().Start), End: max(cl.Cue.Spans.Hull().End, cl.Content.Spans.Hull().End)}}
}

// calls is who is the source of a claim, as reasons name it.
func (c *comparison) calls(r *report, cl *riwaya.Claim) string {
	who := c.s.identify(r, cl)
	return called(&riwaya.Origin{Name: who.name, Private: who.private, Source: cl.Source.Kind})
}

// Around words that one report tells as its own nothing may attribute, as far as this many words.
const silence = 25

// alone reports whether the other report has the content of a claim word for word, with nothing
// that attributes near it, and where.
func (c *comparison) alone(r *report, x []word, low, high int, same []int32, across func(int, int) (int, int), other *report, y []word, cl *riwaya.Claim) (int, int, bool) {
	src := &cl.Source
	if c.kind == riwaya.EdgeStatement || src.Elided || len(src.Spans) == 0 || len(cl.Cue.Spans) == 0 || cl.Parent != nil || sureness[cl.Cue.Class] == 0 || cl.Cue.Class == "believe" {
		return 0, 0, false
	}
	from, to := within(x, cl.Content.Spans.Hull())
	if to-from < 8 || from < low || to > high || cl.Content.Spans.Hull().Start < len(r.rec.Article.Title) {
		return 0, 0, false
	}
	n := 0
	for i := from; i < to; i++ {
		if same[i-low] >= 0 {
			n++
		}
	}
	k, l := across(from, to)
	if 10*n < 9*(to-from) || l-k > to-from+2 || l-k < to-from-2 || int(y[k].start) < len(other.rec.Article.Title) {
		return 0, 0, false
	}
	// What attributes must stand right before the content, and be what the other leaves out.
	cue, cueEnd := within(x, cl.Cue.Spans.Hull())
	if cueEnd > from || from-cueEnd > 10 || cue < low {
		return 0, 0, false
	}
	for i := cue; i < cueEnd; i++ {
		if same[i-low] >= 0 {
			return 0, 0, false
		}
	}
	near := riwaya.Span{Start: int(y[max(k-silence, 0)].start), End: int(y[min(l+silence, len(y))-1].end)}
	for i := range other.rec.Claims {
		d := &other.rec.Claims[i]
		if d.Cue.Spans.Hull().Overlaps(near) || d.Content.Spans.Hull().Overlaps(riwaya.Span{Start: int(y[k].start), End: int(y[l-1].end)}) {
			return 0, 0, false
		}
	}
	speaks := map[int32]bool{}
	for _, w := range x[cue:cueEnd] {
		speaks[w.term] = true
	}
	sFrom, sTo := within(x, src.Spans.Hull())
	for _, w := range x[sFrom:sTo] {
		if !c.s.v.is(w.term, functionWord) {
			speaks[w.term] = true
		}
	}
	for _, w := range y[max(k-silence, 0):k] {
		if speaks[w.term] {
			return 0, 0, false
		}
	}
	between := other.rec.Article.Text[int(y[max(k-1, 0)].start):int(y[k].start)]
	return k, l, !strings.ContainsAny(between, "\"“”«»:'")
}
