// Package alpha measures how far coders agree: Krippendorff's alpha for nominal values, with any
// number of coders and with values missing.
//
// Source: Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011
// (repository.upenn.edu/asc_papers/43), whose worked examples are this package's tests.
//
// 1 is agreement without exception, 0 is what chance gives, below 0 is worse than chance. It is
// not defined where all values are the same: nothing then shows that coders can tell anything
// apart.
package alpha

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
)

// Unit are the values that coders gave to one thing, in any order; who gave none is left out.
type Unit []string

// Result is what units come to.
type Result struct {
	Units   int     // with two values or more; others say nothing of agreement
	Values  int     // in these units
	Alpha   float64 // only where Defined
	Defined bool
	// Low and High are the 95 % interval, by drawing units with replacement; only where Defined.
	Low, High float64
}

// counts of one unit: which values were given how often.
type counts struct {
	of []given
	n  float64
}

type given struct {
	value int
	times float64
}

// Nominal measures the agreement of units. The interval is drawn from seed, so that it is the same
// wherever it is drawn; draws is how often, 0 for no interval.
func Nominal(units []Unit, seed uint64, draws int) Result {
	names := map[string]int{}
	for _, u := range units {
		if len(u) > 1 {
			for _, v := range u {
				names[v] = 0
			}
		}
	}
	for i, v := range slices.Sorted(maps.Keys(names)) {
		names[v] = i
	}
	var paired []counts
	r := Result{}
	for _, u := range units {
		if len(u) < 2 {
			continue
		}
		c := counts{n: float64(len(u))}
		for _, v := range u {
			if i := slices.IndexFunc(c.of, func(g given) bool { return g.value == names[v] }); i >= 0 {
				c.of[i].times++
			} else {
				c.of = append(c.of, given{names[v], 1})
			}
		}
		paired = append(paired, c)
		r.Values += len(u)
	}
	r.Units = len(paired)
	total := make([]float64, len(names))
	r.Alpha, r.Defined = nominal(total, func(yield func(*counts) bool) {
		for i := range paired {
			if !yield(&paired[i]) {
				return
			}
		}
	})
	if r.Defined && draws > 0 {
		r.Low, r.High = interval(paired, total, seed, draws)
	}
	return r
}

// nominal is 1 - observed / expected disagreement. Of a unit with m values each pair counts
// 1/(m-1), so that it weighs as much as it has values.
// total is room for as many numbers as there are values.
func nominal(total []float64, units func(func(*counts) bool)) (alpha float64, defined bool) {
	clear(total)
	n, observed := 0.0, 0.0
	for u := range units {
		alike := 0.0
		for _, g := range u.of {
			alike += g.times * (g.times - 1)
			total[g.value] += g.times
		}
		observed += (u.n*(u.n-1) - alike) / (u.n - 1)
		n += u.n
	}
	same := 0.0
	for _, c := range total {
		same += c * (c - 1)
	}
	expected := n*(n-1) - same
	if n < 2 || expected == 0 {
		return 0, false
	}
	return 1 - (n-1)*observed/expected, true
}

// interval draws as many units as there are, again and again. A draw in which all values are the
// same has no alpha; it counts as 1, for no two coders disagree in it.
func interval(paired []counts, total []float64, seed uint64, draws int) (low, high float64) {
	rng := rand.New(rand.NewPCG(seed, seed))
	all := make([]float64, draws)
	for k := range all {
		a, defined := nominal(total, func(yield func(*counts) bool) {
			for range paired {
				if !yield(&paired[rng.IntN(len(paired))]) {
					return
				}
			}
		})
		if all[k] = a; !defined {
			all[k] = 1
		}
	}
	slices.Sort(all)
	cut := int(math.Floor(float64(draws) * 0.025))
	return all[cut], all[draws-cut-1]
}
