package feed

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
)

// shown is a feed as lines: its kind and title, then each link.
func shown(f *Feed) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n", f.Kind, f.Title)
	for _, l := range f.Links {
		b.WriteString(l.URL)
		if l.Title != "" {
			b.WriteString(" | " + l.Title)
		}
		if !l.At.IsZero() {
			b.WriteString(" | " + l.At.Format(time.RFC3339))
		}
		if l.Text {
			b.WriteString(" | text")
		}
		if l.Err != nil {
			b.WriteString(" | " + l.Err.Error())
		}
		b.WriteByte('\n')
	}
	if f.Break != nil {
		fmt.Fprintf(&b, "breaks off: %v\n", f.Break)
	}
	return b.String()
}

// TestFormats reads each file of testdata, whose last part says what is wanted.
func TestFormats(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 12 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		must(t, err)
		in, want, ok := strings.Cut(string(b), "-- want --\n")
		if !ok {
			t.Fatal(name)
		}
		base, in, _ := strings.Cut(in, "\n") // the first line is the address, or nothing
		f, err := Parse([]byte(in), Options{Base: base})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := shown(f); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
		if KindOf(f.Kind.Media()) != f.Kind {
			t.Errorf("%s: no kind has %s", name, f.Kind.Media())
		}
	}
}

const rss = `<?xml version="1.0" encoding="%s"?><rss version="2.0"><channel><title>نهر بوست</title><item><title>وصول جرحى إلى البلدة</title><link>https://outlet.example/%s</link></item></channel></rss>`

// TestCharsets reads what is not UTF-8, declared in the file, by the server, or not at all.
func TestCharsets(t *testing.T) {
	for _, c := range []struct {
		cm                  *charmap.Charmap
		declared, mediaType string
	}{
		{charmap.Windows1256, "windows-1256", ""}, {charmap.Windows1256, "windows-1256", "text/xml; charset=utf-8"},
		{charmap.ISO8859_6, "iso-8859-6", ""}, {charmap.Windows1256, "utf-8", ""},
	} {
		b, err := c.cm.NewEncoder().Bytes(fmt.Appendf(nil, rss, c.declared, "1"))
		must(t, err)
		f, err := Parse(b, Options{ContentType: c.mediaType})
		must(t, err)
		if want := "rss نهر بوست\nhttps://outlet.example/1 | وصول جرحى إلى البلدة\n"; shown(f) != want {
			t.Errorf("%v: %s", c, shown(f))
		}
	}
	wide := []byte{0xff, 0xfe}
	for _, r := range fmt.Sprintf(rss, "utf-16", "1") {
		wide = append(wide, byte(r), byte(r>>8))
	}
	if f, err := Parse(wide, Options{}); err != nil || len(f.Links) != 1 || f.Title != "نهر بوست" {
		t.Errorf("UTF-16: %v, %v", f, err)
	}
}

// TestHostile wants an end, in bounds, and one line.
func TestHostile(t *testing.T) {
	item := "<item><link>https://outlet.example/1</link></item>"
	open := `<rss version="2.0"><channel>`
	lol := `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY file SYSTEM "file:///etc/passwd">]>` + open + `<item><title>&c; &file;</title><link>https://outlet.example/1</link></item></channel></rss>`
	for name, c := range map[string]struct {
		in, want string
		links    int
	}{
		"entities":      {lol, "", 1},
		"deep":          {open + item + strings.Repeat("<a>", 3<<20), "elements nested deeper than 200", 1},
		"deep at once":  {`<feed xmlns="http://www.w3.org/2005/Atom"><entry><content>` + strings.Repeat("<b>", 1<<20), "nested deeper than 200", 0},
		"deep outlines": {`<opml><body>` + strings.Repeat("<outline text='x'>", 1<<19), "nested deeper than 200", 0},
		"deep JSON":     {`{"version": "https://jsonfeed.org/version/1", "items": ` + strings.Repeat("[", 1<<20), "exceeded max depth", 0},
		"broken off":    {open + item + item + "<item><link>https://outlet.example/2</li", "unexpected EOF", 2},
		"many":          {open + strings.Repeat(item, MaxEntries+7) + "</channel></rss>", "", MaxEntries},
		"long":          {open + "<item><link>https://outlet.example/" + strings.Repeat("x", 1<<20) + "</link></item></channel></rss>", "", 1},
		"no list":       {"<html><body>x", "neither a feed nor a sitemap", 0},
		"attributes":    {open + "<item " + strings.Repeat(`a="b" `, 1<<18) + "><link>https://outlet.example/1</link></item></channel></rss>", "", 1},
	} {
		f, err := Parse([]byte(c.in), Options{})
		if f != nil && err == nil {
			err = f.Break
		}
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n")) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
		n := 0
		if f != nil {
			n = len(f.Links)
		}
		if n != c.links {
			t.Errorf("%s: %d links, want %d", name, n, c.links)
		}
		switch name {
		case "entities":
			if f.Links[0].Title != "&c; &file;" {
				t.Errorf("%s: %q", name, f.Links[0].Title)
			}
		case "many":
			if f.More != 7 {
				t.Errorf("%d more", f.More)
			}
		case "long":
			if !errors.Is(f.Links[0].Err, ErrAddress) || len(f.Links[0].Err.Error()) > 500 {
				t.Errorf("%s: %v", name, f.Links[0].Err)
			}
		}
	}
}

// TestPacked unpacks, within bounds.
func TestPacked(t *testing.T) {
	pack := func(r io.Reader) []byte {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		_, err := io.Copy(z, r)
		must(t, err)
		must(t, z.Close())
		return b.Bytes()
	}
	one := pack(strings.NewReader(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://outlet.example/1</loc></url></urlset>`))
	if f, err := Parse(one, Options{}); err != nil || len(f.Links) != 1 {
		t.Errorf("%v, %v", f, err)
	}
	if _, err := Parse(pack(io.MultiReader(strings.NewReader("<urlset>"), io.LimitReader(spaces{}, 2*MaxBytes))), Options{}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a bomb: %v", err)
	}
	if f, err := Parse(one[:len(one)-12], Options{}); err != nil || f.Break == nil || len(f.Links) != 1 {
		t.Errorf("half a file: %v, %v", f, err)
	}
}

type spaces struct{}

func (spaces) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

// TestSum is the same where the entries are, whatever stands around them.
func TestSum(t *testing.T) {
	one := func(built, text string) string {
		f, err := Parse([]byte(`<rss version="2.0"><channel><lastBuildDate>`+built+`</lastBuildDate><item><link>https://outlet.example/1</link><description>`+text+`</description></item></channel></rss>`), Options{})
		must(t, err)
		return f.Sum
	}
	if one("now", "a") != one("later", "a") || one("now", "a") == one("now", "b") {
		t.Error("the sum of a feed is not that of its entries")
	}
}

func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		base, in, _ := strings.Cut(string(b), "\n")
		f.Add([]byte(in), base)
	}
	f.Fuzz(func(t *testing.T, b []byte, base string) {
		list, err := Parse(b, Options{Base: base})
		if err != nil {
			return
		}
		if len(list.Links) > len(b) || list.Kind.Level() == 0 || list.Sum == "" {
			t.Fatalf("%d links, %q", len(list.Links), list.Kind)
		}
		for _, l := range list.Links {
			u, err := url.Parse(l.URL)
			if l.Err == nil && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.Fragment != "") {
				t.Fatalf("to be followed: %q", l.URL)
			}
		}
		again, err := Parse(b, Options{Base: base})
		if err != nil || shown(again) != shown(list) || again.Sum != list.Sum {
			t.Fatalf("read twice: %v", err)
		}
	})
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
