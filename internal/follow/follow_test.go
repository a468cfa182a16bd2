package follow

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"riwaya/internal/feed"
	"riwaya/internal/pipeline/incoming"
)

// pages is a web: what is not there is missing.
type pages map[string]string

func (p pages) Get(_ context.Context, r Request) (Answer, error) {
	a := Answer{URL: r.URL, Status: 200, Body: []byte(p[r.URL]), Sent: []byte(p[r.URL])}
	if p[r.URL] == "" {
		a.Status = 404
		return a, errors.New(r.URL + ": 404")
	}
	return a, nil
}

// all is a memory that wants everything.
type all struct{ left map[string]int }

func (all) List(_ context.Context, address string) (Request, bool, error) {
	return Request{URL: address}, true, nil
}

func (all) Listed(_ context.Context, _ string, f *feed.Feed, v Version) (*feed.Feed, string, bool, error) {
	return f, v.ID, true, nil
}

func (all) Page(_ context.Context, address string) (Request, bool, error) {
	return Request{URL: address}, !strings.HasSuffix(address, "/known"), nil
}

func (a all) Left(address string, n int) { a.left[address] = n }

func rss(addresses ...string) string {
	var b strings.Builder
	for _, a := range addresses {
		b.WriteString("<item><link>" + a + "</link></item>")
	}
	return "<rss><channel>" + b.String() + "</channel></rss>"
}

func opml(addresses ...string) string {
	var b strings.Builder
	for _, a := range addresses {
		b.WriteString(`<outline xmlUrl="` + a + `"/>`)
	}
	return "<opml><body>" + b.String() + "</body></opml>"
}

// taken are the names of what is taken in, with the errors of what is not.
func taken(f *Follower, address string) (out []string) {
	ctx := context.Background()
	note := func(s incoming.Source) {
		line := strings.TrimPrefix(s.Name, "https://o.example")
		if s.Err != nil {
			line += "!" + strings.TrimPrefix(strings.ReplaceAll(s.Err.Error(), "https://o.example", ""), strings.TrimPrefix(s.Name, "https://o.example")+": ")
		} else if s.Found == "" {
			line += "*"
		}
		out = append(out, line)
	}
	for s := range f.Address(ctx, address) {
		note(s)
	}
	for s := range f.Rest(ctx) {
		note(s)
	}
	return out
}

// TestNested goes down, and never up or round.
func TestNested(t *testing.T) {
	const o = "https://o.example"
	w := pages{
		o + "/opml":   opml(o+"/opml", o+"/opml2", o+"/index", o+"/rss", o+"/rss", o+"/page"),
		o + "/opml2":  opml(o + "/opml"),
		o + "/index":  `<sitemapindex><sitemap><loc>` + o + `/index</loc></sitemap><sitemap><loc>` + o + `/map</loc></sitemap><sitemap><loc>` + o + `/opml2</loc></sitemap><sitemap><loc>` + o + `/index2</loc></sitemap></sitemapindex>`,
		o + "/index2": `<sitemapindex><sitemap><loc>` + o + `/index</loc></sitemap></sitemapindex>`,
		o + "/map":    `<urlset><url><loc>` + o + `/1</loc></url><url><loc>` + o + `/rss2</loc></url><url><loc>` + o + `/map</loc></url></urlset>`,
		o + "/rss":    rss(o+"/1", o+"/2", o+"/rss", o+"/known", o+"/none"),
		o + "/rss2":   rss(o + "/3"),
		o + "/1":      "one", o + "/2": "two", o + "/page": "page",
	}
	f := &Follower{Web: w, Memory: all{map[string]int{}}, Jobs: 1}
	got := strings.Join(taken(f, o+"/opml"), "\n")
	want := strings.Join([]string{"/opml*", "/opml2!a list of feeds is not followed from there", "/index", "/rss", "/page!neither a feed nor a sitemap",
		"/map", "/index2!an index of sitemaps is not followed from there", "/1", "/2", "/none", "/rss2!a feed is not followed from there"}, "\n")
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	f.Begin()
	if got := taken(f, o+"/page"); !slices.Equal(got, []string{"/page*"}) {
		t.Error(got)
	}
	f.Begin()
	if got := taken(f, o+"/nothing"); len(got) != 1 || !strings.HasPrefix(got[0], "/nothing!") {
		t.Error(got)
	}
}

// TestBounds takes so many of a list, the newest of a sitemap, and tells of few that are wrong.
func TestBounds(t *testing.T) {
	const o = "https://o.example"
	var b strings.Builder
	for n := range 20 {
		fmt.Fprintf(&b, "<url><loc>%s/%d</loc><lastmod>2026-11-%02d</lastmod></url>", o, n, n+1)
	}
	m := all{map[string]int{}}
	f := &Follower{Web: pages{o + "/map": "<urlset>" + b.String() + "</urlset>"}, Memory: m, Most: 3, Since: time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC)}
	if got := strings.Join(taken(f, o+"/map"), " "); got != "/map* /19 /18 /17" || m.left[o+"/map"] != 2 {
		t.Error(got, m.left)
	}
	f.Web = pages{o + "/rss": rss(slices.Repeat([]string{"mailto:nobody"}, 9)...)}
	f.Begin()
	if got := taken(f, o+"/rss"); len(got) != 3 || !strings.Contains(got[2], "4 more entries cannot be followed") {
		t.Errorf("%q", got) // the same line is told once
	}
}

// crowd counts how many of each host are asked for at a time.
type crowd struct {
	mu      sync.Mutex
	now     map[string]int
	most    int
	crowded bool
	asked   atomic.Int64
}

func (c *crowd) Get(ctx context.Context, r Request) (Answer, error) {
	c.asked.Add(1)
	host := strings.Split(r.URL, "/")[2]
	c.mu.Lock()
	c.now[host]++
	c.crowded = c.crowded || c.now[host] > 1
	c.most = max(c.most, len(c.now))
	c.mu.Unlock()
	time.Sleep(time.Millisecond)
	c.mu.Lock()
	if c.now[host]--; c.now[host] == 0 {
		delete(c.now, host)
	}
	c.mu.Unlock()
	return Answer{URL: r.URL, Status: 200}, ctx.Err()
}

// TestHosts asks several hosts at a time, each by one and in order, and stops where it is told to.
func TestHosts(t *testing.T) {
	var requests []Request
	for n := range 20 {
		for _, host := range []string{"a", "b", "c", "d"} {
			requests = append(requests, Request{URL: fmt.Sprintf("https://%s.example/%02d", host, n)})
		}
	}
	c := &crowd{now: map[string]int{}}
	last, n := map[string]string{}, 0
	for g := range get(context.Background(), c, 3, requests) {
		host := g.Request.URL[:10]
		if g.Request.URL <= last[host] {
			t.Errorf("%s after %s", g.Request.URL, last[host])
		}
		last[host] = g.Request.URL
		n++
	}
	if n != len(requests) || c.crowded || c.most < 2 || c.most > 3 {
		t.Errorf("%d answers, %d hosts at a time, a host crowded: %v", n, c.most, c.crowded)
	}
	c.asked.Store(0)
	for range get(context.Background(), c, 2, requests) {
		break
	}
	if n := c.asked.Load(); n > 5 {
		t.Errorf("%d were asked for", n)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n = 0
	for range get(ctx, c, 2, requests) {
		if n++; n == 3 {
			cancel()
		}
	}
	if n > 4 {
		t.Errorf("%d after the end", n)
	}
}
