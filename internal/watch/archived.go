package watch

import (
	"errors"
	"fmt"
	"io"

	"riwaya/internal/archive"
	"riwaya/internal/archive/warc"
	"riwaya/internal/disk"
	"riwaya/internal/feed"
)

// opened opens what the archive has under a leaf. Reading needs no lock.
func opened(d disk.FS, leaf int64) (c archive.Content, err error) {
	r := archive.NewReader(d)
	log, err := r.OpenLog()
	if err != nil {
		return c, err
	}
	if log == nil {
		return c, errors.New("the ledger's log is missing")
	}
	defer func() { err = errors.Join(err, log.Close()) }()
	l, err := log.Leaf(leaf)
	if err != nil {
		return c, err
	}
	return r.Open(l)
}

// validators are what a server said of the version that is kept (RFC 9110, 8.8). Nothing is
// said where the record cannot be read: then the whole is asked for.
func validators(d disk.FS, leaf int64) (etag, modified string, err error) {
	c, err := opened(d, leaf)
	if err != nil {
		return "", "", nil
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	h, _ := warc.ParseHTTP(c.Block) // of a revisit there is no body
	return h.Header.Get("ETag"), h.Header.Get("Last-Modified"), nil
}

// payload is what came in, unpacked where the server had packed it.
func payload(d disk.FS, leaf int64) (b []byte, err error) {
	c, err := opened(d, leaf)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	var body io.Reader = c.Block
	if c.Type() == warc.Response {
		h, err := warc.ParseHTTP(c.Block)
		if err != nil {
			return nil, fmt.Errorf("leaf %d: %w", leaf, err)
		}
		body = h.Body
	}
	return io.ReadAll(io.LimitReader(body, feed.MaxBytes+1))
}
