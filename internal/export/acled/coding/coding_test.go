package coding_test

import (
	"testing"

	"riwaya"
	"riwaya/internal/export/acled/coding"
)

// TestOf has the parties of an incident and what is counted of whom: which code is left of what its events are coded as.
func TestOf(t *testing.T) {
	party := func(role, kind, country, name string) riwaya.IncidentParty {
		p := riwaya.IncidentParty{Role: role, Kind: kind, Name: name, Standing: "reported"}
		if country != "" {
			p.Country = &country
		}
		return p
	}
	killed := func(group string) []riwaya.IncidentFigure {
		return []riwaya.IncidentFigure{{Predicate: "killed", Group: group}}
	}
	firearms, executed, here := "firearms", "targeted", "YE"
	attack := &riwaya.ACLED{EventType: "Violence against civilians", SubEventType: "Attack"}
	ground := &riwaya.ACLED{EventType: "Battles", SubEventType: "Non-state actor overtakes territory"}
	for _, c := range []struct {
		name string
		in   riwaya.Incident
		want string
	}{
		{"civilians", riwaya.Incident{ACLED: attack, Figures: killed("civilians")}, "Violence against civilians/Attack"},
		{"people, whoever they are", riwaya.Incident{ACLED: attack, Figures: killed("people")}, "Violence against civilians/Attack"},
		{"soldiers", riwaya.Incident{ACLED: attack, Figures: killed("soldiers")}, "/"},
		{"soldiers who were shot", riwaya.Incident{ACLED: attack, Mode: &firearms, Figures: killed("soldiers")}, "Battles/Armed clash"},
		{"soldiers who were executed", riwaya.Incident{ACLED: attack, Mode: &executed, Figures: killed("soldiers")}, "Violence against civilians/Attack"},
		{"soldiers and worshippers", riwaya.Incident{ACLED: attack, Parties: []riwaya.IncidentParty{party("target", "military", "YE", "army"), party("target", "civilians", "", "worshippers")}}, "Violence against civilians/Attack"},
		{"ground that rebels took", riwaya.Incident{ACLED: ground, Parties: []riwaya.IncidentParty{party("agent", "armed_group", "YE", "rebels")}}, "Battles/Non-state actor overtakes territory"},
		{"ground that the army took", riwaya.Incident{ACLED: ground, Parties: []riwaya.IncidentParty{party("agent", "military", "YE", "army")}}, "Battles/Government regains territory"},
		{"ground that nobody is said to have taken", riwaya.Incident{ACLED: ground}, "Battles/"},
		{"ground that settlers stormed", riwaya.Incident{ACLED: ground, Parties: []riwaya.IncidentParty{party("agent", "civilians", "", "settlers")}}, "/"},
	} {
		c.in.Place = &riwaya.IncidentPlace{Country: &here}
		got := coding.Of(&c.in)
		if s := got.Event + "/" + got.Sub; s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
		if (got.Event == "") != (got.Event1 != "") || (got.Sub == "") != (got.Sub1 != "") {
			t.Errorf("%s: an empty code has no reason, or another has one: %+v", c.name, got)
		}
	}
}

// TestConfiscated has who is said to have taken something.
func TestConfiscated(t *testing.T) {
	seize, destroy := "seize", "destroy"
	by := func(mode *string, kind string) *riwaya.Incident {
		in := &riwaya.Incident{Mode: mode}
		if kind != "" {
			in.Parties = []riwaya.IncidentParty{{Role: "agent", Kind: kind, Name: "somebody", Standing: "reported"}}
		}
		return in
	}
	for _, c := range []struct {
		in   *riwaya.Incident
		want bool
	}{{by(&seize, "police"), true}, {by(&seize, "government"), true}, {by(&seize, ""), true}, {by(&seize, "armed_group"), false}, {by(&seize, "military"), false}, {by(&destroy, "police"), false}, {by(nil, "police"), false}} {
		if got := coding.Confiscated(c.in); got != c.want {
			t.Errorf("%v: got %v", c.in, got)
		}
	}
}
