package archive

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing"

	"riwaya/internal/archive/warc"
	"riwaya/internal/disk/disktest"
)

// TestWithdrawn takes two records away: they are gone, their leaves are not, the others
// are where they were, and the log can still be built anew from the files.
func TestWithdrawn(t *testing.T) {
	m, all, h := made(t, 60)
	a, err := Create(m, options(h.Size))
	must(t, err)
	hd := fieldsOf(5000, warc.Metadata)
	hd.Add(FieldWithdraws, fmt.Sprintf("%d %d", all[5].N, all[40].N))
	p, err := Pack(Withdrawal, hd, []byte("a reason"))
	must(t, err)
	out, err := a.Append([]Packed{p})
	must(t, err)
	if _, problems := verified(t, m, h); len(problems) != 2 {
		t.Fatalf("withdrawn but still there: %q", problems)
	}
	for range 2 {
		must(t, a.Blank(all[5].Leaf, out[0].Leaf))
		must(t, a.Blank(all[40].Leaf, out[0].Leaf))
	}
	must(t, a.Close())
	if v := sound(t, m, h); v.Withdrawn != 2 {
		t.Fatalf("%d withdrawn", v.Withdrawn)
	}
	for name, b := range m.Files() {
		if bytes.Contains(b, block(5)) {
			t.Fatalf("still in %s", name)
		}
	}
	if _, err := NewReader(m).Open(all[5].Leaf); !errors.Is(err, ErrGone) {
		t.Fatalf("opened: %v", err)
	}
	if !bytes.Equal(content(t, m, all[6]), block(6)) {
		t.Fatal("the next record is another")
	}
	files := m.Files()
	files["log/leaves"], files["log/hashes"] = nil, nil
	d := disktest.From(files)
	a, err = Create(d, options(-1))
	must(t, err)
	must(t, a.Close())
	sound(t, d, h)
}

// TestFull lets the disk be full after every possible write: an error, and all that was
// acknowledged is there and verified.
func TestFull(t *testing.T) {
	full := errors.New("no space left on device")
	for after := range 60 {
		var m disktest.Memory
		a, err := Create(&m, options(0))
		must(t, err)
		n := 0
		m.Fail = func(op disktest.Op) error {
			if op.Kind != disktest.Write && op.Kind != disktest.Make {
				return nil
			}
			if n++; n > after {
				return full
			}
			return nil
		}
		done := 0
		for ; done < 40; done++ {
			if _, err = a.Append([]Packed{packed(t, done)}); err != nil {
				break
			}
		}
		if !errors.Is(err, full) {
			t.Fatalf("after %d writes: %v", after, err)
		}
		m.Fail = nil
		_, err = a.Append([]Packed{packed(t, done)}) // space was made: it goes on
		must(t, err)
		must(t, a.Close())
		count := 0
		_, err = Verify(context.Background(), &m, nil, func(p Problem) { t.Fatal(p) }, func(e Entry, _ State) {
			if e.Kind == Capture {
				if !bytes.Equal(content(t, &m, e), block(count)) {
					t.Fatalf("record %d is another", count)
				}
				count++
			}
		})
		must(t, err)
		if count != done+1 {
			t.Fatalf("%d records, want %d", count, done+1)
		}
	}
}
