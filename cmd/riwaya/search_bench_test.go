//go:build unix

package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
)

// BenchmarkSearch asks a ledger, which RIWAYA_LEDGER names, the queries of the index's own
// benchmark, a page of results each, by the whole command: open, look whether the index is
// up to date, ask, look up, write. "cold" is a process of its own for each, "cpu" the time that its cores took.
// "best" is the shorter of two times of each query, which what else the machine does
// touches less.
func BenchmarkSearch(b *testing.B) {
	ledger := os.Getenv("RIWAYA_LEDGER")
	if ledger == "" {
		b.Skip("set RIWAYA_LEDGER to the folder of a ledger")
	}
	list, err := os.ReadFile("../../internal/search/fts/testdata/queries.txt")
	if err != nil {
		b.Fatal(err)
	}
	program := build(b)
	ask := func(query string) time.Duration {
		begin := time.Now()
		code := run(context.Background(), []string{"search", "--ledger", ledger, "--", query}, cli.Streams{In: strings.NewReader(""), Out: io.Discard, Err: os.Stderr})
		if code != cli.OK {
			b.Fatalf("%s: exit code %d", query, code)
		}
		return time.Since(begin)
	}
	ask("x") // so that the index is made
	if info, err := os.Stat(filepath.Join(ledger, opening.IndexName)); err == nil {
		b.ReportMetric(float64(info.Size())/1e6, "MB-index")
	}
	for b.Loop() {
		var every, best, cold, cpu []time.Duration
		slow := map[time.Duration]string{}
		for line := range strings.Lines(string(list)) {
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			first, second := ask(line), ask(line)
			took, _, busy := timed(b, program, nil, "search", "--ledger", ledger, "--", line)
			every, best = append(every, first, second), append(best, min(first, second))
			cold, cpu = append(cold, took), append(cpu, busy)
			slow[min(first, second)] = line
		}
		b.ReportMetric(float64(len(best)), "queries")
		for name, times := range map[string][]time.Duration{"": every, "best-": best, "cold-": cold, "cpu-": cpu} {
			slices.Sort(times)
			for share, at := range map[string]int{"p50": len(times) / 2, "p95": len(times) * 95 / 100} {
				b.ReportMetric(times[at].Seconds()*1000, name+share+"-ms")
			}
		}
		for _, took := range best[max(0, len(best)-10):] {
			b.Logf("%6.1f ms  %s", took.Seconds()*1000, slow[took])
		}
	}
	b.ReportMetric(0, "ns/op")
}
