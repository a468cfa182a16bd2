//go:build unix

package across_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/growtest"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/ledgertest"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/matter"
	"riwaya/lexicon"
)

// BenchmarkGrowth takes every so many articles (RIWAYA_EVERY, 10) of the ledger RIWAYA_LEDGER, and the same
// again RIWAYA_LATER days (12) later in other letters, and so on, RIWAYA_ROUNDS times (10), and brings
// the file up to date after each thousand; it prints what a thousand cost this process, of the
// processor. With fewer than twenty of them the 95th of a hundred is the highest. Where a round is of
// more days than lie between two, the reports of a day become more until as many rounds lie over each
// other as there will be. With RIWAYA_AT_ONCE it does so at the end only, once for all.
func BenchmarkGrowth(b *testing.B) {
	path := os.Getenv("RIWAYA_LEDGER")
	if path == "" {
		b.Skip("set RIWAYA_LEDGER to the store of a ledger")
	}
	const thousand = 1000
	ctx, every, rounds, later, atOnce := context.Background(), number("RIWAYA_EVERY", 10), number("RIWAYA_ROUNDS", 10), number("RIWAYA_LATER", 12), os.Getenv("RIWAYA_AT_ONCE") != ""
	tools, err := matter.Load(lexicon.Embedded())
	must(b, err)
	dir := b.TempDir()
	store, err := sqlite.Open(ctx, filepath.Join(dir, "ledger.sqlite"))
	must(b, err)
	defer store.Close()
	file, err := across.Open(filepath.Join(dir, "across.sqlite"), tools.Means, false)
	must(b, err)
	defer file.Close()
	must(b, store.Apply(ctx, []ledger.Change{ledgertest.Capture(0)}, 1))
	leaf, since := int64(1), 0
	var costs []time.Duration
	var changes []ledger.Change
	update := func() {
		must(b, store.Apply(ctx, changes, leaf))
		changes = changes[:0]
		if atOnce {
			return
		}
		at := spent()
		must(b, file.Update(ctx, store, nil))
		costs = append(costs, spent()-at)
	}
	for round := range rounds {
		from, err := sqlite.OpenRead(path, false)
		must(b, err)
		n, letters := 0, growtest.Shuffled(uint64(round))
		must(b, from.Walk(ctx, func(string) bool { n++; return n%every == 0 }, func(k *ledger.Kept) error {
			rec := k.Read
			another(&rec, letters, round*later)
			changes = append(changes, ledger.Change{Record: &ledger.Record{Leaf: leaf, Article: ledger.ArticleID(&rec.Article), Capture: ledgertest.Capture(0).Capture.ID,
				Place: fmt.Sprint("line ", leaf), Version: "1", At: *rec.Article.Seen, Sum: fmt.Sprint(leaf), Read: rec}})
			if leaf++; len(changes) == thousand {
				update()
			}
			return nil
		}, riwaya.Layers...))
		must(b, from.Close())
		if r := round + 1; len(costs) > since && (r <= 2 || r == 10 || r == 30 || r == 100 || r == rounds) {
			last, sum := slices.Clone(costs[since:]), time.Duration(0)
			slices.Sort(last)
			for _, c := range last {
				sum += c
			}
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			n, ms := len(last), func(d time.Duration) time.Duration { return d.Round(time.Millisecond) }
			fmt.Printf("%3dx, %d reports: %d thousands since the last line cost %v in the mean, half of them up to %v, 95 of 100 up to %v, at most %v; heap %d MB\n",
				r, leaf, n, ms(sum/time.Duration(n)), ms(last[(n-1)/2]), ms(last[(n*95+99)/100-1]), ms(last[n-1]), m.HeapAlloc>>20)
			since = len(costs)
		}
	}
	if update(); atOnce {
		at := spent()
		must(b, file.Update(ctx, store, nil))
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		fmt.Printf("%d reports at once: %v a thousand; the process had %d MB of the system\n", leaf, ((spent() - at) * thousand / time.Duration(leaf)).Round(time.Millisecond), m.Sys>>20)
	}
	for b.Loop() {
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func number(name string, otherwise int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return otherwise
}

// spent is what this process had of the processor.
func spent() time.Duration {
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// another makes a report one in other letters, under another address, days later.
func another(r *riwaya.Record, letters growtest.Letters, days int) {
	a := &r.Article
	a.Text = letters.Text(a.Text)
	a.Title = a.Text[:min(len(a.Title), len(a.Text))]
	if a.URL != nil {
		url := fmt.Sprintf("https://%d.%s", days, *a.URL)
		a.URL = &url
	}
	a.ID = riwaya.TextID(a.Text)
	seen := time.Date(2015, 7, 31, 0, 0, 0, 0, time.UTC)
	if a.Seen != nil {
		seen = *a.Seen
	}
	seen = seen.AddDate(0, 0, days)
	a.Seen = &seen
	if a.Published != nil {
		day := shifted(*a.Published, days)
		a.Published = &day
	}
	for i := range r.Times {
		r.Times[i].Value = shifted(r.Times[i].Value, days)
	}
}

// shifted is a value days later, where it says a day of the calendar or a month of a year.
func shifted(value string, days int) string {
	for _, layout := range []string{time.DateOnly, "2006-01"} {
		if n := len(layout); len(value) >= n {
			if day, err := time.Parse(layout, value[:n]); err == nil {
				return day.AddDate(0, 0, days).Format(layout) + value[n:]
			}
		}
	}
	return value
}
