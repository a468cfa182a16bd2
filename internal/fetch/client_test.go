package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// clock is a time that only sleeping moves.
type clock struct {
	mu    sync.Mutex
	t     time.Time
	slept []time.Duration
	why   []string
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.t
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = c.t.Add(d)
}

func (c *clock) options() Options {
	c.t = time.Date(2019, 2, 20, 14, 5, 0, 0, time.UTC)
	return Options{AllowPrivate: true, Now: c.now,
		Sleep: func(ctx context.Context, d time.Duration) error {
			c.pass(d)
			c.slept = append(c.slept, d)
			return ctx.Err()
		},
		Waiting: func(_ string, _ time.Duration, why string) { c.why = append(c.why, why) }}
}

// server answers by a function, and remembers what it was asked.
type server struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
}

func serve(t *testing.T, answer func(w http.ResponseWriter, r *http.Request)) *server {
	t.Helper()
	s := &server{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.URL.Path)
		s.mu.Unlock()
		answer(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// took is what was asked since it was called last.
func (s *server) took() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := strings.Join(s.asked, " ")
	s.asked = nil
	return all
}

func client(t *testing.T, o Options) *Client {
	t.Helper()
	c := New(o)
	t.Cleanup(c.Close)
	return c
}

func fetched(t *testing.T, c *Client, address string) (Page, error) {
	t.Helper()
	return c.Get(context.Background(), Request{URL: address})
}

// robotsOr answers with a robots.txt, and every other address with a page.
func robotsOr(robots string) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			fmt.Fprint(w, robots)
			return
		}
		fmt.Fprint(w, "a page")
	}
}

func TestDelay(t *testing.T) {
	var c clock
	s := serve(t, robotsOr("User-agent: *\nDisallow: /private"))
	cl := client(t, c.options())
	for range 3 {
		if _, err := fetched(t, cl, s.URL+"/a"); err != nil {
			t.Fatal(err)
		}
	}
	if got := s.took(); got != "/robots.txt /a /a /a" {
		t.Errorf("asked %s", got)
	}
	if !slices.Equal(c.slept, []time.Duration{time.Second, time.Second}) {
		t.Errorf("waited %v", c.slept)
	}
	c.slept = nil
	c.pass(700 * time.Millisecond)
	if _, err := fetched(t, cl, s.URL+"/a"); err != nil || !slices.Equal(c.slept, []time.Duration{300 * time.Millisecond}) {
		t.Errorf("waited %v, %v", c.slept, err)
	}
	c.slept = nil
	c.pass(-time.Hour) // the clock goes back
	if _, err := fetched(t, cl, s.URL+"/a"); err != nil || !slices.Equal(c.slept, []time.Duration{time.Second}) {
		t.Errorf("waited %v, %v", c.slept, err)
	}
	other := serve(t, robotsOr(""))
	c.slept = nil
	if _, err := fetched(t, cl, other.URL+"/a"); err != nil || len(c.slept) > 0 {
		t.Errorf("another host was waited for: %v, %v", c.slept, err)
	}
}

func TestCrawlDelay(t *testing.T) {
	for asks, want := range map[string]time.Duration{"0.2": time.Second, "7": 7 * time.Second, "86400": maxDelay} {
		var c clock
		s := serve(t, robotsOr("User-agent: *\nCrawl-delay: "+asks))
		cl := client(t, c.options())
		for range 2 {
			if _, err := fetched(t, cl, s.URL+"/a"); err != nil {
				t.Fatal(err)
			}
		}
		if !slices.Equal(c.slept, []time.Duration{want}) {
			t.Errorf("Crawl-delay %s: waited %v, want %v", asks, c.slept, want)
		}
	}
}

// Many ask one host at once: it is asked by one at a time.
func TestOneAtATime(t *testing.T) {
	var mu sync.Mutex
	now, most := 0, 0
	s := serve(t, func(http.ResponseWriter, *http.Request) {
		mu.Lock()
		now++
		most = max(most, now)
		mu.Unlock()
		time.Sleep(5 * time.Millisecond)
		mu.Lock()
		now--
		mu.Unlock()
	})
	cl := client(t, Options{AllowPrivate: true, Delay: -1})
	var all sync.WaitGroup
	for i := range 10 {
		all.Go(func() { _, _ = fetched(t, cl, fmt.Sprintf("%s/%d", s.URL, i)) })
	}
	all.Wait()
	if most != 1 || len(s.asked) != 11 {
		t.Errorf("%d at once, asked %v", most, s.asked)
	}
}

func TestRobots(t *testing.T) {
	answer := http.StatusOK
	header := http.Header{}
	s := serve(t, nil)
	s.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.URL.Path)
		s.mu.Unlock()
		switch r.URL.Path {
		case "/robots.txt":
			for k, v := range header {
				w.Header()[k] = v
			}
			w.WriteHeader(answer)
			fmt.Fprint(w, "User-agent: *\nDisallow: /private\n\nUser-agent: riwaya\nDisallow: /secret\n"+strings.Repeat("#", 1<<20)+"\nDisallow: /")
		case "/to-secret":
			http.Redirect(w, r, "/secret", http.StatusFound)
		case "/circle":
			http.Redirect(w, r, "/circle", http.StatusFound)
		}
	})
	for _, c := range []struct {
		name        string
		status      int
		location    string
		path, asked string
		says        string // "" where it is fetched
		unreachable bool
	}{
		{"allowed, though not to others", 200, "", "/private", "/robots.txt /private", "", false},
		{"not allowed", 200, "", "/secret", "/robots.txt", "/secret: its robots.txt does not allow it; save it in your browser and add the file", false},
		{"not allowed after a redirect", 200, "", "/to-secret", "/robots.txt /to-secret", "/secret: its robots.txt does not allow it", false},
		{"there is none", 404, "", "/secret", "/robots.txt /secret", "", false},
		{"not for us to see", 403, "", "/secret", "/robots.txt /secret", "", false},
		{"it breaks", 500, "", "/a", "/robots.txt /robots.txt /robots.txt", "/a: its robots.txt could not be had, and without it nothing is fetched: 500 Internal Server Error (3 tries)", true},
		{"too busy", 429, "", "/a", "/robots.txt /robots.txt /robots.txt", "429 Too Many Requests (3 tries)", true},
		{"it is elsewhere", 302, "/robots.txt?2", "/a", "/robots.txt /robots.txt /a", "", false},
		{"it is nowhere", 302, "/circle", "/a", "/robots.txt /circle /a", "", false},
		{"it is in a file", 302, "file:///etc/passwd", "/a", "/robots.txt /a", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			answer, header = c.status, http.Header{}
			if c.location != "" {
				header.Set("Location", c.location)
			}
			var k clock
			cl := client(t, k.options())
			s.took()
			_, err := fetched(t, cl, s.URL+c.path)
			if got := s.took(); got != c.asked {
				t.Errorf("asked %s, want %s", got, c.asked)
			}
			var r *RobotsError
			switch {
			case c.says == "" && err != nil:
				t.Error(err)
			case c.says != "" && (err == nil || !strings.HasSuffix(err.Error(), c.says) && !strings.Contains(err.Error(), c.says) || !errors.As(err, &r) || r.Unreachable != c.unreachable):
				t.Errorf("got %v, want %s", err, c.says)
			}
			before := len(k.slept)
			if _, again := fetched(t, cl, s.URL+c.path); c.unreachable && (again == nil || again.Error() != err.Error() || s.took() != "" || len(k.slept) > before) {
				t.Errorf("the second page of the site: %v, asked %s, waited %v", again, s.took(), k.slept[before:])
			}
			s.took()
			k.pass(robotsFailed + time.Second)
			fetched(t, cl, s.URL+c.path)
			if got := s.took(); strings.HasPrefix(got, "/robots.txt") != c.unreachable {
				t.Errorf("ten minutes later asked %s", got)
			}
			k.pass(robotsKept + time.Second)
			fetched(t, cl, s.URL+c.path)
			if got := s.took(); !strings.HasPrefix(got, "/robots.txt") {
				t.Errorf("a day later asked %s", got)
			}
		})
	}
}

// A host that is not there is said not to be there, not to have no robots.txt.
func TestRobotsOfNoHost(t *testing.T) {
	var k clock
	_, err := fetched(t, client(t, k.options()), "http://127.0.0.1:1/a")
	if err == nil || !strings.HasSuffix(err.Error(), "without it nothing is fetched: the connection was refused (3 tries)") {
		t.Errorf("got %v", err)
	}
	o := k.options()
	o.AllowPrivate = false
	o.allow = "nothing"
	_, err = fetched(t, client(t, o), "http://127.0.0.1:1/a")
	if err == nil || err.Error() != "fetch http://127.0.0.1:1/a: its address 127.0.0.1 is not public: this machine" {
		t.Errorf("got %v", err)
	}
}

func TestNothingThere(t *testing.T) {
	var k clock
	o := k.options()
	o.Dialer = &net.Dialer{Timeout: time.Nanosecond}
	_, err := fetched(t, client(t, o), "http://127.0.0.1:1/a")
	if err == nil || !strings.HasSuffix(err.Error(), ": nothing there took the connection in time (3 tries)") {
		t.Errorf("got %v", err)
	}
}

func TestConditional(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v2"`)
		switch {
		case r.URL.Path == "/always" || r.Header.Get("If-None-Match") == `"v2"` || r.Header.Get("If-Modified-Since") == "Wed, 20 Feb 2019 14:05:00 GMT":
			w.WriteHeader(http.StatusNotModified)
		case r.URL.Path == "/moved":
			http.Redirect(w, r, "/a", http.StatusFound)
		default:
			fmt.Fprint(w, "the second version")
		}
	})
	cl := client(t, Options{AllowPrivate: true, Delay: -1})
	for _, c := range []struct {
		r    Request
		same bool
	}{
		{Request{URL: "/a"}, false},
		{Request{URL: "/a", ETag: `"v1"`}, false},
		{Request{URL: "/a", ETag: `"v2"`}, true},
		{Request{URL: "/moved", ETag: `"v2"`}, true},
		{Request{URL: "/a", LastModified: "Wed, 20 Feb 2019 14:05:00 GMT"}, true},
		{Request{URL: "/a", ETag: "\"v1\"\r\nX: y", LastModified: "\x00"}, false},
	} {
		c.r.URL = s.URL + c.r.URL
		p, err := cl.Get(context.Background(), c.r)
		if err != nil || p.NotModified != c.same || (len(p.Body) == 0) != c.same || p.Header.Get("ETag") != `"v2"` {
			t.Errorf("%+v: %+v, %v", c.r, p, err)
		}
	}
	var st *StatusError
	if _, err := fetched(t, cl, s.URL+"/always"); !errors.As(err, &st) || st.Status != http.StatusNotModified {
		t.Errorf("nothing was had, and %v", err)
	}
}

func TestEveryRedirectIsHandedBack(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/1":
			w.Header().Set("X-Trace", "one")
			http.Redirect(w, r, "/2", http.StatusMovedPermanently)
		case "/2":
			w.Header().Set("Location", "/3")
			w.WriteHeader(http.StatusTemporaryRedirect)
			fmt.Fprint(w, strings.Repeat("x", maxHopBody+1))
		default:
			fmt.Fprint(w, "a page")
		}
	})
	var k clock
	p, err := fetched(t, client(t, k.options()), s.URL+"/1")
	if err != nil || len(p.Via) != 2 || len(k.slept) > 0 {
		t.Fatalf("%+v, %v, waited %v", p, err, k.slept)
	}
	a, b := p.Via[0], p.Via[1]
	if a.URL != s.URL+"/1" || a.Status != 301 || a.Proto != "HTTP/1.1" || a.Header.Get("X-Trace") != "one" || !strings.Contains(string(a.Sent), "Moved Permanently") || a.Cut {
		t.Errorf("%+v", a)
	}
	if b.URL != s.URL+"/2" || b.Status != 307 || len(b.Sent) != maxHopBody || !b.Cut {
		t.Errorf("%s %d, %d bytes, cut %v", b.URL, b.Status, len(b.Sent), b.Cut)
	}
	if !slices.Equal(p.Hops, []string{a.URL, b.URL}) || p.Status != 200 || string(p.Sent) != "a page" {
		t.Errorf("%v %d %q", p.Hops, p.Status, p.Sent)
	}
}

func TestWaitingEndsWithTheRun(t *testing.T) {
	s := serve(t, robotsOr(""))
	ctx, cancel := context.WithCancel(context.Background())
	o := Options{AllowPrivate: true, Delay: time.Hour, Waiting: func(string, time.Duration, string) { cancel() }}
	cl := client(t, o)
	if _, err := cl.Get(ctx, Request{URL: s.URL + "/a"}); err != nil {
		t.Fatal(err)
	}
	if _, err := cl.Get(ctx, Request{URL: s.URL + "/a"}); err == nil || !errors.Is(err, context.Canceled) || !strings.HasSuffix(err.Error(), ": cancelled") {
		t.Errorf("got %v", err)
	}
	// The host's turn was given back, and nothing was remembered of the cancelled.
	if _, err := client(t, Options{AllowPrivate: true}).Get(ctx, Request{URL: s.URL + "/a"}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	cl.o.Sleep = func(context.Context, time.Duration) error { return nil }
	if _, err := fetched(t, cl, s.URL+"/a"); err != nil {
		t.Error(err)
	}
}
