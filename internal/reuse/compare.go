package reuse

import (
	"slices"

	"riwaya"
)

// side is one of two reports that are compared.
type side struct {
	*report
	words []word
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
	x.aligner.index(s.other)
	all := x.aligner.align(n.words, s.words, s.shingles, s.other, least)
	strongest := float32(0)
	for _, p := range all {
		strongest = max(strongest, evidence(p, n.prints, s.worth))
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
	a, b := side{&n.report, n.words}, side{&other, s.words}
	k = riwaya.Copy{A: a.ID, B: b.ID, Containment: contained(slices.Clone(s.shingles), s.other)}
	passages := all
	if k.Containment < whole { // formulas in what is the same text anyway belong to it
		passages = slices.DeleteFunc(all, func(p passage) bool { return evidence(p, n.prints, s.worth) < bar })
	}
	turned, why, agency := settle(a, b, passages, days)
	if turned {
		a, b, k.A, k.B = b, a, b.ID, a.ID
		passages = swapped(passages)
		slices.SortFunc(passages, func(p, q passage) int { return p.a[0] - q.a[0] })
	}
	k.Directed, k.Why, k.Agency = why == riwaya.CopyCredits || why == riwaya.CopyPublished, why, agency
	for _, p := range passages {
		k.Passages = append(k.Passages, riwaya.Passage{A: span(a.words, p.a), B: span(b.words, p.b), Words: p.words})
	}
	k.ShareA = shared(passages, len(a.words), func(p passage) [2]int { return p.a })
	k.ShareB = shared(passages, len(b.words), func(p passage) [2]int { return p.b })
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
