package fetch

import (
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
)

// small is a small web for tests, on the loopback address.
func small(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "agent %q cookie %q referer %q", r.UserAgent(), r.Header.Get("Cookie"), r.Referer())
	})
	mux.HandleFunc("/packed", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		fmt.Fprint(z, "unpacked")
		z.Close()
	})
	mux.HandleFunc("/zlib", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "deflate")
		z := zlib.NewWriter(w)
		fmt.Fprint(z, "unpacked")
		z.Close()
	})
	mux.HandleFunc("/deflate", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "deflate")
		z, _ := flate.NewWriter(w, 9)
		fmt.Fprint(z, "unpacked")
		z.Close()
	})
	mux.HandleFunc("/zstd", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "zstd")
		z, _ := zstd.NewWriter(w)
		fmt.Fprint(z, "unpacked")
		z.Close()
	})
	mux.HandleFunc("/zstd-bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "zstd")
		z, _ := zstd.NewWriter(w)
		zeros := make([]byte, 1<<20)
		for range 16 {
			z.Write(zeros)
		}
		z.Close()
	})
	mux.HandleFunc("/deflated-bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "deflate")
		z := zlib.NewWriter(w)
		zeros := make([]byte, 1<<20)
		for range 16 {
			z.Write(zeros)
		}
		z.Close()
	})
	mux.HandleFunc("/twice", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Encoding", "gzip, gzip") })
	mux.HandleFunc("/not-deflate", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "deflate")
		fmt.Fprint(w, "this is no deflate")
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		zeros := make([]byte, 1<<20)
		for range 16 {
			z.Write(zeros)
		}
		z.Close()
	})
	mux.HandleFunc("/damaged", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		fmt.Fprint(w, "this is no gzip")
	})
	mux.HandleFunc("/brotli", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "br")
		fmt.Fprint(w, "?")
	})
	mux.HandleFunc("/large", func(w http.ResponseWriter, _ *http.Request) {
		for range 100 {
			fmt.Fprint(w, strings.Repeat("x", 10_000))
			w.(http.Flusher).Flush()
		}
	})
	mux.HandleFunc("/announced", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "99999999")
	})
	mux.HandleFunc("/gone", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "it is gone", http.StatusGone) })
	mux.HandleFunc("/busy", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "later", http.StatusServiceUnavailable) })
	mux.HandleFunc("/cut", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "100")
		fmt.Fprint(w, "only this")
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		w.(http.Flusher).Flush()
		select {
		case <-r.Context().Done():
		case <-time.After(5 * time.Second):
		}
	})
	redirect := func(from, to string) {
		mux.HandleFunc(from, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) })
	}
	redirect("/old", "/older")
	redirect("/older", "/page#part")
	redirect("/a", "/b")
	redirect("/b", "/a")
	redirect("/file", "file:///etc/passwd")
	redirect("/secret", "http://name:word@example.com/")
	mux.HandleFunc("/far/", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, r.URL.Path+"x", http.StatusMovedPermanently)
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

// get asks once, of a new client that waits for nothing.
func get(t *testing.T, address string, o Options) (Page, error) {
	t.Helper()
	o.Sleep = func(context.Context, time.Duration) error { return nil }
	c := New(o)
	t.Cleanup(c.Close)
	return c.Get(context.Background(), Request{URL: address})
}

func TestGet(t *testing.T) {
	base := small(t)
	p, err := get(t, base+"/old", Options{AllowPrivate: true})
	if err != nil {
		t.Fatal(err)
	}
	if want := `agent "riwaya" cookie "" referer ""`; string(p.Body) != want || string(p.Sent) != want {
		t.Errorf("body %q", p.Body)
	}
	if p.URL != base+"/page" || p.Asked != base+"/old" || len(p.Hops) != 2 || p.Hops[1] != base+"/older" || p.Status != 200 || p.Header.Get("Date") == "" {
		t.Errorf("%+v", p)
	}
	for path, start := range map[string]string{"/packed": "\x1f\x8b", "/zlib": "\x78", "/deflate": "", "/zstd": "\x28\xb5\x2f\xfd"} {
		p, err = get(t, base+path, Options{AllowPrivate: true})
		if err != nil || string(p.Body) != "unpacked" || !strings.HasPrefix(string(p.Sent), start) {
			t.Errorf("%s: %q, %v", path, p.Body, err)
		}
	}
}

func TestGetRefuses(t *testing.T) {
	base := small(t)
	for _, c := range []struct {
		address, says string
		temporary     bool
	}{
		{base + "/missing", base + "/missing: 404 Not Found", false},
		{base + "/gone", "410 Gone", false},
		{base + "/busy", "503 Service Unavailable", true},
		{base + "/a", "redirects in circles, back to " + base + "/a", false},
		{base + "/far/", "more than 10 redirects", false},
		{base + "/file", `it redirects to "file:///etc/passwd": only http and https are fetched`, false},
		{base + "/secret", "a name or password in it", false},
		{base + "/bomb", "larger than 100000 bytes", false},
		{base + "/large", "larger than 100000 bytes", false},
		{base + "/announced", "larger than 100000 bytes", false},
		{base + "/damaged", "its gzip is damaged", false},
		{base + "/zstd-bomb", "larger than 100000 bytes", false},
		{base + "/deflated-bomb", "larger than 100000 bytes", false},
		{base + "/not-deflate", "its deflate is damaged", false},
		{base + "/twice", `packed as "gzip, gzip"`, false},
		{base + "/brotli", `packed as "br"`, false},
		{base + "/cut", "the connection broke off", true},
		{base + "/slow", "no whole answer within 300ms", true},
		{"http://127.0.0.1:1/", "the connection was refused", true},
		{"https" + strings.TrimPrefix(base, "http"), "it does not speak https", false},
		{"ftp://example.com/", "only http and https are fetched", false},
		{"http:///x", "no host in it", false},
		{"http://a b/", "not a web address", false},
		{"http://a/\n\u202e", "http://a/: not a web address", false},
		{"page.html", "only http and https are fetched", false},
	} {
		t.Run(c.address, func(t *testing.T) {
			o := Options{AllowPrivate: true, MaxBytes: 100_000}
			if strings.HasSuffix(c.address, "/slow") {
				o.Timeout = 300 * time.Millisecond
			}
			_, err := get(t, c.address, o)
			var e *Error
			if !errors.As(err, &e) || !strings.HasPrefix(err.Error(), "fetch ") || !strings.Contains(err.Error(), c.says) || e.Temporary != c.temporary {
				t.Fatalf("got %v (temporary %v), want %q", err, e != nil && e.Temporary, c.says)
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("more than one line: %v", err)
			}
		})
	}
}

func TestFailureKeepsItsPage(t *testing.T) {
	p, err := get(t, small(t)+"/gone", Options{AllowPrivate: true})
	var e *Error
	if !errors.As(err, &e) || e.Status != 410 || p.Status != 410 || string(p.Body) != "it is gone\n" {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestPrivateAddressesAreRefused(t *testing.T) {
	base := small(t)
	for _, address := range []string{base + "/page", strings.Replace(base, "127.0.0.1", "localhost", 1) + "/page",
		"http://[::ffff:127.0.0.1]:80/", "http://0.0.0.0/", "http://2130706433/", "http://169.254.169.254/latest/meta-data"} {
		p, err := get(t, address, Options{Timeout: 5 * time.Second})
		if err == nil || len(p.Body) > 0 {
			t.Errorf("%s was fetched", address)
		}
		if !strings.Contains(address, "2130706433") && !strings.Contains(err.Error(), "is not public") {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// A server that may be reached redirects to one that may not: the check is made for
// every connection.
func TestRedirectToPrivateIsRefused(t *testing.T) {
	inner := small(t)
	outer := httptest.NewServer(http.RedirectHandler(inner+"/page", http.StatusFound))
	defer outer.Close()
	p, err := get(t, outer.URL, Options{allow: strings.TrimPrefix(outer.URL, "http://")})
	if err == nil || err.Error() != "fetch "+outer.URL+": it redirects to \""+inner+"/page\": its address 127.0.0.1 is not public: this machine" {
		t.Errorf("got %v", err)
	}
	if len(p.Hops) != 1 || p.Hops[0] != outer.URL || len(p.Body) != 0 {
		t.Errorf("%+v", p)
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := New(Options{AllowPrivate: true}).Get(ctx, Request{URL: small(t) + "/page"})
	if err == nil || !strings.HasSuffix(err.Error(), ": cancelled") || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
