package index

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/search/term"
	"riwaya/lexicon"
)

// store names the ledger.sqlite of a ledger, for the benchmark. Without it it is skipped:
// what it measures is a corpus.
const storeFile = "RIWAYA_STORE"

// BenchmarkUpdate prints how long the index of a ledger takes to make, and how large it is.
func BenchmarkUpdate(b *testing.B) {
	path := os.Getenv(storeFile)
	if path == "" {
		b.Skip("set " + storeFile + " to the ledger.sqlite of a ledger")
	}
	ctx := context.Background()
	s, err := sqlite.OpenRead(path, false)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	terms, err := term.Load(lexicon.Embedded())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		file := filepath.Join(b.TempDir(), "index.sqlite")
		x, err := Open(file, terms, false)
		if err != nil {
			b.Fatal(err)
		}
		var n int64
		start := time.Now()
		if err := x.Update(ctx, s, func(done, _ int64) { n = done }); err != nil {
			b.Fatal(err)
		}
		took := time.Since(start)
		again := time.Now()
		if err := x.Update(ctx, s, nil); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(again).Seconds()*1000, "ms-again")
		if err := x.Close(); err != nil {
			b.Fatal(err)
		}
		info, err := os.Stat(file)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(n), "articles")
		b.ReportMetric(float64(n)/took.Seconds(), "articles/s")
		b.ReportMetric(took.Seconds(), "s")
		b.ReportMetric(float64(info.Size())/1e6, "MB")
	}
	b.ReportMetric(0, "ns/op")
}
