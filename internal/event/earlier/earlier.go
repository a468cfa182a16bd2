// Package earlier compares what a later sentence tells with the events before: whether it may be one of them, and who did what it
// only takes up: "ten were killed in the attack", of which an earlier one tells whose it was.
//
// It promises that a later telling is joined to one event only, where nothing is told against it: no other place, day, doer, victim
// or number, and where more than its name says that it is that one; that where two may be meant none is; and that this is who did the last happening before that was called by the same
// word. Where nobody is known to have done that one there is nobody.
package earlier

import (
	"slices"

	"riwaya"
)

// Blame gives an event of harm the agents of the attack that its sentence takes up by that word. Gunmen who were killed in an attack of gunmen may have been of their side.
func (s *Told) Blame(word string, harm *riwaya.Event) {
	i := len(s.Events) - 1
	for i >= 0 && s.Tellings[i].attack() != word {
		i--
	}
	if i < 0 || !real(&s.Events[i]) {
		return
	}
	armed := func(id string) bool {
		return slices.ContainsFunc(s.Rec.Actors, func(x riwaya.Actor) bool { return x.ID == id && x.Kind == "armed_group" })
	}
	for _, p := range s.Events[i].Parties {
		if p.Role == "agent" && !slices.Contains(harm.Targets, p.Actor) && !(armed(p.Actor) && slices.ContainsFunc(harm.Targets, armed)) {
			harm.Actors, harm.Parties = append(harm.Actors, p.Actor), append(harm.Parties, p)
		}
	}
}

// SamePlace reports whether two places of the record are one by their names.
func SamePlace(a, b *riwaya.Place) bool {
	return a == b || a != nil && b != nil && (a.Text == b.Text || a.GeoNames != nil && b.GeoNames != nil && *a.GeoNames == *b.GeoNames && *a.GeoNames != 0)
}

// Subset reports whether all of a are in b.
func Subset(a, b []string) bool {
	return !slices.ContainsFunc(a, func(x string) bool { return !slices.Contains(b, x) })
}
