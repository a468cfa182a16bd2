package shelf

import (
	"container/list"
	"context"
	"sync"
)

// cache keeps what was used last. What several ask for at once is made once, and an error is not
// kept.
type cache[V any] struct {
	mu    sync.Mutex
	most  int
	order *list.List // of *entry, the last used first
	at    map[string]*list.Element
}

type entry[V any] struct {
	key   string
	ready chan struct{} // closed when it is made
	value V
	err   error
}

func newCache[V any](most int) *cache[V] {
	return &cache[V]{most: most, order: list.New(), at: map[string]*list.Element{}}
}

// get is the value of a key, made where it is not there. Who waits for another to make it stops
// when the context ends; what another could not make is tried anew.
func (c *cache[V]) get(ctx context.Context, key string, fill func() (V, error)) (V, error) {
	for {
		e, mine := c.entry(key)
		if mine {
			e.value, e.err = fill()
			if e.err != nil {
				c.drop(key, e)
			}
			close(e.ready)
			return e.value, e.err
		}
		select {
		case <-e.ready:
		case <-ctx.Done():
			return e.value, ctx.Err()
		}
		if e.err == nil {
			return e.value, nil
		}
	}
}

// entry is that of a key, and whether the caller is to make its value.
func (c *cache[V]) entry(key string) (e *entry[V], mine bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if at := c.at[key]; at != nil {
		c.order.MoveToFront(at)
		return at.Value.(*entry[V]), false
	}
	e = &entry[V]{key: key, ready: make(chan struct{})}
	c.at[key] = c.order.PushFront(e)
	for c.order.Len() > c.most {
		last := c.order.Back()
		delete(c.at, last.Value.(*entry[V]).key)
		c.order.Remove(last)
	}
	return e, true
}

// drop takes an entry out, if it is still there.
func (c *cache[V]) drop(key string, e *entry[V]) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if at := c.at[key]; at != nil && at.Value.(*entry[V]) == e {
		delete(c.at, key)
		c.order.Remove(at)
	}
}
