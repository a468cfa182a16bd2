package eval

import (
	"math"

	"riwaya/eval/annotated"
)

// scorePlaces tallies the country, and the point where the gold has one: within
// 25 km.
func (s *sheet) scorePlaces() {
	gold, pred := s.gold.Places, s.pred.Places
	ms := s.spanned("place", bases(gold), bases(pred))
	country := func(m match) bool { return gold[m.gold].Country.Equal(pred[m.pred].Country) }
	s.tally.add("place.country", count(ms, country), float64(len(pred)), float64(len(gold)))
	s.judge("places", bases(pred), ms, country)

	dotted := func(p annotated.Place) bool { return p.Lat.Kind != annotated.NullKind }
	near, dots := 0.0, 0.0
	for _, m := range ms {
		a, b := gold[m.gold], pred[m.pred]
		if !dotted(a) || !dotted(b) {
			continue
		}
		dots++
		if km(a, b) <= 25 {
			near++
		}
	}
	s.tally.add("place.point", near, dots, count(gold, dotted))
}

// km is the great-circle distance (haversine), infinite where a coordinate is no
// number.
func km(a, b annotated.Place) float64 {
	for _, v := range []annotated.Scalar{a.Lat, a.Lon, b.Lat, b.Lon} {
		if v.Kind != annotated.NumberKind {
			return math.Inf(1)
		}
	}
	const r = math.Pi / 180
	north := math.Sin((b.Lat.Num - a.Lat.Num) * r / 2)
	east := math.Sin((b.Lon.Num - a.Lon.Num) * r / 2)
	h := north*north + math.Cos(a.Lat.Num*r)*math.Cos(b.Lat.Num*r)*east*east
	return 12742 * math.Asin(math.Sqrt(h))
}
