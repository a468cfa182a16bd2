package fetch

import (
	"context"
	"encoding/hex"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

// resolver answers every name with the same addresses, and counts the questions.
func resolver(t *testing.T, asked *atomic.Int32, addresses ...string) *net.Resolver {
	t.Helper()
	l, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		b := make([]byte, 4096)
		for {
			n, from, err := l.ReadFrom(b)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(b[:n]) != nil || len(m.Questions) == 0 {
				continue
			}
			asked.Add(1)
			q := m.Questions[0]
			m.Response, m.RecursionAvailable, m.Additionals = true, true, nil
			for _, a := range addresses {
				h := dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class, TTL: 1}
				switch ip := netip.MustParseAddr(a); {
				case ip.Is4() && q.Type == dnsmessage.TypeA:
					m.Answers = append(m.Answers, dnsmessage.Resource{Header: h, Body: &dnsmessage.AResource{A: ip.As4()}})
				case ip.Is6() && q.Type == dnsmessage.TypeAAAA:
					m.Answers = append(m.Answers, dnsmessage.Resource{Header: h, Body: &dnsmessage.AAAAResource{AAAA: ip.As16()}})
				}
			}
			if out, err := m.Pack(); err == nil {
				l.WriteTo(out, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", l.LocalAddr().String())
	}}
}

// inward are hosts that lead to this machine, its network or a cloud's metadata, written in the
// ways that have got past programs before. None is looked up.
var inward = []string{
	"127.0.0.1", "127.0.0.1.", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0X7F.1", "017700000001", "0177.0.0.1",
	"127.0.0.0x1", "127.0.0.01", "1.0x", "0", "0.0.0.0", "10.1.2.3", "192.168.0.1", "172.16.0.1", "100.64.0.1", "100.100.100.200",
	"169.254.169.254", "169.254.169.254.", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "169.16689662", "169.254.43518",
	"[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:a9fe:a9fe]", "[::127.0.0.1]", "[64:ff9b::169.254.169.254]",
	"[2002:7f00:1::]", "[fe80::1]", "[fe80::1%25lo]", "[fd00:ec2::254]", "[fc00::1]", "[ff02::1]",
	"localhost", "LocalHost", "localhost.", "a.localhost", "localhost.localdomain", "printer.local", "metadata.google.internal",
	"metadata", "router", "nas.lan", "wiki.corp", "db.intranet", "x.home.arpa",
	"１２７.0.0.1", "127。0。0。1", "①②⑦.0.0.1", "ⓛocalhost", "ｌｏｃａｌｈｏｓｔ",
}

func TestInward(t *testing.T) {
	site := serve(t, robotsOr(""))
	// What a page redirects to is checked as what was asked for.
	outer := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if to, _ := hex.DecodeString(r.URL.RawQuery); len(to) > 0 {
			w.Header().Set("Location", string(to))
			w.WriteHeader(http.StatusFound)
		}
	})
	_, port, _ := net.SplitHostPort(site.Listener.Addr().String())
	for _, host := range inward {
		for _, suffix := range []string{"", ":" + port} {
			address := "http://" + host + suffix + "/latest/meta-data"
			o := Options{Dialer: watched(t), Delay: -1}
			p, err := fetched(t, client(t, o), address)
			if err == nil || p.Status != 0 || len(p.Body) > 0 {
				t.Errorf("%s: fetched, %d", address, p.Status)
			}
			o = Options{Delay: -1, allow: strings.TrimPrefix(outer.URL, "http://")}
			o.Dialer = &net.Dialer{Resolver: watched(t).Resolver}
			p, err = fetched(t, client(t, o), outer.URL+"/?"+hex.EncodeToString([]byte(address)))
			if err == nil || len(p.Body) > 0 || p.URL != outer.URL+"/?"+hex.EncodeToString([]byte(address)) || !strings.Contains(err.Error(), "it redirects to ") {
				t.Errorf("redirect to %s: %v", address, err)
			}
		}
	}
	if got := site.took(); got != "" {
		t.Errorf("the server inside was asked for %s", got)
	}
}

// A name of the public kind may have any address: it is the address that is connected to that is
// checked, each time.
func TestNamesThatResolveInward(t *testing.T) {
	site := serve(t, robotsOr(""))
	_, port, _ := net.SplitHostPort(site.Listener.Addr().String())
	for _, a := range [][]string{{"127.0.0.1"}, {"169.254.169.254"}, {"::1"}, {"::ffff:127.0.0.1"}, {"fd00:ec2::254"}, {"64:ff9b::7f00:1"}, {"10.0.0.1", "127.0.0.1"}} {
		var asked atomic.Int32
		cl := client(t, Options{Dialer: &net.Dialer{Resolver: resolver(t, &asked, a...)}, Delay: -1})
		for _, address := range []string{"http://outlet.example:" + port + "/", "https://outlet.example:" + port + "/", "http://127.0.0.1.outlet.example:" + port + "/"} {
			_, err := fetched(t, cl, address)
			if err == nil || !strings.Contains(err.Error(), "is not public") || asked.Load() == 0 {
				t.Errorf("%s is %v: got %v, %d looked up", address, a, err, asked.Load())
			}
		}
	}
	if got := site.took(); got != "" {
		t.Errorf("the server inside was asked for %s", got)
	}
}

// Hosts that only look like it are fetched from.
func TestNotInward(t *testing.T) {
	c := client(t, Options{})
	for _, host := range []string{"8.8.8.8", "[2606:4700::1111]", "outlet.example", "local.example", "localhost.example", "internal.example.org",
		"1.2.3.example", "0x7f.example", "thelocal.se", "a_b.example", "صدى.example", "xn--ugbl5d.example", "10.example", "1e100.net", "0xdeadbeef.org", "outlet.example."} {
		if _, err := c.check("http://" + host + "/"); err != nil {
			t.Errorf("%s: %v", host, err)
		}
	}
	if _, err := c.check("http://outletoutlet.onion/"); err == nil || !strings.Contains(err.Error(), "only Tor reaches") {
		t.Errorf("an onion address: %v", err)
	}
}

func FuzzCheck(f *testing.F) {
	for _, h := range inward {
		f.Add("http://" + h + "/")
	}
	f.Fuzz(func(t *testing.T, address string) {
		c := New(Options{})
		u, err := c.check(address)
		if err != nil {
			return
		}
		again, err := c.check(u.String())
		if err != nil || again.String() != u.String() {
			t.Errorf("%q became %q, and that %v, %v", address, u, again, err)
		}
		name := strings.ToLower(strings.TrimSuffix(u.Hostname(), "."))
		if a, err := netip.ParseAddr(name); err == nil && refused(a) != "" || name == "localhost" || strings.HasSuffix(name, ".internal") || strings.IndexFunc(name, func(r rune) bool { return r > '~' }) >= 0 {
			t.Errorf("%q would be fetched from %q", address, name)
		}
	})
}
