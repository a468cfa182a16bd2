package fetch

import (
	"fmt"
	"net/netip"
)

// notPublic are the addresses that IANA's special-purpose registries (RFC 6890) keep
// from the public internet, and those that carry another address inside, through which
// one of them could be reached.
var notPublic = [...]struct{ block, what string }{
	{"0.0.0.0/8", "this network"},
	{"10.0.0.0/8", "a private network"},
	{"100.64.0.0/10", "a carrier's network"},
	{"127.0.0.0/8", "this machine"},
	{"169.254.0.0/16", "the local link"},
	{"172.16.0.0/12", "a private network"},
	{"192.0.0.0/24", "reserved for protocols"},
	{"192.0.2.0/24", "for documentation"},
	{"192.88.99.0/24", "a 6to4 relay"},
	{"192.168.0.0/16", "a private network"},
	{"198.18.0.0/15", "for benchmarks"},
	{"198.51.100.0/24", "for documentation"},
	{"203.0.113.0/24", "for documentation"},
	{"224.0.0.0/4", "multicast"},
	{"240.0.0.0/4", "reserved"},
	{"::/128", "this machine"},
	{"::1/128", "this machine"},
	{"::/96", "IPv4 inside IPv6"},
	{"::ffff:0:0/96", "IPv4 inside IPv6"},
	{"64:ff9b::/96", "IPv4 inside IPv6 (NAT64)"},
	{"64:ff9b:1::/48", "IPv4 inside IPv6 (NAT64)"},
	{"100::/64", "discarded"},
	{"2001::/32", "IPv4 inside IPv6 (Teredo)"},
	{"2001::/23", "reserved for protocols"},
	{"2001:db8::/32", "for documentation"},
	{"2002::/16", "IPv4 inside IPv6 (6to4)"},
	{"3fff::/20", "for documentation"},
	{"5f00::/16", "segment routing"},
	{"fc00::/7", "a private network"},
	{"fe80::/10", "the local link"},
	{"fec0::/10", "a private network"},
	{"ff00::/8", "multicast"},
}

// globalUnicast is the only part of IPv6 that is given out (RFC 4291, 2.4).
const globalUnicast = "2000::/3"

// refused says why an address is not on the public internet, "" when it is.
func refused(a netip.Addr) string {
	a = a.WithZone("")
	for _, n := range notPublic {
		if p, err := netip.ParsePrefix(n.block); err != nil || p.Contains(a) || p.Addr().Is4In6() && a.Is4In6() {
			return n.what
		}
	}
	if p, err := netip.ParsePrefix(globalUnicast); a.Is6() && (err != nil || !p.Contains(a)) {
		return "not given out"
	}
	return ""
}

// privateError is an address that was refused.
type privateError struct {
	addr netip.Addr
	what string
}

func (e privateError) Error() string {
	return fmt.Sprintf("its address %s is not public: %s", e.addr, e.what)
}

// public lets a connection through to public addresses only. It sees the address that
// is connected to, so neither names, redirects nor a change of DNS get past it.
func public(address string) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("its address %s cannot be checked", address)
	}
	if what := refused(at.Addr()); what != "" {
		return privateError{at.Addr(), what}
	}
	return nil
}
