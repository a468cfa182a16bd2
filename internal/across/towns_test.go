package across

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/ledgertest"
)

// tell takes an article in that tells of one attack in a town, with its toll and its day, "" where it does not say.
func (k *kept) tell(outlet, published, day string, killed float64) string {
	k.t.Helper()
	text := body("Title of "+outlet, outlet) + strings.Repeat("word ", 400)
	url, at := "https://"+outlet+".example/1", len(text)-9 // far down: what a report begins with is of the last days
	a := riwaya.Article{ID: riwaya.TextID(text), URL: &url, Outlet: &outlet, Title: text[:strings.IndexByte(text, '\n')], Published: &published,
		PublishedPrecision: riwaya.PrecisionDay, PublishedFrom: riwaya.FromUnknown, Language: "ar", Coverage: riwaya.CoverageFull, Text: text, Body: []riwaya.Span{{Start: 0, End: len(text)}}}
	seen, err := time.Parse(time.DateOnly, published)
	must(k.t, err)
	a.Seen = &seen
	place, town, country, when, mode := "p1", "Tarvik", "XA", "t1", "explosives"
	here := riwaya.Spans{{Start: at, End: at + 4}}
	rec := riwaya.Record{Schema: riwaya.Schema, Article: a,
		Places:  []riwaya.Place{{ID: place, Span: here, Text: town, Name: &town, Country: &country, Precision: "populated place"}},
		Figures: []riwaya.Figure{{ID: "f1", Span: here, Text: fmt.Sprint(killed), Op: "exact", Low: &killed, High: &killed, Predicate: "killed", Scope: "incident"}},
		Events: []riwaya.Event{{ID: "e1", Span: here, Type: "ASSAULT", Mode: &mode, Status: "happened", Place: &place, Figures: []string{"f1"},
			ACLED: &riwaya.ACLED{EventType: "Explosions/Remote violence", SubEventType: "Remote explosive/landmine/IED"}}}}
	if day != "" {
		rec.Events[0].Time = &when
		rec.Times = []riwaya.Time{{ID: when, Span: here, Value: day, Type: "DATE"}}
	}
	id := ledger.ArticleID(&a)
	must(k.t, k.store.Apply(ctx, []ledger.Change{{Record: &ledger.Record{Leaf: k.leaf, Article: id, Capture: ledgertest.Capture(0).Capture.ID, Place: fmt.Sprint("line ", k.leaf), Version: "v1", At: seen,
		Sum: fmt.Sprint("sum of ", k.leaf), Read: rec}}}, k.leaf+1))
	k.leaf++
	return id
}

// TestIncidentsStayWhole wants what a later report recalls to stay one incident, whatever comes long before or after.
func TestIncidentsStayWhole(t *testing.T) {
	k := keep(t)
	wants := func(what string, want ...string) {
		t.Helper()
		var got []string
		k.with(func(x *Across) {
			all, _, err := x.Incidents(ctx, Happened{})
			must(t, err)
			for _, in := range all {
				var told []string
				for _, e := range in.Events {
					told = append(told, e.Article)
				}
				got = append(got, strings.Join(told, " "))
			}
		})
		slices.Sort(got)
		if slices.Sort(want); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	blast := k.tell("a", "2026-03-01", "2026-03-01", 12)
	wants("the blast", blast)
	both := blast + " " + k.tell("b", "2026-03-11", "", 12)
	wants("it is recalled", both)
	after := k.tell("c", "2026-04-20", "2026-04-20", 5)
	wants("another, so much later that only what recalls the first is looked at", both, after)
	before := k.tell("d", "2026-01-20", "2026-01-20", 7)
	wants("one so much before that only the first is looked at", both, after, before)
}
