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
