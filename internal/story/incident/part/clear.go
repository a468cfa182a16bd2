package part

import (
	"slices"
	"strings"

	"riwaya"
)

// Why a number is none of an incident's.
const (
	SeveralCounts = "its report counts several happenings, or parts" // numbers of one report that exclude each other
	OverTime      = "counted over a time"                            // since a date, over months
)

// Clear leaves out the numbers that one teller gives in one report and that cannot all be true of the
// same people: the report counts several happenings in them, or parts, since nobody counts one thing twice. So it does
// where two tellers of one report give numbers that lie far apart. Of these that one stays which another report gives as
// well; a figure without numbers goes. What is left out is added to what was.
func Clear(all []riwaya.IncidentFigure, left []riwaya.IncidentLeft) ([]riwaya.IncidentFigure, []riwaya.IncidentLeft) {
	out := all[:0]
	for _, f := range all {
		var numbers []riwaya.IncidentNumber
		for _, n := range f.Numbers {
			if slices.ContainsFunc(f.Numbers, func(o riwaya.IncidentNumber) bool {
				return o.Article == n.Article && (o.By == n.By && apart(&n, &o, twice) || far(&n, &o)) && (!given(f.Numbers, &n) || given(f.Numbers, &o))
			}) {
				left = append(left, riwaya.IncidentLeft{Predicate: f.Predicate, Group: f.Group, Number: n, Why: SeveralCounts})
				continue
			}
			numbers = append(numbers, n)
		}
		if len(numbers) == 0 {
			continue
		}
		if len(numbers) < len(f.Numbers) {
			f.Numbers = numbers
			Ends(&f)
		}
		out = append(out, f)
	}
	return out, left
}

// given reports whether another report has the number.
func given(numbers []riwaya.IncidentNumber, n *riwaya.IncidentNumber) bool {
	return slices.ContainsFunc(numbers, func(o riwaya.IncidentNumber) bool { return o.Article != n.Article && o.Value == n.Value })
}

// By how many times of itself an open number can be overtaken beside itself: by its own teller, by another one.
const (
	twice  = 2
	thrice = 3
)

// far reports whether two numbers, whoever gives them, are of two things: not one toll as two saw it, of which the one is
// a quarter more at most, or some few.
func far(a, b *riwaya.IncidentNumber) bool {
	least, most := min(a.Value, b.Value), max(a.Value, b.Value)
	return apart(a, b, thrice) && most > 1.25*least+2
}

// apart reports whether two numbers cannot both be true.
func apart(a, b *riwaya.IncidentNumber, times float64) bool {
	low, high := bounds(a, times)
	from, to := bounds(b, times)
	return high < from || to < low
}

// bounds are what a number bounds when its report gives another beside it. Who says "at least 12" of
// what they also call "more than 100" counts two things: an open number reaches to some times itself.
func bounds(n *riwaya.IncidentNumber, times float64) (low, high float64) {
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
	return n.Value, times * n.Value
}

// near is how far behind a figure, in bytes, the time over which it was counted stands: some ten words.
const near = 100

// Lasting reports whether a figure was counted over a time and is no toll of one happening: weeks, months or years stand
// right behind it, or its report gives the same number as one since a date.
func Lasting(rec *riwaya.Record, f *riwaya.Figure) bool {
	if f.Op != "vague" && slices.ContainsFunc(rec.Figures, func(o riwaya.Figure) bool {
		return o.Scope == "cumulative" && o.Predicate == f.Predicate && o.Low != nil && f.Low != nil && *o.Low == *f.Low && *f.Low >= Telltale
	}) {
		return true
	}
	end := f.Span.Hull().End
	return slices.ContainsFunc(rec.Times, func(t riwaya.Time) bool {
		at := t.Span.Hull().Start
		return t.Type == "DURATION" && at >= end && at-end <= near && len(t.Value) > 2 && t.Value[1] != 'T' && strings.ContainsAny(t.Value[len(t.Value)-1:], "WMY") &&
			!strings.ContainsAny(rec.Article.Text[end:at], ".\n")
	})
}

// Telltale is from where on numbers are seldom equal by chance.
const Telltale = 4

// Leave is a figure that is none of the incident's, and why.
func Leave(f *riwaya.Figure, rec *riwaya.Record, why string) riwaya.IncidentLeft {
	n := Number{Predicate: f.Predicate, Figure: f}
	if f.Low != nil {
		n.Value = *f.Low
	} else if f.High != nil {
		n.Value = *f.High
	}
	return riwaya.IncidentLeft{Predicate: f.Predicate, Group: f.Group, Number: numberOf(n, rec), Why: why}
}
