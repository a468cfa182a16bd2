package main

import (
	"context"
	"errors"

	"riwaya/internal/derived"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/pipeline"
	"riwaya/internal/search/index"
	"riwaya/internal/search/term"
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
	return madeAnew(d, indexName, index.ErrDamaged, once(first), func() error { return once(loadIndex(ctx, d)) })
}

// openIndex opens the index of a ledger, as it is where nothing can be written.
func openIndex(ctx context.Context, d disk.System, terms *term.Terms) (*index.Index, error) {
	return openDerived(ctx, d, indexName, func(path string, immutable bool) (*index.Index, error) { return index.Open(path, terms, immutable) })
}

var staleIndex = stale{index.ErrBusy, index.ErrReadOnly, index.ErrFull}

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
	if err := errors.Join(x.Forget(ctx, idsOf(gone)), x.Close()); err != nil {
		return pipeline.RemoveStore(d, indexName)
	}
	return nil
}
