package earlier

import (
	"math"
	"slices"

	"riwaya"
)

// Toll is how many people of one event met with one fate, as its sentence tells.
type Toll struct {
	Fate  string  // the predicate of the figure; "" where none is told, or several numbers are
	Many  float64 // 0 where the number is told loosely
	Group string
	Least float64 // between which it may be
	Most  float64
}

// fates are the predicates that say of people what was done to them, or what they did.
var fates = []string{"killed", "injured", "missing", "abducted", "detained", "released", "surrendered", "displaced", "left", "evacuated", "arrived", "returned", "departed"}

// TollOf is the toll that an event's own word is about, of the figures of those indices, which stand near it: by the one nearest to
// it, where no other of the same fate stands beside it but parts of it.
func TollOf(figures []riwaya.Figure, near []int, e *riwaya.Event) (t Toll) {
	least, at := math.MaxInt, e.Span.Hull()
	for _, i := range near {
		f := &figures[i]
		if f.PartOf != nil || !slices.Contains(e.Figures, f.ID) {
			continue
		}
		h := f.Span.Hull()
		if d := max(h.Start-at.End, at.Start-h.End); d < least {
			least = d
			t.Fate = f.Predicate
		}
	}
	if !slices.Contains(fates, t.Fate) {
		return Toll{}
	}
	for _, i := range near {
		f := &figures[i]
		if f.PartOf != nil || f.Predicate != t.Fate || !slices.Contains(e.Figures, f.ID) {
			continue
		}
		if f.Low == nil || f.Group == "things" || t.Most > 0 && *f.Low != t.Least {
			return Toll{}
		}
		t.Group, t.Least, t.Most = f.Group, *f.Low, *f.Low
		switch f.Op {
		case "exact", "at_least", "about":
			t.Many = *f.Low
		case "more_than":
			t.Most = 2 * *f.Low
		default:
			if f.High != nil {
				t.Most = *f.High
			}
		}
	}
	return t
}

// Same reports whether two tolls may be one: as many, of the same fate, and of no two kinds of people.
func (t Toll) Same(o Toll) bool {
	return t.Many > 1 && t.Fate == o.Fate && t.Many == o.Many && (t.Group == o.Group || loose(t.Group) || loose(o.Group))
}

// Other reports whether two tolls are of the same fate and cannot be as many.
func (t Toll) Other(o Toll) bool {
	return t.Most > 0 && o.Most > 0 && t.Fate == o.Fate && (t.Least > o.Most || o.Least > t.Most)
}

// loose reports whether people of that group may be of any other.
func loose(group string) bool { return group == "people" || group == "other" }

// many is how many are so many that no two attacks of one article kill or hurt as many.
const many = 5

// asMany reports whether b tells a again by its toll: of as many people, done by nobody and to nobody else, nowhere else and on no
// other day; and, where so few may have met with it twice, to the same people, at the same place, or as the title tells it.
func asMany(a, b *riwaya.Event, first, t *Telling) bool {
	switch {
	case first.Rule == t.Rule:
	case first.Rule.Harm != t.Rule.Harm:
		if !first.Title || a.Mode == nil && b.Mode != nil {
			return false // what did the harm says more of it than the harm
		}
	case !t.Rule.Harm && t.Rule.Type != "ASSAULT" && (a.Mode == nil || b.Mode == nil || *a.Mode != *b.Mode):
		return false // whoever is kept from praying is not yet arrested
	}
	if a.Type != b.Type || !first.Toll.Same(t.Toll) || !happened(a) || !happened(b) || apart(first, t) || later(first.Day, t.Day) {
		return false
	}
	if !Subset(a.Actors, b.Actors) && !Subset(b.Actors, a.Actors) || !Subset(a.Targets, b.Targets) && !Subset(b.Targets, a.Targets) {
		return false
	}
	return t.Toll.Many >= many || first.Title || first.Place != nil && SamePlace(first.Place, t.Place) || slices.ContainsFunc(b.Targets, func(x string) bool { return slices.Contains(a.Targets, x) })
}

// apart reports whether nothing can have happened at both places: towns or parts of a country that are not one. A title may name what
// lies around it.
func apart(first, t *Telling) bool {
	a, b := first.Place, t.Place
	if a == nil || b == nil || SamePlace(a, b) {
		return false
	}
	if a.Country != nil && b.Country != nil && *a.Country != *b.Country {
		return true
	}
	return !first.Title && a.Precision != "country" && b.Precision != "country"
}

// later reports whether two dates of the calendar are not one: as far as both are told.
func later(a, b string) bool {
	for i := 0; i < min(len(a), len(b)); i++ {
		switch x, y := a[i], b[i]; {
		case (x < '0' || x > '9') && x != '-', (y < '0' || y > '9') && y != '-':
			return false // this week, the part of a day, a length
		case x != y:
			return true
		}
	}
	return false
}
