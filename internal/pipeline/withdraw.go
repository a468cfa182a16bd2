package pipeline

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"riwaya/internal/archive"
	"riwaya/internal/custody"
	"riwaya/internal/ledger"
)

// ErrPart is an article that stands in a file with others, and cannot go alone.
var ErrPart = errors.New("it stands in a file with others")

// Withdraw takes a capture and all that was read of it away, or an article that is the
// whole of its capture. The log says what went, when, why and by whom; the bytes are gone
// from archive and store. It returns what went, and the captures in which the same articles
// appear, whose bytes are still there.
func (l *Ledger) Withdraw(ctx context.Context, id, who, reason string) (w ledger.Withdrawal, others []string, err error) {
	if strings.TrimSpace(reason) == "" {
		return w, nil, errors.New("a withdrawal needs a reason")
	}
	f, err := l.Store.Find(ctx, id)
	if err != nil {
		return w, nil, err
	}
	if f.Article != "" && !f.Alone {
		return w, nil, fmt.Errorf("%s: %w: withdraw %s as a whole, and add the file again without it", f.Article, ErrPart, f.Capture)
	}
	whole, err := l.Store.Find(ctx, f.Capture)
	if err != nil {
		return w, nil, err
	}
	c, err := l.Store.Capture(ctx, f.Capture)
	if err != nil {
		return w, nil, err
	}
	w = ledger.Withdrawal{Who: who, Reason: reason, Leaves: whole.Leaves, Gone: []ledger.Gone{{ID: c.ID, Sum: c.Sum}}}
	for _, a := range whole.Articles {
		w.Gone = append(w.Gone, ledger.Gone{ID: a})
	}
	if w.At, err = l.now(); err != nil {
		return w, nil, err
	}
	p, err := custody.PackWithdrawal(&w)
	if err != nil {
		return w, nil, err
	}
	out, err := l.Archive.Append([]archive.Packed{p})
	if err != nil {
		return w, nil, err
	}
	w.Leaf = out[0].N
	if err := l.blank(out[0]); err != nil {
		return w, nil, err
	}
	return w, whole.Others, l.Store.Apply(ctx, []ledger.Change{{Withdrawal: &w}}, l.Archive.Size())
}
