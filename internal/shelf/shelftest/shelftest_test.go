package shelftest

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/ledger"
	"riwaya/internal/matter"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/query"
)

// TestScene holds the scene to what tests that use it build on.
func TestScene(t *testing.T) {
	ctx := context.Background()
	l, ids := Scene(t)
	if len(ids) != 5 {
		t.Fatal(ids)
	}
	all, n, err := l.Shelf.List(ctx, across.Asked{Reports: 2})
	must(t, err)
	if n != 1 || len(all[0].Story.Reports) != 3 {
		t.Fatalf("%d stories: %+v", n, all)
	}
	must(t, l.Shelf.Story(ctx, ids[0], func(m *matter.Matter) error {
		if len(m.Copies) == 0 || len(m.Incidents) == 0 || len(m.Questions()) == 0 || len(m.Changes()) == 0 {
			t.Errorf("%d copies, %d incidents, %d questions, %d changes", len(m.Copies), len(m.Incidents), len(m.Questions()), len(m.Changes()))
		}
		if len(m.Versions[ids[4]]) != 1 {
			t.Error(m.Versions)
		}
		for i := range m.Incidents {
			telling(t, l, &m.Incidents[i])
		}
		return nil
	}))
	r, err := l.Shelf.Reading(ctx, ids[4])
	must(t, err)
	private := false
	for _, c := range r.Read.Claims {
		private = private || c.Source.Private && c.Source.NameAr != nil && strings.Contains(*c.Source.NameAr, Private(t))
	}
	if !private {
		t.Errorf("%s is no private source", Private(t))
	}
	words, err := query.Parse("سرمين")
	must(t, err)
	if page, err := l.Shelf.Search(ctx, words, fts.Options{}); err != nil || page.Count != 4 {
		t.Error(page, err)
	}
	split, err := json.Marshal(ids[2:3])
	must(t, err)
	before := l.Shelf.Edition()
	must(t, l.Review(ctx, &ledger.Review{Who: "R2", Verdict: ledger.VerdictSplit, About: all[0].Story.ID, Value: split}))
	if _, n, err := l.Shelf.List(ctx, across.Asked{Reports: 1}); n != 3 || err != nil || l.Shelf.Edition() == before {
		t.Error(n, err)
	}
}

// telling wants the reports that tell of an incident and no others of its story.
func telling(t *testing.T, l *Ledger, in *riwaya.Incident) {
	t.Helper()
	want := map[string]bool{}
	for _, e := range in.Events {
		want[e.Article] = true
	}
	must(t, l.Shelf.Telling(context.Background(), in, func(m *matter.Matter) error {
		for _, rec := range m.Records() {
			if !want[rec.Article.ID] {
				t.Errorf("%s: %s does not tell of it", in.ID, rec.Article.ID)
			}
		}
		if o := m.Tellers(in); len(m.Records()) != len(want) || o.Scope.Reports != len(want) || o.AtLeast < 1 {
			t.Errorf("%s: %d reports of %d, %+v", in.ID, len(m.Records()), len(want), o)
		}
		return nil
	}))
}
