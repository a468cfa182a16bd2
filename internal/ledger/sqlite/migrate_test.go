package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"testing"

	"github.com/pressly/goose/v3"

	"riwaya/internal/ledger"
)

// TestEarlier opens a store of the first version: who only reads says so and changes nothing,
// who writes brings it up to date, and no row is lost.
func TestEarlier(t *testing.T) {
	s, path, all := made(t, 3)
	files, err := fs.Sub(migrations, "migrations")
	must(t, err)
	must(t, s.Close())
	s = open(t, path)
	must(t, s.conn.Close())
	s.conn = nil
	p, err := goose.NewProvider(goose.DialectSQLite3, s.write, files, goose.WithDisableGlobalRegistry(true))
	must(t, err)
	_, err = p.DownTo(context.Background(), 1)
	must(t, err)
	must(t, s.Close())
	if _, err := OpenRead(path, false); !errors.Is(err, ledger.ErrOlder) {
		t.Errorf("an earlier store: %v", err)
	}
	open(t, path)
	for _, c := range all {
		if c.Record != nil {
			c.Record.Read.Article.Stated = nil // the first version did not keep it
		}
	}
	if w := wrong(t, path, all); len(w) > 0 {
		t.Error(w)
	}
}
