package pipeline

import (
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"riwaya/internal/disk"
	"riwaya/internal/disk/disktest"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/pipeline/incoming"
)

// SQLite writes its files by itself, so what a crash could make of them is derived from what
// they were before and after each transaction, checkpoint and opening. Between these two:
//
//   - the write-ahead log has grown: any part of what is new may be there, in sectors;
//   - then, where pages went into the file (a checkpoint): the log is whole and synced, and
//     any part of what changed in the file may be there;
//   - the memory that processes share (-shm) may be gone, old, or nothing sensible.

// stored is the store's files at a moment; nil is one that is not there.
type stored struct{ db, wal, shm []byte }

func storedIn(path string) stored {
	read := func(name string) []byte {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil
		}
		return b
	}
	return stored{read(path), read(path + "-wal"), read(path + "-shm")}
}

func (s stored) write(t *testing.T, path string) {
	t.Helper()
	for name, b := range map[string][]byte{path: s.db, path + "-wal": s.wal, path + "-shm": s.shm} {
		if b == nil {
			_ = os.Remove(name)
		} else {
			must(t, os.WriteFile(name, b, 0o600))
		}
	}
}

// change is the store from one moment to the next, and how far the rest had come.
type change struct {
	what     string
	ops      int      // how many operations on the archive's files there had been
	from, to stored   // to is on disk for sure when the change is over
	ids      []string // what had been acknowledged before it began
	gone     bool     // the withdrawal was acknowledged
}

// recorder is a store that is watched.
type recorder struct {
	ledger.Store
	b       *bench
	m       *disktest.Memory
	changes *[]change
	ids     *[]string
	gone    *bool
}

func (r *recorder) during(what string, do func() error) error {
	c := change{what: what, ops: len(r.m.Ops()), from: storedIn(r.b.store), ids: slices.Clone(*r.ids), gone: *r.gone}
	err := do()
	c.to = storedIn(r.b.store)
	*r.changes = append(*r.changes, c)
	return err
}

// Apply of a withdrawal has a transaction, a checkpoint, and a transaction that notes it. What
// stands between them is seen on a copy, whose checkpoint a reader holds up.
func (r *recorder) Apply(ctx context.Context, all []ledger.Change, cursor int64) error {
	if all[0].Withdrawal == nil {
		return r.during("apply", func() error { return r.Store.Apply(ctx, all, cursor) })
	}
	begun := change{what: "withdraw", ops: len(r.m.Ops()), from: storedIn(r.b.store), ids: slices.Clone(*r.ids), gone: *r.gone}
	path := filepath.Join(r.b.t.TempDir(), "copy")
	begun.from.write(r.b.t, path)
	committed, moved := withdrawnOn(r.b.t, path, func(s ledger.Store) error { return s.Apply(ctx, all, cursor) })
	if err := r.Store.Apply(ctx, all, cursor); err != nil {
		return err
	}
	over := storedIn(r.b.store)
	if !bytes.Equal(moved.db, over.db) {
		r.b.t.Fatal("the copy is another")
	}
	for _, c := range []struct {
		what     string
		from, to stored
	}{{"withdraw", begun.from, committed}, {"withdraw, checkpoint", committed, moved}, {"withdraw, noted", moved, over}} {
		begun.what, begun.from, begun.to = c.what, c.from, c.to
		*r.changes = append(*r.changes, begun)
	}
	return nil
}

// withdrawnOn does a withdrawal on a store: what there is before its checkpoint, and after.
func withdrawnOn(t *testing.T, path string, do func(ledger.Store) error) (committed, moved stored) {
	t.Helper()
	s, err := sqlite.Open(context.Background(), path)
	must(t, err)
	db, err := sql.Open("sqlite", "file:"+path)
	must(t, err)
	tx, err := db.Begin()
	must(t, err)
	var n int
	must(t, tx.QueryRow("SELECT count(*) FROM articles").Scan(&n))
	if err := do(s); !errors.Is(err, ledger.ErrRead) {
		t.Fatalf("while it is read: %v", err)
	}
	committed = storedIn(path)
	must(t, tx.Rollback())
	_, err = db.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
	must(t, err)
	moved = storedIn(path)
	must(t, db.Close())
	must(t, s.Close())
	return committed, moved
}

func (r *recorder) Close() error { return r.during("close", r.Store.Close) }

const secret = "the words that a court has forbidden"

// wholeSources are what the ledger of these tests takes in: files with articles of several
// pages of the store each.
func wholeSources() (all []incoming.Source) {
	long := strings.Repeat("and so on and on. ", 300)
	var posts strings.Builder
	for n := range 6 {
		fmt.Fprintf(&posts, "{\"url\": \"https://outlet.example/%d\", \"text\": \"article number %d, %s\"}\n", n, n, long)
	}
	return []incoming.Source{file("a.jsonl", posts.String()), file("b.txt", "one text, "+long), file("secret.txt", secret+", "+long), file("c.txt", "another, "+long)}
}

const wholeArticles = 9

// recorded runs a ledger through its life: made, added to, opened again, withdrawn from, added to.
func recorded(t *testing.T) (b *bench, m *disktest.Memory, changes []change, ids []string, secretID string) {
	t.Helper()
	b = newBench(t)
	m = b.d.(*disktest.Memory)
	var gone bool
	r := &recorder{b: b, m: m, changes: &changes, ids: &ids, gone: &gone}
	b.o.Store = func(ctx context.Context) (ledger.Store, error) {
		return r, r.during("open", func() (err error) {
			r.Store, err = sqlite.Open(ctx, b.store)
			return err
		})
	}
	b.o.Progress = func(e Event) {
		if e.Kind == Read || e.Kind == Captured {
			ids = append(ids, e.ID)
			if e.Kind == Captured && e.Name == "secret.txt" {
				secretID = e.ID
			}
		}
	}
	ctx := context.Background()
	l := b.open()
	for _, s := range wholeSources()[:3] {
		must(t, l.Add(ctx, slices.Values([]incoming.Source{s}), AddOptions{Jobs: 1}))
	}
	must(t, l.Close())
	l = b.open()
	_, _, err := l.Withdraw(ctx, secretID, "a", "a court's order")
	must(t, err)
	gone = true
	must(t, l.Add(ctx, slices.Values(wholeSources()[3:]), AddOptions{Jobs: 1}))
	must(t, l.Close())
	return b, m, changes, ids, secretID
}

// chosen says which crashes are tried: a sample, whose seed is printed, or all of them where
// RIWAYA_CRASHES is all.
func chosen(t *testing.T, most int) (*rand.Rand, func(all []crash) []crash) {
	t.Helper()
	seed := time.Now().UnixNano()
	if n, err := strconv.ParseInt(os.Getenv("RIWAYA_CRASHES"), 10, 64); err == nil {
		seed = n
	}
	r := rand.New(rand.NewSource(seed))
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("the same again: RIWAYA_CRASHES=%d", seed)
		}
	})
	return r, func(all []crash) []crash {
		if os.Getenv("RIWAYA_CRASHES") == "all" {
			t.Logf("all %d crashes", len(all))
			return all
		}
		t.Logf("%d of %d crashes, seed %d", min(most, len(all)), len(all), seed)
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		return all[:min(most, len(all))]
	}
}

// TestCrashWhole stops the machine anywhere in the life of a whole ledger: archive, log, key,
// head, store. It opens by itself, is as it was logged, has whatever was acknowledged, what was
// withdrawn is gone from every file, and what was stopped can be done again.
func TestCrashWhole(t *testing.T) {
	b, m, changes, _, secretID := recorded(t)
	r, choose := chosen(t, 40)
	all := choose(crashes(m.Ops(), changes, r))
	for n, c := range all {
		after := newBench(t)
		after.now, after.store = b.now, filepath.Join(t.TempDir(), ledger.StoreName)
		if dir := "/dev/shm"; len(all) > 100 { // many syncs
			if d, err := os.MkdirTemp(dir, "riwaya"); err == nil {
				after.store = filepath.Join(d, ledger.StoreName)
				t.Cleanup(func() { _ = os.RemoveAll(d) })
			}
		}
		d := disktest.Crash(m.Ops(), c.ops, c.loss)
		after.d = d
		c.store.write(t, after.store)
		if c.gone {
			if at := standsIn(t, d, after.store); at != "" {
				t.Fatalf("%s, %s: its withdrawal was acknowledged, and its words stand in %s", c.name, c.loss, at)
			}
		}
		after.settle(c, secretID)
		if n%200 == 199 {
			t.Logf("%d", n+1)
		}
		_ = os.RemoveAll(filepath.Dir(after.store))
	}
}

// settle opens what a crash left, and holds it against what had been acknowledged.
func (b *bench) settle(c crash, secretID string) {
	t := b.t
	t.Helper()
	where := c.name + ", " + string(c.loss)
	l, err := Open(context.Background(), b.d, b.o)
	if err != nil {
		t.Fatalf("%s: %v", where, err)
	}
	_, err = l.Store.Capture(context.Background(), secretID)
	gone := errors.Is(err, ledger.ErrGone)
	if c.gone && !gone {
		t.Fatalf("%s: the withdrawal was acknowledged: %v", where, err)
	}
	for _, id := range c.ids {
		if err := has(l, id); err != nil && !(gone && errors.Is(err, ledger.ErrGone)) {
			t.Fatalf("%s: %s was acknowledged: %v", where, id, err)
		}
	}
	must(t, l.Close())
	if gone {
		if at := standsIn(t, b.d, b.store); at != "" {
			t.Fatalf("%s: it is withdrawn, and its words stand in %s", where, at)
		}
	}
	v, problems := b.verify()
	if len(problems) > 0 || gone != (v.Withdrawn > 0) {
		t.Fatalf("%s: %+v, %q", where, v, problems)
	}
	b.add(AddOptions{}, wholeSources()...)
	want := int64(wholeArticles)
	if gone {
		want--
	}
	if st := b.status("v1"); st.Articles != want || st.Records != want || st.Undone != 0 {
		t.Fatalf("%s: in the end %+v", where, st)
	}
	b.sound()
}

// has is an error where something that was acknowledged is not there.
func has(l *Ledger, id string) error {
	if strings.HasPrefix(id, "cap-") {
		_, err := l.Store.Capture(context.Background(), id)
		return err
	}
	v, err := l.Store.ReadBy(context.Background(), id)
	if err == nil && v != "v1" {
		err = ledger.ErrUnknown
	}
	return err
}

// standsIn is the name of a file in which the secret stands, packed or not; "" if none.
func standsIn(t *testing.T, d disk.FS, store string) string {
	t.Helper()
	files := map[string][]byte{}
	if m, ok := d.(interface{ Files() map[string][]byte }); ok {
		files = m.Files()
	}
	all, err := filepath.Glob(filepath.Join(filepath.Dir(store), "*"))
	must(t, err)
	for _, name := range all {
		b, err := os.ReadFile(name)
		must(t, err)
		files[filepath.Base(name)] = b
	}
	for name, b := range files {
		if bytes.Contains(b, []byte(secret)) {
			return name
		}
		for strings.HasSuffix(name, ".gz") && len(b) > 0 {
			in := bytes.NewReader(b)
			z, err := gzip.NewReader(in)
			if err != nil {
				break // what is torn behind the last record
			}
			z.Multistream(false)
			text, err := io.ReadAll(z)
			if bytes.Contains(text, []byte(secret)) {
				return name
			}
			if err != nil {
				break
			}
			b = b[len(b)-in.Len():]
		}
	}
	return ""
}
