package proof

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya/internal/archive/transparency"
	"riwaya/internal/disk/disktest"
)

var day = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

// made is a proof of one record among twenty.
func made(t *testing.T) (*disktest.Memory, string, []byte) { return madeOf(t, 13, 20) }

// madeOf is a proof of record number of so many.
func madeOf(t *testing.T, number, of int64) (*disktest.Memory, string, []byte) {
	t.Helper()
	var m disktest.Memory
	log, err := transparency.Create(&m)
	must(t, err)
	record := []byte("the bytes of a record")
	for n := range of {
		l := transparency.Leaf{Kind: "capture", Sum: sha256.Sum256([]byte{byte(n)}), File: 1, Offset: n, Length: 1, Date: day,
			ID: fmt.Sprintf("00000000-0000-8000-8000-%012x", n)}
		if n == number {
			l.Sum = sha256.Sum256(record)
		}
		must(t, log.Append([]transparency.Leaf{l}))
	}
	signer, verifier, err := transparency.NewKey(strings.NewReader(strings.Repeat("0123456789abcdef", 8)))
	must(t, err)
	origin, err := transparency.Origin(verifier)
	must(t, err)
	root, err := log.Root(of)
	must(t, err)
	head, err := transparency.Head{Origin: origin, Size: of, Root: root, Time: day}.Sign(signer)
	must(t, err)
	leaf, err := log.Leaf(number)
	must(t, err)
	way, err := log.Prove(number, of)
	must(t, err)
	var out disktest.Memory
	must(t, Write(&out, head, nil, verifier, []Record{{"capture", record, Inclusion{number, of, leaf, way}}}))
	return &out, verifier, head
}

// TestAltered changes every byte of every file of a proof but its README and script: none is verified
// any more.
func TestAltered(t *testing.T) {
	m, _, _ := made(t)
	said, err := Verify(m)
	if err != nil || len(said) != 3 || !strings.Contains(said[0], "leaf 13, a capture") {
		t.Fatalf("%q, %v", said, err)
	}
	files := m.Files()
	for name := range files {
		if name == ReadMe || name == scriptName {
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
		if name == ReadMe || name == scriptName {
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

// TestStranger verifies proofs as a stranger does who has Python and OpenSSL and not this program:
// a right one is proved, one with an altered byte is not.
func TestStranger(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed")
	}
	if _, err := exec.LookPath("openssl"); err != nil {
		t.Skip("openssl is not installed")
	}
	run := func(files map[string][]byte) (string, error) {
		dir := t.TempDir()
		for name, b := range files {
			must(t, os.WriteFile(filepath.Join(dir, name), b, 0o600))
		}
		out, err := exec.Command(python, filepath.Join(dir, scriptName)).CombinedOutput()
		return string(out), err
	}
	for _, c := range [][2]int64{{0, 1}, {1, 2}, {2, 3}, {4, 7}, {13, 20}, {19, 20}} {
		m, _, _ := madeOf(t, c[0], c[1])
		out, err := run(m.Files())
		if err != nil || !strings.Contains(out, "head.txt: signed by the key") || !strings.Contains(out, "capture.warc.gz: its SHA-256 is that of record") || !strings.Contains(out, "PROVED against head.txt") {
			t.Errorf("record %d of %d: %v\n%s", c[0], c[1], err, out)
		}
	}
	m, _, _ := made(t)
	files := m.Files()
	r := rand.New(rand.NewSource(5))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		b := files[name]
		if name == ReadMe || name == scriptName {
			continue
		}
		places := []int{r.Intn(len(b)), r.Intn(len(b))}
		for at := range b {
			if strings.HasSuffix(name, way) && (at == 0 || b[at-1] == '\n' || b[at] == '\n') {
				places = append(places, at)
			}
		}
		for _, at := range places {
			old := b[at]
			b[at] ^= 1
			if out, err := run(files); err == nil || !strings.Contains(out, "NOT PROVED: ") || strings.Contains(out, "Traceback") {
				t.Errorf("%s, byte %d: %v\n%s", name, at, err, out)
			}
			b[at] = old
		}
	}
	delete(files, "capture.warc.gz")
	if out, err := run(files); err == nil || !strings.Contains(out, "NOT PROVED: ") {
		t.Errorf("without the record: %s", out)
	}
}
