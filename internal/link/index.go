package link

import (
	"cmp"
	"slices"

	"riwaya"
)

// Index finds the spans that stand at a place of the text without looking at all of them.
// Its zero value is empty; it may be filled again after Reset, and then keeps its memory.
type Index struct {
	spans []Entry // by their start
	end   []int   // the greatest end up to here
}

// Entry is a span, and the number of what it belongs to.
type Entry struct {
	riwaya.Span
	Of int
}

// Reset empties the index.
func (x *Index) Reset() { x.spans, x.end = x.spans[:0], x.end[:0] }

// Add puts a span in. Nothing may be asked before Sort.
func (x *Index) Add(s riwaya.Span, of int) { x.spans = append(x.spans, Entry{s, of}) }

// Sort makes the index ready; of spans with one start, what was added first stays first.
func (x *Index) Sort() {
	if early := func(a, b Entry) int { return cmp.Compare(a.Start, b.Start) }; !slices.IsSortedFunc(x.spans, early) {
		slices.SortStableFunc(x.spans, early)
	}
	furthest := 0
	for _, s := range x.spans {
		furthest = max(furthest, s.End)
		x.end = append(x.end, furthest)
	}
}

// after is how many spans start before byte at.
func (x *Index) after(at int) int {
	lo, hi := 0, len(x.spans) // written out: it is asked at nearly every token
	for lo < hi {
		if m := int(uint(lo+hi) / 2); x.spans[m].Start < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// Starting are the spans that start in bytes [from, to), in their order.
func (x *Index) Starting(from, to int) []Entry {
	n := x.after(from)
	end := n
	for end < len(x.spans) && x.spans[end].Start < to {
		end++
	}
	return x.spans[n:end]
}

// First is the least number of what the spans that start in bytes [from, to) belong to, -1
// if none does.
func (x *Index) First(from, to int) int {
	first := -1
	for _, e := range x.Starting(from, to) {
		if first < 0 || e.Of < first {
			first = e.Of
		}
	}
	return first
}

// Overlapping yields the spans that share a byte with at, the last first; it stops, and
// reports true, where yield does.
func (x *Index) Overlapping(at riwaya.Span, yield func(Entry) bool) bool {
	for n := x.after(at.End) - 1; n >= 0 && x.end[n] > at.Start; n-- {
		if x.spans[n].End > at.Start && yield(x.spans[n]) {
			return true
		}
	}
	return false
}

// Overlaps reports whether a span shares a byte with at.
func (x *Index) Overlaps(at riwaya.Span) bool {
	return x.Overlapping(at, func(Entry) bool { return true })
}

// Contains reports whether a span holds at wholly.
func (x *Index) Contains(at riwaya.Span) bool {
	for n := x.after(at.Start+1) - 1; n >= 0 && x.end[n] >= at.End; n-- {
		if x.spans[n].End >= at.End {
			return true
		}
	}
	return false
}

// Inner finds the innermost of some contents around spans that hardly overlap, such as
// figures. Its zero value is ready, and keeps its memory.
type Inner struct {
	next, order []int
}

// Around sets of, for what each span of the index belongs to, to the content of the
// shortest hull that holds the span in one of its ranges: the last of several as short, which is the one
// on whose word the others say it; -1 if none does. However deep contents nest, a span that
// has its own is not looked at again.
func (x *Inner) Around(contents func(int) riwaya.Spans, n int, spans *Index, of []int) {
	x.order, x.next = x.order[:0], x.next[:0]
	for i := range n {
		x.order = append(x.order, i)
	}
	slices.SortFunc(x.order, func(a, b int) int {
		return cmp.Or(cmp.Compare(contents(a).Hull().Len(), contents(b).Hull().Len()), cmp.Compare(b, a))
	})
	for i, s := range spans.spans {
		of[s.Of] = -1
		x.next = append(x.next, i)
	}
	x.next = append(x.next, len(spans.spans))
	for _, c := range x.order {
		for _, s := range contents(c) {
			to := spans.after(s.End + 1)
			for i := x.free(spans.after(s.Start)); i < to; i = x.free(i + 1) {
				if in := &spans.spans[i]; in.End <= s.End {
					of[in.Of], x.next[i] = c, i+1
				}
			}
		}
	}
}

// free is the first span from i on that no content has yet.
func (x *Inner) free(i int) int {
	to := i
	for x.next[to] != to {
		to = x.next[to]
	}
	for x.next[i] != to && i != to {
		i, x.next[i] = x.next[i], to
	}
	return to
}
