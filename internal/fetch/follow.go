package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"riwaya/internal/page/wall"
)

const (
	maxRedirects = 10
	maxHopBody   = 64 << 10 // of an answer that only redirects
)

// follow asks an address once, and those that it redirects to. Each of them is checked as the
// first was: no server decides what is fetched.
func (c *Client) follow(ctx context.Context, r errand) (Page, error) {
	p := Page{Asked: r.URL}
	next, err := c.check(r.URL)
	if err != nil {
		return p, fail(r.URL, err)
	}
	seen := map[string]bool{}
	waited := map[string]bool{} // a host is waited for once: who follows its redirect asks nothing new
	for {
		p.URL, p.Status = next.String(), 0
		if seen[p.URL] {
			return p, fail(r.URL, fmt.Errorf("it redirects in circles, back to %s%s", p.URL, byHand))
		}
		seen[p.URL] = true
		if !r.robots && r.send == nil {
			if err := c.permit(ctx, next); err != nil {
				return p, fail(p.URL, err)
			}
		}
		to, err := c.hop(ctx, &p, next, r, !waited[hostKey(next)])
		if err != nil {
			return p, fail(p.URL, err)
		}
		waited[hostKey(next)] = true
		if to == "" {
			break
		}
		if r.send != nil {
			return p, fail(p.URL, errSentOn)
		}
		p.Hops = append(p.Hops, p.URL)
		p.Via = append(p.Via, Hop{URL: p.URL, Status: p.Status, Proto: p.Proto, Header: p.Header, Sent: p.Sent, Cut: p.cut})
		p.Sent, p.cut = nil, false
		if len(p.Hops) > maxRedirects {
			return p, fail(r.URL, fmt.Errorf("more than %d redirects", maxRedirects))
		}
		on, err := next.Parse(to)
		if err != nil {
			return p, fail(p.URL, redirectError{to, errors.New("not a web address")})
		}
		if next, err = c.check(on.String()); err != nil {
			return p, fail(p.URL, redirectError{to, err})
		}
	}
	if err := c.judge(&p, r); err != nil {
		return p, fail(p.URL, err)
	}
	return p, nil
}

// redirectError is that a server sends on to where nothing is fetched from.
type redirectError struct {
	to  string
	err error
}

func (e redirectError) Error() string { return fmt.Sprintf("it redirects to %q: %v", e.to, e.err) }
func (e redirectError) Unwrap() error { return e.err }

// judge says what an answer is: a page, the word that nothing has changed, or an error.
func (c *Client) judge(p *Page, r errand) error {
	if p.Status == http.StatusNotModified && (r.ETag != "" || r.LastModified != "") {
		p.NotModified = true
		return nil
	}
	what := wall.Answer(p.URL, p.Status, p.Header.Get, p.Body)
	switch {
	case p.Status < 200 || p.Status > 299:
		return &StatusError{Status: p.Status, RetryAfter: retryAfter(p.Header, c.o.Now), Wall: what}
	case what != "" && !r.robots: // what is no robots.txt allows everything; the page has its own wall
		return &WallError{Status: p.Status, What: what}
	}
	return nil
}

// hop asks one address, when it is its host's turn, and fills in the page. It returns where the
// server sends on to.
func (c *Client) hop(ctx context.Context, p *Page, u *url.URL, r errand, wait bool) (to string, err error) {
	done, err := c.turn(ctx, hostKey(u), wait && !r.robots)
	if err != nil {
		return "", err
	}
	defer func() { done(!r.robots, p.busy(c.o.Now)) }()
	ctx, cancel := context.WithTimeoutCause(ctx, c.o.Timeout, slow(c.o.Timeout))
	defer cancel()
	method, content, fields := r.request()
	req, err := http.NewRequestWithContext(ctx, method, u.String(), content)
	if err != nil {
		return "", err
	}
	req.Header = fields
	way, err := c.way(u)
	if err != nil {
		return "", err
	}
	resp, err := way.RoundTrip(req)
	if err != nil {
		return "", because(ctx, err)
	}
	defer resp.Body.Close()
	p.Status, p.Proto, p.Header = resp.StatusCode, resp.Proto, resp.Header
	switch resp.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther,
		http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		if to := resp.Header.Get("Location"); to != "" {
			p.Sent, err = io.ReadAll(&bounded{resp.Body, maxHopBody, maxHopBody})
			p.cut = err != nil // it is evidence only, and where it leads does not stand in it
			return to, nil
		}
	}
	if r.robots {
		resp.ContentLength = -1 // of a file that is too large the start counts
	}
	var sent bytes.Buffer
	p.Body, err = body(resp, &sent, r.most)
	p.Sent = sent.Bytes()
	if err != nil && resp.StatusCode <= 299 { // else the status says more than a broken body
		return "", because(ctx, err)
	}
	return "", nil
}

// busy is how long an answer asks to be left alone, nil where it does not.
func (p *Page) busy(now func() time.Time) *StatusError {
	if p.Status != http.StatusTooManyRequests && p.Status < http.StatusInternalServerError {
		return nil
	}
	if d := retryAfter(p.Header, now); d > 0 {
		return &StatusError{Status: p.Status, RetryAfter: d}
	}
	return nil
}

// fields are those of a request: what is wanted and what is had. No cookies, no referrer, no
// languages: nothing tells one who asks from another.
func fields(r Request) http.Header {
	h := http.Header{
		"User-Agent":      {UserAgent},
		"Accept":          {"text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.9,*/*;q=0.5"},
		"Accept-Encoding": {"gzip"},
	}
	for name, value := range map[string]string{"If-None-Match": r.ETag, "If-Modified-Since": r.LastModified} {
		if value != "" && strings.IndexFunc(value, func(r rune) bool { return r < ' ' || r > '~' }) < 0 {
			h[name] = []string{value}
		}
	}
	return h
}
