package trace

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/lang/ar/letters"
	"riwaya/internal/search/term"
)

// Changes are the differences between wordings along the copies and statements of the set, the
// most telling first.
func (s *Set) Changes() []riwaya.Change {
	s.state()
	var out []riwaya.Change
	pairs := map[int][]pair{} // of an edge
	for _, p := range s.pairs {
		if p.edge >= 0 {
			pairs[p.edge] = append(pairs[p.edge], p)
		} else if c, ok := s.inOtherWords(p); ok {
			c.claims([]pair{p})
			c.words()
			out = append(out, c.out...)
		}
	}
	for n := range s.edges {
		e := &s.edges[n]
		if e.Why == riwaya.CopyOneSource && !e.Directed && e.Agency == nil {
			continue
		}
		out = append(out, s.along(e, n, pairs[n], riwaya.EdgeCopy)...)
	}
	return tidy(out)
}

// Versions are the changes from one version of a report to a later one.
func (t *Tracer) Versions(before, after *riwaya.Record) []riwaya.Change {
	a, b := *before, *after
	a.Article.ID, b.Article.ID = "1 "+a.Article.ID, "2 "+b.Article.ID // they may have one
	whole := riwaya.Passage{A: riwaya.Span{End: len(a.Article.Text)}, B: riwaya.Span{End: len(b.Article.Text)}}
	s := t.Over([]*riwaya.Record{&a, &b}, []riwaya.Copy{{A: a.Article.ID, B: b.Article.ID, Directed: true, Passages: []riwaya.Passage{whole}}})
	s.state()
	out := tidy(s.along(&s.edges[0], 0, s.pairs, riwaya.EdgeVersion))
	for i := range out {
		out[i].From.Article, out[i].To.Article = before.Article.ID, after.Article.ID
		out[i].Reason += "; " + t.say("change.revised")
	}
	return out
}

// along compares the two sides of a copy.
func (s *Set) along(e *edge, n int, pairs []pair, kind string) []riwaya.Change {
	var out []riwaya.Change
	for k := range s.stretchesOf(e) {
		c := s.comparison(e.a, e.b, &e.stretches[k])
		c.kind, c.directed = kind, e.Directed
		c.form = kind == riwaya.EdgeCopy && max(e.ShareA, e.ShareB, e.Containment) < leastShare
		var here []pair
		for _, p := range pairs {
			if p.edge == n && p.stretch == k {
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
	s        *Set
	a, b     *report
	x, y     []word // of the two texts
	st       *stretch
	used     []bool // hunks that a change was read from
	kind     string
	directed bool
	form     bool    // what they share is a small part of both: a form, or what both say of many things
	of       *string // the statement
	out      []riwaya.Change
}

func (s *Set) comparison(a, b int, st *stretch) *comparison {
	return &comparison{s: s, a: &s.reports[a], b: &s.reports[b], x: s.wordsOf(a), y: s.wordsOf(b), st: st, used: make([]bool, len(st.hunks))}
}

// inOtherWords compares two claims that say the same: whichever was published first is the one
// before.
func (s *Set) inOtherWords(p pair) (*comparison, bool) {
	a, b := &s.all[p.a], &s.all[p.b]
	if len(a.in) == 0 || len(b.in) == 0 {
		return nil, false
	}
	x, y := s.reports[a.report].rec.Article.Published, s.reports[b.report].rec.Article.Published
	directed := x != nil && y != nil && (*x)[:min(10, len(*x))] != (*y)[:min(10, len(*y))]
	if a.report == b.report {
		return nil, false
	}
	if directed && *x > *y {
		a, b = b, a
	}
	st := &stretch{a0: a.in[0].Start, a1: a.in[len(a.in)-1].End, b0: b.in[0].Start, b1: b.in[len(b.in)-1].End}
	if !st.align(s.wordsOf(a.report), s.wordsOf(b.report)) {
		return nil, false
	}
	c := s.comparison(a.report, b.report, st)
	c.kind, c.directed = riwaya.EdgeStatement, directed
	c.of = &s.statements[a.statement].ID
	return c, true
}

// add notes a change from words of A to words of B.
func (c *comparison) add(kind string, weight float64, from, to riwaya.Spans, was, is, reason string, args ...string) {
	ta, tb := c.a.rec.Article.Text, c.b.rec.Article.Text
	x := riwaya.Change{Kind: kind, Edge: c.kind, Statement: c.of, Directed: c.directed, Was: was, Is: is, Weight: weight,
		From:   riwaya.Evidence{Article: c.a.rec.Article.ID, Spans: from},
		To:     riwaya.Evidence{Article: c.b.rec.Article.ID, Spans: to},
		Reason: c.s.t.say("change."+reason, args...)}
	x.FromText, x.ToText = from.Of(ta), to.Of(tb)
	if !c.directed {
		x.Weight *= 0.95
		x.Reason += "; " + c.s.t.say("change.neither")
	}
	c.out = append(c.out, x)
}

// changed is the hunk that touches words [i, j) of A or [k, l) of B, where all around it is the
// same; -1 if there is none, or the two differ too much there.
func (c *comparison) changed(i, j, k, l int) int {
	for n, h := range c.st.hunks {
		if h.a0 < j && h.a1 > i || h.b0 < l && h.b1 > k || h.a0 == h.a1 && h.a0 >= i && h.a0 <= j && h.b0 < l && h.b1 > k {
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

func (c *comparison) anchored(h hunk) bool {
	if h.a1-h.a0 > mostSwap || h.b1-h.b0 > mostSwap {
		return false
	}
	same := 0
	before, behind := 0, 0
	for i := h.a0 - 1; i >= c.st.a0 && i >= h.a0-around; i-- {
		if c.st.to[i-c.st.a0] >= 0 {
			same++
			before++
		}
	}
	for i := h.a1; i < c.st.a1 && i < h.a1+around; i++ {
		if c.st.to[i-c.st.a0] >= 0 {
			same++
			behind++
		}
	}
	return same >= steady && before >= 2 && behind >= 2
}

func (c *comparison) spanA(i, j int) riwaya.Spans { return riwaya.Spans{spanOf(c.x, i, j)} }
func (c *comparison) spanB(i, j int) riwaya.Spans { return riwaya.Spans{spanOf(c.y, i, j)} }

// inA is a finding's range of words, if all of it lies in the stretch.
func (c *comparison) inA(spans riwaya.Spans) (int, int, bool) {
	from, to := within(c.x, spans.Hull())
	return from, to, from < to && from >= c.st.a0 && to <= c.st.a1
}

func (c *comparison) inB(spans riwaya.Spans) (int, int, bool) {
	from, to := within(c.y, spans.Hull())
	return from, to, from < to && from >= c.st.b0 && to <= c.st.b1
}

// spelled reports whether the two sides of a hunk are the same but for spelling and form: letters
// that are often mistaken for each other, a clitic, a tense, where a name is cut into words, and
// words that say nothing.
func (c *comparison) spelled(h hunk) bool {
	x, y := c.glued(c.a, c.x[h.a0:h.a1]), c.glued(c.b, c.y[h.b0:h.b1])
	if a, b := number(x), number(y); a != "" && b != "" {
		return a == b
	}
	if alikeSpelled(x, y) {
		return true
	}
	if digit(x) || digit(y) {
		return false
	}
	if c.synonyms(c.x[h.a0:h.a1], c.y[h.b0:h.b1]) {
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
func (c *comparison) synonyms(x, y []word) bool {
	one := func(words []word) string {
		key, n := "", 0
		for _, w := range words {
			if !c.s.v.is(w.term, functionWord) {
				key, n = c.s.t.alike[c.s.v.terms[w.term]], n+1
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
func (c *comparison) glued(r *report, words []word) string {
	var out, all strings.Builder
	for _, w := range words {
		form := term.Normalise(r.rec.Article.Text[w.start:w.end])
		all.WriteString(form)
		if !c.s.v.is(w.term, functionWord) {
			out.WriteString(form)
		}
	}
	if out.Len() == 0 {
		return all.String()
	}
	return out.String()
}

// number is the digits in words: an era or a unit may be written on to them.
func number(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

func digit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

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
func (c *comparison) otherwise(n int) bool {
	if c.form {
		return false
	}
	h := c.st.hunks[n]
	before, behind := 0, 0
	for i := max(h.a0-wide, c.st.a0); i < min(h.a1+wide, c.st.a1); i++ {
		switch {
		case c.st.to[i-c.st.a0] < 0:
		case i < h.a0:
			before++
		default:
			behind++
		}
	}
	begins := c.st.a0 == 0 || c.st.b0 == 0
	ends := c.st.a1 == len(c.x) || c.st.b1 == len(c.y)
	if before+behind < leastSum || before < leastBefore && !begins || behind < leastBehind && !ends {
		return false
	}
	other := 0
	for k, g := range c.st.hunks {
		if k == n || g.a1 < h.a0-wide || g.a0 > h.a1+wide {
			continue
		}
		x, y := c.x[g.a0:g.a1], c.y[g.b0:g.b1]
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
	return other <= fewOther
}

// sameNumber reports whether the numbers on both sides of a hunk are one, however written.
func (c *comparison) sameNumber(h hunk) bool {
	x, y := c.glued(c.a, c.x[h.a0:h.a1]), c.glued(c.b, c.y[h.b0:h.b1])
	if x == y || digit(x) && digit(y) && number(x) == number(y) || !digit(x) && !digit(y) && letters.Skeleton(x) == letters.Skeleton(y) {
		return true
	}
	at := func(r *report, words []word) *riwaya.Figure {
		if len(words) == 0 {
			return nil
		}
		span := riwaya.Span{Start: int(words[0].start), End: int(words[len(words)-1].end)}
		for i := range r.rec.Figures {
			if f := &r.rec.Figures[i]; f.Span.Hull().Overlaps(span) {
				return f
			}
		}
		return nil
	}
	f, g := at(c.a, c.x[h.a0:h.a1]), at(c.b, c.y[h.b0:h.b1])
	return f != nil && g != nil && value(f) == value(g)
}

// counts reports whether a word of some is a number or of one, or says which of several.
func (c *comparison) counts(r *report, words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool {
		return c.s.v.is(w.term, numberWord) || slices.ContainsFunc(r.rec.Figures, func(f riwaya.Figure) bool {
			return f.Op != "vague" && f.Span.Hull().Overlaps(riwaya.Span{Start: int(w.start), End: int(w.end)})
		})
	})
}

// alikeSpelled reports whether so few letters of two words differ that they are spellings of one.
func alikeSpelled(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) == 0 || len(y) == 0 {
		return len(x) == len(y)
	}
	if a == b {
		return true
	}
	if digit(a) || digit(b) {
		return false
	}
	return 3*distance(x, y) <= max(len(x), len(y))
}

// distance is how many letters must be put in, left out or replaced to make one word the other.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
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
