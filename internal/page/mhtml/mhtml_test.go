package mhtml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
)

// crlf ends lines as the format wants.
func crlf(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }

const blink = `From: <Saved by Blink>
Snapshot-Content-Location: https://outlet.example/a
Subject: =?utf-8?Q?x?=
Date: Thu, 21 Feb 2019 15:34:56 +0300
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="----MultipartBoundary--x----"


------MultipartBoundary--x----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://outlet.example/a

<html><head><meta charset=3Dutf-8></head><body>=D9=86=D8=B5=
 tail</body></html>
------MultipartBoundary--x----
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://outlet.example/a.png

iVBORw0KGgo=

------MultipartBoundary--x------
`

func TestBlink(t *testing.T) {
	for name, in := range map[string]string{"CR LF": crlf(blink), "LF": blink, "an empty line before": "\n" + blink} {
		if !Is([]byte(in)) {
			t.Errorf("%s: not seen to be one", name)
		}
		p, err := Read(strings.NewReader(in), 1<<20)
		if err != nil {
			t.Fatal(name, err)
		}
		if got := string(p.Body); strings.TrimSpace(got) != `<html><head><meta charset=utf-8></head><body>نص tail</body></html>` {
			t.Errorf("%s: %q", name, got)
		}
		if len(p.Locations) != 2 || p.Locations[0] != "https://outlet.example/a" || p.Date == nil || p.Date.Format(time.RFC3339) != "2019-02-21T12:34:56Z" || p.ContentType != "text/html" {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

// multi is a file with these parts, each of which begins with its header.
func multi(params string, parts ...string) string {
	out := "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b" + params + "\n\nfor who cannot read it\n"
	for _, p := range parts {
		out += "--b\n" + p + "\n"
	}
	return crlf(out + "--b--\n")
}

// TestRoot finds the page among parts.
func TestRoot(t *testing.T) {
	frame := "Content-Type: text/html\nContent-ID: <f>\n\nframe"
	root := "Content-Type: text/html; charset=\"windows-1256\"\nContent-ID: <r>\nContent-Location: https://outlet.example/r\nContent-Transfer-Encoding: base64\n\ncm9v\ndA=="
	picture := "Content-Type: image/png\n\nx"
	for name, c := range map[string]struct{ in, want string }{
		"the first page":       {multi("", picture, frame, root), "frame"},
		"the one named":        {multi(`; start="<r>"`, picture, frame, root), "root"},
		"one named in vain":    {multi(`; start="<none>"`, picture, frame, root), "frame"},
		"none":                 {multi("", picture, picture), ErrNoPage.Error()},
		"no parts":             {multi(""), ErrNoPage.Error()},
		"nested":               {multi("", "Content-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain\n\nplain\n--c\n"+root+"\n--c--"), "root"},
		"a boundary in a line": {multi("", "Content-Type: text/html\n\nx --b y\n --b\n--bb\n-- b"), "x --b y\r\n --b\r\n--bb\r\n-- b"},
		"no quotation marks":   {strings.Replace(multi("", frame), "boundary=b", "boundary=b; type=text/html", 1), "frame"},
		"not closed":           {strings.TrimSuffix(multi(`; start="<none>"`, frame), "--b--\r\n"), ErrShort.Error()},
		"cut":                  {multi("", root)[:len(multi("", root))-12], ErrShort.Error()},
		"bad base64":           {multi("", "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!!!"), ErrDamaged.Error()},
		"odd quoted-printable": {multi("", "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n=ZZ=41"), "=ZZA"},
		"no boundary":          {crlf("MIME-Version: 1.0\nContent-Type: multipart/related\n\n--\n\nx"), ErrNoPage.Error()},
		"one part":             {crlf("MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: https://outlet.example/r\n\nroot"), "root"},
		"too large":            {multi("", "Content-Type: text/html\n\n"+strings.Repeat("x", 2<<20)), ErrLarge.Error() + ": over 1 MiB"},
		"no header":            {"<html>", ErrDamaged.Error() + ": it has no header"},
		"a header without end": {"A: " + strings.Repeat("x", 100_000), ErrNoPage.Error()},
	} {
		p, err := Read(strings.NewReader(c.in), 1<<20)
		got := string(p.Body)
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestIs(t *testing.T) {
	for in, want := range map[string]bool{
		blink: true, multi(""): true, "": false, "<html>": false, `{"a": "b"}`: false, "قال: نص": false, "Note: this is a text\n\nwith lines": false,
		"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n": false,
		"MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: x\n\n":                       true, "WARC/1.0\r\nContent-Type: text/html\r\n": false,
	} {
		if got := Is([]byte(in)); got != want {
			t.Errorf("%.40q: %v", in, got)
		}
	}
}

// TestHostile reads what is made to cost much: it ends, and little is held.
func TestHostile(t *testing.T) {
	picture := "--b\r\nContent-Type: image/png\r\n\r\nx\r\n"
	head := multi("")
	head = head[:strings.Index(head, "--b")]
	deep := "Content-Type: text/html\r\n\r\nx\r\n"
	for i := range 1000 {
		deep = fmt.Sprintf("Content-Type: multipart/related; boundary=d%d\r\n\r\n--d%d\r\n%s\r\n--d%d--\r\n", i, i, deep, i)
	}
	for name, c := range map[string]struct {
		in   io.Reader
		want error
	}{
		"100,000 parts":        {io.MultiReader(strings.NewReader(head), repeated(picture, 100_000)), ErrNoPage},
		"parts without end":    {io.MultiReader(strings.NewReader(head), repeated(picture, 1<<40)), ErrNoPage},
		"a line of 1 GB":       {io.MultiReader(strings.NewReader(head+"--b\r\nContent-Type: image/png\r\n\r\n"), repeated(strings.Repeat("x", 64<<10), 16<<10)), ErrShort},
		"a page of 1 GB":       {io.MultiReader(strings.NewReader(head+"--b\r\nContent-Type: text/html\r\n\r\n"), repeated(strings.Repeat("x", 64<<10), 16<<10)), ErrLarge},
		"a header without end": {io.MultiReader(strings.NewReader(head+"--b\r\nA: "), repeated(strings.Repeat("x", 64<<10), 16<<10)), nil},
		"nested":               {strings.NewReader("MIME-Version: 1.0\r\n" + deep), ErrNoPage},
		"1,000 boundaries":     {io.MultiReader(strings.NewReader(head), repeated("--b\r\n", 1000)), nil},
	} {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		before, start := m.TotalAlloc, time.Now()
		_, err := Read(c.in, 16<<20)
		runtime.ReadMemStats(&m)
		if err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if took, held := time.Since(start), m.TotalAlloc-before; took > 30*time.Second || held > 160<<20 {
			t.Errorf("%s: %v, %d MiB", name, took, held>>20)
		}
	}
}

// repeated gives a text n times.
func repeated(s string, n int) io.Reader { return &repeating{s: s, left: n * len(s)} }

type repeating struct {
	s        string
	at, left int
}

func (r *repeating) Read(p []byte) (int, error) {
	if r.left <= 0 {
		return 0, io.EOF
	}
	n := 0
	for n < len(p) && r.left > 0 {
		c := copy(p[n:min(len(p), n+r.left)], r.s[r.at:])
		n, r.left, r.at = n+c, r.left-c, (r.at+c)%len(r.s)
	}
	return n, nil
}

// FuzzRead wants an end, and no page beyond the bound.
func FuzzRead(f *testing.F) {
	f.Add([]byte(crlf(blink)))
	f.Add([]byte(multi(`; start="<r>"`, "Content-Type: text/html\nContent-ID: <r>\n\nx")))
	f.Add([]byte(multi("", "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\nx\n--b--")))
	f.Fuzz(func(t *testing.T, b []byte) {
		Is(b)
		if p, err := Read(bytes.NewReader(b), 1000); err == nil && len(p.Body) > 1000 {
			t.Fatal("over the bound")
		}
	})
}
