package fetch

import (
	"context"
	"net"
	"net/http"
	"syscall"
	"time"
)

const (
	maxHeader = 256 << 10
	maxIdle   = 30 * time.Second // a connection is kept for the next request
)

// transport is how requests travel.
type transport struct{ *http.Transport }

// dialer is what connections are made with.
func (c *Client) dialer() *net.Dialer {
	if c.o.Dialer != nil {
		d := *c.o.Dialer
		return &d
	}
	return &net.Dialer{}
}

// connectDirectly connects to public addresses only.
func (c *Client) connectDirectly() *transport {
	d := c.dialer()
	if !c.o.AllowPrivate {
		d.ControlContext = func(_ context.Context, _, address string, _ syscall.RawConn) error {
			if address == c.o.allow {
				return nil
			}
			return public(address)
		}
	}
	return &transport{&http.Transport{
		Proxy:                  nil,
		DialContext:            d.DialContext,
		DisableCompression:     true, // unpacked here, where its size is bounded
		ForceAttemptHTTP2:      true,
		MaxResponseHeaderBytes: maxHeader,
		MaxIdleConnsPerHost:    1,
		IdleConnTimeout:        maxIdle,
	}}
}
