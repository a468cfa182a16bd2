package pipeline

import (
	"context"
	"os"
	"testing"

	"riwaya/internal/ledger"
)

// TestReview keeps what was decided: in the log, and in a store that is made anew.
func TestReview(t *testing.T) {
	ctx := context.Background()
	b := newBench(t)
	b.add(AddOptions{}, file("a.jsonl", lines(0, 3)))
	l := b.open()
	first := ledger.Review{Who: "R2", About: "st-1", Verdict: ledger.VerdictMerge, Value: []byte(`["st-1","st-2"]`)}
	must(t, l.Review(ctx, &first))
	must(t, l.Review(ctx, &ledger.Review{Who: "R2", About: "st-1", Verdict: ledger.VerdictUndo, Undoes: &first.Leaf}))
	must(t, l.Close())
	b.sound()
	must(t, os.Remove(b.store))
	l = b.open()
	got, err := l.Store.Reviews(ctx)
	must(t, err)
	if len(got) != 2 || got[0].Leaf != first.Leaf || got[0].Verdict != ledger.VerdictMerge || got[1].Undoes == nil || *got[1].Undoes != first.Leaf {
		t.Errorf("%+v", got)
	}
	must(t, l.Close())
	b.sound()
}

// TestReviewOfWithdrawn: what was decided about findings of an article goes with it, from the archive
// and from the store, and what was decided about others stays.
func TestReviewOfWithdrawn(t *testing.T) {
	ctx := context.Background()
	b := newBench(t)
	b.add(AddOptions{}, file("a.jsonl", lines(0, 2)))
	l := b.open()
	var ids []string
	must(t, l.Store.Walk(ctx, nil, func(k *ledger.Kept) error { ids = append(ids, k.Article); return nil }))
	const secret = "word-of-a-note"
	for i, about := range []string{ids[0] + "/c-1", ids[0], ids[1] + "/c-1"} {
		r := ledger.Review{Who: "R1", About: about, Verdict: "accept", Note: []string{secret, secret, "stays"}[i]}
		must(t, l.Review(ctx, &r))
		if i == 0 {
			must(t, l.Review(ctx, &ledger.Review{Who: "R2", About: about, Verdict: ledger.VerdictUndo, Undoes: &r.Leaf, Note: secret}))
		}
	}
	_, _, err := l.Withdraw(ctx, ids[0], "a", "a reason")
	must(t, err)
	for range 2 {
		got, err := l.Store.Reviews(ctx)
		must(t, err)
		if len(got) != 1 || got[0].Note != "stays" {
			t.Errorf("%+v", got)
		}
		must(t, l.Close())
		b.sound()
		must(t, os.Remove(b.store))
		l = b.open()
	}
	must(t, l.Close())
}
