package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/cmd/riwaya/taking"
	"riwaya/internal/disk"
	"riwaya/internal/fetch"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline"
)

// watcher watches with a clock that sleeping moves.
type watcher struct {
	t   *testing.T
	mu  sync.Mutex
	now time.Time
	at  map[time.Duration]func() // what happens at a time since the beginning
	cfg taking.WatchConfig
}

func (w *watcher) clock() time.Time {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.now
}

var began = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

// run watches for a time, and then interrupts it.
func (w *watcher) run(long time.Duration) (code int, out, messages string) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	end := w.clock().Add(long)
	var o, e bytes.Buffer
	net := testWeb(fetch.Options{})
	net.Now = w.clock
	code = w.cfg.Run(ctx, cli.Streams{In: nil, Out: &o, Err: &e}, net, func(ctx context.Context, d time.Duration) error {
		w.mu.Lock()
		defer w.mu.Unlock()
		if w.now.Add(d).After(end) {
			cancel()
			return ctx.Err()
		}
		before := w.now.Sub(began)
		w.now = w.now.Add(d)
		for at, do := range w.at {
			if at > before && at <= w.now.Sub(began) {
				do()
			}
		}
		return nil
	})
	if code, out, messages := call("", "verify", "--ledger", w.cfg.Ledger); code != cli.OK {
		w.t.Fatalf("verify: %s%s", out, messages)
	}
	return code, o.String(), e.String()
}

// TestWatch watches an outlet for ten days: one page stays, one is edited, one goes, one comes back, one
// is forbidden, one fails at first; then what is known of them is shown, and the store made anew.
func TestWatch(t *testing.T) {
	o := newOutlet(t, map[string]string{
		"/rss":   items("{}/stays", "{}/edited", "{}/goes", "{}/back", "{}/walled", "{}/down"),
		"/stays": newsPage("عشرة جرحى"), "/edited": newsPage("أحد عشر جريحا"), "/goes": newsPage("اثنا عشر جريحا"), "/back": newsPage("ثلاثة عشر جريحا"), "/down": "status 503", "/walled": "status 403",
	})
	dir := t.TempDir()
	list := filepath.Join(dir, "feeds.opml")
	must(t, os.WriteFile(list, []byte(`<opml version="2.0"><body><outline type="rss" xmlUrl="`+o.URL+`/rss"/></body></opml>`), 0o600))
	w := &watcher{t: t, now: began, cfg: taking.WatchConfig{Inputs: []string{list}, Ledger: filepath.Join(dir, "ledger"), Every: time.Hour, Add: pipeline.AddOptions{Jobs: 1}}}
	const h = time.Hour
	w.at = map[time.Duration]func(){
		2 * h: func() {
			o.set("/down", newsPage("أربعة عشر جريحا"))
		},
		4 * h: func() {
			o.set("/edited", newsPage("خمسة عشر جريحا"))
			o.set("/goes", "status 410")
			o.set("/back", "status 404")
		},
		10 * h: func() { o.set("/back", newsPage("ثلاثة عشر جريحا")) },
	}
	code, out, messages := w.run(10 * 24 * h)
	if code != cli.Interrupted || !strings.Contains(out, "\nhead      ") || !strings.HasSuffix(messages, "interrupted; what is counted above is safe, and `riwaya watch` goes on with the rest\n") {
		t.Fatalf("exit code %d\n%s\n%s", code, out, messages)
	}
	for want, n := range map[string]int{
		"/walled: 403 ": 1,
		"/edited: it was changed: version 2, art-":                1,
		"/goes: it is gone: the server answers 410; that is kept": 3,
		"/back: it is gone: the server answers 404; that is kept": 1,
		"12:00 UTC: 6 new": 1,
	} {
		if strings.Count(messages, want) != n {
			t.Errorf("%q %d times, want %d, in\n%s", want, strings.Count(messages, want), n, messages)
		}
	}
	for path, n := range map[string]int{"/stays": 5, "/edited": 5, "/goes": 5, "/back": 5} {
		if o.count(path) != n {
			t.Errorf("%s was asked for %d times, want %d", path, o.count(path), n)
		}
	}
	status := func(when string) {
		t.Helper()
		_, out, _ := call("", "status", "--ledger", w.cfg.Ledger)
		for _, want := range []string{"versions of 5 reports", "gone      1 pages; what they were is kept\n", o.URL + "/goes\n    since 2026-11-26 18:00 UTC (410), first seen 2026-11-26 12:00 UTC, cap-"} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: no %q in\n%s", when, want, out)
			}
		}
		if strings.Count(out, "missed") != 1 && when == "watched" {
			t.Errorf("%s:\n%s", when, out)
		}
	}
	status("watched")
	must(t, os.Remove(filepath.Join(w.cfg.Ledger, ledger.StoreName)))
	if code, out, messages := call("", "repair", "--ledger", w.cfg.Ledger, "--any-clock"); code != cli.OK {
		t.Fatalf("repair: %s%s", out, messages)
	}
	status("made anew")
	code, out, messages = w.run(24 * h) // nothing is due any more
	if code != cli.Interrupted || o.count("/stays") != 5 || o.count("/goes") != 5 {
		t.Errorf("asked for %d and %d times; exit code %d\n%s\n%s", o.count("/stays"), o.count("/goes"), code, out, messages)
	}
}

// TestWatchOnce does what is due and ends; the same page under two feeds is one capture, seen
// once for each.
func TestWatchOnce(t *testing.T) {
	o := newOutlet(t, map[string]string{"/a": items("{}/1", "{}/2"), "/b": items("{}/2", "{}/1?from=b"), "/1": newsPage("عشرة جرحى"), "/2": newsPage("عشرة جرحى")})
	w := &watcher{t: t, now: began, cfg: taking.WatchConfig{Inputs: []string{o.URL + "/a", o.URL + "/b"}, Ledger: filepath.Join(t.TempDir(), "ledger"), Once: true, Every: time.Hour, Add: pipeline.AddOptions{Jobs: 1}}}
	code, out, messages := w.run(time.Hour)
	if code != cli.OK || !strings.HasPrefix(out, "captures  5 new\narticles  3 read\n") || !strings.Contains(messages, "5 new, 3 articles read\n") {
		t.Fatalf("exit code %d\n%s\n%s", code, out, messages)
	}
	w.now = w.now.Add(time.Hour)
	if code, out, messages := w.run(time.Hour); code != cli.OK || !strings.HasPrefix(out, "captures  0 new, 3 seen again\narticles  0 read\n") || o.count("/2") != 2 {
		t.Fatalf("exit code %d\n%s\n%s", code, out, messages)
	}
}

// TestWatchWaits has watch and add wait for one another.
func TestWatchWaits(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ledger")
	d, err := disk.Folder(dir)
	must(t, err)
	page := filepath.Join(t.TempDir(), "page.txt")
	must(t, os.WriteFile(page, []byte("قال الوزير إن الطريق مغلق."), 0o600))
	o := newOutlet(t, map[string]string{"/rss": items("{}/1"), "/1": newsPage("عشرة جرحى")})
	w := &watcher{t: t, now: time.Now(), cfg: taking.WatchConfig{Inputs: []string{o.URL + "/rss"}, Ledger: dir, Once: true, Every: time.Hour, Add: pipeline.AddOptions{Jobs: 1}}}
	for name, run := range map[string]func() (int, string, string){
		"watch": func() (int, string, string) { return w.run(time.Minute) },
		"add":   func() (int, string, string) { return call("", "add", "--ledger", dir, page) },
	} {
		lock, err := d.Lock("lock")
		must(t, err)
		time.AfterFunc(300*time.Millisecond, func() { _ = lock.Close() })
		if code, out, messages := run(); code != cli.OK {
			t.Errorf("%s: exit code %d\n%s\n%s", name, code, out, messages)
		}
	}
	// An interrupt ends the waiting.
	lock, err := d.Lock("lock")
	must(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(200*time.Millisecond, cancel)
	var out, messages bytes.Buffer
	if code := w.cfg.Run(ctx, cli.Streams{In: nil, Out: &out, Err: &messages}, testWeb(fetch.Options{}), opening.Pause); code != cli.Interrupted {
		t.Errorf("exit code %d\n%s\n%s", code, out.String(), messages.String())
	}
	must(t, lock.Close())
}

func TestWatchMisused(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"", "no input; give feeds, sitemaps or lists of them, as files or addresses"},
		{"-", "standard input cannot be watched"},
		{"https://outlet.example/rss --offline", "nothing can be watched offline"},
		{"https://outlet.example/rss --every 5s", `invalid value "5s" for flag -every: want a time of a minute or more, like 15m or 2h`},
		{"https://outlet.example/rss --every often", "want a time of a minute or more"},
	} {
		code, out, messages := call("", append([]string{"watch"}, strings.Fields(c.args)...)...)
		if code != cli.Misused || out != "" || strings.Count(messages, "\n") != 1 || !strings.Contains(messages, c.want) {
			t.Errorf("%s: exit code %d, %q", c.args, code, messages)
		}
	}
	dir := t.TempDir()
	code, _, messages := call("", "watch", "--ledger", filepath.Join(dir, "ledger"), "--once", filepath.Join(dir, "none.opml"), "../../examples/article.txt")
	if want := fmt.Sprintf("riwaya: %s/none.opml: no such file\nriwaya: ../../examples/article.txt: neither a feed nor a sitemap\n", dir); code != cli.Failed || !strings.HasPrefix(messages, want) {
		t.Errorf("exit code %d, %q", code, messages)
	}
}
