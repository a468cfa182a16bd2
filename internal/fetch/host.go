package fetch

import (
	"context"
	"time"
)

// host is what is remembered of one host for as long as the client lives.
type host struct {
	turn  chan struct{} // holds one token: who has it may ask
	asked bool          // it has been asked before
	last  time.Time     // when it last answered
	delay time.Duration // that it asks for between requests
	until time.Time     // it asked not to be asked before
}

// host is what is known of a host by its name and port.
func (c *Client) host(name string) *host {
	c.mu.Lock()
	defer c.mu.Unlock()
	h := c.hosts[name]
	if h == nil {
		h = &host{turn: make(chan struct{}, 1)}
		h.turn <- struct{}{}
		c.hosts[name] = h
	}
	return h
}

// turn waits until a host may be asked: until nobody else is asking it and, with wait, until the
// delay since it last answered is over. The function returned ends the turn.
func (c *Client) turn(ctx context.Context, name string, wait bool) (done func(), err error) {
	h := c.host(name)
	select {
	case <-h.turn:
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	defer func() {
		if err != nil {
			h.turn <- struct{}{}
		}
	}()
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	if wait && h.asked {
		d, why := c.o.Delay, "between two requests"
		if h.delay > d {
			d, why = h.delay, "as its robots.txt asks"
		}
		if err := c.wait(ctx, name, c.left(h, d), why); err != nil {
			return nil, err
		}
	}
	return func() {
		h.asked = true
		if c.o.Now != nil {
			h.last = c.o.Now()
		}
		h.turn <- struct{}{}
	}, nil
}

// left is what is left of a delay since a host last answered. A clock that goes back makes no
// delay longer.
func (c *Client) left(h *host, delay time.Duration) time.Duration {
	if c.o.Now == nil {
		return delay
	}
	return min(delay, delay-c.o.Now().Sub(h.last))
}

// wait waits, and says so.
func (c *Client) wait(ctx context.Context, name string, d time.Duration, why string) error {
	if d <= 0 {
		return nil
	}
	if c.o.Waiting != nil {
		c.o.Waiting(name, d, why)
	}
	if err := c.o.Sleep(ctx, d); err != nil {
		return because(ctx, err)
	}
	return nil
}

// sleep waits by a timer of the system's.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
