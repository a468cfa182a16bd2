package count

import (
	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/match"
)

// reading is the state of reading one text.
type reading struct {
	f          *Finder
	t          *lang.Text
	k          []lang.Token
	rec        *riwaya.Record
	begin, end int // the sentence's tokens
	at         int // its index
	found      []chunk
	cur        *chunk
	m          match.Matcher
}

// sentence reads the figures of one sentence from left to right.
func (r *reading) sentence(s *lang.Sentence) {
	g := &r.f.g
	r.begin, r.end = s.From, s.To
	for i := s.From; i < s.To; {
		k := &r.k[i]
		if k.Kind != lang.NumberKind && (k.Word == nil || !k.In(g.anchor)) {
			i++
			continue
		}
		c, ok := r.chunkAt(i)
		c.sentence = r.index(s)
		r.at = c.sentence
		if !ok {
			i = max(i+1, c.to)
			continue
		}
		if c.end > r.end {
			c.end = r.end
		}
		r.cur = &c
		if r.judge(&c) {
			r.found = append(r.found, c)
			i = max(i+1, c.to)
			continue
		}
		i = max(i+1, c.n.To)
	}
}

func (r *reading) index(s *lang.Sentence) int {
	return s.From // a sentence's first token names it
}

// before is the last figure of the sentence.
func (r *reading) before() *chunk {
	if n := len(r.found); n > 0 && r.found[n-1].sentence == r.cur.sentence {
		return &r.found[n-1]
	}
	return nil
}

// judge runs the rules on a chunk, the heaviest first, and reports whether it is a figure.
func (r *reading) judge(c *chunk) bool {
	rules := r.f.rules[c.kind]
	if len(rules) == 0 {
		return false
	}
	timed := r.timed(c)
	r.m.Text, r.m.Parts = r.t, r
	r.m.Trigger()
	for n := range rules {
		u := &rules[n]
		if u.fixed && !c.word.fixed || u.own && c.word.predicate == "" || u.person && !people(c.word.group) || u.forces && !forces(c.word.group) || u.after != "" && (r.before() == nil || r.before().predicate != u.after) ||
			u.joined && !r.joined(c) || u.first && !r.first(c) {
			continue
		}
		captures, ok, _ := r.m.Match(u.compiled, u.index, c.start, c.to, 0)
		if !ok || timed && u.unit == "" {
			continue
		}
		p := r.predicate(c, u, captures)
		if p == "" || c.kind == kindOne && p != "killed" && p != "injured" {
			continue // of singulars only the dead and wounded are figures
		}
		c.rule, c.predicate = u, p
		r.group(c, u, captures)
		r.part(c, captures)
		if u.unit != "" && c.unit == "" {
			c.unit = u.unit
		}
		return true
	}
	return false
}

// timed reports whether the number stands in a time.
func (r *reading) timed(c *chunk) bool {
	for i := range r.rec.Times {
		for _, s := range r.rec.Times[i].Span {
			if s.Overlaps(c.n.Span) {
				return true
			}
		}
	}
	return false
}

// joined reports whether a conjunction or a comma joins the chunk to what is before it.
func (r *reading) joined(c *chunk) bool {
	k := &r.k[c.start]
	if k.Has(lang.Conjunction) {
		return true
	}
	if c.start == r.begin {
		return false
	}
	p := &r.k[c.start-1]
	return p.In(r.f.g.and) || p.Is(lang.Comma) || p.Kind == lang.WordKind && p.End-p.Start <= 2
}

// first reports whether the chunk begins its clause.
func (r *reading) first(c *chunk) bool {
	if c.start == r.begin {
		return true
	}
	p := &r.k[c.start-1]
	return p.Is(lang.Colon) || p.Is(lang.Dash) || p.Kind == lang.MarkKind && p.Match >= int32(c.start) || p.In(r.f.g.that) && p.Word.Feats&lang.Function != 0 || p.Is(lang.Comma) || r.is(c.start-1, "still")
}

// predicate is what a rule says happened, "" if it does not say.
func (r *reading) predicate(c *chunk, u *rule, captures []match.Capture) string {
	switch u.predicate {
	case fromNoun:
		if c.word.predicate != "" {
			return c.word.predicate
		}
		for _, p := range captures {
			if p.Name == "noun" {
				if w, ok := r.listed(p.From); ok && w.predicate != "" {
					return w.predicate
				}
			}
		}
		return ""
	case fromFigure:
		if b := r.before(); b != nil && b.kind != kindMeasure && b.kind != kindTime && b.predicate != "age" && b.predicate != "other" {
			return b.predicate
		}
		return ""
	case fromWord:
		for _, p := range captures {
			switch p.Name {
			case "event":
				one := r.eventAt(p.From)
				if p.From-1 >= r.begin && r.k[p.From].Has(lang.Conjunction) {
					if other := r.eventAt(p.From - 1); other != "" && other != one {
						return "other" // killed and wounded together
					}
				}
				return one
			case "do", "suffer":
				if fr := r.frame(p.From, p.Name == "do", p.To <= c.start); fr != nil {
					return fr.predicate
				}
			}
		}
		return ""
	}
	return u.predicate
}

// group settles who or what is counted.
func (r *reading) group(c *chunk, u *rule, captures []match.Capture) {
	switch {
	case u.group != "":
		c.word.group = u.group
	case c.word.group != "":
	case u.predicate == fromFigure:
		if b := r.before(); b != nil {
			c.word.group = b.word.group
		}
	default:
		for _, p := range captures {
			if p.Name == "noun" {
				if w, ok := r.listed(p.From); ok {
					c.word.group = w.group
				}
			}
		}
	}
	if c.word.group == "" {
		c.word.group = "other"
		if c.kind == kindBare || c.kind == kindOne {
			c.word.group = "people"
			if b := r.before(); b != nil && people(b.word.group) {
				c.word.group = b.word.group
			}
		}
	}
}

// part notes of which figure the chunk is a part.
func (r *reading) part(c *chunk, captures []match.Capture) {
	among := c.start > r.begin && r.is(c.start-1, keyAmong) || c.start-1 > r.begin && r.contextAt(c.start-2, keyAmong) == c.start
	for _, p := range captures {
		among = among || p.Name == keyAmong
	}
	if !among {
		return
	}
	for n := len(r.found) - 1; n >= 0 && r.found[n].sentence == c.sentence; n-- {
		if b := &r.found[n]; people(b.word.group) == people(c.word.group) && b.whole < 0 && (b.noHigh || b.high >= c.low) {
			c.whole = n
			return
		}
	}
}
