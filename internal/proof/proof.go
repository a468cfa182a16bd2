// Package proof writes and verifies what shows a stranger, without the ledger, that a
// stored record is one that the ledger's log holds. It is a folder:
//
//	README.txt      what it proves, what not, and how to verify it by hand
//	verify.py       verifies it without this program
//	head.txt        the signed head of the log
//	verifier.txt    the key that verifies it
//	head.tsr        a time stamp of the head, where the ledger has one
//	NAME.warc.gz    the record, byte for byte as it is stored
//	NAME.proof      its leaf and the way from there to the head; see [Inclusion]
package proof

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"

	"riwaya/internal/archive/timestamp"
	"riwaya/internal/archive/transparency"
	"riwaya/internal/disk"
)

// ReadMe is the file to start with.
const ReadMe = "README.txt"

const (
	headName, verifierName = "head.txt", "verifier.txt"
	stampName, scriptName  = "head.tsr", "verify.py"
	packed, way            = ".warc.gz", ".proof"
	first                  = "riwaya proof/1"
	most                   = 1 << 20 // bytes of a file that is no record
	mostRecord             = 1 << 31 // bytes of one that is
)

// Inclusion is the way from a leaf to the root. As text:
//
//	riwaya proof/1
//	leaf 5
//	<the leaf's line in the log>
//	of 15080
//	<a hash, in base64>           as many as the way has
type Inclusion struct {
	N, Size int64
	Leaf    transparency.Leaf
	Way     tlog.RecordProof
}

func (i Inclusion) text() (string, error) {
	line, err := i.Leaf.Line()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\nleaf %d\n%s\nof %d\n", first, i.N, line, i.Size)
	for _, h := range i.Way {
		b.WriteString(base64.StdEncoding.EncodeToString(h[:]) + "\n")
	}
	return b.String(), nil
}

var errProof = errors.New("not a proof")

// ParseInclusion reads what was written.
func ParseInclusion(s string) (Inclusion, error) {
	lines := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
	if len(lines) < 4 || lines[0] != first {
		return Inclusion{}, errProof
	}
	var i Inclusion
	var errs [3]error
	i.N, errs[0] = strconv.ParseInt(strings.TrimPrefix(lines[1], "leaf "), 10, 64)
	i.Leaf, errs[1] = transparency.ParseLeaf([]byte(lines[2]))
	i.Size, errs[2] = strconv.ParseInt(strings.TrimPrefix(lines[3], "of "), 10, 64)
	if errors.Join(errs[:]...) != nil || i.N < 0 || i.Size <= i.N {
		return Inclusion{}, errProof
	}
	for _, l := range lines[4:] {
		b, err := base64.StdEncoding.DecodeString(l)
		var h tlog.Hash
		if err != nil || len(b) != len(h) {
			return Inclusion{}, errProof
		}
		copy(h[:], b)
		i.Way = append(i.Way, h)
	}
	if again, err := i.text(); err != nil || again != s { // one form only
		return Inclusion{}, errProof
	}
	return i, nil
}

// Record is one stored record, with the way to the head.
type Record struct {
	Name  string // capture, record
	Bytes []byte
	Inclusion
}

// Files are the files of a proof, by their names. stamp is a time stamp of the head, nil where there
// is none.
func Files(head, stamp []byte, verifier string, records []Record) (map[string][]byte, error) {
	files := map[string][]byte{headName: head, verifierName: []byte(verifier + "\n"), ReadMe: []byte(readMe), scriptName: script}
	if stamp != nil {
		files[stampName] = stamp
	}
	for _, r := range records {
		text, err := r.text()
		if err != nil {
			return nil, err
		}
		files[r.Name+packed], files[r.Name+way] = r.Bytes, []byte(text)
	}
	return files, nil
}

// Write writes a proof into a folder.
func Write(d disk.FS, head, stamp []byte, verifier string, records []Record) error {
	files, err := Files(head, stamp, verifier, records)
	if err != nil {
		return err
	}
	for name, b := range files {
		if err := disk.WriteFile(d, ".", name, b); err != nil {
			return err
		}
	}
	return nil
}

// Verify verifies the proof in a folder by nothing but its files, and says what it found,
// a sentence each. An error says that something in it does not hold.
func Verify(d disk.FS) (said []string, err error) {
	head, err := disk.ReadFile(d, headName, most)
	if err != nil {
		return nil, err
	}
	verifier, err := disk.ReadFile(d, verifierName, most)
	if err != nil {
		return nil, err
	}
	h, err := transparency.OpenHead(head, string(verifier))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", headName, err)
	}
	names, err := d.List(".")
	if err != nil {
		return nil, err
	}
	n := 0
	for _, name := range names {
		name, ok := strings.CutSuffix(name, way)
		if !ok {
			continue
		}
		n++
		i, err := one(d, name, h)
		if err != nil {
			return said, err
		}
		said = append(said, fmt.Sprintf("%s: its SHA-256 is that of leaf %d, a %s entered on %s UTC, in the log of %s", name+packed, i.N, i.Leaf.Kind,
			i.Leaf.Date.UTC().Format("2006-01-02 15:04:05"), h.Origin))
	}
	if n == 0 {
		return nil, errors.New("no proof in it")
	}
	if reply, err := disk.ReadFile(d, stampName, most); err == nil {
		t, err := timestamp.Verify(reply, head, nil)
		if err != nil {
			return said, fmt.Errorf("%s: %w", stampName, err)
		}
		said = append(said, fmt.Sprintf("%s: the head was seen by %s on %s UTC, as it says; its certificate was not checked", stampName, t.Authority, t.Time.Format("2006-01-02 15:04:05")))
	}
	return append(said, "proved against the head in it: compare that with one that you have from elsewhere", h.Short()), nil
}

func one(d disk.FS, name string, h transparency.Head) (Inclusion, error) {
	text, err := disk.ReadFile(d, name+way, most)
	if err != nil {
		return Inclusion{}, err
	}
	i, err := ParseInclusion(string(text))
	if err != nil {
		return i, fmt.Errorf("%s: %w", name+way, err)
	}
	leaf, err := i.Leaf.Hash()
	if err != nil {
		return i, err
	}
	if i.Size != h.Size || tlog.CheckRecord(i.Way, i.Size, h.Root, i.N, leaf) != nil {
		return i, fmt.Errorf("%s: it does not lead to the head", name+way)
	}
	b, err := disk.ReadFile(d, name+packed, mostRecord)
	if err != nil {
		return i, err
	}
	if sum := sha256.Sum256(b); sum != i.Leaf.Sum {
		return i, fmt.Errorf("%s: altered: its SHA-256 is %s, the leaf has %s", name+packed, hex.EncodeToString(sum[:]), hex.EncodeToString(i.Leaf.Sum[:]))
	}
	return i, nil
}

// SignedIn is the signed head that stands in a file, byte for byte as it was signed; nil where
// there is none.
func SignedIn(b []byte) []byte {
	text := strings.ReplaceAll(string(b), "\r\n", "\n")
	at := strings.Index(text, "riwaya-ledger/")
	if at < 0 {
		return nil
	}
	signed := text[at:]
	end := strings.Index(signed, "\n\n")
	if end < 0 {
		return nil
	}
	sigs := signed[end+2:]
	if stop := strings.Index(sigs, "\n\n"); stop >= 0 {
		sigs = sigs[:stop]
	}
	return []byte(signed[:end+2] + strings.TrimRight(sigs, "\n") + "\n")
}

// FindHead finds, in a file that a head was kept in, the signed head or its short form.
func FindHead(b []byte, verifier string) (transparency.Head, error) {
	if signed := SignedIn(b); signed != nil {
		h, err := transparency.OpenHead(signed, verifier)
		if h.Size > 0 && err != nil && !strings.HasPrefix(verifier, h.Origin+"+") {
			return h, nil // of another ledger: said where it is compared
		}
		return h, err
	}
	text := strings.ReplaceAll(string(b), "\r\n", "\n")
	for line := range strings.Lines(text) {
		if h, err := transparency.ParseShort(strings.TrimPrefix(line, "head ")); err == nil { // as riwaya add prints it
			return h, nil
		}
	}
	return transparency.ParseShort(text)
}
