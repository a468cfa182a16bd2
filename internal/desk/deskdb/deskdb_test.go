package deskdb

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"riwaya/internal/disk"
)

func folder(t *testing.T) (disk.System, string) {
	t.Helper()
	dir := t.TempDir()
	d, err := disk.Existing(dir)
	if err != nil {
		t.Fatal(err)
	}
	return d, filepath.Join(dir, Name)
}

func insert(id string) func(*sql.Tx) error {
	return func(tx *sql.Tx) error {
		_, err := tx.Exec("INSERT INTO cases VALUES (?, 'a name nobody else has', 'ar', '', '')", id)
		return err
	}
}

func TestOpen(t *testing.T) {
	ctx := context.Background()
	d, path := folder(t)
	if _, err := OpenRead(ctx, d, false); !errors.Is(err, ErrNone) {
		t.Fatalf("without a file: %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Fatal("to look must not make a file")
	}
	db, err := Open(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	if i, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && i.Mode().Perm() != 0o600 {
		t.Errorf("%v %v: others can open it", i.Mode(), err)
	}
	if err := db.Write(ctx, insert("case-1")); err != nil {
		t.Fatal(err)
	}
	no := errors.New("no")
	if err := db.Write(ctx, func(tx *sql.Tx) error { return errors.Join(insert("case-2")(tx), no) }); !errors.Is(err, no) {
		t.Errorf("%v", err)
	}
	again, err := Open(ctx, d) // a second process
	if err != nil {
		t.Fatal(err)
	}
	look, err := OpenRead(ctx, d, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, db := range []*DB{db, again, look} {
		n := 0
		if err := db.Read.QueryRow("SELECT count(*) FROM cases").Scan(&n); err != nil || n != 1 {
			t.Errorf("%d cases, %v", n, err)
		}
		if _, err := db.Read.Exec("DELETE FROM cases"); err == nil {
			t.Error("Read wrote")
		}
	}
	if err := errors.Join(look.Write(ctx, insert("case-3")), look.Forget(ctx)); !errors.Is(err, ErrReadOnly) {
		t.Error(err)
	}
	if err := errors.Join(look.Close(), again.Close()); err != nil {
		t.Fatal(err)
	}
	if err := db.Write(ctx, func(tx *sql.Tx) error { _, err := tx.Exec("DELETE FROM cases"); return err }); err != nil {
		t.Fatal(err)
	}
	if err := db.Forget(ctx); err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{path, path + "-wal"} {
		if b, err := os.ReadFile(p); err == nil && strings.Contains(string(b), "nobody else") {
			t.Errorf("%s still has what was deleted", filepath.Base(p))
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOtherVersions(t *testing.T) {
	ctx := context.Background()
	d, path := folder(t)
	set := func(query string) {
		t.Helper()
		db, err := Open(ctx, d)
		if err != nil {
			t.Fatal(err)
		}
		if err := db.Write(ctx, func(tx *sql.Tx) error { _, err := tx.Exec(query); return err }); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	set("INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, 1)")
	if _, err := Open(ctx, d); !errors.Is(err, ErrNewer) {
		t.Errorf("to write: %v", err)
	}
	if _, err := OpenRead(ctx, d, false); !errors.Is(err, ErrNewer) {
		t.Errorf("to read: %v", err)
	}
	if err := os.WriteFile(path, []byte(strings.Repeat("no database ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(ctx, d); !errors.Is(err, ErrDamaged) {
		t.Errorf("damaged: %v", err)
	}
}

func TestOpenAtOnce(t *testing.T) {
	d, _ := folder(t)
	errs := make(chan error)
	const many = 8
	for range many {
		go func() {
			db, err := Open(context.Background(), d)
			if err == nil {
				err = db.Close()
			}
			errs <- err
		}()
	}
	for range many {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}
