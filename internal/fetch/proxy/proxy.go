// Package proxy says through which proxy an address is fetched: the one that was named for
// everything, else those of the environment, by the rules that programs share for it
// (golang.org/x/net/http/httpproxy).
//
// A setting that cannot be read is an error for every address that it is for, never a
// connection without a proxy: whoever set it may have had reason to hide.
package proxy

import (
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/http/httpproxy"
)

// None, as Settings.Only, is that there is no proxy, whatever the environment says.
const None = "none"

// Settings are what a person and the environment say, each "" where they say nothing. A proxy is
// an address: http, https, socks5 or socks5h, with name and password or not; without a scheme it
// is http.
type Settings struct {
	Only  string // everything goes through it; the others are passed over
	HTTP  string // HTTP_PROXY: for http
	HTTPS string // HTTPS_PROXY: for https
	All   string // ALL_PROXY: where one of these two is not set
	No    string // NO_PROXY: hosts that are fetched directly, by commas
}

// Chooser says through which proxy an address is fetched, nil for none.
type Chooser func(*url.URL) (*url.URL, error)

// Choose is the chooser of some settings. Where they name no proxy it is nil. Only a bad
// Settings.Only is an error here: the environment's is met when an address is fetched.
func (s Settings) Choose() (Chooser, error) {
	switch s.Only {
	case None:
		return nil, nil
	case "":
	default:
		p, err := parse(s.Only)
		if err != nil {
			return nil, err
		}
		return func(*url.URL) (*url.URL, error) { return p, nil }, nil
	}
	if s.HTTP == "" {
		s.HTTP = s.All
	}
	if s.HTTPS == "" {
		s.HTTPS = s.All
	}
	if s.HTTP == "" && s.HTTPS == "" {
		return nil, nil
	}
	// The library passes over what it cannot read: it only says whether a host is one of NO_PROXY.
	through := (&httpproxy.Config{HTTPProxy: "http://proxy.invalid", HTTPSProxy: "http://proxy.invalid", NoProxy: s.No}).ProxyFunc()
	return func(u *url.URL) (*url.URL, error) {
		setting, name := s.HTTP, "HTTP_PROXY"
		if u.Scheme == "https" {
			setting, name = s.HTTPS, "HTTPS_PROXY"
		}
		if p, err := through(u); err != nil || p == nil || setting == "" {
			return nil, err
		}
		p, err := parse(setting)
		if err != nil {
			return nil, fmt.Errorf("%s or ALL_PROXY: %w", name, err)
		}
		return p, nil
	}, nil
}

// parse reads the address of a proxy. Errors do not repeat it: it may have a password in it.
func parse(s string) (*url.URL, error) {
	if !strings.Contains(s, "://") {
		s = "http://" + s
	}
	u, err := url.Parse(s)
	if err != nil || u.Hostname() == "" {
		return nil, fmt.Errorf("not the address of a proxy, such as socks5h://127.0.0.1:9050")
	}
	switch u.Scheme {
	case "http", "https", "socks5", "socks5h":
	default:
		return nil, fmt.Errorf("no %q proxies, only http, https, socks5 and socks5h", u.Scheme)
	}
	return &url.URL{Scheme: u.Scheme, User: u.User, Host: u.Host}, nil
}
