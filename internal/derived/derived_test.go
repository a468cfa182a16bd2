package derived

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"riwaya/internal/disk/database"

	_ "modernc.org/sqlite"
)

var (
	ctx        = context.Background()
	errBusy    = errors.New("busy")
	errStopped = errors.New("stopped")
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// shelf is a store: a leaf for every ID, and what was withdrawn at which leaf.
type shelf struct {
	ids  []string
	gone map[int64]string
}

func (s *shelf) Cursor(context.Context) (int64, error) { return int64(len(s.ids)), nil }

func (s *shelf) Changed(_ context.Context, from, before int64, most int) ([]string, int64, error) {
	to := min(before, from+int64(most))
	return s.ids[from:to], to, nil
}

func (s *shelf) Pending(_ context.Context, from, before int64) (int64, error) {
	return before - from, nil
}

func (s *shelf) WithdrawnSince(_ context.Context, leaf int64) (out []string, _ error) {
	for at, id := range s.gone {
		if at >= leaf {
			out = append(out, id)
		}
	}
	return out, nil
}

func (s *shelf) Mark(_ context.Context, before int64) (int64, string, error) {
	if before == 0 {
		return -1, "", nil
	}
	return before - 1, "sum of " + s.ids[before-1], nil
}

func (s *shelf) SumOf(_ context.Context, leaf int64) (string, error) {
	if leaf >= int64(len(s.ids)) {
		return "", nil
	}
	return "sum of " + s.ids[leaf], nil
}

// list is content: the IDs alone, two a part.
type list struct {
	version string
	store   *shelf
	stop    int // after so many parts, if not 0
	purged  int
}

func (l *list) Version() string { return l.version }

func (l *list) Create(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "CREATE TABLE list (id TEXT)")
	return err
}

func (l *list) Drop(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "DROP TABLE IF EXISTS list")
	return err
}

func (l *list) Part(ctx context.Context, tx *sql.Tx, p Part) (int64, bool, error) {
	if l.stop--; l.stop == 0 {
		return 0, false, errStopped
	}
	removed := false
	for _, id := range p.Gone {
		done, err := tx.ExecContext(ctx, "DELETE FROM list WHERE id = ?", id)
		if err != nil {
			return 0, false, err
		}
		n, _ := done.RowsAffected()
		removed = removed || n > 0
	}
	ids, next, _ := l.store.Changed(ctx, p.From, p.Before, 2)
	for _, id := range ids {
		if _, err := tx.ExecContext(ctx, "INSERT INTO list VALUES (?)", id); err != nil {
			return 0, false, err
		}
	}
	p.Done(len(ids))
	return next, removed, nil
}

func (l *list) Purge(context.Context, *sql.DB) error {
	l.purged++
	return nil
}

// updated brings a file up to date and gives what is in it, and how much was taken in.
func updated(t *testing.T, path string, l *list) (string, int64, error) {
	t.Helper()
	f, err := Open(path, l, database.Meaning{Busy: errBusy}, false)
	must(t, err)
	defer func() { must(t, f.Close()) }()
	var taken int64
	if err := f.Update(ctx, l.store, func(done, _ int64) { taken = done }); err != nil {
		return "", taken, err
	}
	rows, err := f.Read.QueryContext(ctx, "SELECT id FROM list ORDER BY rowid")
	must(t, err)
	defer rows.Close()
	var all []string
	for rows.Next() {
		var id string
		must(t, rows.Scan(&id))
		all = append(all, id)
	}
	return strings.Join(all, " "), taken, rows.Err()
}

func TestUpdate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "list.sqlite")
	s := &shelf{ids: strings.Fields("a b c d e")}
	l := &list{version: "1", store: s, stop: 3}
	wants := func(what, want string, taken int64) {
		t.Helper()
		got, n, err := updated(t, path, l)
		if must(t, err); got != want || n != taken {
			t.Errorf("%s: %q, %d taken in; want %q, %d", what, got, n, want, taken)
		}
	}
	if _, n, err := updated(t, path, l); !errors.Is(err, errStopped) || n != 4 {
		t.Fatal(n, err)
	}
	wants("cut short", "a b c d e", 1)
	wants("nothing new", "a b c d e", 0)
	s.ids = append(s.ids, "f", "g")
	s.gone = map[int64]string{5: "b"}
	wants("more, and one withdrawn", "a c d e f g", 2)
	if l.purged != 1 {
		t.Error("what was withdrawn is not written over")
	}
	s.gone, l.version = nil, "2"
	wants("another version", "a b c d e f g", 7)
	s.ids = slices.Clone(s.ids)
	s.ids[6] = "h"
	wants("another store", "a b c d e f h", 7)
	s.ids = s.ids[:3]
	wants("an earlier day of it", "a b c", 3)
}

// TestBusy holds the file while another wants to write it: it is told, and can read.
func TestBusy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "list.sqlite")
	s := &shelf{ids: strings.Fields("a b")}
	l := &list{version: "1", store: s}
	_, _, err := updated(t, path, l)
	must(t, err)
	s.ids = append(s.ids, "c")
	holds, err := Open(path, l, database.Meaning{Busy: errBusy}, false)
	must(t, err)
	tx, err := holds.write.BeginTx(ctx, nil)
	must(t, err)
	other, err := Open(path, l, database.Meaning{Busy: errBusy}, false)
	must(t, err)
	_, err = other.write.ExecContext(ctx, "PRAGMA busy_timeout = 10")
	must(t, err)
	if err := other.Update(ctx, s, nil); !errors.Is(err, errBusy) {
		t.Error(err)
	}
	if usable, err := other.Usable(ctx); !usable || err != nil {
		t.Error("it cannot be read", err)
	}
	must(t, errors.Join(tx.Rollback(), holds.Close(), other.Close()))
	if got, _, err := updated(t, path, l); err != nil || got != "a b c" {
		t.Error(got, err)
	}
}

// TestForget takes out what the store still has, and no more.
func TestForget(t *testing.T) {
	path := filepath.Join(t.TempDir(), "list.sqlite")
	l := &list{version: "1", store: &shelf{ids: strings.Fields("a b c")}}
	_, _, err := updated(t, path, l)
	must(t, err)
	f, err := Open(path, l, database.Meaning{}, false)
	must(t, err)
	for _, id := range []string{"b", "z"} {
		must(t, f.Forget(ctx, func(ctx context.Context, tx *sql.Tx) (bool, error) {
			done, err := tx.ExecContext(ctx, "DELETE FROM list WHERE id = ?", id)
			if err != nil {
				return false, err
			}
			n, err := done.RowsAffected()
			return n > 0, err
		}))
	}
	must(t, f.Close())
	if got, _, err := updated(t, path, l); err != nil || got != "a c" || l.purged != 1 {
		t.Error(got, l.purged, err)
	}
}
