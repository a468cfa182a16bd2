package serving

import (
	"context"
	"time"

	"riwaya/internal/desk/work"
	"riwaya/internal/shelf"
)

// How long is waited between two looks at the ledger: while much is added, by however many, no more
// than a share of the time is taken from those who read.
const lookEvery, lookShare = 2 * time.Second, 10

// keepLooking keeps the shelf up with the ledger, whoever adds to it: every few seconds, less often
// where a look takes long, and soon after a job of the desk itself is over, since somebody waits for
// what it brought.
func keepLooking(ctx context.Context, looked *shelf.Shelf, over <-chan struct{}, log func(error)) {
	said, shown, rested := "", int64(-1), false
	for ctx.Err() == nil {
		began := time.Now()
		err := looked.Update(ctx, nil)
		switch now := looked.Edition(); {
		case err != nil:
		case now != shown:
			shown, rested = now, false
			if err = looked.Warm(ctx); err == nil {
				err = looked.UpdateReview(ctx, nil)
			}
		case !rested: // nothing came since the last look: there is time for what takes longest
			rested = true
			_, err = looked.Shares(ctx)
		}
		switch {
		case err == nil:
			said = ""
		case ctx.Err() == nil && err.Error() != said: // once, not at every look
			said = err.Error()
			log(err)
		}
		rest(ctx, lookEvery, max(lookEvery, lookShare*time.Since(began)), over)
	}
}

// rest waits for at least one span and at most another: where something is over, no longer than
// the least.
func rest(ctx context.Context, least, most time.Duration, over <-chan struct{}) {
	soonest, latest := time.NewTimer(least), time.NewTimer(most)
	defer soonest.Stop()
	defer latest.Stop()
	select {
	case <-ctx.Done():
	case <-latest.C:
	case <-over:
		select {
		case <-ctx.Done():
		case <-soonest.C:
		}
	}
}

// over tells of jobs that are over; of several that nobody asked about yet, once. Where too many look
// on already it tells of none, and the ledger is looked at as often as if others had added to it.
func over(ctx context.Context, board *work.Board) <-chan struct{} {
	out := make(chan struct{}, 1)
	steps, stop, err := board.Look()
	if err != nil {
		return out
	}
	go func() {
		defer stop()
		for {
			select {
			case <-ctx.Done():
				return
			case s := <-steps:
				if !s.Ended() {
					continue
				}
				select {
				case out <- struct{}{}:
				default:
				}
			}
		}
	}()
	return out
}
