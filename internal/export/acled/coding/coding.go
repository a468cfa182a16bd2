// Package coding makes of an incident what ACLED's codebook makes of it: which event and sub-event, and who stands on which
// side. What events are coded as tells what was done; here those to whom it was done, and who did it, are known from all
// reports, and a code that they contradict is left empty with the reason. It promises that no code is made up: one that
// is not the events' own is what the codebook has for the same deed by those parties.
package coding

import (
	"slices"

	"riwaya"
)

// ACLED's names that are asked for here.
const (
	Battles    = "Battles"
	Civilians  = "Violence against civilians"
	attack     = "Attack"
	clash      = "Armed clash"
	overtakes  = "Non-state actor overtakes territory"
	regains    = "Government regains territory"
	whomArmed  = "whom it struck bore arms, and how is not said"
	whichSide  = "which side took the ground no report says"
	notSoldier = "who took the ground bears no arms, or is the force of another state"
)

// Code is an event type and a sub-event type; an empty one is lost for the reason.
type Code struct {
	Event, Sub string
	Event1     string // why there is no event type
	Sub1       string // why there is no sub-event type
}

// Of is the code of an incident that has one of ACLED's.
func Of(in *riwaya.Incident) Code {
	c := Code{Event: in.ACLED.EventType, Sub: in.ACLED.SubEventType}
	switch {
	case c.Event == Civilians && c.Sub == attack && (in.Mode == nil || *in.Mode != "targeted") && armed(in):
		if in.Mode != nil && *in.Mode == "firearms" {
			return Code{Event: Battles, Sub: clash}
		}
		return Code{Event1: whomArmed, Sub1: whomArmed}
	case c.Sub == overtakes || c.Sub == regains:
		return ground(c, in)
	}
	return c
}

// Confiscated reports whether an incident is a seizure by nobody who is known to bear arms for a war: police and officials take in drugs and
// spoiled food, which is none of ACLED's looting.
func Confiscated(in *riwaya.Incident) bool {
	return in.Mode != nil && *in.Mode == "seize" && !slices.ContainsFunc(in.Parties, func(p riwaya.IncidentParty) bool {
		return p.Role == "agent" && Taken(&p) && (p.Kind == "armed_group" || p.Kind == "military")
	})
}

// ground is the code of ground that was taken: it depends on who took it.
func ground(c Code, in *riwaya.Incident) Code {
	var state, foreign, group, other bool
	for i := range in.Parties {
		p := &in.Parties[i]
		if !Stands(in, p, "agent") {
			continue
		}
		switch p.Kind {
		case "military", "police", "government":
			if p.Country != nil && in.Place != nil && in.Place.Country != nil && *p.Country != *in.Place.Country {
				foreign = true
			} else {
				state = true
			}
		case "armed_group":
			group = true
		default:
			other = true
		}
	}
	switch {
	case state && c.Sub == overtakes && !group:
		return Code{Event: c.Event, Sub: regains}
	case state || group:
		return c
	case foreign || other:
		return Code{Event1: notSoldier, Sub1: notSoldier}
	}
	return Code{Event: c.Event, Sub1: whichSide}
}

// bearers are groups of people, and kinds of parties, that bear arms.
var (
	bearers = []string{"fighters", "soldiers", "police"}
	forces  = []string{"armed_group", "military", "police"}
)

// armed reports whether all that is known of those whom it struck is that they bore arms.
func armed(in *riwaya.Incident) bool {
	some := false
	for i := range in.Parties {
		p := &in.Parties[i]
		if !Stands(in, p, "target") {
			continue
		}
		if !slices.Contains(forces, p.Kind) {
			return false
		}
		some = true
	}
	for i := range in.Figures {
		f := &in.Figures[i]
		switch {
		case f.Predicate != "killed" && f.Predicate != "injured" || f.All():
		case !slices.Contains(bearers, f.Group):
			return false
		default:
			some = true
		}
	}
	return some
}

// Taken reports whether a party is named as one that takes part, not only accused of it.
func Taken(p *riwaya.IncidentParty) bool {
	return p.Standing != "accused" && p.Standing != "denied" && p.Name != ""
}

// Stands reports whether a party is on the side of that role, and on no other.
func Stands(in *riwaya.Incident, p *riwaya.IncidentParty, role string) bool {
	return p.Role == role && Taken(p) && !Both(in, p)
}

// Both reports whether reports have a party on both sides: as who did it, and as whom it struck. Two deeds were told as one then, or the one
// was answered by the other, and which side it is on cannot be said.
func Both(in *riwaya.Incident, p *riwaya.IncidentParty) bool {
	return slices.ContainsFunc(in.Parties, func(o riwaya.IncidentParty) bool {
		return o.Role != p.Role && Taken(&o) && o.Name == p.Name
	})
}
