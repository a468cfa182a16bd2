package pipeline

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"riwaya/internal/archive/warc"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline/incoming"
)

// readerAt is a file that can be read anywhere, as those of a disk.
type readerAt struct{ *strings.Reader }

func (readerAt) Close() error { return nil }

func anywhere(name, content string) incoming.Source {
	return incoming.Source{How: ledger.CameFile, Name: name, Open: func() (io.ReadCloser, error) { return readerAt{strings.NewReader(content)}, nil }}
}

func longPage(title string) string {
	return "<html><head><title>" + title + "</title></head><body><article>" + strings.Repeat("<p>"+strings.Repeat("words of an article, ", 20)+"</p>", 5) + "</article></body></html>"
}

// TestWACZ takes in a file of WARCs, small and large: it is one capture, its articles stand at
// their places in it, and the store keeps what is stated and what is not as stated.
func TestWACZ(t *testing.T) {
	for _, filling := range []int{0, incoming.Large + 1} {
		b := newBench(t)
		h := warc.Header{{Name: "WARC-Type", Value: warc.Response}, {Name: "WARC-Target-URI", Value: "https://web.archive.org/web/20180101000000id_/https://outlet.example/1"}, {Name: "WARC-Date", Value: "2019-02-21T12:34:56Z"}, {Name: "Content-Type", Value: "application/http"}}
		m, err := warc.Member(h, []byte("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"+longPage("A title")))
		must(t, err)
		var z bytes.Buffer
		w := zip.NewWriter(&z)
		for _, e := range []struct{ name, text string }{{"archive/data.warc.gz", string(m)}, {"datapackage.json", `{"resources": [{"path": "archive/data.warc.gz", "hash": "sha256:00"}]}`}, {"filling", strings.Repeat("x", filling)}} {
			f, err := w.CreateHeader(&zip.FileHeader{Name: e.name, Method: zip.Store})
			must(t, err)
			_, err = io.WriteString(f, e.text)
			must(t, err)
		}
		must(t, w.Close())
		b.want(b.add(AddOptions{}, anywhere("crawl.wacz", z.String())), "captured 1, read 1, failed 1")
		b.want(b.add(AddOptions{}, anywhere("crawl.wacz", z.String())), "nothing 1")
		b.o.Version = "v2" // what is read anew comes from the archive
		b.want(b.add(AddOptions{Reread: true}), "read 1, failed 1")
		names, err := b.d.List(".")
		must(t, err)
		if slices.Contains(names, incoming.SpoolName) {
			t.Error("the spool is still there")
		}
		b.sound()
		l := b.open()
		n := 0
		must(t, l.Store.Walk(context.Background(), nil, func(k *ledger.Kept) error {
			n++
			s := k.Read.Article.Stated
			if got := fmt.Sprint(k.Place, *k.Read.Article.URL, s.By, *s.URL, *s.At, *s.Archive); got != "archive/data.warc.gz byte 0https://outlet.example/1waybackhttps://outlet.example/12018-01-01 00:00:00 +0000 UTChttps://web.archive.org/web/20180101000000id_/https://outlet.example/1" {
				t.Error(got)
			}
			return nil
		}))
		must(t, l.Store.Failures(context.Background(), func(f ledger.Failure) error {
			if f.Place != "archive/data.warc.gz" || !strings.HasSuffix(f.Error, "datapackage.json states sha256:00") {
				t.Errorf("%+v", f)
			}
			return nil
		}))
		must(t, l.Close())
		if n != 1 {
			t.Errorf("%d articles", n)
		}
	}
}

// TestSpoolLeft removes what a crash left of a spool.
func TestSpoolLeft(t *testing.T) {
	b := newBench(t)
	must(t, b.open().Close())
	f, err := b.d.Edit(incoming.SpoolName)
	must(t, err)
	must(t, f.Close())
	must(t, b.open().Close())
	names, err := b.d.List(".")
	must(t, err)
	if slices.Contains(names, incoming.SpoolName) {
		t.Error("the spool is still there")
	}
}

// TestZipThatIsNone refuses a large zip archive that is no WACZ, with one line.
func TestZipThatIsNone(t *testing.T) {
	b := newBench(t)
	var z bytes.Buffer
	w := zip.NewWriter(&z)
	f, err := w.CreateHeader(&zip.FileHeader{Name: "x", Method: zip.Store})
	must(t, err)
	_, err = io.WriteString(f, strings.Repeat("x", incoming.Large+1))
	must(t, err)
	must(t, w.Close())
	for _, s := range []incoming.Source{anywhere("x.zip", z.String()), file("x.zip", z.String())} {
		b.want(b.add(AddOptions{}, s), "refused 1")
		if got := b.said[len(b.said)-1].Err.Error(); !strings.HasPrefix(got, "x.zip: not text: a ZIP archive") {
			t.Error(got)
		}
	}
}

// TestMHTML keeps what a saved page states, at each place that it came in.
func TestMHTML(t *testing.T) {
	b := newBench(t)
	saved := "Snapshot-Content-Location: https://outlet.example/1\r\nDate: Thu, 21 Feb 2019 12:34:56 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n" + longPage("A title") + "\r\n--b--\r\n"
	b.want(b.add(AddOptions{}, file("a.mhtml", saved), file("b", strings.Replace(saved, "21 Feb", "22 Feb", 1))), "captured 2, read 1, same 1")
	l := b.open()
	defer l.Close()
	must(t, l.Store.Walk(context.Background(), nil, func(k *ledger.Kept) error {
		if s := k.Read.Article.Stated; *k.Read.Article.URL != "https://outlet.example/1" || s.By != "mhtml" || s.At.Day() != 21 || !k.Read.Article.Seen.Equal(*s.At) {
			t.Errorf("%+v", s)
		}
		return nil
	}))
	b.sound()
}

// TestCopy takes in an address of the Wayback Machine: the capture keeps the address that answered, the article
// the original one, and a page of that address is a version of the same report.
func TestCopy(t *testing.T) {
	b := newBench(t)
	const copied = "https://web.archive.org/web/20190221123456id_/https://outlet.example/1"
	page := func(url, title string) incoming.Source {
		return incoming.Source{How: ledger.CameAddress, Name: url, URL: url, Media: "text/html", Page: &incoming.Page{Status: 200, Head: []byte("HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n")},
			Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(longPage(title))), nil }}
	}
	b.want(b.add(AddOptions{}, page(copied, "A title"), page("https://outlet.example/1", "Another title")), "captured 2, read 2")
	l := b.open()
	defer l.Close()
	var got []string
	must(t, l.Store.Walk(context.Background(), nil, func(k *ledger.Kept) error {
		line := fmt.Sprint(k.From.URL, " ", *k.Read.Article.URL, " ", k.Version, "/", k.Versions)
		if s := k.Read.Article.Stated; s != nil {
			line += fmt.Sprint(" ", s.By, " ", *s.Archive == copied, " ", s.At.Format("2006-01-02"))
		}
		got = append(got, line)
		return nil
	}))
	if s := strings.Join(got, "; "); s != copied+" https://outlet.example/1 1/2 wayback true 2019-02-21; https://outlet.example/1 https://outlet.example/1 2/2" {
		t.Error(s)
	}
}
