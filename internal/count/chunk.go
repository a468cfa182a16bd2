package count

import (
	"strings"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/number"
)

// chunk is a number with its hedge and what it counts.
type chunk struct {
	start, from, to, end int // tokens: of the whole, of the number, behind number and noun, behind all that belongs to the noun
	n                    number.Number
	op                   string
	low, high            float64
	noLow, noHigh        bool // open
	noun                 riwaya.Span
	nounFrom, nounTo     int
	word                 noun
	unit                 string
	kind                 string
	span                 riwaya.Span
	total                float64 // 0 for none
	whole                int     // index of the figure that this is a part of, -1

	glued     bool // a preposition is glued on in front
	rule      *rule
	predicate string
	sentence  int
}

// chunkAt reads the chunk whose number begins at token i; ok is false where the number is
// none or no figure can be.
func (r *reading) chunkAt(i int) (c chunk, ok bool) {
	n, ok := r.f.numbers.At(r.t, i)
	if ok && n.Ordinal && n.To < r.end && r.is(n.To, keyAged) {
		n.Ordinal = false // in the eighteenth of her age
	}
	if !ok || n.Ordinal {
		return chunk{to: n.To}, false
	}
	c = chunk{start: i, from: i, n: n, op: opExact, low: n.Low, high: n.High, whole: -1, span: n.Span}
	c.to = n.To
	if n.Vague {
		c.op = opVague
	}
	if n.Dual {
		c.to = n.From
	}
	if !r.stands(&c) {
		c.to = n.To
		return c, false
	}
	r.spread(&c)
	r.counted(&c)
	if c.kind == "" {
		return c, false
	}
	if !c.n.Dual { // about two is toward two
		r.hedge(&c)
	}
	switch i := c.start; {
	case i == c.from && r.k[i].Word != nil:
		c.glued = r.gluedTo(i)
	case i > r.begin && r.k[i].Tight && r.k[i-1].Word != nil && len(r.k[i-1].Word.Form) == 2 && !r.k[i-1].In(r.f.g.and):
		c.glued = true // one letter before digits
	}
	r.hedgeAfter(&c)
	r.open(&c)
	return c, true
}

// gluedTo reports whether a preposition is glued to the number word at token i.
func (r *reading) gluedTo(i int) bool {
	for n := range r.k[i].Word.Readings {
		if q := &r.k[i].Word.Readings[n]; q.Classes.Meets(r.f.g.anchor) {
			return q.Feat&(lang.With|lang.For|lang.Like) != 0
		}
	}
	return false
}

// stands reports whether a number stands free: not in a name of a weapon, an address, a
// date or a clock time.
func (r *reading) stands(c *chunk) bool {
	i := c.from
	if k := &r.k[i]; k.Kind == lang.NumberKind {
		if i > 0 && k.Tight && (r.k[i-1].Is(lang.Dash) && r.k[i-1].Tight && i > 1 && r.k[i-2].Kind == lang.WordKind || r.k[i-1].Is(lang.Slash) || r.k[i-1].Is(lang.Hash) || r.latin(i-1)) {
			return false
		}
		if c.to < len(r.k) && r.k[c.to].Tight && (r.k[c.to].Is(lang.Slash) || r.latin(c.to)) {
			return false
		}
		if r.reversed(i-2) || r.reversed(c.to-1) {
			return false
		}
		if rest := r.t.Source[k.End:]; strings.HasPrefix(rest, "\ufe0f") || strings.HasPrefix(rest, "\u20e3") {
			return false // a key cap: the number of a list
		}
		if c.to+1 < len(r.k) && r.letter(c.to) && r.k[c.to+1].Tight && r.k[c.to+1].Kind == lang.NumberKind || i > 1 && k.Tight && r.letter(i-1) && r.k[i-1].Tight && r.k[i-2].Kind == lang.NumberKind {
			return false // decimals as agencies write them, from which side is not clear
		}
	}
	if i > 1 && c.n.Words && r.k[i-1].Kind == lang.MarkKind && r.k[i-1].Match >= 0 && int(r.k[i-1].Match) < i && r.k[i-2].Kind == lang.NumberKind {
		return false // it multiplies the number in quotation marks before it
	}
	return true
}

// reversed reports whether tokens i to i+2 are digits, a point and digits with an invisible
// sign between: decimals that a newsroom's system has turned round, nobody knows which.
func (r *reading) reversed(i int) bool {
	if i < 0 || i+2 >= len(r.k) || r.k[i].Kind != lang.NumberKind || r.k[i+2].Kind != lang.NumberKind || !r.k[i+1].Is(lang.Stop) && !r.k[i+1].Is(lang.Comma) || !r.k[i+1].Tight {
		return false
	}
	between := r.t.Source[r.k[i+1].End:r.k[i+2].Start]
	return between != "" && !strings.ContainsAny(between, " \t\u00a0")
}

// letter reports whether token i is one letter, tight behind what is before it.
func (r *reading) letter(i int) bool {
	k := &r.k[i]
	return k.Kind == lang.WordKind && k.Tight && k.End-k.Start <= 2
}

// latin reports whether token i is a word of Latin letters.
func (r *reading) latin(i int) bool {
	k := &r.k[i]
	return k.Kind == lang.WordKind && r.t.Source[k.Start] < utf8.RuneSelf
}

// spread takes the second number of a range: three to five, between three and five.
func (r *reading) spread(c *chunk) {
	if c.n.Vague || c.n.Dual || c.n.OneOf || c.n.Fraction {
		return
	}
	i := c.to
	if i+1 >= r.end {
		return
	}
	var n number.Number
	ok := false
	switch k := &r.k[i]; {
	case k.Is(lang.Dash) && (r.k[i+1].Kind == lang.NumberKind || r.k[i+1].In(r.f.g.number)):
		n, ok = r.f.numbers.At(r.t, i+1)
		ok = ok && (k.Tight == r.k[i+1].Tight)
	case r.is(i, keyOr), k.In(r.f.g.to) && c.from > r.begin && (r.k[c.from-1].In(r.f.g.from) || r.is(c.from-1, keyBetween)):
		n, ok = r.f.numbers.At(r.t, i+1)
	case c.from > r.begin && r.is(c.from-1, keyBetween):
		if k.Kind == lang.WordKind && k.End-k.Start <= 6 && r.k[i+1].Kind == lang.NumberKind && r.k[i+1].Tight || k.In(r.f.g.and) {
			i++
		} else if !k.Has(lang.Conjunction) {
			return
		}
		n, ok = r.f.numbers.At(r.t, i)
	}
	if !ok || n.Vague || n.Dual || n.Ordinal || n.OneOf || n.To > r.end {
		return
	}
	low := c.low
	if low < n.Low && low < 1000 && n.Low >= 1000 && r.k[c.from].Kind == lang.NumberKind && n.To > n.From+1 { // five to six thousand
		for _, u := range []float64{1e9, 1e6, 1e3} {
			if n.Low >= u {
				low *= u
				break
			}
		}
	}
	if low >= n.Low {
		return
	}
	for j := c.from - 1; j >= max(r.begin, c.from-2); j-- {
		if r.contextAt(j, keyBetween) == c.from || j == c.from-1 && r.k[j].In(r.f.g.from) {
			c.start = j // what stands before the range stands before this word
		}
	}
	c.op, c.low, c.high = opRange, low, n.High
	c.to, c.span.End = n.To, n.Span.End
}

// hedge takes the words before the number that say how exact it is.
func (r *reading) hedge(c *chunk) {
	g := &r.f.g
	for j := max(r.begin, c.from-5); j < c.from; j++ {
		k := &r.k[j]
		if k.Word == nil {
			continue
		}
		first := 0
		op := ""
		if k.Word.Begins.Meets(g.hedge) {
			if e, p := r.t.PhraseAt(j, g.hedge); p != nil && (e == c.from || e == c.from-1 && r.article(e)) {
				op = p.Key
				for first < len(p.Text) && p.Text[first] != ' ' {
					first++
				}
				first = utf8.RuneCountInString(p.Text[:first])
			}
		}
		if op == "" && (j == c.from-1 || j == c.from-2 && r.article(j+1)) && k.In(g.hedge) {
			for n := range k.Word.Readings {
				if q := &k.Word.Readings[n]; q.Classes.Meets(g.hedge) && q.Feat&lang.Pronoun == 0 {
					op, first = q.Key, utf8.RuneCountInString(q.Lemma)
					break
				}
			}
		}
		if op == "" {
			continue
		}
		c.start = j
		glued := utf8.RuneCountInString(k.Word.Form) - first
		c.span.Start = k.Start
		if cut, n, ok := strings.Cut(op, "/"); ok { // a preposition that the lexicon lists with it
			op, glued = cut, int(n[0]-'0')
		}
		if glued > 0 && glued <= 2 {
			c.span.Start += r.t.Skip(r.t.Source[k.Start:k.End], glued)
			c.glued = glued == 2 || !k.Has(lang.Conjunction)
		}
		r.apply(c, op)
		return
	}
	if c.op == opExact && c.from-1 > r.begin && (r.k[c.from-1].In(g.about) || r.k[c.from-1].In(g.on)) { // whose ages are under ten
		for j := c.from - 2; j >= r.begin && j >= c.from-5; j-- {
			under, over := r.is(j, keyUnder), r.is(j, keyOver)
			if !under && !over {
				continue
			}
			negated := j > r.begin && r.k[j-1].In(g.negation)
			switch {
			case under && negated:
				r.apply(c, "at_least")
			case under:
				r.apply(c, "less_than")
			case negated:
				r.apply(c, "at_most")
			default:
				r.apply(c, "more_than")
			}
			return
		}
	}
}

// article reports whether token i is an article that stands before digits.
func (r *reading) article(i int) bool {
	k := &r.k[i]
	return k.Word != nil && len(k.Word.Form) >= 4 && len(k.Word.Form) <= 6 && !k.In(r.f.g.prep) && !r.latin(i) && i+1 < r.end && r.k[i+1].Kind == lang.NumberKind && r.k[i+1].Tight
}

// hedgeAfter takes such words behind the noun.
func (r *reading) hedgeAfter(c *chunk) {
	g := &r.f.g
	for _, j := range [2]int{c.to, c.end} {
		if j >= r.end || r.k[j].Word == nil {
			continue
		}
		e, p := r.t.PhraseAt(j, g.hedgeAfter)
		op := ""
		switch {
		case p != nil:
			op = p.Key
		case r.k[j].In(g.hedgeAfter):
			for n := range r.k[j].Word.Readings {
				if q := &r.k[j].Word.Readings[n]; q.Classes.Meets(g.hedgeAfter) {
					op, e = q.Key, j+1
				}
			}
		}
		if op == "" || e > r.end {
			continue
		}
		r.apply(c, op)
		c.end = max(c.end, e)
		if j == c.to {
			c.to = e
			c.span.End = r.k[e-1].End
		}
		return
	}
}

// apply gives a chunk the op of a hedge.
func (r *reading) apply(c *chunk, op string) {
	if c.op == opRange {
		return
	}
	if c.op == opVague && op == "about" {
		return
	}
	c.op = op
}

// open leaves open the bound that an op leaves open.
func (r *reading) open(c *chunk) {
	switch c.op {
	case "at_least", "more_than":
		c.noHigh = true
	case "at_most", "less_than":
		c.noLow = true
		if c.n.Vague {
			c.low = c.high
		}
	}
}
