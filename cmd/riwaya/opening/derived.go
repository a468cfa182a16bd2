package opening

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/derived"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/pipeline"
	"riwaya/internal/show/terminal"
)

// Stale are the errors with which what is there is used as it is, and the user is told.
type Stale []error

// of is that of the errors which an error is, nil where it is none.
func (all Stale) of(err error) error {
	for _, e := range all {
		if errors.Is(err, e) {
			return e
		}
	}
	return nil
}

// kept is a file that is made from the store: see package derived.
type kept interface {
	Behind(context.Context, derived.Store) (int64, error)
	Usable(context.Context) (bool, error)
	Close() error
}

// OpenDerived opens such a file of a ledger, as it is where nothing can be written.
func OpenDerived[F kept](ctx context.Context, d disk.System, name string, open func(path string, immutable bool) (F, error)) (x F, err error) {
	path, err := d.Path(name)
	if err != nil {
		return x, err
	}
	if x, err = open(path, false); err != nil {
		return x, err
	}
	if usable, err := x.Usable(ctx); usable || err != nil {
		return x, nil // what is wrong the update says
	}
	// A file where nothing can be written, not even memory shared, looks like none.
	left, err := open(path, true)
	if err != nil {
		return x, nil
	}
	if usable, err := left.Usable(ctx); usable && err == nil {
		return left, x.Close()
	}
	return x, left.Close()
}

// MadeAnew does something once more where the error of the first time is that such a file is
// damaged: all that it has stands in the store, so it is thrown away.
func MadeAnew(d disk.System, name string, damaged, first error, again func() error) error {
	if !errors.Is(first, damaged) {
		return first
	}
	if err := pipeline.RemoveStore(d, name); err != nil {
		return err
	}
	return again()
}

// idsOf are the IDs of what was withdrawn.
func idsOf(gone []ledger.Gone) (ids []string) {
	for _, g := range gone {
		ids = append(ids, g.ID)
	}
	return ids
}

// KeepUp brings a file to where the store is. Where that cannot be, what is there is used, and
// the user is told what of it is not there: "is not searched".
func KeepUp(ctx context.Context, s cli.Streams, f kept, store *sqlite.Store, update func(derived.Progress) error, used Stale, missing string) error {
	behind, err := f.Behind(ctx, store)
	if err != nil {
		return err
	}
	total := behind
	if behind < 0 { // from the beginning
		if total, err = store.Pending(ctx, 0, 1<<62); err != nil {
			return err
		}
	}
	consumed := new(atomic.Int64)
	bar := cli.NewProgress(s.Err, total, consumed)
	err = update(func(done, _ int64) {
		consumed.Store(done)
		bar.Read.Store(done)
	})
	bar.End()
	why := used.of(err)
	if why == nil {
		return err
	}
	if usable, e := f.Usable(ctx); e != nil || !usable {
		return errors.Join(err, e)
	}
	fmt.Fprintf(s.Err, "riwaya: %s; what was added last %s\n", terminal.Plain(why.Error()), missing)
	return nil
}
