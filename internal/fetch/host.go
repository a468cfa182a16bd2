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
	until time.Time     // it asked to be left alone until then,
	busy  int           // with this status
	delay time.Duration // that it asks for between requests; guarded by the client's lock
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
// delay since it last answered is over. The function returned ends the turn, and is told whether
// it was spent on a page, for what a robots.txt takes delays nothing, and how long the host asks to
// be left alone.
func (c *Client) turn(ctx context.Context, name string, wait bool) (done func(page bool, busy *StatusError), err error) {
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
	if err := c.busy(ctx, name, h); err != nil {
		return nil, err
	}
	if wait && h.asked {
		d, why := c.o.Delay, "between two requests"
		if asks := c.delay(h); asks > d {
			d, why = asks, "its robots.txt asks for it"
		}
		if err := c.wait(ctx, name, c.left(h, d), why); err != nil {
			return nil, err
		}
	}
	return func(page bool, busy *StatusError) {
		if busy != nil && c.o.Now != nil {
			h.busy, h.until = busy.Status, c.o.Now().Add(busy.RetryAfter)
		}
		if page {
			h.asked = true
			if c.o.Now != nil {
				h.last = c.o.Now()
			}
		}
		h.turn <- struct{}{}
	}, nil
}

// busy waits where a host asked to be left alone, or says that it did where that is too long.
func (c *Client) busy(ctx context.Context, name string, h *host) error {
	if c.o.Now == nil {
		return nil
	}
	left := h.until.Sub(c.o.Now())
	if left > maxPause {
		return &StatusError{Status: h.busy, RetryAfter: left}
	}
	return c.wait(ctx, name, left, "it asks to be left alone")
}

// ask remembers the delay that a host asks for. One host may have several such files, for
// http and for https: the longest delay counts.
func (c *Client) ask(name string, d time.Duration) {
	h := c.host(name)
	c.mu.Lock()
	defer c.mu.Unlock()
	h.delay = max(h.delay, d)
}

func (c *Client) delay(h *host) time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return h.delay
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

// Sleep waits by a timer of the system's. Where the context ends before, it says why.
func Sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
