package incoming

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"riwaya/internal/disk"
	"riwaya/internal/intake"
)

// SpoolName is a file in the ledger's folder that is there while a large zip archive is read: the
// archive keeps it as a stream, and a zip archive says at its end where what is in it stands.
const SpoolName = "spool"

// InMemory makes bytes readable anywhere.
func InMemory(b []byte) intake.At { return memory{bytes.NewReader(b)} }

type memory struct{ *bytes.Reader }

func (m memory) Size() (int64, error) { return m.Reader.Size(), nil }
func (m memory) Close() error         { return nil }

// Spool makes a stream readable anywhere: it copies it into a file of the ledger's folder. That is
// not synced: it is no evidence, and goes when it is closed, or when the ledger is opened after a
// crash.
func Spool(d disk.FS, in io.Reader) (at intake.At, err error) {
	f, err := d.Edit(SpoolName)
	if err != nil {
		return nil, err
	}
	s := &spoolFile{File: f, d: d}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.Close())
		}
	}()
	if err := f.Truncate(0); err != nil {
		return nil, err
	}
	w := io.NewOffsetWriter(f, 0)
	_, err = io.CopyBuffer(struct{ io.Writer }{w}, in, make([]byte, 256<<10))
	return s, err
}

type spoolFile struct {
	disk.File
	d disk.FS
}

func (s *spoolFile) Close() error { return errors.Join(s.File.Close(), s.d.Remove(SpoolName)) }

// DropSpool removes what a crash left.
func DropSpool(d disk.FS) error {
	names, err := d.List(".")
	if err != nil || !slices.Contains(names, SpoolName) {
		return err
	}
	return d.Remove(SpoolName)
}
