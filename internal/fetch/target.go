package fetch

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// check reads an address: http or https, a host that may be fetched from, and no name or
// password in it. What it says of the host is said before anything is looked up; where a
// connection is made directly, the address that it is made to is checked once more.
func (c *Client) check(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return nil, errors.New("not a web address")
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, errors.New("only http and https are fetched")
	case u.Hostname() == "":
		return nil, errors.New("no host in it")
	case u.User != nil:
		return nil, errors.New("a name or password in it")
	}
	u.Fragment, u.RawFragment = "", ""
	if err := toASCII(u); err != nil {
		return nil, err
	}
	if c.o.AllowPrivate || u.Host == c.o.allow && u.Host != "" {
		return u, nil
	}
	return u, c.allowed(u)
}

// toASCII writes the host of an address as it is looked up. A name in other letters may turn out
// to be digits: it is checked as what it becomes.
func toASCII(u *url.URL) error {
	name := u.Hostname()
	if strings.IndexFunc(name, func(r rune) bool { return r > '~' }) < 0 {
		return nil
	}
	ascii, err := idna.Lookup.ToASCII(name)
	if err != nil {
		return errors.New("no host can have this name")
	}
	if u.Host = ascii; u.Port() != "" {
		u.Host = net.JoinHostPort(ascii, u.Port())
	}
	return nil
}

// localNames are names, and ends of names, that are not looked up in the public DNS.
var localNames = [...]struct{ name, what string }{
	{"localhost", "this machine"},      // RFC 6761, 6.3
	{"localdomain", "this machine"},    // what many systems call themselves
	{"local", "the local link"},        // RFC 6762
	{"home.arpa", "a private network"}, // RFC 8375
	{"internal", "a private network"},  // ICANN, 2024; clouds have their metadata there
	{"intranet", "a private network"},  // RFC 6762, appendix G, as the next four
	{"private", "a private network"},
	{"corp", "a private network"},
	{"home", "a private network"},
	{"lan", "a private network"},
	{"test", "for tests"}, // RFC 6761, 6.2
}

// localName says why a name is of no public host, "" when it may be one.
func localName(name string) string {
	if !strings.Contains(name, ".") && name != "localhost" {
		return "a name of the local network"
	}
	for _, l := range localNames {
		if name == l.name || strings.HasSuffix(name, "."+l.name) {
			return l.what
		}
	}
	return ""
}

// hostError is a host that was refused by its name.
type hostError struct{ name, what string }

func (e hostError) Error() string {
	return fmt.Sprintf("its host %s is not public: %s", e.name, e.what)
}

// allowed refuses hosts by what they are called.
func (c *Client) allowed(u *url.URL) error {
	name := strings.ToLower(strings.TrimSuffix(u.Hostname(), "."))
	if a, err := netip.ParseAddr(name); err == nil {
		if what := refused(a); what != "" {
			return privateError{a, what}
		}
		return nil
	}
	if number(name[strings.LastIndexByte(name, '.')+1:]) {
		// 2130706433, 0x7f.1, 017700000001: some resolvers and proxies read these as 127.0.0.1.
		return errors.New("its host is a number, but no plain address")
	}
	if what := localName(name); what != "" {
		return hostError{name, what}
	}
	if strings.HasSuffix(name, ".onion") && !c.isProxied(u) { // RFC 7686: not looked up
		return errors.New("an onion address, which only Tor reaches: --proxy socks5h://127.0.0.1:9050")
	}
	return nil
}

// number reports whether the last part of a host makes it an address and not a name, as browsers
// have it (WHATWG URL, "ends in a number").
func number(part string) bool {
	if part == "" || strings.Trim(part, "0123456789") == "" {
		return true
	}
	hex, ok := strings.CutPrefix(part, "0x")
	if !ok {
		return false
	}
	_, err := strconv.ParseUint("0"+hex, 16, 64)
	return err == nil || errors.Is(err, strconv.ErrRange)
}

// hostKey is a host under the one name by which it is remembered: lower case, its port only
// where it is not the usual one.
func hostKey(u *url.URL) string {
	name, port := strings.ToLower(strings.TrimSuffix(u.Hostname(), ".")), u.Port()
	if port == "" || port == "80" && u.Scheme == "http" || port == "443" && u.Scheme == "https" {
		return name
	}
	return net.JoinHostPort(name, port)
}
