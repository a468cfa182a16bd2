// Package ledgertest is what every store must do, as one test.
package ledgertest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/ledger"
)

var noon = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

func ptr[T any](v T) *T { return &v }

// Capture is the change that the n-th capture makes.
func Capture(n int64) ledger.Change {
	sum := strings.Repeat(fmt.Sprintf("%02x", n%256), 32)
	c := &ledger.Capture{Leaf: n, ID: ledger.CaptureID(sum, ""), Sum: sum, Size: 100 + n, Media: "text/html", UUID: fmt.Sprintf("00000000-0000-8000-8000-%012x", n)}
	return ledger.Change{Capture: c, Sighting: &ledger.Sighting{Leaf: n, Capture: c.ID, At: noon, How: ledger.CameFile, Name: fmt.Sprintf("page-%d.html", n), Program: "test"}}
}

// Record is the change that a record of a capture makes, with a finding of every layer.
func Record(n int64, capture, place, version, text string) ledger.Change {
	url := "https://outlet.example/" + place
	s := riwaya.Spans{{Start: 0, End: len(text)}}
	a := riwaya.Article{ID: riwaya.TextID(text), URL: &url, Outlet: ptr("Outlet"), Title: "A <title> & more", Authors: []string{"One", "Two"},
		Published: ptr("2019-02-20"), PublishedPrecision: riwaya.PrecisionDay, PublishedFrom: riwaya.FromMetadata, Seen: &noon,
		Stated:   &riwaya.Stated{By: riwaya.StatedByWayback, URL: ptr("https://outlet.example/1"), At: &noon, Archive: ptr("https://web.archive.org/web/20190220120000/https://outlet.example/1")},
		Language: "ar", Coverage: riwaya.CoveragePartial, Text: text, Body: s, Credits: []riwaya.Credit{{Span: s[0], Text: text, Form: riwaya.CreditByline}}}
	r := riwaya.Record{Schema: riwaya.Schema, Article: a,
		Claims: []riwaya.Claim{{ID: "c-1", Source: riwaya.Source{Spans: s, Text: text, Kind: "media", NameAr: &text}, Cue: riwaya.Cue{Spans: s, Text: text, Lemma: "x", Class: "assert"},
			Content: riwaya.Content{Spans: s, Text: text, Mode: "indirect"}, Hedges: []string{"h"}, Chain: []riwaya.Hop{{Name: "n", Relation: "said", Span: s}}, Confidence: 0.9, Rule: "r"}},
		Figures:   []riwaya.Figure{{ID: "f-1", Span: s, Text: text, Op: "about", Low: ptr(400.0), Group: "people", Predicate: "left", Scope: "incident", Confidence: 0.5, Rule: "r"}},
		Times:     []riwaya.Time{{ID: "t-1", Span: s, Text: text, Value: "2019-02-19", Type: "DATE", Rule: "r"}},
		Places:    []riwaya.Place{{ID: "p-1", Span: s, Text: text, GeoNames: ptr(7), Lat: ptr(34.45), Lon: ptr(40.0), Relation: "in", Precision: "region", Confidence: 1, Rule: "r"}},
		Actors:    []riwaya.Actor{{ID: "sdf", Kind: "armed_group", Private: true, Mentions: s, Rule: "r"}},
		Events:    []riwaya.Event{{ID: "e-1", Span: s, Text: text, Type: "MOVE", ACLED: &riwaya.ACLED{EventType: "Battles"}, Mentions: []riwaya.Mention{{Span: s, Text: text, Status: "happened"}}, Parties: []riwaya.Party{{Actor: "sdf", Role: "agent", Standing: "reported"}}, Status: "happened", Rule: "r"}},
		Positions: []riwaya.Position{{ID: "s-1", Actor: "sdf", Span: s, Stance: "opposes", Content: riwaya.Matter{Spans: s, Text: text}, Confidence: 0.6, Rule: "r"}},
	}
	return ledger.Change{Record: &ledger.Record{Leaf: n, Article: ledger.ArticleID(&a), Capture: capture, Place: place, Version: version, At: noon, Sum: "ab", Read: r}}
}

// Run runs the test on a store that open makes, empty.
func Run(t *testing.T, open func(*testing.T) ledger.Store) {
	ctx := context.Background()
	c0, c1 := Capture(0), Capture(1)
	r2 := Record(2, c0.Capture.ID, "line 1", "v1", "текст один")
	r3 := Record(3, c0.Capture.ID, "line 2", "v1", "текст два")
	all := []ledger.Change{c0, c1, r2, r3}
	fill := func(t *testing.T) ledger.Store {
		s := open(t)
		must(t, s.Apply(ctx, all, 4))
		return s
	}

	t.Run("applied", func(t *testing.T) {
		s := fill(t)
		must(t, s.Apply(ctx, all, 4)) // again: nothing changes
		if n, err := s.From(ctx); err != nil || n != 4 {
			t.Fatalf("from %d, %v", n, err)
		}
		if n, err := s.Cursor(ctx); err != nil || n != 4 {
			t.Fatalf("cursor %d, %v", n, err)
		}
		checked(t, s, all...)
		got, err := s.Capture(ctx, c1.Capture.ID)
		if err != nil || got != *c1.Capture {
			t.Fatalf("capture %+v, %v", got, err)
		}
		if _, err := s.Capture(ctx, "cap-none"); !errors.Is(err, ledger.ErrUnknown) {
			t.Fatalf("a capture that is not there: %v", err)
		}
		if yes, err := s.Seen(ctx, c0.Capture.ID, ledger.CameFile, "page-0.html"); err != nil || !yes {
			t.Fatalf("seen: %v, %v", yes, err)
		}
		if yes, err := s.Seen(ctx, c0.Capture.ID, ledger.CameFile, "other"); err != nil || yes {
			t.Fatalf("seen under another name: %v, %v", yes, err)
		}
		st, err := s.Status(ctx, "v1")
		must(t, err)
		if st.Captures != 2 || st.Articles != 2 || st.Records != 2 || st.Current != 2 || st.Undone != 2 || st.Findings["claims"] != 2 || st.Findings["positions"] != 2 {
			t.Fatalf("status %+v", st)
		}
		k, err := s.At(ctx, c0.Capture.ID, "line 2")
		if err != nil || k.Article != r3.Record.Article {
			t.Fatalf("at: %+v, %v", k, err)
		}
	})

	t.Run("all or nothing", func(t *testing.T) {
		s := fill(t)
		bad := Record(6, "cap-none", "", "v1", "x")
		if err := s.Apply(ctx, []ledger.Change{Capture(5), bad}, 7); err == nil {
			t.Fatal("a record without its capture was taken")
		}
		if _, err := s.Capture(ctx, Capture(5).Capture.ID); !errors.Is(err, ledger.ErrUnknown) {
			t.Fatalf("half of it was: %v", err)
		}
		if n, err := s.Cursor(ctx); err != nil || n != 4 {
			t.Fatalf("cursor %d, %v", n, err)
		}
		must(t, s.Apply(ctx, []ledger.Change{Capture(5)}, 6))
	})

	t.Run("read anew", func(t *testing.T) {
		s := fill(t)
		again := Record(4, c0.Capture.ID, "line 1", "v2", "текст один")
		again.Record.Read.Claims = nil
		must(t, s.Apply(ctx, []ledger.Change{again}, 5))
		checked(t, s, append(slices.Clone(all), again)...)
		if v, err := s.ReadBy(ctx, again.Record.Article); err != nil || v != "v2" {
			t.Fatalf("read by %q, %v", v, err)
		}
		st, err := s.Status(ctx, "v2")
		must(t, err)
		if st.Articles != 2 || st.Records != 3 || st.Current != 1 || st.Findings["claims"] != 1 {
			t.Fatalf("status %+v", st)
		}
		stale, err := s.Stale(ctx, "v2", -1, 10)
		if err != nil || len(stale) != 1 || stale[0].ID != c0.Capture.ID {
			t.Fatalf("stale %v, %v", stale, err)
		}
	})

	t.Run("failures", func(t *testing.T) {
		s := fill(t)
		f := ledger.Failure{Capture: c1.Capture.ID, Name: "page-1.html", Stage: ledger.StageArticle, Error: "no article", At: noon, Version: "v1"}
		for range 2 {
			must(t, s.Apply(ctx, []ledger.Change{{Failure: &f}}, 4))
		}
		var got []ledger.Failure
		must(t, s.Failures(ctx, func(f ledger.Failure) error { got = append(got, f); return nil }))
		f.Tries = 2
		if len(got) != 1 || got[0] != f {
			t.Fatalf("failures %+v", got)
		}
		if failed, err := s.Failed(ctx, -1, 10); err != nil || len(failed) != 1 || failed[0].ID != c1.Capture.ID {
			t.Fatalf("failed %v, %v", failed, err)
		}
		must(t, s.Apply(ctx, []ledger.Change{Record(4, c1.Capture.ID, "", "v1", "x")}, 5))
		if st, err := s.Status(ctx, "v1"); err != nil || st.Failures != 0 {
			t.Fatalf("read after all, but: %+v, %v", st, err)
		}
	})

	t.Run("addresses", func(t *testing.T) { addresses(t, open(t)) })
	t.Run("chats", func(t *testing.T) { chats(t, open(t)) })

	t.Run("done", func(t *testing.T) {
		s := fill(t)
		d := ledger.Done{Capture: c0.Capture.ID, Version: "v1"}
		must(t, s.Apply(ctx, []ledger.Change{{Done: &d}}, 4))
		if yes, err := s.IsDone(ctx, d); err != nil || !yes {
			t.Fatalf("done: %v, %v", yes, err)
		}
		un, err := s.Undone(ctx, -1, 10)
		if err != nil || len(un) != 1 || un[0].ID != c1.Capture.ID {
			t.Fatalf("undone %v, %v", un, err)
		}
	})

	t.Run("walked", func(t *testing.T) {
		s := fill(t)
		again := Record(4, c1.Capture.ID, "", "v2", "текст один")
		again.Record.Read.Article.URL = r2.Record.Read.Article.URL // the same article, met in another capture
		again.Record.Article = r2.Record.Article
		again.Record.Read.Figures = nil
		must(t, s.Apply(ctx, []ledger.Change{again}, 5))
		var got []ledger.Kept
		take := func(k *ledger.Kept) error { got = append(got, *k); return nil }
		must(t, s.Walk(ctx, nil, take, riwaya.Layers...))
		if len(got) != 2 || got[0].From != *c1.Capture || got[1].From != *c0.Capture {
			t.Fatalf("kept %+v", got)
		}
		for i, want := range []*ledger.Record{again.Record, r3.Record} {
			was, err := json.Marshal(stored(want.Read))
			must(t, err)
			is, err := json.Marshal(got[i].Read)
			must(t, err)
			if !bytes.Equal(is, was) {
				t.Errorf("article %d is\n%s\nwant\n%s", i, is, was)
			}
			if k := got[i]; k.Article != want.Article || k.Place != want.Place || k.ReadBy != want.Version {
				t.Errorf("article %d is %+v", i, k)
			}
		}
		got = nil
		must(t, s.Walk(ctx, func(id string) bool { return id == r3.Record.Article }, take, "figures"))
		if len(got) != 1 || got[0].Article != r3.Record.Article || len(got[0].Read.Figures) != 1 || len(got[0].Read.Claims) != 0 {
			t.Fatalf("chosen: %+v", got)
		}
		wrong := errors.New("wrong")
		if err := s.Walk(ctx, nil, func(*ledger.Kept) error { return wrong }); !errors.Is(err, wrong) {
			t.Fatalf("the caller's error: %v", err)
		}
		ended, cancel := context.WithCancel(ctx)
		cancel()
		if err := s.Walk(ended, nil, func(*ledger.Kept) error { return nil }); !errors.Is(err, context.Canceled) {
			t.Fatalf("interrupted: %v", err)
		}
	})

	t.Run("many walked", func(t *testing.T) {
		s := open(t)
		all := []ledger.Change{c0}
		const many = 200
		for n := int64(1); n <= many; n++ {
			all = append(all, Record(n, c0.Capture.ID, fmt.Sprintf("line %d", n), "v1", fmt.Sprintf("%d ш", n)))
		}
		must(t, s.Apply(ctx, all, many+1))
		n := 0
		must(t, s.Walk(ctx, nil, func(r *ledger.Kept) error {
			n++
			if want := fmt.Sprintf("%d ш", n); r.Read.Claims[0].Content.Spans.Of(r.Read.Article.Text) != want || len(r.Read.Events) != 1 {
				t.Fatalf("article %d: %+v", n, r)
			}
			return nil
		}, "claims", "events"))
		if n != many {
			t.Fatalf("%d articles, want %d", n, many)
		}
	})

	t.Run("reviews", func(t *testing.T) {
		s := fill(t)
		none, err := s.Reviews(ctx)
		must(t, err)
		first := ledger.Review{Leaf: 4, At: noon, Who: "R2", About: "st-1", Verdict: ledger.VerdictMerge, Value: []byte(`["st-1","st-2"]`), Note: "one fire"}
		leaf := first.Leaf
		second := ledger.Review{Leaf: 5, At: noon, Who: "R3", About: "st-1", Verdict: ledger.VerdictUndo, Undoes: &leaf}
		all := []ledger.Change{{Review: &first}, {Review: &second}}
		must(t, s.Apply(ctx, all, 6))
		must(t, s.Apply(ctx, all, 6)) // once more changes nothing
		got, err := s.Reviews(ctx)
		must(t, err)
		if len(none) != 0 || len(got) != 2 || got[0].Note != first.Note || string(got[0].Value) != string(first.Value) || !got[0].At.Equal(noon) ||
			got[1].Undoes == nil || *got[1].Undoes != leaf || got[1].Value != nil || got[1].Who != "R3" {
			t.Errorf("%+v", got)
		}
		checked(t, s, c0, c1, r2, r3, all[0], all[1])
		other := first
		other.Note = "two"
		if wrong, err := s.Check(ctx, ledger.Change{Review: &other}); err != nil || len(wrong) == 0 {
			t.Error("an altered review is not seen", err)
		}
	})

	t.Run("withdrawn in part", func(t *testing.T) {
		s := fill(t)
		f, err := s.Find(ctx, r3.Record.Article)
		must(t, err)
		if len(f.Appears) != 1 || f.Appears[0].Alone || !slices.Equal(f.Appears[0].Places, []string{"line 2"}) || !slices.Equal(f.Records, []int64{3}) {
			t.Fatalf("found %+v", f)
		}
		w := ledger.Change{Withdrawal: &ledger.Withdrawal{Leaf: 4, At: noon, Reason: "r", Leaves: []int64{0, 3},
			Gone: []ledger.Gone{{ID: c0.Capture.ID}, {ID: f.Article}}}}
		must(t, s.Apply(ctx, []ledger.Change{w}, 5))
		checked(t, s, c1, r2, w)
		if v, err := s.ReadBy(ctx, r2.Record.Article); err != nil || v != "v1" {
			t.Fatalf("the other article: %q, %v", v, err)
		}
		// The same, made anew: withdrawals come first then.
		s = open(t)
		must(t, s.Apply(ctx, []ledger.Change{w, c1, r2, w}, 5))
		checked(t, s, c1, r2, w)
	})

	t.Run("withdrawn", func(t *testing.T) {
		s := fill(t)
		must(t, s.Apply(ctx, []ledger.Change{{Appearance: &ledger.Appearance{Article: r2.Record.Article, Capture: c1.Capture.ID, Place: "line 9"}}}, 4))
		f, err := s.Find(ctx, c0.Capture.ID[:9])
		must(t, err)
		if !slices.Equal(f.Custody, []int64{0}) || !slices.Equal(f.Records, []int64{2, 3}) || len(f.Articles) != 2 || !slices.Equal(f.Others, []string{c1.Capture.ID}) {
			t.Fatalf("found %+v", f)
		}
		w := ledger.Change{Withdrawal: &ledger.Withdrawal{Leaf: 4, At: noon, Who: "a", Reason: "a court's order", Leaves: append(f.Custody, f.Records...),
			Gone: []ledger.Gone{{ID: c0.Capture.ID, Sum: c0.Capture.Sum}, {ID: f.Articles[0]}, {ID: f.Articles[1]}}}}
		must(t, s.Apply(ctx, []ledger.Change{w}, 5))
		checked(t, s, c1, w)
		if _, err := s.Capture(ctx, c0.Capture.ID); !errors.Is(err, ledger.ErrGone) || !strings.Contains(err.Error(), "a court's order") {
			t.Fatalf("still there: %v", err)
		}
		if _, err := s.ReadBy(ctx, r2.Record.Article); !errors.Is(err, ledger.ErrGone) {
			t.Fatalf("still there: %v", err)
		}
		if _, err := s.Find(ctx, c0.Capture.ID); !errors.Is(err, ledger.ErrGone) {
			t.Fatalf("still found: %v", err)
		}
		st, err := s.Status(ctx, "v1")
		must(t, err)
		if st.Captures != 1 || st.Articles != 0 || st.Records != 0 || st.Findings["claims"] != 0 || st.Withdrawn != 3 {
			t.Fatalf("status %+v", st)
		}
	})
}

// stored is what a store keeps of a record: all but the rule of a credit.
func stored(r riwaya.Record) riwaya.Record {
	r.Article.Credits = slices.Clone(r.Article.Credits)
	for i := range r.Article.Credits {
		r.Article.Credits[i].Rule = ""
	}
	return r
}

// checked wants that the store is just what the changes made.
func checked(t *testing.T, s ledger.Store, all ...ledger.Change) {
	t.Helper()
	for _, c := range all {
		wrong, err := s.Check(context.Background(), c)
		must(t, err)
		if len(wrong) > 0 {
			t.Fatalf("%+v: %s", c, wrong)
		}
	}
	if wrong, err := s.Sound(context.Background()); err != nil || len(wrong) > 0 {
		t.Fatalf("sound: %v, %v", wrong, err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
