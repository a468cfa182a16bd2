package opening

import (
	"context"
	"errors"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/derived"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/pipeline"
	"riwaya/internal/search/index"
	"riwaya/internal/search/term"
	"riwaya/lexicon"
)

// IndexName is the file of the index in a ledger's folder. It can be deleted.
const IndexName = "index.sqlite"

// OpenedIndex is the index of a ledger with what its words are compared by, or why it is not open.
type OpenedIndex struct {
	*index.Index
	Terms *term.Terms
	Err   error
}

// LoadIndex opens the index of a ledger; what is wrong with it stands in what is returned.
func LoadIndex(ctx context.Context, d disk.System) (o OpenedIndex) {
	if o.Terms, o.Err = term.Load(lexicon.Embedded()); o.Err == nil {
		o.Index, o.Err = openIndex(ctx, d, o.Terms)
	}
	return o
}

// WithIndex brings the index of a ledger up to date and asks it. One that is damaged is
// made anew, once: all that it has stands in the store.
func WithIndex(ctx context.Context, s cli.Streams, d disk.System, store *sqlite.Store, first OpenedIndex, ask func(*index.Index, *term.Terms) error) error {
	once := func(o OpenedIndex) (err error) {
		if o.Err != nil {
			return o.Err
		}
		defer func() { err = errors.Join(err, o.Close()) }()
		update := func(p derived.Progress) error { return o.Update(ctx, store, p) }
		if err := KeepUp(ctx, s, o.Index, store, update, staleIndex, "is not searched"); err != nil {
			return err
		}
		return ask(o.Index, o.Terms)
	}
	return MadeAnew(d, IndexName, index.ErrDamaged, once(first), func() error { return once(LoadIndex(ctx, d)) })
}

// openIndex opens the index of a ledger, as it is where nothing can be written.
func openIndex(ctx context.Context, d disk.System, terms *term.Terms) (*index.Index, error) {
	return OpenDerived(ctx, d, IndexName, func(path string, immutable bool) (*index.Index, error) { return index.Open(path, terms, immutable) })
}

var staleIndex = Stale{index.ErrBusy, index.ErrReadOnly, index.ErrFull}

// IndexNew brings the index up to date after an add, which no longer holds the ledger. It is
// no part of what add promises: what goes wrong here the next search sees, and says. It
// reports whether it was left to end.
func IndexNew(ctx context.Context, s cli.Streams, d disk.System) bool {
	if store, err := ReadStore(d); err == nil && store != nil {
		_ = WithIndex(ctx, s, d, store, LoadIndex(ctx, d), func(*index.Index, *term.Terms) error { return nil })
		_ = store.Close() // read only: nothing can be lost
	}
	return ctx.Err() == nil
}

// Forget takes what was withdrawn out of the index with its words; where that cannot be
// done, the whole index, which the next search makes anew.
func Forget(ctx context.Context, d disk.System, gone []ledger.Gone) error {
	x := LoadIndex(ctx, d)
	if x.Err != nil {
		return x.Err
	}
	if err := errors.Join(x.Forget(ctx, idsOf(gone)), x.Close()); err != nil {
		return pipeline.RemoveStore(d, IndexName)
	}
	return nil
}
