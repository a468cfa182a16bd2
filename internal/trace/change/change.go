// Package change names what changed between two wordings of the same thing: along a passage that
// two reports share, between claims that are one statement, and between versions of a report.
//
// It promises that both wordings are pointed at, and that what it names is a change in what is
// otherwise the same: not another spelling or form of a word, and not one form filled in for two
// things.
package change

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/lang/ar/letters"
	"riwaya/internal/search/term"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/wording"
)

// Along are the differences between wordings along the copies and statements of the set, the
// most telling first.
func Along(s *statement.Set) []riwaya.Change {
	var out []riwaya.Change
	pairs := map[int][]statement.Pair{} // of an edge
	for _, p := range s.Pairs {
		if p.Edge >= 0 {
			pairs[p.Edge] = append(pairs[p.Edge], p)
		} else if c, ok := inOtherWords(s, p); ok {
			c.claims([]statement.Pair{p})
			c.words()
			out = append(out, c.out...)
		}
	}
	for n := range s.Edges {
		e := &s.Edges[n]
		if e.Why == riwaya.CopyOneSource && !e.Directed && e.Agency == nil {
			continue
		}
		out = append(out, passages(s, e, n, pairs[n], riwaya.EdgeCopy)...)
	}
	return tidy(out)
}

// Versions are the changes from one version of a report to a later one.
func Versions(t *wording.Words, before, after *riwaya.Record) []riwaya.Change {
	a, b := *before, *after
	a.Article.ID, b.Article.ID = "1 "+a.Article.ID, "2 "+b.Article.ID // they may have one
	whole := riwaya.Passage{A: riwaya.Span{End: len(a.Article.Text)}, B: riwaya.Span{End: len(b.Article.Text)}}
	s := statement.Over(t, []*riwaya.Record{&a, &b}, []riwaya.Copy{{A: a.Article.ID, B: b.Article.ID, Directed: true, Passages: []riwaya.Passage{whole}}})
	out := tidy(passages(s, &s.Edges[0], 0, s.Pairs, riwaya.EdgeVersion))
	for i := range out {
		out[i].From.Article, out[i].To.Article = before.Article.ID, after.Article.ID
		out[i].Reason += "; " + t.Say("change.revised")
	}
	return out
}

// passages compares the two sides of a copy.
func passages(s *statement.Set, e *statement.Edge, n int, pairs []statement.Pair, kind string) []riwaya.Change {
	var out []riwaya.Change
	for k := range s.StretchesOf(e) {
		c := compare(s, e.PlaceA, e.PlaceB, &e.Stretches[k])
		c.kind, c.directed = kind, e.Directed
		c.form = kind == riwaya.EdgeCopy && max(e.ShareA, e.ShareB, e.Containment) < leastShare
		var here []statement.Pair
		for _, p := range pairs {
			if p.Edge == n && p.Stretch == k {
				here = append(here, p)
			}
		}
		c.figures()
		c.times()
		c.places()
		c.names()
		c.claims(here)
		c.attributions(here)
		c.words()
		out = append(out, c.out...)
	}
	return out
}

// comparison is two reports side by side, as far as their words run in parallel.
type comparison struct {
	s        *statement.Set
	a, b     *statement.Report
	x, y     []wording.Word // of the two texts
	st       *wording.Stretch
	used     []bool // hunks that a change was read from
	kind     string
	directed bool
	form     bool    // what they share is a small part of both: a form, or what both say of many things
	of       *string // the statement
	out      []riwaya.Change
}

func compare(s *statement.Set, a, b int, st *wording.Stretch) *comparison {
	return &comparison{s: s, a: &s.Reports[a], b: &s.Reports[b], x: s.WordsOf(a), y: s.WordsOf(b), st: st, used: make([]bool, len(st.Hunks))}
}

// inOtherWords compares two claims that say the same: whichever was published first is the one
// before.
func inOtherWords(s *statement.Set, p statement.Pair) (*comparison, bool) {
	a, b := &s.Sayings[p.A], &s.Sayings[p.B]
	if len(a.In) == 0 || len(b.In) == 0 {
		return nil, false
	}
	x, y := s.Reports[a.Report].Rec.Article.Published, s.Reports[b.Report].Rec.Article.Published
	directed := x != nil && y != nil && (*x)[:min(10, len(*x))] != (*y)[:min(10, len(*y))]
	if a.Report == b.Report {
		return nil, false
	}
	if directed && *x > *y {
		a, b = b, a
	}
	st := &wording.Stretch{A0: a.In[0].Start, A1: a.In[len(a.In)-1].End, B0: b.In[0].Start, B1: b.In[len(b.In)-1].End}
	if !st.Align(s.WordsOf(a.Report), s.WordsOf(b.Report)) {
		return nil, false
	}
	c := compare(s, a.Report, b.Report, st)
	c.kind, c.directed = riwaya.EdgeStatement, directed
	c.of = &s.Statements[a.Statement].ID
	return c, true
}

// add notes a change from words of A to words of B.
func (c *comparison) add(kind string, weight float64, from, to riwaya.Spans, was, is, reason string, args ...string) {
	ta, tb := c.a.Rec.Article.Text, c.b.Rec.Article.Text
	x := riwaya.Change{Kind: kind, Edge: c.kind, Statement: c.of, Directed: c.directed, Was: was, Is: is, Weight: weight, Why: reason, Args: args,
		From:   riwaya.Evidence{Article: c.a.Rec.Article.ID, Spans: from},
		To:     riwaya.Evidence{Article: c.b.Rec.Article.ID, Spans: to},
		Reason: c.s.Words.Say("change."+reason, args...)}
	x.FromText, x.ToText = from.Of(ta), to.Of(tb)
	if !c.directed {
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
	around   = 6
	steady   = 9
	mostSwap = 5
)

func (c *comparison) anchored(h wording.Hunk) bool {
	if h.A1-h.A0 > mostSwap || h.B1-h.B0 > mostSwap {
		return false
	}
	same := 0
	before, behind := 0, 0
	for i := h.A0 - 1; i >= c.st.A0 && i >= h.A0-around; i-- {
		if c.st.To[i-c.st.A0] >= 0 {
			same++
			before++
		}
	}
	for i := h.A1; i < c.st.A1 && i < h.A1+around; i++ {
		if c.st.To[i-c.st.A0] >= 0 {
			same++
			behind++
		}
	}
	return same >= steady && before >= 2 && behind >= 2
}

func (c *comparison) spanA(i, j int) riwaya.Spans { return riwaya.Spans{wording.SpanOf(c.x, i, j)} }
func (c *comparison) spanB(i, j int) riwaya.Spans { return riwaya.Spans{wording.SpanOf(c.y, i, j)} }

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
	// And of the shorter report at least so much must stand in the other.
	leastShare = 0.5
)

// otherwise reports whether a hunk is nearly all that differs in its wide surroundings.
func (c *comparison) otherwise(n int) bool { return c.butFor(n, fewOther) }

// butFor is the same for that many other words.
func (c *comparison) butFor(n, few int) bool {
	if c.form {
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

// tidy puts the most telling change first, and tells what several copies show once.
func tidy(all []riwaya.Change) []riwaya.Change {
	slices.SortStableFunc(all, func(a, b riwaya.Change) int {
		directed := func(x bool) int {
			if x {
				return 0
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(directed(a.Directed), directed(b.Directed)),
			strings.Compare(a.To.Article, b.To.Article), cmp.Compare(a.To.Spans.Hull().Start, b.To.Spans.Hull().Start),
			strings.Compare(a.Kind, b.Kind), strings.Compare(a.From.Article, b.From.Article), cmp.Compare(a.From.Spans.Hull().Start, b.From.Spans.Hull().Start))
	})
	type told struct {
		kind, article, was string
		at                 riwaya.Span
	}
	seen := map[told]bool{}
	out := all[:0]
	for _, c := range all {
		k := told{c.Kind, c.To.Article, c.Was + "\x00" + c.Is + "\x00" + c.FromText, c.To.Spans.Hull()}
		if !seen[k] {
			seen[k] = true
			out = append(out, c)
		}
	}
	return out
}
