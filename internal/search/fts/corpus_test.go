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

// BenchmarkSearch prints how long the queries of testdata/queries.txt take over a corpus:
// each twice, the second time counts.
func BenchmarkSearch(b *testing.B) {
	all := corpus(b)
	terms := load(b)
	db := open(b, filepath.Join(b.TempDir(), "index.db"))
	index(b, db, terms, all, 1024)
	list, err := os.ReadFile("testdata/queries.txt")
	if err != nil {
		b.Fatal(err)
	}
	ctx := context.Background()
	for b.Loop() {
		type timed struct {
			took  time.Duration
			query string
			found int
		}
		var times []timed
		for line := range strings.Lines(string(list)) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			var one timed
			for range 2 {
				start := time.Now()
				n, err := query.Parse(line)
				if err != nil {
					b.Fatal(line, err)
				}
				p, err := Search(ctx, db, terms, n, Options{})
				if err != nil {
					b.Fatal(line, err)
				}
				one = timed{time.Since(start), line, len(p.Results)}
			}
			times = append(times, one)
		}
		slices.SortFunc(times, func(a, b timed) int { return int(a.took - b.took) })
		at := func(share float64) float64 {
			return times[min(int(share*float64(len(times))), len(times)-1)].took.Seconds() * 1000
		}
		empty := 0
		for _, one := range times {
			if one.found == 0 {
				empty++
			}
		}
		b.ReportMetric(float64(len(times)), "queries")
		b.ReportMetric(float64(empty), "empty")
		b.ReportMetric(at(0.5), "p50-ms")
		b.ReportMetric(at(0.95), "p95-ms")
		b.ReportMetric(at(1), "max-ms")
		for _, one := range times[max(0, len(times)-12):] {
			b.Logf("%8.2f ms  %s", one.took.Seconds()*1000, one.query)
		}
	}
}
