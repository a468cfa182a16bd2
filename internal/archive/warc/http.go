package warc

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"riwaya/internal/container/coding"
)

// HTTP is what a server answered, as a response record keeps it.
type HTTP struct {
	Status int
	Header Header
	Body   io.Reader // unpacked; the caller bounds it
}

// ParseHTTP reads a response: status line, fields, and the body behind them. A body in
// chunks is put together. What is packed in a way that is not known is an error.
func ParseHTTP(block io.Reader) (HTTP, error) {
	in := bufio.NewReaderSize(block, 16<<10)
	line, err := in.ReadSlice('\n')
	if err != nil {
		return HTTP{}, errors.New("no answer of a web server in it")
	}
	proto, rest, _ := strings.Cut(strings.TrimSpace(string(line)), " ")
	code, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	status, err := strconv.Atoi(code)
	if !strings.HasPrefix(proto, "HTTP/") || err != nil {
		return HTTP{}, errors.New("no answer of a web server in it")
	}
	h := HTTP{Status: status}
	if h.Header, err = fields(in); err != nil && err != io.EOF {
		return h, err
	}
	var body io.Reader = in
	if strings.EqualFold(h.Header.Get("Transfer-Encoding"), "chunked") && chunked(in) {
		body = &chunks{in: in}
	}
	if body, err = coding.Unpack(h.Header.Get("Content-Encoding"), body, true); err != nil {
		return h, err
	}
	h.Body = body
	return h, nil
}

// chunked reports whether a body really begins with the size of a chunk: some archives put the
// chunks together and leave the field as it was.
func chunked(in *bufio.Reader) bool {
	start, _ := in.Peek(20)
	line, _, ok := bytes.Cut(start, []byte("\n"))
	if !ok {
		return false
	}
	_, err := chunkSize(line)
	return err == nil
}

func chunkSize(line []byte) (int64, error) {
	digits, _, _ := bytes.Cut(line, []byte(";"))
	return strconv.ParseInt(string(bytes.TrimSpace(digits)), 16, 63)
}

// chunks puts together a body sent in chunks (RFC 9112, 7.1).
type chunks struct {
	in   *bufio.Reader
	left int64
	err  error
}

func (c *chunks) Read(p []byte) (int, error) {
	for c.left == 0 && c.err == nil {
		c.err = c.next()
	}
	if c.err != nil {
		return 0, c.err
	}
	if int64(len(p)) > c.left {
		p = p[:c.left]
	}
	n, err := c.in.Read(p)
	if c.left -= int64(n); err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if c.left == 0 && err == nil {
		_, c.err = c.in.ReadSlice('\n') // the line end behind a chunk
	} else {
		c.err = err
	}
	return n, err
}

// next reads the size of the next chunk; the last has none, and is io.EOF.
func (c *chunks) next() error {
	line, err := c.in.ReadSlice('\n')
	if err != nil {
		return io.ErrUnexpectedEOF
	}
	if c.left, err = chunkSize(line); err != nil || c.left < 0 {
		return errors.New("a chunk of the body has no size")
	}
	if c.left == 0 {
		return io.EOF
	}
	return nil
}
