package passage

import (
	"cmp"
	"slices"
)

// run is a stretch of words that two reports have alike: n words from word a of the one and
// from word b of the other.
type run struct{ a, b, n int }

// Passage is runs that follow one another in both reports, with small differences between.
type Passage struct {
	A, B  [2]int // the words from and to, half open
	Words int    // that are alike
	// Numbers is how many numbers stand in the place of others between them.
	Numbers int
}

const (
	// Gap is how many words may differ, in either report, before a passage ends.
	Gap = 8
	// repeats is how many places of the same five words are looked at.
	repeats = 16
	// back is how many passages behind the last one a run is tried to be put to.
	back = 4
)

// Aligner finds what two reports share. It keeps its memory between pairs; it is for one
// goroutine.
type Aligner struct {
	slots []int32 // by shingle of b: 1 + the last place that has it
	next  []int32 // by place in b: 1 + the place before it with the same shingle
	runs  []run
}

// Index makes the shingles of the second report findable.
func (l *Aligner) Index(b []uint64) {
	size := 16
	for size < 2*len(b) {
		size *= 2
	}
	if cap(l.slots) < size {
		l.slots = make([]int32, size)
	}
	l.slots = l.slots[:size]
	clear(l.slots)
	l.next = append(l.next[:0], make([]int32, len(b))...)
	for i := len(b) - 1; i >= 0; i-- { // so that a chain runs from the first place to the last
		s := l.slot(b, b[i])
		l.next[i] = l.slots[s]
		l.slots[s] = int32(i) + 1
	}
}

// slot is where a shingle is, or would be.
func (l *Aligner) slot(b []uint64, h uint64) int {
	mask := len(l.slots) - 1
	s := int(h) & mask
	for l.slots[s] != 0 && b[l.slots[s]-1] != h {
		s = (s + 1) & mask
	}
	return s
}

// Align finds the passages of two reports of at least least equal words, in the order of a. shA and shB
// are their shingles; Index was called with shB.
func (l *Aligner) Align(a, b []Word, shA, shB []uint64, least int) []Passage {
	l.runs = l.runs[:0]
	behind := 0 // where the last run ended in b: of equal ones the next is nearest behind it
	for i := 0; i < len(shA); i++ {
		best := run{}
		at := l.slots[l.slot(shB, shA[i])]
		for tries := 0; at != 0 && tries < repeats; tries++ {
			j := int(at) - 1
			n := 0
			for i+n < len(a) && j+n < len(b) && a[i+n].Hash == b[j+n].Hash {
				n++
			}
			if n > best.n || n == best.n && best.b < behind && j >= behind {
				best = run{i, j, n}
			}
			at = l.next[j]
		}
		if best.n >= Shingle {
			l.runs = append(l.runs, best)
			behind = best.b + best.n
			i += best.n - Shingle // what begins in the last four words of a run may go on elsewhere
		}
	}
	return l.join(a, b, least)
}

// join puts runs together that follow one another on both sides.
func (l *Aligner) join(a, b []Word, least int) []Passage {
	var out []Passage
runs:
	for _, r := range l.runs {
		for i := len(out) - 1; i >= max(0, len(out)-back); i-- {
			p := &out[i]
			over := max(0, p.A[1]-r.a, p.B[1]-r.b)
			if over >= Shingle || over >= r.n {
				continue
			}
			r := run{r.a + over, r.b + over, r.n - over}
			if r.a-p.A[1] > Gap || r.b-p.B[1] > Gap {
				continue
			}
			p.Words += r.n + common(a[p.A[1]:r.a], b[p.B[1]:r.b])
			p.Numbers += filled(a[p.A[1]:r.a], b[p.B[1]:r.b])
			p.A[1], p.B[1] = r.a+r.n, r.b+r.n
			continue runs
		}
		out = append(out, Passage{[2]int{r.a, r.a + r.n}, [2]int{r.b, r.b + r.n}, r.n, 0})
	}
	out = slices.DeleteFunc(out, func(p Passage) bool { return p.Words < least })
	slices.SortFunc(out, func(p, q Passage) int { return cmp.Or(p.A[0]-q.A[0], p.B[0]-q.B[0], p.A[1]-q.A[1]) })
	return out
}

// common is the length of the longest common subsequence of two gaps.
func common(a, b []Word) int {
	var row [Gap + 1]int
	for i := range a {
		diagonal := 0
		for j := range b {
			above := row[j+1]
			if a[i].Hash == b[j].Hash {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// filled is how many numbers of two gaps stand in the place of others.
func filled(a, b []Word) int {
	count := func(of, without []Word) (n int) {
		for _, w := range of {
			if w.Number() && !slices.ContainsFunc(without, func(o Word) bool { return o.Hash == w.Hash }) {
				n++
			}
		}
		return n
	}
	return min(count(a, b), count(b, a))
}

// Contained is the share of the distinct shingles of the report with fewer of them that the
// other has too, 0 to 1. It sorts what it is given.
func Contained(a, b []uint64) float64 {
	slices.Sort(a)
	slices.Sort(b)
	a, b = slices.Compact(a), slices.Compact(b)
	small := min(len(a), len(b))
	if small == 0 {
		return 0
	}
	return float64(Both(a, b)) / float64(small)
}

// Both is how many numbers two sets have in common, each in order and without one twice.
func Both(a, b []uint64) (n int) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			a, b = a[1:], b[1:]
			n++
		}
	}
	return n
}
