package warc

import (
	"bytes"
	"io"
)

// source reads a file through a buffer and counts the bytes that were taken. It is an
// io.ByteReader, so that unpacking takes no byte beyond a member's end. What a member took
// is kept, up to a bound: a member that was cut short swallows the start of those behind
// it, which must be read once more.
type source struct {
	r      io.Reader
	err    error
	buf    []byte
	pos    int   // before it stands what the member took
	n      int64 // bytes taken of the file
	lost   bool  // the member took more than is kept
	budget int   // how many bytes may still be read twice
}

// How much is kept of one member, how much of one file may be read twice, and how much is
// asked for at a time.
const (
	kept  = 1 << 20
	twice = 64 << 20
	chunk = 64 << 10
)

func newSource(r io.Reader) *source { return &source{r: r, budget: twice} }

// fill reads more, and says why it cannot.
func (s *source) fill() error {
	if s.err != nil {
		return s.err
	}
	if s.pos > kept {
		s.lost = true
	}
	if s.lost && s.pos > 0 {
		s.buf = append(s.buf[:0], s.buf[s.pos:]...)
		s.pos = 0
	}
	at := len(s.buf)
	if cap(s.buf) < at+chunk {
		s.buf = append(make([]byte, 0, 2*at+2*chunk), s.buf...)
	}
	for range 100 { // a reader that gives nothing and no error, again and again, is broken
		n, err := s.r.Read(s.buf[at : at+chunk])
		s.buf, s.err = s.buf[:at+n], err
		if n > 0 {
			return nil
		}
		if err != nil {
			return err
		}
	}
	s.err = io.ErrNoProgress
	return s.err
}

func (s *source) Read(p []byte) (int, error) {
	if s.pos == len(s.buf) {
		if err := s.fill(); err != nil {
			return 0, err
		}
	}
	n := copy(p, s.buf[s.pos:])
	s.discard(n)
	return n, nil
}

func (s *source) ReadByte() (byte, error) {
	if s.pos == len(s.buf) {
		if err := s.fill(); err != nil {
			return 0, err
		}
	}
	b := s.buf[s.pos]
	s.discard(1)
	return b, nil
}

// peek is the next n bytes, or fewer and why.
func (s *source) peek(n int) ([]byte, error) {
	for len(s.buf)-s.pos < n {
		if err := s.fill(); err != nil {
			return s.buf[s.pos:], err
		}
	}
	return s.buf[s.pos : s.pos+n], nil
}

func (s *source) discard(n int) {
	s.pos += n
	s.n += int64(n)
}

// remember says that a member begins here.
func (s *source) remember() {
	s.buf, s.pos, s.lost = s.buf[s.pos:], 0, false
}

// back gives back what was taken of a member that proved damaged, but for its first byte.
// Of a long member nothing is given back: what follows it was hardly touched.
func (s *source) back() {
	if s.lost || s.pos < 2 || s.pos > s.budget {
		return
	}
	s.budget -= s.pos - 1
	s.n -= int64(s.pos - 1)
	s.buf, s.pos = s.buf[1:], 0
}

var member = []byte{0x1f, 0x8b, 8}

// seek goes forward to the next place where a member may begin, or to the end: io.EOF.
func (s *source) seek() error {
	s.lost = true // nothing of this is asked for again
	for {
		_, err := s.peek(len(member))
		b := s.buf[s.pos:]
		if i := bytes.Index(b, member); i >= 0 {
			s.discard(i)
			return nil
		}
		if err != nil {
			s.discard(len(b))
			return err
		}
		s.discard(len(b) - len(member) + 1)
	}
}

// body is what records are read from: the file, or what a member unpacks to. It ends in
// an error where a member unpacks to far more than it was packed from.
type body struct {
	r    io.Reader
	n    int64
	file *source // of a packed one
	from int64
	all  *int64 // unpacked of the file so far
}

// A member may unpack to free bytes, and beyond that to ratio times its size: text and
// zeros of real pages stay below 1:200, deflate can reach 1:1032. So may the file, whose
// members could each stay within their own bound.
const (
	free    = 64 << 20
	freeAll = 1 << 30
	ratio   = 200
)

func (b *body) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	b.n += int64(n)
	if b.file == nil {
		return n, err
	}
	if *b.all += int64(n); *b.all > freeAll && *b.all > ratio*b.file.n {
		return n, errBombs
	}
	if b.n > free && b.n > ratio*(b.file.n-b.from) {
		return n, errBomb
	}
	return n, err
}
