package reading

import (
	"context"
	"iter"
	"slices"
	"sync/atomic"
	"testing"
)

func numbers(n int, made *atomic.Int64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			made.Add(1)
			if !yield(i) {
				return
			}
		}
	}
}

func TestInOrderKeepsTheOrder(t *testing.T) {
	for _, workers := range []int{1, 2, 7} {
		var made atomic.Int64
		got := slices.Collect(inOrder(context.Background(), workers, numbers(1000, &made), func(i int) int { return i * i }))
		if len(got) != 1000 || got[0] != 0 || got[999] != 999*999 || !slices.IsSorted(got) {
			t.Errorf("%d workers: %d results, sorted %v", workers, len(got), slices.IsSorted(got))
		}
	}
}

// TestInOrderHoldsLittle stops after the first result: of an endless input no more than
// what the workers and the queue hold may have been made.
func TestInOrderHoldsLittle(t *testing.T) {
	const workers = 3
	var made atomic.Int64
	for range inOrder(context.Background(), workers, numbers(1<<30, &made), func(i int) int { return i }) {
		break
	}
	if n := made.Load(); n > 3*workers+2 {
		t.Errorf("made %d for one result", n)
	}
}

func TestInOrderStopsWhenToldTo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var made atomic.Int64
	n := 0
	for range inOrder(ctx, 2, numbers(1<<30, &made), func(i int) int { return i }) {
		if n++; n == 10 {
			cancel()
		}
	}
	if n > 20 {
		t.Errorf("%d results after it was told to stop at 10", n)
	}
}

// TestInOrderDoesNotWaitForInput is interrupted while its input blocks, as standard
// input of a terminal does.
func TestInOrderDoesNotWaitForInput(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	never := make(chan int)
	in := func(yield func(int) bool) {
		cancel()
		yield(<-never)
	}
	for range inOrder(ctx, 2, in, func(i int) int { return i }) {
		t.Error("a result of nothing")
	}
}
