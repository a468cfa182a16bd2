// Package sequence has what a run of many steps needs: steps done side by side whose results
// keep their order, the names of what is on its way, and how much of the input was read.
//
// It promises that nothing of it runs any more when it returns. It knows nothing of what is done.
package sequence

import (
	"context"
	"io"
	"iter"
	"sync"
	"sync/atomic"
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

// Flight is what is on its way: things that will be known soon. Its zero value is empty; any
// number of goroutines may use it.
type Flight struct {
	mu  sync.Mutex
	ids map[string]bool
}

// Add says that a thing is on its way.
func (f *Flight) Add(id string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ids == nil {
		f.ids = map[string]bool{}
	}
	f.ids[id] = true
}

// Has reports whether it is.
func (f *Flight) Has(id string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.ids[id]
}

// Landed says that it is not any more.
func (f *Flight) Landed(id string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.ids, id)
}

// Counted counts the bytes that are read through it.
type Counted struct {
	R io.Reader
	N *atomic.Int64 // may be nil
}

func (c Counted) Read(p []byte) (int, error) {
	n, err := c.R.Read(p)
	if c.N != nil {
		c.N.Add(int64(n))
	}
	return n, err
}
