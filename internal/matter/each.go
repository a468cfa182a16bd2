package matter

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
)

// Each does something for each of n things, as many at a time as there are processors, each of
// which has a maker of its own. The error joins theirs, and that of the context where it ended.
func Each(ctx context.Context, n int, maker func() *Maker, do func(m *Maker, i int) error) error {
	errs := make([]error, n)
	var working sync.WaitGroup
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), n) {
		working.Go(func() {
			m := maker()
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				errs[i] = do(m, i)
			}
		})
	}
	working.Wait()
	return errors.Join(append(errs, ctx.Err())...)
}
