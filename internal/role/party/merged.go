package party

import "slices"

// Without is those of all who are not among whom it was done to: who died in an attack of their own was killed by others.
func Without(all, done []int) []int {
	return slices.DeleteFunc(slices.Clone(all), func(a int) bool { return slices.Contains(done, a) })
}

// Merged adds those of more that are not in all.
func Merged(all, more []int) []int {
	for _, x := range more {
		all = Include(all, x)
	}
	return all
}
