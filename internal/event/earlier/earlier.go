// Package earlier compares what a later sentence tells with the events before: whether it may be one of them, and who did what it
// only takes up: "ten were killed in the attack", of which an earlier one tells whose it was.
//
// It promises that this is who did the last happening before that was called by the same word. Where nobody is known to
// have done that one there is nobody.
package earlier

import (
	"slices"

	"riwaya"
)

// Blame gives an event of harm the agents of the attack that its sentence takes up by that word. told is the word that told an event,
// "" where it was told by no noun for an attack. Gunmen who were killed in an attack of gunmen may have been of their side.
func Blame(actors []riwaya.Actor, events []riwaya.Event, told func(event int) string, word string, harm *riwaya.Event) {
	i := len(events) - 1
	for i >= 0 && told(i) != word {
		i--
	}
	if i < 0 || events[i].Status != "happened" && events[i].Status != "ongoing" {
		return
	}
	armed := func(id string) bool {
		return slices.ContainsFunc(actors, func(x riwaya.Actor) bool { return x.ID == id && x.Kind == "armed_group" })
	}
	for _, p := range events[i].Parties {
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
