package reuse

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"riwaya"
	"riwaya/internal/reuse/passage"
	"riwaya/internal/reuse/segment"
)

// side is one of two reports that are compared.
type side struct {
	*report
	words []passage.Word
}

// pair is two reports and what they share.
type pair struct {
	a, b        side
	passages    []passage.Passage
	containment float64
	days        int     // from the first to the second
	rare        float32 // how much an equal word counts, 0 to 1, where what returns on other days counts less
}

// turn makes the second the first.
func (p *pair) turn() {
	p.a, p.b, p.days, p.passages = p.b, p.a, -p.days, swapped(p.passages)
}

func swapped(passages []passage.Passage) []passage.Passage {
	out := slices.Clone(passages)
	for i := range out {
		out[i].A, out[i].B = out[i].B, out[i].A
	}
	return out
}

// whole is the containment from which on one text is the other, more or less.
//
// nearly is that from which on it is, however common its words are: a report of two sentences, one of which is titles.
const whole, nearly = 0.5, 0.7

// What is evidence enough between two reports of about one day: oneDay where one is half in the other, oneRun where a
// passage of most words shows it. long is how many equal words are shared text between two that share some anyway,
// however many others have them.
const (
	oneDay = 9.5
	oneRun = 12
	most   = 40
	long   = 25
)

// compare gives the copy between the newcomer and another report, its i-th candidate, if what they share is evidence.
func (x *Index) compare(n *newcomer, raw []byte, c candidate, i int, common *commonness) (k riwaya.Copy, ok bool, err error) {
	s := &x.scratch
	about, words, err := split(raw)
	if err != nil {
		return k, false, err
	}
	if s.words, err = passage.Read(words, s.words); err != nil {
		return k, false, err
	}
	s.other = passage.Shingles(s.words, s.other)
	var all []passage.Passage
	if len(s.words) < len(n.Words) { // always the longer is indexed, so that the order of coming does not matter
		if !s.indexed {
			x.own.Index(s.shingles)
			s.indexed = true
		}
		all = swapped(x.own.Align(s.words, n.Words, s.other, s.shingles, least))
	} else {
		x.aligner.Index(s.other)
		all = x.aligner.Align(n.Words, s.words, s.shingles, s.other, least)
	}
	s.worth = common.worth(n, c, i, true, s.worth)
	strongest, sum := weigh(all, n, s.worth)
	alike, longest := 0, 0
	for _, p := range all {
		alike, longest = alike+p.Words, max(longest, p.Words)
	}
	if sum < least && (!c.close() || 3*alike < min(len(n.Words), len(s.words))) { // too little for a text that is the same
		return k, false, nil
	}
	rare := float32(0)
	for _, p := range all {
		rare += evidence(p, n, s.worth, 0) / float32(max(1, alike))
	}
	containment := passage.Contained(slices.Clone(s.shingles), s.other)
	if containment >= whole { // one text, and what of it is evidence adds up
		if c.close() { // of one day: that such texts return on others says nothing of these two
			s.worth = common.worth(n, c, i, false, s.worth)
			_, sum = weigh(all, n, s.worth)
		}
		strongest = sum
	}
	if containment >= nearly && c.close() && alike >= again {
		strongest = max(strongest, again) // whatever others have: on one day it is in the other, all but a few words
	}
	bar := float32(least)
	switch {
	case containment >= whole && c.close() && alike >= again:
		bar = oneDay
	case c.close() && longest >= most:
		bar = oneRun
	}
	if strongest < bar {
		return k, false, nil
	}
	var other report
	if err := json.Unmarshal(about, &other); err != nil {
		return k, false, fmt.Errorf("reuse: %w: %w", segment.ErrDamaged, err)
	}
	if other.ID == n.ID || versions(&n.report, &other) {
		return k, false, nil
	}
	if n.Outlet != "" && n.Outlet == other.Outlet {
		if bar = again; strongest < again {
			return k, false, nil
		}
	}
	p := pair{a: side{&n.report, n.Words}, b: side{&other, s.words}, days: c.days, passages: all, containment: containment, rare: rare}
	if p.containment < whole { // formulas in what is the same text anyway belong to it, and quotations in what is shared anyway
		p.passages = slices.DeleteFunc(all, func(q passage.Passage) bool { return q.Words < long && evidence(q, n, s.worth, 0) < bar })
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
	slices.SortFunc(p.passages, func(p, q passage.Passage) int { return cmp.Or(p.A[0]-q.A[0], p.B[0]-q.B[0]) })
	for _, q := range p.passages {
		k.Passages = append(k.Passages, riwaya.Passage{A: span(p.a.words, q.A), B: span(p.b.words, q.B), Words: q.Words})
	}
	k.ShareA = shared(p.passages, len(p.a.words), func(q passage.Passage) [2]int { return q.A })
	k.ShareB = shared(p.passages, len(p.b.words), func(q passage.Passage) [2]int { return q.B })
	return k, true, nil
}

// weigh is the evidence of the strongest passage, and of all.
func weigh(all []passage.Passage, n *newcomer, worth []float32) (strongest, sum float32) {
	for _, p := range all {
		e := evidence(p, n, worth, spoken)
		strongest, sum = max(strongest, e), sum+e
	}
	return strongest, sum
}

func span(words []passage.Word, p [2]int) riwaya.Span {
	return riwaya.Span{Start: int(words[p[0]].Start), End: int(words[p[1]-1].End)}
}

// shared is the share of a report's words that stand in passages, 0 to 1.
func shared(passages []passage.Passage, words int, of func(passage.Passage) [2]int) float64 {
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
