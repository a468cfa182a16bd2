package shelf

import (
	"context"
	"errors"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
)

func TestCacheMakesOnce(t *testing.T) {
	c := newCache[int](2)
	var made atomic.Int32
	begin := make(chan struct{})
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			<-begin
			v, err := c.get(context.Background(), "a", func() (int, error) { return int(made.Add(1)), nil })
			if v != 1 || err != nil {
				t.Error(v, err)
			}
		})
	}
	close(begin)
	all.Wait()
}

func TestCacheForgets(t *testing.T) {
	c := newCache[int](3)
	made := 0
	get := func(key string) {
		if _, err := c.get(context.Background(), key, func() (int, error) { made++; return made, nil }); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 5 {
		get(strconv.Itoa(i))
	}
	get("4")
	if made != 5 || len(c.at) != 3 || c.order.Len() != 3 {
		t.Error(made, len(c.at), c.order.Len())
	}
	if get("0"); made != 6 {
		t.Error("what was used long ago is kept")
	}
}

func TestCacheKeepsNoErrors(t *testing.T) {
	c := newCache[int](2)
	wrong := errors.New("wrong")
	if _, err := c.get(context.Background(), "a", func() (int, error) { return 0, wrong }); !errors.Is(err, wrong) {
		t.Error(err)
	}
	if v, err := c.get(context.Background(), "a", func() (int, error) { return 7, nil }); v != 7 || err != nil {
		t.Error(v, err)
	}
	ended, cancel := context.WithCancel(context.Background())
	slow := make(chan struct{})
	go func() {
		_, _ = c.get(context.Background(), "b", func() (int, error) { close(slow); select {} })
	}()
	<-slow
	cancel()
	if _, err := c.get(ended, "b", func() (int, error) { return 0, nil }); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
