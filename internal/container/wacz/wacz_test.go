package wacz

import (
	"bytes"
	"crypto/md5"
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
	"testing"

	"riwaya/internal/container/containertest"
)

type file = containertest.File

func made(t testing.TB, files ...file) []byte { t.Helper(); return containertest.Zip(t, files...) }

func open(b []byte) (*File, bool, error) { return Open(bytes.NewReader(b), int64(len(b))) }

func loaded(t testing.TB, files ...file) *File {
	t.Helper()
	f, ok, err := open(made(t, files...))
	if !ok || err != nil {
		t.Fatal(ok, err)
	}
	if err := f.Load(); err != nil {
		t.Fatal(err)
	}
	return f
}

// TestPages tells the pages that were meant from their parts, also where a line is no page.
func TestPages(t *testing.T) {
	one := file{"archive/a.warc.gz", "x"}
	f := loaded(t, one, file{"pages/pages.jsonl", "{\"format\": \"json-pages-1.0\"}\nbroken\n{\"url\": \"https://a.example/1\", \"text\": \"" + strings.Repeat("x", 100<<10) + "\"}\n"}, file{"pages/extraPages.jsonl", `{"url": "https://a.example/2#top"}`})
	for url, want := range map[string]bool{"https://a.example/1": true, "https://a.example/1#x": true, "https://a.example/2": true, "https://a.example/3": false} {
		if f.IsPage(url) != want {
			t.Errorf("%s: %v", url, !want)
		}
	}
	for name, f := range map[string]*File{"no list": loaded(t, one), "an empty one": loaded(t, one, file{"pages/pages.jsonl", "{\"format\": \"json-pages-1.0\"}\n"})} {
		if !f.IsPage("https://a.example/3") {
			t.Errorf("%s: a page is none", name)
		}
	}
	var many strings.Builder
	for i := range maxPages + 1 {
		fmt.Fprintf(&many, "{\"url\": \"https://a.example/%d\"}\n", i)
	}
	if f := loaded(t, one, file{"pages/pages.jsonl", many.String()}); !f.IsPage("https://b.example/") || len(f.pages) > maxPages {
		t.Errorf("%d pages", len(f.pages))
	}
}

// TestCompare compares a WARC with what is stated by either kind of hash, or by none.
func TestCompare(t *testing.T) {
	for stated, want := range map[string]string{
		fmt.Sprintf("md5:%x", md5.Sum([]byte("text"))): "", "md5:00": "its hash is md5:1cb251ec0d568de6a92…, datapackage.json states md5:00", "blake3:00": "", "": "",
		"sha256:982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1": "", "SHA256:982D9E3EB996F559E633F4D194DEF3761D909F5A3B647D1A851FEAD67C32C9D1": "",
	} {
		f := loaded(t, file{"archive/a.warc", "text"}, file{"datapackage.json", fmt.Sprintf(`{"resources": [{"path": "archive/a.warc", "hash": %q}]}`, stated)})
		r, err := f.WARCs[0].Open()
		if err != nil {
			t.Fatal(err)
		}
		in, differs := f.Compare(f.WARCs[0], r)
		if _, err := io.Copy(io.Discard, in); err != nil {
			t.Fatal(err)
		}
		if got := differs(); got != want {
			t.Errorf("%q: %q, want %q", stated, got, want)
		}
	}
}

// TestTwice compares as the program hashes that counts each piece twice, and no other's so.
func TestTwice(t *testing.T) {
	text := strings.Repeat("0123456789abcdef", 5000) // 80,000 bytes: a piece and a bit
	sum := sha256.New()
	for at := 0; at < len(text); at += piece {
		io.WriteString(sum, strings.Repeat(text[at:min(at+piece, len(text))], 2))
	}
	for software, want := range map[string]bool{"@harvard-lil/js-wacz 0.1.6": true, "another": false} {
		f := loaded(t, file{"archive/a.warc", text}, file{"datapackage.json", fmt.Sprintf(`{"software": %q, "resources": [{"path": "archive/a.warc", "hash": "sha256:%x"}]}`, software, sum.Sum(nil))})
		r, err := f.WARCs[0].Open()
		if err != nil {
			t.Fatal(err)
		}
		in, differs := f.Compare(f.WARCs[0], r)
		if _, err := io.Copy(io.Discard, in); err != nil {
			t.Fatal(err)
		}
		if got := differs(); (got == "") != want {
			t.Errorf("%s: %q", software, got)
		}
	}
}

// FuzzOpen wants an end, whatever is stated.
func FuzzOpen(f *testing.F) {
	f.Add(made(f, file{"archive/a.warc.gz", "x"}, file{"pages/pages.jsonl", "{\"url\": \"https://a.example/\"}"}, file{"datapackage.json", `{"resources": [{"path": "archive/a.warc.gz", "hash": "sha256:00", "bytes": -1}]}`}, file{"datapackage-digest.json", "{}"}))
	f.Fuzz(func(t *testing.T, b []byte) {
		w, ok, err := open(b)
		if err != nil || !ok {
			return
		}
		if w.Load() != nil {
			return
		}
		for _, e := range w.WARCs {
			if r, err := e.Open(); err == nil {
				in, differs := w.Compare(e, r)
				_, _ = io.Copy(io.Discard, in)
				differs()
				r.Close()
			}
		}
	})
}
