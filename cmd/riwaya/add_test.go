package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/taking"
	"riwaya/internal/archive"
	"riwaya/internal/archive/warc"
	"riwaya/internal/disk"
	"riwaya/internal/fetch"
	"riwaya/internal/pipeline"
)

// TestAddsAddresses takes pages in from a server: what was sent is kept, redirects and
// fields too; the same page again is a sighting, another text another version.
func TestAddsAddresses(t *testing.T) {
	var text atomic.Value
	text.Store("عشرة جرحى")
	m := http.NewServeMux()
	m.HandleFunc("/news/1", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		fmt.Fprintf(z, `<html lang="ar"><head><title>وصول جرحى</title></head><body><div itemprop="articleBody">
<p>قال مدير المستشفى إن %s وصلوا إلى البلدة ليل الثلاثاء، بعد أن فتح الممر الذي كان مغلقا منذ ثلاثة أسابيع.</p></div></body></html>`, text.Load())
		_ = z.Close()
	})
	m.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/news/1", http.StatusFound) })
	s := httptest.NewServer(m)
	defer s.Close()
	net := testWeb(fetch.Options{})
	dir := filepath.Join(t.TempDir(), "ledger")
	add := func(want string, code int, inputs ...string) {
		t.Helper()
		var out, messages bytes.Buffer
		c := taking.AddConfig{Inputs: inputs, Ledger: dir, Add: pipeline.AddOptions{Jobs: 2}}
		if got := c.Run(context.Background(), cli.Streams{In: nil, Out: &out, Err: &messages}, net); got != code || !strings.HasPrefix(out.String(), want) {
			t.Fatalf("exit code %d\n%s\n%s", got, out.String(), messages.String())
		}
	}
	add("captures  1 new, 1 refused\narticles  1 read\n", cli.Failed, s.URL+"/moved", s.URL+"/none")
	add("captures  0 new, 1 seen again\narticles  0 read\n", cli.OK, s.URL+"/news/1")
	text.Store("أحد عشر جريحا")
	add("captures  1 new\narticles  1 read\n", cli.OK, s.URL+"/news/1")
	if _, out, _ := call("", "status", "--ledger", dir); !strings.Contains(out, "articles  2, versions of 1 reports") {
		t.Errorf("status:\n%s", out)
	}
	if code, out, messages := call("", "verify", "--ledger", dir); code != cli.OK {
		t.Errorf("verify: %s%s", out, messages)
	}
	d, err := disk.Existing(dir)
	if err != nil {
		t.Fatal(err)
	}
	r := archive.NewReader(d)
	log, err := r.OpenLog()
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	var kinds []string
	for e, err := range log.Leaves(0) {
		if err != nil {
			t.Fatal(err)
		}
		kinds = append(kinds, e.Kind)
		if e.N != 1 {
			continue
		}
		c, err := r.Open(e.Leaf)
		if err != nil {
			t.Fatal(err)
		}
		h, err := warc.ParseHTTP(c.Block)
		if err != nil || h.Status != 200 || c.Header.Get("Riwaya-Via") != s.URL+"/moved" || c.URI() != s.URL+"/news/1" {
			t.Errorf("%v, status %d, %v", err, h.Status, c.Header)
		}
		if b, err := io.ReadAll(h.Body); err != nil || !strings.Contains(string(b), "عشرة جرحى") {
			t.Errorf("body %q, %v", b, err)
		}
		_ = c.Close()
	}
	if got := strings.Join(kinds, " "); got != "info capture record sighting capture record" {
		t.Errorf("leaves: %s", got)
	}
}

// TestBombs takes in files that unpack to far more than they are, and a line of a
// gibibyte: one line each, and memory stays bounded.
func TestBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("unpacks a gibibyte")
	}
	dir := t.TempDir()
	bomb := filepath.Join(dir, "bomb.jsonl.gz")
	f, err := os.Create(bomb)
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewWriterLevel(f, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(z, `{"text": "`); err != nil {
		t.Fatal(err)
	}
	block := bytes.Repeat([]byte("x"), 1<<20)
	for range 1 << 10 {
		if _, err := z.Write(block); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := io.WriteString(z, "\"}\n{\"text\": \"قال الوزير إن الطريق مغلق\"}\n"); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	code, out, messages := call("", "add", "--ledger", filepath.Join(dir, "ledger"), bomb)
	if code != cli.Failed || !strings.HasPrefix(out, "captures  1 new\narticles  1 read, 1 failed\n") || messages != "riwaya: bomb.jsonl.gz: line 1: a broken line: too large: over 16 MiB\n" {
		t.Fatalf("exit code %d\n%s\n%s", code, out, messages)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if m.HeapSys > 600<<20 {
		t.Errorf("%d MiB of heap", m.HeapSys>>20)
	}
}

// TestPathTricks adds files whose names, and whose pages' addresses, try to be other places.
func TestPathTricks(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	names := []string{"in/%2e%2e%2fx.txt", "in/-rf.txt", "in/a\tb.txt", "in/ø; rm.txt"}
	if runtime.GOOS != "windows" {
		names = append(names, "in/new\nline.txt", "in/back\\..\\x.txt", "in/\x1b[31mred.txt")
	}
	if err := os.Mkdir("in", 0o700); err != nil {
		t.Fatal(err)
	}
	for i, name := range names {
		if err := os.WriteFile(name, fmt.Appendf(nil, "قال الوزير رقم %d إن الطريق مغلق", i), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	code, out, messages := call("", "add", "--list", "in")
	if code != cli.OK || !strings.Contains(out, fmt.Sprintf("captures  %d new\narticles  %d read\n", len(names), len(names))) || strings.ContainsAny(out, "\x1b") {
		t.Fatalf("exit code %d\n%q\n%s", code, out, messages)
	}
	if code, out, messages := call("", "verify"); code != cli.OK {
		t.Fatalf("%s%s", out, messages)
	}
	all, err := os.ReadDir(".")
	if err != nil || len(all) != 2 {
		t.Errorf("%v, %v", all, err)
	}
	if code, out, messages := call("", "repair"); code != cli.OK {
		t.Fatalf("%s%s", out, messages)
	}
	if code, out, messages := call("", "verify"); code != cli.OK {
		t.Fatalf("made anew: %s%s", out, messages)
	}
}

// TestOpenedTwice wants one line where another process works in the ledger, from every
// command that must be alone, and none from those that only look.
func TestOpenedTwice(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ledger")
	if code, _, messages := call("قال الوزير إن الطريق مغلق", "add", "--ledger", dir, "-"); code != cli.OK {
		t.Fatal(messages)
	}
	d, err := disk.Existing(dir)
	if err != nil {
		t.Fatal(err)
	}
	lock, err := d.Lock("lock")
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"add", "-"}, {"head"}, {"verify"}, {"repair"}, {"withdraw", "art-0000", "--reason", "x"}, {"proof", "art-0000", "-o", filepath.Join(dir, "p")}} {
		code, out, messages := call("نص", append(args, "--ledger", dir)...)
		if code != cli.Failed || out != "" || messages != "riwaya: "+dir+": another riwaya is working in this ledger\n" {
			t.Errorf("%v: exit code %d, %q, %q", args, code, out, messages)
		}
	}
	if code, _, messages := call("", "status", "--ledger", dir); code != cli.OK {
		t.Errorf("status: %s", messages)
	}
	if err := lock.Close(); err != nil {
		t.Fatal(err)
	}
	if code, out, messages := call("", "verify", "--ledger", dir); code != cli.OK {
		t.Errorf("verify: %s%s", out, messages)
	}
}
