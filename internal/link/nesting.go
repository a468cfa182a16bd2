package link

import "riwaya"

// Nesting finds which of many spans, roughly in the order of the text, lie around a
// place without looking at all of them.
type Nesting struct {
	spans      []riwaya.Span
	end, start []int // the greatest end up to here, the least start from here on
}

// NewNesting prepares spans, empty ones included.
func NewNesting(spans []riwaya.Span) *Nesting {
	n := &Nesting{spans: spans, end: make([]int, len(spans)), start: make([]int, len(spans)+1)}
	furthest := 0
	for i, s := range spans {
		furthest = max(furthest, s.End)
		n.end[i] = furthest
	}
	n.start[len(spans)] = int(^uint(0) >> 1)
	for i := len(spans) - 1; i >= 0; i-- {
		n.start[i] = n.start[i+1]
		if spans[i].Len() > 0 {
			n.start[i] = min(n.start[i], spans[i].Start)
		}
	}
	return n
}

// Around yields the spans that contain at, but not span i, which is where to look
// from; it stops where yield returns false.
func (n *Nesting) Around(i int, at riwaya.Span, yield func(int) bool) {
	for j := i - 1; j >= 0 && n.end[j] >= at.End; j-- {
		if s := n.spans[j]; s.Start <= at.Start && s.End >= at.End && !yield(j) {
			return
		}
	}
	for j := i + 1; j < len(n.spans) && n.start[j] <= at.Start; j++ {
		if s := n.spans[j]; s.Start <= at.Start && s.End >= at.End && !yield(j) {
			return
		}
	}
}
