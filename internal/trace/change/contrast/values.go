package contrast

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/wording"
)

// figures compares numbers, their units, their hedges, and what happened to what is counted.
func (c *comparison) figures() {
	fs, gs := c.a.Rec.Figures, c.b.Rec.Figures
	for i := range fs {
		f := &fs[i]
		from, to, ok := c.inA(f.Span)
		if !ok {
			continue
		}
		k, l := c.st.ToB(from, to)
		for j := range gs {
			g := &gs[j]
			gFrom, gTo, ok := c.inB(g.Span)
			if !ok || gFrom >= l || gTo <= k {
				continue
			}
			if back, to2 := c.st.ToA(gFrom, gTo); back < to && to2 > from {
				c.figure(f, g, from, to, gFrom, gTo)
				break
			}
		}
	}
}

func (c *comparison) figure(f, g *riwaya.Figure, i, j, k, l int) {
	a, b, ok := value(f), value(g), true
	if f.Op == "vague" || g.Op == "vague" || f.Op == "range" || g.Op == "range" || math.IsNaN(a) || math.IsNaN(b) {
		ok = a == b
	}
	if !ok {
		return
	}
	n := c.changed(i, j, k, l)
	switch {
	case a != b:
		few := fewOther
		if f.Unit != nil { // prices and shares are told in the same words each day
			few = 1
		}
		if n < 0 || c.used[n] || !c.butFor(n, few) && !c.suffered(f, g, n) || !c.sameNoun(f, g, i, j, k, l) || !c.numbersDiffer(c.st.Hunks[n]) {
			return
		}
		c.used[n] = true
		was, is := printed(a), printed(b)
		weight := 0.9
		if a > 0 && b > 0 {
			weight += 0.1 * min(math.Abs(math.Log10(a/b)), 1)
		}
		c.add(riwaya.ChangeNumber, weight, c.spanA(i, j), c.spanB(k, l), was, is, "number", was, is)
	case f.Unit != nil && g.Unit != nil && *f.Unit != *g.Unit:
		if n >= 0 && !c.used[n] && c.otherwise(n) && c.numbersDiffer(c.st.Hunks[n]) && !c.short(c.st.Hunks[n]) {
			c.used[n] = true
			c.add(riwaya.ChangeUnit, 0.85, c.spanA(i, j), c.spanB(k, l), *f.Unit, *g.Unit, "unit", *f.Unit, *g.Unit)
		}
	case f.Op != g.Op:
		if m := c.at(i, j, k, l); n < 0 && m >= 0 && c.closed(c.st.Hunks[m]) {
			n = m
		}
		if n >= 0 && !c.used[n] {
			c.hedge(f, g, n, i, j, k, l)
		}
	case family(f.Predicate) != "" && family(g.Predicate) != "" && family(f.Predicate) != family(g.Predicate):
		c.predicate(f, g, i, j, k, l)
	}
}

// suffered reports whether two figures, of reports that share a passage, count the same people to whom the same
// happened, in no other place: then a number is another even where more around it differs, such as the day.
func (c *comparison) suffered(f, g *riwaya.Figure, n int) bool {
	if !c.Shared || family(f.Predicate) == "" || family(f.Predicate) != family(g.Predicate) || f.Group != g.Group || f.Op != g.Op {
		return false
	}
	h := c.st.Hunks[n]
	if c.behind(h) < nearest-1 {
		return false
	}
	var x, y []string
	for _, o := range c.st.Hunks {
		if o.A1 >= h.A0-wide && o.A0 <= h.A1+wide {
			x = append(x, placesAt(c.a, wording.SpanOf(c.x, o.A0, o.A1))...)
			y = append(y, placesAt(c.b, wording.SpanOf(c.y, o.B0, o.B1))...)
			if k := c.st.Hunks[n]; o != k && c.counts(c.a, c.x[o.A0:o.A1]) && c.counts(c.b, c.y[o.B0:o.B1]) && !c.sameNumber(o) {
				return false
			}
		}
	}
	return len(x) == 0 || len(y) == 0 || slices.ContainsFunc(x, func(p string) bool { return slices.Contains(y, p) })
}

// placesAt are the places that some words name.
func placesAt(r *statement.Report, at riwaya.Span) (out []string) {
	for i := range r.Rec.Places {
		if p := &r.Rec.Places[i]; p.Name != nil && at.Len() > 0 && p.Span.Hull().Overlaps(at) {
			out = append(out, *p.Name)
		}
	}
	return out
}

// printed is a number without what binary fractions add to it.
func printed(x float64) string {
	return strconv.FormatFloat(math.Round(x*1e4)/1e4, 'f', -1, 64)
}

// value is the number of a figure, NaN where it has none.
func value(f *riwaya.Figure) float64 {
	switch {
	case f.Low != nil:
		return *f.Low
	case f.High != nil:
		return *f.High
	}
	return math.NaN()
}

// sameNoun reports whether two figures count the same: by the same noun, or by the same words
// behind what differs.
func (c *comparison) sameNoun(f, g *riwaya.Figure, i, j, k, l int) bool {
	if f.Noun != nil && g.Noun != nil && wording.AlikeSpelled(c.s.Vocabulary.Key(*f.Noun), c.s.Vocabulary.Key(*g.Noun)) {
		return true
	}
	last := c.st.To[j-1-c.st.A0]
	return f.Group == g.Group && last >= 0 && int(last) < l
}

// numbersDiffer reports whether what differs is a number on both sides, in digits or in words:
// a word more or less does not change a number by itself.
func (c *comparison) numbersDiffer(h wording.Hunk) bool {
	if h.A0 == h.A1 || h.B0 == h.B1 {
		return false
	}
	digits := func(words []wording.Word) string { return c.digits(c.a.Rec.Article.Text, words) }
	a, b := digits(c.x[h.A0:h.A1]), c.digits(c.b.Rec.Article.Text, c.y[h.B0:h.B1])
	if a != "" && b != "" {
		return a != b
	}
	return !c.spelled(h)
}

// short reports whether a side of a hunk is so short that it may be the other cut short, as units
// are.
func (c *comparison) short(h wording.Hunk) bool {
	const whole = 5 // letters
	return utf8.RuneCountInString(c.glued(c.a, c.x[h.A0:h.A1])) < whole || utf8.RuneCountInString(c.glued(c.b, c.y[h.B0:h.B1])) < whole
}

// digits are the digits of words, those of a number that separators cut as one.
func (c *comparison) digits(_ string, words []wording.Word) string {
	var out strings.Builder
	for _, w := range words {
		if c.s.Vocabulary.Is(w.Term, wording.DigitWord) {
			out.WriteString(strings.TrimFunc(c.s.Vocabulary.Terms[w.Term], func(r rune) bool { return !unicode.IsDigit(r) }))
		}
	}
	return out.String()
}

// hedge notes that a number became more or less sure.
func (c *comparison) hedge(f, g *riwaya.Figure, n, i, j, k, l int) {
	h := c.st.Hunks[n]
	if c.spelled(h) {
		return
	}
	from := c.hedgeWords(c.a, c.x, max(h.A0, i), min(h.A1, j)) // what of it belongs to the figure
	to := c.hedgeWords(c.b, c.y, max(h.B0, k), min(h.B1, l))
	switch {
	case g.Op == "exact" && from != "" && (h.B0 == h.B1 || to == "" && c.closed(h)):
		c.used[n] = true
		c.add(riwaya.ChangeHedge, 0.6, c.spanA(i, j), c.spanB(k, l), f.Op, g.Op, "hedge-dropped", from)
	case f.Op == "exact" && to != "" && (h.A0 == h.A1 || from == "" && c.closed(h)):
		c.used[n] = true
		c.add(riwaya.ChangeHedge, 0.45, c.spanA(i, j), c.spanB(k, l), f.Op, g.Op, "hedge-added", to)
	case f.Op != "exact" && g.Op != "exact" && from != "" && to != "":
		c.used[n] = true
		c.add(riwaya.ChangeHedge, 0.55, c.spanA(i, j), c.spanB(k, l), f.Op, g.Op, "hedge", from, to)
	}
}

// hedgeWords are the words of one side of a hunk.
func (c *comparison) hedgeWords(r *statement.Report, words []wording.Word, from, to int) string {
	for from < to && c.s.Vocabulary.Is(words[from].Term, wording.NumberWord) {
		from++ // what counts is no hedge
	}
	if from >= to {
		return ""
	}
	return wording.SpanOf(words, from, to).Of(r.Rec.Article.Text)
}

// families of predicates that are told apart where a number stays the same: within one, the
// words of a report do not decide which it is.
var families = map[string]string{"killed": "killed", "injured": "injured", "detained": "detained", "abducted": "detained",
	"left": "left", "departed": "left", "evacuated": "left", "displaced": "left", "returned": "returned", "arrived": "arrived",
	"released": "released", "surrendered": "surrendered", "missing": "missing", "trapped": "trapped", "infected": "infected"}

func family(predicate string) string { return families[predicate] }

// predicate notes that something else happened to the same number, if a word near it says so.
func (c *comparison) predicate(f, g *riwaya.Figure, i, j, k, l int) {
	const near = 5
	for n, h := range c.st.Hunks {
		if c.used[n] || h.A0 == h.A1 || h.B0 == h.B1 || h.A1 < i-near || h.A0 > j+near || !c.anchored(h) || !c.otherwise(n) {
			continue
		}
		if h.A1-h.A0 > 2 || h.B1-h.B0 > 2 || c.spelled(h) || c.counts(c.a, c.x[h.A0:h.A1]) && c.counts(c.b, c.y[h.B0:h.B1]) {
			continue
		}
		c.used[n] = true
		from, to := min(i, h.A0), max(j, h.A1)
		c.add(riwaya.ChangePredicate, 0.92, c.spanA(from, to), c.spanB(min(k, h.B0), max(l, h.B1)), f.Predicate, g.Predicate, "predicate", f.Predicate, g.Predicate)
		return
	}
}

// times compares days.
func (c *comparison) times() {
	for i := range c.a.Rec.Times {
		t := &c.a.Rec.Times[i]
		from, to, ok := c.inA(t.Span)
		if !ok || !day(t) {
			continue
		}
		k, l := c.st.ToB(from, to)
		for j := range c.b.Rec.Times {
			u := &c.b.Rec.Times[j]
			uFrom, uTo, ok := c.inB(u.Span)
			if !ok || !day(u) || uFrom >= l || uTo <= k || t.Value == u.Value {
				continue
			}
			n := c.changed(from, to, uFrom, uTo)
			if n < 0 || c.used[n] || !c.otherwise(n) {
				continue
			}
			h := c.st.Hunks[n]
			if h.A0 == h.A1 || h.B0 == h.B1 || h.A0 < from || h.A1 > to || h.B0 < uFrom || h.B1 > uTo {
				continue
			}
			c.used[n] = true
			c.add(riwaya.ChangeDate, 0.8, c.spanA(from, to), c.spanB(uFrom, uTo), t.Value, u.Value, "date", t.Value, u.Value)
		}
	}
}

// day reports whether a time is one day, written with its number: what is counted from the day
// of publication ("yesterday", a weekday) is as good as what is known of that.
func day(t *riwaya.Time) bool {
	return t.Type == "DATE" && len(t.Value) == len("2006-01-02") && strings.IndexByte(t.Value, 'X') < 0 && strings.ContainsFunc(t.Text, unicode.IsDigit)
}

// places compares where.
func (c *comparison) places() {
	for i := range c.a.Rec.Places {
		p := &c.a.Rec.Places[i]
		from, to, ok := c.inA(p.Span)
		if !ok {
			continue
		}
		for j := range c.b.Rec.Places {
			q := &c.b.Rec.Places[j]
			if p.Name == nil || q.Name == nil || c.s.Words.Vague[c.s.Vocabulary.Key(p.Text)] || c.s.Words.Vague[c.s.Vocabulary.Key(q.Text)] || *p.Name == *q.Name || p.GeoNames != nil && q.GeoNames != nil && *p.GeoNames == *q.GeoNames {
				continue
			}
			qFrom, qTo, ok := c.inB(q.Span)
			if !ok {
				continue
			}
			if n, ok := c.swapped(from, to, qFrom, qTo); ok {
				c.used[n] = true
				c.add(riwaya.ChangePlace, 0.78, c.spanA(from, to), c.spanB(qFrom, qTo), *p.Name, *q.Name, "place", *p.Name, *q.Name)
			}
		}
	}
}

// swapped is the hunk in which words [i, j) of A, or a part of them, became words of [k, l) of
// B, and nothing else did.
func (c *comparison) swapped(i, j, k, l int) (int, bool) {
	for n, h := range c.st.Hunks {
		if c.used[n] || h.A0 == h.A1 || h.B0 == h.B1 || h.A0 < i || h.A1 > j || h.B0 < k || h.B1 > l {
			continue
		}
		return n, c.anchored(h) && c.otherwise(n) && !c.spelled(h) && !c.reordered(h, wide)
	}
	return 0, false
}

// names compares who is named.
func (c *comparison) names() {
	for i := range c.a.Rec.Actors {
		p := &c.a.Rec.Actors[i]
		if p.Private || p.Kind == "civilians" || !statement.Lexical(&p.ID) && p.Kind != "person" {
			continue
		}
		for _, m := range p.Mentions {
			from, to, ok := c.inA(riwaya.Spans{m})
			if !ok {
				continue
			}
			if c.name(p, from, to) {
				break
			}
		}
	}
}

func (c *comparison) name(p *riwaya.Actor, from, to int) bool {
	k, l := c.st.ToB(from, to)
	for j := range c.b.Rec.Actors {
		q := &c.b.Rec.Actors[j]
		if q.Private || p.Kind != q.Kind || p.ID == q.ID || statement.Lexical(&p.ID) != statement.Lexical(&q.ID) || p.NameAr == nil || q.NameAr == nil {
			continue
		}
		for _, m := range q.Mentions {
			qFrom, qTo, ok := c.inB(riwaya.Spans{m})
			if !ok || qFrom >= l || qTo <= k || c.s.ShareWord(*p.NameAr, *q.NameAr) {
				continue
			}
			if n, ok := c.swapped(from, to, qFrom, qTo); ok {
				c.used[n] = true
				c.add(riwaya.ChangeName, 0.8, c.spanA(from, to), c.spanB(qFrom, qTo), *p.NameAr, *q.NameAr, "name", *p.NameAr, *q.NameAr)
				return true
			}
		}
	}
	return false
}
