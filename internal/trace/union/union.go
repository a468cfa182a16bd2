// Package union joins what belongs together, step by step.
package union

import (
	"cmp"
	"maps"
	"slices"
)

// Union is a forest of what belongs together. Of two roots the lower stays.
type Union struct{ up []int }

func New(n int) *Union {
	u := &Union{make([]int, n)}
	for i := range u.up {
		u.up[i] = i
	}
	return u
}

func (u *Union) Find(i int) int {
	for u.up[i] != i {
		u.up[i] = u.up[u.up[i]]
		i = u.up[i]
	}
	return i
}

func (u *Union) Join(i, j int) {
	a, b := u.Find(i), u.Find(j)
	u.up[max(a, b)] = min(a, b)
}

func Sorted[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
