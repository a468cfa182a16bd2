// Package contrast says what two reports tell otherwise where their words run in parallel: numbers,
// days, places, names, who says it and how surely, what is quoted, and how it is judged.
//
// It promises that what it names is a change in what is otherwise the same: not another spelling or
// form of a word, and not one form filled in for two things.
package contrast

import (
	"slices"
	"strings"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/lang/ar/letters"
	"riwaya/internal/search/term"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/wording"
)

// Link is how two reports hang together where they are compared.
type Link struct {
	Kind      string  // one of the edges of a change
	Directed  bool    // A is surely the older
	Shared    bool    // they have a passage in common
	Form      bool    // what they share is a small part of both: a form, or what both say of many things
	Statement *string // of which both are wordings
}

// Passage is what changed along a stretch of two reports, whose claims at the same places are
// pairs.
func Passage(s *statement.Set, a, b int, st *wording.Stretch, l Link, pairs []statement.Pair) []riwaya.Change {
	c := compare(s, a, b, st, l)
	c.figures()
	c.times()
	c.places()
	c.names()
	c.claims(pairs)
	c.attributions(pairs)
	c.words()
	c.doubts()
	return c.out
}

// Sentence is what changed along sentences that run alike without being copied.
func Sentence(s *statement.Set, a, b int, st *wording.Stretch, l Link) []riwaya.Change {
	c := compare(s, a, b, st, l)
	c.figures()
	c.words()
	c.doubts()
	return c.out
}

// Saying is what changed between two wordings of one statement.
func Saying(s *statement.Set, a, b int, st *wording.Stretch, l Link, p statement.Pair) []riwaya.Change {
	c := compare(s, a, b, st, l)
	c.claims([]statement.Pair{p})
	c.words()
	return c.out
}

// Titles is what changed between the titles of two prints of one text, which share a stretch.
func Titles(s *statement.Set, a, b int, st *wording.Stretch, l Link) []riwaya.Change {
	c := compare(s, a, b, st, l)
	c.titles()
	return c.out
}

// comparison is two reports side by side, as far as their words run in parallel.
type comparison struct {
	s    *statement.Set
	a, b *statement.Report
	x, y []wording.Word // of the two texts
	st   *wording.Stretch
	used []bool // hunks that a change was read from
	Link
	out []riwaya.Change
}

func compare(s *statement.Set, a, b int, st *wording.Stretch, l Link) *comparison {
	return &comparison{s: s, a: &s.Reports[a], b: &s.Reports[b], x: s.WordsOf(a), y: s.WordsOf(b), st: st, used: make([]bool, len(st.Hunks)), Link: l}
}

// add notes a change from words of A to words of B.
func (c *comparison) add(kind string, weight float64, from, to riwaya.Spans, was, is, reason string, args ...string) {
	ta, tb := c.a.Rec.Article.Text, c.b.Rec.Article.Text
	x := riwaya.Change{Kind: kind, Edge: c.Kind, Statement: c.Statement, Directed: c.Directed, Was: was, Is: is, Weight: weight, Why: reason, Args: args,
		From:   riwaya.Evidence{Article: c.a.Rec.Article.ID, Spans: from},
		To:     riwaya.Evidence{Article: c.b.Rec.Article.ID, Spans: to},
		Reason: c.s.Words.Say("change."+reason, args...)}
	x.FromText, x.ToText = from.Of(ta), to.Of(tb)
	if !c.Directed {
		x.Weight *= 0.95
		x.Reason += "; " + c.s.Words.Say("change.neither")
	}
	c.out = append(c.out, x)
}

// changed is the hunk that touches words [i, j) of A or [k, l) of B, where all around it is the
// same; -1 if there is none, or the two differ too much there.
func (c *comparison) changed(i, j, k, l int) int {
	for n, h := range c.st.Hunks {
		if h.A0 < j && h.A1 > i || h.B0 < l && h.B1 > k || h.A0 == h.A1 && h.A0 >= i && h.A0 <= j && h.B0 < l && h.B1 > k {
			if c.anchored(h) {
				return n
			}
			return -1
		}
	}
	return -1
}

// Around a difference nine of the twelve nearest words must be the same, and of what differs
// there may be no more than a few words: then it is a change in what is otherwise one text.
const (
	nearest  = 6
	steady   = 9
	mostSwap = 5
)

func (c *comparison) anchored(h wording.Hunk) bool {
	if h.A1-h.A0 > mostSwap || h.B1-h.B0 > mostSwap {
		return false
	}
	before, behind := c.before(h), c.behind(h)
	return before+behind >= steady && before >= 2 && behind >= 2
}

// before is how many of the nearest words before a hunk are the same. Where a sentence begins on
// both sides after two such words, what is before it says nothing more.
func (c *comparison) before(h wording.Hunk) int {
	n := 0
	for i := h.A0 - 1; i >= c.st.A0 && i >= h.A0-nearest; i-- {
		j := int(c.st.To[i-c.st.A0])
		if j < 0 {
			continue
		}
		if n++; n >= 2 && c.a.Ends(c.x, i-1) && c.b.Ends(c.y, j-1) {
			return nearest
		}
	}
	return n
}

// behind is the same of those behind it.
func (c *comparison) behind(h wording.Hunk) int {
	n := 0
	for i := h.A1; i < c.st.A1 && i < h.A1+nearest; i++ {
		j := int(c.st.To[i-c.st.A0])
		if j < 0 {
			continue
		}
		if n++; n >= 2 && c.a.Ends(c.x, i) && c.b.Ends(c.y, j) {
			return nearest
		}
	}
	return n
}

func (c *comparison) spanA(i, j int) riwaya.Spans { return spanOf(c.a, c.x, i, j) }
func (c *comparison) spanB(i, j int) riwaya.Spans { return spanOf(c.b, c.y, i, j) }

// spanOf is where words stand; of none the place between two words, in the sentence that ends there.
func spanOf(r *statement.Report, words []wording.Word, i, j int) riwaya.Spans {
	if i == j && i > 0 && r.Pauses(words, i-1) {
		at := int(words[i-1].End)
		return riwaya.Spans{{Start: at, End: at}}
	}
	return riwaya.Spans{wording.SpanOf(words, i, j)}
}

// inA is a finding's range of words, if all of it lies in the stretch.
func (c *comparison) inA(spans riwaya.Spans) (int, int, bool) {
	from, to := wording.Within(c.x, spans.Hull())
	return from, to, from < to && from >= c.st.A0 && to <= c.st.A1
}

func (c *comparison) inB(spans riwaya.Spans) (int, int, bool) {
	from, to := wording.Within(c.y, spans.Hull())
	return from, to, from < to && from >= c.st.B0 && to <= c.st.B1
}

// spelled reports whether the two sides of a hunk are the same but for spelling and form: letters
// that are often mistaken for each other, a clitic, a tense, where a name is cut into words, and
// words that say nothing.
func (c *comparison) spelled(h wording.Hunk) bool {
	x, y := c.glued(c.a, c.x[h.A0:h.A1]), c.glued(c.b, c.y[h.B0:h.B1])
	if a, b := wording.Number(x), wording.Number(y); a != "" && b != "" {
		return a == b
	}
	if wording.AlikeSpelled(x, y) {
		return true
	}
	if wording.Digit(x) || wording.Digit(y) {
		return false
	}
	if c.synonyms(c.x[h.A0:h.A1], c.y[h.B0:h.B1]) {
		return true
	}
	k, l := letters.Skeleton(x), letters.Skeleton(y)
	short, long := k, l
	if len(k) > len(l) {
		short, long = l, k
	}
	return k != "" && k == l || utf8.RuneCountInString(short) >= 3 && strings.Contains(long, short) && utf8.RuneCountInString(long) <= utf8.RuneCountInString(short)+3
}

// synonyms reports whether two words, all of a hunk that says something, are listed as hardly
// different.
func (c *comparison) synonyms(x, y []wording.Word) bool {
	one := func(words []wording.Word) string {
		key, n := "", 0
		for _, w := range words {
			if !c.s.Vocabulary.Is(w.Term, wording.FunctionWord) {
				key, n = c.s.Words.Alike[c.s.Vocabulary.Terms[w.Term]], n+1
			}
		}
		if n != 1 {
			return ""
		}
		return key
	}
	k := one(x)
	return k != "" && k == one(y)
}

// glued are words as normalised, without what is between them, and without those that say
// nothing if others do.
func (c *comparison) glued(r *statement.Report, words []wording.Word) string {
	var out, all strings.Builder
	for _, w := range words {
		form := term.Normalise(r.Rec.Article.Text[w.Start:w.End])
		all.WriteString(form)
		if !c.s.Vocabulary.Is(w.Term, wording.FunctionWord) {
			out.WriteString(form)
		}
	}
	if out.Len() == 0 {
		return all.String()
	}
	return out.String()
}

// Around a number or a name this many words on both sides must be the same but for a few, and no
// other number may differ: many texts are one form filled in for different things, and then it
// is no change.
const (
	wide     = 25
	leastSum = 24
	// What comes before says of what: the second convoy, another company.
	leastBefore = 15
	leastBehind = 8
	fewOther    = 3
)

// otherwise reports whether a hunk is nearly all that differs in its wide surroundings.
func (c *comparison) otherwise(n int) bool { return c.butFor(n, fewOther) }

// butFor is the same for that many other words.
func (c *comparison) butFor(n, few int) bool {
	if c.Form {
		return false
	}
	h := c.st.Hunks[n]
	before, behind := 0, 0
	for i := max(h.A0-wide, c.st.A0); i < min(h.A1+wide, c.st.A1); i++ {
		switch {
		case c.st.To[i-c.st.A0] < 0:
		case i < h.A0:
			before++
		default:
			behind++
		}
	}
	begins := c.st.A0 == 0 || c.st.B0 == 0
	ends := c.st.A1 == len(c.x) || c.st.B1 == len(c.y)
	if before+behind < leastSum || before < leastBefore && !begins || behind < leastBehind && !ends {
		return false
	}
	other := 0
	for k, g := range c.st.Hunks {
		if k == n || g.A1 < h.A0-wide || g.A0 > h.A1+wide {
			continue
		}
		x, y := c.x[g.A0:g.A1], c.y[g.B0:g.B1]
		if c.counts(c.a, x) && c.counts(c.b, y) {
			if !c.sameNumber(g) {
				return false
			}
			continue
		}
		if c.spelled(g) {
			continue
		}
		other += max(c.telling(x), c.telling(y))
	}
	return other <= few
}

// sameNumber reports whether the numbers on both sides of a hunk are one, however written.
func (c *comparison) sameNumber(h wording.Hunk) bool {
	x, y := c.glued(c.a, c.x[h.A0:h.A1]), c.glued(c.b, c.y[h.B0:h.B1])
	if x == y || wording.Digit(x) && wording.Digit(y) && wording.Number(x) == wording.Number(y) || !wording.Digit(x) && !wording.Digit(y) && letters.Skeleton(x) == letters.Skeleton(y) {
		return true
	}
	at := func(r *statement.Report, words []wording.Word) *riwaya.Figure {
		if len(words) == 0 {
			return nil
		}
		span := riwaya.Span{Start: int(words[0].Start), End: int(words[len(words)-1].End)}
		for i := range r.Rec.Figures {
			if f := &r.Rec.Figures[i]; f.Span.Hull().Overlaps(span) {
				return f
			}
		}
		return nil
	}
	f, g := at(c.a, c.x[h.A0:h.A1]), at(c.b, c.y[h.B0:h.B1])
	return f != nil && g != nil && value(f) == value(g)
}

// counts reports whether a word of some is a number or of one, or says which of several.
func (c *comparison) counts(r *statement.Report, words []wording.Word) bool {
	return slices.ContainsFunc(words, func(w wording.Word) bool {
		return c.s.Vocabulary.Is(w.Term, wording.NumberWord) || slices.ContainsFunc(r.Rec.Figures, func(f riwaya.Figure) bool {
			return f.Op != "vague" && f.Span.Hull().Overlaps(riwaya.Span{Start: int(w.Start), End: int(w.End)})
		})
	})
}
