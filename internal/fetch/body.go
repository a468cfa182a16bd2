package fetch

import (
	"bytes"
	"fmt"
	"io"
	"net/http"

	"riwaya/internal/container/coding"
)

// errTooLarge ends the reading of a body at its bound.
type errTooLarge int64

func (e errTooLarge) Error() string {
	if e < 1<<20 {
		return fmt.Sprintf("larger than %d bytes", int64(e))
	}
	return fmt.Sprintf("larger than %d MiB", int64(e)>>20)
}

// body reads a response and unpacks it. Neither what is sent nor what comes out of it may be over
// most bytes: a thousandth of a small file can be zeros without end. What came up to there is
// returned beside the error.
func body(resp *http.Response, sent *bytes.Buffer, most int64) ([]byte, error) {
	if resp.ContentLength > most {
		return nil, errTooLarge(most)
	}
	packed := resp.Header.Get("Content-Encoding")
	in := io.TeeReader(&bounded{resp.Body, most, most}, sent)
	out, err := coding.Unpack(packed, in, false)
	if err != nil {
		return nil, err
	}
	if out == in {
		_, err := io.Copy(io.Discard, in)
		return sent.Bytes(), err
	}
	return io.ReadAll(&bounded{out, most, most})
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
