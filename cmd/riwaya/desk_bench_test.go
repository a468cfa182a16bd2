//go:build unix

package main

import (
	"bufio"
	"context"
	"fmt"
	"html"
	"io"
	"maps"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// The desk as a browser meets it: a process of its own on a copy of the ledger that RIWAYA_LEDGER
// names, which links lead through.
//
// How many pages of one kind are asked for, how many readers there are at once, and how long.
const (
	pagesOfAKind = 60
	readers      = 50
	readFor      = 30 * time.Second
	pageSeen     = time.Second // that a person looks at a page, and a program does not
)

// BenchmarkDesk asks for pages one after another, and then, beside an add of the articles that
// RIWAYA_ADD names, by fifty readers at once.
func BenchmarkDesk(b *testing.B) {
	from := os.Getenv("RIWAYA_LEDGER")
	if from == "" {
		b.Skip("set RIWAYA_LEDGER to the folder of a ledger")
	}
	dir := filepath.Join(b.TempDir(), "ledger")
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		b.Fatal(err)
	}
	program := build(b)
	for b.Loop() {
		began := time.Now()
		origin := openedDesk(b, program, dir)
		c := &crawl{b: b, origin: origin, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: readers}}}
		c.get("/ar/")
		b.ReportMetric(time.Since(began).Seconds()*1000, "first-page-ms")
		c.walk("/ar/", "/en/today?single=1", "/en/sources", "/en/outlets", "/ar/review", "/en/cases",
			"/ar/search?q="+url.QueryEscape("killed:>10"), "/en/search?q=Aleppo&view=table", "/en/search?q=place:Syria&view=map", "/ar/chain?q="+url.QueryEscape("32"))
		b.ReportMetric(quantile(c.first, 95), "first-look-p95-ms")
		kinds := c.each()
		b.ReportMetric(quantile(kinds["all"], 95), "p95-ms")
		b.ReportMetric(quantile(kinds["all"], 50), "p50-ms")
		for _, kind := range slices.Sorted(maps.Keys(kinds)) {
			b.Logf("%-12s %4d pages, p50 %6.1f ms, p95 %6.1f ms", kind, len(kinds[kind]), quantile(kinds[kind], 50), quantile(kinds[kind], 95))
		}
		if more := os.Getenv("RIWAYA_ADD"); more != "" {
			c.beside(program, dir, more, "persons", pageSeen)
			c.beside(program, dir, more, "programs", 0)
		}
		b.ReportMetric(float64(len(c.failed)), "errors")
		for _, f := range c.failed[:min(len(c.failed), 20)] {
			b.Log(f)
		}
	}
	b.ReportMetric(0, "ns/op")
}

// beside asks by many at once while articles are added, each anew though they are known: pause is
// between two pages of one reader.
func (c *crawl) beside(program, dir, more, who string, pause time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), readFor)
	defer cancel()
	add := exec.CommandContext(ctx, program, "add", "--reread", "--ledger", dir, more)
	if err := add.Start(); err != nil {
		c.b.Fatal(err)
	}
	kinds := c.together(ctx, pause)
	_ = add.Wait() // it is cut short where it takes longer
	all := kinds["all"]
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		c.b.Logf("%-12s %4d pages to %s, p50 %6.1f ms, p95 %6.1f ms", kind, len(kinds[kind]), who, quantile(kinds[kind], 50), quantile(kinds[kind], 95))
	}
	c.b.ReportMetric(quantile(all, 95), who+"-beside-add-p95-ms")
	c.b.ReportMetric(quantile(all, 50), who+"-beside-add-p50-ms")
	c.b.ReportMetric(float64(len(all))/readFor.Seconds(), who+"-pages/s")
}

// openedDesk is the address of a desk on a ledger, which ends with the benchmark.
func openedDesk(b *testing.B, program, dir string) string {
	b.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, program, "desk", "--ledger", dir, "--port", "0")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { cancel(); _ = cmd.Wait() })
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if _, address, ok := strings.Cut(lines.Text(), " at "); ok {
			go io.Copy(io.Discard, out)
			return strings.TrimSuffix(address, "/")
		}
	}
	b.Fatal("the desk did not open")
	return ""
}

type crawl struct {
	b      *testing.B
	origin string
	client *http.Client
	mu     sync.Mutex
	found  map[string][]string // paths by kind
	failed []string
	first  []time.Duration // of pages that were asked for the first time
}

var href = regexp.MustCompile(`href="(/(?:ar|en)/[^"#]+)`)

// get asks for a page, and says how long that took.
func (c *crawl) get(path string) (string, time.Duration) {
	begin := time.Now()
	answer, err := c.client.Get(c.origin + path)
	if err != nil {
		c.fail(path + ": " + err.Error())
		return "", time.Since(begin)
	}
	body, err := io.ReadAll(answer.Body)
	took := time.Since(begin)
	answer.Body.Close()
	if err != nil || answer.StatusCode >= 400 {
		c.fail(fmt.Sprintf("%s: %d %v", path, answer.StatusCode, err))
	}
	return string(body), took
}

func (c *crawl) fail(what string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.failed = append(c.failed, what)
}

// kind is the page that a path is one of.
func kind(path string) string {
	p, _, _ := strings.Cut(path, "?")
	parts := strings.Split(p, "/")
	if len(parts) < 3 || parts[2] == "" {
		return "today"
	}
	return parts[2]
}

// walk follows links until there are enough pages of each kind.
func (c *crawl) walk(from ...string) {
	c.found = map[string][]string{}
	seen := map[string]bool{}
	for queue := from; len(queue) > 0; queue = queue[1:] {
		path := queue[0]
		k := kind(path)
		if seen[path] || len(c.found[k]) >= pagesOfAKind || strings.HasSuffix(path, ".zip") || strings.Contains(path, "/raw") || strings.Contains(path, "/download") {
			continue
		}
		seen[path] = true
		c.found[k] = append(c.found[k], path)
		body, took := c.get(path)
		c.first = append(c.first, took)
		for _, m := range href.FindAllStringSubmatch(body, -1) {
			queue = append(queue, html.UnescapeString(m[1]))
		}
	}
}

// each asks for all pages once more, one after another, and gives the times by kind.
func (c *crawl) each() map[string][]time.Duration {
	out := map[string][]time.Duration{}
	for k, paths := range c.found {
		for _, p := range paths {
			_, took := c.get(p)
			out[k], out["all"] = append(out[k], took), append(out["all"], took)
		}
	}
	return out
}

// together has many readers ask until the context ends, each for pages in an order of its own.
func (c *crawl) together(ctx context.Context, pause time.Duration) map[string][]time.Duration {
	out := map[string][]time.Duration{}
	var paths []string
	for _, k := range slices.Sorted(maps.Keys(c.found)) {
		paths = append(paths, c.found[k]...)
	}
	var reading sync.WaitGroup
	for i := range readers {
		reading.Go(func() {
			const step = 7919 // a prime: all pages come
			for n := i * 131; ctx.Err() == nil; n += step {
				path := paths[n%len(paths)]
				_, took := c.get(path)
				select {
				case <-ctx.Done():
				case <-time.After(pause):
				}
				c.mu.Lock()
				out["all"], out[kind(path)] = append(out["all"], took), append(out[kind(path)], took)
				c.mu.Unlock()
			}
		})
	}
	reading.Wait()
	return out
}

// quantile is a share in hundredths of some times, in milliseconds.
func quantile(times []time.Duration, share int) float64 {
	if len(times) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(times))
	return sorted[min(len(sorted)-1, len(sorted)*share/100)].Seconds() * 1000
}
