package story

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya"
)

// spaced splits at spaces: enough for tests, and shows that no language is known here.
func spaced(text string, see func(string, riwaya.Span)) {
	at := 0
	for word := range strings.SplitSeq(text, " ") {
		if word != "" {
			see(strings.ToLower(word), riwaya.Span{Start: at, End: at + len(word)})
		}
		at += len(word) + 1
	}
}

func told(id, day, title, text string) *riwaya.Record {
	seen, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	outlet := id[:1]
	all := title + " " + text
	return &riwaya.Record{Article: riwaya.Article{ID: id, Outlet: &outlet, Title: title, Text: all, Seen: &seen}}
}

var reports = []*riwaya.Record{
	told("a1", "2019-03-01", "Ferry sinks off Lorvik", "the ferry Halden sank near Lorvik with ninety aboard"),
	told("a2", "2019-03-01", "Council adopts budget", "the council of Brenna adopted a budget for schools"),
	told("b1", "2019-03-02", "Ferry Halden sank off Lorvik", "rescuers search for those aboard the ferry Halden near Lorvik"),
	told("b2", "2019-03-02", "Budget of Brenna adopted", "the council of Brenna has adopted the budget for its schools"),
	told("c1", "2019-03-03", "Lorvik mourns", "Lorvik mourns those aboard the ferry Halden which sank"),
	told("c2", "2019-04-20", "Ferry sinks off Lorvik", "the ferry Halden sank near Lorvik with ninety aboard"),
}

func place(all []*riwaya.Record) map[string]string {
	g := New(spaced, Options{Floor: 50, Common: 0.2, Like: 0.3})
	of := map[string]string{}
	for _, r := range all {
		p := g.Add(r, nil)
		of[r.Article.ID] = p.Story
		for _, j := range p.Joined {
			for a, s := range of {
				if s == j {
					of[a] = p.Story
				}
			}
		}
	}
	return of
}

func TestGroups(t *testing.T) {
	of := place(reports)
	same := func(a, b string, want bool) {
		t.Helper()
		if got := of[a] == of[b]; got != want {
			t.Errorf("%s and %s in one story: %v, want %v", a, b, got, want)
		}
	}
	same("a1", "b1", true)
	same("a1", "c1", true)
	same("a2", "b2", true)
	same("a1", "a2", false)
	same("a1", "c2", false) // seven weeks later
	if of["a1"] != ID("a1") {
		t.Errorf("the story of a1 is %s, and not named for it", of["a1"])
	}
}

func TestTellsWhy(t *testing.T) {
	g := New(spaced, Options{Floor: 50, Common: 0.2, Like: 0.3})
	g.Add(reports[0], nil)
	g.Add(reports[1], nil)
	p := g.Add(reports[2], nil)
	if p.Report.Why != riwaya.StoryLike || p.Report.With != "a1" || p.Report.Likeness <= 0 || !p.Report.Seen {
		t.Errorf("%+v", p.Report)
	}
	if !slices.Contains(p.Report.Shared, riwaya.Mark{Kind: riwaya.MarkTerm, Value: "halden"}) {
		t.Errorf("shared %v", p.Report.Shared)
	}
}

func TestCopiesAreOfOneStory(t *testing.T) {
	g := New(spaced, Options{})
	g.Add(told("a1", "2019-03-01", "One", "first words"), nil)
	p := g.Add(told("b1", "2019-03-01", "Other", "quite different"), []riwaya.Copy{{A: "a1", B: "b1", ShareA: 0.9, ShareB: 0.8}})
	if p.Story != ID("a1") || p.Report.Why != riwaya.StoryCopy {
		t.Errorf("%+v", p)
	}
	p = g.Add(told("c1", "2019-03-01", "Third", "a digest of many things"), []riwaya.Copy{{A: "a1", B: "c1", ShareA: 0.9, ShareB: 0.1}})
	if p.Story == ID("a1") {
		t.Error("a digest that holds a report is of its story")
	}
}

// TestPrivateNames joins nothing by the name of a private person.
func TestPrivateNames(t *testing.T) {
	person := func(id string) *riwaya.Record {
		r := told(id, "2019-03-01", id+"-title", id+"-began Tuva Rindal Solem "+id+"-ended")
		at := strings.Index(r.Article.Text, "Tuva")
		r.Actors = []riwaya.Actor{{ID: "p", Kind: "person", Private: true, Mentions: riwaya.Spans{{Start: at, End: at + len("Tuva Rindal Solem")}}}}
		return r
	}
	g := New(spaced, Options{Floor: 5000})
	a, b := person("a1"), person("b1")
	first := g.Add(a, nil)
	if second := g.Add(b, nil); first.Story == second.Story {
		t.Error("two reports are one story by a private person's name")
	}
	for _, m := range first.Report.Marks {
		if slices.Contains([]string{"tuva", "rindal", "solem"}, m.Value) {
			t.Errorf("%v is told", m)
		}
	}
}

func TestMemoryIsBounded(t *testing.T) {
	g := New(spaced, Options{Days: 2, Held: 6})
	day := time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range 300 {
		g.Add(told(fmt.Sprintf("a%d", i), day.AddDate(0, 0, i/3).Format(time.DateOnly), fmt.Sprintf("title %d", i), "some words"), nil)
	}
	if len(g.days) > 6 || len(g.reports) > 18 || len(g.stories) > 18 {
		t.Errorf("%d days, %d reports, %d stories are held", len(g.days), len(g.reports), len(g.stories))
	}
}

func TestReplay(t *testing.T) {
	whole := New(spaced, Options{Floor: 50, Common: 0.2, Like: 0.3})
	var placed []Placed
	for _, r := range reports[:4] {
		placed = append(placed, whole.Add(r, nil))
	}
	want := whole.Add(reports[4], nil)
	again := New(spaced, Options{Floor: 50, Common: 0.2, Like: 0.3})
	for i, r := range reports[:4] {
		again.Replay(r, placed[i].Story)
	}
	if got := again.Add(reports[4], nil); !reflect.DeepEqual(got, want) {
		t.Errorf("after a replay %+v, else %+v", got, want)
	}
}
