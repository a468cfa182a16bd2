package eval

import (
	"cmp"
	"slices"

	"riwaya/eval/annotated"
)

// match is a gold finding and the prediction paired with it, by index.
type match struct {
	gold, pred int
	score      float64
}

// pairUp pairs n gold findings with m predictions one to one, greedily: best score
// first, ties by the gold's order, then the predictions'; nothing under least.
func pairUp(n, m int, score func(gold, pred int) float64, least float64) []match {
	var all []match
	for i := range n {
		for j := range m {
			if s := score(i, j); s >= least {
				all = append(all, match{i, j, s})
			}
		}
	}
	slices.SortFunc(all, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.gold, b.gold), cmp.Compare(a.pred, b.pred))
	})
	goldUsed, predUsed := make([]bool, n), make([]bool, m)
	return slices.DeleteFunc(all, func(x match) bool {
		if goldUsed[x.gold] || predUsed[x.pred] {
			return true
		}
		goldUsed[x.gold], predUsed[x.pred] = true, true
		return false
	})
}

// count is how many of some things are so.
func count[T any](in []T, so func(T) bool) float64 {
	n := 0
	for _, x := range in {
		if so(x) {
			n++
		}
	}
	return float64(n)
}

// pairedGold and pairedPred tell which findings were paired, and with what.
func pairedGold(ms []match) map[int]int {
	out := make(map[int]int, len(ms))
	for _, m := range ms {
		out[m.gold] = m.pred
	}
	return out
}

func pairedPred(ms []match) map[int]int {
	out := make(map[int]int, len(ms))
	for _, m := range ms {
		out[m.pred] = m.gold
	}
	return out
}

// dice is how much two sets share: 1 where they are the same, both empty included.
func dice(a, b annotated.Words) float64 {
	if len(a) == 0 && len(b) == 0 {
		return 1
	}
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			shared, i, j = shared+1, i+1, j+1
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}
