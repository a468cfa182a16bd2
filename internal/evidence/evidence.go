// Package evidence looks up, in the archive of a ledger, what stands behind one capture or one
// article: the entries of the log, what they say of who brought it when, whether they hold now, and
// the bytes themselves.
//
// It promises to change nothing, and that it may be asked while others add. That an entry holds
// means: its bytes are those whose SHA-256 is in its leaf, and its leaf leads to the last head that
// the ledger's key signed. Who has both log and key could have written both anew; only a head that was
// kept elsewhere shows that.
package evidence

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"golang.org/x/mod/sumdb/tlog"

	"riwaya/internal/archive"
	"riwaya/internal/archive/transparency"
	"riwaya/internal/archive/warc"
	"riwaya/internal/custody"
	"riwaya/internal/disk"
	"riwaya/internal/ledger"
)

// Reader looks evidence up. It is for any number of goroutines.
type Reader struct{ stored archive.Reader }

// NewReader looks up in the archive in a folder.
func NewReader(d disk.FS) *Reader { return &Reader{archive.NewReader(d)} }

// Entry is one record of the archive by its leaf in the log, and what it says.
type Entry struct {
	archive.Entry
	File     string           // in the ledger's folder
	Sighting *ledger.Sighting // of a capture, and of one that came once more
	Files    *ledger.Files    // of a list of files
	// Of a record: by which program and lexicon the article was read, from which place in the
	// capture, and the SHA-256 of what was read, as JSON.
	Version, Place, Digest string
	Gone                   bool // it was withdrawn: its leaf stays
}

// Log is the log as it is at one moment.
type Log struct {
	stored archive.Reader
	log    *transparency.Log
}

// Open opens the log. Close it.
func (r *Reader) Open() (*Log, error) {
	l, err := r.stored.OpenLog()
	if err == nil && l == nil {
		err = errors.New("the log is missing")
	}
	if err != nil {
		return nil, err
	}
	return &Log{r.stored, l}, nil
}

// Close gives the log back.
func (l *Log) Close() error { return l.log.Close() }

// Size is how many leaves there are.
func (l *Log) Size() int64 { return l.log.Size() }

// Entry is the record of a leaf.
func (l *Log) Entry(n int64) (out Entry, err error) {
	leaf, err := l.log.Leaf(n)
	if err != nil {
		return out, err
	}
	out = Entry{Entry: archive.Entry{N: n, Leaf: leaf}, File: archive.FileName(leaf.File)}
	c, err := l.stored.Open(leaf)
	if errors.Is(err, archive.ErrGone) {
		out.Gone = true
		return out, nil
	}
	if err != nil {
		return out, err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	if leaf.Kind == archive.Record { // what was read need not be read again
		out.Version, out.Place, out.Digest = c.Header.Get("Riwaya-Version"), c.Header.Get("Riwaya-Place"), c.Header.Get("WARC-Block-Digest")
		return out, nil
	}
	change, err := custody.Parse(out.Entry, c)
	out.Sighting, out.Files = change.Sighting, change.Files
	return out, err
}

// Head is the last signed head of the log, nil where none was signed yet. The error is that of one
// that is not signed by the ledger's key.
func (l *Log) Head() (*transparency.Head, error) {
	signed, err := l.stored.Head()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	verify, err := l.stored.Verifier()
	if err != nil {
		return nil, err
	}
	h, err := transparency.OpenHead(signed, verify)
	if err != nil {
		return nil, err
	}
	return &h, nil
}

// ErrHead is a leaf that does not lead to the head.
var ErrHead = errors.New("its leaf does not lead to the signed head")

// Holds looks whether an entry is as it was logged. covered says that the head is over it: where it is
// not, only its bytes were compared. Bytes above most are not read, and looked is false then; 0 reads
// all. The error says what does not hold.
func (l *Log) Holds(e archive.Entry, h *transparency.Head, most int64) (looked, covered bool, err error) {
	if most == 0 || e.Length <= most {
		looked = true
		if err := l.stored.Hold(e.Leaf); err != nil {
			return looked, false, err
		}
	}
	if h == nil || e.N >= h.Size {
		return looked, false, nil
	}
	hash, err := e.Leaf.Hash()
	if err != nil {
		return looked, false, err
	}
	way, err := l.log.Prove(e.N, h.Size)
	if err != nil {
		return looked, false, errors.Join(ErrHead, err)
	}
	if err := tlog.CheckRecord(way, h.Size, h.Root, e.N, hash); err != nil {
		return looked, false, fmt.Errorf("%w: %w", ErrHead, err)
	}
	return looked, true, nil
}

// Payload writes what came in, byte for byte, without what the web server said before it.
func (l *Log) Payload(w io.Writer, n int64) (err error) {
	leaf, err := l.log.Leaf(n)
	if err != nil {
		return err
	}
	if leaf.Kind != archive.Capture {
		return fmt.Errorf("leaf %d is no capture", n)
	}
	c, err := l.stored.Open(leaf)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	in := bufio.NewReaderSize(c.Block, 64<<10)
	if c.Type() == warc.Response {
		for { // status line and fields, up to the empty line (RFC 9112, 2.1)
			line, err := in.ReadSlice('\n')
			if err != nil {
				return fmt.Errorf("leaf %d: the head of the answer: %w", n, err)
			}
			if len(bytes.TrimRight(line, "\r\n")) == 0 {
				break
			}
		}
	}
	_, err = io.Copy(w, in)
	return err
}
