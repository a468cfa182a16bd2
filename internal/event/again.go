package event

import (
	"slices"

	"riwaya"
	"riwaya/internal/deed"
)

// telling is what a later telling of an event is compared with.
type telling struct {
	rule  *deed.Rule
	word  string
	title bool // told by the title alone
	noun  bool // told by a noun
}

// told is the event of out that e tells again, -1 if it is a new one: of the same rule, by
// nobody that the first does not name, against nobody else, nowhere else.
func (s *search) told(out []riwaya.Event, e *riwaya.Event, a *happening) int {
	if a.Form == deed.Noun && a.Definite && e.Type == "ASSAULT" && !a.Rule.Harm && len(e.Actors)+len(e.Targets) == 0 {
		for i := len(out) - 1; i >= 0; i-- { // the attack, whatever it was called before
			o := &out[i]
			if r := s.tellings[i].rule; o.Type != e.Type || r.Harm || r.Point || !s.tellings[i].noun || r.Mutual != a.Rule.Mutual || o.Status != happened || e.Status != happened {
				continue
			}
			if e.Time == nil && (e.Place == nil || o.Place != nil && s.samePlace(*o.Place, *e.Place)) {
				return i
			}
			break
		}
	}
	for i := len(out) - 1; i >= 0; i-- {
		o, first := &out[i], &s.tellings[i]
		if a.Form == deed.Passive && len(o.Actors) > 0 {
			continue // whoever tells it so names nobody
		}
		if o.Type != e.Type || first.rule != a.Rule || !(subset(e.Actors, o.Actors) && subset(e.Targets, o.Targets) || first.title && subset(o.Actors, e.Actors) && subset(o.Targets, e.Targets)) || o.Place != nil && e.Place != nil && !s.samePlace(*o.Place, *e.Place) || o.Time != nil && e.Time != nil && !s.sameDay(*o.Time, *e.Time) {
			continue
		}
		same := o.Place != nil && e.Place != nil || first.word == s.word(a) // the place is no other: see above
		if len(e.Actors)+len(e.Targets) == 0 && (!a.Definite && !first.title || a.Rule.Verbal) || (first.title || len(e.Actors)+len(e.Targets) == 0) && !same || (o.Status == happened || o.Status == ongoing) != (e.Status == happened || e.Status == ongoing) {
			continue
		}
		return i
	}
	return -1
}

// word is the anchor's word without what is glued on.
func (s *search) word(a *happening) string {
	if a.Reading != nil && a.Reading.Lemma != "" {
		return a.Reading.Lemma
	}
	return s.K[a.From].Word.Bare
}

// samePlace reports whether two places of the record are one by their names.
func (s *search) samePlace(a, b string) bool {
	if a == b {
		return true
	}
	var p [2]*riwaya.Place
	for i := range s.Rec.Places {
		switch s.Rec.Places[i].ID {
		case a:
			p[0] = &s.Rec.Places[i]
		case b:
			p[1] = &s.Rec.Places[i]
		}
	}
	return p[0] != nil && p[1] != nil && (p[0].Text == p[1].Text || p[0].GeoNames != nil && p[1].GeoNames != nil && *p[0].GeoNames == *p[1].GeoNames && *p[0].GeoNames != 0)
}

// sameDay reports whether two times of the record have one value.
func (s *search) sameDay(a, b string) bool {
	value := func(id string) string {
		for i := range s.Rec.Times {
			if s.Rec.Times[i].ID == id {
				return s.Rec.Times[i].Value
			}
		}
		return ""
	}
	return a == b || value(a) == value(b)
}

func subset(a, b []string) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}
