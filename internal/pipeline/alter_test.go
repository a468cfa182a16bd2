package pipeline

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"math/rand"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"riwaya/internal/archive"
	"riwaya/internal/archive/transparency"
	"riwaya/internal/disk"
	"riwaya/internal/disk/disktest"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/pipeline/incoming"
)

// alterations is how many a test tries: 200, or as many as RIWAYA_ALTERATIONS says.
func alterations() int {
	if n, err := strconv.Atoi(os.Getenv("RIWAYA_ALTERATIONS")); err == nil {
		return n
	}
	return 200
}

// TestAltered changes single bytes of a whole ledger, one at a time, anywhere in captures,
// log and stored records: each is reported, with its file's name. (Values in the store are
// changed one at a time by the tests of package sqlite.)
func TestAltered(t *testing.T) {
	b := newBench(t)
	b.add(AddOptions{}, file("a.jsonl", lines(0, 40)), file("b.txt", "one text"))
	b.sound()
	files := b.d.(*disktest.Memory).Files()
	var names []string
	total := 0
	for name, c := range files {
		if strings.HasPrefix(name, "warc/") || strings.HasPrefix(name, "log/") {
			names = append(names, name)
			total += len(c)
		}
	}
	slices.Sort(names)
	r := rand.New(rand.NewSource(7))
	kinds := map[string]int{}
	for range alterations() {
		at, name := r.Intn(total), ""
		for _, name = range names {
			if at < len(files[name]) {
				break
			}
			at -= len(files[name])
		}
		old := files[name][at]
		files[name][at] ^= byte(1 + r.Intn(255))
		b.d = disktest.From(files)
		if _, problems := b.verify(); !slices.ContainsFunc(problems, func(p string) bool { return strings.Contains(p, path.Base(name)) }) {
			t.Fatalf("%s, byte %d: %q", name, at, problems)
		}
		files[name][at] = old
		kinds[path.Dir(name)]++
	}
	t.Logf("all reported: %v", kinds)
}

// TestWrittenAnew is who holds ledger and key: he takes the last ten records away, or swaps two
// captures, builds log and store anew, and signs. Only a head that was kept shows it.
func TestWrittenAnew(t *testing.T) {
	build := func(sources ...incoming.Source) (*bench, transparency.Head) {
		b := newBench(t)
		b.add(AddOptions{Jobs: 1}, sources...)
		l := b.open()
		h, _, err := l.Sign()
		must(t, err)
		must(t, l.Close())
		return b, h
	}
	var all []incoming.Source
	for _, s := range strings.Split("one two three four five six seven eight nine ten eleven twelve", " ") {
		all = append(all, file(s+".txt", "the text of "+s))
	}
	_, kept := build(all...)
	shorter, _ := build(all[:7]...)
	shorter.sound()
	if _, problems := shorter.verify(kept); len(problems) != 1 || !strings.Contains(problems[0], "10 were taken away") {
		t.Fatalf("%q", problems)
	}
	all[3], all[8] = all[8], all[3]
	swapped, _ := build(all...)
	swapped.sound()
	if _, problems := swapped.verify(kept); len(problems) != 1 || !strings.Contains(problems[0], "written anew") {
		t.Fatalf("%q", problems)
	}
}

// TestOpened refuses a ledger that is open, and a folder that cannot be written.
func TestOpened(t *testing.T) {
	b := newBench(t)
	dir := t.TempDir()
	d, err := disk.Folder(dir)
	must(t, err)
	b.d = d
	l := b.open()
	if _, err := Open(context.Background(), d, b.o); err == nil || !strings.Contains(err.Error(), disk.ErrLocked.Error()) {
		t.Fatalf("opened twice: %v", err)
	}
	must(t, l.Add(context.Background(), slices.Values([]incoming.Source{file("a.txt", "one")}), AddOptions{}))
	must(t, l.Close())
	b.sound()
	// A folder that cannot be written, to root either.
	m := &disktest.Memory{Fail: func(disktest.Op) error { return fs.ErrPermission }}
	if _, err := Open(context.Background(), m, newBench(t).o); !errors.Is(err, fs.ErrPermission) {
		t.Fatalf("opened for writing: %v", err)
	}
}

// TestWithdraw takes a capture away and makes the store anew: it stays away.
func TestWithdraw(t *testing.T) {
	b := newBench(t)
	b.add(AddOptions{}, file("a.jsonl", lines(0, 10)), file("b.txt", "a private text"))
	l := b.open()
	ctx := context.Background()
	var id string
	for _, e := range b.said {
		if e.Name == "b.txt" && e.Kind == Captured {
			id = e.ID
		}
	}
	w, others, err := l.Withdraw(ctx, id, "a", "a reason")
	if err != nil || len(w.Gone) != 2 || len(others) != 0 {
		t.Fatalf("%+v, %v, %v", w, others, err)
	}
	if _, _, err := l.Withdraw(ctx, id, "a", " "); err == nil {
		t.Error("without a reason")
	}
	must(t, l.Close())
	if v := b.sound(); v.Withdrawn != 2 {
		t.Fatalf("%+v", v)
	}
	for _, name := range []string{b.store, b.store + "-wal"} {
		if c, err := os.ReadFile(name); err == nil && strings.Contains(string(c), "a private text") {
			t.Errorf("still in %s", filepath.Base(name))
		}
	}
	b.store = filepath.Join(t.TempDir(), ledger.StoreName)
	b.o.Lost = true
	must(t, b.open().Close())
	b.o.Lost = false
	if v := b.sound(); v.Withdrawn != 2 {
		t.Fatalf("made anew: %+v", v)
	}
	if got := b.add(AddOptions{}, file("b.txt", "a private text")); got[Refused] != 1 || got[Captured] != 0 {
		t.Fatalf("it came in again: %v", got)
	}
	if st := b.status("v1"); st.Articles != 10 || st.Withdrawn != 2 {
		t.Fatalf("%+v", st)
	}
}

// TestWithdrawCutShort stops the machine while something is being taken away: afterwards
// it is there whole, or gone.
func TestWithdrawCutShort(t *testing.T) {
	b := newBench(t)
	b.add(AddOptions{}, file("a.jsonl", lines(0, 10)), file("b.txt", "a private text"))
	m := b.d.(*disktest.Memory)
	before, began := m.Files(), len(m.Ops())
	s, err := sqlite.Open(context.Background(), b.store)
	must(t, err)
	must(t, s.Close())
	store, err := os.ReadFile(b.store)
	must(t, err)
	l := b.open()
	var id string
	for _, e := range b.said {
		if e.Name == "b.txt" && e.Kind == Captured {
			id = e.ID
		}
	}
	_, _, err = l.Withdraw(context.Background(), id, "a", "a reason")
	must(t, err)
	must(t, l.Close())
	ops := m.Ops()[began:]
	gone := 0
	for n := range len(ops) + 1 {
		for _, loss := range disktest.Losses {
			after := newBench(t)
			after.now = b.now
			after.d = disktest.CrashOf(before, ops, n, loss)
			must(t, os.WriteFile(after.store, store, 0o600))
			l := after.open()
			_, err := l.Store.Capture(context.Background(), id)
			must(t, l.Close())
			if v := after.sound(); err != nil && v.Withdrawn != 2 || err == nil && v.Withdrawn != 0 {
				t.Fatalf("after %d, %s: %v, %+v", n, loss, err, v)
			}
			if err != nil {
				gone++
				if !strings.Contains(err.Error(), ledger.ErrGone.Error()) {
					t.Fatal(err)
				}
			}
		}
	}
	if gone == 0 {
		t.Error("it never went")
	}
}

// TestWithdrawPart takes one article out of a file of several: its words are nowhere any
// more, the others are there, with a copy of the file as their evidence.
func TestWithdrawPart(t *testing.T) {
	b := newBench(t)
	in := lines(0, 5) + "{\"text\": \"a private text\"}\n" + lines(5, 10) + "{\"text\": \"a private text\"}"
	b.add(AddOptions{}, file("a.jsonl", in), file("b.txt", "a private text"))
	var id string
	for _, e := range b.said {
		if e.Name == "a.jsonl: line 6" && e.Kind == Read {
			id = e.ID
		}
	}
	l := b.open()
	ctx := context.Background()
	w, _, err := l.Withdraw(ctx, id, "a", "a reason")
	if err != nil || len(w.Gone) != 3 {
		t.Fatalf("%+v, %v", w, err)
	}
	for e, err := range l.Archive.Leaves(0) {
		must(t, err)
		if c, err := l.stored.Open(e.Leaf); err == nil {
			content, err := io.ReadAll(c.Block)
			must(t, err)
			must(t, c.Close())
			if strings.Contains(string(content), "private text") {
				t.Errorf("still in %s", archive.Name(e))
			}
		}
	}
	must(t, l.Close())
	b.sound()
	if got := b.add(AddOptions{}, file("a.jsonl", in)); got[Refused] != 1 || got[Read] != 0 {
		t.Fatalf("it came in again: %v", got)
	}
	if st := b.status("v1"); st.Articles != 10 || st.Captures != 1 {
		t.Fatalf("%+v", st)
	}
	b.sound()
	b.store = filepath.Join(t.TempDir(), ledger.StoreName)
	b.o.Lost = true
	must(t, b.open().Close())
	b.o.Lost = false
	b.sound()
	b.add(AddOptions{})
	if st := b.status("v1"); st.Articles != 10 || st.Captures != 1 || st.Undone != 0 {
		t.Fatalf("made anew: %+v", st)
	}
	b.sound()
}
