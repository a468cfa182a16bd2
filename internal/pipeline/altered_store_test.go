package pipeline

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"riwaya/internal/archive"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/pipeline/verify"
)

// TestAlteredStore changes single bytes of the store's file, one at a time, anywhere in it. Each
// is reported, unless no row that comes from the log says anything else for it: a file of SQLite
// has bytes that hold nothing, and how far work has come is no evidence.
func TestAlteredStore(t *testing.T) {
	b := newBench(t)
	var long strings.Builder // so that most of the file is rows
	for n := range 150 {
		fmt.Fprintf(&long, "{\"url\": \"https://outlet.example/%d\", \"text\": \"article number %d %s\"}\n", n, n, strings.Repeat("and more, ", 150+n%40))
	}
	b.add(AddOptions{}, file("a.jsonl", long.String()), file("b.txt", "one text"))
	b.sound()
	good, err := os.ReadFile(b.store)
	must(t, err)
	rows := dump(t, b.store)
	r := rand.New(rand.NewSource(11))
	name := filepath.Join(t.TempDir(), ledger.StoreName)
	reported, nothing := 0, 0
	for range max(40, alterations()/5) { // each is a whole verification
		at := r.Intn(len(good))
		old := good[at]
		good[at] ^= byte(1 + r.Intn(255))
		must(t, os.WriteFile(name, good, 0o600))
		if problems := b.problemsOf(name); len(problems) == 0 {
			if got := dump(t, name); got != rows {
				t.Fatalf("byte %d: rows differ, and nothing is reported", at)
			}
			nothing++
		} else if !strings.Contains(strings.Join(problems, "\n"), ledger.StoreName) {
			t.Fatalf("byte %d: %q", at, problems)
		} else {
			reported++
		}
		good[at] = old
	}
	t.Logf("%d reported, %d changed no row", reported, nothing)
}

// problemsOf verifies the ledger with a store in another file, as the command does.
func (b *bench) problemsOf(name string) (problems []string) {
	report := func(p archive.Problem) { problems = append(problems, p.String()) }
	s, err := sqlite.OpenRead(name, false)
	if err != nil {
		report(archive.Problem{Name: ledger.StoreName, What: err.Error()})
		return problems
	}
	defer s.Close()
	if _, err := verify.Ledger(context.Background(), b.d, s, nil, report); err != nil {
		if !errors.Is(err, ledger.ErrDamaged) {
			b.t.Logf("an error of another kind: %v", err)
		}
		report(archive.Problem{Name: ledger.StoreName, What: err.Error()})
	}
	return problems
}

// dump is all rows that come from the log.
func dump(t *testing.T, name string) string {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+name+"?mode=ro")
	must(t, err)
	defer db.Close()
	var out strings.Builder
	tables, err := db.Query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'goose%' AND name NOT LIKE 'sqlite%' AND name NOT IN ('state', 'failures', 'appearances', 'missed') ORDER BY name")
	must(t, err)
	var names []string
	for tables.Next() {
		var n string
		must(t, tables.Scan(&n))
		names = append(names, n)
	}
	must(t, tables.Err())
	for _, n := range names {
		what := "*"
		if n == "captures" {
			what = "leaf, id, sum, size, media, url, uuid" // and not done
		}
		rows, err := db.Query("SELECT " + what + " FROM " + n)
		must(t, err)
		cols, err := rows.Columns()
		must(t, err)
		for rows.Next() {
			all, at := make([]any, len(cols)), make([]any, len(cols))
			for i := range all {
				at[i] = &all[i]
			}
			must(t, rows.Scan(at...))
			fmt.Fprintln(&out, n, all)
		}
		must(t, rows.Err())
	}
	return out.String()
}
