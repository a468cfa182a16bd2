package incident

import (
	"math"

	"riwaya"
)

// How exact a place is.
const (
	levelCountry = 1 + iota
	levelRegion
	levelDistrict
	levelTown
)

func level(p *riwaya.Place) int {
	switch p.Precision {
	case "facility", "populated place", "near":
		return levelTown
	case "admin2", "admin1":
		return levelDistrict
	case "region":
		return levelRegion
	}
	return levelCountry
}

// relation is how two places lie to each other.
type relation int

const (
	apart   relation = iota // they are two places
	unclear                 // nobody can tell
	inside                  // one is a larger place that the other is in
	near                    // quarters of one town, a town and what lies near it
	same
)

const (
	sameKm = 3
	townKm = 12 // how far quarters and suburbs lie from their town
	nearKm = 25 // what a text calls near a town: as UCDP has it
)

// lie says how two places lie. A place that no source knows is the same as one that is spelt the same.
func lie(a, b *riwaya.Place, keyA, keyB string) relation {
	if a == nil || b == nil {
		return unclear
	}
	la, lb := level(a), level(b)
	if keyA == keyB {
		return same
	}
	if la > lb {
		a, b, la, lb = b, a, lb, la
	}
	if a.Country != nil && b.Country != nil && *a.Country != *b.Country {
		return apart
	}
	if lb < levelTown { // two regions: one can be in the other
		if la == lb {
			return apart
		}
		return within(a, b)
	}
	if la < levelTown {
		return within(a, b)
	}
	if a.Lat == nil || b.Lat == nil || a.Lon == nil || b.Lon == nil {
		return apart
	}
	km := distance(*a.Lat, *a.Lon, *b.Lat, *b.Lon)
	switch {
	case km <= sameKm && (a.Precision != "facility" || b.Precision != "facility"):
		return same
	case km <= townKm, km <= nearKm && (a.Precision == "near" || b.Precision == "near"):
		return near
	}
	return apart
}

// within says whether b is in the larger place a, as far as it is known what lies in what.
func within(a, b *riwaya.Place) relation {
	switch {
	case a.Country == nil || b.Country == nil:
		return unclear
	case a.Precision == "admin1" && a.Admin1 != nil && b.Admin1 != nil && *a.Admin1 != *b.Admin1:
		return apart
	case a.Precision == "country", a.Precision == "admin1" && a.Admin1 != nil && b.Admin1 != nil:
		return inside
	}
	return unclear
}

// distance is that over the ground between two points, in km.
func distance(lat1, lon1, lat2, lon2 float64) float64 {
	const radius, degree = 6371, math.Pi / 180
	s := math.Sin((lat2 - lat1) * degree / 2)
	t := math.Sin((lon2 - lon1) * degree / 2)
	return 2 * radius * math.Asin(math.Sqrt(min(1, s*s+math.Cos(lat1*degree)*math.Cos(lat2*degree)*t*t)))
}
