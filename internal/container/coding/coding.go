// Package coding unpacks the bodies of web servers' answers, as the field Content-Encoding says
// that they are packed (RFC 9110, 8.4.1): gzip, deflate, zstd (RFC 8878).
//
// It promises a bound of memory, and leaves that of what comes out to the caller. Brotli is not
// unpacked: no library for it is in the program.
package coding

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// window is the most of zstd that a web server may have a reader hold (RFC 9659).
const window = 8 << 20

// Unknown is a way of packing that is not known, or several.
type Unknown string

func (u Unknown) Error() string { return fmt.Sprintf("packed as %.20q", string(u)) }

// Damaged is a body that is not what its field says.
type Damaged string

func (d Damaged) Error() string { return "its " + string(d) + " is damaged" }

// Unpack is a body unpacked by the value of the field, "" for none. An empty body is empty however it
// is packed. With kept the body comes from an archive, and some archives unpack it and leave the field as it
// was: one that is not packed then comes as it is.
func Unpack(field string, body io.Reader, kept bool) (io.Reader, error) {
	name := strings.ToLower(strings.TrimSpace(field))
	switch name {
	case "", "identity":
		return body, nil
	case "gzip", "x-gzip", "deflate", "zstd":
	default:
		return nil, Unknown(field)
	}
	from := &source{r: body}
	in := bufio.NewReader(from)
	start, err := in.Peek(4)
	if len(start) == 0 {
		if err == io.EOF {
			err = nil
		}
		return in, err
	}
	var out io.Reader
	switch name {
	case "gzip", "x-gzip":
		name = "gzip"
		if kept && !bytes.HasPrefix(start, []byte{0x1f, 0x8b}) {
			return in, nil
		}
		out, err = gzip.NewReader(in)
	case "zstd":
		if kept && !zstdFrame(start) {
			return in, nil
		}
		// Synchronous: nothing runs on where the reading is given up.
		out, err = zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(window))
	case "deflate":
		switch {
		case zlibHeader(start):
			out, err = zlib.NewReader(in)
		case kept && !deflated(in):
			return in, nil
		default:
			out = flate.NewReader(in)
		}
	}
	if err != nil {
		return nil, from.because(name, err)
	}
	return &reader{out, in, from, name}, nil
}

// zstdFrame reports whether a frame starts so, or one to be passed over (RFC 8878, 3.1.2).
func zstdFrame(start []byte) bool {
	return bytes.Equal(start, []byte{0x28, 0xb5, 0x2f, 0xfd}) || len(start) == 4 && start[0]&0xf0 == 0x50 && bytes.Equal(start[1:], []byte{0x2a, 0x4d, 0x18})
}

// zlibHeader reports whether "deflate" is what the RFC means by it, zlib's format (RFC 1950, 2.2). Some
// servers send what is inside of that, without its first two bytes and its checksum.
func zlibHeader(start []byte) bool {
	return len(start) > 1 && start[0]&0x0f == 8 && (int(start[0])<<8|int(start[1]))%31 == 0
}

// deflated reports whether what comes next can be unpacked for a while.
func deflated(in *bufio.Reader) bool {
	start, _ := in.Peek(512)
	n, err := io.CopyN(io.Discard, flate.NewReader(bytes.NewReader(start)), 4096)
	var corrupt flate.CorruptInputError
	return !errors.As(err, &corrupt) && (n > 0 || err == io.EOF)
}

// source remembers what went wrong with a body before it was unpacked.
type source struct {
	r   io.Reader
	err error
}

func (s *source) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}

// because is why a body could not be unpacked: what was wrong with its bytes before they came
// here, that they end too early, or that they are not what they should be.
func (s *source) because(name string, err error) error {
	switch {
	case err == nil, err == io.EOF, errors.Is(err, io.ErrUnexpectedEOF):
		return err
	case s.err != nil:
		return s.err
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrDecoderSizeExceeded):
		return fmt.Errorf("its zstd needs a window of more than %d MiB", window>>20)
	}
	return Damaged(name)
}

// reader reads a body unpacked, and what stands behind the packed part: it was sent too.
type reader struct {
	out  io.Reader
	in   *bufio.Reader
	from *source
	name string
}

func (r *reader) Read(p []byte) (int, error) {
	n, err := r.out.Read(p)
	if err == io.EOF {
		if _, e := io.Copy(io.Discard, r.in); e != nil {
			err = e
		}
	}
	return n, r.from.because(r.name, err)
}
