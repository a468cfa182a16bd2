package watch

import (
	"context"
	"crypto/sha256"
	"errors"
	"iter"
	"strings"
	"time"

	"riwaya/internal/disk"
	"riwaya/internal/feed"
	"riwaya/internal/follow"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline/incoming"
)

// Options are what is watched, and by what means.
type Options struct {
	Inputs []string      // files and addresses, of lists or of single pages
	Every  time.Duration // between two looks at a list
	Once   bool          // one round, and no more
	Most   int           // pages of one list, and looks, in a round; 0: follow.DefaultMost
	Jobs   int           // hosts that are asked at a time

	Web   follow.Web
	Now   func() time.Time
	Sleep func(context.Context, time.Duration) error // until then, or the context ends
	// File is an input that is a file: its bytes where it is a list, else none.
	File func(name string) ([]byte, error)
	// Source is such a file as something to be taken in.
	Source func(name string) incoming.Source

	Ledger disk.FS // its folder, to read the archive in
	// Store opens the ledger's store to look into. The ledger is not locked by it.
	Store func() (ledger.Store, error)
	// Write takes sources in: it waits for the ledger, opens it, and closes it again.
	Write func(context.Context, []incoming.Source) error
	// Told is told of each round that is over.
	Told func(Round)
}

// Round is what a round left.
type Round struct {
	Lists int       // that are watched
	Pages int       // that will be looked at again
	Left  int       // that lists have more, and the next round takes
	Next  time.Time // round
}

// Watch watches. One goroutine uses it.
type Watch struct {
	o        Options
	follower *follow.Follower
	memory   *memory
	lists    time.Time                    // when lists are looked at next
	files    map[string][sha256.Size]byte // as they were taken in
	wrong    map[string]string            // what was said of those that cannot be read
}

// New is a watch that has not begun.
func New(o Options) *Watch {
	if o.Most <= 0 {
		o.Most = follow.DefaultMost
	}
	m := &memory{o: &o, lists: map[string]*list{}, named: map[string]bool{}}
	for _, in := range o.Inputs {
		if isAddress(in) {
			m.named[in] = true
		}
	}
	return &Watch{o: o, memory: m, files: map[string][sha256.Size]byte{}, wrong: map[string]string{},
		follower: &follow.Follower{Web: o.Web, Memory: m, Jobs: o.Jobs, Most: o.Most}}
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// Run watches until the context ends, or once. The error is one that ended it: of the
// ledger, never of a server.
func (w *Watch) Run(ctx context.Context) error {
	// What an earlier run left undone is done first, and a ledger is there from now on.
	if err := w.o.Write(ctx, nil); err != nil {
		return err
	}
	for {
		next, err := w.round(ctx)
		if err != nil || ctx.Err() != nil || w.o.Once {
			return err
		}
		if wait := next.Sub(w.o.Now()); wait > 0 {
			if err := w.o.Sleep(ctx, wait); ctx.Err() != nil {
				return nil
			} else if err != nil {
				return err
			}
		}
	}
}

// round looks at what is due, and says when the next is.
func (w *Watch) round(ctx context.Context) (next time.Time, err error) {
	store, err := w.o.Store()
	if err != nil {
		return next, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	now := w.o.Now()
	w.memory.begin(store, now)
	w.follower.Begin()
	w.follower.Since = now.Add(-Span)
	lists := !now.Before(w.lists)
	var wrong error
	err = w.take(ctx, func(yield func(incoming.Source) bool) {
		wrong = w.sources(ctx, lists, now, yield)
	})
	if err = errors.Join(err, wrong, w.follower.Err()); err != nil || ctx.Err() != nil {
		return next, err
	}
	if lists {
		w.lists = now.Add(w.o.Every)
	}
	due, r, err := w.memory.due(ctx, w.o.Now())
	if err != nil {
		return next, err
	}
	if r.Next.IsZero() || w.lists.Before(r.Next) {
		r.Next = w.lists
	}
	if len(due) > 0 {
		r.Next = w.o.Now()
	}
	if w.o.Told != nil {
		w.o.Told(r)
	}
	return r.Next, nil
}

// sources are what is to be taken in in a round: lists, new pages, pages that are due.
func (w *Watch) sources(ctx context.Context, lists bool, now time.Time, yield func(incoming.Source) bool) error {
	if lists {
		for _, in := range w.o.Inputs {
			var some iter.Seq[incoming.Source]
			if isAddress(in) {
				some = w.follower.Address(ctx, in)
			} else {
				some = w.file(ctx, in)
			}
			for s := range some {
				if !yield(s) {
					return nil
				}
			}
			if w.follower.Err() != nil {
				return nil
			}
		}
	}
	due, _, err := w.memory.due(ctx, now)
	if err != nil {
		return err
	}
	for s := range w.follower.Rest(ctx, due[:min(len(due), w.o.Most)]...) {
		if !yield(s) {
			return nil
		}
	}
	return nil
}

// file is a list that is a file: kept where it is new or was changed, and followed.
func (w *Watch) file(ctx context.Context, name string) iter.Seq[incoming.Source] {
	return func(yield func(incoming.Source) bool) {
		b, err := w.o.File(name)
		if err == nil && b == nil {
			err = errors.New(name + ": " + feed.ErrNone.Error())
		}
		if err != nil {
			if w.wrong[name] != err.Error() { // said once, not in each round
				w.wrong[name] = err.Error()
				yield(incoming.Source{Name: name, Err: err})
			}
			return
		}
		delete(w.wrong, name)
		s := w.o.Source(name)
		if sum := sha256.Sum256(b); w.files[name] != sum {
			w.files[name] = sum
			if !yield(s) {
				return
			}
		}
		w.follower.File(ctx, s.Name, b)(yield)
	}
}

// How much is written at a time, and how long an answer waits for others: whatever was not
// written is asked for again after a crash.
const (
	together = 64
	enough   = 16 << 20 // bytes
	late     = 30 * time.Second
)

// take writes sources as they come, some at a time. The ledger is held for that only.
func (w *Watch) take(ctx context.Context, sources iter.Seq[incoming.Source]) error {
	ended, cancel := context.WithCancel(ctx)
	in := make(chan incoming.Source)
	go func() {
		defer close(in)
		for s := range sources {
			select {
			case in <- s:
			case <-ended.Done():
				return
			}
		}
	}()
	defer func() { // so that nothing of it runs any more
		cancel()
		for range in {
		}
	}()
	for more := true; more; {
		var some []incoming.Source
		some, more = gather(in)
		if len(some) == 0 {
			continue
		}
		// What was got is written, also where the run ends.
		if err := w.o.Write(context.WithoutCancel(ctx), some); err != nil {
			return err
		}
	}
	return nil
}

// gather waits for sources, until there are enough or the first has waited long enough. It
// reports false where no more come.
func gather(in <-chan incoming.Source) (some []incoming.Source, more bool) {
	var up <-chan time.Time
	for held := 0; len(some) < together && held < enough; {
		select {
		case s, ok := <-in:
			if !ok {
				return some, false
			}
			if some = append(some, s); len(some) == 1 {
				t := time.NewTimer(late)
				defer t.Stop()
				up = t.C
			}
			held += s.Held
		case <-up:
			return some, true
		}
	}
	return some, true
}
