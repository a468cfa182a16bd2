package robots

import (
	"strings"
	"testing"
	"time"
)

// Each case is a file and what it allows ("+") and disallows ("-") a program called riwaya.
func TestAllows(t *testing.T) {
	for _, c := range []struct{ name, file, paths string }{
		{"nothing", "", "+/ +/a"},
		{"everybody", "User-agent: *\nDisallow: /", "-/ -/a +/robots.txt"},
		{"an empty rule", "User-agent: *\nDisallow:", "+/ +/a"},
		{"another's group", "User-agent: other\nDisallow: /", "+/a"},
		{"ours wins over everybody's", "User-agent: *\nDisallow: /\n\nUser-agent: riwaya\nDisallow: /private/", "+/a -/private/x +/private"},
		{"ours wins where it is empty", "User-agent: riwaya\nDisallow:\n\nUser-agent: *\nDisallow: /", "+/a"},
		{"case and version do not matter", "USER-AGENT: RIWAYA/2.0 (x)\nDISALLOW: /a", "-/a +/A"},
		{"a name that ours begins with", "User-agent: riwayabot\nDisallow: /", "+/a"},
		{"groups of one name are one", "User-agent: riwaya\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n\nUser-agent: riwaya\nDisallow: /c", "-/a +/b -/c"},
		{"a group of several", "User-agent: x\nUser-agent: riwaya\n\nUser-agent: y\nDisallow: /a", "-/a +/b"},
		{"a sitemap ends no list of programs", "User-agent: riwaya\nSitemap: https://a.example/s.xml\nUser-agent: y\nDisallow: /a", "-/a"},
		{"the longest fits", "User-agent: *\nDisallow: /news\nAllow: /news/ar\nDisallow: /news/ar/draft", "-/news/en +/news/ar/1 -/news/ar/draft/2"},
		{"of two as long the kind one", "User-agent: *\nDisallow: /page\nAllow: /page", "+/page"},
		{"any order", "User-agent: *\nAllow: /a/b\nDisallow: /a", "+/a/b/c -/a/c"},
		{"stars", "User-agent: *\nDisallow: /*/print\nDisallow: /*.pdf$\nDisallow: *x=1", "-/a/print -/a/b/print/2 +/print -/a.pdf +/a.pdf?x=2 -/a.pdf?x=1"},
		{"a star and the end", "User-agent: *\nDisallow: /a*b$", "-/ab -/axxb -/abab +/abc +/xab"},
		{"the end alone", "User-agent: *\nDisallow: /$", "-/ +/a"},
		{"a dollar inside is one", "User-agent: *\nDisallow: /a$b", "-/a$b +/a"},
		{"the query belongs to it", "User-agent: *\nDisallow: /search?q=", "-/search?q=a +/search"},
		{"escapes", "User-agent: *\nDisallow: /%D8%A7\nDisallow: /%62%2f", "-/ا +/ب -/%d8%a7 -/b%2F +/b/"},
		{"unescaped", "User-agent: *\nDisallow: /ا", "-/%D8%A7x +/%d8%a8"},
		{"comments, white space, ends of lines", "\ufeff # x\rUser-agent : * # all\r\n\tDisallow :\t/a # not\n", "-/a -/ab +/b"},
		{"rules before a group", "Disallow: /\nUser-agent: *\nDisallow: /a", "+/b -/a"},
		{"a page instead", "<!doctype html>\n<title>Not found: sorry</title>\n<a href='/a'>Disallow: /</a>", "+/ +/a"},
		{"what stands behind the bound", "User-agent: *\nDisallow: /a\n" + strings.Repeat("#", MaxBytes) + "\nDisallow: /b", "-/a +/b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Parse([]byte(c.file), "riwaya")
			for _, p := range strings.Fields(c.paths) {
				if got := r.Allows(p[1:]); got != (p[0] == '+') {
					t.Errorf("%s: allowed %v", p[1:], got)
				}
			}
		})
	}
}

func TestDelay(t *testing.T) {
	for _, c := range []struct {
		file string
		want time.Duration
	}{
		{"User-agent: *\nCrawl-delay: 10", 10 * time.Second},
		{"User-agent: *\nCrawl-delay: 0.5\nDisallow: /", 500 * time.Millisecond},
		{"User-agent: *\nCrawl-delay: 10\nUser-agent: riwaya\nDisallow: /a", 0},
		{"User-agent: riwaya\nCrawl-delay: 3\n\nUser-agent: *\nCrawl-delay: 10", 10 * time.Second}, // one group, for there is no rule between
		{"User-agent: riwaya\nCrawl-delay: 3\nDisallow:\n\nUser-agent: *\nCrawl-delay: 10", 3 * time.Second},
		{"User-agent: *\nCrawl-delay: 1e300", 24 * time.Hour},
		{"User-agent: *\nCrawl-delay: -1", 0},
		{"User-agent: *\nCrawl-delay: NaN", 0},
		{"User-agent: *\nCrawl-delay: soon", 0},
		{"Crawl-delay: 7", 0},
	} {
		if got := Parse([]byte(c.file), "riwaya").Delay; got != c.want {
			t.Errorf("%q: %v, want %v", c.file, got, c.want)
		}
	}
}

// A pattern made to be slow is not.
func TestFitsInTime(t *testing.T) {
	r := Parse([]byte("User-agent: *\nDisallow: /"+strings.Repeat("*a", 200_000)+"b"), "riwaya")
	start := time.Now()
	for range 20 {
		r.Allows("/" + strings.Repeat("a", 8_000))
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("%v", took)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /*a$\nCrawl-delay: 1", "/a?b=%D8%A7")
	f.Add("User-agent: riwaya\nAllow: /%zz%", "%")
	f.Fuzz(func(t *testing.T, file, path string) {
		r := Parse([]byte(file), "riwaya")
		if r.Delay < 0 || r.Delay > 24*time.Hour {
			t.Errorf("delay %v", r.Delay)
		}
		if c := canonical(path); canonical(c) != c {
			t.Errorf("%q is %q, and that %q", path, c, canonical(c))
		}
		allowed := r.Allows(path)
		if allowed && path != "" && path[0] == '/' && path != "/robots.txt" {
			r.rules = append(r.rules, rule{strings.NewReplacer("*", "%2A", "$", "%24").Replace(canonical(path)) + strings.Repeat("*", len(file)+1), false})
			if !strings.ContainsAny(path, "*$") && r.Allows(path) {
				t.Errorf("%q is allowed although the longest rule says otherwise", path)
			}
		}
	})
}
