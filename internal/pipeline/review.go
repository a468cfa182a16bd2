package pipeline

import (
	"context"

	"riwaya/internal/archive"
	"riwaya/internal/custody"
	"riwaya/internal/ledger"
)

// Review enters what a person decided: in archive and log, then in the store. The leaf and the
// time are set here.
func (l *Ledger) Review(ctx context.Context, r *ledger.Review) (err error) {
	if r.At, err = l.now(); err != nil {
		return err
	}
	p, err := custody.PackReview(r, l.Archive.Size())
	if err != nil {
		return err
	}
	out, err := l.Archive.Append([]archive.Packed{p})
	if err != nil {
		return err
	}
	r.Leaf = out[0].N
	return l.Store.Apply(ctx, []ledger.Change{{Review: r}}, l.Archive.Size())
}
