package reading

import (
	"context"
	"iter"
	"sync"
)

// inOrder runs do on each of in, n at a time, and yields the results in the order of
// in. At most 2n of in are held, whatever its length. When ctx ends, or the caller
// stops, nothing more is started; what in itself is waiting for is not waited for.
func inOrder[T, R any](ctx context.Context, n int, in iter.Seq[T], do func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		type job struct {
			in  T
			out chan R
		}
		jobs, queue := make(chan job), make(chan chan R, n)
		go func() {
			defer close(queue)
			defer close(jobs)
			for t := range in {
				j := job{t, make(chan R, 1)}
				for _, send := range []func() bool{
					func() bool { return put(ctx, queue, j.out) },
					func() bool { return put(ctx, jobs, j) },
				} {
					if !send() {
						return
					}
				}
			}
		}()
		var working sync.WaitGroup
		for range n {
			working.Go(func() {
				for j := range jobs {
					j.out <- do(j.in)
				}
			})
		}
		for {
			out, more := get(ctx, queue)
			if !more {
				return
			}
			r, more := get(ctx, out)
			if !more || !yield(r) {
				return
			}
		}
	}
}

// put sends v, and reports false when ctx ended first.
func put[T any](ctx context.Context, to chan<- T, v T) bool {
	select {
	case to <- v:
		return true
	case <-ctx.Done():
		return false
	}
}

// get receives, and reports false when from is closed or ctx ended.
func get[T any](ctx context.Context, from <-chan T) (v T, more bool) {
	select {
	case v, more = <-from:
		return v, more
	case <-ctx.Done():
		return v, false
	}
}
