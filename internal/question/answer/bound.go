package answer

import (
	"math"

	"riwaya"
)

// Bound is what a figure says of the true number: it lies in [low, high].
type Bound struct{ Low, High float64 }

// BoundsOf reads the bounds of a printed figure. More than 12 begins with 13 where whole
// things are counted. "About" allows half of the last place that is not nought, and a tenth at
// most: about 400 is 360 to 440, about 1050 is 1045 to 1055.
func BoundsOf(op string, low, high *float64, unit bool) Bound {
	b := Bound{0, math.Inf(1)}
	if low != nil {
		b.Low = *low
	}
	if high != nil {
		b.High = *high
	}
	step := 1.0
	if unit {
		step = 0
	}
	switch op {
	case "more_than":
		b.Low += step
	case "less_than":
		b.High -= step
	case "about":
		b.Low -= slack(b.Low)
		b.High += slack(b.High)
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

func (b Bound) Overlaps(o Bound) bool { return b.Low <= o.High && o.Low <= b.High }

// Holds reports whether o lies inside b and is narrower.
func (b Bound) Holds(o Bound) bool { return b != o && b.Low <= o.Low && o.High <= b.High }

// Exact reports whether it is one number.
func (b Bound) Exact() bool { return b.Low == b.High }

// Same reports whether two figures are printed with the same bounds.
func Same(a, b *riwaya.Given) bool {
	return a.Op == b.Op && equal(a.Low, b.Low) && equal(a.High, b.High)
}

func equal(a, b *float64) bool {
	return a == nil && b == nil || a != nil && b != nil && *a == *b
}
