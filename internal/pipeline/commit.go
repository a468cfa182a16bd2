package pipeline

import (
	"context"
	"errors"
	"fmt"
	"time"

	"riwaya/internal/archive"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline/incoming"
)

// How many captures and records share a commit at most, how long one waits for others, and
// how many bytes are enough for one: what waits is held in memory.
const (
	Group  = 64
	Wait   = 50 * time.Millisecond
	enough = 8 << 20
)

// item is something to be written.
type item struct {
	packed *archive.Packed
	stream func(*archive.Archive) (archive.Entry, error) // in place of packed, for what is large
	done   chan error                                    // told when all up to it is on disk, or why a stream is not
	change func(leaf int64) ledger.Change                // what its leaf means
	local  []ledger.Change                               // what has no leaf
	size   int                                           // about how many bytes of memory it holds
	events []Event                                       // once it is on disk
}

// write commits what comes through the channel, until it is closed. It returns the first
// error; then nothing more is written.
func (l *Ledger) write(ctx context.Context, in <-chan item) error {
	for first := range in {
		group, more := gather(first, in)
		for len(group) > 0 {
			n := 1
			if group[0].stream == nil {
				for n < len(group) && group[n].stream == nil {
					n++
				}
			}
			if err := l.commit(ctx, group[:n]); err != nil {
				return err
			}
			group = group[n:]
		}
		if !more {
			break
		}
	}
	return nil
}

// gather waits for more, up to a group or the time one may wait.
func gather(first item, in <-chan item) (group []item, more bool) {
	group = append(make([]item, 0, Group), first)
	late := time.NewTimer(Wait)
	defer late.Stop()
	for held := first.size; len(group) < Group && held < enough; {
		select {
		case next, ok := <-in:
			if !ok {
				return group, false
			}
			group = append(group, next)
			held += next.size
		case <-late.C:
			return group, true
		}
	}
	return group, true
}

// commit writes a group: archive, store, acknowledgement.
func (l *Ledger) commit(ctx context.Context, group []item) error {
	var packs []archive.Packed
	for _, it := range group {
		if it.packed != nil {
			packs = append(packs, *it.packed)
		}
	}
	var entries []archive.Entry
	var err error
	if one := group[0]; one.stream != nil {
		defer close(one.done)
		e, err := one.stream(l.Archive)
		if errors.Is(err, incoming.ErrSource) {
			one.done <- err // the input's fault: the run goes on
			return nil
		} else if err != nil {
			return err
		}
		entries = []archive.Entry{e}
	} else if len(packs) > 0 {
		entries, err = l.Archive.Append(packs)
	}
	if err != nil {
		return err
	}
	var changes []ledger.Change
	for _, it := range group {
		if it.packed != nil || it.stream != nil {
			changes = append(changes, it.change(entries[0].N))
			entries = entries[1:]
		}
		changes = append(changes, it.local...)
	}
	if err := l.Store.Apply(ctx, changes, l.Archive.Size()); err != nil {
		return fmt.Errorf("store: %w", err)
	}
	for _, it := range group {
		for _, e := range it.events {
			l.flight.Landed(e.ID)
			l.tell(e)
		}
		if it.done != nil && it.stream == nil {
			close(it.done)
		}
	}
	return nil
}
