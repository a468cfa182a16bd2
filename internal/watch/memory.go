package watch

import (
	"context"
	"errors"
	"slices"
	"time"

	"riwaya/internal/feed"
	"riwaya/internal/follow"
	"riwaya/internal/ledger"
)

// memory is what is known of lists and pages: of lists what they said last in this run, and
// all else in the ledger.
type memory struct {
	o     *Options
	lists map[string]*list
	named map[string]bool // addresses that the user named
	store ledger.Store    // of this round
	now   time.Time
	left  int
}

// list is what is known of a list in this run.
type list struct {
	sum, found string // of what it announced last, and the ID of the capture in which that stands
	version    follow.Version
	feed       *feed.Feed // of one that leads to lists: these are asked for each time
	met, rest  bool       // it was followed in this run; it has more than was taken
}

func (m *memory) begin(s ledger.Store, now time.Time) { m.store, m.now, m.left = s, now, 0 }

// list is what is known of a list, from now on.
func (m *memory) list(address string) *list {
	l := m.lists[address]
	if l == nil {
		l = &list{}
		m.lists[address] = l
	}
	return l
}

// List is how a list is asked for: what it was last is had already, so the server may say that
// it is unmodified. One that could not be got is left alone for a while.
func (m *memory) List(ctx context.Context, address string) (follow.Request, bool, error) {
	r := follow.Request{URL: address, Keep: true}
	a, err := m.store.Address(ctx, address)
	switch {
	case errors.Is(err, ledger.ErrGone):
		return r, false, nil
	case err != nil:
		return r, false, err
	case m.named[address] && a.Capture != "" && feed.KindOf(a.Media) == "": // a page: see due
		return r, false, nil
	}
	if !m.o.Once && m.now.Before(rested(a)) {
		return r, false, nil
	}
	l := m.list(address)
	switch {
	case l.rest: // what it has more must be seen
	case l.met:
		r.ETag, r.LastModified, r.Same = l.version.ETag, l.version.LastModified, l.version.ID
	case a.Capture != "":
		r.ETag, r.LastModified, err = validators(m.o.Ledger, a.Leaf)
		r.Same = a.Capture
		l.version = follow.Version{ID: r.Same, ETag: r.ETag, LastModified: r.LastModified}
	}
	return r, err == nil, err
}

// rested is until when a list is left alone that could not be got, or is gone.
func rested(a ledger.Address) time.Time {
	switch m := a.Missed; {
	case m != nil && m.Again:
		return m.At.Add(Pause(m.Tries))
	case m != nil:
		return m.At.Add(longest)
	case !a.GoneSince.IsZero():
		return a.Last.Add(longest)
	}
	return time.Time{}
}

// Listed says what of a list is news. What it announced before a crash may not have been taken up:
// so it is followed once in each run whatever it says.
func (m *memory) Listed(ctx context.Context, address string, f *feed.Feed, v follow.Version) (*feed.Feed, string, bool, error) {
	l := m.list(address)
	if l.sum == "" {
		if err := m.remember(ctx, address, l); err != nil {
			return nil, "", false, err
		}
	}
	all := !l.met || l.rest
	keep := false
	if f != nil {
		l.version, l.rest = v, false
		if keep = f.Sum != l.sum; keep {
			l.sum, l.found = f.Sum, v.ID
		}
	} else if f = l.feed; f == nil { // unmodified
		l.rest = !l.met // what it was cannot be read: the whole is asked for
		return nil, "", false, nil
	}
	if l.feed = nil; f.Kind.Level() > 1 {
		l.feed = f
	}
	if l.met = true; !all && !keep && l.feed == nil {
		return nil, "", false, nil
	}
	return f, l.found, keep, nil
}

// remember reads what the ledger has of a list. What cannot be read is as if it were new.
func (m *memory) remember(ctx context.Context, address string, l *list) error {
	a, err := m.store.Address(ctx, address)
	if err != nil || a.Capture == "" || feed.KindOf(a.Media) == "" {
		return err
	}
	c, err := m.store.Capture(ctx, a.Capture)
	if err != nil {
		return err
	}
	b, err := payload(m.o.Ledger, c.Leaf)
	if err != nil {
		return nil
	}
	f, err := feed.Parse(b, feed.Options{Base: c.URL})
	if err != nil {
		return nil
	}
	l.sum, l.found, l.feed, l.version.ID = f.Sum, c.ID, f, c.ID
	return nil
}

// Page asks for what never answered and was not tried a short while ago. What is known is for due.
func (m *memory) Page(ctx context.Context, address string) (follow.Request, bool, error) {
	r := follow.Request{URL: address, Keep: true}
	a, err := m.store.Address(ctx, address)
	switch {
	case errors.Is(err, ledger.ErrGone): // something was withdrawn from it
		return r, false, nil
	case err != nil || !a.First.IsZero():
		return r, false, err
	}
	next, ever := Next(a)
	return r, ever && !next.After(m.now), nil
}

// Left remembers that a list is to be read again, whole.
func (m *memory) Left(address string, n int) {
	m.left += n
	m.list(address).rest = true
}

// due are the pages that are to be looked at by now, the longest overdue first, and when the next
// will be.
func (m *memory) due(ctx context.Context, now time.Time) ([]follow.Request, Round, error) {
	type look struct {
		follow.Request
		leaf int64
		at   time.Time
	}
	var all []look
	r := Round{Lists: len(m.lists), Left: m.left}
	err := m.store.Addresses(ctx, Span, func(a ledger.Address) error {
		at, ever := Next(a)
		if !ever || a.Found == "" && !m.named[a.URL] || feed.KindOf(a.Media) != "" {
			return nil
		}
		if a.Capture == "" && m.lists[a.URL] != nil {
			return nil
		}
		if a.Capture == "" && a.Found != "" {
			if page, err := follow.OfPage(ctx, m.store, a.Found); err != nil || !page {
				return err
			}
		}
		if !at.After(now) {
			if _, err := m.store.Address(ctx, a.URL); errors.Is(err, ledger.ErrGone) {
				return nil // something was withdrawn from it
			} else if err != nil {
				return err
			}
		}
		if r.Pages++; at.After(now) {
			if r.Next.IsZero() || at.Before(r.Next) {
				r.Next = at
			}
			return nil
		}
		all = append(all, look{follow.Request{URL: a.URL, Same: a.Capture, Found: a.Found, Keep: true}, a.Leaf, at})
		return nil
	})
	if err != nil {
		return nil, r, err
	}
	slices.SortStableFunc(all, func(a, b look) int { return a.at.Compare(b.at) })
	out := make([]follow.Request, len(all))
	for i, l := range all {
		if i < m.o.Most && l.Same != "" { // the others are asked for another time
			if l.ETag, l.LastModified, err = validators(m.o.Ledger, l.leaf); err != nil {
				return nil, r, err
			}
		}
		out[i] = l.Request
	}
	return out, r, nil
}
