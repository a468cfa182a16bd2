// Package toll says which numbers of two tellings can be of one happening: what they bound, what is seldom equal by chance, and
// by how much they grow between reports.
package toll

import (
	"riwaya/internal/story/incident/head"
	"riwaya/internal/story/incident/kind"
	"riwaya/internal/story/incident/part"
)

// Bounds are the lowest and the highest that a figure says.
func Bounds(n part.Number) (low, high float64) {
	const most = 1e15
	low, high = n.Value, n.Value
	switch f := n.Figure; f.Op {
	case "at_least", "more_than":
		high = most
	case "at_most", "less_than":
		low = 0
	case "about":
		low, high = 0.8*low, 1.2*high
	case "range", "vague":
		if f.High != nil {
			high = *f.High
		}
	}
	return low, high
}

const (
	Telltale = head.Telltale // tolls from here on are seldom equal by chance
	Unlike   = 10            // and from here on two of one place and days side by side are not
	Slack    = 2             // by which even small tolls can differ
)

// Growth is by how many times a toll can grow between reports.
func Growth(k kind.Kind) float64 {
	if k.Once() || k == kind.Attack || k == kind.Harm {
		return 3
	}
	return 1.5
}
