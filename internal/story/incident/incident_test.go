package incident_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/story/incident"
	"riwaya/internal/story/incident/joint"
)

// told makes a report of events written as "explosion @ Tarvik 2019-03-04 killed 12 by group", each
// part but the kind left out at will; "2019-03-04" can be any value of TIMEX3.
func told(id, day string, events ...string) *riwaya.Record {
	rec := &riwaya.Record{Article: riwaya.Article{ID: id, Title: "Title", Text: "Title " + strings.Repeat("text-of-"+id+" ", 400)}}
	if published, seen := strings.CutPrefix(day, "seen "); seen {
		at, _ := time.Parse(time.DateOnly, published)
		rec.Article.Seen = &at
	} else {
		rec.Article.Published = &day
	}
	for n, line := range events {
		e := riwaya.Event{ID: fmt.Sprintf("e%d", n), Type: "ASSAULT", Status: "happened", Span: riwaya.Spans{{Start: 10 + 10*n, End: 15 + 10*n}}}
		f := strings.Fields(line)
		switch f[0] {
		case "explosion":
			e.Mode = text("explosives")
			e.ACLED = &riwaya.ACLED{EventType: "Explosions/Remote violence", SubEventType: "Remote explosive/landmine/IED"}
		case "raid":
			e.Mode = text("aerial")
			e.ACLED = &riwaya.ACLED{EventType: "Explosions/Remote violence", SubEventType: "Air/drone strike"}
		case "attack":
			e.ACLED = &riwaya.ACLED{EventType: "Violence against civilians", SubEventType: "Attack"}
		case "arrest":
			e.Type, e.Mode = "COERCE", text("arrest")
		case "protest":
			e.Type, e.Mode = "PROTEST", text("demo")
		case "visit":
			e.Type, e.Mode = "CONSULT", text("visit")
		}
		for i := 1; i < len(f); i++ {
			switch f[i] {
			case "@":
				i++
				e.Place = text(fmt.Sprintf("p%d", n))
				p := riwaya.Place{ID: *e.Place, Text: f[i], Name: text(strings.ReplaceAll(f[i], "_", " ")), Country: text("XA"), Precision: "populated place"}
				if name, country := strings.CutPrefix(f[i], "country:"); country {
					p.Name, p.Country, p.Precision = text(name), text(name), "country"
				}
				rec.Places = append(rec.Places, p)
			case "killed", "injured", "detained":
				x := 0.0
				value, more := strings.CutPrefix(f[i+1], ">")
				fmt.Sscan(value, &x)
				fig := riwaya.Figure{ID: fmt.Sprintf("f%d%s", n, f[i]), Text: value, Op: "exact", Low: &x, High: &x, Predicate: f[i], Scope: "incident"}
				if more {
					fig.Op, fig.High = "more_than", nil
				}
				rec.Figures = append(rec.Figures, fig)
				e.Figures = append(e.Figures, fig.ID)
				i++
			case "by", "on":
				role := map[string]string{"by": "agent", "on": "target"}[f[i]]
				i++
				e.Parties = append(e.Parties, riwaya.Party{Actor: f[i], Role: role, Standing: "reported"})
				rec.Actors = append(rec.Actors, riwaya.Actor{ID: f[i], Name: text(f[i]), Kind: "armed_group"})
			case "planned", "denied", "hypothetical":
				e.Status = f[i]
			case "said": // on that day, of the event
				i++
				from, id := e.Span[0].Start, fmt.Sprintf("c%d", n)
				e.Claim = &id
				rec.Claims = append(rec.Claims, riwaya.Claim{ID: id, Cue: riwaya.Cue{Spans: riwaya.Spans{{Start: from - 6, End: from - 4}}}, Content: riwaya.Content{Spans: e.Span}})
				rec.Times = append(rec.Times, riwaya.Time{ID: fmt.Sprintf("t%d", n), Value: f[i], Type: "DATE", Span: riwaya.Spans{{Start: from - 3, End: from - 1}}})
			case "late": // far down in the text
				e.Span = riwaya.Spans{{Start: 1500 + n, End: 1505 + n}}
			default:
				e.Time = text(fmt.Sprintf("t%d", n))
				rec.Times = append(rec.Times, riwaya.Time{ID: *e.Time, Value: f[i], Type: "DATE"})
			}
		}
		rec.Events = append(rec.Events, e)
	}
	return rec
}

func text(s string) *string { return &s }

// grouped are the incidents of several events, as "a:e0 b:e0", in order.
func grouped(in []riwaya.Incident) string {
	var all []string
	for i := range in {
		var events []string
		for _, e := range in[i].Events {
			events = append(events, e.Article+":"+e.Event)
		}
		slices.Sort(events)
		all = append(all, strings.Join(events, " "))
	}
	slices.Sort(all)
	return strings.Join(all, " | ")
}

func TestWithin(t *testing.T) {
	for _, test := range []struct {
		name    string
		reports []*riwaya.Record
		want    string
	}{
		{"one blast in two reports", []*riwaya.Record{
			told("a", "2019-03-05", "explosion @ Tarvik 2019-03-04 killed 12"),
			told("b", "2019-03-06", "explosion @ Tarvik 2019-03-04 killed 14")}, "a:e0 b:e0"},
		{"a day that is yet to come", []*riwaya.Record{
			told("a", "2019-03-05", "protest @ Tarvik 2020")}, ""},
		{"this year is what of it there was", []*riwaya.Record{
			told("a", "2019-03-05", "protest @ Tarvik 2019")}, "a:e0"},
		{"the same town next day", []*riwaya.Record{
			told("a", "2019-03-05", "explosion @ Tarvik 2019-03-04 killed 12"),
			told("b", "2019-03-06", "explosion @ Tarvik 2019-03-05 killed 3")}, "a:e0 | b:e0"},
		{"another town the same day", []*riwaya.Record{
			told("a", "2019-03-05", "explosion @ Tarvik 2019-03-04 killed 12"),
			told("b", "2019-03-05", "explosion @ Sollum 2019-03-04 killed 12")}, "a:e0 | b:e0"},
		{"two raids in one evening", []*riwaya.Record{
			told("a", "2019-03-05", "raid @ Tarvik 2019-03-04 killed 4", "raid @ Tarvik 2019-03-04 killed 11"),
			told("b", "2019-03-05", "raid @ Tarvik 2019-03-04 killed 11")}, "a:e0 | a:e1 b:e0"},
		{"a day wrong by one, the toll and the town the same", []*riwaya.Record{
			told("a", "2019-03-05", "explosion @ Tarvik 2019-03-04 killed 32"),
			told("b", "2019-03-06", "explosion @ Tarvik 2019-03-05 killed 32")}, "a:e0 b:e0"},
		{"arrests and protests about it are others", []*riwaya.Record{
			told("a", "2019-03-05", "explosion @ Tarvik 2019-03-04 killed 12"),
			told("b", "2019-03-05", "arrest @ Tarvik 2019-03-04 detained 12", "protest @ Tarvik 2019-03-04")}, "a:e0 | b:e0 | b:e1"},
		{"what is planned, denied or thought of is none", []*riwaya.Record{
			told("a", "2019-03-05", "explosion @ Tarvik 2019-03-04 killed 12", "explosion @ Tarvik 2019-03-04 planned"),
			told("b", "2019-03-05", "explosion @ Tarvik 2019-03-04 denied", "attack @ Tarvik hypothetical")}, "a:e0"},
		{"no place and no day: the only one there is", []*riwaya.Record{
			told("a", "2019-03-05", "explosion @ Tarvik 2019-03-04 killed 12", "attack")}, "a:e0 a:e1"},
		{"no place and no day, and two that it could be", []*riwaya.Record{
			told("a", "2019-03-05", "explosion @ Tarvik 2019-03-04 killed 12", "explosion @ Sollum 2019-03-04 killed 5", "attack")}, "a:e0 | a:e1"},
		{"an earlier toll in the same report, beside another blast", []*riwaya.Record{
			told("a", "2019-03-05", "explosion @ Tarvik 2019-03-04 killed >27", "explosion @ Sollum 2019-03-04", "attack killed >10")}, "a:e0 a:e2 | a:e1"},
		{"another who did it", []*riwaya.Record{
			told("a", "2019-03-05", "attack @ Tarvik 2019-03-04 killed 12 by reds"),
			told("b", "2019-03-05", "attack @ Tarvik 2019-03-04 killed 12 by blues")}, "a:e0 | b:e0"},
		{"told without its kind", []*riwaya.Record{
			told("a", "2019-03-05", "explosion @ Tarvik 2019-03-04 killed 12"),
			told("b", "2019-03-05", "attack @ Tarvik 2019-03-04")}, "a:e0 b:e0"},
		{"the country for the town, the toll the same", []*riwaya.Record{
			told("a", "2019-03-05", "explosion @ Tarvik 2019-03-04 killed 12"),
			told("b", "2019-03-05", "explosion @ country:XA killed 12")}, "a:e0 b:e0"},
		{"another country", []*riwaya.Record{
			told("a", "2019-03-05", "explosion @ Tarvik 2019-03-04 killed 12"),
			told("b", "2019-03-05", "explosion @ country:XB 2019-03-04 killed 12")}, "a:e0 | b:e0"},
		{"a weekday, of a report whose day is when it was seen", []*riwaya.Record{
			told("a", "2019-03-05", "explosion @ Tarvik 2019-03-04 killed 12"),
			told("b", "seen 2019-03-06", "explosion @ Tarvik XXXX-WXX-1")}, "a:e0 b:e0"},
		{"said before the other happened", []*riwaya.Record{
			told("a", "2019-03-08", "explosion @ Tarvik 2019-03-07 killed 12"),
			told("b", "2019-03-08", "explosion @ Tarvik said 2019-03-06 killed 12")}, "a:e0 | b:e0"},
		{"said the day after it happened", []*riwaya.Record{
			told("a", "2019-03-08", "explosion @ Tarvik 2019-03-05 killed 12"),
			told("b", "2019-03-08", "explosion @ Tarvik said 2019-03-06 killed 12")}, "a:e0 b:e0"},
		{"one of years ago", []*riwaya.Record{
			told("a", "2019-03-05", "explosion @ Tarvik 2019-03-04 killed 12"),
			told("b", "2019-03-05", "explosion @ Tarvik 2013 killed 50")}, "a:e0 | b:e0"},
		{"visits take who visits", []*riwaya.Record{
			told("a", "2019-03-05", "visit @ Tarvik 2019-03-04 by reds"),
			told("b", "2019-03-05", "visit @ Tarvik 2019-03-04 by blues"),
			told("c", "2019-03-05", "visit @ Tarvik 2019-03-04 by reds")}, "a:e0 c:e0 | b:e0"},
	} {
		if got := grouped(incident.Within("s-1", test.reports, nil, nil)); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		slices.Reverse(test.reports)
		if got := grouped(incident.Within("s-1", test.reports, nil, nil)); got != test.want {
			t.Errorf("%s, the other way round: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestJoin(t *testing.T) {
	blast := []*riwaya.Record{}
	for i := range 6 {
		blast = append(blast, told(fmt.Sprintf("a%d", i), "2019-03-05", "explosion @ Tarvik 2019-03-04 killed 12"))
	}
	all := "a0:e0 a1:e0 a2:e0 a3:e0 a4:e0 a5:e0"
	for _, test := range []struct {
		name, want string
		other      *riwaya.Record
	}{
		{"recalled with its toll", all + " b:e0", told("b", "2019-03-12", "attack @ Tarvik killed 12 late")},
		{"recalled as the blast", all + " b:e0", told("b", "2019-03-12", "explosion @ Tarvik late")},
		{"recalled as the attack", all + " b:e0", told("b", "2019-03-12", "attack @ Tarvik late")},
		{"an attack by somebody else", all + " | b:e0", told("b", "2019-03-12", "attack @ Tarvik late by blues")},
		{"months later", all + " | b:e0", told("b", "2019-06-12", "explosion @ Tarvik late")},
		{"the next day", all + " | b:e0", told("b", "2019-03-06", "explosion @ Tarvik 2019-03-05")},
		{"a protest there", all + " | b:e0", told("b", "2019-03-06", "protest @ Tarvik 2019-03-04")},
	} {
		in := append(incident.Of("s-1", blast, nil, nil), incident.Of("s-2", []*riwaya.Record{test.other}, nil, nil)...)
		before := fmt.Sprintf("%+v", in)
		got := joint.Join(in)
		if grouped(got) != test.want {
			t.Errorf("%s: %s, want %s", test.name, grouped(got), test.want)
		}
		if len(got) == 1 && (got[0].ID != incident.ID("a0", "e0") || !reflect.DeepEqual(got[0].Aliases, []string{incident.ID("b", "e0")}) || len(got[0].Stories) != 2 || got[0].Story != "s-1") {
			t.Errorf("%s: ID %s, aliases %v, stories %v", test.name, got[0].ID, got[0].Aliases, got[0].Stories)
		}
		if fmt.Sprintf("%+v", in) != before {
			t.Errorf("%s: what was given is altered", test.name)
		}
	}
}

// TestBears wants what an incident is said to do in Join to be what it does: without those that can only be
// meant, Join makes the same of the others where nobody speaks of any.
func TestBears(t *testing.T) {
	one := func(id, line string) incident.Kept {
		return incident.Of("s-"+id, []*riwaya.Record{told(id, "2019-03-05", line)}, nil, nil)[0]
	}
	for line, want := range map[string]joint.Bearing{
		"visit @ Tarvik 2019-03-04":                     joint.Apart,
		"explosion @ country:XA 2019-03-04 killed 12":   joint.Apart,
		"explosion @ Tarvik 2019-03-04":                 joint.Meant,
		"explosion @ Tarvik 2019-03-04 killed 2":        joint.Meant,
		"explosion @ Tarvik 2019-03-04 killed 12":       joint.Counted,
		"explosion @ Tarvik 2019-03-04 injured 4 late":  joint.Counted,
		"protest @ Tarvik 2019-03-04 detained 40 by me": joint.Counted,
	} {
		in := one("a", line)
		if got := joint.Bears(&in.Incident); got != want {
			t.Errorf("%s: %d, want %d", line, got, want)
		}
	}
	random, tried := rand.New(rand.NewPCG(1, 2)), 0
	for range 400 {
		var all, some []incident.Kept
		var meant []riwaya.Incident
		for i := range 3 + random.IntN(9) {
			line := []string{"explosion", "raid", "attack", "protest", "arrest"}[random.IntN(5)] + " @ Tarvik"
			if random.IntN(3) > 0 {
				line += fmt.Sprintf(" 2019-03-%02d", 1+random.IntN(4))
			}
			if random.IntN(2) > 0 {
				line += " killed " + []string{"3", "12", "30"}[random.IntN(3)]
			}
			in := one(fmt.Sprint("r", i), line+" late")
			if all = append(all, in); joint.Bears(&in.Incident) >= joint.Counted {
				some = append(some, in)
			} else {
				meant = append(meant, in.Incident)
			}
		}
		joined := joint.Join(some)
		if slices.ContainsFunc(joined, func(in riwaya.Incident) bool { return joint.Bears(&in) == joint.Spoken }) {
			continue
		}
		tried++
		if got, want := grouped(append(joined, meant...)), grouped(joint.Join(all)); got != want {
			t.Fatalf("%s\nwant %s", got, want)
		}
	}
	if tried < 200 {
		t.Errorf("only %d were tried", tried)
	}
}

func TestIncidentSaysWho(t *testing.T) {
	a, b := told("a", "2019-03-05", "explosion @ Tarvik 2019-03-04 killed 27 injured 100 by reds"), told("b", "2019-03-06", "explosion @ Tarvik 2019-03-04 killed 32")
	claim := "c1"
	a.Figures[0].Claim, a.Events[0].Parties[0].Claim, a.Events[0].Parties[0].Standing = &claim, &claim, "accused"
	a.Claims = []riwaya.Claim{{ID: claim, Source: riwaya.Source{Name: text("Ministry")}}}
	b.Actors = append(b.Actors, riwaya.Actor{ID: "a-x", NameAr: text("somebody"), Private: true})
	b.Events[0].Parties = append(b.Events[0].Parties, riwaya.Party{Actor: "a-x", Role: "target", Standing: "reported"})
	in := incident.Within("s-1", []*riwaya.Record{a, b}, nil, nil)
	if len(in) != 1 {
		t.Fatalf("%d incidents", len(in))
	}
	one := in[0]
	if one.First != "2019-03-04" || one.Last != one.First || one.TimePrecision != 1 || one.DatePrec != 1 || one.GeoPrecision != 1 || one.WherePrec != 1 {
		t.Errorf("when and where: %+v", one)
	}
	killed := one.Figures[slices.IndexFunc(one.Figures, func(f riwaya.IncidentFigure) bool { return f.Predicate == "killed" })]
	if killed.Lowest.Value != 27 || killed.Lowest.By != "Ministry" || killed.Lowest.Article != "a" || killed.Highest.Value != 32 || killed.Highest.Article != "b" || len(killed.Numbers) != 2 {
		t.Errorf("killed: %+v", killed)
	}
	if len(one.Parties) != 1 || one.Parties[0].Name != "reds" || one.Parties[0].Standing != "accused" || !reflect.DeepEqual(one.Parties[0].By, []string{"Ministry"}) {
		t.Errorf("parties: %+v", one.Parties)
	}
}

// TestGroupsAreCountedApart holds that the dead of one group and those of another are no lowest and highest number of one toll.
func TestGroupsAreCountedApart(t *testing.T) {
	a, b := told("a", "2019-03-05", "explosion @ Tarvik 2019-03-04 killed 27 injured 11"), told("b", "2019-03-06", "explosion @ Tarvik 2019-03-04 killed 27")
	for i := range a.Figures {
		a.Figures[i].Group = "people"
	}
	name, whose := "The Front", "front"
	a.Actors = append(a.Actors, riwaya.Actor{ID: whose, Name: &name, Kind: "armed_group"})
	a.Figures[1].Predicate, a.Figures[1].Group, a.Figures[1].Of = "killed", "fighters", &whose
	b.Figures[0].Group = "people"
	in := incident.Within("s-1", []*riwaya.Record{a, b}, nil, nil)
	if len(in) != 1 || len(in[0].Figures) != 2 {
		t.Fatalf("%+v", in)
	}
	all, armed := in[0].Figures[0], in[0].Figures[1]
	if all.Group != "people" || all.Lowest.Value != 27 || all.Highest.Value != 27 || len(all.Numbers) != 2 {
		t.Errorf("all: %+v", all)
	}
	if armed.Group != "fighters" || armed.Of != name || armed.Lowest.Value != 11 || armed.Highest.Value != 11 {
		t.Errorf("armed men: %+v", armed)
	}
}
