package story

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/growtest"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/search/term"
	"riwaya/lexicon"
)

// ledgerAt names the store of a ledger (ledger.sqlite). With it, the measurements run over
// its articles.
const ledgerAt = "RIWAYA_LEDGER"

// rounds is how often BenchmarkGrowth takes its articles at the most, 100 if it is not set.
const rounds = "RIWAYA_ROUNDS"

// records are every nth of the ledger, in its order, each under its article's ID in the ledger.
func records(t testing.TB, nth int) []*riwaya.Record {
	t.Helper()
	path := os.Getenv(ledgerAt)
	if path == "" {
		t.Skip("set " + ledgerAt + " to the store of a ledger")
	}
	s, err := sqlite.OpenRead(path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var all []*riwaya.Record
	n := 0
	err = s.Walk(context.Background(), nil, func(k *ledger.Kept) error {
		if n++; n%nth == 0 {
			r := k.Read
			r.Article.ID = k.Article
			all = append(all, &r)
		}
		return nil
	}, "claims", "figures", "times", "places", "actors", "events")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// searched compares words as the search does.
func searched(t testing.TB) Words {
	t.Helper()
	terms, err := term.Load(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	memo := term.NewMemo(terms)
	var buffer []term.Term
	return func(text string, see func(string, riwaya.Span)) {
		buffer = memo.Of(text, buffer)
		for _, one := range buffer {
			see(one.Text, one.Span)
		}
	}
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkCorpus groups all articles of a ledger, without copies.
func BenchmarkCorpus(b *testing.B) {
	all := records(b, 1)
	words := searched(b)
	before := heap()
	for b.Loop() {
		g := New(words, Options{})
		stories := map[string]int{}
		for _, r := range all {
			p := g.Add(r, nil)
			for _, j := range p.Joined {
				stories[p.Story] += stories[j]
				delete(stories, j)
			}
			stories[p.Story]++
		}
		several := 0
		for _, n := range stories {
			if n > 1 {
				several++
			}
		}
		b.ReportMetric(float64(len(stories)), "stories")
		b.ReportMetric(float64(several), "of-several")
		b.ReportMetric(float64(int64(heap())-int64(before))/float64(len(all)), "held-B/article")
		runtime.KeepAlive(g)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(all)), "us/article")
}

// BenchmarkGrowth prints what a thousand articles cost of the processor as a ledger grows in time: every tenth article of
// the ledger, and the same again twelve days later, and so on.
func BenchmarkGrowth(b *testing.B) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	all := records(b, 10)
	words := searched(b)
	const batch, span = 1000, 12
	most := 100
	if n, err := strconv.Atoi(os.Getenv(rounds)); err == nil {
		most = n
	}
	for _, times := range []int{1, 2, 10, most} {
		g := New(words, Options{})
		var costs []time.Duration
		n, cost := 0, time.Duration(0)
		for i := range times {
			for _, r := range all {
				later := *r
				later.Article = shifted(r.Article, i, span*i)
				at := growtest.Spent()
				g.Add(&later, nil)
				cost += growtest.Spent() - at
				if n++; n%batch == 0 {
					costs = append(costs, cost)
					cost = 0
				}
			}
		}
		slices.Sort(costs)
		fmt.Printf("%4dx: %7d articles, for 1,000 half within %v, 95 %% within %v, at most %v; %d days and %d reports held, %d MB\n",
			times, n, costs[len(costs)/2].Round(time.Millisecond), costs[len(costs)*95/100].Round(time.Millisecond), costs[len(costs)-1].Round(time.Millisecond),
			len(g.days), len(g.reports), heap()>>20)
	}
	for b.Loop() {
	}
}

// shifted is an article as if it were of days later.
func shifted(a riwaya.Article, nth, days int) riwaya.Article {
	a.ID = fmt.Sprintf("%s-%d", a.ID, nth)
	if a.Seen != nil {
		seen := a.Seen.AddDate(0, 0, days)
		a.Seen = &seen
	}
	if a.Published != nil {
		if d, ok := ParseDay((*a.Published)[:min(10, len(*a.Published))]); ok {
			day := FormatDay(d + days)
			a.Published = &day
		}
	}
	return a
}

// TestOrder says how much stories depend on the order in which reports of a day come: of the pairs that are of
// one story in the ledger's order, how many are in a shuffled one, and the other way round.
func TestOrder(t *testing.T) {
	all := records(t, 1)
	words := searched(t)
	group := func(all []*riwaya.Record) map[string]string {
		g := New(words, Options{})
		of, members := map[string]string{}, map[string][]string{}
		for _, r := range all {
			p := g.Add(r, nil)
			for _, j := range p.Joined {
				members[p.Story] = append(members[p.Story], members[j]...)
				delete(members, j)
			}
			members[p.Story] = append(members[p.Story], r.Article.ID)
		}
		for s, m := range members {
			for _, a := range m {
				of[a] = s
			}
		}
		return of
	}
	share := func(a, b map[string]string) float64 {
		by := map[string][]string{}
		for id, s := range a {
			by[s] = append(by[s], id)
		}
		pairs, kept := 0, 0
		for _, m := range by {
			for i := range m {
				for j := range i {
					pairs++
					if b[m[i]] == b[m[j]] {
						kept++
					}
				}
			}
		}
		return float64(kept) / float64(pairs)
	}
	first := group(all)
	again := group(all)
	if share(first, again) != 1 || share(again, first) != 1 {
		t.Error("the same order gives other stories")
	}
	shuffled := slices.Clone(all)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	day := func(r *riwaya.Record) int { d, _ := DayOf(&r.Article); return d }
	slices.SortStableFunc(shuffled, func(a, b *riwaya.Record) int { return day(a) - day(b) }) // within their days
	second := group(shuffled)
	a, b := share(first, second), share(second, first)
	t.Logf("shuffled: %.3f of the pairs stay, %.3f of the shuffled order's pairs are in the first", a, b)
	if a < 0.8 || b < 0.8 {
		t.Error("too much depends on the order")
	}
}
