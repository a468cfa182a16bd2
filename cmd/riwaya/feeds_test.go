package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/taking"
	"riwaya/internal/fetch"
	"riwaya/internal/pipeline"
)

// outlet is a server that announces pages, and counts what it is asked for. {} in what it serves is its address.
type outlet struct {
	*httptest.Server
	mu    sync.Mutex
	pages map[string]string // path -> body; a number alone is a status
	asked map[string]int
}

func newOutlet(t *testing.T, pages map[string]string) *outlet {
	o := &outlet{pages: pages, asked: map[string]int{}}
	o.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		o.mu.Lock()
		defer o.mu.Unlock()
		o.asked[r.URL.RequestURI()]++
		body, ok := o.pages[r.URL.Path]
		status := 200
		if _, err := fmt.Sscanf(body, "status %d", &status); err != nil && !ok {
			status = 404
		}
		body = strings.ReplaceAll(body, "{}", o.URL)
		switch {
		case strings.HasSuffix(r.URL.Path, ".gz"):
			var b bytes.Buffer
			z := gzip.NewWriter(&b)
			fmt.Fprint(z, body)
			_ = z.Close()
			body = b.String()
		case strings.HasPrefix(body, "<?xml"):
			w.Header().Set("Content-Type", "text/xml; charset=utf-8")
		default:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		}
		w.WriteHeader(status)
		fmt.Fprint(w, body)
	}))
	t.Cleanup(o.Close)
	return o
}

func (o *outlet) set(path, body string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.pages[path] = body
}

func (o *outlet) count(path string) int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.asked[path]
}

// newsPage is a page with an article of which words is a part.
func newsPage(words string) string {
	return fmt.Sprintf(`<html lang="ar"><head><title>وصول جرحى</title></head><body><div itemprop="articleBody">
<p>قال مدير المستشفى إن %s وصلوا إلى البلدة ليل الثلاثاء، بعد أن فتح الممر الذي كان مغلقا منذ ثلاثة أسابيع.</p></div></body></html>`, words)
}

func items(paths ...string) string {
	var b strings.Builder
	for _, p := range paths {
		fmt.Fprintf(&b, "<item><link>%s</link></item>", strings.ReplaceAll(p, "&", "&amp;"))
	}
	return `<?xml version="1.0"?><rss version="2.0"><channel><title>نهر بوست</title>` + b.String() + "</channel></rss>"
}

// adder adds to one ledger, from servers on this machine.
type adder struct {
	t   *testing.T
	dir string
}

func (a adder) add(want string, code int, o pipeline.AddOptions, inputs ...string) (messages string) {
	a.t.Helper()
	var out, errs bytes.Buffer
	c := taking.AddConfig{Inputs: inputs, Ledger: a.dir, Add: o}
	c.Add.Jobs = 2
	if got := c.Run(context.Background(), cli.Streams{In: nil, Out: &out, Err: &errs}, testWeb(fetch.Options{})); got != code || !strings.HasPrefix(out.String(), want) {
		a.t.Fatalf("exit code %d, want %d\n%swant\n%s\n%s", got, code, out.String(), want, errs.String())
	}
	if code, out, messages := call("", "verify", "--ledger", a.dir); code != cli.OK {
		a.t.Fatalf("verify: %s%s", out, messages)
	}
	return errs.String()
}

// TestAddsFeeds follows a list of feeds in a file to feeds, a sitemap and their pages. What leads nowhere, to
// this machine's own files or into another feed has one line, and the rest goes on.
func TestAddsFeeds(t *testing.T) {
	o := newOutlet(t, map[string]string{
		"/rss":         items("{}/news/1?utm_source=rss&x=1", "/news/2", "{}/news/2#top", "file:///etc/passwd", "javascript:alert(1)", "{}/gone", "{}/rss", "{}/broken", "/walled"),
		"/atom":        `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="news/2"/><content>The whole text of it</content></entry><entry><link href="/news/3"/><content type="html">The whole text, and no page</content></entry></feed>`,
		"/sitemaps":    `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{}/map.xml.gz</loc></sitemap><sitemap><loc>{}/sitemaps</loc></sitemap><sitemap><loc>{}/other-index</loc></sitemap></sitemapindex>`,
		"/other-index": `<?xml version="1.0"?><sitemapindex><sitemap><loc>{}/map.xml.gz</loc></sitemap></sitemapindex>`,
		"/map.xml.gz":  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{}/news/4</loc></url></urlset>`,
		"/news/1":      newsPage("عشرة جرحى"), "/news/2": newsPage("أحد عشر جريحا"), "/news/4": newsPage("أحد عشر جريحا"), "/news/3": "status 503", "/broken": "status 500", "/walled": "status 403",
	})
	dir := t.TempDir()
	list := filepath.Join(dir, "feeds.opml")
	opml := `<opml version="2.0"><body><outline text="نهر بوست"><outline type="rss" xmlUrl="{}/rss"/><outline type="rss" xmlUrl="{}/atom"/></outline>
<outline type="rss" xmlUrl="{}/sitemaps"/><outline type="rss" xmlUrl="{}/news/1"/><outline type="include" url="{}/more.opml"/><outline type="rss" xmlUrl="local.xml"/></body></opml>`
	must(t, os.WriteFile(list, []byte(strings.ReplaceAll(opml, "{}", o.URL)), 0o600))
	a := adder{t, filepath.Join(dir, "ledger")}
	// Kept are: the list, two feeds, an index, a sitemap, three pages (1, 2, 4), and that one is gone.
	got := a.add("captures  8 new, 1 gone, 9 refused\narticles  3 read\n", cli.Failed, pipeline.AddOptions{}, list)
	for _, want := range []string{
		"feeds.opml: \"" + o.URL + "/more.opml\": an address that is not followed: it stands in a list and is no feed\n",
		"feeds.opml: \"local.xml\": an address that is not followed: relative, and the file does not say to what\n",
		o.URL + "/rss: \"file:///etc/passwd\": an address that is not followed: only http and https are fetched\n",
		o.URL + "/rss: \"javascript:alert(1)\": an address that is not followed: only http and https are fetched\n",
		o.URL + "/news/1: neither a feed nor a sitemap\n",
		o.URL + "/other-index: an index of sitemaps is not followed from there\n",
		o.URL + "/gone: it is gone: the server answers 404; that is kept\n",
		"/news/3: 503 ", "/broken: 500 ", "/walled: 403 ",
	} {
		if strings.Count(got, want) != 1 {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for path, n := range map[string]int{"/news/2": 1, "/news/1?utm_source=rss&x=1": 1, "/map.xml.gz": 1, "/more.opml": 0, "/sitemaps": 1} {
		if o.count(path) != n {
			t.Errorf("%s was asked for %d times, want %d", path, o.count(path), n)
		}
	}
	// The feed's own text is no article, though its page cannot be had.
	if code, out, _ := call("", "search", "--ledger", a.dir, `"no page"`); code != cli.OK || strings.Contains(out, "no page") {
		t.Errorf("exit code %d\n%s", code, out)
	}
	_, out, _ := call("", "status", "--ledger", a.dir)
	for _, want := range []string{"gone      1 ", "missed    5", "/news/3"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	// Once more: lists are met again, known pages are not asked for, what was missed is.
	o.set("/news/3", newsPage("اثنا عشر جريحا"))
	a.add("captures  1 new, 4 seen again", cli.Failed, pipeline.AddOptions{}, list)
	if o.count("/news/2") != 1 || o.count("/news/3") < 2 {
		t.Errorf("asked for %d and %d times", o.count("/news/2"), o.count("/news/3"))
	}
	o.set("/broken", newsPage("ثلاثة عشر جريحا"))
	a.add("captures  1 new, 1 refused\narticles  1 read\n", cli.Failed, pipeline.AddOptions{Retry: true})
}

// TestFeedLeadsInside has feeds that lead to what is not public: refused on the address that is
// connected to, one line each.
func TestFeedLeadsInside(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "feed.xml")
	must(t, os.WriteFile(file, []byte(items("http://169.254.169.254/latest/meta-data/", "http://localhost:1/", "http://127.0.0.1/admin", "http://[::1]/", "http://10.0.0.1/router")), 0o600))
	net := cli.Web{Client: fetch.New(fetch.Options{Tries: 1}), Now: testWeb(fetch.Options{}).Now}
	var out, errs bytes.Buffer
	c := taking.AddConfig{Inputs: []string{file}, Ledger: filepath.Join(dir, "ledger"), Add: pipeline.AddOptions{Jobs: 1}}
	if code := c.Run(context.Background(), cli.Streams{In: nil, Out: &out, Err: &errs}, net); code != cli.Failed || !strings.HasPrefix(out.String(), "captures  1 new, 5 refused\n") {
		t.Fatalf("exit code %d\n%s%s", code, out.String(), errs.String())
	}
	if n := strings.Count(errs.String(), "is not public"); n != 5 || strings.Count(errs.String(), "\n") != 5 {
		t.Errorf("%d are refused:\n%s", n, errs.String())
	}
}

// TestFeedBounds takes so many pages of one list in a run, and the others in the next.
func TestFeedBounds(t *testing.T) {
	pages, paths := map[string]string{}, []string{}
	for n := range 7 {
		p := fmt.Sprintf("/news/%d", n)
		pages[p] = newsPage(fmt.Sprint(n, " جرحى"))
		paths = append(paths, "{}"+p)
	}
	pages["/rss"] = items(paths...)
	o := newOutlet(t, pages)
	a := adder{t, filepath.Join(t.TempDir(), "ledger")}
	for _, want := range []struct {
		out  string
		left string
	}{{"captures  4 new\n", "4 pages are left"}, {"captures  3 new, 1 seen again, 3 known\n", "1 pages are left"}, {"captures  1 new, 1 seen again, 6 known\n", ""}} {
		var out, errs bytes.Buffer
		c := taking.AddConfig{Inputs: []string{o.URL + "/rss"}, Ledger: a.dir, Most: 3, Add: pipeline.AddOptions{Jobs: 1}}
		if code := c.Run(context.Background(), cli.Streams{In: nil, Out: &out, Err: &errs}, testWeb(fetch.Options{})); code != cli.OK || !strings.HasPrefix(out.String(), want.out) || !strings.Contains(errs.String(), want.left) {
			t.Fatalf("exit code %d\n%s%s", code, out.String(), errs.String())
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
