package page

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime/quotedprintable"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"riwaya"
)

// bodyOf is the text of a page, long enough to be read as an article.
const bodyOf = `<article><h1>فتح الجسر الشمالي</h1><p>أعلنت البلدية أن الجسر الشمالي فتح صباح اليوم أمام السيارات بعد أعمال صيانة استمرت ثلاثة أسابيع متواصلة.</p>` +
	`<p>وقال مهندس المشروع إن الطاقم انتهى من تدعيم الأعمدة، وإن العمل في الرصيف يستمر حتى نهاية الشهر المقبل.</p></article>`

// show is what an article states of itself, on one line.
func show(a riwaya.Article) string {
	out := fmt.Sprintf("%s %s", str(a.URL), str(a.Published))
	if s := a.Stated; s != nil {
		out += " | " + s.By + " " + str(s.URL)
		if s.At != nil {
			out += " " + s.At.Format(time.RFC3339)
		}
		out += " " + str(s.Archive)
	}
	if a.Seen != nil {
		out += " | " + a.Seen.Format(time.RFC3339)
	}
	return out
}

// TestSaved reads pages as programs and archives save them: the original address, what states it,
// and never a day of publication from the time of saving.
func TestSaved(t *testing.T) {
	head := `<head><meta charset="utf-8"><title>فتح الجسر الشمالي</title>`
	dated := head + `<meta property="article:published_time" content="2019-02-20">`
	single := "<!DOCTYPE html>\n<html lang=ar><!--\n Page saved with SingleFile \n url: https://outlet.example/news/1?utm=x \n saved date: Thu Feb 21 2019 15:34:56 GMT+0300 (x)\n-->"
	const at, seen = "2019-02-21T12:34:56Z", "2026-11-26T12:00:00Z"
	toolbar := `<!-- BEGIN WAYBACK TOOLBAR INSERT --><div><p>Capture of the page in the archive, with many words that are not of the article and that must not be read as such.</p><time datetime="2019-02-21T12:34:56Z">x</time></div><!-- END WAYBACK TOOLBAR INSERT -->`
	copied := "https://web.archive.org/web/20190221123456/https://outlet.example/news/1"
	now := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct{ name, in, url, want string }{
		{"SingleFile", single + dated + "</head><body>" + bodyOf, "", "https://outlet.example/news/1?utm=x 2019-02-20 | singlefile https://outlet.example/news/1?utm=x " + at + "  | " + at},
		{"SingleFile, canonical", single + head + `<link rel=canonical href=/news/1></head><body>` + bodyOf, "", "https://outlet.example/news/1  | singlefile https://outlet.example/news/1?utm=x " + at + "  | " + at},
		{"a browser", "<!-- saved from url=(0029)https://outlet.example/2019/02/20/1 --><html>" + head + "</head><body>" + bodyOf, "", "https://outlet.example/2019/02/20/1 2019-02-20 | browser https://outlet.example/2019/02/20/1  | " + seen},
		{"a copy that was fetched", "<html>" + head + `<link rel="canonical" href="https://web.archive.org/web/20190221123456/https://outlet.example/news/1?full">` + "</head><body>" + toolbar + bodyOf, copied,
			"https://outlet.example/news/1?full  | wayback https://outlet.example/news/1 " + at + " " + copied + " | " + at},
		{"a copy as it was", "<html>" + dated + "</head><body>" + bodyOf, strings.Replace(copied, "/https", "id_/https", 1), "https://outlet.example/news/1 2019-02-20 | wayback https://outlet.example/news/1 " + at + " " + strings.Replace(copied, "/https", "id_/https", 1) + " | " + at},
		{"a copy in a file, by its canonical address", "<html>" + head + `<link rel="canonical" href="` + copied + `">` + "</head><body>" + bodyOf, "", "https://outlet.example/news/1  | wayback https://outlet.example/news/1 " + at + " " + copied + " | " + at},
		{"archive.today", "<html>" + head + `<link rel="canonical" href="https://archive.ph/YWPHo"/><link rel="bookmark" href="http://archive.today/20190221123456/https://outlet.example/news/1"/></head><body><div id="HEADER"><time itemprop="pubdate" datetime="2019-02-21T12:34:56Z">21 Feb 2019</time></div><div id="SOLID">` + bodyOf, "https://archive.ph/YWPHo",
			"https://outlet.example/news/1  | archive.today https://outlet.example/news/1 " + at + " http://archive.today/20190221123456/https://outlet.example/news/1 | " + at},
		{"a page", "<html>" + head + "</head><body>" + bodyOf, "https://outlet.example/news/1", "https://outlet.example/news/1  | " + seen},
	} {
		in, err := Parse([]byte(c.in), Options{URL: c.url, Seen: &now})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := show(in.Article); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
		if n := strings.Count(in.Article.Text, "\n"); n != 2 || !strings.HasSuffix(in.Article.Text, "المقبل.") {
			t.Errorf("%s: %q", c.name, in.Article.Text)
		}
	}
}

// TestMHTML reads a page with its parts, in three charsets, and from a name that says nothing.
func TestMHTML(t *testing.T) {
	page := `<html><head><title>فتح الجسر الشمالي</title></head><body>` + bodyOf
	arabic, err := charmap.Windows1256.NewEncoder().String(page)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ media, body, encoding string }{
		"declared": {`text/html; charset="windows-1256"`, arabic, "windows-1256"}, "undeclared": {"text/html", arabic, "windows-1256"}, "UTF-8": {"text/html", page, "UTF-8"},
	} {
		var qp bytes.Buffer
		w := quotedprintable.NewWriter(&qp)
		if _, err := io.WriteString(w, c.body); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		in := "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://outlet.example/news/1\r\nDate: Thu, 21 Feb 2019 15:34:56 +0300\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n" +
			"--b\r\nContent-Type: " + c.media + "\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://outlet.example/news/1\r\n\r\n" + qp.String() + "\r\n--b--\r\n"
		n := 0
		for p, err := range Read(strings.NewReader(in), Options{Name: "saved"}) {
			if n++; err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if got := show(p.Article); got != "https://outlet.example/news/1  | mhtml https://outlet.example/news/1 2019-02-21T12:34:56Z  | 2019-02-21T12:34:56Z" || p.Format != MHTML || p.Encoding != c.encoding || !strings.HasSuffix(p.Article.Text, "المقبل.") {
				t.Errorf("%s: %s %s %s %q", name, got, p.Format, p.Encoding, p.Article.Text)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d articles", name, n)
		}
	}
	if _, err := Parse([]byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b--\r\n"), Options{Name: "x"}); !errors.Is(err, ErrNoArticle) || err.Error() != "x: no article on this page: no web page among its parts" {
		t.Error(err)
	}
}

// TestPageAndZip reads what SingleFile writes as a page and a zip archive at once.
func TestPageAndZip(t *testing.T) {
	comment := "<!--\n Page saved with SingleFile \n url: https://outlet.example/news/1 \n saved date: Thu Feb 21 2019 15:34:56 GMT+0300 (x)\n-->"
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html><html data-sfz>" + comment + "<meta charset=windows-1252><title></title><body><p>Please wait...</p><!--")
	z := zip.NewWriter(&b)
	z.SetOffset(int64(b.Len()))
	w, err := z.Create("index.html")
	if err == nil {
		_, err = io.WriteString(w, "<html>"+comment+"<head><meta charset=utf-8><title>فتح الجسر الشمالي</title></head><body>"+bodyOf)
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	in, err := Parse(b.Bytes(), Options{Name: "x.html"})
	if err != nil || !strings.HasSuffix(in.Article.Text, "المقبل.") || show(in.Article) != "https://outlet.example/news/1  | singlefile https://outlet.example/news/1 2019-02-21T12:34:56Z  | 2019-02-21T12:34:56Z" {
		t.Errorf("%s %q, %v", show(in.Article), in.Article.Text, err)
	}
	if _, err := Parse(b.Bytes()[:b.Len()-30], Options{Name: "x.html"}); !errors.Is(err, ErrNoArticle) {
		t.Errorf("cut: %v", err)
	}
}

// TestPictures reads a page whose pictures make it larger than an article may be.
func TestPictures(t *testing.T) {
	picture := `<img src="data:image/png;base64,` + strings.Repeat("iVBORw0K", 1<<20) + `">`
	in, err := Parse([]byte("<html><head><title>فتح الجسر الشمالي</title></head><body>"+picture+picture+picture+bodyOf+"<p>data: x</p>"), Options{})
	if err != nil || !strings.HasSuffix(in.Article.Text, "المقبل.") {
		t.Errorf("%q, %v", in.Article.Text, err)
	}
	if _, err := Parse([]byte("<html><p>"+strings.Repeat("word ", 4<<20)), Options{}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a long text: %v", err)
	}
}
