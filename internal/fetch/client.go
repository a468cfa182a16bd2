package fetch

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"

	"riwaya/internal/fetch/proxy"
)

// UserAgent names the program, and no one.
const UserAgent = "riwaya"

// The defaults of [Options].
const (
	DefaultTimeout  = 30 * time.Second
	DefaultMaxBytes = 16 << 20
	DefaultDelay    = time.Second
	DefaultTries    = 3
)

// Options are what a [Client] is made with. The zero value has the defaults.
type Options struct {
	Timeout  time.Duration // for one answer, whole; what is waited before it does not count
	MaxBytes int64         // of a body, as sent and unpacked alike
	Delay    time.Duration // between an answer and the next request to the same host; none where below 0
	Tries    int           // how often an address is asked, where asking again could help

	// Now is the clock. Without one nothing is known of the time between requests: each waits
	// the whole delay.
	Now func() time.Time
	// Sleep waits, and returns early with an error when the context ends. Without one a timer
	// of the system's is used.
	Sleep func(context.Context, time.Duration) error
	// Waiting, where it is there, is told of each wait before it begins: for which host, how
	// long, and why. It is called from the goroutine that waits.
	Waiting func(host string, d time.Duration, why string)

	// Offline keeps everything from being fetched: no connection is made, no name looked up.
	Offline bool
	// Proxy says through which proxy an address is fetched; nil is directly.
	Proxy proxy.Chooser

	// AllowPrivate lets addresses through that are not public. For tests only.
	AllowPrivate bool
	// Dialer makes the connections and has the resolver that names are looked up with. For
	// tests, which watch both; nil is the system's.
	Dialer *net.Dialer

	allow string // one address with its port that is let through, for tests
}

// Client gets pages from the web, politely. It is made once a run: it remembers what the
// hosts asked for. Any number of goroutines may use it; each host is asked by one at a time.
type Client struct {
	o      Options
	direct *http.Transport

	mu      sync.Mutex // for what follows
	proxied map[string]*http.Transport
	hosts   map[string]*host
	sites   map[string]*site
	noProxy bool // the proxy could not be reached, as often as it was tried
}

// New is a client. Close it when the run is over.
func New(o Options) *Client {
	if o.Timeout <= 0 {
		o.Timeout = DefaultTimeout
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	if o.Delay == 0 {
		o.Delay = DefaultDelay
	}
	if o.Tries <= 0 {
		o.Tries = DefaultTries
	}
	if o.Sleep == nil {
		o.Sleep = Sleep
	}
	c := &Client{o: o, hosts: map[string]*host{}, sites: map[string]*site{}, proxied: map[string]*http.Transport{}}
	c.direct = c.directly()
	return c
}

// Close ends the connections that are kept open for the next request.
func (c *Client) Close() {
	c.direct.CloseIdleConnections()
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, t := range c.proxied {
		t.CloseIdleConnections()
	}
}

// Request is an address, and what is had of it already.
type Request struct {
	URL string

	// ETag and LastModified are what the server said of the version that is had, as the
	// fields of that name held it, "" where it said nothing. With either, an answer that
	// nothing has changed comes back as a page with NotModified.
	ETag, LastModified string
}

// Get fetches one address. An answer that is no success is an [Error], and its page is
// returned beside it. What could be otherwise a little later is tried again, at most
// Options.Tries times altogether.
func (c *Client) Get(ctx context.Context, r Request) (Page, error) {
	if c.o.Offline {
		return Page{Asked: r.URL}, fail(r.URL, ErrOffline)
	}
	return c.tries(ctx, errand{Request: r, most: c.o.MaxBytes})
}

// errand is one thing to be got.
type errand struct {
	Request
	robots bool     // it is a robots.txt itself
	most   int64    // bytes of the body
	send   *sending // nil where a page is asked for
}

func (c *Client) tries(ctx context.Context, r errand) (Page, error) {
	for try := 1; ; try++ {
		p, err := c.follow(ctx, r)
		gone := c.proxyGone(err, try)
		var e *Error
		if !errors.As(err, &e) {
			return p, err
		}
		wait, again := c.pause(e, try)
		if !again || gone {
			return p, e.after(try)
		}
		if err := c.wait(ctx, hostOf(e.URL), wait, e.Reason); err != nil {
			return p, fail(e.URL, err)
		}
	}
}

// hostOf is the host of an address, for messages.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return u.Host
}
