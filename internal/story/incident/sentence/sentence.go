// Package sentence finds what several reports of one story tell in much the same words: not the same text, for an outlet that
// rewrites a dispatch cuts and swaps words in every line, but the same sentence still.
package sentence

import (
	"cmp"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/reuse/passage"
	"riwaya/internal/story"
	"riwaya/internal/story/incident/head"
	"riwaya/internal/story/incident/kind"
)

// Telling is one event as one report has it.
type Telling struct {
	Report int // its number
	Kind   kind.Kind
	Words  Words
}

// Words are those of the sentence that tells of an event, as numbers in order, without names of places and of private persons.
type Words struct {
	own []uint64 // of the event itself
	all []uint64
}

// reach is how far from an event its sentence is followed, in bytes.
const reach = 450

// Reader reads the words around events of one report.
type Reader struct {
	text  string
	aside riwaya.Spans
	words story.Words
}

// Of is a reader of a report, given how words are compared.
func Of(rec *riwaya.Record, words story.Words) *Reader {
	r := &Reader{text: rec.Article.Text, aside: head.Aside(rec, len(rec.Article.Text)), words: words}
	slices.SortFunc(r.aside, func(a, b riwaya.Span) int { return cmp.Compare(a.Start, b.Start) })
	return r
}

// Around are the words of the sentence in which something stands.
func (r *Reader) Around(at riwaya.Spans) (w Words) {
	if len(at) == 0 {
		return w
	}
	event := at.Hull()
	in := r.sentence(event)
	left := r.aside
	r.words(r.text[in.Start:in.End], func(word string, s riwaya.Span) {
		s = riwaya.Span{Start: s.Start + in.Start, End: s.End + in.Start}
		for len(left) > 0 && left[0].End <= s.Start {
			left = left[1:]
		}
		if len(left) > 0 && left[0].Overlaps(s) {
			return
		}
		n := number(word)
		if event.Overlaps(s) {
			w.own = append(w.own, n)
		}
		w.all = append(w.all, n)
	})
	w.own, w.all = set(w.own), set(w.all)
	return w
}

// sentence is where the sentence of an event stands, as far as it is followed. A full stop between digits ends none.
func (r *Reader) sentence(event riwaya.Span) riwaya.Span {
	from, to := max(0, event.Start-reach), min(len(r.text), event.End+reach)
	for _, end := range []string{"\n", ". ", "؟ ", "! "} {
		if i := strings.LastIndex(r.text[from:event.Start], end); i >= 0 {
			from += i + len(end)
		}
		if i := strings.Index(r.text[event.End:to], end); i >= 0 {
			to = event.End + i
		}
	}
	for from > 0 && from < event.Start && r.text[from]&0xC0 == 0x80 { // not in the middle of a letter
		from++
	}
	for to < len(r.text) && to > event.End && r.text[to]&0xC0 == 0x80 {
		to--
	}
	return riwaya.Span{Start: from, End: to}
}

func number(word string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	h := uint64(offset)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * prime
	}
	return h
}

func set(a []uint64) []uint64 {
	slices.Sort(a)
	return slices.Compact(a)
}

// What two sentences must have in common to be one rewritten, and to be somewhat alike: so many words, so large a part of the
// shorter one, and so many words of few reports of the story.
const (
	least, some      = 8, 6
	share, lessShare = 0.6, 0.4
	telltales        = 3
	few              = 6    // reports,
	fewShare         = 0.25 // or such a part of the story
)

// Pair are two tellings of different reports that are told in much the same words, or in somewhat the same ones.
type Pair struct {
	A, B int
	Much bool
}

// Pairs are the tellings of different reports that are told alike, each with the only one of the other report that is told so
// most nearly. Those of which apart says so are none.
func Pairs(all []Telling, apart func(i, k int) bool) []Pair {
	with := shared(all)
	best := map[[2]int]choice{} // of a telling, in a report
	var found []choice
	for pair, rare := range with {
		i, k := pair[0], pair[1]
		if rare < telltales || !all[i].Kind.Fits(all[k].Kind) || apart(i, k) {
			continue
		}
		c := choice{pair: pair, own: passage.Both(all[i].Words.own, all[k].Words.own) > 0, kind: all[i].Kind == all[k].Kind, words: passage.Both(all[i].Words.all, all[k].Words.all)}
		c.share = float64(c.words) / float64(min(len(all[i].Words.all), len(all[k].Words.all)))
		if c.words < some || c.share < lessShare || !c.own && !c.kind {
			continue
		}
		found = append(found, c)
		for _, at := range [][2]int{{i, all[k].Report}, {k, all[i].Report}} {
			b, ok := best[at]
			switch n := c.compare(&b); {
			case !ok || n > 0:
				best[at] = c
			case n == 0:
				b.again = true
				best[at] = b
			}
		}
	}
	var out []Pair
	for _, c := range found {
		i, k := c.pair[0], c.pair[1]
		a, b := best[[2]int{i, all[k].Report}], best[[2]int{k, all[i].Report}]
		if a.pair == c.pair && b.pair == c.pair && !a.again && !b.again {
			out = append(out, Pair{i, k, c.words >= least && c.share >= share})
		}
	}
	slices.SortFunc(out, func(a, b Pair) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return out
}

// choice is what two tellings have in common.
type choice struct {
	pair      [2]int
	own, kind bool
	words     int
	share     float64
	again     bool // another has as much
}

func (c *choice) compare(o *choice) int {
	truth := func(a, b bool) int {
		switch {
		case a == b:
			return 0
		case a:
			return 1
		}
		return -1
	}
	return cmp.Or(truth(c.own, o.own), truth(c.kind, o.kind), cmp.Compare(c.share, o.share), cmp.Compare(c.words, o.words))
}

// shared counts for each two tellings of different reports the words of few reports that both have.
func shared(all []Telling) map[[2]int]int {
	has := map[uint64][]int{}
	reports := map[int]bool{}
	for i := range all {
		reports[all[i].Report] = true
		for _, w := range all[i].Words.all {
			has[w] = append(has[w], i)
		}
	}
	most := max(few, int(fewShare*float64(len(reports))))
	out := map[[2]int]int{}
	for _, at := range has {
		n := 0
		for x, i := range at {
			if x == 0 || all[at[x-1]].Report != all[i].Report {
				n++
			}
		}
		if n > most {
			continue
		}
		for x, i := range at {
			for _, k := range at[x+1:] {
				if all[i].Report != all[k].Report {
					out[[2]int{i, k}]++
				}
			}
		}
	}
	return out
}
