package fetch

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestTriesAgain(t *testing.T) {
	date := "Wed, 20 Feb 2019 14:05:00 GMT"
	for _, c := range []struct {
		name   string
		status []int // of one answer after another; then 200
		after  string
		waits  []time.Duration
		says   string
		temp   bool
	}{
		{"at once", nil, "", nil, "", false},
		{"the second time", []int{503}, "", []time.Duration{2 * time.Second}, "", false},
		{"the third time", []int{500, 502}, "", []time.Duration{2 * time.Second, 8 * time.Second}, "", false},
		{"never", []int{503, 504, 521}, "", []time.Duration{2 * time.Second, 8 * time.Second}, "521 (3 tries)", true},
		{"as late as it asks", []int{429}, "30", []time.Duration{30 * time.Second}, "", false},
		{"by date", []int{503}, "Wed, 20 Feb 2019 14:05:20 GMT", []time.Duration{20 * time.Second}, "", false},
		{"a date gone by", []int{503}, "Wed, 20 Feb 2019 14:04:00 GMT", []time.Duration{2 * time.Second}, "", false},
		{"not to be read", []int{503}, "-5", []time.Duration{2 * time.Second}, "", false},
		{"too late", []int{429}, "3600", nil, "429 Too Many Requests; it asks to wait 1h0m0s", true},
		{"beyond all time", []int{429}, "4294967295", nil, "it asks to wait 8760h0m0s", true},
		{"not there", []int{404}, "", nil, "404 Not Found", false},
		{"not for us", []int{403}, "5", nil, "403 Forbidden; save it in your browser and add the file", false},
		{"not made", []int{501}, "", nil, "501 Not Implemented", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			left := c.status
			s := serve(t, func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path != "/a" || len(left) == 0 {
					return
				}
				w.Header().Set("Date", date)
				if c.after != "" {
					w.Header().Set("Retry-After", c.after)
				}
				w.WriteHeader(left[0])
				left = left[1:]
			})
			var k clock
			cl := client(t, k.options())
			_, err := fetched(t, cl, s.URL+"/a")
			if !slices.Equal(k.slept, c.waits) {
				t.Errorf("waited %v (%q), want %v", k.slept, k.why, c.waits)
			}
			var e *Error
			var st *StatusError
			switch {
			case c.says == "":
				if err != nil {
					t.Error(err)
				}
			case !errors.As(err, &e) || !strings.HasSuffix(err.Error(), c.says) || e.Temporary != c.temp || !errors.As(err, &st) || st.Status != e.Status:
				t.Errorf("got %v, want %s", err, c.says)
			}
		})
	}
}

// A host that wants to be left alone is left alone, by all that is asked of it.
func TestLeftAlone(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/a" {
			w.Header().Set("Retry-After", "600")
			w.WriteHeader(http.StatusTooManyRequests)
		}
	})
	var k clock
	cl := client(t, k.options())
	if _, err := fetched(t, cl, s.URL+"/a"); err == nil {
		t.Fatal("no error")
	}
	k.pass(time.Minute)
	s.took()
	_, err := fetched(t, cl, s.URL+"/b")
	var st *StatusError
	if !errors.As(err, &st) || st.Status != 429 || st.RetryAfter != 9*time.Minute || s.took() != "" || len(k.slept) > 0 {
		t.Errorf("%v, waited %v", err, k.slept)
	}
	k.pass(8*time.Minute + 30*time.Second)
	if _, err := fetched(t, cl, s.URL+"/b"); err != nil || s.took() != "/b" || !slices.Equal(k.slept, []time.Duration{30 * time.Second}) {
		t.Errorf("%v, waited %v", err, k.slept)
	}
}

// Connections that break are made again.
func TestBrokenConnections(t *testing.T) {
	n := 0
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			return
		}
		if n++; n < 3 {
			c, _, err := w.(http.Hijacker).Hijack()
			if err != nil {
				t.Error(err)
				return
			}
			fmt.Fprint(c, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
			c.Close()
			return
		}
		fmt.Fprint(w, "whole")
	})
	var k clock
	p, err := fetched(t, client(t, k.options()), s.URL+"/a")
	if err != nil || string(p.Body) != "whole" || len(k.slept) != 2 {
		t.Errorf("%q, %v, waited %v", p.Body, err, k.slept)
	}
}

// A wall is an error with any status, is not tried again, and keeps its page.
func TestWalls(t *testing.T) {
	for _, c := range []struct {
		path, says string
		status     int
	}{
		{"/200", "not the page but a wall in front of it: a check for robots; save it in your browser and add the file", 200},
		{"/202", "not the page but a wall in front of it: a check for robots; save it in your browser and add the file", 202},
		{"/403", "403 Forbidden, a check for robots; save it in your browser and add the file", 403},
		{"/429", "429 Too Many Requests, a check for robots; save it in your browser and add the file", 429},
		{"/503", "503 Service Unavailable, a check for robots; save it in your browser and add the file", 503},
	} {
		s := serve(t, func(w http.ResponseWriter, r *http.Request) {
			var status int
			fmt.Sscanf(r.URL.Path, "/%d", &status)
			switch status {
			case 0: // also in front of robots.txt, which then says nothing
				fmt.Fprint(w, "<title>Just a moment...</title>\nUser-agent: *")
				return
			case 202, 429:
				w.Header().Set("Cf-Mitigated", "challenge")
				w.WriteHeader(status)
				return
			}
			w.WriteHeader(status)
			fmt.Fprint(w, `<html><head><title>Just a moment...</title></head><body><script>window._cf_chl_opt={}</script></body></html>`)
		})
		var k clock
		p, err := fetched(t, client(t, k.options()), s.URL+c.path)
		var e *Error
		var w *WallError
		if !errors.As(err, &e) || !errors.As(err, &w) || e.Reason != c.says || e.Temporary || e.Status != c.status || w.Status != c.status || len(k.slept) > 0 || p.Status != c.status {
			t.Errorf("%s: %v, waited %v", c.path, err, k.slept)
		}
		var st *StatusError
		if errors.As(err, &st) != (c.status >= 300) {
			t.Errorf("%s: a status error: %v", c.path, st)
		}
	}
}

// A wall in front of robots.txt that asks to come again later is not waited for.
func TestWallBeforeRobots(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Vercel-Mitigated", "challenge")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	var k clock
	_, err := fetched(t, client(t, k.options()), s.URL+"/a")
	if err == nil || !strings.HasSuffix(err.Error(), "without it nothing is fetched: 429 Too Many Requests, a check for robots; save it in your browser and add the file") || len(k.slept) > 0 {
		t.Errorf("got %v, waited %v", err, k.slept)
	}
}
