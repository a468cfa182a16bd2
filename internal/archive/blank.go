package archive

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"riwaya/internal/archive/transparency"
	"riwaya/internal/archive/warc"
)

// notice is what takes the place of a record that was withdrawn: whatever else it was,
// that a record of that hash stood here, and which record says why it went. The same leaf
// and withdrawal give the same bytes, so that a change in them shows.
func notice(l transparency.Leaf, withdrawal transparency.Leaf) ([]byte, error) {
	line, err := l.Line()
	if err != nil {
		return nil, err
	}
	h := warc.Header{}
	h.Add("WARC-Type", warc.Metadata)
	h.Add("WARC-Record-ID", RecordID("notice", l.ID, withdrawal.ID))
	h.Add("WARC-Date", Date(withdrawal.Date))
	h.Add("WARC-Refers-To", "<urn:uuid:"+withdrawal.ID+">")
	h.Add("Content-Type", "text/plain; charset=utf-8")
	h.Add(fieldLeaf, line)
	return warc.Notice(h, []byte("A record stood here that was withdrawn on "+withdrawal.Date.UTC().Format(time.DateOnly)+
		". Its SHA-256 was "+hex.EncodeToString(l.Sum[:])+".\n"), l.Length)
}

// Blank takes the bytes of a leaf's record away and puts a notice in their place, which
// names the withdrawal, a leaf itself. Doing so twice changes nothing. The log stays as it is.
func (a *Archive) Blank(l, withdrawal transparency.Leaf) (err error) {
	b, err := notice(l, withdrawal)
	if err != nil {
		return err
	}
	if now, err := NewReader(a.d).Bytes(l); err == nil && bytes.Equal(now, b) {
		return nil
	}
	f, err := a.d.Edit(FileName(l.File))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if n, err := f.Size(); err != nil || n < l.Offset+l.Length {
		return fmt.Errorf("%s: no record at %d: %w", FileName(l.File), l.Offset, errors.Join(ErrShort, err))
	}
	if _, err := f.WriteAt(b, l.Offset); err != nil {
		return err
	}
	return f.Sync()
}
