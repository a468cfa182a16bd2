package telegram

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// MaxMessage is the most bytes that the JSON of one message may have: one MiB; Telegram's
// own limit is 4,096 characters of text.
const MaxMessage = 1 << 20

var (
	errLong = fmt.Errorf("it is larger than %d KiB", MaxMessage>>10)
	errCut  = errors.New("the file breaks off")
)

// readError is one of the reader, not of what was read.
type readError struct{ err error }

func (e readError) Error() string { return e.err.Error() }
func (e readError) Unwrap() error { return e.err }

// scanner cuts JSON into values as it streams by. Of what is skipped it looks at marks and
// brackets only; what is taken is decoded, and so checked, by who takes it. It holds one
// value at a time, and none larger than most.
type scanner struct {
	r      *bufio.Reader
	at     int64 // bytes taken so far
	most   int
	buf    []byte
	copied io.Writer // gets every byte that is taken; may be nil
}

func newScanner(r io.Reader, most int) *scanner {
	return &scanner{r: bufio.NewReaderSize(r, 64<<10), most: most}
}

// window is what is buffered, at least one byte.
func (s *scanner) window() ([]byte, error) {
	if s.r.Buffered() == 0 {
		if _, err := s.r.Peek(1); err != nil {
			if err == io.EOF {
				return nil, errCut
			}
			return nil, readError{err}
		}
	}
	return s.r.Peek(s.r.Buffered())
}

func (s *scanner) take(b []byte) error {
	if s.copied != nil {
		if _, err := s.copied.Write(b); err != nil {
			return err
		}
	}
	s.at += int64(len(b))
	_, err := s.r.Discard(len(b))
	return err
}

// next is the next byte that is no space, not taken.
func (s *scanner) next() (byte, error) {
	for {
		w, err := s.window()
		if err != nil {
			return 0, err
		}
		i := 0
		for i < len(w) && (w[i] == ' ' || w[i] == '\n' || w[i] == '\r' || w[i] == '\t') {
			i++
		}
		if i < len(w) {
			c := w[i]
			return c, s.take(w[:i])
		}
		if err := s.take(w); err != nil {
			return 0, err
		}
	}
}

// bom passes over a byte order mark.
func (s *scanner) bom() error {
	if b, _ := s.r.Peek(3); string(b) == "\xef\xbb\xbf" {
		return s.take(b)
	}
	return nil
}

// want takes one byte that must be c.
func (s *scanner) want(c byte) error {
	got, err := s.next()
	if err != nil {
		return err
	}
	if got != c {
		return fmt.Errorf("not JSON: %q where %q is wanted", got, c)
	}
	w, err := s.window()
	if err != nil {
		return err
	}
	return s.take(w[:1])
}

// value takes one value. Kept, its bytes are good until the next; one that is too long is
// passed over, with errLong.
func (s *scanner) value(keep bool) ([]byte, error) {
	if _, err := s.next(); err != nil {
		return nil, err
	}
	s.buf = s.buf[:0]
	depth, quoted, escaped, started, long := 0, false, false, false, false
	for {
		w, err := s.window()
		if err != nil {
			if errors.Is(err, errCut) && started && depth == 0 && !quoted { // a bare number at the end
				return s.buf, nil
			}
			return nil, err
		}
		end, done := len(w), false
	scan:
		for i, c := range w {
			switch {
			case escaped:
				escaped = false
			case quoted:
				if c == '\\' {
					escaped = true
				} else if c == '"' {
					quoted = false
					if depth == 0 {
						end, done = i+1, true
						break scan
					}
				}
			case c == '"':
				quoted = true
			case c == '{' || c == '[':
				depth++
			case c == '}' || c == ']':
				if depth == 0 { // behind a bare number
					end, done = i, true
					break scan
				}
				if depth--; depth == 0 {
					end, done = i+1, true
					break scan
				}
			case depth == 0 && (c == ',' || c == ' ' || c == '\n' || c == '\r' || c == '\t'):
				end, done = i, true
				break scan
			}
		}
		started = started || end > 0
		if keep && !long {
			if long = len(s.buf)+end > s.most; !long {
				s.buf = append(s.buf, w[:end]...)
			}
		}
		if err := s.take(w[:end]); err != nil {
			return nil, err
		}
		if done {
			if !started {
				return nil, errors.New("not JSON: a value is missing")
			}
			if long {
				return nil, errLong
			}
			return s.buf, nil
		}
	}
}

func (s *scanner) skip() error {
	_, err := s.value(false)
	return err
}

// object takes an object; value must take the value of each key.
func (s *scanner) object(value func(key string) error) error {
	return s.list('{', '}', func() error {
		if c, err := s.next(); err != nil {
			return err
		} else if c != '"' {
			return fmt.Errorf("not JSON: %q where a name is wanted", c)
		}
		b, err := s.value(true)
		key := "" // of a name that is too long
		if err == nil {
			err = json.Unmarshal(b, &key)
			if err != nil {
				return errors.New("not JSON: a broken name")
			}
		} else if !errors.Is(err, errLong) {
			return err
		}
		if err := s.want(':'); err != nil {
			return err
		}
		return value(key)
	})
}

// array takes an array; one must take each element.
func (s *scanner) array(one func() error) error { return s.list('[', ']', one) }

func (s *scanner) list(open, end byte, one func() error) error {
	if err := s.want(open); err != nil {
		return err
	}
	for n := 0; ; n++ {
		c, err := s.next()
		if err != nil {
			return err
		}
		if c == end {
			return s.want(end)
		}
		if n > 0 {
			if err := s.want(','); err != nil {
				return err
			}
			if c, err = s.next(); err != nil {
				return err
			} else if c == end {
				return fmt.Errorf("not JSON: %q behind a comma", c)
			}
		}
		if err := one(); err != nil {
			return err
		}
	}
}

// is reports whether the next value begins with a byte.
func (s *scanner) is(c byte) (bool, error) {
	got, err := s.next()
	return got == c, err
}

// text takes a string; what is none is "".
func (s *scanner) text() (string, error) {
	b, err := s.value(true)
	if err != nil {
		if errors.Is(err, errLong) {
			return "", nil
		}
		return "", err
	}
	var out string
	if json.Unmarshal(mended(b), &out) != nil {
		return "", nil
	}
	return out, nil
}

// mended is JSON in which the escapes that only Telegram Desktop writes are JSON's.
func mended(b []byte) []byte {
	if !strings.Contains(string(b), `\x`) {
		return b
	}
	out := make([]byte, 0, len(b)+16)
	for i := 0; i < len(b); i++ {
		if b[i] != '\\' || i+1 == len(b) {
			out = append(out, b[i])
			continue
		}
		if b[i+1] == 'x' {
			out = append(out, `\u00`...)
		} else {
			out = append(out, b[i], b[i+1])
		}
		i++
	}
	return out
}
