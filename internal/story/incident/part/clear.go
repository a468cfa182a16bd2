package part

import (
	"slices"

	"riwaya"
)

// Clear leaves out the numbers that one teller gives in one report and that cannot all be true of the
// same people: the report counts several happenings in them, or parts, since nobody counts one thing twice.
// Of these that one stays which another report gives as well; a figure without numbers goes.
func Clear(all []riwaya.IncidentFigure) []riwaya.IncidentFigure {
	out := all[:0]
	for _, f := range all {
		numbers := slices.DeleteFunc(slices.Clone(f.Numbers), func(n riwaya.IncidentNumber) bool {
			return slices.ContainsFunc(f.Numbers, func(o riwaya.IncidentNumber) bool {
				return o.Article == n.Article && o.By == n.By && apart(&n, &o) && (!given(f.Numbers, &n) || given(f.Numbers, &o))
			})
		})
		if len(numbers) == 0 {
			continue
		}
		if len(numbers) < len(f.Numbers) {
			f.Numbers = numbers
			Ends(&f)
		}
		out = append(out, f)
	}
	return out
}

// given reports whether another report has the number.
func given(numbers []riwaya.IncidentNumber, n *riwaya.IncidentNumber) bool {
	return slices.ContainsFunc(numbers, func(o riwaya.IncidentNumber) bool { return o.Article != n.Article && o.Value == n.Value })
}

// apart reports whether two numbers cannot both be true.
func apart(a, b *riwaya.IncidentNumber) bool {
	low, high := bounds(a)
	from, to := bounds(b)
	return high < from || to < low
}

// bounds are what a number bounds when its teller gives another beside it. Who says "at least 12" of
// what they also call "more than 100" counts two things: an open number reaches to twice itself.
func bounds(n *riwaya.IncidentNumber) (low, high float64) {
	switch n.Op {
	case "exact":
		return n.Value, n.Value
	case "at_most", "less_than":
		return 0, n.Value
	case "about":
		return 0.8 * n.Value, 1.2 * n.Value
	}
	if n.Op == "vague" { // tens, hundreds
		return n.Value, 10 * n.Value
	}
	return n.Value, 2 * n.Value
}
