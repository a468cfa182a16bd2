package queue

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"riwaya/internal/across"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/matter"
	"riwaya/internal/review"
	"riwaya/lexicon"
)

// ledgerDir names the folder of a ledger whose across.sqlite is up to date, for the benchmark.
// Without it it is skipped: what it measures is a corpus.
const ledgerDir = "RIWAYA_LEDGER"

// BenchmarkQueue prints how long the queue of a ledger takes to make, how large it is, and how long
// pages of it take.
func BenchmarkQueue(b *testing.B) {
	dir := os.Getenv(ledgerDir)
	if dir == "" {
		b.Skip("set " + ledgerDir + " to the folder of a ledger")
	}
	ctx := context.Background()
	s, err := sqlite.OpenRead(filepath.Join(dir, "ledger.sqlite"), false)
	must(b, err)
	defer s.Close()
	tools, err := matter.Load(lexicon.Embedded())
	must(b, err)
	found, err := across.Open(filepath.Join(dir, "across.sqlite"), tools.Means, false)
	must(b, err)
	defer found.Close()
	for b.Loop() {
		file := filepath.Join(b.TempDir(), "review.sqlite")
		q, err := Open(file, tools.Maker(found, s), tools.Lexicon.Version, false)
		must(b, err)
		start := time.Now()
		must(b, q.Update(ctx, s, nil))
		b.ReportMetric(time.Since(start).Seconds(), "s")
		log := review.NewLog(nil)
		var took []time.Duration
		for _, a := range []Asked{{}, {Kind: Contested}, {Kind: Unsure}, {Kind: WeakRule}, {Kind: Accused}, {Kind: Copied}, {Layer: "claims"}, {Layer: "events"}, {Layer: "figures", Kind: Unsure}} {
			a.Limit = 20
			for n := range 5 {
				begin := time.Now()
				p, err := q.Page(ctx, log, a)
				took = append(took, time.Since(begin))
				must(b, err)
				if n == 0 {
					b.Logf("%+v: %d, %v", a, p.Count, took[len(took)-1])
					if len(p.Items) > 0 {
						b.Logf("  %+v", p.Items[0])
					}
				}
				if a.After = p.Next; a.After == "" {
					break
				}
			}
		}
		slices.Sort(took)
		b.ReportMetric(took[len(took)/2].Seconds()*1000, "ms-median")
		b.ReportMetric(took[len(took)-1].Seconds()*1000, "ms-most")
		must(b, q.Close())
		info, err := os.Stat(file)
		must(b, err)
		b.ReportMetric(float64(info.Size())/1e6, "MB")
	}
	b.ReportMetric(0, "ns/op")
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
