package archive

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya/internal/archive/transparency"
	"riwaya/internal/archive/warc"
	"riwaya/internal/disk"
	"riwaya/internal/disk/disktest"
)

var noon = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

func options(known int64) Options {
	return Options{Software: "riwaya test", Random: strings.NewReader(strings.Repeat("not random ", 20)), Now: noon, Known: func() (int64, error) { return known, nil }, MaxFile: 20 << 10}
}

// block is the n-th record's block: text that packs badly, so that files fill up.
func block(n int) []byte {
	b := make([]byte, 400+n*37%900)
	rand.New(rand.NewSource(int64(n))).Read(b)
	return b
}

func fieldsOf(n int, kind string) warc.Header {
	h := warc.Header{}
	h.Add("WARC-Type", kind)
	h.Add("WARC-Record-ID", RecordID("test", fmt.Sprint(n)))
	h.Add("WARC-Date", Date(noon.Add(time.Duration(n)*time.Second)))
	return h
}

func packed(t *testing.T, n int) Packed {
	t.Helper()
	p, err := Pack(Capture, fieldsOf(n, warc.Resource), block(n))
	must(t, err)
	return p
}

// fill adds records from a number to another, in groups.
func fill(t *testing.T, a *Archive, from, to, group int) (all []Entry) {
	t.Helper()
	for n := from; n < to; {
		var p []Packed
		for ; len(p) < group && n < to; n++ {
			p = append(p, packed(t, n))
		}
		out, err := a.Append(p)
		must(t, err)
		all = append(all, out...)
	}
	return all
}

func verified(t *testing.T, d disk.FS, heads ...transparency.Head) (Verified, []string) {
	t.Helper()
	var problems []string
	var kept []Kept
	for _, h := range heads {
		kept = append(kept, Kept{"the head kept elsewhere", h})
	}
	v, err := Verify(context.Background(), d, kept, func(p Problem) {
		if !p.Withdrawn {
			problems = append(problems, p.String())
		}
	}, nil)
	must(t, err)
	return v, problems
}

func sound(t *testing.T, d disk.FS, heads ...transparency.Head) Verified {
	t.Helper()
	v, problems := verified(t, d, heads...)
	if len(problems) > 0 {
		t.Fatalf("%d problems: %s", len(problems), strings.Join(problems[:min(len(problems), 5)], "\n"))
	}
	return v
}

// made is an archive of n records, signed.
func made(t *testing.T, n int) (*disktest.Memory, []Entry, transparency.Head) {
	t.Helper()
	var m disktest.Memory
	a, err := Create(&m, options(0))
	must(t, err)
	all := fill(t, a, 0, n, 7)
	h, _, err := a.Sign(noon)
	must(t, err)
	must(t, a.Close())
	return &m, all, h
}

func content(t *testing.T, d disk.FS, e Entry) []byte {
	t.Helper()
	c, err := NewReader(d).Open(e.Leaf)
	must(t, err)
	b, err := io.ReadAll(c.Block)
	must(t, err)
	must(t, c.Close())
	return b
}

func TestArchive(t *testing.T) {
	m, all, h := made(t, 60)
	if files, err := m.List("warc"); err != nil || len(files) < 3 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for i, e := range all {
		if !bytes.Equal(content(t, m, e), block(i)) {
			t.Fatalf("record %d is another", i)
		}
	}
	v := sound(t, m, h)
	if v.Root != h.Root || v.Signed == nil || v.Leaves != h.Size {
		t.Fatalf("verified %+v, signed %+v", v, h)
	}
	// Opened again it goes on where it was.
	a, err := Create(m, options(h.Size))
	must(t, err)
	e, err := a.Stream(Capture, fieldsOf(99, warc.Resource), 30000, bytes.NewReader(make([]byte, 30000)), true)
	must(t, err)
	must(t, a.Close())
	if got := content(t, m, e); len(got) != 30000 {
		t.Fatalf("%d bytes", len(got))
	}
	sound(t, m, h)
}

// TestLocked refuses a second process.
func TestLocked(t *testing.T) {
	var m disktest.Memory
	a, err := Create(&m, options(0))
	must(t, err)
	if _, err := Create(&m, options(0)); !errors.Is(err, disk.ErrLocked) {
		t.Fatalf("opened twice: %v", err)
	}
	must(t, a.Close())
	a, err = Create(&m, options(0))
	must(t, err)
	must(t, a.Close())
}

// TestCrash stops the machine after every operation, in every way, opens, and wants every
// acknowledged record in its place, nothing half there, and all of it verified.
func TestCrash(t *testing.T) {
	var m disktest.Memory
	a, err := Create(&m, options(0))
	must(t, err)
	type ack struct {
		ops  int
		all  []Entry
		size int64
	}
	var acks []ack
	for n := 0; n < 40; n += 4 {
		out := fill(t, a, n, n+4, 4)
		acks = append(acks, ack{len(m.Ops()), out, a.Size()})
		if n == 20 {
			e, err := a.Stream(Capture, fieldsOf(1000, warc.Resource), int64(len(block(3))), bytes.NewReader(block(3)), false)
			must(t, err)
			acks = append(acks, ack{len(m.Ops()), []Entry{e}, a.Size()})
		}
	}
	must(t, a.Close())
	ops := m.Ops()
	for n := range len(ops) + 1 {
		for _, loss := range disktest.Losses {
			after := disktest.Crash(ops, n, loss)
			known := int64(0)
			var want []Entry
			for _, k := range acks {
				if k.ops <= n {
					known = k.size
					want = append(want, k.all...)
				}
			}
			for _, k := range []int64{known, -1} {
				d := disktest.From(after.Files())
				a, err := Create(d, options(k))
				if err != nil {
					t.Fatalf("after %d, %s: %v", n, loss, err)
				}
				fill(t, a, 2000, 2003, 3)
				_, _, err = a.Sign(noon)
				must(t, err)
				must(t, a.Close())
				if _, problems := verified(t, d); len(problems) > 0 {
					t.Fatalf("after %d, %s: %s", n, loss, problems)
				}
				for _, e := range want {
					if l, err := NewReader(d).OpenLog(); err != nil {
						t.Fatal(err)
					} else if got, err := l.Leaf(e.N); err != nil || got != e.Leaf {
						t.Fatalf("after %d, %s: leaf %d is another: %v", n, loss, e.N, err)
					}
				}
			}
		}
	}
}

// TestAltered changes single bytes anywhere, one at a time: each is reported, with its
// file's name.
func TestAltered(t *testing.T) {
	m, _, _ := made(t, 60)
	files := m.Files()
	var names []string
	total := 0
	for name, b := range files {
		names = append(names, name)
		total += len(b)
	}
	slices.Sort(names)
	r := rand.New(rand.NewSource(1))
	for range 1000 {
		at := r.Intn(total)
		name := ""
		for _, name = range names {
			if at < len(files[name]) {
				break
			}
			at -= len(files[name])
		}
		old := files[name][at]
		files[name][at] ^= byte(1 + r.Intn(255))
		_, problems := verified(t, disktest.From(files))
		if !slices.ContainsFunc(problems, func(p string) bool { return strings.Contains(p, name) }) {
			t.Fatalf("%s, byte %d changed from %#x to %#x: %q", name, at, old, files[name][at], problems)
		}
		files[name][at] = old
	}
}

// TestTakenAway drops the last leaves, with and without their records, signs anew, and
// wants that to be seen by a head that was kept.
func TestTakenAway(t *testing.T) {
	m, all, h := made(t, 60)
	files := m.Files()
	leaves := files["log/leaves"]
	files["log/leaves"] = leaves[:len(leaves)-10*transparency.Width]

	// The records are still there: opening enters them again, and the log is the same.
	d := disktest.From(files)
	_, problems := verified(t, d, h)
	if len(problems) == 0 {
		t.Fatal("leaves were dropped and nothing reported")
	}
	a, err := Create(d, options(-1))
	must(t, err)
	must(t, a.Close())
	sound(t, d, h)

	// The records go too, and a new head is signed.
	i := slices.IndexFunc(all, func(e Entry) bool { return e.N >= h.Size-10 }) // the first that goes
	last := all[i-1]
	cut := disktest.From(files).Files()
	name := FileName(last.File)
	cut[name] = cut[name][:last.Offset+last.Length]
	for _, e := range all[i:] {
		if e.File != last.File {
			delete(cut, FileName(e.File))
		}
	}
	d = disktest.From(cut)
	if _, err := Create(d, options(h.Size)); !errors.Is(err, ErrShort) {
		t.Fatalf("opened although records are missing: %v", err)
	}
	d = disktest.From(cut)
	a, err = Create(d, options(-1))
	must(t, err)
	_, _, err = a.Sign(noon)
	must(t, err)
	must(t, a.Close())
	sound(t, d) // consistent with itself
	if _, problems := verified(t, d, h); len(problems) != 1 || !strings.Contains(problems[0], "were taken away") {
		t.Fatalf("against the head: %q", problems)
	}
}

// TestLogLost takes the whole log away, its key's other half too: it is made anew from the
// records, as it was, and fits a head that was kept.
func TestLogLost(t *testing.T) {
	m, _, h := made(t, 60)
	files := m.Files()
	for name := range files {
		if strings.HasPrefix(name, "log/") {
			delete(files, name)
		}
	}
	d := disktest.From(files)
	a, err := Create(d, options(-1))
	must(t, err)
	_, _, err = a.Sign(noon)
	must(t, err)
	must(t, a.Close())
	if v := sound(t, d, h); v.Leaves != h.Size || v.Signed == nil || v.Signed.Origin != h.Origin {
		t.Fatalf("%+v", v)
	}
}

// TestSwapped swaps two captures, builds the log anew and signs it.
func TestSwapped(t *testing.T) {
	_, _, h := made(t, 20)
	var m disktest.Memory
	a, err := Create(&m, options(0))
	must(t, err)
	for n := range 20 {
		k := map[int]int{4: 9, 9: 4}[n]
		if k == 0 {
			k = n
		}
		_, err := a.Append([]Packed{packed(t, k)})
		must(t, err)
	}
	_, _, err = a.Sign(noon)
	must(t, err)
	must(t, a.Close())
	sound(t, &m)
	if _, problems := verified(t, &m, h); len(problems) == 0 || !strings.Contains(problems[0], "written anew") {
		t.Fatalf("against the head: %q", problems)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
