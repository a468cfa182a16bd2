package ledgertest

import (
	"context"
	"slices"
	"testing"

	"riwaya/internal/ledger"
)

// chats is what a store must know of exports of chats.
func chats(t *testing.T, s ledger.Store) {
	ctx := context.Background()
	c0, c1 := Capture(0), Capture(1)
	r2 := Record(2, c0.Capture.ID, "c/7/1", "v1", "one")
	r2.Record.Beside = `{"edited":"yes"}`
	r3 := Record(3, c0.Capture.ID, "c/7/2", "v1", "two")
	r4 := Record(4, c0.Capture.ID, "c/71/2", "v1", "three")
	files := ledger.Change{Files: &ledger.Files{Leaf: 5, Capture: c0.Capture.ID, At: noon, Files: []ledger.File{{Name: "photos/1.jpg", Sum: "ab", Size: 0}, {Name: "photos/2.jpg", Missing: "no such file"}}}}
	absent := ledger.Change{Sighting: &ledger.Sighting{Leaf: 6, Capture: c1.Capture.ID, At: noon, How: ledger.CameAbsent, Name: "https://outlet.example/c/7/1", Program: "test"}}
	all := []ledger.Change{c0, c1, r2, r3, r4, files, absent}
	must(t, s.Apply(ctx, all, 7))
	must(t, s.Apply(ctx, all, 7))
	checked(t, s, all...)

	k, err := s.At(ctx, c0.Capture.ID, "c/7/1")
	if err != nil || k.Beside != r2.Record.Beside {
		t.Fatalf("%+v, %v", k, err)
	}
	p := &ledger.Appearance{Article: r3.Record.Article, Capture: c1.Capture.ID, Place: "x", Beside: "{}"}
	must(t, s.Apply(ctx, []ledger.Change{{Appearance: p}}, 7))
	p.Beside = ""
	must(t, s.Apply(ctx, []ledger.Change{{Appearance: p}}, 7)) // as when the log is applied anew
	if k, err := s.At(ctx, c1.Capture.ID, "x"); err != nil || k.Beside != "{}" || k.Article != p.Article {
		t.Fatalf("%+v, %v", k, err)
	}

	var have []ledger.File
	must(t, s.Files(ctx, c0.Capture.ID, func(f ledger.File) error { have = append(have, f); return nil }))
	if !slices.Equal(have, files.Files.Files) {
		t.Fatalf("files %+v", have)
	}
	var got []string
	must(t, s.Under(ctx, "https://outlet.example/c/7/", func(address string, absent bool) error {
		if absent {
			address += " absent"
		}
		got = append(got, address)
		return nil
	}))
	if slices.Sort(got); !slices.Equal(got, []string{"https://outlet.example/c/7/1 absent", "https://outlet.example/c/7/2"}) {
		t.Fatalf("under: %q", got)
	}

	const chat = "https://outlet.example/c/7/"
	for _, c := range []ledger.Coverage{{Capture: c1.Capture.ID, Chat: chat, Group: true, Runs: [][2]int64{{2, 9}}}, {Capture: c0.Capture.ID, Chat: chat, Runs: [][2]int64{{1, 1}}}, {Capture: c0.Capture.ID, Chat: chat, Runs: [][2]int64{{1, 2}, {5, 9}}}} {
		must(t, s.Apply(ctx, []ledger.Change{{Coverage: &c}}, 7))
	}
	covers, err := s.Coverages(ctx, chat)
	must(t, err)
	if len(covers) != 2 || covers[0].Capture != c0.Capture.ID || len(covers[0].Runs) != 2 || covers[1].Runs[0] != [2]int64{2, 9} || covers[1].Chat != chat || covers[0].Group || !covers[1].Group {
		t.Fatalf("%+v", covers)
	}
	st, err := s.Status(ctx, "v1")
	must(t, err)
	if st.Absent != 1 || st.Files != 1 || st.Sightings != 2 {
		t.Fatalf("%+v", st)
	}

	f, err := s.Find(ctx, c0.Capture.ID)
	must(t, err)
	if !slices.Equal(f.Custody, []int64{0, 5}) {
		t.Fatalf("%+v", f)
	}
	w := ledger.Change{Withdrawal: &ledger.Withdrawal{Leaf: 7, At: noon, Reason: "r", Leaves: append(f.Custody, f.Records...), Gone: []ledger.Gone{{ID: c0.Capture.ID}}}}
	must(t, s.Apply(ctx, []ledger.Change{w}, 8))
	checked(t, s, c1, absent, w)
	if covers, err := s.Coverages(ctx, chat); err != nil || len(covers) != 1 {
		t.Fatalf("%+v, %v", covers, err)
	}
	if st, err := s.Status(ctx, "v1"); err != nil || st.Files != 0 {
		t.Fatalf("%+v, %v", st, err)
	}
}
