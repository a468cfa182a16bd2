package review

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/review/finding"
)

// BenchmarkApply lays decisions beside the readings of a ledger's first articles, as a page does.
func BenchmarkApply(b *testing.B) {
	dir := os.Getenv("RIWAYA_LEDGER")
	if dir == "" {
		b.Skip("set RIWAYA_LEDGER to the folder of a ledger")
	}
	s, err := sqlite.OpenRead(filepath.Join(dir, "ledger.sqlite"), false)
	must(b, err)
	defer s.Close()
	var all []*ledger.Kept
	must(b, s.Walk(context.Background(), func(string) bool { return len(all) < 200 }, func(k *ledger.Kept) error { all = append(all, k); return nil }, riwaya.Layers...))
	log := NewLog(nil)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		k := all[i%len(all)]
		i++
		Apply(finding.Read(k.Article, "", &k.Read), log)
	}
}
