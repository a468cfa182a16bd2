package eval

import "math"

// scorePlaces tallies the country, and the point where the gold has one: within
// 25 km.
func (s *sheet) scorePlaces() {
	gold, pred := s.gold.places, s.pred.places
	ms := s.spanned("place", bases(gold), bases(pred))
	country := func(m match) bool { return gold[m.gold].country.equal(pred[m.pred].country) }
	s.tally.add("place.country", count(ms, country), float64(len(pred)), float64(len(gold)))
	s.judge("places", bases(pred), ms, country)

	dotted := func(p place) bool { return p.lat.kind != nullKind }
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
func km(a, b place) float64 {
	for _, v := range []scalar{a.lat, a.lon, b.lat, b.lon} {
		if v.kind != numberKind {
			return math.Inf(1)
		}
	}
	const r = math.Pi / 180
	north := math.Sin((b.lat.num - a.lat.num) * r / 2)
	east := math.Sin((b.lon.num - a.lon.num) * r / 2)
	h := north*north + math.Cos(a.lat.num*r)*math.Cos(b.lat.num*r)*east*east
	return 12742 * math.Asin(math.Sqrt(h))
}
