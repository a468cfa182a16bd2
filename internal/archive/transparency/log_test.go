package transparency

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"riwaya/internal/disk/disktest"
)

var day = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

func leaf(n int) Leaf {
	return Leaf{Kind: "capture", Sum: sha256.Sum256([]byte{byte(n), byte(n >> 8)}), File: 1, Offset: int64(n) * 1000, Length: 1000,
		ID: fmt.Sprintf("00000000-0000-8000-8000-%012x", n), Date: day.Add(time.Duration(n) * time.Second)}
}

func leaves(from, to int) (out []Leaf) {
	for n := from; n < to; n++ {
		out = append(out, leaf(n))
	}
	return out
}

func TestLeafOneForm(t *testing.T) {
	b, err := leaf(7).line()
	must(t, err)
	got, err := ParseLeaf(b)
	if err != nil || got != leaf(7) {
		t.Fatalf("%v, %v", got, err)
	}
	for i := range b { // whatever byte changes, it is another leaf or none
		c := bytes.Clone(b)
		c[i] ^= 1
		if l, err := ParseLeaf(c); err == nil && l == leaf(7) {
			t.Fatalf("byte %d does not count", i)
		}
	}
	if _, err := (Leaf{Kind: "longer than ten"}).line(); err == nil {
		t.Error("a kind that does not fit was written")
	}
}

// TestTree holds the log's root, the root from leaves alone, and proofs against one another
// for many sizes.
func TestTree(t *testing.T) {
	var m disktest.Memory
	l, err := Create(&m)
	must(t, err)
	var tree Tree
	for n := 0; n < 200; {
		group := 1 + n%7
		must(t, l.Append(leaves(n, n+group)))
		for i := range group {
			h, err := leaf(n + i).Hash()
			must(t, err)
			tree.Add(h)
		}
		n += group
		root, err := l.Root(l.Size())
		must(t, err)
		if root != tree.Root() || tree.Size() != l.Size() {
			t.Fatalf("%d leaves: roots differ", n)
		}
		k := int64(n / 2)
		p, err := l.Prove(k, l.Size())
		must(t, err)
		h, err := leaf(int(k)).Hash()
		must(t, err)
		must(t, tlog.CheckRecord(p, l.Size(), root, k, h))
	}
	got, err := l.Leaf(33)
	if err != nil || got != leaf(33) {
		t.Fatalf("leaf 33: %v, %v", got, err)
	}
	if _, err := l.Leaf(l.Size()); err == nil {
		t.Error("a leaf beyond the end")
	}
}

// TestCrash stops the machine after every operation, in every way, and wants every leaf
// whose Append had returned, in order, and a log that can be added to.
func TestCrash(t *testing.T) {
	var m disktest.Memory
	l, err := Create(&m)
	must(t, err)
	type ack struct{ ops, leaves int }
	acks := []ack{{len(m.Ops()), 0}}
	for n := 0; n < 40; n += 5 {
		must(t, l.Append(leaves(n, n+5)))
		acks = append(acks, ack{len(m.Ops()), n + 5})
	}
	ops := m.Ops()
	for n := range len(ops) + 1 {
		for _, loss := range disktest.Losses {
			after := disktest.Crash(ops, n, loss)
			l, err := Create(after)
			if err != nil {
				t.Fatalf("after %d, %s: %v", n, loss, err)
			}
			want := 0
			for _, a := range acks {
				if a.ops <= n {
					want = a.leaves
				}
			}
			if l.Size() < int64(want) {
				t.Fatalf("after %d, %s: %d leaves, %d were acknowledged", n, loss, l.Size(), want)
			}
			size := int(l.Size())
			must(t, l.Append(leaves(size, size+3)))
			var tree Tree
			for got, err := range l.Leaves(0) {
				must(t, err)
				if got.Leaf != leaf(int(got.N)) {
					t.Fatalf("after %d, %s: leaf %d is another", n, loss, got.N)
				}
				h, err := got.Hash()
				must(t, err)
				tree.Add(h)
			}
			if root, err := l.Root(l.Size()); err != nil || root != tree.Root() {
				t.Fatalf("after %d, %s: the hashes are not those of the leaves: %v", n, loss, err)
			}
		}
	}
}

// TestFull lets writes fail, one after the other: the log is as before and can go on.
func TestFull(t *testing.T) {
	full := errors.New("no space left")
	for after := range 6 {
		var m disktest.Memory
		l, err := Create(&m)
		must(t, err)
		must(t, l.Append(leaves(0, 10)))
		n := 0
		m.Fail = func(op disktest.Op) error {
			if op.Kind == disktest.Truncate {
				return nil
			}
			if n++; n > after {
				return full
			}
			return nil
		}
		err = l.Append(leaves(10, 20))
		m.Fail = nil
		want := 10
		if err == nil {
			want = 20
		} else if !errors.Is(err, full) {
			t.Fatal(err)
		}
		if l.Size() != int64(want) {
			t.Fatalf("%d leaves, want %d", l.Size(), want)
		}
		must(t, l.Append(leaves(want, 30)))
		var tree Tree
		for range 30 {
			h, err := leaf(int(tree.Size())).Hash()
			must(t, err)
			tree.Add(h)
		}
		if root, err := l.Root(30); err != nil || root != tree.Root() {
			t.Fatalf("another root: %v", err)
		}
	}
}

func TestHead(t *testing.T) {
	signer, verifier, err := NewKey(strings.NewReader(strings.Repeat("0123456789abcdef", 8)))
	must(t, err)
	if same, err := VerifierOf(signer); err != nil || same != verifier {
		t.Fatalf("%q, want %q: %v", same, verifier, err)
	}
	origin, err := Origin(verifier)
	must(t, err)
	h := Head{Origin: origin, Size: 15080, Root: tlog.RecordHash([]byte("x")), Time: day}
	signed, err := h.Sign(signer)
	must(t, err)
	got, err := OpenHead(signed, verifier)
	if err != nil || got != h {
		t.Fatalf("%v, %v", got, err)
	}
	for i := range signed {
		for bit := range 8 {
			c := bytes.Clone(signed)
			c[i] ^= 1 << bit
			if _, err := OpenHead(c, verifier); err == nil {
				t.Fatalf("bit %d of byte %d does not count", bit, i)
			}
		}
	}
	_, other, err := NewKey(strings.NewReader(strings.Repeat("fedcba9876543210", 8)))
	must(t, err)
	if got, err := OpenHead(signed, other); err == nil || got != h {
		t.Errorf("another key: %v, %v", got, err)
	}

	short := h.Short()
	for _, s := range []string{short, strings.ToUpper(short), strings.ReplaceAll(short, " ", "-"), "15080 " + strings.ReplaceAll(strings.TrimPrefix(short, "15080 "), "0", "O") + "\n"} {
		got, err := ParseShort(s)
		if err != nil || got.Root != h.Root || got.Size != h.Size {
			t.Errorf("%q: %v, %v", s, got, err)
		}
	}
	for i := range short {
		if short[i] == ' ' {
			continue
		}
		c := []byte(short)
		c[i] = map[bool]byte{true: '3', false: '2'}[c[i] == '2']
		if _, err := ParseShort(string(c)); err == nil {
			t.Errorf("a slip at %d was not seen", i)
		}
	}
}

func FuzzParseLeaf(f *testing.F) {
	b, _ := leaf(1).line()
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		if l, err := ParseLeaf(b); err == nil {
			if again, err := l.line(); err != nil || string(again) != strings.TrimSuffix(string(b), "\n") {
				t.Fatalf("%q became %q", b, again)
			}
		}
	})
}

func FuzzParseShort(f *testing.F) {
	f.Add(Head{Size: 3}.Short())
	f.Fuzz(func(t *testing.T, s string) {
		if h, err := ParseShort(s); err == nil && h.Size < 0 {
			t.Fatal("a size below none")
		}
	})
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
