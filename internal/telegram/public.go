package telegram

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// mostHeader is the most bytes that may stand in a chat before its messages.
const mostHeader = 1 << 20

// PublicOnly is an account's export with nothing in it but its public chats, each byte for
// byte as it was: {"chats": {"list": [CHAT, CHAT]}}. What stands among messages and is no JSON, or longer than a
// message can be, could hold anything, another chat too where a bracket is lost: null stands there. An
// export that breaks off, breaks off here too. It must be closed; that does not close in.
func PublicOnly(in io.Reader) io.ReadCloser {
	r, w := io.Pipe()
	go func() {
		f := &filter{s: newScanner(in, MaxMessage), out: w}
		err := f.run()
		var stopped errWrite
		if errors.As(err, &stopped) {
			return // nobody reads any more
		}
		var damaged readError
		if errors.As(err, &damaged) {
			w.CloseWithError(damaged.err)
			return
		}
		w.Close() // where it broke off, that shows
	}()
	return r
}

type errWrite struct{ error }

type filter struct {
	s   *scanner
	out *io.PipeWriter
	n   int
}

func (f *filter) write(s string) error {
	if _, err := io.WriteString(f.out, s); err != nil {
		return errWrite{err}
	}
	return nil
}

func (f *filter) run() error {
	s := f.s
	if err := s.bom(); err != nil {
		return err
	}
	if err := f.write(`{"chats": {"list": [`); err != nil {
		return err
	}
	err := s.object(func(key string) error {
		if is, err := s.is('{'); err != nil {
			return err
		} else if key != "chats" && key != "left_chats" || !is {
			return s.skip()
		}
		return s.object(func(key string) error {
			if is, err := s.is('['); err != nil {
				return err
			} else if key != "list" || !is {
				return s.skip()
			}
			return s.array(f.chat)
		})
	})
	if err != nil {
		return err
	}
	return f.write("]}}\n")
}

// chat takes one chat of a list, and hands it on where it is public.
func (f *filter) chat() error {
	s := f.s
	if is, err := s.is('{'); err != nil {
		return err
	} else if !is {
		return s.skip()
	}
	var head bytes.Buffer
	h := &header{out: &head}
	s.copied = h
	defer func() { s.copied = nil }()
	c := &Chat{}
	return s.object(func(key string) (err error) {
		switch is, e := s.is('['); {
		case e != nil:
			return e
		case key == "type":
			c.Type, err = s.text()
			return err
		case key == "messages" && is && h.out == &head && c.Public() && !h.full:
			if f.n++; f.n > 1 {
				err = f.write(", ")
			}
			if err == nil {
				err = f.write(head.String())
			}
			if err != nil {
				return err
			}
			h.out = f.out
			return f.messages()
		case key == "messages" && h.out == &head:
			h.out, h.full = nil, true // not public: nothing of it is handed on
		}
		return s.skip()
	})
}

// messages hands the messages of a public chat on.
func (f *filter) messages() error {
	s := f.s
	out := s.copied
	var one bytes.Buffer
	return s.array(func() error {
		one.Reset()
		s.copied = &one
		raw, err := s.value(true)
		s.copied = out
		switch {
		case errors.Is(err, errLong), err == nil && !json.Valid(mended(raw)):
			return f.write("null")
		case err != nil:
			return err
		}
		return f.write(one.String())
	})
}

// header gathers what stands before a chat's messages; then it hands on.
type header struct {
	out  io.Writer
	full bool
}

func (h *header) Write(p []byte) (int, error) {
	if h.full || h.out == nil {
		return len(p), nil
	}
	if b, ok := h.out.(*bytes.Buffer); ok {
		if b.Len()+len(p) > mostHeader {
			h.full = true
			return len(p), nil
		}
		return b.Write(p)
	}
	n, err := h.out.Write(p)
	if err != nil {
		return n, errWrite{err}
	}
	return n, nil
}
