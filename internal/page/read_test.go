package page

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"riwaya"
)

func one(t *testing.T, in string, o Options) (Input, error) {
	t.Helper()
	var got Input
	var err error
	n := 0
	for i, e := range Read(strings.NewReader(in), o) {
		got, err = i, e
		n++
	}
	if n != 1 {
		t.Fatalf("%d articles", n)
	}
	return got, err
}

func TestPlainText(t *testing.T) {
	for _, c := range []struct{ name, in, title string }{
		{"title and text", "نزوح من بلدة حدودية\nقالت مصادر محلية إن الأهالي غادروا.\n", "نزوح من بلدة حدودية"},
		{"one line", "قالت مصادر محلية إن الأهالي غادروا.\n", ""},
		{"mark, blank line, CR LF", "\ufeff\r\n  عنوان  \r\n\r\nنص الخبر", "عنوان"},
		{"long first line", strings.Repeat("كلمة ", 50) + "\nنص", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			in, err := one(t, c.in, Options{Name: "a.txt", Published: "2019-02-20", Outlet: "صحيفة", Lang: "ar"})
			if err != nil {
				t.Fatal(err)
			}
			a := in.Article
			if a.Text != c.in || a.Title != c.title || a.ID != riwaya.TextID(c.in) {
				t.Errorf("text %q, title %q", a.Text, a.Title)
			}
			if len(a.Body) != 1 || a.Body[0] != (riwaya.Span{Start: 0, End: len(c.in)}) {
				t.Errorf("body %v", a.Body)
			}
			if str(a.Published) != "2019-02-20" || a.PublishedFrom != riwaya.FromFlag || a.PublishedPrecision != riwaya.PrecisionDay ||
				str(a.Outlet) != "صحيفة" || a.Language != "ar" || in.Format != Text || in.Encoding != utf8Name {
				t.Errorf("%+v", in)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct {
		name, in string
		o        Options
		is       error
	}{
		{"empty", "", Options{}, ErrEmpty},
		{"binary", "\x7fELF\x01\x02", Options{}, ErrBinary},
		{"feed", `<?xml version="1.0"?><rss version="2.0"><channel/></rss>`, Options{}, ErrFormat},
		{"JSON over several lines", "{\n \"text\": \"x\"\n}", Options{}, ErrFormat},
		{"bad flag", "نص الخبر", Options{Published: "20/02/2019"}, ErrDate},
		{"broken gzip", "\x1f\x8b\x08nonsense", Options{}, ErrBinary},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.o.Name = "file.x"
			in, err := one(t, c.in, c.o)
			if !errors.Is(err, c.is) || !strings.HasPrefix(err.Error(), "file.x: ") {
				t.Errorf("got %+v, %v; want %v", in, err, c.is)
			}
		})
	}
}

// endless is a text without end, which says how much of it was read.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = "text without end\n"[i%17]
	}
	e.read += len(p)
	return len(p), nil
}

func TestTooLargeIsNotReadWhole(t *testing.T) {
	r := &endless{}
	for _, err := range Read(r, Options{}) {
		if !errors.Is(err, ErrTooLarge) {
			t.Errorf("got %v", err)
		}
	}
	if r.read > MaxArticle+1<<20 {
		t.Errorf("%d bytes were read", r.read)
	}
}

func TestGzip(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, `{"text":"خبر أول"}`+"\n"+`{"text":"خبر ثان"}`)
	z.Close()
	n := 0
	for in, err := range Read(bytes.NewReader(b.Bytes()), Options{Name: "a.jsonl.gz"}) {
		if n++; err != nil || in.Line != n {
			t.Errorf("line %d: %v", in.Line, err)
		}
	}
	if n != 2 {
		t.Errorf("%d articles", n)
	}
	cut := b.Bytes()[:b.Len()-12]
	var last error
	for _, err := range Read(bytes.NewReader(cut), Options{Name: "a.jsonl.gz"}) {
		last = err
	}
	if !errors.Is(last, ErrBinary) || !strings.Contains(last.Error(), "breaks off") {
		t.Errorf("a gzip file cut off: %v", last)
	}
}

func TestPageIn1256(t *testing.T) {
	src := strings.ReplaceAll(newsPage, "utf-8", "windows-1256")
	b, err := charmap.Windows1256.NewEncoder().Bytes([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	in, err := one(t, string(b), Options{})
	if err != nil || in.Encoding != windows1256 || in.Article.Title != pageTitle {
		t.Errorf("%+v, %v", in, err)
	}
}

func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		in, want  string
		precision riwaya.Precision
	}{
		{"2019-02-20", "2019-02-20", riwaya.PrecisionDay},
		{"2019-02-20T14:05:09+03:00", "2019-02-20T14:05:09+03:00", riwaya.PrecisionSecond},
		{"2019-02-20 14:05:09+00:00", "2019-02-20T14:05:09Z", riwaya.PrecisionSecond},
		{"2019-02-20T14:05:09.123+0300", "2019-02-20T14:05:09+03:00", riwaya.PrecisionSecond},
		{"2019-02-20T14:05Z", "2019-02-20T14:05:00Z", riwaya.PrecisionMinute},
		{"2019-02-20T00:00:00+01:00", "2019-02-20", riwaya.PrecisionDay},
		{"2019-02-20T14:05:09", "2019-02-20", riwaya.PrecisionDay},
		{"Wed, 20 Feb 2019 14:05:09 +0300", "2019-02-20T14:05:09+03:00", riwaya.PrecisionSecond},
		{"20/02/2019", "", ""},
		{"1970-01-01T00:00:00Z", "", ""},
		{"0001-01-01T00:00:00Z", "", ""},
		{"2019-02-30", "", ""},
		{"", "", ""},
	} {
		if d, ok := parseDate(c.in); d.value != c.want || d.precision != c.precision || ok != (c.want != "") {
			t.Errorf("%q: %+v", c.in, d)
		}
	}
}

func TestDateInURL(t *testing.T) {
	for in, want := range map[string]string{
		"http://example.com/2015/07/20/article_1.html": "2015-07-20",
		"http://example.com/a/2015/7/2/x":              "2015-07-02",
		"http://example.com/new/20150720/Con123.htm":   "2015-07-20",
		"http://example.com/2015/20150720/x.htm":       "2015-07-20",
		"http://example.com/world/a-title-2021-07-20/": "2021-07-20",
		"http://example.com/2021-07-20-a-title":        "2021-07-20",
		"http://example.com/story/20150720":            "", // could be a number
		"http://example.com/2015/13/20/x":              "",
		"http://example.com/2015/02/30/x":              "",
		"http://example.com/2015/07/20/2014-01-02/":    "",
		"http://example.com/article/4079415":           "",
		"http://example.com/?d=2015-07-20":             "",
		"":                                             "", "%zz": "",
	} {
		if d := dateInURL(in); d.value != want {
			t.Errorf("%s: %q, want %q", in, d.value, want)
		}
	}
}

func TestSeenIsNotPublished(t *testing.T) {
	seen := time.Date(2019, 2, 20, 10, 0, 0, 0, time.UTC)
	in, err := one(t, "عنوان\nنص", Options{Seen: &seen})
	if err != nil || in.Article.Published != nil || in.Article.PublishedFrom != riwaya.FromUnknown || !in.Article.Seen.Equal(seen) {
		t.Errorf("%+v, %v", in.Article, err)
	}
}
