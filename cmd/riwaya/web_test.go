package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/reading"
	"riwaya/internal/fetch"
	"riwaya/internal/page"
	"riwaya/internal/show"
)

// site serves what the web has: a page, one in another encoding, redirects that go
// round, a missing page, a picture, and one that is too large.
func site() *httptest.Server {
	m := http.NewServeMux()
	m.HandleFunc("/news/1", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, `<html lang="ar"><head><title>وصول جرحى</title><meta property="og:site_name" content="نهر بوست"></head><body><div itemprop="articleBody">
<p>قال مدير المستشفى إن عشرة جرحى وصلوا إلى البلدة ليل الثلاثاء، بعد أن فتح الممر الذي كان مغلقا منذ ثلاثة أسابيع.</p></div></body></html>`)
	})
	m.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/news/1", http.StatusFound) })
	m.HandleFunc("/circle", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/circle", http.StatusFound) })
	m.HandleFunc("/picture", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "\x89PNG\r\n\x1a\n") })
	m.HandleFunc("/large", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, strings.Repeat("قال الوزير. ", 1<<10))
	})
	return httptest.NewServer(m)
}

// testWeb fetches from this machine, waits for nothing, and has a clock that stands still.
func testWeb(o fetch.Options) cli.Web {
	o.AllowPrivate = true
	o.Sleep = func(context.Context, time.Duration) error { return nil }
	return cli.Web{Client: fetch.New(o), Now: func() time.Time { return time.Date(2019, 2, 20, 14, 5, 0, 0, time.UTC) }}
}

func TestReadsAddresses(t *testing.T) {
	s := site()
	defer s.Close()
	net := testWeb(fetch.Options{MaxBytes: 8 << 10})
	for _, c := range []struct {
		path string
		code int
		out  []string
		err  string
	}{
		{"/news/1", cli.OK, []string{`"outlet":"نهر بوست"`, `"seen":"2019-02-20T14:05:00Z"`, `"published":null`, `"text":"مدير المستشفى"`, s.URL + "/news/1"}, ""},
		{"/moved", cli.OK, []string{s.URL + "/news/1"}, ""},
		{"/circle", cli.Failed, nil, "it redirects in circles"},
		{"/none", cli.Failed, nil, "404 Not Found"},
		{"/picture", cli.Failed, nil, "not text: a PNG picture"},
		{"/large", cli.Failed, nil, "8"},
	} {
		var out, messages bytes.Buffer
		cfg := reading.ReadConfig{Inputs: []string{s.URL + c.path}, Page: page.Options{}, Format: "jsonl", Jobs: 1, View: show.Options{Width: 80}}
		if code := cfg.Read(context.Background(), cli.Streams{In: nil, Out: &out, Err: &messages}, net); code != c.code {
			t.Errorf("%s: exit code %d, want %d\n%s", c.path, code, c.code, messages.String())
		}
		for _, want := range c.out {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s: no %s in\n%s", c.path, want, out.String())
			}
		}
		if lines := strings.Count(messages.String(), "\n"); c.err != "" && (lines != 1 || !strings.Contains(messages.String(), c.err)) || c.err == "" && lines > 0 {
			t.Errorf("%s: want one line with %q, got\n%s", c.path, c.err, messages.String())
		}
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, messages bytes.Buffer
	code := run(ctx, []string{"read", "../../examples/article.txt"}, cli.Streams{In: nil, Out: &out, Err: &messages})
	if code != cli.Interrupted || messages.String() != "riwaya: interrupted\n" {
		t.Errorf("exit code %d, %q", code, messages.String())
	}
}
