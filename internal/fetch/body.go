package fetch

import (
	"bufio"
	"bytes"
	"compress/gzip"
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

// body reads a response and unpacks gzip. Neither what is sent nor what comes out of it
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

func unpacking(err error) error {
	switch {
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum):
		return errors.New("its gzip is damaged")
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
