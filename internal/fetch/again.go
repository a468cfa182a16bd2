package fetch

import (
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const (
	firstPause = 2 * time.Second // before the second try; each is four times the one before
	maxPause   = time.Minute     // who asks for more is not waited for
)

// pause says whether an address is tried again, and how long to wait before.
func (c *Client) pause(e *Error, try int) (time.Duration, bool) {
	if !e.Temporary || e.tried || try >= c.o.Tries {
		return 0, false
	}
	d := min(firstPause<<(2*min(try-1, 8)), maxPause)
	var st *StatusError
	if errors.As(e, &st) {
		d = max(d, st.RetryAfter)
	}
	return d, d <= maxPause
}

// proxyGone reports whether an answer failed because the proxy cannot be reached, which was tried
// before as often as there is to try: a run over many addresses need not wait for it at each of them.
func (c *Client) proxyGone(err error, try int) bool {
	var proxied proxyError
	is := errors.As(err, &proxied)
	c.mu.Lock()
	defer c.mu.Unlock()
	was := c.noProxy
	c.noProxy = is && (was || try >= c.o.Tries)
	return is && was
}

// retryAfter reads the field of that name (RFC 9110, 10.2.3): seconds, or a date, which counts
// from the answer's own date where it has one, so that two clocks need not agree. 0 where it
// says nothing.
func retryAfter(h http.Header, now func() time.Time) time.Duration {
	const most = 365 * 24 * time.Hour
	s := strings.TrimSpace(h.Get("Retry-After"))
	if n, err := strconv.ParseUint(s, 10, 32); err == nil {
		return min(time.Duration(n)*time.Second, most)
	}
	at, err := http.ParseTime(s)
	if err != nil {
		return 0
	}
	from, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		if now == nil {
			return 0
		}
		from = now()
	}
	return min(max(at.Sub(from), 0), most)
}
