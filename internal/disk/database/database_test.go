package database

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestAddress(t *testing.T) {
	for path, want := range map[string]string{
		"/a/b c.sqlite": "file:///a/b%20c.sqlite", "a?b/c#d%": "file:a%3Fb/c%23d%25", "/تقرير": "file:///%D8%AA%D9%82%D8%B1%D9%8A%D8%B1",
	} {
		if got := Address(path, nil); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

// TestExplain causes the errors.
func TestExplain(t *testing.T) {
	damaged, full, readOnly, alien := errors.New("damaged"), errors.New("full"), errors.New("read only"), errors.New("alien")
	m := Meaning{Damaged: damaged, Full: full, ReadOnly: readOnly, Alien: alien}
	do := func(path, query string, more map[string][]string) error {
		db, err := sql.Open("sqlite", Address(path, more))
		if err != nil {
			return err
		}
		defer db.Close()
		_, err = db.Exec(query)
		return err
	}
	dir := t.TempDir()
	good, bad := filepath.Join(dir, "good ?"), filepath.Join(dir, "bad")
	if err := do(good, "CREATE TABLE t (x)", nil); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(bad, make([]byte, 5000), 0o600); err != nil {
		t.Fatal(err)
	}
	ro := map[string][]string{"mode": {"ro"}}
	for _, c := range []struct {
		err, want error
	}{
		{do(bad, "SELECT * FROM t", nil), damaged},
		{do(good, "INSERT INTO t VALUES (randomblob(99999))", map[string][]string{"_pragma": {"max_page_count(2)"}}), full},
		{do(good, "INSERT INTO t VALUES (1)", ro), readOnly},
		{do(filepath.Join(dir, "none"), "SELECT * FROM t", ro), readOnly},
		{do(good, "SELECT none FROM t", nil), alien},
		{fs.ErrNotExist, fs.ErrNotExist},
	} {
		if err := m.Explain(m.Explain(c.err)); !errors.Is(err, c.want) || !errors.Is(err, c.err) {
			t.Errorf("%v: %v, want %v", c.err, err, c.want)
		}
	}
	if err := do(good, "INSERT INTO t VALUES (1)", ro); (Meaning{}).Explain(err) != err {
		t.Error("without a meaning it must stay as it is")
	}
	if !Missing(do(filepath.Join(dir, "none"), "SELECT 1 FROM t", ro)) || !Missing(do(good, "SELECT 1 FROM no", nil)) || Missing(do(bad, "SELECT 1 FROM t", nil)) {
		t.Error("missing")
	}
}
