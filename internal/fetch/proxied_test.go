package fetch

import (
	"bufio"
	"context"
	"crypto/tls"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"testing"

	"riwaya/internal/fetch/proxy"
)

// relay is a proxy of the test's own. It connects everything to one server, whatever name it is
// given, and remembers what it was given.
type relay struct {
	net.Listener
	to    string // host:port
	mu    sync.Mutex
	given []string
}

func (r *relay) give(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.given = append(r.given, name)
}

// took is what the proxy was given since it was called last.
func (r *relay) took() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	s := strings.Join(r.given, " ")
	r.given = nil
	return s
}

func listen(t *testing.T, to string, serve func(*relay, net.Conn)) *relay {
	t.Helper()
	return listenAt(t, "127.0.0.1:0", to, serve)
}

func listenAt(t *testing.T, at, to string, serve func(*relay, net.Conn)) *relay {
	t.Helper()
	l, err := net.Listen("tcp", at)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	r := &relay{Listener: l, to: to}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				serve(r, c)
			}()
		}
	}()
	return r
}

// join passes bytes on between a client and the server.
func (r *relay) join(c net.Conn, in io.Reader) {
	s, err := net.Dial("tcp", r.to)
	if err != nil {
		return
	}
	defer s.Close()
	go io.Copy(s, in)
	io.Copy(c, s)
}

// socks speaks SOCKS5 (RFC 1928), without a password.
func socks(r *relay, c net.Conn) {
	in := bufio.NewReader(c)
	take := func(n int) []byte {
		b := make([]byte, n)
		if _, err := io.ReadFull(in, b); err != nil {
			return make([]byte, n)
		}
		return b
	}
	take(int(take(2)[1])) // version, ways to say who one is
	c.Write([]byte{5, 0})
	host := ""
	switch head := take(4); head[3] {
	case 1:
		host = "address " + net.IP(take(4)).String()
	case 3:
		host = string(take(int(take(1)[0])))
	case 4:
		host = "address " + net.IP(take(16)).String()
	}
	r.give(fmt.Sprintf("%s:%d", host, binary.BigEndian.Uint16(take(2))))
	if strings.HasPrefix(host, "gone.") {
		c.Write([]byte{5, 4, 0, 1, 0, 0, 0, 0, 0, 0}) // host unreachable
		return
	}
	c.Write([]byte{5, 0, 0, 1, 0, 0, 0, 0, 0, 0})
	r.join(c, in)
}

// connect speaks HTTP: CONNECT, and whole addresses.
func connect(r *relay, c net.Conn) {
	in := bufio.NewReader(c)
	for {
		req, err := http.ReadRequest(in)
		if err != nil {
			return
		}
		r.give(req.Method + "|" + req.RequestURI)
		switch {
		case strings.HasPrefix(req.Host, "gone."):
			fmt.Fprint(c, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
			continue
		case strings.HasPrefix(req.Host, "locked."):
			fmt.Fprint(c, "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
			continue
		case req.Method == http.MethodConnect:
			fmt.Fprint(c, "HTTP/1.1 200 OK\r\n\r\n")
			r.join(c, in)
			return
		}
		s, err := net.Dial("tcp", r.to)
		if err != nil {
			return
		}
		req.Write(s)
		if resp, err := http.ReadResponse(bufio.NewReader(s), req); err == nil {
			resp.Write(c)
			resp.Body.Close()
		}
		s.Close()
	}
}

// watched is a dialer for tests: it fails the test when a name is looked up, and when a connection
// goes elsewhere than to one of some addresses.
func watched(t *testing.T, allowed ...string) *net.Dialer {
	return &net.Dialer{
		Resolver: &net.Resolver{PreferGo: true, Dial: func(_ context.Context, network, address string) (net.Conn, error) {
			t.Errorf("a name was looked up: %s %s", network, address)
			return nil, errors.New("no looking up in this test")
		}},
		ControlContext: func(_ context.Context, network, address string, _ syscall.RawConn) error {
			for _, a := range allowed {
				if address == a {
					return nil
				}
			}
			t.Errorf("a connection was made: %s %s", network, address)
			return errors.New("no connections in this test")
		},
	}
}

// through is a chooser of one proxy.
func through(t *testing.T, address string) proxy.Chooser {
	t.Helper()
	c, err := proxy.Settings{Only: address}.Choose()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The names are given to the proxy, and nothing is asked of the local resolver; the proxy stands
// at a private address, and no page may lead to one.
func TestProxies(t *testing.T) {
	answer := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			http.NotFound(w, r)
		case "/moved":
			http.Redirect(w, r, "/page", http.StatusFound)
		case "/to":
			to, _ := hex.DecodeString(r.URL.RawQuery)
			http.Redirect(w, r, "http://"+string(to)+"/", http.StatusFound)
		default:
			fmt.Fprintf(w, "a page of %s", r.Host)
		}
	})
	plain, secure := httptest.NewServer(answer), httptest.NewTLSServer(answer)
	defer plain.Close()
	defer secure.Close()
	for _, c := range []struct {
		name, scheme string
		serve        func(*relay, net.Conn)
		to           *httptest.Server
		address      string
		given        string // what the proxy is given of it
	}{
		{"socks5h", "socks5h", socks, plain, "http://outlet.example", "outlet.example:80"},
		{"socks5", "socks5", socks, plain, "http://outlet.example", "outlet.example:80"},
		{"socks5h, https", "socks5h", socks, secure, "https://outlet.example", "outlet.example:443"},
		{"socks5h, in other letters", "socks5h", socks, plain, "http://صدى.example", "xn--ugbl5d.example:80"},
		{"http", "http", connect, plain, "http://outlet.example", "GET|http://outlet.example/robots.txt GET|http://outlet.example/page"},
		{"http, https", "http", connect, secure, "https://outlet.example", "CONNECT|outlet.example:443"},
		{"https", "https", connect, plain, "http://outlet.example", "GET|http://outlet.example/robots.txt GET|http://outlet.example/page"},
		{"https, https", "https", connect, secure, "https://outlet.example", "CONNECT|outlet.example:443"},
		{"onion", "socks5h", socks, plain, "http://outletoutletoutletoutletoutletoutletoutletoutletoutletou.onion", "outletoutletoutletoutletoutletoutletoutletoutletoutletou.onion:80"},
	} {
		t.Run(c.name, func(t *testing.T) {
			speak := c.serve
			if c.scheme == "https" {
				speak = func(r *relay, conn net.Conn) { c.serve(r, tls.Server(conn, secure.TLS)) }
			}
			r := listen(t, c.to.Listener.Addr().String(), speak)
			at := r.Addr().String()
			var k clock
			o := k.options()
			o.AllowPrivate, o.Dialer, o.Proxy = false, watched(t, at), through(t, c.scheme+"://"+at)
			cl := client(t, o)
			trust(t, cl, c.to, c.scheme+"://"+at)
			p, err := fetched(t, cl, c.address+"/page")
			if err != nil || !strings.HasPrefix(string(p.Body), "a page of ") || p.URL != prefix(p.URL)+"/page" {
				t.Errorf("%q, %v", p.Body, err)
			}
			if got := r.took(); got != c.given {
				t.Errorf("the proxy was given %s, want %s", got, c.given)
			}
			if _, err := fetched(t, cl, c.address+"/moved"); err != nil {
				t.Error(err)
			}
			for _, to := range [...]struct{ host, says string }{
				{"169.254.169.254", "its address 169.254.169.254 is not public"},
				{at, "its address 127.0.0.1 is not public"},
				{"localhost", "its host localhost is not public: this machine"},
				{"printer.local", "is not public: the local link"},
				{"metadata.google.internal.", "is not public: a private network"},
				{"0x7f.1", "its host is a number"},
				{"[::ffff:7f00:1]", "is not public"},
			} {
				// In other digits, so that it is clear what the proxy was given.
				_, err := fetched(t, cl, c.address+"/to?"+hex.EncodeToString([]byte(to.host)))
				if err == nil || !strings.Contains(err.Error(), "it redirects to ") || !strings.Contains(err.Error(), to.says) {
					t.Errorf("%s: got %v, want %s", to.host, err, to.says)
				}
				if got := r.took(); strings.Contains(got, to.host) {
					t.Errorf("the proxy was given %s", got)
				}
			}
		})
	}
}

// A name and a password are given to the proxy, and to nobody else.
func TestProxyPassword(t *testing.T) {
	seen := make(chan string, 1)
	p := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen <- r.Header.Get("Proxy-Authorization") + "|" + r.Header.Get("Authorization")
		w.WriteHeader(http.StatusProxyAuthRequired)
	}))
	defer p.Close()
	_, err := fetched(t, client(t, Options{Proxy: through(t, strings.Replace(p.URL, "http://", "http://me:word@", 1))}), "https://outlet.example/")
	if got := <-seen; got != "Basic bWU6d29yZA==|" || err == nil || strings.Contains(err.Error(), "word@") {
		t.Errorf("the proxy got %q, %v", got, err)
	}
}

func prefix(address string) string {
	u, _ := url.Parse(address)
	return u.Scheme + "://" + u.Host
}

// trust has a client trust the certificate of a test's server, under any name.
func trust(t *testing.T, cl *Client, s *httptest.Server, at string) {
	t.Helper()
	p, _ := url.Parse(at)
	way, err := cl.way(&url.URL{Scheme: "http", Host: "outlet.example"})
	if err != nil || way == cl.direct {
		t.Fatalf("no way through %s: %v", p, err)
	}
	way.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
}

func TestProxyFails(t *testing.T) {
	s := serve(t, robotsOr(""))
	sock, http1 := listen(t, s.Listener.Addr().String(), socks), listen(t, s.Listener.Addr().String(), connect)
	silent := listen(t, "", func(_ *relay, c net.Conn) { fmt.Fprint(c, "SSH-2.0-x\r\n") })
	for _, c := range []struct {
		proxy, address, says string
		temporary            bool
	}{
		{"socks5h://" + sock.Addr().String(), "http://gone.example/a", "the proxy did not connect: host unreachable (3 tries)", true},
		{"http://" + http1.Addr().String(), "https://gone.example/a", "the proxy did not connect: 502 Bad Gateway (3 tries)", true},
		{"http://" + http1.Addr().String(), "https://locked.example/a", "the proxy wants a name and a password", false},
		{"socks5h://" + silent.Addr().String(), "http://a.example/a", "the proxy did not connect: unexpected protocol version 83", true},
		{"socks5h://127.0.0.1:1", "http://a.example/a", "the proxy 127.0.0.1:1: the connection was refused (3 tries)", true},
		{"http://me:secret@127.0.0.1:1", "http://a.example/a", "the proxy 127.0.0.1:1: the connection was refused (3 tries)", true},
	} {
		var k clock
		o := k.options()
		o.AllowPrivate, o.Proxy = false, through(t, c.proxy)
		_, err := fetched(t, client(t, o), c.address)
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), c.says) || e.Temporary != c.temporary || strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s through %s: got %v, want %s", c.address, c.proxy, err, c.says)
		}
	}
}

// A proxy that is not there is waited for once, not at each address; when it is back all is as before.
func TestProxyIsGone(t *testing.T) {
	s := serve(t, robotsOr(""))
	r := listen(t, s.Listener.Addr().String(), socks)
	at := r.Addr().String()
	r.Close()
	var k clock
	o := k.options()
	o.AllowPrivate, o.Proxy = false, through(t, "socks5h://"+at)
	cl := client(t, o)
	for i, waits := range []int{2, 0, 0} {
		k.slept = nil
		if _, err := fetched(t, cl, fmt.Sprintf("http://%d.example.org/", i%2)); err == nil || !strings.Contains(err.Error(), "the proxy "+at) || len(k.slept) != waits {
			t.Errorf("got %v, waited %v", err, k.slept)
		}
	}
	back := listenAt(t, at, s.Listener.Addr().String(), socks)
	for _, host := range []string{"0.example.org", "back.example.org"} {
		if _, err := fetched(t, cl, "http://"+host+"/"); err != nil {
			t.Error(err)
		}
	}
	back.Close()
	cl.Close()
	k.slept = nil
	if _, err := fetched(t, cl, "http://4.example.org/"); err == nil || len(k.slept) != 2 {
		t.Errorf("got %v, waited %v", err, k.slept)
	}
}

// What the environment says wrongly is no leave to connect without a proxy.
func TestBadProxyIsNoWay(t *testing.T) {
	choose, err := proxy.Settings{HTTP: "ftp://127.0.0.1:1"}.Choose()
	if err != nil {
		t.Fatal(err)
	}
	_, err = fetched(t, client(t, Options{Dialer: watched(t), Proxy: choose}), "http://outlet.example/")
	if err == nil || !strings.HasSuffix(err.Error(), `HTTP_PROXY or ALL_PROXY: no "ftp" proxies, only http, https, socks5 and socks5h`) {
		t.Errorf("got %v", err)
	}
}

// An address that is to be fetched without the proxy, and is the proxy's, is checked as any other.
func TestProxyIsNoTarget(t *testing.T) {
	r := listen(t, "", connect)
	choose, err := proxy.Settings{HTTP: "http://" + r.Addr().String(), No: "*"}.Choose()
	if err != nil {
		t.Fatal(err)
	}
	cl := client(t, Options{Proxy: choose})
	if _, err := fetched(t, cl, "http://"+r.Addr().String()+"/"); err == nil || !strings.Contains(err.Error(), "is not public") {
		t.Errorf("got %v", err)
	}
}

func TestOffline(t *testing.T) {
	r := listen(t, "", connect)
	for _, p := range []proxy.Chooser{nil, through(t, "http://"+r.Addr().String())} {
		cl := client(t, Options{Offline: true, AllowPrivate: true, Dialer: watched(t), Proxy: p})
		for _, address := range []string{"http://outlet.example/", "https://127.0.0.1/", "http://[::1]/", "https://localhost/"} {
			_, err := fetched(t, cl, address)
			if !errors.Is(err, ErrOffline) || err.Error() != "fetch "+address+": not fetched: offline" {
				t.Errorf("got %v", err)
			}
		}
		// Nor by any other way than Get.
		way, err := cl.way(&url.URL{Scheme: "http", Host: "outlet.example"})
		if err != nil {
			t.Fatal(err)
		}
		req, _ := http.NewRequest(http.MethodGet, "http://outlet.example/", nil)
		if _, err := way.RoundTrip(req); !errors.Is(err, ErrOffline) {
			t.Errorf("got %v", err)
		}
	}
}
