package contrast

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/lang/ar/letters"
	"riwaya/internal/search/term"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/wording"
)

// sureness orders the classes of cues that say the same more or less surely.
var sureness = map[string]int{"believe": 1, "expect": 1, "claim": 1, "assert": 2, "announce": 2, "confirm": 3}

// claims compares what is said of the same content: how surely, by whom, with which hedges, and
// what is in quotation marks.
func (c *comparison) claims(pairs []statement.Pair) {
	for _, p := range pairs {
		a, b := c.side(p)
		if a == nil {
			continue
		}
		if p.One {
			c.class(a, b)
			c.hedges(a.Claim, b.Claim)
		} else {
			c.speaker(a, b)
		}
		// What was said in another language is quoted in as many words as it was translated.
		if a.Claim.Content.Mode == riwaya.ModeDirect && b.Claim.Content.Mode == riwaya.ModeDirect && (c.Kind != riwaya.EdgeStatement || c.st.Share(a.In, b.In) > 0.9) {
			c.quote(a, b)
		}
	}
}

// side are the two sayings of a pair as the comparison has its sides; nil if they are others.
func (c *comparison) side(p statement.Pair) (*statement.Saying, *statement.Saying) {
	a, b := &c.s.Sayings[p.A], &c.s.Sayings[p.B]
	if &c.s.Reports[a.Report] != c.a {
		a, b = b, a
	}
	if &c.s.Reports[a.Report] != c.a || &c.s.Reports[b.Report] != c.b {
		return nil, nil
	}
	return a, b
}

func (c *comparison) class(x, y *statement.Saying) {
	a, b := x.Claim, y.Claim
	was, is := sureness[a.Cue.Class], sureness[b.Cue.Class]
	if was == 0 || is == 0 || was == is || a.Cue.Lemma == b.Cue.Lemma || a.Negated || b.Negated || a.Parent != nil || b.Parent != nil {
		return
	}
	// In other words "said" and "confirmed" are hardly two things; between copies they are.
	sure := func(class string) bool { return class == "claim" || class == "confirm" }
	if c.Kind == riwaya.EdgeStatement && (was != 1 && is != 1 || !sure(a.Cue.Class) && !sure(b.Cue.Class)) {
		return
	}
	if was > 1 && is > 1 && c.s.Words.Confirming[c.lemma(a)] == c.s.Words.Confirming[c.lemma(b)] || c.s.Words.GoingOn[c.lemma(a)] || c.s.Words.GoingOn[c.lemma(b)] {
		return // to stress is not to confirm, and "went on" says as it was said before
	}
	if !c.leads(x, y) || x.Who.Name != "" && y.Who.Name != "" && x.Who.Key != y.Who.Key && !c.s.ShareWord(x.Who.Name, y.Who.Name) {
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
func (c *comparison) leads(x, y *statement.Saying) bool {
	const near = 12
	before := func(words []wording.Word, s *statement.Saying) bool {
		from, to := wording.Within(words, s.Claim.Cue.Spans.Hull())
		return from < to && len(s.In) > 0 && to <= s.In[0].Start && s.In[0].Start-to <= near
	}
	if !before(c.x, x) || !before(c.y, y) {
		return false
	}
	at, _ := c.st.ToB(x.In[0].Start, x.In[0].Start+1)
	return at-y.In[0].Start <= 3 && y.In[0].Start-at <= 3
}

// lemma is the lemma of a claim's cue as a term.
func (c *comparison) lemma(cl *riwaya.Claim) string { return c.s.Vocabulary.Key(cl.Cue.Lemma) }

// within reports whether a content begins with a word of the same root as a lemma.
func (c *comparison) within(lemma string, s *statement.Saying) bool {
	k := letters.Skeleton(c.s.Vocabulary.Key(lemma))
	words := c.s.ContentOf(s)
	return k != "" && slices.ContainsFunc(words[:min(6, len(words))], func(w wording.Word) bool { return letters.Skeleton(c.s.Vocabulary.Terms[w.Term]) == k })
}

// hedges compares the words that make a claim less sure.
func (c *comparison) hedges(a, b *riwaya.Claim) {
	if c.Kind == riwaya.EdgeStatement {
		return // other words have other hedges
	}
	for n, h := range c.st.Hunks {
		if c.used[n] || !c.anchored(h) {
			continue
		}
		from, to := c.hedgeWords(c.a, c.x, h.A0, h.A1), c.hedgeWords(c.b, c.y, h.B0, h.B1)
		switch {
		case h.B0 == h.B1 && from != "" && slices.Contains(a.Hedges, from) && len(b.Hedges) == 0:
			c.used[n] = true
			c.add(riwaya.ChangeHedge, 0.65, c.spanA(h.A0, h.A1), c.spanB(h.B0, h.B1), from, "", "hedge-dropped", from)
		case h.A0 == h.A1 && to != "" && slices.Contains(b.Hedges, to) && len(a.Hedges) == 0:
			c.used[n] = true
			c.add(riwaya.ChangeHedge, 0.5, c.spanA(h.A0, h.A1), c.spanB(h.B0, h.B1), "", to, "hedge-added", to)
		}
	}
}

// speaker notes that the same words are said by another. Both must be named where they stand,
// and be nobody who could be the other.
func (c *comparison) speaker(a, b *statement.Saying) {
	x, y := &a.Claim.Source, &b.Claim.Source
	if !c.leads(a, b) || x.Elided || y.Elided || len(x.Spans) == 0 || len(y.Spans) == 0 || a.Who.Private || b.Who.Private || a.Who.Unnamed || b.Who.Unnamed {
		return
	}
	if x.Kind == "document" || y.Kind == "document" || x.Kind == "media" || y.Kind == "media" || x.Kind == "other" || y.Kind == "other" {
		return // who relays may be named instead of who spoke
	}
	if a.Who.Person != b.Who.Person || x.Kind == "person" && !a.Who.Person || y.Kind == "person" && !b.Who.Person {
		return // a title may be that of whom the other names
	}
	if a.Who.OfKey != "" && (a.Who.OfKey == b.Who.Key || a.Who.OfKey == b.Who.OfKey) || b.Who.OfKey != "" && b.Who.OfKey == a.Who.Key {
		return
	}
	if c.beside(a, b) || c.s.ShareWord(a.Who.Name+" "+x.Text, b.Who.Name+" "+y.Text) {
		return
	}
	c.add(riwaya.ChangeSpeaker, 0.9, x.Spans, y.Spans, a.Who.Name, b.Who.Name, "speaker", a.Who.Name, b.Who.Name)
}

// beside reports whether a word of one source stands beside the other's: a name for its title.
func (c *comparison) beside(a, b *statement.Saying) bool {
	const near = 10
	words := func(in []wording.Word, s *statement.Saying) (self, around []wording.Word) {
		from, to := wording.Within(in, s.Claim.Source.Spans.Hull())
		return in[from:to], in[max(from-near, 0):min(to+near, len(in))]
	}
	x, aroundX := words(c.x, a)
	y, aroundY := words(c.y, b)
	stands := func(self, around []wording.Word) bool {
		return slices.ContainsFunc(self, func(w wording.Word) bool {
			return !c.s.Vocabulary.Is(w.Term, wording.FunctionWord) && has(around, w.Term)
		})
	}
	return stands(x, aroundY) || stands(y, aroundX)
}

// quote compares words inside quotation marks.
func (c *comparison) quote(a, b *statement.Saying) {
	inside := func(in []riwaya.Span, from, to int) bool {
		return slices.ContainsFunc(in, func(s riwaya.Span) bool { return s.Start < from && to < s.End })
	}
	for n, h := range c.st.Hunks {
		if c.used[n] || !inside(a.In, h.A0, h.A1) || !inside(b.In, h.B0, h.B1) || !c.anchored(h) || c.attributes(h) {
			continue
		}
		if c.counts(c.a, c.x[h.A0:h.A1]) && (h.B0 == h.B1 || c.counts(c.b, c.y[h.B0:h.B1])) || h.A0 == h.A1 && c.counts(c.b, c.y[h.B0:h.B1]) {
			continue // what numbers say is compared as numbers
		}
		if c.timed(c.a, wording.SpanOf(c.x, h.A0, h.A1)) && c.timed(c.b, wording.SpanOf(c.y, h.B0, h.B1)) {
			continue // a day may be named or counted from the day of publication
		}
		if strings.ContainsRune(wording.SpanOf(c.x, h.A0, h.A1).Of(c.a.Rec.Article.Text)+wording.SpanOf(c.y, h.B0, h.B1).Of(c.b.Rec.Article.Text), '@') {
			continue // an address: pages hide them
		}
		x, y := c.telling(c.x[h.A0:h.A1]), c.telling(c.y[h.B0:h.B1])
		reason, weight := "", 0.0
		switch {
		case x > 0 && y > 0 && !c.spelled(h) && !c.reordered(h, nearest):
			reason, weight = "quote-altered", 0.72
		case x >= 3 && h.B0 == h.B1:
			reason, weight = "quote-cut", 0.48
		case y >= 3 && h.A0 == h.A1:
			reason, weight = "quote-grown", 0.46
		default:
			continue
		}
		c.used[n] = true
		c.add(riwaya.ChangeQuote, weight, c.spanA(h.A0, h.A1), c.spanB(h.B0, h.B1), "", "", reason)
	}
}

// attributes reports whether a word of a hunk is one that attributes: what goes on behind it is
// said anew.
func (c *comparison) attributes(h wording.Hunk) bool {
	cue := func(r *statement.Report, at riwaya.Span) bool {
		return slices.ContainsFunc(r.Rec.Claims, func(cl riwaya.Claim) bool { return len(cl.Cue.Spans) > 0 && cl.Cue.Spans.Hull().Overlaps(at) })
	}
	return cue(c.a, wording.SpanOf(c.x, h.A0, h.A1)) || cue(c.b, wording.SpanOf(c.y, h.B0, h.B1))
}

// timed reports whether a time stands at some words.
func (c *comparison) timed(r *statement.Report, at riwaya.Span) bool {
	return slices.ContainsFunc(r.Rec.Times, func(t riwaya.Time) bool { return t.Span.Hull().Overlaps(at) })
}

// telling is how many of some words say something.
func (c *comparison) telling(words []wording.Word) int {
	n := 0
	for _, w := range words {
		if !c.s.Vocabulary.Is(w.Term, wording.FunctionWord) {
			n++
		}
	}
	return n
}

// reordered reports whether a word of a hunk is only elsewhere near it on the other side, maybe in
// another form.
func (c *comparison) reordered(h wording.Hunk, near int) bool {
	beside := func(r *statement.Report, words []wording.Word, other *statement.Report, all []wording.Word, from, to int) bool {
		around := all[max(from-near, 0):min(to+near, len(all))]
		for _, w := range words {
			if c.s.Vocabulary.Is(w.Term, wording.FunctionWord) {
				continue
			}
			if has(around, w.Term) {
				return true
			}
			root := skeleton(r, w)
			if len(root) >= leastRoot && slices.ContainsFunc(around, func(o wording.Word) bool { return skeleton(other, o) == root }) {
				return true
			}
		}
		return false
	}
	return beside(c.a, c.x[h.A0:h.A1], c.b, c.y, h.B0, h.B1) || beside(c.b, c.y[h.B0:h.B1], c.a, c.x, h.A0, h.A1)
}

// leastRoot is how many bytes the letters of a root have: three letters of Arabic.
const leastRoot = 6

func skeleton(r *statement.Report, w wording.Word) string {
	return letters.Skeleton(term.Normalise(r.Rec.Article.Text[w.Start:w.End]))
}

func has(words []wording.Word, term int32) bool {
	return slices.ContainsFunc(words, func(w wording.Word) bool { return w.Term == term })
}
