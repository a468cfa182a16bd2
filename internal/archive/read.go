package archive

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"iter"

	"golang.org/x/mod/sumdb/tlog"

	"riwaya/internal/archive/transparency"
	"riwaya/internal/archive/warc"
	"riwaya/internal/disk"
)

// Reader reads an archive, and changes nothing in it. It is for any number of goroutines.
type Reader struct {
	d disk.FS
}

// NewReader reads the archive in a folder.
func NewReader(d disk.FS) Reader { return Reader{d} }

// Content is a stored record that is open for reading.
type Content struct {
	*warc.Record
	file disk.File
}

// Close closes it.
func (c Content) Close() error { return c.file.Close() }

// Open reads the record of a leaf. Of one that was withdrawn the error is [ErrGone].
func (r Reader) Open(l transparency.Leaf) (Content, error) {
	f, err := r.d.Open(FileName(l.File))
	if err != nil {
		return Content{}, err
	}
	rec, err := warc.Own(io.NewSectionReader(f, l.Offset, l.Length)).Next()
	if err == nil && rec.Header.Get(fieldLeaf) != "" {
		err = ErrGone
	}
	if err != nil {
		return Content{}, errors.Join(err, f.Close())
	}
	return Content{rec, f}, nil
}

// ErrAltered is a record whose bytes are not those that were logged.
var ErrAltered = errors.New("altered")

// Hold compares the stored bytes of a leaf with it.
func (r Reader) Hold(l transparency.Leaf) (err error) {
	f, err := r.d.Open(FileName(l.File))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	sum := sha256.New()
	if _, err := io.Copy(sum, io.NewSectionReader(f, l.Offset, l.Length)); err != nil {
		return err
	}
	if !bytes.Equal(sum.Sum(nil), l.Sum[:]) {
		return ErrAltered
	}
	return nil
}

// Bytes are the stored bytes of a leaf, as they are now.
func (r Reader) Bytes(l transparency.Leaf) (b []byte, err error) {
	f, err := r.d.Open(FileName(l.File))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	b = make([]byte, l.Length)
	if _, err = f.ReadAt(b, l.Offset); err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return b, err
}

// Leaves are the leaves from a number on, as the log has them now.
func (a *Archive) Leaves(from int64) iter.Seq2[Entry, error] { return a.log.Leaves(from) }

// OpenLog opens the log for reading; it is nil where there is none.
func (r Reader) OpenLog() (*transparency.Log, error) {
	l, err := transparency.Open(r.d)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return l, err
}

// Prove shows that leaf n is in the tree over the first size leaves.
func (a *Archive) Prove(n, size int64) (tlog.RecordProof, error) { return a.log.Prove(n, size) }
