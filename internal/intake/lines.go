package intake

import (
	"bufio"
	"bytes"
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
	in, err := unpacked(r)
	if err != nil {
		return nil, err
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
