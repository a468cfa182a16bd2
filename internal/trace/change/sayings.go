package change

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/lang/ar/letters"
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
		if a.Claim.Content.Mode == riwaya.ModeDirect && b.Claim.Content.Mode == riwaya.ModeDirect && (c.kind != riwaya.EdgeStatement || c.st.Share(a.In, b.In) > 0.9) {
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
	if c.kind == riwaya.EdgeStatement && was != 1 && is != 1 {
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
	if c.kind == riwaya.EdgeStatement {
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
	if a.Who.OfKey != "" && (a.Who.OfKey == b.Who.Key || a.Who.OfKey == b.Who.OfKey) || b.Who.OfKey != "" && b.Who.OfKey == a.Who.Key {
		return
	}
	if c.s.ShareWord(a.Who.Name+" "+x.Text, b.Who.Name+" "+y.Text) {
		return
	}
	c.add(riwaya.ChangeSpeaker, 0.9, x.Spans, y.Spans, a.Who.Name, b.Who.Name, "speaker", a.Who.Name, b.Who.Name)
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
		x, y := c.telling(c.x[h.A0:h.A1]), c.telling(c.y[h.B0:h.B1])
		reason, weight := "", 0.0
		switch {
		case x > 0 && y > 0 && !c.spelled(h) && !c.reordered(h, around):
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

// reordered reports whether the words of a hunk are only elsewhere near it on the other side.
func (c *comparison) reordered(h wording.Hunk, near int) bool {
	for _, w := range c.x[h.A0:h.A1] {
		if !c.s.Vocabulary.Is(w.Term, wording.FunctionWord) && has(c.y[max(h.B0-near, 0):min(h.B1+near, len(c.y))], w.Term) {
			return true
		}
	}
	for _, w := range c.y[h.B0:h.B1] {
		if !c.s.Vocabulary.Is(w.Term, wording.FunctionWord) && has(c.x[max(h.A0-near, 0):min(h.A1+near, len(c.x))], w.Term) {
			return true
		}
	}
	return false
}

func has(words []wording.Word, term int32) bool {
	return slices.ContainsFunc(words, func(w wording.Word) bool { return w.Term == term })
}

// words compares words that judge.
func (c *comparison) words() {
	for n, h := range c.st.Hunks {
		if c.used[n] || h.A1-h.A0 > 3 || h.B1-h.B0 > 3 || !c.anchored(h) || c.reordered(h, around) {
			continue
		}
		x, y := c.sensesOf(c.x[h.A0:h.A1]), c.sensesOf(c.y[h.B0:h.B1])
		switch {
		case len(x) == 0 && len(y) == 0:
		case len(x) == 1 && len(y) == 1:
			if x[0].Scale == y[0].Scale && x[0].Name != y[0].Name && (x[0].Alone || y[0].Alone) {
				c.used[n] = true
				c.add(riwaya.ChangeLoaded, 0.56, c.spanA(h.A0, h.A1), c.spanB(h.B0, h.B1), x[0].Name, y[0].Name, "loaded", x[0].Name, y[0].Name)
			}
		case len(x) == 0 && len(y) == 1 && y[0].Alone && h.A0 == h.A1 && c.telling(c.y[h.B0:h.B1]) == 1:
			c.used[n] = true
			k := c.judging(c.y, h.B0, h.B1)
			c.add(riwaya.ChangeLoaded, 0.54, c.spanA(h.A0, h.A1), c.spanB(k, k+1), "", y[0].Name, "loaded-added", c.hedgeWords(c.b, c.y, k, k+1))
		case len(y) == 0 && len(x) == 1 && x[0].Alone && h.B0 == h.B1 && c.telling(c.x[h.A0:h.A1]) == 1:
			c.used[n] = true
			k := c.judging(c.x, h.A0, h.A1)
			c.add(riwaya.ChangeLoaded, 0.52, c.spanA(k, k+1), c.spanB(h.B0, h.B1), x[0].Name, "", "loaded-dropped", c.hedgeWords(c.a, c.x, k, k+1))
		}
	}
}

// judging is the first judging word of words [from, to).
func (c *comparison) judging(words []wording.Word, from, to int) int {
	for from+1 < to && !c.s.Vocabulary.Is(words[from].Term, wording.LoadedWord) {
		from++
	}
	return from
}

// sensesOf are the judging senses of words, where each has one.
func (c *comparison) sensesOf(words []wording.Word) []wording.Sense {
	var out []wording.Sense
	for _, w := range words {
		if c.s.Vocabulary.Is(w.Term, wording.LoadedWord) {
			out = append(out, c.s.Words.Loaded[c.s.Vocabulary.Terms[w.Term]][0])
		}
	}
	return out
}

// attributions finds what one report attributes and the other tells as its own.
func (c *comparison) attributions(pairs []statement.Pair) {
	paired := map[*riwaya.Claim]bool{}
	for _, p := range pairs {
		paired[c.s.Sayings[p.A].Claim], paired[c.s.Sayings[p.B].Claim] = true, true
	}
	for i := range c.a.Rec.Claims {
		if cl := &c.a.Rec.Claims[i]; !paired[cl] {
			if k, l, ok := c.alone(c.a, c.x, c.st.A0, c.st.A1, c.st.To, c.st.ToB, c.b, c.y, cl); ok {
				from := c.attributed(cl)
				c.add(riwaya.ChangeAttribution, 0.88, from, c.spanB(k, l), cl.Cue.Class, "", "attribution-dropped", c.calls(c.a, cl))
			}
		}
	}
	for i := range c.b.Rec.Claims {
		if cl := &c.b.Rec.Claims[i]; !paired[cl] {
			if k, l, ok := c.alone(c.b, c.y, c.st.B0, c.st.B1, c.st.From, c.st.ToA, c.a, c.x, cl); ok {
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
func (c *comparison) calls(r *statement.Report, cl *riwaya.Claim) string {
	who := c.s.Identify(r, cl)
	if who.Name == "" || who.Private {
		return "[" + cl.Source.Kind + "]"
	}
	return who.Name
}

// Around words that one report tells as its own nothing may attribute, as far as this many words
// before and behind: a long statement is attributed where it begins.
const (
	silence = 120
	behind  = 40
)

// alone reports whether the other report has the content of a claim word for word, with nothing
// that attributes near it, and where.
func (c *comparison) alone(r *statement.Report, x []wording.Word, low, high int, same []int32, across func(int, int) (int, int), other *statement.Report, y []wording.Word, cl *riwaya.Claim) (int, int, bool) {
	src := &cl.Source
	if c.kind == riwaya.EdgeStatement || src.Elided || len(src.Spans) == 0 || len(cl.Cue.Spans) == 0 || cl.Parent != nil || sureness[cl.Cue.Class] == 0 || cl.Cue.Class == "believe" {
		return 0, 0, false
	}
	from, to := wording.Within(x, cl.Content.Spans.Hull())
	if to-from < 8 || from < low || to > high || cl.Content.Spans.Hull().Start < len(r.Rec.Article.Title) {
		return 0, 0, false
	}
	n := 0
	for i := from; i < to; i++ {
		if same[i-low] >= 0 {
			n++
		}
	}
	k, l := across(from, to)
	if 10*n < 9*(to-from) || l-k > to-from+2 || l-k < to-from-2 || int(y[k].Start) < len(other.Rec.Article.Title) {
		return 0, 0, false
	}
	// What attributes must stand right before the content, and be what the other leaves out.
	cue, cueEnd := wording.Within(x, cl.Cue.Spans.Hull())
	if cueEnd > from || from-cueEnd > 10 || cue < low {
		return 0, 0, false
	}
	for i := cue; i < cueEnd; i++ {
		if same[i-low] >= 0 {
			return 0, 0, false
		}
	}
	near := riwaya.Span{Start: int(y[max(k-silence, 0)].Start), End: int(y[min(l+behind, len(y))-1].End)}
	for i := range other.Rec.Claims {
		d := &other.Rec.Claims[i]
		if d.Cue.Spans.Hull().Overlaps(near) || d.Content.Spans.Hull().Overlaps(riwaya.Span{Start: int(y[k].Start), End: int(y[l-1].End)}) {
			return 0, 0, false
		}
	}
	speaks := map[int32]bool{}
	for _, w := range x[cue:cueEnd] {
		speaks[w.Term] = true
	}
	sFrom, sTo := wording.Within(x, src.Spans.Hull())
	for _, w := range x[sFrom:sTo] {
		if !c.s.Vocabulary.Is(w.Term, wording.FunctionWord) {
			speaks[w.Term] = true
		}
	}
	for _, w := range y[max(k-silence, 0):k] {
		if speaks[w.Term] {
			return 0, 0, false
		}
	}
	for i := range other.Rec.Article.Credits {
		if other.Rec.Article.Credits[i].Span.Overlaps(near) {
			return 0, 0, false
		}
	}
	between := other.Rec.Article.Text[int(y[max(k-1, 0)].Start):int(y[k].Start)]
	return k, l, !strings.ContainsAny(between, "\"“”«»:'")
}
