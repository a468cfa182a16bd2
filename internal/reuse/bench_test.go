package reuse

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/growtest"
)

// kept is what a caller keeps of an index, in memory.
type kept map[string]map[string]Segment

func (k kept) load(day string) (out []Segment, err error) {
	for _, s := range k[day] {
		out = append(out, s)
	}
	return out, nil
}

func (k kept) take(put []Segment, drop []string) {
	for _, name := range drop {
		delete(k[name[:max(0, len(name)-len("/0"))]], name)
		for _, day := range k {
			delete(day, name)
		}
	}
	for _, s := range put {
		if k[s.Day] == nil {
			k[s.Day] = map[string]Segment{}
		}
		k[s.Day][s.Name] = s
	}
}

func (k kept) bytes() (n int) {
	for _, day := range k {
		for _, s := range day {
			n += len(s.Data)
		}
	}
	return n
}

// held is the heap after what is not needed any more was collected, in bytes.
func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkCorpus takes a ledger in whole, and says how long that takes and how much of it this thread was at work, how many copies there are, the memory the
// index has at the end, and how much is kept of each report.
func BenchmarkCorpus(b *testing.B) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	all := records(b)
	n := names(b)
	before := heap()
	for b.Loop() {
		store, copies, at, had := kept{}, 0, time.Now(), growtest.Spent()
		x := New(n, Options{Load: store.load})
		for i, r := range all {
			c, err := x.Add(r)
			if err != nil {
				b.Fatal(err)
			}
			copies += len(c)
			if i%1000 == 999 || i == len(all)-1 {
				put, drop, err := x.Flush()
				if err != nil {
					b.Fatal(err)
				}
				store.take(put, drop)
			}
		}
		b.Logf("%d reports in %v, %v of the processor, %d copies; the index has %d MB, %d bytes are kept of a report", len(all), time.Since(at).Round(time.Millisecond), (growtest.Spent() - had).Round(time.Millisecond),
			copies, (heap()-before)>>20, store.bytes()/len(all))
		runtime.KeepAlive(x)
	}
}

const (
	// rounds is how often BenchmarkGrowth takes the ledger, 10 if it is not set.
	rounds = "RIWAYA_ROUNDS"
	// every is that it takes one article of so many, 1 if it is not set.
	every = "RIWAYA_EVERY"
)

func number(name string, otherwise int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return otherwise
}

// BenchmarkGrowth takes a ledger again and again, each time days later and with other letters, so
// that no round has anything in common with the one before, and prints what a report costs at one, ten and a
// hundred times as many: the median and the 95th of a hundred, and the 95th of blocks of a thousand with
// what is flushed after each. Costs are of the processor where the system tells them of a thread.
func BenchmarkGrowth(b *testing.B) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	all := records(b)
	if step := number(every, 1); step > 1 {
		some := all[:0]
		for i := 0; i < len(all); i += step {
			some = append(some, all[i])
		}
		all = some
	}
	n := names(b)
	most := number(rounds, 10)
	const later = 12 // days from round to round
	store := kept{}
	x := New(n, Options{Load: store.load})
	for round := range most {
		var each, blocks []time.Duration
		block := time.Duration(0)
		letters := growtest.Shuffled(uint64(round))
		for i, r := range all {
			r = another(r, letters, round*later)
			at := growtest.Spent()
			if _, err := x.Add(r); err != nil {
				b.Fatal(err)
			}
			cost := growtest.Spent() - at
			if i%1000 == 999 {
				at = growtest.Spent()
				put, drop, err := x.Flush()
				if err != nil {
					b.Fatal(err)
				}
				cost += growtest.Spent() - at
				store.take(put, drop)
			}
			each = append(each, cost)
			if block += cost; i%1000 == 999 {
				blocks, block = append(blocks, block), 0
			}
		}
		oldest := time.Date(2015, 7, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, round*later-60).Format(time.DateOnly)
		for day := range store { // nobody will ask for it again
			if day < oldest {
				delete(store, day)
			}
		}
		if round <= 1 || round == 9 || round == 99 || round == most-1 {
			slices.Sort(each)
			slices.Sort(blocks)
			fmt.Printf("%3dx, %d reports: median %v, p95 %v a report; p95 %v a thousand; %d days in memory, heap %d MB\n", round+1, (round+1)*len(all),
				each[len(each)/2].Round(time.Microsecond), each[len(each)*95/100].Round(time.Microsecond), blocks[len(blocks)*95/100].Round(time.Millisecond), len(x.days), heap()>>20)
		}
	}
}

// another is a report in other letters, under another address, days later.
func another(r *riwaya.Record, letters growtest.Letters, days int) *riwaya.Record {
	c := *r
	a := &c.Article
	a.Text = letters.Text(a.Text)
	a.Title = a.Text[:min(len(a.Title), len(a.Text))]
	suffix := "#" + strconv.Itoa(days)
	a.ID += suffix
	if a.URL != nil {
		a.URL = ptr("https://" + strconv.Itoa(days) + "." + *a.URL)
	}
	if at, err := time.Parse(time.DateOnly, Day(a)); err == nil {
		at = at.AddDate(0, 0, days)
		a.Seen = &at
		if a.Published != nil {
			a.Published = ptr(at.Format(time.DateOnly))
		}
	}
	return &c
}
