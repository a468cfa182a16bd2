package pipeline

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"riwaya/internal/disk/disktest"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline/incoming"
)

// TestFull lets the disk be full after so many writes: an error that says so, nothing that
// was acknowledged is lost, and the run goes on when there is space again.
func TestFull(t *testing.T) {
	full := errors.New("no space left on device")
	for after := 0; after < 30; after += 3 {
		b := newBench(t)
		m := b.d.(*disktest.Memory)
		must(t, b.open().Close())
		l := b.open()
		n := 0
		m.Fail = func(op disktest.Op) error {
			if op.Kind == disktest.Write {
				if n++; n > after {
					return full
				}
			}
			return nil
		}
		var acknowledged []string
		l.o.Progress = func(e Event) {
			if e.Kind == Read {
				acknowledged = append(acknowledged, e.ID)
			}
		}
		sources := slices.Values([]incoming.Source{file("a.jsonl", lines(0, 500))})
		if err := l.Add(context.Background(), sources, AddOptions{Jobs: 2}); err == nil && after < 10 || err != nil && !errors.Is(err, full) {
			t.Fatalf("after %d writes: %v", after, err)
		}
		m.Fail = nil
		must(t, l.Close())
		b.sound()
		l = b.open()
		for _, id := range acknowledged {
			if v, err := l.Store.ReadBy(context.Background(), id); err != nil || v != "v1" {
				t.Fatalf("%s was acknowledged: %q, %v", id, v, err)
			}
		}
		must(t, l.Close())
		b.add(AddOptions{}, file("a.jsonl", lines(0, 500)))
		if st := b.status("v1"); st.Articles != 500 || st.Records != 500 {
			t.Fatalf("%+v", st)
		}
		b.sound()
	}
}

// moment is what was acknowledged at some point, and what the store was then.
type moment struct {
	ops   int    // how many operations on files there had been
	store []byte // the store's file, as its last transaction left it
	ids   []string
}

// TestCrash stops the machine after each operation on the archive's files, in every way;
// the store's file is then as one of its transactions left it, for SQLite keeps that
// promise, or is lost. The ledger opens, is as it was logged, has whatever was
// acknowledged, and the run that was stopped comes to its end.
func TestCrash(t *testing.T) {
	b := newBench(t)
	m := b.d.(*disktest.Memory)
	sources := []incoming.Source{file("a.jsonl", lines(0, 150)), file("b.txt", "one text")}
	var moments []moment
	keep := func(l *Ledger, ids []string) {
		// A copy of the whole, as SQLite makes one while it is in use.
		name := filepath.Join(t.TempDir(), "copy")
		must(t, copyStore(b.store, name))
		c, err := os.ReadFile(name)
		must(t, err)
		moments = append(moments, moment{len(m.Ops()), c, slices.Clone(ids)})
	}
	l := b.open()
	keep(l, nil)
	var ids []string
	l.o.Progress = func(e Event) {
		if e.Kind == Read || e.Kind == Captured {
			ids = append(ids, e.ID)
		}
		if len(ids) == 1 || len(ids)%40 == 0 || len(ids) == 153 {
			keep(l, ids)
		}
	}
	must(t, l.Add(context.Background(), slices.Values(sources), AddOptions{Jobs: 1}))
	keep(l, ids)
	must(t, l.Close())
	ops := m.Ops()
	step := 1
	if testing.Short() {
		step = 7
	}
	for n := 0; n <= len(ops); n += step {
		for i, loss := range disktest.Losses {
			if n%len(disktest.Losses) != i && n < len(ops) { // each in turn: package archive's own test takes all
				continue
			}
			now := moment{}
			for _, k := range moments {
				if k.ops <= n {
					now = k
				}
			}
			for k, store := range [][]byte{now.store, nil} { // in turn as well
				if n%2 != k && n < len(ops) {
					continue
				}
				after := newBench(t)
				after.now = b.now
				after.d = disktest.Crash(ops, n, loss)
				if store == nil {
					after.o.Lost = true
				} else {
					must(t, os.WriteFile(after.store, store, 0o600))
				}
				l, err := Open(context.Background(), after.d, after.o)
				if err != nil {
					t.Fatalf("after %d, %s: %v", n, loss, err)
				}
				for _, id := range now.ids {
					if strings.HasPrefix(id, "cap-") {
						_, err = l.Store.Capture(context.Background(), id)
					} else {
						var v string
						if v, err = l.Store.ReadBy(context.Background(), id); v != "v1" {
							err = errors.Join(err, ledger.ErrUnknown)
						}
					}
					if err != nil {
						t.Fatalf("after %d, %s: %s was acknowledged: %v", n, loss, id, err)
					}
				}
				must(t, l.Close())
				after.sound()
				after.add(AddOptions{}, sources...)
				if st := after.status("v1"); st.Articles != 151 || st.Records != 151 || st.Captures != 2 {
					t.Fatalf("after %d, %s: in the end %+v", n, loss, st)
				}
				after.sound()
			}
		}
	}
}
