package trace

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/lang/ar/letters"
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
			c.class(a, b)
			c.hedges(a.claim, b.claim)
		} else {
			c.speaker(a, b)
		}
		// What was said in another language is quoted in as many words as it was translated.
		if a.claim.Content.Mode == riwaya.ModeDirect && b.claim.Content.Mode == riwaya.ModeDirect && (c.kind != riwaya.EdgeStatement || c.st.share(a.in, b.in) > 0.9) {
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

func (c *comparison) class(x, y *saying) {
	a, b := x.claim, y.claim
	was, is := sureness[a.Cue.Class], sureness[b.Cue.Class]
	if was == 0 || is == 0 || was == is || a.Cue.Lemma == b.Cue.Lemma || a.Negated || b.Negated || a.Parent != nil || b.Parent != nil {
		return
	}
	// In other words "said" and "confirmed" are hardly two things; between copies they are.
	if c.kind == riwaya.EdgeStatement && was != 1 && is != 1 {
		return
	}
	if was > 1 && is > 1 && c.s.t.confirming[c.lemma(a)] == c.s.t.confirming[c.lemma(b)] || c.s.t.going[c.lemma(a)] || c.s.t.going[c.lemma(b)] {
		return // to stress is not to confirm, and "went on" says as it was said before
	}
	if !c.leads(x, y) || x.who.name != "" && y.who.name != "" && x.who.key != y.who.key && !c.s.shareWord(x.who.name, y.who.name) {
		return
	}
	// What one has as its cue the other may have as a part of what is said: it is expected.
	if c.within(a.Cue.Lemma, y) || c.within(b.Cue.Lemma, x) {
		return
	}
	reason, weight := "stronger", 0.36
	if is < was {
		reason, weight = "weaker", 0.32
	}
	if was == 1 || is == 1 {
		weight += 0.2
	}
	c.add(riwaya.ChangeClass, weight, a.Cue.Spans, b.Cue.Spans, a.Cue.Class, b.Cue.Class, reason, a.Cue.Text, b.Cue.Text)
}

// leads reports whether the cues of two claims stand at the same place: right before the content
// on both sides.
func (c *comparison) leads(x, y *saying) bool {
	const near = 12
	before := func(words []word, s *saying) bool {
		from, to := within(words, s.claim.Cue.Spans.Hull())
		return from < to && len(s.in) > 0 && to <= s.in[0].Start && s.in[0].Start-to <= near
	}
	if !before(c.x, x) || !before(c.y, y) {
		return false
	}
	at, _ := c.st.toB(x.in[0].Start, x.in[0].Start+1)
	return at-y.in[0].Start <= 3 && y.in[0].Start-at <= 3
}

// lemma is the lemma of a claim's cue as a term.
func (c *comparison) lemma(cl *riwaya.Claim) string { return c.s.v.key(cl.Cue.Lemma) }

// within reports whether a content begins with a word of the same root as a lemma.
func (c *comparison) within(lemma string, s *saying) bool {
	k := letters.Skeleton(c.s.v.key(lemma))
	words := c.s.contentOf(s)
	return k != "" && slices.ContainsFunc(words[:min(6, len(words))], func(w word) bool { return letters.Skeleton(c.s.v.terms[w.term]) == k })
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
	if !c.leads(a, b) || x.Elided || y.Elided || len(x.Spans) == 0 || len(y.Spans) == 0 || a.who.private || b.who.private || a.who.unnamed || b.who.unnamed {
		return
	}
	if x.Kind == "document" || y.Kind == "document" || x.Kind == "media" || y.Kind == "media" || x.Kind == "other" || y.Kind == "other" {
		return // who relays may be named instead of who spoke
	}
	if a.who.ofKey != "" && (a.who.ofKey == b.who.key || a.who.ofKey == b.who.ofKey) || b.who.ofKey != "" && b.who.ofKey == a.who.key {
		return
	}
	if c.s.shareWord(a.who.name+" "+x.Text, b.who.name+" "+y.Text) {
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
		if c.used[n] || !inside(a.in, h.a0, h.a1) || !inside(b.in, h.b0, h.b1) || !c.anchored(h) || c.attributes(h) {
			continue
		}
		if c.counts(c.a, c.x[h.a0:h.a1]) && (h.b0 == h.b1 || c.counts(c.b, c.y[h.b0:h.b1])) || h.a0 == h.a1 && c.counts(c.b, c.y[h.b0:h.b1]) {
			continue // what numbers say is compared as numbers
		}
		if c.timed(c.a, spanOf(c.x, h.a0, h.a1)) && c.timed(c.b, spanOf(c.y, h.b0, h.b1)) {
			continue // a day may be named or counted from the day of publication
		}
		x, y := c.telling(c.x[h.a0:h.a1]), c.telling(c.y[h.b0:h.b1])
		reason, weight := "", 0.0
		switch {
		case x > 0 && y > 0 && !c.spelled(h) && !c.reordered(h, around):
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

// attributes reports whether a word of a hunk is one that attributes: what goes on behind it is
// said anew.
func (c *comparison) attributes(h hunk) bool {
	cue := func(r *report, at riwaya.Span) bool {
		return slices.ContainsFunc(r.rec.Claims, func(cl riwaya.Claim) bool { return len(cl.Cue.Spans) > 0 && cl.Cue.Spans.Hull().Overlaps(at) })
	}
	return cue(c.a, spanOf(c.x, h.a0, h.a1)) || cue(c.b, spanOf(c.y, h.b0, h.b1))
}

// timed reports whether a time stands at some words.
func (c *comparison) timed(r *report, at riwaya.Span) bool {
	return slices.ContainsFunc(r.rec.Times, func(t riwaya.Time) bool { return t.Span.Hull().Overlaps(at) })
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
func (c *comparison) reordered(h hunk, near int) bool {
	for _, w := range c.x[h.a0:h.a1] {
		if !c.s.v.is(w.term, functionWord) && has1(c.y[max(h.b0-near, 0):min(h.b1+near, len(c.y))], w.term) {
			return true
		}
	}
	for _, w := range c.y[h.b0:h.b1] {
		if !c.s.v.is(w.term, functionWord) && has1(c.x[max(h.a0-near, 0):min(h.a1+near, len(c.x))], w.term) {
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
		if c.used[n] || h.a1-h.a0 > 3 || h.b1-h.b0 > 3 || !c.anchored(h) || c.reordered(h, around) {
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
		case len(x) == 0 && len(y) == 1 && y[0].alone && h.a0 == h.a1 && c.telling(c.y[h.b0:h.b1]) == 1:
			c.used[n] = true
			k := c.judging(c.y, h.b0, h.b1)
			c.add(riwaya.ChangeLoaded, 0.54, c.spanA(h.a0, h.a1), c.spanB(k, k+1), "", y[0].name, "loaded-added", c.hedgeWords(c.b, c.y, k, k+1))
		case len(y) == 0 && len(x) == 1 && x[0].alone && h.b0 == h.b1 && c.telling(c.x[h.a0:h.a1]) == 1:
			c.used[n] = true
			k := c.judging(c.x, h.a0, h.a1)
			c.add(riwaya.ChangeLoaded, 0.52, c.spanA(k, k+1), c.spanB(h.b0, h.b1), x[0].name, "", "loaded-dropped", c.hedgeWords(c.a, c.x, k, k+1))
		}
	}
}

// judging is the first judging word of words [from, to).
func (c *comparison) judging(words []word, from, to int) int {
	for from+1 < to && !c.s.v.is(words[from].term, loadedWord) {
		from++
	}
	return from
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

// Around words that one report tells as its own nothing may attribute, as far as this many words
// before and behind: a long statement is attributed where it begins.
const (
	silence = 120
	behind  = 40
)

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
	near := riwaya.Span{Start: int(y[max(k-silence, 0)].start), End: int(y[min(l+behind, len(y))-1].end)}
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
	for i := range other.rec.Article.Credits {
		if other.rec.Article.Credits[i].Span.Overlaps(near) {
			return 0, 0, false
		}
	}
	between := other.rec.Article.Text[int(y[max(k-1, 0)].start):int(y[k].start)]
	return k, l, !strings.ContainsAny(between, "\"“”«»:'")
}
