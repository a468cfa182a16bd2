package saved

import (
	"strings"
	"testing"
	"time"

	"riwaya"
)

// show is what is stated, on one line.
func show(s *riwaya.Stated) string {
	if s == nil {
		return ""
	}
	out := []string{s.By, "", "", ""}
	if s.URL != nil {
		out[1] = *s.URL
	}
	if s.At != nil {
		out[2] = s.At.Format(time.RFC3339)
	}
	if s.Archive != nil {
		out[3] = *s.Archive
	}
	return strings.TrimSpace(strings.Join(out, " "))
}

func TestAddress(t *testing.T) {
	const at = " 2019-02-21T12:34:56Z "
	for in, want := range map[string]string{
		"https://web.archive.org/web/20190221123456id_/https://outlet.example/a?b=c":             "wayback https://outlet.example/a?b=c" + at,
		"https://web.archive.org/web/20190221123456/http://outlet.example:80/a":                  "wayback http://outlet.example/a" + at,
		"https://web.archive.org/web/20190221123456if_/http:/outlet.example/a":                   "wayback http://outlet.example/a" + at,
		"http://web.archive.org/web/20190221123456/outlet.example/a":                             "wayback http://outlet.example/a" + at,
		"https://web.archive.org/web/2019/https://outlet.example/a":                              "wayback https://outlet.example/a  ",
		"http://web.archive.bibalex.org/web/20190221123456/http://outlet.example/a":              "wayback http://outlet.example/a" + at,
		"https://wayback.archive-it.org/1234/20190221123456/https://outlet.example/a":            "wayback https://outlet.example/a" + at,
		"https://arquivo.pt/wayback/20190221123456/https://outlet.example/a":                     "wayback https://outlet.example/a" + at,
		"https://www.webarchive.org.uk/wayback/archive/20190221123456mp_/https://outlet.example": "wayback https://outlet.example" + at,
		"https://archive.ph/20190221123456/https://outlet.example/a":                             "archive.today https://outlet.example/a" + at,
		"http://archive.today/2019.02.21-123456/https://outlet.example/a":                        "archive.today https://outlet.example/a" + at,
	} {
		if got := show(Address(in)); got != want+in {
			t.Errorf("%s:\n got %s\nwant %s", in, got, want+in)
		}
	}
	in := "https://web.archive.org/web/20200101000000/http://archive.is/20190221123456/https://outlet.example/a"
	if got := show(Address(in)); got != "archive.today https://outlet.example/a"+at+"http://archive.is/20190221123456/https://outlet.example/a" {
		t.Errorf("a copy of a copy: %s", got)
	}
	for _, in := range []string{"", "https://outlet.example/web/20190221123456/https://outlet.example/a", "https://web.archive.org/", "https://web.archive.org/web/",
		"https://web.archive.org/web/20190221123456/", "https://web.archive.org/web/20190221*/https://outlet.example/", "https://web.archive.org/web/20191321123456/https://outlet.example/a",
		"https://web.archive.org/web/20190221123456/file:///etc/passwd", "https://web.archive.org/web/20190221123456/javascript:alert(1)", "https://archive.ph/YWPHo",
		"https://web.archive.org/web/20190221123456/https://user:word@outlet.example/a", "ftp://web.archive.org/web/20190221123456/https://outlet.example/a", "https://web.archive.org/web/201902211234567/https://outlet.example/"} {
		if got := Address(in); got != nil {
			t.Errorf("%s: %s", in, show(got))
		}
	}
}

func TestPage(t *testing.T) {
	for _, c := range []struct{ name, in, address, want string }{
		{"SingleFile", "<!DOCTYPE html>\n<html lang=ar><!--\n Page saved with SingleFile \n url: https://outlet.example/a \n saved date: Thu Feb 21 2019 15:34:56 GMT+0300 (توقيت العربية الرسمي)\n--><head>", "", "singlefile https://outlet.example/a 2019-02-21T12:34:56Z"},
		{"SingleFile, from a disk", "<html><!--\n Page saved with SingleFile \n url: file:///home/name/a.html \n saved date: Thu Feb 21 2019 15:34:56 GMT+0300 (x)\n-->", "", "singlefile  2019-02-21T12:34:56Z"},
		{"SingleFile of a copy", "<html><!--\n Page saved with SingleFile \n url: https://web.archive.org/web/20180101000000/https://outlet.example/a \n saved date: Thu Feb 21 2019 15:34:56 GMT+0300 (x)\n-->", "", "wayback https://outlet.example/a 2018-01-01T00:00:00Z https://web.archive.org/web/20180101000000/https://outlet.example/a"},
		{"a browser", "<!DOCTYPE html>\n<!-- saved from url=(0024)https://outlet.example/a -->\n<html>", "", "browser https://outlet.example/a"},
		{"a browser, in the head", "\ufeff<html><head>\r\n<!-- saved from url=(0024)https://outlet.example/a -->", "", "browser https://outlet.example/a"},
		{"a browser, of a copy", "<!-- saved from url=(0069)https://web.archive.org/web/20190221123456/https://outlet.example/a -->", "", "wayback https://outlet.example/a 2019-02-21T12:34:56Z https://web.archive.org/web/20190221123456/https://outlet.example/a"},
		{"from nowhere", "<!-- saved from url=(0014)about:internet --><html>", "", ""},
		{"from nobody", "<!-- saved from url=(0022)http://internet.e-mail --><html>", "", ""},
		{"a comment left in a page", "<!-- saved from url=(0024)https://other.example/a --><html>", "https://outlet.example/a", ""},
		{"a comment in the text", "<html><body><p>x<!-- saved from url=(0024)https://other.example/a -->", "", ""},
		{"Save Page WE", `<html><head><title>x</title><meta name="savepage-url" content="https://outlet.example/a?b=1&amp;c=2"><meta name="savepage-date" content="Thu Feb 21 2019 15:34:56 GMT+0300 (x)">`, "", "savepage-we https://outlet.example/a?b=1&c=2 2019-02-21T12:34:56Z"},
		{"Wayback, without an address", `<html><head><script>__wm.init("https://web.archive.org/web");` + "\n" + `__wm.wombat("http://outlet.example:80/a?b=1&amp;c=2","20190221123456","https://web.archive.org/","web");</script>`, "", "wayback http://outlet.example/a?b=1&c=2 2019-02-21T12:34:56Z https://web.archive.org/web/20190221123456/http://outlet.example:80/a?b=1&c=2"},
		{"archive.today, short", `<html><head><link rel="canonical" href="https://archive.is/YWPHo"/><link rel="bookmark" href="http://archive.today/20190221123456/https://outlet.example/a"/></head><body>`, "https://archive.ph/YWPHo", "archive.today https://outlet.example/a 2019-02-21T12:34:56Z http://archive.today/20190221123456/https://outlet.example/a"},
		{"an outlet that says it", `<html><head><link rel="bookmark" href="http://archive.today/20190221123456/https://other.example/a"/></head><body>`, "https://outlet.example/a", ""},
		{"nothing", "<html><body>x", "", ""}, {"a page", "<html>", "https://outlet.example/a", ""},
	} {
		s, _ := Page(c.in, c.address)
		if got := show(s); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestWithoutWhatWasAdded takes out the archives' own, and leaves every other byte.
func TestWithoutWhatWasAdded(t *testing.T) {
	const at = "https://web.archive.org/web/20190221123456/https://outlet.example/a"
	in := `<head><link rel="canonical" href="https://web.archive.org/web/20190221123456/https://outlet.example/b"><link href="/web/20190221123456cs_/https://outlet.example/s.css"></head><body>` +
		`<!-- BEGIN WAYBACK TOOLBAR INSERT --><div>Capture</div><!-- END WAYBACK TOOLBAR INSERT --><p>see https://web.archive.org/web/2019/https://other.example and /web/x <a href=//web.archive.org/web/20190221123456/http://third.example/>x</a>`
	want := `<head><link rel="canonical" href="https://outlet.example/b"><link href="https://outlet.example/s.css"></head><body>` +
		`<!-- END WAYBACK TOOLBAR INSERT --><p>see https://web.archive.org/web/2019/https://other.example and /web/x <a href=http://third.example/>x</a>`
	if _, got := Page(in, at); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if _, got := Page(in, "https://outlet.example/a"); got != in {
		t.Error("a page that is no copy was changed")
	}
	in = `<body><div id="HEADER"><time itemprop="pubdate" datetime="2019-02-21T12:34:56Z">21 Feb</time></div><div id="SOLID"><p>text`
	if _, got := Page(in, "https://archive.ph/20190221123456/https://outlet.example/a"); got != `<body><div id="SOLID"><p>text` {
		t.Error(got)
	}
}

// FuzzPage wants an end, and addresses of the web only.
func FuzzPage(f *testing.F) {
	f.Add("<html><!--\n Page saved with SingleFile \n url: https://a.example/ \n saved date: x\n-->", "")
	f.Add("<!-- saved from url=(0016)https://a.example -->", "https://web.archive.org/web/20190221123456/https://a.example/")
	f.Add(`__wm.wombat("http://a.example","20190221123456"href="/web/20190221123456/http://x"`, "https://archive.ph/x")
	f.Fuzz(func(t *testing.T, text, address string) {
		s, out := Page(text, address)
		if len(out) > len(text)+len(" hidden")*2 {
			t.Fatal("a page grew")
		}
		if s == nil && out != text {
			t.Fatal("a page was changed that states nothing")
		}
		if s != nil && s.URL != nil && Web(*s.URL) != *s.URL {
			t.Fatalf("%q is no address of the web", *s.URL)
		}
	})
}
