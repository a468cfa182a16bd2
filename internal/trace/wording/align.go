package wording

import (
	"cmp"
	"slices"

	"riwaya"
)

// joined is how many words may stand between two passages that count as one stretch.
const joined = 12

// Stretch is a part of two reports that runs word for word in parallel: passages, and the few
// words between them. Its ranges are words.
type Stretch struct {
	A0, A1, B0, B1 int
	To             []int32 // for each word of a0..a1, the word of B that it is, else -1
	From           []int32 // the same the other way
	Hunks          []Hunk  // where the two differ, in order
}

// Hunk is a place where they differ: words [a0, a1) of A stand for [b0, b1) of B.
type Hunk struct{ A0, A1, B0, B1 int }

// Stretches are the passages of two reports, put together where hardly anything is between
// them, and aligned.
func Stretches(a, b []Word, passages []riwaya.Passage) []Stretch {
	ordered := slices.SortedFunc(slices.Values(passages), func(x, y riwaya.Passage) int {
		return cmp.Or(cmp.Compare(x.A.Start, y.A.Start), cmp.Compare(x.B.Start, y.B.Start))
	})
	var out []Stretch
	for _, p := range ordered {
		var s Stretch
		s.A0, s.A1 = Within(a, p.A)
		s.B0, s.B1 = Within(b, p.B)
		if s.A0 == s.A1 || s.B0 == s.B1 {
			continue
		}
		if n := len(out) - 1; n >= 0 {
			last := &out[n]
			between := func(x int) bool { return x >= 0 && x <= joined }
			if between(s.A0-last.A1) && between(s.B0-last.B1) {
				last.A1, last.B1 = s.A1, s.B1
				continue
			}
			if s.A1 <= last.A1 { // the same words once more
				continue
			}
		}
		out = append(out, s)
	}
	aligned := out[:0]
	for _, s := range out {
		if s.Align(a, b) {
			aligned = append(aligned, s)
		}
	}
	return aligned
}

// mostDiffer is how many words may differ in what is aligned. Passages differ in few; what
// differs in more is no copy, and comparing it word by word would take its time.
const mostDiffer = 600

// Align finds the longest words in common, by the algorithm of Myers (An O(ND) Difference
// Algorithm and Its Variations, 1986). It reports whether they differ in few enough words.
func (s *Stretch) Align(a, b []Word) bool {
	x, y := a[s.A0:s.A1], b[s.B0:s.B1]
	s.To, s.From = make([]int32, len(x)), make([]int32, len(y))
	for i := range s.To {
		s.To[i] = -1
	}
	for i := range s.From {
		s.From[i] = -1
	}
	same := func(i, j int) {
		s.To[i], s.From[j] = int32(j+s.B0), int32(i+s.A0)
	}
	head := 0
	for head < len(x) && head < len(y) && x[head].Term == y[head].Term {
		same(head, head)
		head++
	}
	tail := 0
	for tail < len(x)-head && tail < len(y)-head && x[len(x)-1-tail].Term == y[len(y)-1-tail].Term {
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
func myers(x, y []Word, same func(i, j int)) bool {
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
			for i < n && j < m && x[i].Term == y[j].Term {
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
func (s *Stretch) differ() {
	i, j := s.A0, s.B0
	for i < s.A1 || j < s.B1 {
		if i < s.A1 && s.To[i-s.A0] >= 0 && int(s.To[i-s.A0]) == j {
			i++
			j++
			continue
		}
		h := Hunk{A0: i, B0: j}
		for i < s.A1 && s.To[i-s.A0] < 0 {
			i++
		}
		for j < s.B1 && s.From[j-s.B0] < 0 {
			j++
		}
		h.A1, h.B1 = i, j
		s.Hunks = append(s.Hunks, h)
		if h.A0 == h.A1 && h.B0 == h.B1 {
			return // cannot be: what is the same is in order
		}
	}
}

// ToB is the range of words of B that words [from, to) of A stand for: all that lies between
// the words around them that are the same.
func (s *Stretch) ToB(from, to int) (int, int) { return across(s.To, s.A0, s.B0, s.B1, from, to) }

// ToA is the same the other way.
func (s *Stretch) ToA(from, to int) (int, int) { return across(s.From, s.B0, s.A0, s.A1, from, to) }

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

// Share is how much two ranges of words are the same words at the same place: twice the common
// ones over all of both.
func (st *Stretch) Share(a, b []riwaya.Span) float64 {
	common, total := 0, 0
	for _, x := range b {
		total += x.Len()
	}
	for _, x := range a {
		total += x.Len()
		for i := max(x.Start, st.A0); i < min(x.End, st.A1); i++ {
			if j := int(st.To[i-st.A0]); j >= 0 && slices.ContainsFunc(b, func(y riwaya.Span) bool { return y.Start <= j && j < y.End }) {
				common++
			}
		}
	}
	if total == 0 {
		return 0
	}
	return 2 * float64(common) / float64(total)
}
