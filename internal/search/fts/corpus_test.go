package fts

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"riwaya"
	"riwaya/internal/search/query"
	"riwaya/internal/search/term"
	"riwaya/lexicon"
)

// records names a file of records, as `riwaya read --format jsonl` writes them, for the
// benchmarks. Without it they are skipped: what they measure is a corpus.
const records = "RIWAYA_RECORDS"

func load(t testing.TB) *term.Terms {
	t.Helper()
	terms, err := term.Load(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return terms
}

// open is a new database in a file with the tables made.
func open(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=cache_size(-65536)")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if err := Create(context.Background(), db); err != nil {
		t.Fatal(err)
	}
	return db
}

// corpus reads the file of records, each article once, as a ledger indexes them; it is no
// part of what is timed.
func corpus(b testing.TB) []*riwaya.Record {
	b.Helper()
	path := os.Getenv(records)
	if path == "" {
		b.Skip("set " + records + " to a file of records")
	}
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	var all []*riwaya.Record
	met := map[string]bool{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		rec := &riwaya.Record{}
		if err := json.Unmarshal(lines.Bytes(), rec); err != nil {
			b.Fatal(err)
		}
		if id := rec.Article.ID; !met[id] {
			met[id] = true
			all = append(all, rec)
		}
	}
	if err := lines.Err(); err != nil {
		b.Fatal(err)
	}
	return all
}

// index adds records in commits of so many.
func index(b testing.TB, db *sql.DB, terms *term.Terms, all []*riwaya.Record, each int) {
	b.Helper()
	ctx := context.Background()
	for group := range slices.Chunk(all, each) {
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			b.Fatal(err)
		}
		w := NewWriter(tx, terms)
		for _, rec := range group {
			if err := w.Add(ctx, rec); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Close(ctx); err != nil {
			b.Fatal(err)
		}
		if err := tx.Commit(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkIndex prints how long a corpus takes to index, and how large the index is, in
// commits of two sizes.
func BenchmarkIndex(b *testing.B) {
	all := corpus(b)
	terms := load(b)
	for _, each := range []int{64, 1024, 16384} {
		b.Run(fmt.Sprint(each), func(b *testing.B) {
			for b.Loop() {
				path := filepath.Join(b.TempDir(), "index.db")
				db := open(b, path)
				start := time.Now()
				index(b, db, terms, all, each)
				took := time.Since(start)
				if _, err := db.Exec("PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
					b.Fatal(err)
				}
				info, err := os.Stat(path)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(len(all))/took.Seconds(), "articles/s")
				b.ReportMetric(float64(info.Size())/1e6, "MB")
			}
		})
	}
}

// BenchmarkSearch prints how long the queries of testdata/queries.txt take over a corpus, a
// page of results each, every query five times: of all times (p50, p95, max), and of the
// shortest time of each query (best-), which what else the machine does touches least.
func BenchmarkSearch(b *testing.B) {
	all := corpus(b)
	terms := load(b)
	db := open(b, filepath.Join(b.TempDir(), "index.db"))
	index(b, db, terms, all, 1024)
	list, err := os.ReadFile("testdata/queries.txt")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		var every, best []timed
		empty := 0
		for line := range strings.Lines(string(list)) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			times := make([]timed, 5)
			found := 0
			for i := range times {
				start := time.Now()
				n, err := query.Parse(line)
				if err != nil {
					b.Fatal(line, err)
				}
				p, err := Search(context.Background(), db, terms, n, Options{})
				if err != nil {
					b.Fatal(line, err)
				}
				times[i], found = timed{time.Since(start), line}, len(p.Results)
			}
			if found == 0 {
				empty++
			}
			every = append(every, times...)
			best = append(best, slices.MinFunc(times, byTime))
		}
		b.ReportMetric(float64(len(best)), "queries")
		b.ReportMetric(float64(empty), "empty")
		report(b, "", every)
		report(b, "best-", best)
		for _, one := range best[max(0, len(best)-8):] {
			b.Logf("%6.1f ms  %s", one.took.Seconds()*1000, one.query)
		}
	}
}

type timed struct {
	took  time.Duration
	query string
}

func byTime(a, b timed) int { return int(a.took - b.took) }

// report prints quantiles of times, which it sorts.
func report(b *testing.B, prefix string, times []timed) {
	slices.SortFunc(times, byTime)
	for name, share := range map[string]float64{"p50": 0.5, "p95": 0.95, "max": 1} {
		at := times[min(int(share*float64(len(times))), len(times)-1)]
		b.ReportMetric(at.took.Seconds()*1000, prefix+name+"-ms")
	}
}
