package pipeline

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"riwaya/internal/disk"
	"riwaya/internal/ledger"
)

// next is where a store is made anew.
const next = ledger.StoreName + ".new"

// removeHalf removes what a repair that was cut short has left: no later withdrawal would
// reach it.
func removeHalf(d disk.FS) error {
	names, err := d.List(".")
	if err != nil || !slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, next) }) {
		return err
	}
	return RemoveStore(d, next)
}

// Repaired says what a store was made anew from.
type Repaired struct {
	Records int64    // leaves of the log
	Notices []string // what was found and put right, or left out, in words for the user
}

// Repair makes the store anew from archive and log, beside the old one, and puts it in its
// place when it is whole. open opens a store in a file of the folder. o.Store is not asked.
//
// Whenever it is cut short, there is the old store as it was, none, or the new one; a ledger
// without a store has it made when it is opened next.
func Repair(ctx context.Context, d disk.FS, o Options, open func(ctx context.Context, name string) (ledger.Store, error)) (r Repaired, err error) {
	o.Lost = true
	o.Store = func(ctx context.Context) (ledger.Store, error) { return open(ctx, next) }
	l, err := Open(ctx, d, o)
	if err != nil {
		return r, err
	}
	r = Repaired{l.Archive.Size(), l.Notices}
	// The lock is held until the new store stands in its place.
	return r, l.CloseWith(func() error {
		if err := RemoveStore(d, ledger.StoreName); err != nil {
			return err
		}
		if err := d.Rename(next, ledger.StoreName); err != nil {
			return err
		}
		return d.SyncDir(".")
	})
}

// RemoveStore removes a file of SQLite with its write-ahead log. The file goes first, for
// good: one without its log could be torn and look whole, but a log without its file is
// nothing.
func RemoveStore(d disk.FS, name string) error {
	for _, n := range []string{name, name + "-wal", name + "-shm"} {
		if err := d.Remove(n); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err := d.SyncDir("."); err != nil {
			return err
		}
	}
	return nil
}
