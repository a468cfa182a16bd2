package guard_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"riwaya/internal/desk/guard"
)

func TestBodies(t *testing.T) {
	const form = "application/x-www-form-urlencoded"
	_, h := desk(guard.Options{Body: 10})
	if w := ask(h, post(strings.Repeat("x", 11), form, "Sec-Fetch-Site", "same-origin")); w.Code != 413 {
		t.Error(w.Code)
	}
	unstated := post(strings.Repeat("x", 11), form, "Sec-Fetch-Site", "same-origin")
	unstated.ContentLength = -1
	if w := ask(h, unstated); w.Code != 413 {
		t.Error(w.Code)
	}
	if w := ask(h, post(strings.Repeat("x", 10), form, "Sec-Fetch-Site", "same-origin")); w.Code != 200 {
		t.Error(w.Code)
	}
	g := guard.New(guard.Options{Hosts: guard.NewHosts(""), Now: time.Now, Body: 10})
	files := g.Handler(guard.Bound(20, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(r.Body)
		fmt.Fprint(w, len(b), err)
	})))
	for n, want := range map[int]string{20: "20 <nil>", 21: "0 http: request body too large"} {
		if w := ask(files, post(strings.Repeat("x", n), form, "Sec-Fetch-Site", "same-origin")); w.Body.String() != want {
			t.Errorf("%d: %s", n, w.Body)
		}
	}
}

// TestBusy fills all places: the next is told to come again, and an answer that stays open
// and gave its place back holds nobody up.
func TestBusy(t *testing.T) {
	g := guard.New(guard.Options{Hosts: guard.NewHosts(""), Now: time.Now, Most: 2})
	in, out := make(chan bool), make(chan bool)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /wait", func(w http.ResponseWriter, r *http.Request) { in <- true; <-out })
	mux.HandleFunc("GET /open", func(w http.ResponseWriter, r *http.Request) { guard.Unhold(r); in <- true; <-out })
	mux.HandleFunc("GET /", func(http.ResponseWriter, *http.Request) {})
	h := g.Handler(mux)
	var all sync.WaitGroup
	for _, p := range []string{"/open", "/wait", "/open", "/wait"} {
		all.Go(func() { ask(h, get(p)) })
		<-in
	}
	if w := ask(h, get("/")); w.Code != 503 || w.Header().Get("Retry-After") == "" {
		t.Error(w.Code)
	}
	close(out)
	all.Wait()
	if w := ask(h, get("/")); w.Code != 200 {
		t.Error(w.Code)
	}
}

func TestRates(t *testing.T) {
	g := guard.New(guard.Options{Hosts: guard.NewHosts(""), Now: time.Now})
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	r := guard.NewRates(guard.Rate{Every: time.Second, Burst: 3})
	for i := range 5 {
		if ok, wait := r.Allow("a", now); ok != (i < 3) || !ok && wait != time.Second {
			t.Errorf("%d: %v %v", i, ok, wait)
		}
	}
	if ok, _ := r.Allow("b", now); !ok {
		t.Error("one client stands in another's way")
	}
	if ok, _ := r.Allow("a", now.Add(time.Second)); !ok {
		t.Error("not again after a second")
	}
	for i := range 10_000 { // many clients, bounded memory: and who asked too much is still known
		r.Allow(fmt.Sprint(i), now.Add(time.Duration(i)*time.Second))
	}
	h := g.Handler(g.Limit(guard.NewRates(guard.Rate{Every: time.Hour, Burst: 1}), http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})))
	for i, want := range []int{200, 429} {
		if w := ask(h, get("/")); w.Code != want || (w.Code == 429) != (w.Header().Get("Retry-After") == "3600") {
			t.Errorf("%d: %d %v", i, w.Code, w.Header())
		}
	}
	for addr, want := range map[string]string{"192.0.2.1:5": "192.0.2.1", "[2001:db8:1:2:3::4]:5": "2001:db8:1:2::/64", "[::1]:5": "::1", "[::ffff:192.0.2.1]:5": "192.0.2.1", "odd": ""} {
		q := get("/")
		q.RemoteAddr = addr
		if got := guard.Client(q); got != want {
			t.Errorf("%s: %s", addr, got)
		}
	}
}

// TestSlow has clients that send a byte now and then, and ones that take nothing: the request
// ends, whatever they do. The clock is the test's, so that minutes take no time.
func TestSlow(t *testing.T) {
	for what, c := range map[string]struct {
		send func(net.Conn)
		want string // of the first line, where there is an answer
		most time.Duration
	}{
		"no end of the headers": {func(c net.Conn) {
			for range 100 {
				if _, err := io.WriteString(c, "X-A: b\r\n"); err != nil {
					return
				}
				time.Sleep(time.Second)
			}
		}, "", 6 * time.Second},
		"a body that stops": {func(c net.Conn) {
			_, _ = io.WriteString(c, "Host: localhost\r\nOrigin: http://localhost\r\nContent-Length: 100\r\n\r\nx")
		}, "408", 23 * time.Second},
		"a byte now and then": {func(c net.Conn) {
			_, _ = io.WriteString(c, "Host: localhost\r\nOrigin: http://localhost\r\nContent-Length: 100000\r\n\r\n")
			for range 1000 {
				if _, err := io.WriteString(c, "x"); err != nil {
					return
				}
				time.Sleep(time.Second)
			}
		}, "408", 23 * time.Second},
		"a body that nobody wants": {func(c net.Conn) {
			_, _ = io.WriteString(c, "Host: localhost\r\nOrigin: http://evil.example\r\nContent-Length: 100\r\n\r\nx")
		}, "403", 3 * time.Second},
	} {
		synctest.Test(t, func(t *testing.T) {
			g, _ := desk(guard.Options{})
			l := newPipes()
			mux := http.NewServeMux()
			mux.HandleFunc("POST /", func(w http.ResponseWriter, r *http.Request) {
				_, err := io.ReadAll(r.Body)
				if why, ok := guard.Why(err); ok {
					g.Refuse(w, r, why)
				}
			})
			s := g.Server(mux)
			go func() { _ = s.Serve(l) }()
			began := time.Now()
			conn := l.dial()
			var client sync.WaitGroup
			client.Go(func() {
				_, _ = io.WriteString(conn, "POST / HTTP/1.1\r\n")
				c.send(conn)
			})
			b := bufio.NewReader(conn)
			line, _ := b.ReadString('\n')
			_, _ = io.Copy(io.Discard, b)
			if took := time.Since(began); took > c.most || !strings.Contains(line, c.want) {
				t.Errorf("%s: %q after %v", what, line, took)
			}
			_ = s.Close()
			_ = conn.Close()
			client.Wait()
		})
	}
}

// TestUnread has a client that takes nothing of a long answer.
func TestUnread(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := guard.New(guard.Options{Hosts: guard.NewHosts(""), Now: time.Now})
		l := newPipes()
		ended := make(chan time.Duration, 1)
		s := g.Server(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			began := time.Now()
			for range 100 {
				if _, err := w.Write(make([]byte, 1<<20)); err != nil {
					break
				}
			}
			ended <- time.Since(began)
		}))
		go func() { _ = s.Serve(l) }()
		conn := l.dial()
		_, _ = io.WriteString(conn, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
		if took := <-ended; took > 61*time.Second {
			t.Error(took)
		}
		_ = s.Close()
		_ = conn.Close()
	})
}

// pipes is a listener of connections within the process: they know the clock of synctest.
type pipes struct {
	conns chan net.Conn
	done  chan struct{}
	once  sync.Once
}

func newPipes() *pipes { return &pipes{conns: make(chan net.Conn), done: make(chan struct{})} }

func (p *pipes) dial() net.Conn {
	a, b := net.Pipe()
	p.conns <- b
	return a
}

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return c, nil
	case <-p.done:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error {
	p.once.Do(func() { close(p.done) })
	return nil
}

func (p *pipes) Addr() net.Addr { return &net.TCPAddr{} }

// TestRealListener asks over the network of this machine: the bounds stand in no one's way.
func TestRealListener(t *testing.T) {
	_, h := desk(guard.Options{})
	s := httptest.NewServer(h)
	defer s.Close()
	for range 2 { // the connection is used again
		r, err := http.NewRequest("POST", s.URL+"/ar/sources", strings.NewReader(strings.Repeat("x", 100_000)))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Origin", s.URL)
		res, err := s.Client().Do(r)
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(res.Body)
		if err != nil || res.StatusCode != 200 || len(b) != 100_002 {
			t.Error(res.Status, len(b), err)
		}
		_ = res.Body.Close()
	}
}
