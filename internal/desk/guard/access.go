package guard

import (
	"errors"
	"net/netip"
)

// What is wrong with where the desk is to listen.
var (
	// ErrAddress is what is no address to listen on.
	ErrAddress = errors.New("an address to listen on is HOST:PORT, like 127.0.0.1:8080 or [::1]:8080")
	// ErrPlain is another address than this machine's own, without TLS.
	ErrPlain = errors.New("on another address than this machine's own, whoever is on the network between could read every page, " +
		"every password and every session: give --tls-cert and --tls-key, or --insecure-http where the network itself is encrypted (a VPN, an SSH tunnel)")
	// ErrNameless is an address that stands for all of a machine's, without a name.
	ErrNameless = errors.New("to listen on all addresses, say with --name under which name the desk is called: what is asked of another name is refused")
	// ErrHalfTLS is a certificate without its key, or the other way round.
	ErrHalfTLS = errors.New("--tls-cert and --tls-key belong together")
)

// Access is what follows from where the desk listens.
type Access struct {
	Hosts Hosts
	Login bool // whether users have to log in: everywhere but on this machine's own address
	TLS   bool
}

// Listening says what follows from an address (HOST:PORT; port 0 is one that is yet to be had,
// and then any is allowed in a Host header), names under which the desk is called besides, files
// of TLS, and leave to do without.
func Listening(address string, names []string, cert, key string, plain bool) (Access, error) {
	host, port, ok := split(address)
	if !ok && len(address) > 0 && address[0] == ':' { // all addresses
		host, port, ok = "", address[1:], figures(address[1:])
	}
	if !ok || port == "" {
		return Access{}, ErrAddress
	}
	if (cert == "") != (key == "") {
		return Access{}, ErrHalfTLS
	}
	if port == "0" {
		port = ""
	}
	a := Access{Login: !own(host), TLS: cert != ""}
	switch {
	case a.Login && !a.TLS && !plain:
		return Access{}, ErrPlain
	case every(host) && len(names) == 0:
		return Access{}, ErrNameless
	case !every(host):
		names = append([]string{host}, names...)
	}
	a.Hosts = NewHosts(port, names...)
	return a, nil
}

// own reports whether a host to listen on is this machine to itself.
func own(host string) bool {
	if a, err := netip.ParseAddr(host); err == nil {
		return a.Unmap().IsLoopback()
	}
	return canonical(host) == "localhost"
}

// every reports whether a host to listen on is all of the machine's addresses.
func every(host string) bool {
	a, err := netip.ParseAddr(host)
	return host == "" || err == nil && a.IsUnspecified()
}
