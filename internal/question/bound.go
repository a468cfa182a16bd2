package question

import (
	"math"

	"riwaya"
)

// bound is what a figure says of the true number: it lies in [low, high].
type bound struct{ low, high float64 }

// boundsOf reads the bounds of a printed figure. More than 12 begins with 13 where whole
// things are counted. "About" allows half of the last place that is not nought, and a tenth at
// most: about 400 is 360 to 440, about 1050 is 1045 to 1055.
func boundsOf(op string, low, high *float64, unit bool) bound {
	b := bound{0, math.Inf(1)}
	if low != nil {
		b.low = *low
	}
	if high != nil {
		b.high = *high
	}
	step := 1.0
	if unit {
		step = 0
	}
	switch op {
	case "more_than":
		b.low += step
	case "less_than":
		b.high -= step
	case "about":
		b.low -= slack(b.low)
		b.high += slack(b.high)
	}
	return b
}

// slack is how far a number may be off that is said to be about n.
func slack(n float64) float64 {
	if n == 0 || math.IsInf(n, 0) {
		return 0
	}
	place := 1.0
	for place < math.Abs(n) && math.Mod(n, place*10) == 0 {
		place *= 10
	}
	return math.Min(place/2, math.Abs(n)/10)
}

func (b bound) overlaps(o bound) bool { return b.low <= o.high && o.low <= b.high }

// holds reports whether o lies inside b and is narrower.
func (b bound) holds(o bound) bool { return b != o && b.low <= o.low && o.high <= b.high }

// exact reports whether it is one number.
func (b bound) exact() bool { return b.low == b.high }

// same reports whether two figures are printed with the same bounds.
func same(a, b *riwaya.Given) bool {
	return a.Op == b.Op && equal(a.Low, b.Low) && equal(a.High, b.High)
}

func equal(a, b *float64) bool {
	return a == nil && b == nil || a != nil && b != nil && *a == *b
}
