package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"riwaya/internal/fetch/robots"
)

const (
	robotsKept   = 24 * time.Hour   // as long as a file may be relied on (RFC 9309, 2.4)
	robotsFailed = 10 * time.Minute // and that there was none to be had
	maxDelay     = 30 * time.Second // of what a file may ask for; more would be a refusal by other means
)

// RobotsError is that a site's robots.txt does not let a page be fetched. An [Error] of such a
// page wraps it.
type RobotsError struct {
	// Unreachable is that there was no such file to be had, nor the word that there is none:
	// then nothing may be fetched (RFC 9309, 2.3.1.4). A StatusError beside it is that file's.
	Unreachable bool
	why         string
}

func (e *RobotsError) Error() string {
	if e.Unreachable {
		return "its robots.txt could not be had, and without it nothing is fetched: " + e.why
	}
	return "its robots.txt does not allow it" + byHand
}

// site is what the robots.txt of one scheme, host and port says.
type site struct {
	turn  chan struct{} // holds one token: who has it may look into the rest
	known bool
	until time.Time // known until then; for ever without a clock
	rules robots.Rules
	err   *Error // why nothing is fetched from there
}

// permit says whether robots.txt lets an address be fetched, nil when it does. The file is
// fetched when the first page of its site is asked for.
func (c *Client) permit(ctx context.Context, u *url.URL) error {
	s := c.site(u.Scheme + "://" + hostKey(u))
	select {
	case <-s.turn:
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	defer func() { s.turn <- struct{}{} }()
	if !s.known || c.o.Now != nil && c.o.Now().After(s.until) {
		if err := c.learn(ctx, s, u); err != nil {
			return err
		}
	}
	switch {
	case s.err != nil:
		e := *s.err
		e.URL = oneLine(u.String())
		return &e
	case !s.rules.Allows(u.RequestURI()):
		return &RobotsError{}
	}
	return nil
}

func (c *Client) site(origin string) *site {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := c.sites[origin]
	if s == nil {
		s = &site{turn: make(chan struct{}, 1)}
		s.turn <- struct{}{}
		c.sites[origin] = s
	}
	return s
}

// learn fetches the file of a site. It fails only when the context has ended, of which nothing is
// remembered.
func (c *Client) learn(ctx context.Context, s *site, u *url.URL) error {
	at := url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	p, err := c.tries(ctx, errand{Request: Request{URL: at.String()}, robots: true, most: robots.MaxBytes})
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	s.rules, s.err, s.known = robots.Rules{}, nil, true
	keep := robotsKept
	var large errTooLarge
	if err == nil || errors.As(err, &large) && p.Status == http.StatusOK {
		s.rules = robots.Parse(p.Body, UserAgent)
	} else if s.err = c.without(p, err); s.err != nil {
		keep = robotsFailed
	}
	var proxied proxyError
	if errors.As(err, &proxied) {
		s.known = false // of the site it says nothing
	}
	if c.o.Now != nil {
		s.until = c.o.Now().Add(keep)
	}
	c.ask(hostKey(u), min(s.rules.Delay, maxDelay))
	return nil
}

// without says what it means that a site's file was not had: nil where everything may be fetched.
func (c *Client) without(p Page, err error) *Error {
	var e *Error
	if !errors.As(err, &e) {
		e = fail(p.URL, err)
	}
	var (
		st      *StatusError
		proxied proxyError
		tunnel  proxyAnswer
	)
	switch {
	case errors.As(e, &proxied), errors.As(e, &tunnel), p.Status == 0 && len(p.Hops) == 0 && !e.Temporary:
		return e // no page can be had there either: no proxy, no such host, a private address
	case errors.As(e, &st) && st.Status < 500 && st.Status != http.StatusTooManyRequests:
		return nil // it says that there is none (2.3.1.3)
	case len(p.Hops) > 0 && !e.Temporary:
		return nil // it sends on to where there is none (2.3.1.2)
	}
	r := &RobotsError{Unreachable: true, why: e.Reason}
	return &Error{Status: e.Status, Temporary: e.Temporary, Reason: r.Error(), err: fmt.Errorf("%w: %w", r, e.err), tried: true}
}
