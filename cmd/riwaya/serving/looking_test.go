package serving

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"riwaya/internal/desk/work"
)

// TestRest has what a job brought looked for soon after it is over, however long the look before took.
func TestRest(t *testing.T) {
	const least, most, ends = 2 * time.Second, time.Minute, 5 * time.Second
	for name, c := range map[string]struct {
		jobs int
		want time.Duration
	}{"nobody added": {0, most}, "a job": {1, ends}, "three at once": {3, ends}} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, stop := context.WithCancel(t.Context())
				board := work.New(ctx, time.Now)
				told := over(ctx, board)
				for range c.jobs {
					board.Submit("add", nil, "", true, func(context.Context, work.Tell) error {
						time.Sleep(ends)
						return nil
					})
				}
				began := time.Now()
				rest(ctx, least, most, told)
				if got := time.Since(began); got != c.want {
					t.Errorf("rested %v, want %v", got, c.want)
				}
				if c.jobs > 0 { // what is over already is looked for no sooner than after the least
					synctest.Wait()
					began = time.Now()
					rest(ctx, least, most, told)
					if got := time.Since(began); got != least && got != most {
						t.Errorf("rested %v again, want %v or %v", got, least, most)
					}
				}
				stop()
				board.Wait()
				synctest.Wait()
			})
		})
	}
}
