package contrast

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/wording"
)

// A title is written anew by each outlet, over a text that it took: what it makes of the text is
// the change that most people read. Titles are compared where the texts below are mostly one and
// the titles have this share of the shorter one's words.
const (
	oneTitle  = 0.4
	ofContent = 0.7 // of what a title attributes, that another tells as its own
	// A title's number may be rounded: what differs by less than this share of it is the same.
	rounding = 0.005
)

// tatweel ends an article that is written apart from a number: then it says which of several.
const tatweel = "\u0640"

// heading is a title of a report, as its words.
type heading struct {
	r           *statement.Report
	words, text []wording.Word // of the title, and of the text below
}

func (h *heading) has(spans riwaya.Spans) bool {
	return len(spans) > 0 && spans.Hull().End <= len(h.r.Rec.Article.Title)
}

func (h *heading) whole() riwaya.Spans {
	return riwaya.Spans{wording.SpanOf(h.words, 0, len(h.words))}
}

// titles compares the titles of two prints of one text.
func (c *comparison) titles() {
	i, j := wording.After(c.x, len(c.a.Rec.Article.Title)), wording.After(c.y, len(c.b.Rec.Article.Title))
	x, y := heading{c.a, c.x[:i], c.x[i:]}, heading{c.b, c.y[:j], c.y[j:]}
	if len(x.words) == 0 || len(y.words) == 0 || c.common(x.words, y.words) < oneTitle*float64(min(c.telling(x.words), c.telling(y.words))) {
		return
	}
	within := c.st.A0 < i && c.st.B0 < j // then figures and words of titles are compared with the text
	if n := len(c.out); !within && !c.titleFigures(&x, &y) && len(c.out) == n {
		c.titleDigits(&x, &y)
	}
	if from, to, cl := c.untold(&x, &y); cl != nil {
		c.add(riwaya.ChangeAttribution, 0.7, from, to, cl.Cue.Class, "", "attribution-dropped", c.calls(c.a, cl))
	}
	if to, from, cl := c.untold(&y, &x); cl != nil {
		c.add(riwaya.ChangeAttribution, 0.4, from, to, "", cl.Cue.Class, "attribution-added", c.calls(c.b, cl))
	}
	if !within {
		c.titleWords(&x, &y)
	}
}

// common is how many telling words of some stand among others.
func (c *comparison) common(x, y []wording.Word) float64 {
	n := 0
	for _, w := range x {
		if !c.s.Vocabulary.Is(w.Term, wording.FunctionWord) && has(y, w.Term) {
			n++
		}
	}
	return float64(n)
}

// titleFigures compares what titles count: only where each has one number of its kind. It reports
// whether both count something.
func (c *comparison) titleFigures(x, y *heading) bool {
	of := func(h *heading) (out []*riwaya.Figure) {
		for i := range h.r.Rec.Figures {
			if f := &h.r.Rec.Figures[i]; h.has(f.Span) && f.Op != "vague" && !math.IsNaN(value(f)) && !strings.HasSuffix(strings.TrimRight(h.r.Rec.Article.Text[:f.Span.Hull().Start], " ("), tatweel) {
				out = append(out, f)
			}
		}
		return out
	}
	fs, gs := of(x), of(y)
	for _, f := range fs {
		var g *riwaya.Figure
		n := 0
		for _, other := range gs {
			if c.oneCount(f, other) {
				g, n = other, n+1
			}
		}
		if n != 1 || 1 != len(slices.DeleteFunc(slices.Clone(fs), func(o *riwaya.Figure) bool { return !c.oneCount(o, g) })) {
			continue
		}
		a, b := value(f), value(g)
		from, to := riwaya.Spans{f.Span.Hull()}, riwaya.Spans{g.Span.Hull()}
		switch {
		case a == b && f.Op != g.Op && family(f.Predicate) == "" && c.besides(x, y, f, g) < 2: // so many of another thing
		case a == b && f.Op != g.Op && g.Op == "exact":
			c.add(riwaya.ChangeHedge, 0.62, from, to, f.Op, g.Op, "hedge-dropped", c.roughly(x, f))
		case a == b && f.Op != g.Op && f.Op == "exact":
			c.add(riwaya.ChangeHedge, 0.47, from, to, f.Op, g.Op, "hedge-added", c.roughly(y, g))
		case a != b && (f.Unit == nil || c.besides(x, y, f, g) >= 2) && math.Abs(a-b) > rounding*max(a, b) && (!c.below(x, a) || !c.below(y, b)) && c.numbersOf(x, f) != c.numbersOf(y, g) && !c.parts(math.Abs(a-b)):
			c.add(riwaya.ChangeNumber, 0.9+0.1*min(math.Abs(math.Log10(a/b)), 1), from, to, printed(a), printed(b), "number", printed(a), printed(b))
		}
	}
	return len(fs) > 0 && len(gs) > 0
}

// titleDigits compares the one number of each title where the noun is left out, or is another.
func (c *comparison) titleDigits(x, y *heading) {
	i, j := c.onlyNumber(x), c.onlyNumber(y)
	if i < 0 || j < 0 {
		return
	}
	from, to := riwaya.Spans{wording.SpanOf(x.words, i, i+1)}, riwaya.Spans{wording.SpanOf(y.words, j, j+1)}
	was, is := c.s.Vocabulary.Terms[x.words[i].Term], c.s.Vocabulary.Terms[y.words[j].Term]
	about, also := c.approximate(x.words, i), c.approximate(y.words, j)
	switch {
	case was == is && about != "" && also == "":
		c.add(riwaya.ChangeHedge, 0.62, from, to, was, is, "hedge-dropped", about)
	case was == is && about == "" && also != "":
		c.add(riwaya.ChangeHedge, 0.47, from, to, was, is, "hedge-added", also)
	case was != is && i+1 < len(x.words) && j+1 < len(y.words) && x.words[i+1].Term == y.words[j+1].Term && (about == "") == (also == "") &&
		(!stands(x, x.words[i].Term) || !stands(y, y.words[j].Term)) && !c.alike(was, is):
		c.add(riwaya.ChangeNumber, 0.9, from, to, was, is, "number", was, is)
	}
}

// alike reports whether one of two numbers in digits is the other to fewer places.
func (c *comparison) alike(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	return errX != nil || errY != nil || math.Abs(x-y) <= rounding*max(x, y)
}

// roughly are the words of a figure in a title that say it is not exact: from the first such to the last, with what stands right before
// it and says nothing by itself; all of the figure where it has none.
func (c *comparison) roughly(h *heading, f *riwaya.Figure) string {
	i, j := wording.Within(h.words, f.Span.Hull())
	from, to := -1, -1
	for k := max(i-2, 0); k < min(j+2, len(h.words)); k++ {
		if c.s.Words.Approximate[c.s.Vocabulary.Terms[h.words[k].Term]] {
			if to = k + 1; from < 0 {
				from = k
			}
		}
	}
	if from < 0 {
		return f.Text
	}
	if from > 0 && c.s.Vocabulary.Is(h.words[from-1].Term, wording.FunctionWord) {
		from--
	}
	if to < j && c.s.Vocabulary.Is(h.words[to].Term, wording.FunctionWord) {
		to++ // more than
	}
	return wording.SpanOf(h.words, from, to).Of(h.r.Rec.Article.Text)
}

// onlyNumber is the place of the only number of a title that is written in digits, -1 if it has
// none or several.
func (c *comparison) onlyNumber(h *heading) int {
	at := -1
	for i, w := range h.words {
		if c.s.Vocabulary.Is(w.Term, wording.DigitWord) {
			if at >= 0 || strings.HasSuffix(strings.TrimRight(h.r.Rec.Article.Text[:w.Start], " ("), tatweel) {
				return -1
			}
			at = i
		}
	}
	return at
}

// approximate is the word beside a number that says it is not exact, "" if there is none.
func (c *comparison) approximate(words []wording.Word, i int) string {
	for k := max(i-2, 0); k < min(i+4, len(words)); k++ {
		if t := c.s.Vocabulary.Terms[words[k].Term]; c.s.Words.Approximate[t] {
			return t
		}
	}
	return ""
}

// stands reports whether a word of a title stands in the text below.
func stands(h *heading, term int32) bool { return has(h.text, term) }

// oneCount reports whether two figures of titles count the same.
func (c *comparison) oneCount(f, g *riwaya.Figure) bool {
	if (f.Unit == nil) != (g.Unit == nil) || f.Unit != nil && *f.Unit != *g.Unit {
		return false
	}
	if a, b := value(f), value(g); f.Unit != nil && (a > 2*b || b > 2*a) {
		return false // the sum of one thing and that of another
	}
	if family(f.Predicate) != "" || family(g.Predicate) != "" {
		return family(f.Predicate) == family(g.Predicate) && f.Group == g.Group
	}
	return f.Noun != nil && g.Noun != nil && wording.AlikeSpelled(c.s.Vocabulary.Key(*f.Noun), c.s.Vocabulary.Key(*g.Noun))
}

// besides is how many telling words two titles have in common beside their figures.
func (c *comparison) besides(x, y *heading, f, g *riwaya.Figure) float64 {
	rest := func(h *heading, of *riwaya.Figure) []wording.Word {
		from, to := wording.Within(h.words, of.Span.Hull())
		return append(slices.Clone(h.words[:from]), h.words[to:]...)
	}
	return c.common(rest(x, f), rest(y, g))
}

// below reports whether the text below a title has its number too. Where both texts bear their
// titles out, what differs is what the texts tell of.
func (c *comparison) below(h *heading, v float64) bool {
	return slices.ContainsFunc(h.r.Rec.Figures, func(f riwaya.Figure) bool { return value(&f) == v && !h.has(f.Span) })
}

// parts reports whether one of two reports counts what the numbers of their titles differ by: then one title has a whole, and the other a part
// of it. Small numbers are equal by chance.
func (c *comparison) parts(rest float64) bool {
	const least = 10
	has := func(r *statement.Report) bool {
		return slices.ContainsFunc(r.Rec.Figures, func(f riwaya.Figure) bool { return value(&f) == rest })
	}
	return rest >= least && (has(c.a) || has(c.b))
}

// numbersOf are the digits of a figure.
func (c *comparison) numbersOf(h *heading, f *riwaya.Figure) string {
	from, to := wording.Within(h.words, f.Span.Hull())
	return c.digits(h.r.Rec.Article.Text, h.words[from:to])
}

// nobody are the kinds of sources that may be no source: before a colon in a title also stands what
// it is about.
var nobody = []string{"other", "document", "media", "unnamed"}

// untold is what a title attributes and the other tells as its own.
func (c *comparison) untold(x, y *heading) (from, to riwaya.Spans, of *riwaya.Claim) {
	if strings.ContainsAny(y.r.Rec.Article.Title, ":\"\u201c\u201d\u00ab\u00bb\u2018\u2019'") {
		return nil, nil, nil
	}
	for i := range y.r.Rec.Claims {
		if y.has(y.r.Rec.Claims[i].Content.Spans) {
			return nil, nil, nil
		}
	}
	for i := range x.r.Rec.Claims {
		cl := &x.r.Rec.Claims[i]
		if !x.has(cl.Content.Spans) || cl.Source.Elided || !x.has(cl.Source.Spans) || cl.Negated || sureness[cl.Cue.Class] == 0 || c.s.Words.Begins(cl.Source.Text, c.s.Words.Label) || cl.Source.Actor == nil && slices.Contains(nobody, cl.Source.Kind) {
			continue
		}
		cf, ct := wording.Within(x.words, cl.Content.Spans.Hull())
		sf, st := wording.Within(x.words, cl.Source.Spans.Hull())
		content, source := x.words[cf:ct], x.words[sf:st]
		n := c.telling(content)
		if n < 3 || c.common(content, y.words) < ofContent*float64(n) || 2*c.common(source, y.words) > float64(c.telling(source)) {
			continue
		}
		return riwaya.Spans{wording.SpanOf(x.words, min(sf, cf), ct)}, y.whole(), cl
	}
	return nil, nil, nil
}

// titleWords finds who is judged in one title and not in the other, where both name them.
func (c *comparison) titleWords(x, y *heading) {
	judging := func(h, other *heading) (at int, s wording.Sense, n int) {
		for i, w := range h.words {
			if i == 0 || !c.s.Vocabulary.Is(w.Term, wording.LoadedWord) {
				continue
			}
			if one := c.s.Words.Loaded[c.s.Vocabulary.Terms[w.Term]][0]; one.Alone && one.Scale == "fighter" {
				if n++; has(other.words, h.words[i-1].Term) {
					at, s = i, one
				}
			}
		}
		return at, s, n
	}
	if k, l := c.onlyNumber(x), c.onlyNumber(y); k >= 0 && l >= 0 && x.words[k].Term != y.words[l].Term {
		return // of two days, or of two things
	}
	i, a, n := judging(x, y)
	j, b, m := judging(y, x)
	switch {
	case n == 0 && m == 1 && j > 0:
		c.add(riwaya.ChangeLoaded, 0.55, x.whole(), riwaya.Spans{wording.SpanOf(y.words, j, j+1)}, "", b.Name, "loaded-added", wording.SpanOf(y.words, j, j+1).Of(c.b.Rec.Article.Text))
	case n == 1 && m == 0 && i > 0:
		c.add(riwaya.ChangeLoaded, 0.53, riwaya.Spans{wording.SpanOf(x.words, i, i+1)}, y.whole(), a.Name, "", "loaded-dropped", wording.SpanOf(x.words, i, i+1).Of(c.a.Rec.Article.Text))
	case n == 1 && m == 1 && i > 0 && j > 0 && a.Name != b.Name:
		c.add(riwaya.ChangeLoaded, 0.57, riwaya.Spans{wording.SpanOf(x.words, i, i+1)}, riwaya.Spans{wording.SpanOf(y.words, j, j+1)}, a.Name, b.Name, "loaded", a.Name, b.Name)
	}
}
