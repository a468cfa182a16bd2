// Package ordered does work on several things at a time and keeps their order.
package ordered

import (
	"context"
	"iter"
	"sync"
)

// Run runs do on each of in, n at a time, and hands the results to out in the order
// of in. At most 2n are held. It ends when in does, when ctx does, or when out says so,
// and then nothing of it is running any more.
func Run[T, R any](ctx context.Context, n int, in iter.Seq[T], do func(T) R, out func(R) bool) {
	ctx, cancel := context.WithCancel(ctx)
	type job struct {
		in  T
		out chan R
	}
	jobs, queue := make(chan job), make(chan chan R, n)
	var running sync.WaitGroup
	defer running.Wait()
	defer cancel()
	running.Go(func() {
		defer close(queue)
		defer close(jobs)
		for t := range in {
			j := job{t, make(chan R, 1)}
			select {
			case queue <- j.out:
			case <-ctx.Done():
				return
			}
			select {
			case jobs <- j:
			case <-ctx.Done():
				return
			}
		}
	})
	for range n {
		running.Go(func() {
			for j := range jobs {
				j.out <- do(j.in)
			}
		})
	}
	for {
		select {
		case one, more := <-queue:
			if !more {
				return
			}
			select {
			case r := <-one:
				if !out(r) {
					return
				}
			case <-ctx.Done():
				return
			}
		case <-ctx.Done():
			return
		}
	}
}
