package sqlite

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/pressly/goose/v3"

	"riwaya/internal/ledger"
	"riwaya/internal/ledger/ledgertest"
)

// TestOlder opens a store that the first version of the tables made: it is not read as if it
// were whole, and has everything again when the log was applied anew.
func TestOlder(t *testing.T) {
	ctx := context.Background()
	s, path, all := made(t, 3)
	files, err := fs.Sub(migrations, "migrations")
	must(t, err)
	must(t, s.conn.Close())
	p, err := goose.NewProvider(goose.DialectSQLite3, s.write, files, goose.WithDisableGlobalRegistry(true))
	must(t, err)
	_, err = p.DownTo(ctx, 1)
	must(t, err)
	s.conn = nil
	must(t, s.Close())
	if _, err := OpenRead(path, false); !errors.Is(err, ledger.ErrOlder) {
		t.Fatalf("read as it is: %v", err)
	}
	s = open(t, path)
	if _, err := OpenRead(path, false); !errors.Is(err, ledger.ErrOlder) {
		t.Fatalf("read before it is made anew: %v", err)
	}
	from := func(want int64) {
		t.Helper()
		if n, err := s.From(ctx); err != nil || n != want {
			t.Fatalf("from %d, %v; want %d", n, err, want)
		}
		if n, err := s.Cursor(ctx); err != nil || n != 4 {
			t.Fatalf("cursor %d, %v", n, err)
		}
	}
	from(0)
	must(t, s.Apply(ctx, all[:2], 2))
	from(0) // cut short here it begins again
	must(t, s.Apply(ctx, all[2:], 4))
	from(4)
	must(t, s.Close())
	if w := wrong(t, path, all); len(w) > 0 {
		t.Fatal(w)
	}
}

// TestOlderEmpty needs nothing made anew where there is nothing.
func TestOlderEmpty(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.sqlite")
	s := open(t, path)
	must(t, s.Apply(context.Background(), []ledger.Change{ledgertest.Capture(0)}, 1))
	if n, err := s.From(context.Background()); err != nil || n != 1 {
		t.Fatal(n, err)
	}
}

// TestWithdrawWhileRead withdraws while another process reads: its words cannot leave the
// file then, which is said; they do when the store is opened next.
func TestWithdrawWhileRead(t *testing.T) {
	ctx := context.Background()
	s, path, all := made(t, 2)
	var set int
	must(t, s.conn.QueryRowContext(ctx, "PRAGMA busy_timeout = 50").Scan(&set))
	reader, err := OpenRead(path, false)
	must(t, err)
	tx, err := reader.read.BeginTx(ctx, nil)
	must(t, err)
	var n int
	must(t, tx.QueryRowContext(ctx, "SELECT count(*) FROM articles").Scan(&n))
	words := []byte(all[1].Record.Read.Article.Text)
	w := &ledger.Withdrawal{Leaf: 3, Who: "a", Reason: "r", Leaves: []int64{1}, Gone: []ledger.Gone{{ID: all[1].Record.Article}}}
	if err := s.Apply(ctx, []ledger.Change{{Withdrawal: w}}, 4); !errors.Is(err, ledger.ErrRead) {
		t.Fatalf("%v", err)
	}
	if err := s.gone(ctx, all[1].Record.Article); !errors.Is(err, ledger.ErrGone) {
		t.Fatalf("not withdrawn: %v", err)
	}
	stands := func() bool {
		for _, name := range []string{path, path + "-wal"} {
			if b, err := os.ReadFile(name); err == nil && bytes.Contains(b, words) {
				return true
			}
		}
		return false
	}
	if !stands() {
		t.Fatal("the test does not see them")
	}
	open(t, path) // while it is read still: it opens
	must(t, tx.Rollback())
	must(t, reader.Close())
	open(t, path)
	if stands() {
		t.Error("they still stand there")
	}
}
