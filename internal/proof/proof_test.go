package proof

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
	"time"

	"riwaya/internal/archive/transparency"
	"riwaya/internal/disk/disktest"
)

var day = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

// made is a proof of one record among twenty.
func made(t *testing.T) (*disktest.Memory, string, []byte) {
	t.Helper()
	var m disktest.Memory
	log, err := transparency.Create(&m)
	must(t, err)
	record := []byte("the bytes of a record")
	for n := range 20 {
		l := transparency.Leaf{Kind: "capture", Sum: sha256.Sum256([]byte{byte(n)}), File: 1, Offset: int64(n), Length: 1, Date: day,
			ID: fmt.Sprintf("00000000-0000-8000-8000-%012x", n)}
		if n == 13 {
			l.Sum = sha256.Sum256(record)
		}
		must(t, log.Append([]transparency.Leaf{l}))
	}
	signer, verifier, err := transparency.NewKey(strings.NewReader(strings.Repeat("0123456789abcdef", 8)))
	must(t, err)
	origin, err := transparency.Origin(verifier)
	must(t, err)
	root, err := log.Root(20)
	must(t, err)
	head, err := transparency.Head{Origin: origin, Size: 20, Root: root, Time: day}.Sign(signer)
	must(t, err)
	leaf, err := log.Leaf(13)
	must(t, err)
	way, err := log.Prove(13, 20)
	must(t, err)
	var out disktest.Memory
	must(t, Write(&out, head, verifier, []Record{{"capture", record, Inclusion{13, 20, leaf, way}}}))
	return &out, verifier, head
}

// TestAltered changes every byte of every file of a proof but its README: none is verified
// any more.
func TestAltered(t *testing.T) {
	m, _, _ := made(t)
	said, err := Verify(m)
	if err != nil || len(said) != 3 || !strings.Contains(said[0], "leaf 13, a capture") {
		t.Fatalf("%q, %v", said, err)
	}
	files := m.Files()
	for name := range files {
		if name == ReadMe {
			continue
		}
		for at := range files[name] {
			for _, bit := range []byte{1, 2, 128} {
				files[name][at] ^= bit
				if _, err := Verify(disktest.From(files)); err == nil && name != verifierName {
					t.Errorf("%s, byte %d does not count", name, at)
				}
				files[name][at] ^= bit
			}
		}
	}
	for name := range files {
		if name == ReadMe {
			continue
		}
		less := m.Files()
		delete(less, name)
		if _, err := Verify(disktest.From(less)); err == nil {
			t.Errorf("verified without %s", name)
		}
	}
}

// TestFindHead finds a head in whatever it was kept in.
func TestFindHead(t *testing.T) {
	_, verifier, head := made(t)
	want, err := transparency.OpenHead(head, verifier)
	must(t, err)
	for name, text := range map[string]string{
		"signed": string(head), "as riwaya head prints it": want.Short() + "\n\n" + string(head),
		"with line ends of Windows": strings.ReplaceAll(string(head), "\n", "\r\n"),
		"in a letter":               "Dear colleague,\n\n" + string(head) + "\n\nyours",
		"short":                     want.Short(), "short, in two lines": strings.Replace(want.Short(), " ", "\n", 5),
		"as riwaya add prints it": "captures  1 new\narticles  1 read\nhead      " + want.Short() + "\n",
	} {
		h, err := FindHead([]byte(text), verifier)
		if err != nil || h.Size != want.Size || h.Root != want.Root {
			t.Errorf("%s: %v, %v", name, h, err)
		}
	}
	for _, text := range []string{"", "x", "riwaya-ledger/", "riwaya-ledger/x\n20\n", strings.Replace(string(head), "20", "21", 1)} {
		if _, err := FindHead([]byte(text), verifier); err == nil {
			t.Errorf("found in %q", text)
		}
	}
}

func FuzzParseInclusion(f *testing.F) {
	f.Add("riwaya proof/1\nleaf 0\n" + strings.Repeat("x", transparency.Width-1) + "\nof 1\n")
	f.Fuzz(func(t *testing.T, s string) {
		i, err := ParseInclusion(s)
		if err != nil {
			return
		}
		text, err := i.text()
		must(t, err)
		again, err := ParseInclusion(text)
		if err != nil || again.N != i.N || again.Size != i.Size || again.Leaf != i.Leaf || len(again.Way) != len(i.Way) {
			t.Fatalf("%q became %q, %v", s, text, err)
		}
	})
}

func FuzzFindHead(f *testing.F) {
	f.Add([]byte("riwaya-ledger/x\n20\nAAAA\ntime 2026-11-26T12:00:00Z\n\n— riwaya-ledger/x AAAA\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if h, err := FindHead(b, "riwaya-ledger/x+00000000+AAAA"); err == nil && h.Size < 0 {
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
