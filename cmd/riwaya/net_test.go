package main

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/reading"
	"riwaya/cmd/riwaya/taking"
	"riwaya/internal/fetch"
	"riwaya/internal/pipeline"
	"riwaya/internal/show"
)

// sealed fails a test when a connection is made or a name looked up.
func sealed(t *testing.T) *net.Dialer {
	return &net.Dialer{
		Resolver: &net.Resolver{PreferGo: true, Dial: func(_ context.Context, network, address string) (net.Conn, error) {
			t.Errorf("a name was looked up: %s %s", network, address)
			return nil, errors.New("offline")
		}},
		ControlContext: func(_ context.Context, network, address string, _ syscall.RawConn) error {
			t.Errorf("a connection was made: %s %s", network, address)
			return errors.New("offline")
		},
	}
}

// TestOffline: nothing is fetched, each address has its line, what is no address is read.
func TestOffline(t *testing.T) {
	server := site()
	defer server.Close()
	addresses := []string{server.URL + "/news/1", "https://outlet.example/news/1", "http://localhost/", "https://8.8.8.8/"}
	o := cli.NetConfig{Offline: true}.Options(func(string) {})
	o.Dialer, o.AllowPrivate = sealed(t), true
	net := cli.Web{Client: fetch.New(o), Now: time.Now}
	inputs := append([]string{"../../examples/article.txt"}, addresses...)
	lines := ""
	for _, a := range addresses {
		lines += "riwaya: fetch " + a + ": not fetched: offline\n"
	}

	var out, messages bytes.Buffer
	r := reading.ReadConfig{Inputs: inputs, Format: "jsonl", Jobs: 2, View: show.Options{Width: 80}}
	if code := r.Read(context.Background(), cli.Streams{In: nil, Out: &out, Err: &messages}, net); code != cli.Failed || messages.String() != lines || strings.Count(out.String(), "\n") != 1 {
		t.Errorf("read: exit code %d\n%s\n%s", code, out.String(), messages.String())
	}

	out.Reset()
	messages.Reset()
	a := taking.AddConfig{Inputs: inputs, Ledger: filepath.Join(t.TempDir(), "ledger"), Add: pipeline.AddOptions{Jobs: 2}}
	code := a.Run(context.Background(), cli.Streams{In: nil, Out: &out, Err: &messages}, net)
	if code != cli.Failed || !strings.HasPrefix(out.String(), "captures  1 new, 4 refused\narticles  1 read\n") {
		t.Errorf("add: exit code %d\n%s", code, out.String())
	}
	for _, line := range strings.SplitAfter(strings.TrimSuffix(lines, "\n"), "\n") {
		if strings.Count(messages.String(), line) != 1 {
			t.Errorf("add: no line %s in\n%s", line, messages.String())
		}
	}
}

// TestProxyOfTheCommand: flag and environment reach whatever is fetched.
func TestProxyOfTheCommand(t *testing.T) {
	var mu sync.Mutex
	var given []string
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		given = append(given, r.Method+" "+r.RequestURI)
		mu.Unlock()
		w.WriteHeader(http.StatusProxyAuthRequired)
	}))
	defer proxy.Close()
	for _, name := range []string{"HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy", "RIWAYA_OFFLINE"} {
		t.Setenv(name, "")
	}
	for _, c := range []struct {
		name  string
		env   [2]string
		flags []string
		given string
		says  string
	}{
		{"flag", [2]string{}, []string{"--proxy", proxy.URL}, "CONNECT outlet.example:443", "the proxy wants a name and a password"},
		{"environment", [2]string{"HTTPS_PROXY", proxy.URL}, nil, "CONNECT outlet.example:443", "the proxy wants a name and a password"},
		{"in small letters", [2]string{"all_proxy", proxy.URL}, nil, "CONNECT outlet.example:443", "the proxy wants a name and a password"},
		{"offline wins", [2]string{"ALL_PROXY", proxy.URL}, []string{"--offline"}, "", "not fetched: offline"},
		{"offline by the environment", [2]string{"RIWAYA_OFFLINE", "1"}, []string{"--proxy", proxy.URL}, "", "not fetched: offline"},
		{"not offline", [2]string{"RIWAYA_OFFLINE", "0"}, []string{"--proxy", proxy.URL}, "CONNECT outlet.example:443", "the proxy wants a name and a password"},
		{"no proxy of that kind", [2]string{"HTTPS_PROXY", "ftp://x"}, nil, "", `HTTPS_PROXY or ALL_PROXY: no "ftp" proxies`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.env[0] != "" {
				t.Setenv(c.env[0], c.env[1])
			}
			ledger := filepath.Join(t.TempDir(), "ledger")
			for _, command := range [][]string{{"read"}, {"add", "--ledger", ledger}} {
				given = nil
				code, _, messages := call("", append(append(command, c.flags...), "https://outlet.example/news/1")...)
				if code != cli.Failed || !strings.Contains(messages, "riwaya: fetch https://outlet.example/news/1: "+c.says) || strings.Join(given, ", ") != c.given {
					t.Errorf("%v: exit code %d, the proxy was given %v\n%s", command, code, given, messages)
				}
			}
		})
	}
	for _, command := range []string{"read", "add"} {
		if code, _, messages := call("", command, "--proxy", "socks4://127.0.0.1:9050", "https://outlet.example/"); code != cli.Misused || !strings.Contains(messages, `no "socks4" proxies`) {
			t.Errorf("%s: exit code %d, %s", command, code, messages)
		}
	}
}

// TestAddsHoweverPacked: what was sent packed is kept so, and read from what is kept.
func TestAddsHoweverPacked(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		how := strings.TrimPrefix(r.URL.Path, "/")
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Encoding", how)
		var z io.WriteCloser
		switch how {
		case "deflate":
			z = zlib.NewWriter(w)
		case "zstd":
			z, _ = zstd.NewWriter(w)
		default:
			z = gzip.NewWriter(w)
		}
		_, _ = fmt.Fprintf(z, `<html lang="ar"><head><title>وصول جرحى %s</title></head><body><div itemprop="articleBody"><p>قال مدير المستشفى إن عشرة جرحى وصلوا إلى البلدة ليل الثلاثاء.</p></div></body></html>`, how)
		_ = z.Close()
	}))
	defer s.Close()
	var out, messages bytes.Buffer
	dir := filepath.Join(t.TempDir(), "ledger")
	c := taking.AddConfig{Inputs: []string{s.URL + "/gzip", s.URL + "/deflate", s.URL + "/zstd"}, Ledger: dir, Add: pipeline.AddOptions{Jobs: 2}}
	code := c.Run(context.Background(), cli.Streams{In: nil, Out: &out, Err: &messages}, testWeb(fetch.Options{}))
	if code != cli.OK || !strings.HasPrefix(out.String(), "captures  3 new\narticles  3 read\n") {
		t.Errorf("exit code %d\n%s%s", code, out.String(), messages.String())
	}
	if code, out, messages := call("", "verify", "--ledger", dir); code != cli.OK {
		t.Errorf("verify: %s%s", out, messages)
	}
}

// TestSaysThatItWaits: a wait that a person would notice is told once, not a line a page.
func TestSaysThatItWaits(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			_, _ = w.Write([]byte("User-agent: *\nCrawl-delay: 5\nDisallow: /private\n"))
			return
		}
		http.NotFound(w, r)
	}))
	defer s.Close()
	var messages, waits bytes.Buffer
	o := cli.NetConfig{}.Options(func(line string) { waits.WriteString(line + "\n") })
	o.AllowPrivate, o.Sleep = true, func(context.Context, time.Duration) error { return nil }
	o.Now = func() time.Time { return time.Date(2019, 2, 20, 14, 5, 0, 0, time.UTC) }
	r := reading.ReadConfig{Inputs: []string{s.URL + "/1", s.URL + "/2", s.URL + "/3", s.URL + "/private"}, Format: "jsonl", Jobs: 1, View: show.Options{Width: 80}}
	r.Read(context.Background(), cli.Streams{In: nil, Out: &messages, Err: &messages}, cli.Web{Client: fetch.New(o), Now: time.Now})
	host := strings.TrimPrefix(s.URL, "http://")
	if want := "riwaya: waiting 5s for " + host + ": its robots.txt asks for it\n"; waits.String() != want {
		t.Errorf("got\n%s\nwant\n%s", waits.String(), want)
	}
	want := "riwaya: fetch " + s.URL + "/1: 404 Not Found\n" +
		"riwaya: fetch " + s.URL + "/2: 404 Not Found\nriwaya: fetch " + s.URL + "/3: 404 Not Found\n" +
		"riwaya: fetch " + s.URL + "/private: its robots.txt does not allow it; save it in your browser and add the file\n"
	if messages.String() != want {
		t.Errorf("got\n%s\nwant\n%s", messages.String(), want)
	}
}
