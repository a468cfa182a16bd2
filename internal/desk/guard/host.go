package guard

import (
	"net/http"
	"net/netip"
	"strings"
)

// Hosts are the names under which the desk may be asked for. The zero value knows none.
type Hosts struct {
	port  string // without it: any
	names map[string]bool
}

// Loopback are the names of this machine to itself.
var loopback = [...]string{"localhost", "127.0.0.1", "::1"}

// NewHosts are the loopback names and names beside them: host names or addresses as they are
// typed in a browser, without port. port is the one that is listened on, in figures; "" is
// any.
func NewHosts(port string, names ...string) Hosts {
	h := Hosts{port: port, names: map[string]bool{}}
	for _, n := range loopback {
		h.names[n] = true
	}
	for _, n := range names {
		if n = canonical(n); n != "" {
			h.names[n] = true
		}
	}
	return h
}

// None reports whether these are no names at all.
func (h Hosts) None() bool { return len(h.names) == 0 }

// Allow reports whether the value of a Host header is one of the desk's names. A name is
// compared as a browser would send it, in small letters, without the dot of the root: a name
// with that dot is another name to a browser's cookies, and is refused.
func (h Hosts) Allow(host string) bool {
	name, port, ok := split(host)
	if !ok {
		return false
	}
	if h.port != "" && port != h.port && !(port == "" && (h.port == "80" || h.port == "443")) {
		return false
	}
	return h.names[canonical(name)]
}

// split cuts a Host header (RFC 9110, 7.2) into name and port.
func split(host string) (name, port string, ok bool) {
	if strings.HasPrefix(host, "[") {
		end := strings.IndexByte(host, ']')
		if end < 0 {
			return "", "", false
		}
		a, err := netip.ParseAddr(host[1:end])
		if err != nil || !a.Is6() || a.Zone() != "" {
			return "", "", false
		}
		name, host = host[1:end], host[end+1:]
		if host == "" {
			return name, "", true
		}
		if host[0] != ':' {
			return "", "", false
		}
		port = host[1:]
		return name, port, figures(port)
	}
	name, port, colon := strings.Cut(host, ":")
	if name == "" || colon && !figures(port) {
		return "", "", false
	}
	return name, port, true
}

func figures(s string) bool {
	if s == "" || len(s) > 5 {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// canonical is a name in small letters, an address in its shortest form: browsers send
// addresses so whatever was typed.
func canonical(name string) string {
	name = strings.Trim(name, "[]")
	if a, err := netip.ParseAddr(name); err == nil {
		return a.WithZone("").String()
	}
	return strings.ToLower(name)
}

// host refuses what is asked of a foreign name: a page elsewhere whose name was made to
// resolve to this machine would have the browser's leave to read what it gets (DNS rebinding).
func (g *Guard) host(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !g.o.Hosts.Allow(r.Host) {
			g.Refuse(w, r, Refusal{http.StatusMisdirectedRequest, ForeignHost})
			return
		}
		if g.o.Local && !Local(r) { // it should not have come here at all: whoever asks has all rights
			g.Refuse(w, r, Refusal{http.StatusForbidden, Elsewhere})
			return
		}
		h.ServeHTTP(w, r)
	})
}

// Local reports whether a request came from this machine itself.
func Local(r *http.Request) bool {
	a, err := netip.ParseAddrPort(r.RemoteAddr)
	return err == nil && a.Addr().Unmap().IsLoopback()
}
