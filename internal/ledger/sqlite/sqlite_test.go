package sqlite

import (
	"context"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"riwaya/internal/ledger"
	"riwaya/internal/ledger/ledgertest"
	"riwaya/internal/ledger/sqlite/tables"
)

func open(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(context.Background(), path)
	must(t, err)
	t.Cleanup(func() { s.Close() })
	return s
}

func TestStore(t *testing.T) {
	ledgertest.Run(t, func(t *testing.T) ledger.Store { return open(t, filepath.Join(t.TempDir(), "ledger.sqlite")) })
}

// TestPaths opens files whose names have a meaning in addresses.
func TestPaths(t *testing.T) {
	for _, name := range []string{"a b.sqlite", "50%.sqlite", "a?b=c.sqlite", "a#b.sqlite", "دفتر.sqlite"} {
		path := filepath.Join(t.TempDir(), name)
		open(t, path)
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
	t.Chdir(t.TempDir())
	open(t, "relative.sqlite")
	if _, err := os.Stat("relative.sqlite"); err != nil {
		t.Error(err)
	}
}

func made(t *testing.T, n int64) (s *Store, path string, all []ledger.Change) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "ledger.sqlite")
	s = open(t, path)
	c := ledgertest.Capture(0)
	all = append(all, c)
	for i := range n {
		all = append(all, ledgertest.Record(i+1, c.Capture.ID, fmt.Sprintf("line %d", i), "v1", fmt.Sprintf("نص %d", i)))
	}
	must(t, s.Apply(context.Background(), all, n+1))
	return s, path, all
}

func wrong(t *testing.T, path string, all []ledger.Change) []string {
	t.Helper()
	s, err := OpenRead(path, false)
	must(t, err)
	defer s.Close()
	var out []string
	for _, c := range all {
		w, err := s.Check(context.Background(), c)
		must(t, err)
		out = append(out, w...)
	}
	w, err := s.Sound(context.Background())
	must(t, err)
	return append(out, w...)
}

// alterations is how many a test tries: 200, or as many as RIWAYA_ALTERATIONS says.
func alterations() int {
	if n, err := strconv.Atoi(os.Getenv("RIWAYA_ALTERATIONS")); err == nil {
		return n
	}
	return 200
}

// TestAlteredRows changes values anywhere in the store, one at a time: each is reported
// with its table's name.
func TestAlteredRows(t *testing.T) {
	s, path, all := made(t, 5)
	ctx := context.Background()
	if w := wrong(t, path, all); len(w) > 0 {
		t.Fatal(w)
	}
	r := rand.New(rand.NewSource(1))
	every := append([]*tables.Table{tables.Captures, tables.Sightings, tables.Articles, tables.Records}, tables.Layers...)
	for range alterations() {
		tab := every[r.Intn(len(every))]
		col := tab.Columns[r.Intn(len(tab.Columns))]
		var row int64
		must(t, s.conn.QueryRowContext(ctx, "SELECT rowid FROM "+tab.Name+" ORDER BY random() LIMIT 1").Scan(&row))
		var old any
		must(t, s.conn.QueryRowContext(ctx, fmt.Sprintf("SELECT %s FROM %s WHERE rowid = ?", col, tab.Name), row).Scan(&old))
		set := func(v any, at int64) error {
			_, err := s.conn.ExecContext(ctx, fmt.Sprintf("UPDATE %s SET %s = ? WHERE rowid = ?", tab.Name, col), v, at)
			return err
		}
		var other any = "altered"
		at := row
		switch v := old.(type) {
		case int64:
			other = v + 1000
			if col == "leaf" {
				at = v + 1000 // it is the row's own number
			}
		case float64:
			other = v + 0.01
		case string:
			other = v + " "
		}
		must(t, set(other, row))
		name := tab.Name
		w := wrong(t, path, all)
		if name == "records" {
			name = "readings"
		}
		if len(w) == 0 || !strings.Contains(strings.Join(w, "\n"), name) && !strings.Contains(strings.Join(w, "\n"), tab.Name) {
			t.Fatalf("%s.%s of row %d changed from %v to %v: %q", tab.Name, col, row, old, other, w)
		}
		must(t, set(old, at))
	}
	for _, tab := range every {
		_, err := s.conn.ExecContext(ctx, "CREATE TEMP TABLE kept AS SELECT rowid AS r, * FROM "+tab.Name)
		must(t, err)
		_, err = s.conn.ExecContext(ctx, "DELETE FROM "+tab.Name+" WHERE rowid = (SELECT min(rowid) FROM "+tab.Name+")")
		must(t, err)
		if w := wrong(t, path, all); len(w) == 0 {
			t.Errorf("a row of %s is gone and nothing reported", tab.Name)
		}
		cols := strings.Join(tab.Columns, ",")
		if tab == tables.Articles {
			cols += ",n"
		} else if tab == tables.Records {
			cols += ",article,capture"
		}
		_, err = s.conn.ExecContext(ctx, fmt.Sprintf("INSERT OR IGNORE INTO %s (%s) SELECT %s FROM kept WHERE r = (SELECT min(r) FROM kept)", tab.Name, cols, cols))
		must(t, err)
		_, err = s.conn.ExecContext(ctx, "DROP TABLE kept")
		must(t, err)
		if w := wrong(t, path, all); len(w) > 0 {
			t.Fatalf("put back, but %q", w)
		}
	}
	// A row that nothing made.
	_, err := s.conn.ExecContext(ctx, "INSERT INTO figures SELECT * FROM figures LIMIT 1")
	must(t, err)
	if w := wrong(t, path, all); len(w) == 0 {
		t.Error("a row twice and nothing reported")
	}
}

// TestDamaged spoils a page of the file.
func TestDamaged(t *testing.T) {
	s, path, _ := made(t, 200)
	must(t, s.Close())
	b, err := os.ReadFile(path)
	must(t, err)
	for at := 100; at+4000 < len(b); at += 8192 {
		c := append([]byte{}, b...)
		for i := range 4000 {
			c[at+i] ^= 0xa5
		}
		must(t, os.WriteFile(path, c, 0o600))
		err := func() error {
			s, err := Open(context.Background(), path)
			if err != nil {
				return err
			}
			defer s.Close()
			w, err := s.Sound(context.Background())
			if err == nil && len(w) > 0 {
				err = ledger.ErrDamaged
			}
			return err
		}()
		if !errors.Is(err, ledger.ErrDamaged) {
			t.Fatalf("a page spoilt at %d: %v", at, err)
		}
	}
	must(t, os.WriteFile(path, []byte("not a database at all, but long enough to be taken for one by its size"), 0o600))
	if _, err := Open(context.Background(), path); !errors.Is(err, ledger.ErrDamaged) {
		t.Fatalf("no database: %v", err)
	}
}

// TestFull bounds the file: an error that says so, and what was acknowledged is there.
func TestFull(t *testing.T) {
	s, _, all := made(t, 20)
	ctx := context.Background()
	var pages int
	must(t, s.conn.QueryRowContext(ctx, "PRAGMA page_count").Scan(&pages))
	var set int
	must(t, s.conn.QueryRowContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", pages+5)).Scan(&set))
	n := int64(21)
	var err error
	for ; n < 1000 && err == nil; n++ {
		c := ledgertest.Record(n, all[0].Capture.ID, fmt.Sprint(n), "v1", strings.Repeat("نص طويل ", 2000)+fmt.Sprint(n))
		if err = s.Apply(ctx, []ledger.Change{c}, n+1); err == nil {
			all = append(all, c)
		}
	}
	if !errors.Is(err, ledger.ErrFull) {
		t.Fatalf("%v", err)
	}
	if cursor, err := s.Cursor(ctx); err != nil || cursor != n-1 {
		t.Fatalf("cursor %d, %v", cursor, err)
	}
	for _, c := range all {
		if w, err := s.Check(ctx, c); err != nil || len(w) > 0 {
			t.Fatalf("%v, %v", w, err)
		}
	}
}

// TestNewer refuses a store of a later version.
func TestNewer(t *testing.T) {
	s, path, _ := made(t, 1)
	_, err := s.conn.ExecContext(context.Background(), "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
	must(t, err)
	must(t, s.Close())
	if _, err := Open(context.Background(), path); !errors.Is(err, ledger.ErrNewer) {
		t.Fatalf("%v", err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
