// Package pipeline takes things in: capture -> article -> record, each stage stored, so
// that a run that was stopped goes on where it was, and a bad article is a row with its
// error and not the end of the run.
//
// It promises the order of writes: the archive first (record, sync, leaf, sync), then the
// store (one transaction), then the acknowledgement. Up to [Group] captures and records
// share one, and none waits for others longer than [Wait]. The store is always what the
// log says and no more: what a crash left out of it is read from the archive when the
// ledger is opened.
//
// It does not fetch, opens no files but the ledger's, and asks for the time where it needs it.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"riwaya"
	"riwaya/internal/archive"
	"riwaya/internal/custody"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline/incoming"
	"riwaya/internal/pipeline/sequence"
)

// Options are what a ledger is opened with.
type Options struct {
	Program string // name and version, for custody
	Version string // of the layers: what an article is read by
	Random  io.Reader
	Now     func() time.Time
	// Store opens the store; it is called once the ledger is locked.
	Store func(context.Context) (ledger.Store, error)
	// Read reads an article.
	Read func(riwaya.Article) riwaya.Record
	// AnyClock takes the time as it is, also where it is before that of the last record.
	AnyClock bool
	// Lost says that the store was lost and begins anew: nothing it says of the log counts.
	Lost bool
	// Progress is told of what is on disk, or was refused; may be nil.
	Progress func(Event)
}

// ErrClock is a clock that has gone back.
var ErrClock = errors.New("the clock has gone back")

// leeway is how far a clock may go back, as it does when it is set right from the network.
// Times are then those of the last record.
const leeway = 2 * time.Minute

// Ledger is an open ledger. One goroutine calls it.
type Ledger struct {
	Archive *archive.Archive
	Store   ledger.Store
	// Notices are what was found and put right at opening, in words for the user.
	Notices []string

	o      Options
	d      disk.FS
	stored archive.Reader
	last   time.Time
	flight sequence.Flight
}

// Open opens the ledger in a folder, makes it where there is none, and brings the store
// to where the log is.
func Open(ctx context.Context, d disk.FS, o Options) (l *Ledger, err error) {
	l = &Ledger{o: o, d: d, stored: archive.NewReader(d)}
	defer func() {
		if err != nil {
			err = errors.Join(err, l.close())
			l = nil
		}
	}()
	l.Archive, err = archive.Create(d, archive.Options{Software: o.Program, Random: o.Random, Now: o.Now(), Known: func() (int64, error) {
		if err := removeHalf(d); err != nil {
			return 0, err
		}
		s, err := o.Store(ctx)
		if err != nil {
			return 0, err
		}
		l.Store = s
		n, err := l.Store.Cursor(ctx)
		if o.Lost {
			n = -1
		}
		return n, err
	}})
	if err != nil {
		return l, err
	}
	l.Notices = append(l.Notices, l.Archive.Notices...)
	if err := incoming.DropSpool(d); err != nil {
		return l, err
	}
	if n := l.Archive.Size(); n > 0 {
		e, err := l.Archive.Leaf(n - 1)
		if err != nil {
			return l, err
		}
		l.last = e.Date
	}
	return l, l.replay(ctx)
}

func (l *Ledger) close() error {
	var errs []error
	if l.Store != nil {
		errs = append(errs, l.Store.Close())
	}
	if l.Archive != nil {
		errs = append(errs, l.Archive.Close())
	}
	return errors.Join(errs...)
}

// Close signs the log's head, where it has grown, and closes the ledger.
func (l *Ledger) Close() error {
	var err error
	if l.Archive.Size() > 0 {
		_, _, err = l.Archive.Sign(l.o.Now())
		if errors.Is(err, archive.ErrNoKey) {
			err = nil // said at opening; adding goes on without
		}
	}
	return errors.Join(err, l.close())
}

// now is the time for the next record, never before that of the last.
func (l *Ledger) now() (time.Time, error) {
	t := l.o.Now().UTC().Truncate(time.Second)
	if t.Before(l.last) {
		if l.last.Sub(t) > leeway && !l.o.AnyClock {
			return t, fmt.Errorf("%w: it says %s, the last record was entered at %s; set it right, or say --any-clock", ErrClock,
				t.Format(time.DateTime), l.last.Format(time.DateTime))
		}
		if !l.o.AnyClock {
			t = l.last
		}
	}
	l.last = t
	return t, nil
}

// replay applies the leaves that the store has not seen: after a crash a few, for a store
// that was lost all of them.
func (l *Ledger) replay(ctx context.Context) error {
	from, err := l.Store.Cursor(ctx)
	if err != nil {
		return err
	}
	size := l.Archive.Size()
	if from > size {
		return fmt.Errorf("%w: the ledger knows of %d, its log has %d; see riwaya verify", archive.ErrShort, from, size)
	}
	if from, err = l.Store.From(ctx); err != nil {
		return err
	}
	// A withdrawal that was cut short is finished first: what is half taken away cannot be
	// read, and must not be.
	for e, err := range l.Archive.Leaves(from) {
		if err != nil {
			return err
		}
		if e.Kind != archive.Withdrawal {
			continue
		}
		if err := l.blank(e); err != nil {
			return err
		}
		// So that the store knows at a record why its capture is not there.
		c, err := custody.Read(l.stored, e)
		if err != nil {
			return err
		}
		if err := l.Store.Apply(ctx, []ledger.Change{c}, from); err != nil && !errors.Is(err, ledger.ErrRead) {
			return err
		}
	}
	var group []ledger.Change
	flush := func(next int64) error {
		err := l.Store.Apply(ctx, group, next)
		if errors.Is(err, ledger.ErrRead) {
			err = nil // said to who withdrew; the store sees to it when it is opened
		}
		group = group[:0]
		l.tell(Event{Kind: Replayed, Done: next - from, Of: size - from})
		return err
	}
	next := from
	for e, err := range l.Archive.Leaves(from) {
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		c, err := custody.Read(l.stored, e)
		switch {
		case errors.Is(err, archive.ErrGone):
		case err != nil:
			l.Notices = append(l.Notices, fmt.Sprintf("%v: left out of the store; see riwaya verify", err))
		case c != (ledger.Change{}):
			group = append(group, c)
		}
		if next = e.N + 1; len(group) >= Group {
			if err := flush(next); err != nil {
				return err
			}
		}
	}
	if next > from {
		return flush(next)
	}
	return nil
}

// blank takes away what a withdrawal names.
func (l *Ledger) blank(w archive.Entry) error {
	c, err := l.stored.Open(w.Leaf)
	if err != nil {
		return err
	}
	all, err := archive.Withdraws(c.Header)
	if err = errors.Join(err, c.Close()); err != nil {
		return err
	}
	for _, n := range all {
		e, err := l.Archive.Leaf(n)
		if err != nil {
			return err
		}
		if err := l.Archive.Blank(e.Leaf, w.Leaf); err != nil {
			return err
		}
	}
	return nil
}

func (l *Ledger) tell(e Event) {
	if l.o.Progress != nil {
		l.o.Progress(e)
	}
}
