package trace

import (
	"context"
	"os"
	"runtime"
	"slices"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/reuse"
	"riwaya/internal/search/term"
	stories "riwaya/internal/story"
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
