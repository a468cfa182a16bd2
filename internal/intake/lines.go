package intake

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"riwaya/internal/telegram"
)

// mostLines is the most bytes that a file may have, unpacked, of which a copy without some
// lines is made: it is held in memory.
const mostLines = 1 << 30

var errLines = fmt.Errorf("the file is larger than %d MiB", mostLines>>20)

// Without is a file, unpacked, without the articles at some places, those at others kept
// where they are. Of other kinds of file none can be: [ErrWhole].
func Without(r io.Reader, media string, gone func(place string) bool) ([]byte, error) {
	switch media {
	case MediaLines:
		return WithoutLines(r, func(n int) bool { return gone(fmt.Sprintf("line %d", n)) })
	case MediaTelegram:
		in, err := unpacked(r)
		if err != nil {
			return nil, err
		}
		var out limited
		err = telegram.Without(in, &out, gone)
		return out.Bytes(), err
	}
	return nil, ErrWhole
}

// ErrWhole is a file from which nothing can be taken out alone.
var ErrWhole = errors.New("it stands in an archive with others")

// limited is a buffer that does not grow over what may be held.
type limited struct{ bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	if l.Len()+len(p) > mostLines {
		return 0, errLines
	}
	return l.Buffer.Write(p)
}

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
