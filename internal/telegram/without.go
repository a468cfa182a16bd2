package telegram

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Without copies an export byte for byte but for the messages at some places: of these their
// numbers stay, so that the others keep their places and nobody takes them for deleted. Where the export
// breaks off the copy does.
func Without(in io.Reader, out io.Writer, gone func(place string) bool) error {
	r := &Reader{Private: true, gone: gone, s: newScanner(in, MaxMessage)}
	r.s.copied = out
	err := r.s.bom()
	if err == nil {
		err = r.top()
	}
	var failed readError
	switch {
	case err == nil:
		_, err = io.Copy(out, r.s.r) // white space, as a rule
		return err
	case errors.As(err, &failed):
		return failed.err
	case errors.Is(err, errCut):
		return nil
	}
	return &End{At: r.s.at, Err: err}
}

// without copies the messages of a chat but for some.
func (r *Reader) without(c *Chat) error {
	o := order{}
	out := r.s.copied
	var one bytes.Buffer
	return r.s.array(func() error {
		one.Reset()
		r.s.copied = &one
		raw, err := r.s.value(true)
		r.s.copied = out
		if err != nil && !errors.Is(err, errLong) {
			_, _ = out.Write(one.Bytes()) // as far as it goes; the error met counts
			return err
		}
		var m Message
		if err == nil {
			m, err = parse(raw, c)
		}
		if o.n++; err == nil {
			if o.place(&m); r.gone(m.Place(r.Account)) {
				_, err = fmt.Fprintf(out, `{"id": %d, "type": "withdrawn"}`, m.ID)
				return err
			}
		}
		_, err = out.Write(one.Bytes())
		return err
	})
}
