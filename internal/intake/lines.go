package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// mostLines is the most bytes that a file may have, unpacked, of which a copy without some
// lines is made: it is held in memory.
const mostLines = 1 << 30

var errLines = fmt.Errorf("the file is larger than %d MiB", mostLines>>20)

// WithoutLines is a file, unpacked, with the lines left empty that gone says, from 1.
func WithoutLines(r io.Reader, gone func(n int) bool) ([]byte, error) {
	in := bufio.NewReaderSize(r, 64<<10)
	if start, _ := in.Peek(2); bytes.Equal(start, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, err
		}
		in = bufio.NewReaderSize(z, 64<<10)
	}
	var out bytes.Buffer
	for n := 1; ; {
		part, err := in.ReadSlice('\n')
		if out.Len() > mostLines {
			return nil, errLines
		}
		whole := bytes.HasSuffix(part, []byte("\n"))
		switch {
		case !gone(n):
			out.Write(part)
		case whole:
			out.WriteByte('\n')
		}
		if whole {
			n++
		}
		if err == io.EOF {
			return out.Bytes(), nil
		}
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return nil, err
		}
	}
}
