package main

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
)

// shelved is a ledger with one article that is indexed and one that is not.
func shelved(t *testing.T) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "ledger")
	for _, text := range []string{"قال الوزير إن الجسر مغلق", "قال الوزير إن الطريق مغلق"} {
		file := filepath.Join(t.TempDir(), "a.txt")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if code, _, messages := call("", "add", "--ledger", dir, file); code != cli.OK {
			t.Fatal(messages)
		}
		if text == "قال الوزير إن الجسر مغلق" {
			continue
		}
		// As if the second had come from a run that was killed before it was indexed.
		db := openSQL(t, filepath.Join(dir, opening.IndexName))
		if _, err := db.Exec("UPDATE made_from SET cursor = cursor - 1, mark = -1"); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func openSQL(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return db
}

// TestSearchBusy searches while another process writes the index: what there is is found,
// and the user is told that more may be.
func TestSearchBusy(t *testing.T) {
	if testing.Short() {
		t.Skip("waits as long as a search does")
	}
	dir := shelved(t)
	db := openSQL(t, filepath.Join(dir, opening.IndexName))
	if _, err := db.Exec("BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	code, out, messages := call("", "search", "--ledger", dir, "الجسر")
	if code != cli.OK || !strings.Contains(out, "1 article\n") {
		t.Errorf("exit code %d, %q, %q", code, out, messages)
	}
	if want := "riwaya: another process is bringing the index up to date; what was added last is not searched\n"; messages != want {
		t.Errorf("%q", messages)
	}
	if _, err := db.Exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	if code, out, messages := call("", "search", "--ledger", dir, "الوزير"); code != cli.OK || !strings.Contains(out, "2 articles\n") || messages != "" {
		t.Errorf("exit code %d, %q, %q", code, out, messages)
	}
}

func TestSearchInterrupted(t *testing.T) {
	dir := shelved(t)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var out, messages bytes.Buffer
	code := run(ctx, []string{"search", "--ledger", dir, "الجسر"}, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &messages})
	if code != cli.Interrupted || out.Len() > 0 || !strings.HasPrefix(messages.String(), "riwaya: interrupted; ") {
		t.Errorf("exit code %d, %q, %q", code, out.String(), messages.String())
	}
}
