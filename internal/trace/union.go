package trace

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// union is a forest of what belongs together. Of two roots the lower stays.
type union struct{ up []int }

func newUnion(n int) *union {
	u := &union{make([]int, n)}
	for i := range u.up {
		u.up[i] = i
	}
	return u
}

func (u *union) find(i int) int {
	for u.up[i] != i {
		u.up[i] = u.up[u.up[i]]
		i = u.up[i]
	}
	return i
}

func (u *union) join(i, j int) {
	a, b := u.find(i), u.find(j)
	u.up[max(a, b)] = min(a, b)
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

func logarithm(x float64) float64 { return math.Log(x) }
