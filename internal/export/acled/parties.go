package acled

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/export/acled/coding"
)

// The kinds of actors, as ACLED names them.
const (
	stateForces   = "State forces"
	rebelGroup    = "Rebel group"
	politicalMil  = "Political militia"
	identityMil   = "Identity militia"
	rioters       = "Rioters"
	protesters    = "Protesters"
	civilians     = "Civilians"
	externalOther = "External/Other forces"
)

// inter are the kinds in the order of ACLED's older codes, 1 to 8: of two, the lower comes first in
// an interaction.
var inter = []string{stateForces, rebelGroup, politicalMil, identityMil, rioters, protesters, civilians, externalOther}

// kindOf is ACLED's kind of a party, "" where the record does not say: an armed group can be rebels or
// a militia.
func kindOf(p *riwaya.IncidentParty, in *riwaya.Incident) string {
	switch p.Kind {
	case "military", "police", "government":
		if p.Country != nil && in.Place.Country != nil && *p.Country != *in.Place.Country {
			return externalOther
		}
		if p.Country == nil {
			return ""
		}
		return stateForces
	case "civilians":
		if in.ACLED.EventType == "Protests" {
			return protesters
		}
		if in.ACLED.EventType == "Riots" {
			return rioters
		}
		return civilians
	}
	return ""
}

// side is one side of an incident: who stands first, and the others.
type side struct {
	name, others, kind string
}

// sideOf are those who are said to have a role, without those who are only accused of it.
func sideOf(in *riwaya.Incident, role string) (s side) {
	var others []string
	for i := range in.Parties {
		p := &in.Parties[i]
		if !coding.Stands(in, p, role) {
			continue
		}
		switch {
		case s.name == "":
			s.name, s.kind = p.Name, kindOf(p, in)
		case p.Name != s.name && !slices.Contains(others, p.Name):
			others = append(others, p.Name)
		}
	}
	s.others = strings.Join(others, "; ")
	return s
}

func (d *drafter) parties(in *riwaya.Incident, set func(column, v string)) {
	one, two := sideOf(in, "agent"), sideOf(in, "target")
	if slices.ContainsFunc(in.Parties, func(p riwaya.IncidentParty) bool { return coding.Taken(&p) && coding.Both(in, &p) }) {
		d.lose("actor1 and actor2", "reports have one party on both sides")
	}
	set("actor1", one.name)
	set("assoc_actor_1", one.others)
	set("inter1", one.kind)
	set("actor2", two.name)
	set("assoc_actor_2", two.others)
	set("inter2", two.kind)
	switch {
	case one.name == "":
		d.lose("actor1", "no report names who did it as its own word")
	case one.kind == "":
		d.lose("inter1", "whether it is a rebel group or a militia, or whose force it is, no report says")
	}
	if two.name != "" && two.kind == "" {
		d.lose("inter2", "whether it is a rebel group or a militia, or whose force it is, no report says")
	}
	switch {
	case one.name != "" && two.name == "" && one.kind != "":
		set("interaction", one.kind+" only")
	case one.kind != "" && two.kind != "":
		a, b := one.kind, two.kind
		if slices.Index(inter, a) > slices.Index(inter, b) {
			a, b = b, a
		}
		set("interaction", a+"-"+b)
	default:
		d.lose("interaction", "a kind is missing")
	}
	if in.ACLED.EventType == coding.Civilians || strings.HasPrefix(disorder(in.ACLED), "Political violence") && two.kind == civilians {
		set("civilian_targeting", "Civilian targeting")
	}
}
