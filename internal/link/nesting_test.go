package link

import (
	"math/rand/v2"
	"slices"
	"testing"

	"riwaya"
)

// Around must find what looking at every span finds, also where spans are empty and
// overlap in any way.
func TestAroundFindsAll(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		spans := make([]riwaya.Span, r.IntN(12))
		for i := range spans {
			spans[i].Start = r.IntN(40)
			spans[i].End = spans[i].Start + r.IntN(20)
		}
		n := NewNesting(spans)
		for i := range spans {
			at := riwaya.Span{Start: r.IntN(40)}
			at.End = at.Start + 1 + r.IntN(3)
			var want, got []int
			for j, s := range spans {
				if j != i && s.Start <= at.Start && s.End >= at.End {
					want = append(want, j)
				}
			}
			n.Around(i, at, func(j int) bool { got = append(got, j); return true })
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Fatalf("%v around %v (from %d): %v, want %v", spans, at, i, got, want)
			}
		}
	}
}

// A claim in the content of another hangs on it, and its chain goes through it.
func TestClaimsNest(t *testing.T) {
	claim := func(cue, from, to int, source string) riwaya.Claim {
		return riwaya.Claim{
			Cue:     riwaya.Cue{Spans: riwaya.Spans{{Start: cue, End: cue + 3}}},
			Source:  riwaya.Source{Text: source},
			Content: riwaya.Content{Spans: riwaya.Spans{{Start: from, End: to}}},
		}
	}
	cs := []riwaya.Claim{claim(0, 10, 90, "minister"), claim(20, 30, 80, "army"), claim(100, 110, 120, "witness")}
	Claims(&riwaya.Article{ID: "a"}, cs, func(i int) (riwaya.Hop, bool) {
		return riwaya.Hop{Name: "agency", Relation: riwaya.HopTold}, i == 0
	})
	if cs[0].Parent != nil || cs[2].Parent != nil || cs[1].Parent == nil || *cs[1].Parent != cs[0].ID {
		t.Errorf("parents: %v %v %v", cs[0].Parent, cs[1].Parent, cs[2].Parent)
	}
	var names []string
	for _, h := range cs[1].Chain {
		names = append(names, h.Name)
	}
	if want := []string{"agency", "minister", "army"}; !slices.Equal(names, want) {
		t.Errorf("chain %v, want %v", names, want)
	}
}

// TestCirclesAreOpened has two claims that lie in each other's content, "they held that …,
// according to her": the one that begins first is around the other, and stands in nothing.
func TestCirclesAreOpened(t *testing.T) {
	span := func(from, to int) riwaya.Spans { return riwaya.Spans{{Start: from, End: to}} }
	cs := []riwaya.Claim{
		{Cue: riwaya.Cue{Spans: span(10, 14)}, Content: riwaya.Content{Spans: span(15, 60)}},
		{Cue: riwaya.Cue{Spans: span(50, 53)}, Content: riwaya.Content{Spans: span(0, 49)}},
	}
	Claims(&riwaya.Article{ID: "t-1"}, cs, func(int) (riwaya.Hop, bool) { return riwaya.Hop{}, false })
	if cs[0].Parent == nil || *cs[0].Parent != cs[1].ID || cs[1].Parent != nil {
		t.Errorf("parents %v, %v", cs[0].Parent, cs[1].Parent)
	}
}
