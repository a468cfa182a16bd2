package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/archive"
	"riwaya/internal/archive/transparency"
	"riwaya/internal/disk"
	"riwaya/internal/disk/disktest"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/pipeline/incoming"
	"riwaya/internal/pipeline/verify"
)

var noon = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

// bench is a ledger in memory, with its store in a file.
type bench struct {
	t     *testing.T
	d     disk.FS
	store string
	o     Options
	mu    sync.Mutex
	now   time.Time
	said  []Event
}

func newBench(t *testing.T) *bench {
	b := &bench{t: t, d: &disktest.Memory{}, store: filepath.Join(t.TempDir(), ledger.StoreName), now: noon}
	b.o = Options{Program: "riwaya test", Version: "v1", Random: strings.NewReader(strings.Repeat("not random ", 20)),
		Now: func() time.Time {
			b.mu.Lock()
			defer b.mu.Unlock()
			b.now = b.now.Add(time.Second)
			return b.now
		},
		Store: func(ctx context.Context) (ledger.Store, error) { return sqlite.Open(ctx, b.store) },
		Read: func(a riwaya.Article) riwaya.Record {
			if strings.Contains(a.Text, "panic") {
				panic("as asked")
			}
			s := riwaya.Spans{{Start: 0, End: len(a.Text)}}
			return riwaya.Record{Schema: riwaya.Schema, Article: a, Times: []riwaya.Time{{ID: "t-1", Span: s, Text: a.Text, Rule: "r"}}}
		},
		Progress: func(e Event) {
			b.mu.Lock()
			defer b.mu.Unlock()
			b.said = append(b.said, e)
		},
	}
	return b
}

func (b *bench) open() *Ledger {
	b.t.Helper()
	l, err := Open(context.Background(), b.d, b.o)
	must(b.t, err)
	return l
}

func file(name, content string) incoming.Source {
	return incoming.Source{How: ledger.CameFile, Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(content)), nil }}
}

// lines are JSON lines of articles from a number to another.
func lines(from, to int) string {
	var b strings.Builder
	for n := from; n < to; n++ {
		fmt.Fprintf(&b, "{\"url\": \"https://outlet.example/%d\", \"text\": \"article number %d\"}\n", n, n)
	}
	return b.String()
}

// add runs one Add and counts what happened, by kind.
func (b *bench) add(o AddOptions, sources ...incoming.Source) map[string]int {
	b.t.Helper()
	l := b.open()
	b.said = nil
	must(b.t, l.Add(context.Background(), slices.Values(sources), o))
	must(b.t, l.Close())
	n := map[string]int{}
	for _, e := range b.said {
		n[e.Kind]++
	}
	return n
}

func (b *bench) want(got map[string]int, want string) {
	b.t.Helper()
	var out []string
	for _, k := range []string{Captured, Again, Nothing, Read, Same, Known, Failed, Passed, Refused} {
		if got[k] > 0 {
			out = append(out, fmt.Sprintf("%s %d", k, got[k]))
		}
	}
	if s := strings.Join(out, ", "); s != want {
		b.t.Fatalf("%s; want %s", s, want)
	}
}

func (b *bench) status(version string) ledger.Status {
	b.t.Helper()
	l := b.open()
	st, err := l.Store.Status(context.Background(), version)
	must(b.t, err)
	must(b.t, l.Close())
	return st
}

// sound wants that everything is as it was logged.
func (b *bench) sound(heads ...transparency.Head) archive.Verified {
	b.t.Helper()
	v, problems := b.verify(heads...)
	if len(problems) > 0 {
		b.t.Fatalf("%d problems: %s", len(problems), strings.Join(problems[:min(5, len(problems))], "\n"))
	}
	return v
}

func (b *bench) verify(heads ...transparency.Head) (archive.Verified, []string) {
	b.t.Helper()
	s, err := sqlite.OpenRead(b.store, false)
	must(b.t, err)
	defer s.Close()
	var problems []string
	var kept []archive.Kept
	for _, h := range heads {
		kept = append(kept, archive.Kept{Name: "the head kept elsewhere", Head: h})
	}
	v, err := verify.Ledger(context.Background(), b.d, s, kept, func(p archive.Problem) {
		if !p.Withdrawn {
			problems = append(problems, p.String())
		}
	})
	must(b.t, err)
	return v, problems
}

func TestAdd(t *testing.T) {
	b := newBench(t)
	posts := lines(0, 200)
	b.want(b.add(AddOptions{Jobs: 3}, file("a.jsonl", posts), file("b.txt", "one text"), file("c.txt", "one text")), "captured 2, nothing 1, read 201")
	b.sound()
	b.want(b.add(AddOptions{}, file("a.jsonl", posts), file("b.txt", "one text")), "nothing 2")
	b.want(b.add(AddOptions{}, file("other.jsonl", posts)), "again 1")
	b.want(b.add(AddOptions{}, file("more.jsonl", lines(190, 210))), "captured 1, read 10, same 10")
	v := b.sound()
	if v.Leaves != 1+2+201+1+1+10 {
		t.Fatalf("%d leaves", v.Leaves)
	}
}

// TestLarge streams what is not held in memory, and refuses what changes meanwhile.
func TestLarge(t *testing.T) {
	b := newBench(t)
	big := lines(0, 3) + strings.Repeat(" ", incoming.Large) + "\n" + lines(3, 5)
	b.want(b.add(AddOptions{Jobs: 2}, file("big.jsonl", big)), "captured 1, read 5")
	n := 0
	changing := incoming.Source{How: ledger.CameFile, Name: "changing.jsonl", Open: func() (io.ReadCloser, error) {
		n++
		return io.NopCloser(strings.NewReader(lines(n, n+1) + strings.Repeat(" ", incoming.Large+10*n))), nil
	}}
	broken := incoming.Source{How: ledger.CameFile, Name: "broken.jsonl", Open: func() (io.ReadCloser, error) {
		return io.NopCloser(io.MultiReader(strings.NewReader(lines(0, 1)), pulled{})), nil
	}}
	b.want(b.add(AddOptions{}, changing, broken, file("good.txt", "good")), "captured 1, read 1, refused 2")
	b.sound()
}

type pulled struct{}

func (pulled) Read([]byte) (int, error) { return 0, errors.New("the disk was pulled out") }

// TestFailures keeps what failed as rows, and tries again when asked.
func TestFailures(t *testing.T) {
	b := newBench(t)
	bad := lines(0, 3) + "{\"text\": \"panic\"}\n{broken\n" + lines(3, 5)
	b.want(b.add(AddOptions{}, file("a.jsonl", bad)), "captured 1, read 5, failed 2")
	b.want(b.add(AddOptions{}, file("a.jsonl", bad)), "nothing 1")
	if got := b.add(AddOptions{Retry: true}); got[Failed] != 2 || got[Read] != 0 {
		t.Fatalf("tried again: %v", got)
	}
	old := b.o.Read
	b.o.Read = func(a riwaya.Article) riwaya.Record {
		r := old(riwaya.Article{})
		r.Article = a
		return r
	}
	if got := b.add(AddOptions{Retry: true}); got[Failed] != 1 || got[Read] != 1 {
		t.Fatalf("mended, and tried again: %v", got)
	}
	if st := b.status("v1"); st.Failures != 1 {
		t.Fatalf("%+v", st)
	}
}

// TestFailsTwice has an article that cannot be read in two places: both are rows.
func TestFailsTwice(t *testing.T) {
	b := newBench(t)
	b.add(AddOptions{Jobs: 3}, file("a.jsonl", strings.Repeat("{\"text\": \"panic\"}\n", 20)+lines(0, 3)))
	if st := b.status("v1"); st.Failures != 20 || st.Articles != 3 || st.Undone != 0 {
		t.Fatalf("%+v", st)
	}
}

// TestVersions reads anew by another version of the layers, when asked.
func TestVersions(t *testing.T) {
	b := newBench(t)
	b.add(AddOptions{}, file("a.jsonl", lines(0, 5)))
	b.o.Version = "v2"
	if got := b.add(AddOptions{}, file("a.jsonl", lines(0, 5))); got[Read] != 0 {
		t.Fatalf("read anew unasked: %v", got)
	}
	if got := b.add(AddOptions{Reread: true}); got[Read] != 5 {
		t.Fatalf("read anew: %v", got)
	}
	if got := b.add(AddOptions{Reread: true}); got[Read] != 0 {
		t.Fatalf("read anew twice: %v", got)
	}
	b.sound()
	if st := b.status("v2"); st.Records != 10 || st.Current != 5 || st.Findings["times"] != 5 {
		t.Fatalf("%+v", st)
	}
}

// TestInterrupted stops runs again and again, and wants everything in the end, once.
func TestInterrupted(t *testing.T) {
	b := newBench(t)
	sources := []incoming.Source{file("a.jsonl", lines(0, 300)), file("b.jsonl", lines(300, 400))}
	for i := range 30 {
		ctx, cancel := context.WithCancel(context.Background())
		l := b.open()
		n := 0
		l.o.Progress = func(e Event) {
			if e.Kind == Read {
				if n++; n == 1+i {
					cancel()
				}
			}
		}
		err := l.Add(ctx, slices.Values(sources), AddOptions{Jobs: 2})
		cancel()
		must(t, l.Close())
		if err == nil {
			break
		} else if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		b.sound()
	}
	b.add(AddOptions{}, sources...)
	if st := b.status("v1"); st.Articles != 400 || st.Records != 400 || st.Undone != 0 {
		t.Fatalf("%+v", st)
	}
	b.sound()
}

// TestClock refuses a clock that has gone back by much, and keeps the order of times where
// it has by little.
func TestClock(t *testing.T) {
	b := newBench(t)
	b.add(AddOptions{}, file("a.txt", "one"))
	b.o.Now = func() time.Time { return noon.Add(-time.Hour) }
	l := b.open()
	if err := l.Add(context.Background(), slices.Values([]incoming.Source{file("b.txt", "two")}), AddOptions{}); !errors.Is(err, ErrClock) {
		t.Fatalf("an hour back: %v", err)
	}
	must(t, l.Close())
	b.sound()
	b.o.Now = func() time.Time { return noon.Add(-time.Minute) }
	b.want(b.add(AddOptions{}, file("b.txt", "two")), "captured 1, read 1")
	b.o.Now, b.o.AnyClock = func() time.Time { return noon.Add(-time.Hour) }, true
	b.want(b.add(AddOptions{}, file("c.txt", "three")), "captured 1, read 1")
	b.sound()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
