// Package locality says how two places of records lie to each other: whether they are one, side by
// side, one inside the other or apart, as far as their coordinates and their names tell.
package locality

import (
	"math"

	"riwaya"
)

// Levels: how exact a place is.
const (
	Country = 1 + iota
	Region
	District
	Town
)

// Level is how exact a place is.
func Level(p *riwaya.Place) int {
	switch p.Precision {
	case "facility", "populated place", "near":
		return Town
	case "admin2", "admin1":
		return District
	case "region":
		return Region
	}
	return Country
}

// Relation is how two places lie to each other.
type Relation int

const (
	Apart   Relation = iota // they are two places
	Unclear                 // nobody can tell
	Inside                  // one is a larger place that the other is in
	Near                    // quarters of one town, a town and what lies near it
	Same
)

const (
	sameKm = 3
	townKm = 12 // how far quarters and suburbs lie from their town
	nearKm = 25 // what a text calls near a town: as UCDP has it
)

// Lie says how two places lie. A place that no source knows is the same as one that is spelt the same.
func Lie(a, b *riwaya.Place, keyA, keyB string) Relation {
	if a == nil || b == nil {
		return Unclear
	}
	la, lb := Level(a), Level(b)
	if keyA == keyB {
		return Same
	}
	if la > lb {
		a, b, la, lb = b, a, lb, la
	}
	if a.Country != nil && b.Country != nil && *a.Country != *b.Country {
		return Apart
	}
	if lb < Town { // two regions: one can be in the other
		if la == lb {
			return Apart
		}
		return within(a, b)
	}
	if la < Town {
		return within(a, b)
	}
	if a.Lat == nil || b.Lat == nil || a.Lon == nil || b.Lon == nil {
		return Apart
	}
	km := distance(*a.Lat, *a.Lon, *b.Lat, *b.Lon)
	switch {
	case km <= sameKm && (a.Precision != "facility" || b.Precision != "facility"):
		return Same
	case km <= townKm, km <= nearKm && (a.Precision == "near" || b.Precision == "near"):
		return Near
	case eponym(a, b), eponym(b, a):
		return Inside
	}
	return Apart
}

// eponym reports whether a is a town that its province is called by, and b is elsewhere in that: who says
// "in Aleppo" may mean either.
func eponym(a, b *riwaya.Place) bool {
	return a.Precision == "populated place" && a.Name != nil && a.Admin1 != nil && b.Admin1 != nil && *a.Name == *a.Admin1 && *a.Admin1 == *b.Admin1
}

// within says whether b is in the larger place a, as far as it is known what lies in what.
func within(a, b *riwaya.Place) Relation {
	switch {
	case a.Country == nil || b.Country == nil:
		return Unclear
	case a.Precision == "admin1" && a.Admin1 != nil && b.Admin1 != nil && *a.Admin1 != *b.Admin1:
		return Apart
	case a.Precision == "country", a.Precision == "admin1" && a.Admin1 != nil && b.Admin1 != nil:
		return Inside
	}
	return Unclear
}

// distance is that over the ground between two points, in km.
func distance(lat1, lon1, lat2, lon2 float64) float64 {
	const radius, degree = 6371, math.Pi / 180
	s := math.Sin((lat2 - lat1) * degree / 2)
	t := math.Sin((lon2 - lon1) * degree / 2)
	return 2 * radius * math.Asin(math.Sqrt(min(1, s*s+math.Cos(lat1*degree)*math.Cos(lat2*degree)*t*t)))
}
