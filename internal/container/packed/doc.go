// Package packed unpacks what is packed as a stream: gzip, zstd and bzip2, one member or
// several behind one another.
//
// It promises bounds, whatever a file claims of itself: a window of zstd has a limit, and
// what unpacks to far more than it was packed from is given up. What is packed twice is not
// unpacked twice. What is wrong with a stream is a [Damage].
package packed

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// The ways of packing that are known.
const (
	Gzip  = "gzip"
	Zstd  = "zstd"
	Bzip2 = "bzip2"
)

// A stream may unpack to free bytes, and beyond that to ratio times its size. Lines of
// news are packed to a fifth; one byte over and over reaches 1:1032 with gzip and
// far more with the other two.
const (
	free  = 64 << 20
	ratio = 200
)

// Damage is a stream that cannot be unpacked, or not further.
type Damage struct{ Kind, Reason string }

func (d *Damage) Error() string { return "the " + d.Kind + " file " + d.Reason }

// Kind is how the start of a file says that it is packed, "" where it does not. Zstd may
// begin with a frame to be passed over (RFC 8878, 3.1.2).
func Kind(start []byte) string {
	switch {
	case bytes.HasPrefix(start, []byte{0x1f, 0x8b}):
		return Gzip
	case bytes.HasPrefix(start, []byte{0x28, 0xb5, 0x2f, 0xfd}),
		len(start) >= 4 && start[0]&0xf0 == 0x50 && bytes.Equal(start[1:4], []byte{0x2a, 0x4d, 0x18}):
		return Zstd
	case bytes.HasPrefix(start, []byte("BZh")) && len(start) >= 10 && (bytes.Equal(start[4:10], block) || bytes.Equal(start[4:10], last)):
		return Bzip2
	}
	return ""
}

// What follows the first four bytes of bzip2: a block, or the end of an empty file.
var (
	block = []byte{0x31, 0x41, 0x59, 0x26, 0x53, 0x59}
	last  = []byte{0x17, 0x72, 0x45, 0x38, 0x50, 0x90}
)

// Open is a stream unpacked, and how it was packed; as it is where it was not packed.
// Its buffer has size bytes.
func Open(r io.Reader, size int) (*bufio.Reader, string, error) {
	in := bufio.NewReaderSize(r, size)
	start, err := in.Peek(10)
	if err != nil && err != io.EOF {
		return nil, "", err
	}
	kind := Kind(start)
	if kind == "" {
		return in, "", nil
	}
	u := &unpacking{kind: kind}
	counted := &counter{r: in}
	u.packed = counted
	switch kind {
	case Gzip:
		// As an io.ByteReader the counter is read no further than a member goes.
		u.r, err = gzip.NewReader(counted)
	case Bzip2:
		u.r = bzip2.NewReader(counted)
	case Zstd:
		u.r, err = openZstd(counted, in)
	}
	if err != nil {
		return nil, kind, damage(kind, err)
	}
	out := bufio.NewReaderSize(u, size)
	if start, _ := out.Peek(10); Kind(start) != "" {
		return nil, kind, &Damage{kind, "holds another packed file; unpack it once"}
	}
	return out, kind, nil
}

// Start is the first bytes of what a file holds whose own first bytes are these, at most
// size of them: enough to say what it is.
func Start(start []byte, size int) ([]byte, error) {
	if Kind(start) == "" {
		return start[:min(len(start), size)], nil
	}
	in, _, err := Open(bytes.NewReader(start), min(size, 64<<10))
	if err != nil {
		return nil, err
	}
	head, err := io.ReadAll(io.LimitReader(in, int64(size)))
	if len(head) == 0 && err != nil {
		return nil, err
	}
	return head, nil
}

// unpacking is a stream that is unpacked, within bounds.
type unpacking struct {
	kind   string
	r      io.Reader
	packed *counter
	n      int64
	err    error
}

func (u *unpacking) Read(p []byte) (int, error) {
	if u.err != nil {
		return 0, u.err
	}
	n, err := u.r.Read(p)
	u.n += int64(n)
	switch {
	case err != nil && err != io.EOF:
		err = damage(u.kind, err)
	case u.n > free && u.n > ratio*u.packed.n:
		err = &Damage{u.kind, fmt.Sprintf("unpacks to more than %d times its size: it is made to fill a disk", ratio)}
	}
	u.err = err
	return n, err
}

// counter counts what is taken of the packed file.
type counter struct {
	r *bufio.Reader
	n int64
	// readError is why the file itself could not be read: no damage of the packing.
	readError error
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, c.keep(err)
}

func (c *counter) ReadByte() (byte, error) {
	b, err := c.r.ReadByte()
	if err == nil {
		c.n++
	}
	return b, c.keep(err)
}

func (c *counter) keep(err error) error {
	if err != nil && err != io.EOF {
		err = &notOurs{err}
	}
	return err
}

// notOurs is an error of what is below, which is handed on as it is.
type notOurs struct{ err error }

func (e *notOurs) Error() string { return e.err.Error() }
func (e *notOurs) Unwrap() error { return e.err }

// damage says what an error means to who has the file.
func damage(kind string, err error) error {
	var below *notOurs
	var known *Damage
	switch {
	case errors.As(err, &below):
		return below.err
	case errors.As(err, &known):
		return known
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return &Damage{kind, "breaks off"}
	}
	return &Damage{kind, "is damaged"}
}
