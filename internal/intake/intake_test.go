package intake

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"riwaya/internal/container/containertest"
	"riwaya/internal/page"
)

var noon = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

func gzipped(t testing.TB, s string) string { t.Helper(); return containertest.Gzip(t, s) }

func TestMedia(t *testing.T) {
	for in, want := range map[string]string{
		`{"text": "x"}`: MediaLines, gzipped(t, `{"text": "x"}`): MediaLines, "WARC/1.0\r\n": MediaWARC, gzipped(t, "WARC/1.1\r\n"): MediaWARC,
		"<html><p>x": "text/html", "plain": "text/plain", "<rss >": "application/rss+xml", gzipped(t, "<urlset>"): "application/sitemap+xml",
	} {
		if got, err := Media([]byte(in), "input", ""); err != nil || got != want {
			t.Errorf("%q: %s, %v; want %s", in, got, err, want)
		}
	}
	for in, want := range map[string]error{"": page.ErrEmpty, gzipped(t, ""): page.ErrEmpty, "%PDF-1.4": page.ErrBinary, "\x1f\x8b\x08": nil} {
		if _, err := Media([]byte(in), "input", ""); err == nil || want != nil && !errors.Is(err, want) || !strings.HasPrefix(err.Error(), "input: ") {
			t.Errorf("%q: %v", in, err)
		}
	}
}

func TestPlaces(t *testing.T) {
	var got []string
	in := "{\"text\": \"one\"}\n\n{broken\n{\"text\": \"two\"}\n"
	for f := range Articles(strings.NewReader(gzipped(t, in)), Options{Name: "a.jsonl.gz", Media: MediaLines, Seen: noon}) {
		got = append(got, fmt.Sprintf("%s %s %v", f.Place, f.Article.Text, f.Err != nil && !strings.Contains(f.Err.Error(), "a.jsonl.gz")))
	}
	if s := strings.Join(got, "; "); s != "line 1 one false; line 3  true; line 4 two false" {
		t.Error(s)
	}
	for f := range Articles(strings.NewReader("plain text"), Options{Name: "a.txt", Media: "text/plain", Seen: noon}) {
		if f.Place != "" || f.Err != nil || !f.Article.Seen.Equal(noon) {
			t.Errorf("%+v", f)
		}
	}
}

// TestWithoutLines leaves lines empty, and every other byte as it was.
func TestWithoutLines(t *testing.T) {
	long := strings.Repeat("x", 200<<10)
	in := "one\n" + long + "\nthree\r\n" + long + "\nlast"
	for gone, want := range map[int]string{
		0: in, 1: "\n" + long + "\nthree\r\n" + long + "\nlast", 2: "one\n\nthree\r\n" + long + "\nlast", 4: "one\n" + long + "\nthree\r\n\nlast", 5: strings.TrimSuffix(in, "last"),
	} {
		for _, from := range []string{in, gzipped(t, in)} {
			got, err := WithoutLines(strings.NewReader(from), func(n int) bool { return n == gone })
			if err != nil || string(got) != want {
				t.Errorf("without line %d: %d bytes, want %d, %v", gone, len(got), len(want), err)
			}
		}
	}
}

// FuzzArticles wants an end, whatever the bytes, and a place for each article of several.
func FuzzArticles(f *testing.F) {
	f.Add([]byte("{\"text\": \"one\"}\n{\n"))
	f.Add([]byte("WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>x</p>\r\n\r\n"))
	f.Add([]byte("<html><p>x"))
	f.Add([]byte(`{"name": "x", "type": "public_channel", "id": 7, "messages": [{"id": 1, "type": "message", "forwarded_from": "y", "text": ["x"]}, 5]}`))
	f.Add([]byte(`<div class="tgme_widget_message" data-post="abc/1"><div class="js-message_text">x</div></div>`))
	f.Add([]byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>x\n--b--\n"))
	f.Add([]byte(bundle(f, stating(entry{"archive/a.warc", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>x</p>\r\n\r\n"})...)))
	f.Add([]byte(zst(f, "{\"text\": \"one\"}\n")))
	f.Fuzz(func(t *testing.T, b []byte) {
		media, err := Media(b, "input", "")
		if err != nil {
			return
		}
		n := 0
		for f := range Articles(bytes.NewReader(b), Options{Name: "input", Media: media, Seen: noon}) {
			if n++; n > len(b)+2 {
				t.Fatal("no end")
			}
			if f.Place == "" && n > 1 {
				t.Fatal("two articles without a place")
			}
		}
	})
}
