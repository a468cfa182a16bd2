package sqlite

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/ledgertest"
)

// TestReadings wants every record back as it was written, in the order asked for, and the
// newest of several.
func TestReadings(t *testing.T) {
	ctx := context.Background()
	s := open(t, filepath.Join(t.TempDir(), "ledger.sqlite"))
	c := ledgertest.Capture(0)
	all := []ledger.Change{c, ledgertest.Record(1, c.Capture.ID, "line 1", "v1", "نص أول 😀"), ledgertest.Record(2, c.Capture.ID, "line 1", "v1", "نص أول، وقد تغير"),
		ledgertest.Record(3, c.Capture.ID, "line 3", "v1", "ثالث"), ledgertest.Record(4, c.Capture.ID, "line 1", "v2", "نص أول 😀")}
	all[4].Record.Read.Claims[0].Cue.Class = "deny"
	must(t, s.Apply(ctx, all, 5))
	id := func(n int) string { return all[n].Record.Article }
	got, err := s.Readings(ctx, []string{id(3), "art-nothing", id(2), id(1)}, riwaya.Layers...)
	must(t, err)
	for i, n := range []int{3, 2, 4} {
		want := &all[n].Record.Read
		a, err := want.MarshalJSON()
		must(t, err)
		b, err := got[i].Read.MarshalJSON()
		must(t, err)
		if got[i].Article != id(n) || string(a) != string(b) {
			t.Errorf("%s:\n%s\nwant\n%s", got[i].Article, b, a)
		}
	}
	if got[2].Version != 1 || got[1].Version != 2 || got[1].Versions != 2 || got[0].Versions != 1 {
		t.Errorf("versions %d, %d, %d", got[2].Version, got[1].Version, got[0].Version)
	}
	if some, err := s.Readings(ctx, []string{id(1)}, "claims"); err != nil || len(some[0].Read.Claims) != 1 || some[0].Read.Figures != nil {
		t.Error("layers that were not asked for", err)
	}
	if _, err := s.Readings(ctx, []string{id(1)}, "rumours"); err == nil {
		t.Error("a layer that is none")
	}
}

// TestSought wants who is private and what was asked for, and no more.
func TestSought(t *testing.T) {
	ctx := context.Background()
	s := open(t, filepath.Join(t.TempDir(), "ledger.sqlite"))
	c := ledgertest.Capture(0)
	one := ledgertest.Record(1, c.Capture.ID, "", "v1", "نص أول 😀")
	read := &one.Record.Read
	first := read.Claims[0]
	read.Claims = nil
	for _, class := range []string{"assert", "deny", "warn", "agree"} {
		next := first
		next.ID, next.Cue.Class, next.Source.Private = "c-"+class, class, class == "agree"
		read.Claims = append(read.Claims, next)
	}
	figure := read.Figures[0]
	gave := "c-warn"
	read.Figures = nil
	for _, predicate := range []string{"killed", "injured"} {
		next := figure
		next.ID, next.Predicate, next.Claim = "f-"+predicate, predicate, &gave
		read.Figures = append(read.Figures, next)
	}
	actor := read.Actors[0]
	actor.ID, actor.Private = "a-public", !actor.Private
	read.Actors = append(read.Actors, actor)
	must(t, s.Apply(ctx, []ledger.Change{c, one}, 2))
	for _, asked := range []struct {
		ledger.Sought
		want string
	}{
		{ledger.Sought{}, "c-agree"},
		{ledger.Sought{Claims: true}, "c-assert c-deny c-warn c-agree"},
		{ledger.Sought{Classes: []string{"deny", "none"}}, "c-deny c-agree"},
		{ledger.Sought{Predicates: []string{"killed"}}, "c-warn c-agree f-killed"},
		{ledger.Sought{Claims: true, Predicates: []string{"injured", "killed"}}, "c-assert c-deny c-warn c-agree f-killed f-injured"},
	} {
		begun := 0
		all, err := s.Sought(ctx, []string{one.Record.Article, "art-nothing"}, asked.Sought, func(all []ledger.Reading) { begun = len(all) })
		must(t, err)
		if len(all) != 1 || begun != 1 || all[0].Read.Article.Text != read.Article.Text {
			t.Fatal(all, begun)
		}
		var got []string
		for _, c := range all[0].Read.Claims {
			got = append(got, c.ID)
		}
		for _, f := range all[0].Read.Figures {
			got = append(got, f.ID)
		}
		if strings.Join(got, " ") != asked.want {
			t.Errorf("%+v: %v", asked.Sought, got)
		}
		if actors := all[0].Read.Actors; len(actors) != 1 || !actors[0].Private {
			t.Errorf("actors %v", actors)
		}
	}
}

func TestChanged(t *testing.T) {
	ctx := context.Background()
	s := open(t, filepath.Join(t.TempDir(), "ledger.sqlite"))
	if leaf, sum, err := s.Mark(ctx, 9); leaf != -1 || sum != "" || err != nil {
		t.Error("an empty store has a mark", leaf, sum, err)
	}
	c := ledgertest.Capture(0)
	all := []ledger.Change{c, ledgertest.Record(1, c.Capture.ID, "line 1", "v1", "a"), ledgertest.Record(2, c.Capture.ID, "line 2", "v1", "b"),
		ledgertest.Record(3, c.Capture.ID, "line 1", "v2", "a"), ledgertest.Record(4, c.Capture.ID, "line 4", "v1", "c")}
	must(t, s.Apply(ctx, all, 5))
	var ids []string
	for from := int64(0); from < 5; {
		some, next, err := s.Changed(ctx, from, 5, 1)
		must(t, err)
		ids, from = append(ids, some...), next
	}
	if want := []string{all[2].Record.Article, all[1].Record.Article, all[4].Record.Article}; !slices.Equal(ids, want) {
		t.Errorf("%v, want %v", ids, want)
	}
	if n, err := s.Pending(ctx, 1, 5); n != 3 || err != nil {
		t.Error("pending", n, err)
	}
	if leaf, sum, err := s.Mark(ctx, 4); leaf != 3 || sum != "ab" || err != nil {
		t.Error(leaf, sum, err)
	}
	gone := []ledger.Gone{{ID: all[2].Record.Article}}
	must(t, s.Apply(ctx, []ledger.Change{{Withdrawal: &ledger.Withdrawal{Leaf: 5, At: all[1].Record.At, Who: "a", Reason: "x", Leaves: []int64{2}, Gone: gone}}}, 6))
	if got, err := s.WithdrawnSince(ctx, 5); err != nil || !slices.Equal(got, []string{gone[0].ID}) {
		t.Error(got, err)
	}
	if got, err := s.WithdrawnSince(ctx, 6); err != nil || len(got) > 0 {
		t.Error(got, err)
	}
	if sum, err := s.SumOf(ctx, 2); sum != "" || err != nil {
		t.Error(sum, err)
	}
}
