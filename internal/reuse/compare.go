package reuse

import (
	"cmp"
	"slices"

	"riwaya"
)

// side is one of two reports that are compared.
type side struct {
	*report
	words []word
}

// pair is two reports and what they share.
type pair struct {
	a, b        side
	passages    []passage
	containment float64
	days        int // between them
}

// turn makes the second the first.
func (p *pair) turn() {
	p.a, p.b, p.passages = p.b, p.a, swapped(p.passages)
}

func swapped(passages []passage) []passage {
	out := slices.Clone(passages)
	for i := range out {
		out[i].a, out[i].b = out[i].b, out[i].a
	}
	return out
}

// whole is the containment from which on one text is the other, more or less.
const whole = 0.5

// compare gives the copy between the newcomer and another report, if what they share is evidence.
func (x *Index) compare(n *newcomer, raw []byte, days int) (k riwaya.Copy, ok bool, err error) {
	s := &x.scratch
	if s.words, err = wordsIn(raw, s.words); err != nil {
		return k, false, err
	}
	s.other = shinglesOf(s.words, s.other)
	var all []passage
	if len(s.words) < len(n.words) { // always the longer is indexed, so that the order of coming does not matter
		if !s.indexed {
			x.own.index(s.shingles)
			s.indexed = true
		}
		all = swapped(x.own.align(s.words, n.words, s.other, s.shingles, least))
	} else {
		x.aligner.index(s.other)
		all = x.aligner.align(n.words, s.words, s.shingles, s.other, least)
	}
	strongest := float32(0)
	for _, p := range all {
		strongest = max(strongest, evidence(p, n, s.worth, spoken))
	}
	if strongest < least {
		return k, false, nil
	}
	other, err := reportIn(raw)
	if err != nil {
		return k, false, err
	}
	if other.ID == n.ID || versions(&n.report, &other) {
		return k, false, nil
	}
	bar := float32(least)
	if n.Outlet != "" && n.Outlet == other.Outlet {
		if bar = again; strongest < bar {
			return k, false, nil
		}
	}
	p := pair{a: side{&n.report, n.words}, b: side{&other, s.words}, days: days, passages: all,
		containment: contained(slices.Clone(s.shingles), s.other)}
	if p.containment < whole { // formulas in what is the same text anyway belong to it, and quotations in what is shared anyway
		p.passages = slices.DeleteFunc(all, func(q passage) bool { return evidence(q, n, s.worth, 0) < bar })
	}
	if p.a.ID > p.b.ID {
		p.turn()
	}
	turned, why, agency := p.settle()
	if turned {
		p.turn()
	}
	k = riwaya.Copy{A: p.a.ID, B: p.b.ID, Containment: p.containment, Why: why, Agency: agency,
		Directed: why == riwaya.CopyCredits || why == riwaya.CopyPublished}
	slices.SortFunc(p.passages, func(p, q passage) int { return cmp.Or(p.a[0]-q.a[0], p.b[0]-q.b[0]) })
	for _, q := range p.passages {
		k.Passages = append(k.Passages, riwaya.Passage{A: span(p.a.words, q.a), B: span(p.b.words, q.b), Words: q.words})
	}
	k.ShareA = shared(p.passages, len(p.a.words), func(q passage) [2]int { return q.a })
	k.ShareB = shared(p.passages, len(p.b.words), func(q passage) [2]int { return q.b })
	return k, true, nil
}

func span(words []word, p [2]int) riwaya.Span {
	return riwaya.Span{Start: int(words[p[0]].start), End: int(words[p[1]-1].end)}
}

// shared is the share of a report's words that stand in passages, 0 to 1.
func shared(passages []passage, words int, of func(passage) [2]int) float64 {
	ranges := make([][2]int, len(passages))
	for i, p := range passages {
		ranges[i] = of(p)
	}
	slices.SortFunc(ranges, func(a, b [2]int) int { return a[0] - b[0] })
	n, end := 0, 0
	for _, r := range ranges {
		n += max(0, r[1]-max(r[0], end))
		end = max(end, r[1])
	}
	return float64(n) / float64(max(1, words))
}
