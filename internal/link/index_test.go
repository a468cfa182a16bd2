package link

import (
	"math/rand/v2"
	"slices"
	"testing"

	"riwaya"
)

// An index must find what looking at every span finds, also where spans are empty and
// overlap in any way.
func TestIndexFindsAll(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var x Index
	for range 3000 {
		spans := randomSpans(r, 12)
		x.Reset()
		for i, s := range spans {
			x.Add(s, i)
		}
		x.Sort()
		at := riwaya.Span{Start: r.IntN(40)}
		at.End = at.Start + r.IntN(6)
		var over, starts, gotStarts []int
		contains := false
		for i, s := range spans {
			if s.Overlaps(at) {
				over = append(over, i)
			}
			if s.Start >= at.Start && s.Start < at.End {
				starts = append(starts, i)
			}
			contains = contains || s.Contains(at)
		}
		if got := x.Overlaps(at); got != (over != nil) {
			t.Fatalf("%v overlaps %v: %v, want %v", spans, at, got, over)
		}
		if got := x.Contains(at); got != contains {
			t.Fatalf("%v contains %v: %v, want %v", spans, at, got, contains)
		}
		for _, e := range x.Starting(at.Start, at.End) {
			gotStarts = append(gotStarts, e.Of)
		}
		if want := append(starts, -1)[0]; x.First(at.Start, at.End) != want {
			t.Fatalf("%v first in %v: %d, want %d", spans, at, x.First(at.Start, at.End), want)
		}
		if slices.Sort(gotStarts); !slices.Equal(gotStarts, starts) {
			t.Fatalf("%v starting in %v: %v, want %v", spans, at, gotStarts, starts)
		}
	}
}

// The innermost content is that of the shortest hull, the first of several as short.
func TestInnerIsTheShortest(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var inner Inner
	var x Index
	for range 3000 {
		contents := make([]riwaya.Spans, r.IntN(8))
		for i := range contents {
			at := r.IntN(30)
			for range r.IntN(3) {
				s := riwaya.Span{Start: at, End: at + 1 + r.IntN(20)}
				contents[i] = append(contents[i], s)
				at = s.End + 1
			}
		}
		spans := randomSpans(r, 8)
		x.Reset()
		for i, s := range spans {
			x.Add(s, i)
		}
		x.Sort()
		got := make([]int, len(spans))
		inner.Around(func(i int) riwaya.Spans { return contents[i] }, len(contents), &x, got)
		for i, s := range spans {
			want := -1
			for c := range contents {
				if contents[c].Contains(s) && (want < 0 || contents[c].Hull().Len() <= contents[want].Hull().Len()) {
					want = c
				}
			}
			if got[i] != want {
				t.Fatalf("%v around %v: %d, want %d", contents, s, got[i], want)
			}
		}
	}
}

func randomSpans(r *rand.Rand, most int) []riwaya.Span {
	spans := make([]riwaya.Span, r.IntN(most))
	for i := range spans {
		spans[i].Start = r.IntN(40)
		spans[i].End = spans[i].Start + r.IntN(20)
	}
	return spans
}
