package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"syscall"
	"time"
)

const (
	maxHeader = 256 << 10
	connectIn = 10 * time.Second // who is there answers sooner
	maxIdle   = 30 * time.Second // a connection is kept for the next request
	mostIdle  = 16
)

// A request travels by one of two ways, which share nothing.
//
// Directly: the address that is connected to is checked, whatever name, redirect or answer of
// DNS led to it.
//
// Through a proxy: every connection is to the proxy, and it is given the name of the host (SOCKS5
// with a domain name, CONNECT with a name, or the whole address): it looks the name up, and nothing
// is asked of the local resolver, so that no one near can tell which pages are read. The price is that
// the address in the end is seen by the proxy alone and cannot be checked here; a proxy that stands
// in a private network can be led into that network by a name that resolves there. It is the proxy's
// to refuse that, as those who run one for others do. What can be told from the text of an address is
// refused here as ever (target.go): numbers that are private addresses in any form, names of local
// networks. The address of the proxy itself is not checked: the person has named it, it is seldom
// public (Tor is at 127.0.0.1:9050), and no page can choose it. The ways have transports of their
// own, so that no page's address is ever taken for the proxy's.

// ErrOffline is wrapped by the [Error] of every address that Options.Offline kept from being
// fetched.
var ErrOffline = errors.New("not fetched: offline")

// way is the transport for an address.
func (c *Client) way(u *url.URL) (*http.Transport, error) {
	if c.o.Proxy == nil {
		return c.direct, nil
	}
	p, err := c.o.Proxy(u)
	if err != nil || p == nil {
		return c.direct, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	t := c.proxied[p.String()]
	if t == nil {
		t = c.through(p)
		c.proxied[p.String()] = t
	}
	return t, nil
}

// isProxied reports whether an address is fetched through a proxy.
func (c *Client) isProxied(u *url.URL) bool {
	if c.o.Proxy == nil {
		return false
	}
	p, err := c.o.Proxy(u)
	return err == nil && p != nil
}

// dialer is what connections are made with.
func (c *Client) dialer() *net.Dialer {
	d := net.Dialer{Timeout: connectIn}
	if c.o.Dialer != nil {
		d = *c.o.Dialer
	}
	return &d
}

// directly connects to public addresses only.
func (c *Client) directly() *http.Transport {
	d := c.dialer()
	if !c.o.AllowPrivate {
		d.ControlContext = func(_ context.Context, _, address string, _ syscall.RawConn) error {
			if address == c.o.allow {
				return nil
			}
			return public(address)
		}
	}
	return c.transport(d.DialContext)
}

// through connects to a proxy only.
func (c *Client) through(p *url.URL) *http.Transport {
	d := c.dialer()
	t := c.transport(func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := d.DialContext(ctx, network, address)
		if err != nil {
			return nil, proxyError{p.Host, err}
		}
		return conn, nil
	})
	t.Proxy = http.ProxyURL(p)
	t.OnProxyConnectResponse = func(_ context.Context, _ *url.URL, _ *http.Request, r *http.Response) error {
		if r.StatusCode != http.StatusOK {
			return proxyAnswer(r.StatusCode)
		}
		return nil
	}
	return t
}

func (c *Client) transport(dial func(context.Context, string, string) (net.Conn, error)) *http.Transport {
	if c.o.Offline { // nothing comes as far as this; should it ever, it ends here
		dial = func(context.Context, string, string) (net.Conn, error) { return nil, ErrOffline }
	}
	return &http.Transport{
		DialContext:            dial,
		DisableCompression:     true, // unpacked here, where its size is bounded
		ForceAttemptHTTP2:      true,
		MaxResponseHeaderBytes: maxHeader,
		MaxIdleConns:           mostIdle,
		MaxIdleConnsPerHost:    1,
		IdleConnTimeout:        maxIdle,
	}
}

// proxyError is that a proxy could not be reached.
type proxyError struct {
	host string
	err  error
}

func (e proxyError) Error() string { return "the proxy " + e.host + ": " + e.err.Error() }

// proxyAnswer is that a proxy did not connect.
type proxyAnswer int

func (e proxyAnswer) Error() string {
	if e == http.StatusProxyAuthRequired {
		return "the proxy wants a name and a password"
	}
	return fmt.Sprintf("the proxy did not connect: %d %s", int(e), http.StatusText(int(e)))
}
