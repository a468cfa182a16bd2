package main

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"riwaya/internal/derived"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/pipeline"
	"riwaya/internal/search/index"
	"riwaya/internal/search/term"
	"riwaya/internal/show"
	"riwaya/lexicon"
)

// indexName is the file of the index in a ledger's folder. It can be deleted.
const indexName = "index.sqlite"

// openedIndex is the index of a ledger with what its words are compared by, or why it is not open.
type openedIndex struct {
	*index.Index
	terms *term.Terms
	err   error
}

func loadIndex(ctx context.Context, d disk.System) (o openedIndex) {
	if o.terms, o.err = term.Load(lexicon.Embedded()); o.err == nil {
		o.Index, o.err = openIndex(ctx, d, o.terms)
	}
	return o
}

// withIndex brings the index of a ledger up to date and asks it. One that is damaged is
// made anew, once: all that it has stands in the store.
func withIndex(ctx context.Context, s streams, d disk.System, store *sqlite.Store, first openedIndex, ask func(*index.Index, *term.Terms) error) error {
	once := func(o openedIndex) (err error) {
		if o.err != nil {
			return o.err
		}
		defer func() { err = errors.Join(err, o.Close()) }()
		update := func(p derived.Progress) error { return o.Update(ctx, store, p) }
		if err := keepUp(ctx, s, o.Index, store, update, staleIndex, "is not searched"); err != nil {
			return err
		}
		return ask(o.Index, o.terms)
	}
	err := once(first)
	if !errors.Is(err, index.ErrDamaged) {
		return err
	}
	if err := pipeline.RemoveStore(d, indexName); err != nil {
		return err
	}
	return once(loadIndex(ctx, d))
}

// openIndex opens the index of a ledger, as it is where nothing can be written.
func openIndex(ctx context.Context, d disk.System, terms *term.Terms) (*index.Index, error) {
	path, err := d.Path(indexName)
	if err != nil {
		return nil, err
	}
	x, err := index.Open(path, terms, false)
	if err != nil {
		return nil, err
	}
	if usable, err := x.Usable(ctx); usable || err != nil {
		return x, nil // what is wrong the update says
	}
	// An index where nothing can be written, not even memory shared, looks like none.
	left, err := index.Open(path, terms, true)
	if err != nil {
		return x, nil
	}
	if usable, err := left.Usable(ctx); usable && err == nil {
		return left, x.Close()
	}
	return x, left.Close()
}

// stale are the errors with which what is there is used as it is, and the user is told.
type stale []error

var staleIndex = stale{index.ErrBusy, index.ErrReadOnly, index.ErrFull}

// of is that of the errors which an error is, nil where it is none.
func (all stale) of(err error) error {
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
}

// keepUp brings a file to where the store is. Where that cannot be, what is there is used, and
// the user is told what of it is not there: "is not searched".
func keepUp(ctx context.Context, s streams, f kept, store *sqlite.Store, update func(derived.Progress) error, used stale, missing string) error {
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
	bar := newProgress(s.Err, total, consumed)
	err = update(func(done, _ int64) {
		consumed.Store(done)
		bar.read.Store(done)
	})
	bar.end()
	why := used.of(err)
	if why == nil {
		return err
	}
	if usable, e := f.Usable(ctx); e != nil || !usable {
		return errors.Join(err, e)
	}
	fmt.Fprintf(s.Err, "riwaya: %s; what was added last %s\n", show.Plain(why.Error()), missing)
	return nil
}

// indexNew brings the index up to date after an add, which no longer holds the ledger. It is
// no part of what add promises: what goes wrong here the next search sees, and says. It
// reports whether it was left to end.
func indexNew(ctx context.Context, s streams, d disk.System) bool {
	if store, err := readStore(d); err == nil && store != nil {
		_ = withIndex(ctx, s, d, store, loadIndex(ctx, d), func(*index.Index, *term.Terms) error { return nil })
		_ = store.Close() // read only: nothing can be lost
	}
	return ctx.Err() == nil
}

// forget takes what was withdrawn out of the index with its words; where that cannot be
// done, the whole index, which the next search makes anew.
func forget(ctx context.Context, d disk.System, gone []ledger.Gone) error {
	x := loadIndex(ctx, d)
	if x.err != nil {
		return x.err
	}
	var ids []string
	for _, g := range gone {
		ids = append(ids, g.ID)
	}
	if err := errors.Join(x.Forget(ctx, ids), x.Close()); err != nil {
		return pipeline.RemoveStore(d, indexName)
	}
	return nil
}
