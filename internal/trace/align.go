package trace

import (
	"cmp"
	"slices"

	"riwaya"
)

// joined is how many words may stand between two passages that count as one stretch.
const joined = 12

// stretch is a part of two reports that runs word for word in parallel: passages, and the few
// words between them. Its ranges are words.
type stretch struct {
	a0, a1, b0, b1 int
	to             []int32 // for each word of a0..a1, the word of B that it is, else -1
	from           []int32 // the same the other way
	hunks          []hunk  // where the two differ, in order
}

// hunk is a place where they differ: words [a0, a1) of A stand for [b0, b1) of B.
type hunk struct{ a0, a1, b0, b1 int }

// stretches are the passages of two reports, put together where hardly anything is between
// them, and aligned.
func stretches(a, b []word, passages []riwaya.Passage) []stretch {
	ordered := slices.SortedFunc(slices.Values(passages), func(x, y riwaya.Passage) int {
		return cmp.Or(cmp.Compare(x.A.Start, y.A.Start), cmp.Compare(x.B.Start, y.B.Start))
	})
	var out []stretch
	for _, p := range ordered {
		var s stretch
		s.a0, s.a1 = within(a, p.A)
		s.b0, s.b1 = within(b, p.B)
		if s.a0 == s.a1 || s.b0 == s.b1 {
			continue
		}
		if n := len(out) - 1; n >= 0 {
			last := &out[n]
			between := func(x int) bool { return x >= 0 && x <= joined }
			if between(s.a0-last.a1) && between(s.b0-last.b1) {
				last.a1, last.b1 = s.a1, s.b1
				continue
			}
			if s.a1 <= last.a1 { // the same words once more
				continue
			}
		}
		out = append(out, s)
	}
	aligned := out[:0]
	for _, s := range out {
		if s.align(a, b) {
			aligned = append(aligned, s)
		}
	}
	return aligned
}

// mostDiffer is how many words may differ in what is aligned. Passages differ in few; what
// differs in more is no copy, and comparing it word by word would take its time.
const mostDiffer = 600

// align finds the longest words in common, by the algorithm of Myers (An O(ND) Difference
// Algorithm and Its Variations, 1986). It reports whether they differ in few enough words.
func (s *stretch) align(a, b []word) bool {
	x, y := a[s.a0:s.a1], b[s.b0:s.b1]
	s.to, s.from = make([]int32, len(x)), make([]int32, len(y))
	for i := range s.to {
		s.to[i] = -1
	}
	for i := range s.from {
		s.from[i] = -1
	}
	same := func(i, j int) {
		s.to[i], s.from[j] = int32(j+s.b0), int32(i+s.a0)
	}
	head := 0
	for head < len(x) && head < len(y) && x[head].term == y[head].term {
		same(head, head)
		head++
	}
	tail := 0
	for tail < len(x)-head && tail < len(y)-head && x[len(x)-1-tail].term == y[len(y)-1-tail].term {
		same(len(x)-1-tail, len(y)-1-tail)
		tail++
	}
	if !myers(x[head:len(x)-tail], y[head:len(y)-tail], func(i, j int) { same(head+i, head+j) }) {
		return false
	}
	s.differ()
	return true
}

// myers calls same for each pair of words in common.
func myers(x, y []word, same func(i, j int)) bool {
	n, m := len(x), len(y)
	if n == 0 || m == 0 {
		return true
	}
	most := min(n+m, mostDiffer)
	furthest := make([]int32, 2*most+2) // by diagonal, shifted by most
	var trail [][]int32
	for d := 0; d <= most; d++ {
		trail = append(trail, slices.Clone(furthest[most-d:most+d+1]))
		for k := -d; k <= d; k += 2 {
			var i int
			if k == -d || k != d && furthest[most+k-1] < furthest[most+k+1] {
				i = int(furthest[most+k+1])
			} else {
				i = int(furthest[most+k-1]) + 1
			}
			j := i - k
			for i < n && j < m && x[i].term == y[j].term {
				i++
				j++
			}
			furthest[most+k] = int32(i)
			if i >= n && j >= m {
				walkBack(trail, n, m, same)
				return true
			}
		}
	}
	return false
}

// walkBack follows the furthest reaching paths from the end to the beginning.
func walkBack(trail [][]int32, i, j int, same func(i, j int)) {
	for d := len(trail) - 1; d >= 0; d-- {
		at := func(k int) int32 { // what was reached with d-1 differences; none at its edges
			if k < -d || k > d {
				return -1
			}
			return trail[d][k+d]
		}
		k := i - j
		var before int
		if k == -d || k != d && at(k-1) < at(k+1) {
			before = k + 1
		} else {
			before = k - 1
		}
		i0, j0 := 0, 0
		if d > 0 {
			i0 = int(at(before))
			j0 = i0 - before
		}
		for i > i0 && j > j0 {
			i--
			j--
			same(i, j)
		}
		i, j = i0, j0
	}
}

// differ fills the hunks from what is the same.
func (s *stretch) differ() {
	i, j := s.a0, s.b0
	for i < s.a1 || j < s.b1 {
		if i < s.a1 && s.to[i-s.a0] >= 0 && int(s.to[i-s.a0]) == j {
			i++
			j++
			continue
		}
		h := hunk{a0: i, b0: j}
		for i < s.a1 && s.to[i-s.a0] < 0 {
			i++
		}
		for j < s.b1 && s.from[j-s.b0] < 0 {
			j++
		}
		h.a1, h.b1 = i, j
		s.hunks = append(s.hunks, h)
		if h.a0 == h.a1 && h.b0 == h.b1 {
			return // cannot be: what is the same is in order
		}
	}
}

// toB is the range of words of B that words [from, to) of A stand for: all that lies between
// the words around them that are the same.
func (s *stretch) toB(from, to int) (int, int) { return across(s.to, s.a0, s.b0, s.b1, from, to) }

// toA is the same the other way.
func (s *stretch) toA(from, to int) (int, int) { return across(s.from, s.b0, s.a0, s.a1, from, to) }

func across(same []int32, base, low, high, from, to int) (int, int) {
	lo, hi := low, high
	if i := from - base; i >= 0 && i < len(same) && same[i] >= 0 {
		lo = int(same[i])
	} else {
		for i := min(from-base, len(same)) - 1; i >= 0; i-- {
			if same[i] >= 0 {
				lo = int(same[i]) + 1
				break
			}
		}
	}
	if i := to - 1 - base; i >= 0 && i < len(same) && same[i] >= 0 {
		hi = int(same[i]) + 1
	} else {
		for i := max(to-base, 0); i < len(same); i++ {
			if same[i] >= 0 {
				hi = int(same[i])
				break
			}
		}
	}
	return lo, max(lo, hi)
}
