package watch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/archive"
	"riwaya/internal/disk"
	"riwaya/internal/disk/disktest"
	"riwaya/internal/follow"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/pipeline"
	"riwaya/internal/pipeline/incoming"
	"riwaya/internal/pipeline/verify"
)

// world is a web, a clock and a ledger, all in memory but the store.
type world struct {
	t      *testing.T
	mu     sync.Mutex
	now    time.Time
	d      disk.FS
	store  string
	files  map[string]string
	asked  map[string][]time.Duration // by address, since noon
	serve  func(url string, since time.Duration) (status int, body string)
	writes int
	failAt int // the write that fails, 0: none
	events map[string]int
	rounds []Round
	wrote  []int            // how many sources each write had
	open   *pipeline.Ledger // between writes: opening it each time is tested with the command
}

func newWorld(t *testing.T, serve func(url string, since time.Duration) (int, string)) *world {
	return &world{t: t, now: noon, d: &disktest.Memory{}, store: filepath.Join(t.TempDir(), ledger.StoreName), files: map[string]string{},
		asked: map[string][]time.Duration{}, serve: serve, events: map[string]int{}}
}

// Get answers as the server does at that time. Every answer has an ETag, which is its body.
func (w *world) Get(_ context.Context, r follow.Request) (follow.Answer, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	since := w.now.Sub(noon)
	w.asked[r.URL] = append(w.asked[r.URL], since)
	status, body := w.serve(r.URL, since)
	a := follow.Answer{URL: r.URL, Status: status, Media: "text/html; charset=utf-8", Body: []byte(body), Sent: []byte(body), ETag: fmt.Sprintf("%q", body), Again: status >= 500 || status == 0}
	if status == 200 && r.ETag != "" && r.ETag == a.ETag {
		a.Status, a.NotModified, a.Body, a.Sent = 304, true, nil, nil
	}
	a.Head = fmt.Appendf(nil, "HTTP/1.1 %d\r\nETag: %s\r\n\r\n", a.Status, a.ETag)
	if len(body) > 200 { // not in a header
		a.Head, a.ETag = fmt.Appendf(nil, "HTTP/1.1 %d\r\n\r\n", a.Status), ""
	}
	if a.Status != 200 && !a.NotModified {
		return a, fmt.Errorf("%s: %d", r.URL, a.Status)
	}
	return a, nil
}

func (w *world) sleep(ctx context.Context, d time.Duration) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if d <= 0 {
		w.t.Fatalf("sleeps for %v", d)
	}
	w.now = w.now.Add(d)
	return ctx.Err()
}

func (w *world) clock() time.Time {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.now
}

var errPower = errors.New("the power failed")

func (w *world) ledger() *pipeline.Ledger {
	w.t.Helper()
	l, err := pipeline.Open(context.Background(), w.d, pipeline.Options{Program: "test", Version: "v1", Random: strings.NewReader(strings.Repeat("not random ", 20)), Now: w.clock,
		Store: func(ctx context.Context) (ledger.Store, error) { return sqlite.Open(ctx, w.store) },
		Read:  func(a riwaya.Article) riwaya.Record { return riwaya.Record{Schema: riwaya.Schema, Article: a} },
		Progress: func(e pipeline.Event) {
			w.events[e.Kind]++
			if e.Kind == pipeline.Failed {
				w.t.Errorf("%s: %v", e.Name, e.Err)
			}
		}})
	must(w.t, err)
	return l
}

func (w *world) write(ctx context.Context, all []incoming.Source) error {
	if w.writes++; w.writes == w.failAt {
		return errPower
	}
	w.wrote = append(w.wrote, len(all))
	if w.open == nil {
		w.open = w.ledger()
	}
	return w.open.Add(ctx, slices.Values(all), pipeline.AddOptions{})
}

// run watches until a time since noon.
func (w *world) run(until time.Duration, every time.Duration, inputs ...string) error {
	w.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	o := Options{Inputs: inputs, Every: every, Jobs: 1, Web: w, Now: w.clock, Ledger: w.d, Write: w.write,
		Sleep: func(ctx context.Context, d time.Duration) error {
			if w.clock().Add(d).After(noon.Add(until)) {
				cancel()
				return nil
			}
			return w.sleep(ctx, d)
		},
		Store: func() (ledger.Store, error) { return sqlite.OpenRead(w.store, false) },
		File: func(name string) ([]byte, error) {
			if s, ok := w.files[name]; ok {
				return []byte(s), nil
			}
			return nil, errors.New(name + ": no such file")
		},
		Source: func(name string) incoming.Source {
			return incoming.Source{How: ledger.CameFile, Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(w.files[name])), nil }}
		},
		Told: func(r Round) { w.rounds = append(w.rounds, r) }}
	err := New(o).Run(ctx)
	must(w.t, w.open.Close())
	w.open = nil
	w.mu.Lock()
	defer w.mu.Unlock()
	w.now = noon.Add(until)
	return err
}

func (w *world) sound() {
	w.t.Helper()
	s, err := sqlite.OpenRead(w.store, false)
	must(w.t, err)
	defer s.Close()
	_, err = verify.Ledger(context.Background(), w.d, s, nil, func(p archive.Problem) {
		if !p.Withdrawn {
			w.t.Error(p)
		}
	})
	must(w.t, err)
}

func (w *world) address(url string) (a ledger.Address) {
	w.t.Helper()
	s, err := sqlite.OpenRead(w.store, false)
	must(w.t, err)
	defer s.Close()
	a, err = s.Address(context.Background(), url)
	must(w.t, err)
	return a
}

func (w *world) status() ledger.Status {
	w.t.Helper()
	s, err := sqlite.OpenRead(w.store, false)
	must(w.t, err)
	defer s.Close()
	st, err := s.Status(context.Background(), "v1")
	must(w.t, err)
	return st
}

// want is when an address was asked for.
func (w *world) want(url string, times ...time.Duration) {
	w.t.Helper()
	if got := w.asked[url]; !slices.Equal(got, times) {
		w.t.Errorf("%s was asked for at %v, want %v", url, got, times)
	}
}

const site = "https://outlet.example"

func article(text string) string {
	return `<title>T</title><div itemprop="articleBody"><p>` + text + ` people reached the town on Tuesday, the director said, when the road was open.`
}

func rss(pages ...string) string {
	var b strings.Builder
	for _, p := range pages {
		fmt.Fprintf(&b, "<item><link>%s/%s</link></item>", site, p)
	}
	return `<rss version="2.0"><channel>` + b.String() + "</channel></rss>"
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
