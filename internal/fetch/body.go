package fetch

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// errTooLarge ends the reading of a body at its bound.
type errTooLarge int64

func (e errTooLarge) Error() string {
	if e < 1<<20 {
		return fmt.Sprintf("larger than %d bytes", int64(e))
	}
	return fmt.Sprintf("larger than %d MiB", int64(e)>>20)
}

// body reads a response and unpacks it. gzip is all that is asked for: of the others (br, zstd) no
// library is in the program. Neither what is sent nor what comes out of it
// may be over most bytes: a thousandth of a small file can be zeros without end. What came up to
// there is returned beside the error.
func body(resp *http.Response, sent *bytes.Buffer, most int64) ([]byte, error) {
	if resp.ContentLength > most {
		return nil, errTooLarge(most)
	}
	in := bufio.NewReader(io.TeeReader(&bounded{resp.Body, most, most}, sent))
	switch encoding := strings.ToLower(strings.TrimSpace(resp.Header.Get("Content-Encoding"))); encoding {
	case "", "identity":
		_, err := io.Copy(io.Discard, in)
		return sent.Bytes(), err
	case "deflate":
		return deflated(in, most)
	case "gzip", "x-gzip":
		if _, err := in.Peek(1); err == io.EOF {
			return nil, nil
		}
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, unpacking(err)
		}
		out, err := io.ReadAll(&bounded{z, most, most})
		if err != nil {
			return out, unpacking(err)
		}
		return out, nil
	default:
		return nil, fmt.Errorf("packed as %q, which was not asked for", encoding)
	}
}

// deflated unpacks what some servers send without being asked: zlib's format (RFC 9110, 8.4.1.2), or
// what is inside of it, without its first two bytes and its checksum.
func deflated(in *bufio.Reader, most int64) ([]byte, error) {
	start, err := in.Peek(2)
	if err == io.EOF && len(start) == 0 {
		return nil, nil
	}
	var z io.Reader = flate.NewReader(in)
	if len(start) == 2 && start[0]&0x0f == 8 && (int(start[0])<<8|int(start[1]))%31 == 0 { // RFC 1950, 2.2
		if z, err = zlib.NewReader(in); err != nil {
			return nil, unpacking(err)
		}
	}
	out, err := io.ReadAll(&bounded{z, most, most})
	if err == nil {
		_, err = io.Copy(io.Discard, in) // what stands behind it was sent as well
	}
	return out, unpacking(err)
}

func unpacking(err error) error {
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum):
		return errors.New("its gzip is damaged")
	case errors.As(err, &corrupt), errors.Is(err, zlib.ErrHeader), errors.Is(err, zlib.ErrChecksum), errors.Is(err, zlib.ErrDictionary):
		return errors.New("what it packed is damaged")
	}
	return err
}

// bounded is a reader that ends in an error where more than its bound would come.
type bounded struct {
	io.Reader
	left, most int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.Reader.Read(p)
	if int64(n) > b.left {
		return int(b.left), errTooLarge(b.most)
	}
	b.left -= int64(n)
	return n, err
}
