package trace

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/reuse"
	"riwaya/internal/search/term"
	stories "riwaya/internal/story"
	"riwaya/internal/trace/wording"
	"riwaya/lexicon"
)

// ledgerAt names the store of a ledger (ledger.sqlite). With it, the benchmark runs over all its
// articles.
const ledgerAt = "RIWAYA_LEDGER"

// gathered are the reports of a ledger in stories, with the copies between them.
type gathered struct {
	records map[string]*riwaya.Record
	stories map[string][]string // a story -> its reports
	copies  map[string][]riwaya.Copy
	all     []riwaya.Copy
}

func gather(t testing.TB) *gathered {
	t.Helper()
	path := os.Getenv(ledgerAt)
	if path == "" {
		t.Skip("set " + ledgerAt + " to the store of a ledger")
	}
	st, err := sqlite.OpenRead(path, true)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	terms, err := term.Load(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	words := func(text string, see func(string, riwaya.Span)) {
		terms.Each(text, func(one term.Term) bool {
			see(one.Text, one.Span)
			return true
		})
	}
	index := reuse.New(reuse.NewNames(lx), reuse.Options{})
	groups := stories.New(words, stories.Options{})
	g := &gathered{records: map[string]*riwaya.Record{}, stories: map[string][]string{}, copies: map[string][]riwaya.Copy{}}
	in := map[string]string{} // a report -> its story
	err = st.Walk(context.Background(), nil, func(k *ledger.Kept) error {
		r := k.Read
		r.Article.ID = k.Article
		g.records[k.Article] = &r
		copies, err := index.Add(&r)
		if err != nil {
			return err
		}
		g.all = append(g.all, copies...)
		placed := groups.Add(&r, copies)
		in[k.Article] = placed.Story
		for _, joined := range placed.Joined {
			for a, s := range in {
				if s == joined {
					in[a] = placed.Story
				}
			}
		}
		return nil
	}, riwaya.Layers...)
	if err != nil {
		t.Fatal(err)
	}
	for a, s := range in {
		g.stories[s] = append(g.stories[s], a)
	}
	for _, c := range g.all {
		if s := in[c.A]; s == in[c.B] {
			g.copies[s] = append(g.copies[s], c)
		}
	}
	for _, of := range g.stories {
		slices.Sort(of)
	}
	return g
}

// over makes the set of one story.
func (g *gathered) over(t *Tracer, id string) *Set {
	var records []*riwaya.Record
	for _, a := range g.stories[id] {
		records = append(records, g.records[a])
	}
	return t.Over(records, g.copies[id])
}

// BenchmarkCorpus follows every statement of every story of a ledger back to its origins, and
// looks for what changed on the way.
func BenchmarkCorpus(b *testing.B) {
	g, tr := gather(b), load(b)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for b.Loop() {
		var statements, told, chains, changes int
		start := time.Now()
		var longest time.Duration
		for id := range g.stories {
			from := time.Now()
			s := g.over(tr, id)
			for i := range s.Statements() {
				st := &s.Statements()[i]
				statements++
				if len(st.Claims) > 1 {
					told++
				}
				of := s.Chains(st)
				chains += len(of)
				s.Origins(of)
			}
			changes += len(s.Changes())
			longest = max(longest, time.Since(from))
		}
		b.ReportMetric(float64(len(g.stories)), "stories")
		b.ReportMetric(float64(statements), "statements")
		b.ReportMetric(float64(told), "told-twice")
		b.ReportMetric(float64(chains), "chains")
		b.ReportMetric(float64(changes), "changes")
		b.ReportMetric(time.Since(start).Seconds(), "s")
		b.ReportMetric(longest.Seconds(), "s-longest-story")
	}
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(b.N)/float64(len(g.records)), "B/article-in-all")
}

// sample names a seed. With it, BenchmarkSample prints a hundred changes.
const sample = "RIWAYA_SAMPLE"

// BenchmarkSample prints a hundred changes drawn at random from those of all stories, each with
// the words around it on both sides, to be judged by reading. It times nothing; as a benchmark it
// runs when asked only.
func BenchmarkSample(b *testing.B) {
	seed, err := strconv.ParseUint(os.Getenv(sample), 10, 64)
	if err != nil {
		b.Skip("set " + sample + " to a number")
	}
	g, tr := gather(b), load(b)
	type shown struct {
		c riwaya.Change
		s *Set
	}
	var all []shown
	for _, id := range slices.Sorted(maps.Keys(g.stories)) {
		s := g.over(tr, id)
		for _, c := range s.Changes() {
			all = append(all, shown{c, s})
		}
	}
	random := rand.New(rand.NewPCG(seed, 11))
	for n, i := range random.Perm(len(all))[:min(100, len(all))] {
		x := all[i]
		fmt.Printf("%d %s %s %s>%s\n  A %s\n  B %s\n", n, x.c.Kind, x.c.Edge, x.c.Was, x.c.Is, around(x.s, x.c.From), around(x.s, x.c.To))
	}
}

// around are the words of a place in the evidence with a few before and behind.
func around(s *Set, e riwaya.Evidence) string {
	const few = 6
	n := s.At[e.Article]
	text, words, at := s.Reports[n].Rec.Article.Text, s.WordsOf(n), e.Spans.Hull()
	from, to := wording.After(words, at.Start), wording.After(words, at.End)
	wide := wording.SpanOf(words, max(from-few, 0), min(to+few, len(words)))
	wide.Start, wide.End = min(wide.Start, at.Start), max(wide.End, at.End)
	return strings.ReplaceAll(text[wide.Start:at.Start]+"["+at.Of(text)+"]"+text[at.End:wide.End], "\n", "/")
}
