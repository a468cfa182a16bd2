package shelf

import (
	"context"
	"sync"

	sharing "riwaya/internal/outlet"
)

// latest is what outlets have from others as it was last counted: all copies are looked through for it,
// which takes some tenths of a second.
type latest struct {
	mu   sync.Mutex
	all  *sharing.All
	key  string // of the edition that it is of
	busy bool   // it is being counted anew
}

// none reports whether nothing was counted yet.
func (l *latest) none() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.all == nil
}

// of is the edition that was counted.
func (l *latest) of() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.key
}

// Shares say what outlets have from others. Where the ledger has changed since it was counted, that
// is what is given, and it is counted anew meanwhile: it says itself among how many reports.
func (s *Shelf) Shares(ctx context.Context) (*sharing.All, error) {
	l, now := &s.shares, s.key()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.all == nil { // who asks next waits for it, too
		all, err := sharing.Sum(ctx, s.Found, s.Store)
		if err == nil {
			l.all, l.key = all, now
		}
		return all, err
	}
	if l.key != now && !l.busy {
		l.busy = true
		go s.count(context.WithoutCancel(ctx), now)
	}
	return l.all, nil
}

// count counts anew.
func (s *Shelf) count(ctx context.Context, key string) {
	all, err := sharing.Sum(ctx, s.Found, s.Store)
	l := &s.shares
	l.mu.Lock()
	defer l.mu.Unlock()
	l.busy = false
	if err == nil { // else the next who asks has it tried again
		l.all, l.key = all, key
	}
}
