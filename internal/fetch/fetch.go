package fetch

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"syscall"
	"time"
)

// UserAgent names the program, and no one.
const UserAgent = "riwaya"

// The defaults of [Options].
const (
	DefaultTimeout  = 30 * time.Second
	DefaultMaxBytes = 16 << 20
	maxRedirects    = 10
	maxHeader       = 256 << 10
)

// Options bound one fetch. The zero value has the defaults.
type Options struct {
	Timeout  time.Duration // for everything together
	MaxBytes int64         // of the body, as sent and unpacked alike

	// AllowPrivate lets addresses through that are not public. For tests only.
	AllowPrivate bool

	allow string // one address with its port that is let through, for tests
}

// Page is what a server answered.
type Page struct {
	Asked  string   // the address that was asked for
	URL    string   // the address that answered, after redirects
	Hops   []string // the addresses that redirected, in order
	Status int
	Proto  string // "HTTP/1.1"
	Header http.Header
	Body   []byte // unpacked
	Sent   []byte // the body as sent; the same bytes as Body where nothing was packed
}

// Get fetches one address. An answer that is no success is an error, and its page is
// returned beside it.
func Get(ctx context.Context, address string, o Options) (Page, error) {
	if o.Timeout <= 0 {
		o.Timeout = DefaultTimeout
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	ctx, cancel := context.WithTimeoutCause(ctx, o.Timeout, slow(o.Timeout))
	defer cancel()
	t := transport(o)
	defer t.CloseIdleConnections()

	p := Page{Asked: address}
	next, err := check(address)
	if err != nil {
		return p, fail(address, err)
	}
	seen := map[string]bool{}
	for {
		p.URL = next.String()
		if seen[p.URL] {
			return p, fail(address, fmt.Errorf("it redirects in circles, back to %s", p.URL))
		}
		seen[p.URL] = true
		to, err := p.hop(ctx, t, o)
		if err != nil {
			return p, fail(p.URL, because(ctx, err))
		}
		if to == "" {
			break
		}
		p.Hops = append(p.Hops, p.URL)
		if len(p.Hops) > maxRedirects {
			return p, fail(address, fmt.Errorf("more than %d redirects", maxRedirects))
		}
		if next, err = next.Parse(to); err == nil {
			next, err = check(next.String())
		}
		if err != nil {
			return p, fail(p.URL, fmt.Errorf("it redirects to %q: %w", to, err))
		}
	}
	if p.Status < 200 || p.Status > 299 {
		return p, status(p)
	}
	return p, nil
}

// hop asks one address and fills in the page. It returns where the server sends on to.
func (p *Page) hop(ctx context.Context, t *http.Transport, o Options) (to string, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, p.URL, nil)
	if err != nil {
		return "", err
	}
	req.Header = http.Header{
		"User-Agent":      {UserAgent},
		"Accept":          {"text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5"},
		"Accept-Encoding": {"gzip"},
	}
	resp, err := t.RoundTrip(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	p.Status, p.Proto, p.Header = resp.StatusCode, resp.Proto, resp.Header
	switch resp.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther,
		http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		if to := resp.Header.Get("Location"); to != "" {
			return to, nil
		}
	}
	var sent bytes.Buffer
	p.Body, err = body(resp, &sent, o.MaxBytes)
	p.Sent = sent.Bytes()
	if resp.StatusCode > 299 {
		return "", nil // the status says more than a broken body
	}
	return "", err
}

// transport makes one connection at a time, to public addresses only.
func transport(o Options) *http.Transport {
	d := &net.Dialer{}
	if !o.AllowPrivate {
		d.ControlContext = func(_ context.Context, _, address string, _ syscall.RawConn) error {
			if address == o.allow {
				return nil
			}
			return public(address)
		}
	}
	return &http.Transport{
		Proxy:                  nil, // a proxy would connect in our place, past the check of addresses
		DialContext:            d.DialContext,
		DisableKeepAlives:      true,
		DisableCompression:     true, // unpacked here, where its size is bounded
		ForceAttemptHTTP2:      true,
		MaxResponseHeaderBytes: maxHeader,
	}
}

// check reads an address: http or https, a host, and no name or password in it.
func check(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return nil, fmt.Errorf("not a web address")
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, fmt.Errorf("only http and https are fetched")
	case u.Hostname() == "":
		return nil, fmt.Errorf("no host in it")
	case u.User != nil:
		return nil, fmt.Errorf("a name or password in it")
	}
	u.Fragment, u.RawFragment = "", ""
	return u, nil
}
