package pipeline

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"riwaya/internal/disk"
	"riwaya/internal/intake"
)

// spoolName is a file in the ledger's folder that is there while a large zip archive is read: the
// archive keeps it as a stream, and a zip archive says at its end where what is in it stands.
const spoolName = "spool"

// spooled makes the payload of a capture readable anywhere: in memory where it is there already,
// else in a file.
func (a *adding) spooled(r reading) func(io.Reader) (intake.At, error) {
	return func(in io.Reader) (intake.At, error) {
		if r.content != nil {
			_, err := io.Copy(io.Discard, in) // for who counts what was read
			return memory{bytes.NewReader(r.content)}, err
		}
		return a.spool(in)
	}
}

type memory struct{ *bytes.Reader }

func (m memory) Size() (int64, error) { return m.Reader.Size(), nil }
func (m memory) Close() error         { return nil }

// spool copies a stream into the file. It is not synced: it is no evidence, and goes when it is
// closed, or when the ledger is opened after a crash.
func (l *Ledger) spool(in io.Reader) (at intake.At, err error) {
	f, err := l.d.Edit(spoolName)
	if err != nil {
		return nil, err
	}
	s := &spoolFile{File: f, l: l}
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
	l *Ledger
}

func (s *spoolFile) Close() error { return errors.Join(s.File.Close(), s.l.d.Remove(spoolName)) }

// dropSpool removes what a crash left.
func (l *Ledger) dropSpool() error {
	names, err := l.d.List(".")
	if err != nil || !slices.Contains(names, spoolName) {
		return err
	}
	return l.d.Remove(spoolName)
}
