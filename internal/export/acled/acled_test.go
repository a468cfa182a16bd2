package acled

import (
	"slices"
	"strings"
	"testing"

	"riwaya"
)

func ptr[T any](v T) *T { return &v }

func sample() riwaya.Incident {
	low := riwaya.IncidentNumber{Value: 27, Op: "exact", Text: "27", Article: "art-1", By: "Ministry"}
	high := riwaya.IncidentNumber{Value: 32, Op: "at_least", Text: "32", Article: "art-2"}
	return riwaya.Incident{
		ID: "i-1", Type: "ASSAULT", Mode: ptr("explosives"), ACLED: &riwaya.ACLED{EventType: "Explosions/Remote violence", SubEventType: "Suicide bomb"},
		Status: "happened", First: "2019-03-04", Last: "2019-03-04", TimePrecision: 1, GeoPrecision: 1, Confidence: 0.9,
		Place:  &riwaya.IncidentPlace{Name: "Tarvik", Country: ptr("SY"), Admin1: ptr("Aleppo"), Lat: ptr(36.5), Lon: ptr(38.12345), Precision: "populated place"},
		Events: []riwaya.IncidentEvent{{Article: "art-1", Event: "e-1", Confidence: 1}, {Article: "art-1", Event: "e-2", Confidence: 0.9}, {Article: "art-2", Event: "e-3", Why: []string{"same place"}, Confidence: 0.9}},
		Parties: []riwaya.IncidentParty{
			{Actor: "x", Name: "The Accused", Kind: "armed_group", Role: "agent", Standing: "accused", By: []string{"Ministry"}},
			{Actor: "army", Name: "Syrian army", Kind: "military", Country: ptr("SY"), Role: "agent", Standing: "reported"},
			{Actor: "c", Name: "residents", Kind: "civilians", Role: "target", Standing: "reported"},
		},
		Figures: []riwaya.IncidentFigure{{Predicate: "killed", Group: "people", Lowest: low, Highest: high, Numbers: []riwaya.IncidentNumber{low, high}}},
	}
}

var sources = Sources{
	Report: func(a string) Report {
		return Report{Outlet: "Outlet " + a, Day: "2019-03-05", URL: "https://outlet.example/" + a, Title: "Title", Seen: a == "art-2"}
	},
	Country: func(c string) string { return map[string]string{"SY": "Syria"}[c] },
}

func cell(row []string, column string) string { return row[slices.Index(Columns, column)] }

func TestRow(t *testing.T) {
	if len(Columns) != 31 {
		t.Fatalf("%d columns", len(Columns))
	}
	d := Make([]riwaya.Incident{sample()}, sources)
	if len(d.Rows) != 1 || len(d.Reports) != 3 {
		t.Fatalf("%d rows, %d reports", len(d.Rows), len(d.Reports))
	}
	row := d.Rows[0]
	for column, want := range map[string]string{
		"event_id_cnty": "SYR i-1", "event_date": "2019-03-04", "year": "2019", "time_precision": "1", "disorder_type": "Political violence",
		"event_type": "Explosions/Remote violence", "sub_event_type": "Suicide bomb", "actor1": "Syrian army", "inter1": "State forces",
		"actor2": "residents", "inter2": "Civilians", "interaction": "State forces-Civilians", "civilian_targeting": "Civilian targeting",
		"iso": "760", "country": "Syria", "admin1": "Aleppo", "location": "Tarvik", "latitude": "36.5000", "longitude": "38.1234", "geo_precision": "1",
		"source": "Outlet art-1; Outlet art-2", "fatalities": "27", "region": "", "tags": "",
	} {
		if got := cell(row, column); got != want {
			t.Errorf("%s: %q, want %q", column, got, want)
		}
	}
	notes := cell(row, "notes")
	for _, want := range []string{"not reviewed", "lowest 27 (Ministry, Outlet art-1, 2019-03-05)", "highest at least 32", "The Accused is accused by Ministry"} {
		if !strings.Contains(notes, want) {
			t.Errorf("notes %q lack %q", notes, want)
		}
	}
	if r := d.Reports[2]; r[2] != "art-2" || r[6] != "yes" || r[9] != "same place" || r[11] != "32" {
		t.Errorf("report %q", r)
	}
}

func TestNoFigure(t *testing.T) {
	in := sample()
	in.Figures = nil
	row := Make([]riwaya.Incident{in}, sources).Rows[0]
	if cell(row, "fatalities") != "0" || !strings.Contains(cell(row, "notes"), "no figure stated; that is not to say that nobody died") {
		t.Errorf("%q", row)
	}
}

func TestAccusedOnly(t *testing.T) {
	in := sample()
	in.Parties = in.Parties[:1]
	d := Make([]riwaya.Incident{in}, sources)
	if got := cell(d.Rows[0], "actor1"); got != "" {
		t.Errorf("actor1 is the accused: %q", got)
	}
	if !slices.ContainsFunc(d.Losses, func(l Loss) bool { return l.What == "actor1" && l.N == 1 }) {
		t.Errorf("losses %v", d.Losses)
	}
}

func TestLeftOut(t *testing.T) {
	cases := []func(*riwaya.Incident){
		func(in *riwaya.Incident) { in.ACLED = nil },
		func(in *riwaya.Incident) { in.Place = nil },
		func(in *riwaya.Incident) { in.Place.Precision = "country" },
		func(in *riwaya.Incident) { in.Place.Lat = nil },
		func(in *riwaya.Incident) { in.TimePrecision, in.First = 0, "" },
		func(in *riwaya.Incident) { in.Mode, in.Parties = ptr("seize"), nil },
	}
	var all []riwaya.Incident
	for _, change := range cases {
		in := sample()
		change(&in)
		all = append(all, in)
	}
	d := Make(all, sources)
	n := 0
	for _, l := range d.Losses {
		n += l.N
	}
	if len(d.Rows) != 0 || n != len(cases) || len(d.Losses) != len(cases) {
		t.Errorf("%d rows, losses %v", len(d.Rows), d.Losses)
	}
}

// TestGroups holds that the dead of two groups dispute nothing and are not added up.
func TestGroups(t *testing.T) {
	in := sample()
	of := func(group, whose string, n float64) riwaya.IncidentFigure {
		one := riwaya.IncidentNumber{Value: n, Op: "exact", Article: "art-1"}
		return riwaya.IncidentFigure{Predicate: "killed", Group: group, Of: whose, Lowest: one, Highest: one, Numbers: []riwaya.IncidentNumber{one}}
	}
	in.Figures = []riwaya.IncidentFigure{of("civilians", "", 3), of("fighters", "The Front", 11)}
	if got := fatalities(&in); got != 11 {
		t.Errorf("fatalities %g, want the largest group's 11", got)
	}
	d := drafter{Sources: sources}
	var b strings.Builder
	d.deaths(&b, &in)
	for _, want := range []string{"(civilians): 3", "(fighters of The Front): 11", "not added up"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q lacks %q", b.String(), want)
		}
	}
	if strings.Contains(b.String(), "dispute") {
		t.Errorf("%q: groups dispute nothing", b.String())
	}
	in.Figures = append(in.Figures, of("people", "", 9))
	if got := fatalities(&in); got != 9 {
		t.Errorf("fatalities %g, want the 9 of all", got)
	}
}
