package pipeline

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"riwaya/internal/disk"
	"riwaya/internal/disk/disktest"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
)

// split is a ledger's folder of which the store's files are on this machine, as SQLite wants
// them, and the others in memory. step, if not nil, is called after every change of a name.
type split struct {
	*disktest.Memory
	store disk.System
	step  func(what string)
}

func isStore(name string) bool { return strings.HasPrefix(name, ledger.StoreName) }

func (s *split) stepped(what string, err error) error {
	if err == nil && s.step != nil {
		s.step(what)
	}
	return err
}

func (s *split) Remove(name string) error {
	if isStore(name) {
		return s.stepped("remove "+name, s.store.Remove(name))
	}
	return s.Memory.Remove(name)
}

func (s *split) Rename(from, to string) error {
	if isStore(from) {
		return s.stepped("rename "+from, s.store.Rename(from, to))
	}
	return s.Memory.Rename(from, to)
}

func (s *split) SyncDir(dir string) error {
	return s.stepped("sync "+dir, s.Memory.SyncDir(dir))
}

func (s *split) List(dir string) ([]string, error) {
	names, err := s.Memory.List(dir)
	if dir == "." && err == nil {
		var more []string
		more, err = s.store.List(dir)
		names = append(names, more...)
	}
	return names, err
}

// TestCrashInRepair stops the machine anywhere in a repair: the ledger opens by itself with all
// that was acknowledged, what was withdrawn stays withdrawn, and nothing is left of the half of a
// new store.
func TestCrashInRepair(t *testing.T) {
	old, _, _, ids, secretID := recorded(t)
	held, err := sqlite.Open(context.Background(), old.store)
	must(t, err)
	// A store with a log of its own, as a run that was killed leaves one.
	must(t, held.Apply(context.Background(), []ledger.Change{{Done: &ledger.Done{Capture: ids[0], Version: "v2"}}}, 0))
	left := storedIn(old.store)
	must(t, held.Close())
	if len(left.wal) == 0 {
		t.Fatal("it has no log")
	}
	dir := t.TempDir()
	d, err := disk.Folder(dir)
	must(t, err)
	left.write(t, filepath.Join(dir, ledger.StoreName))
	type state struct {
		what  string
		files map[string][]byte // of the store
		rest  map[string][]byte
	}
	var states []state
	s := &split{Memory: disktest.From(old.d.(*disktest.Memory).Files()), store: d}
	s.step = func(what string) {
		one := state{what, map[string][]byte{}, s.Files()}
		names, err := d.List(".")
		must(t, err)
		for _, n := range names {
			one.files[n], err = os.ReadFile(filepath.Join(dir, n))
			must(t, err)
		}
		states = append(states, one)
	}
	s.step("before")
	open := func(ctx context.Context, name string) (ledger.Store, error) {
		st, err := sqlite.Open(ctx, filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		return stepping{st, func() { s.step("apply") }}, nil
	}
	o := old.o
	o.Progress = nil
	r, err := Repair(context.Background(), s, o, open)
	if err != nil || len(r.Notices) > 0 || r.Records == 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	s.step("after")
	if len(states) < 8 {
		t.Fatalf("%d states", len(states))
	}
	for _, c := range states {
		after := newBench(t)
		after.now = old.now
		for n, b := range c.files {
			must(t, os.WriteFile(filepath.Join(filepath.Dir(after.store), n), b, 0o600))
		}
		f, err := disk.Folder(filepath.Dir(after.store))
		must(t, err)
		after.d = &split{Memory: disktest.From(c.rest), store: f}
		after.settle(crash{name: fmt.Sprintf("repair, after %s", c.what), ids: ids, gone: true}, secretID)
		if names, err := f.List("."); err != nil || slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, next) }) {
			t.Fatalf("after %s: %q, %v", c.what, names, err)
		}
	}
}

// stepping is a store after each of whose changes something is done.
type stepping struct {
	ledger.Store
	step func()
}

func (s stepping) Apply(ctx context.Context, all []ledger.Change, cursor int64) error {
	err := s.Store.Apply(ctx, all, cursor)
	s.step()
	return err
}

// TestRepairDamaged makes a store anew that cannot be opened, and one with an altered row.
func TestRepairDamaged(t *testing.T) {
	old, _, _, ids, secretID := recorded(t)
	good, err := os.ReadFile(old.store)
	must(t, err)
	for n, damage := range []func([]byte) []byte{
		func(b []byte) []byte { return b[:len(b)/2] },
		func(b []byte) []byte { clear(b[:100]); return b },
		func(b []byte) []byte { clear(b[8192*3 : 8192*5]); return b },
		func([]byte) []byte { return nil },
	} {
		b := newBench(t)
		b.now = old.now
		must(t, os.WriteFile(b.store, damage(slices.Clone(good)), 0o600))
		f, err := disk.Folder(filepath.Dir(b.store))
		must(t, err)
		b.d = &split{Memory: disktest.From(old.d.(*disktest.Memory).Files()), store: f}
		if n < 3 {
			if l, err := Open(context.Background(), b.d, b.o); err == nil {
				_, err = l.Store.Status(context.Background(), "v1")
				if err == nil {
					wrong, e := l.Store.Sound(context.Background())
					if err = e; e == nil && len(wrong) > 0 {
						err = ledger.ErrDamaged
					}
				}
				_ = l.close()
				if !errors.Is(err, ledger.ErrDamaged) {
					t.Fatalf("damage %d: %v", n, err)
				}
			} else if !errors.Is(err, ledger.ErrDamaged) {
				t.Fatalf("damage %d: %v", n, err)
			}
		}
		_, err = Repair(context.Background(), b.d, b.o, func(ctx context.Context, name string) (ledger.Store, error) {
			return sqlite.Open(ctx, filepath.Join(filepath.Dir(b.store), name))
		})
		must(t, err)
		b.settle(crash{name: fmt.Sprintf("damage %d", n), ids: ids, gone: true}, secretID)
	}
}
