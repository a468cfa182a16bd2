package telegram

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"
)

// A Bad message could not be read; those after it follow.
type Bad struct {
	Place string // as [Message.Place]
	Err   error
}

func (b *Bad) Error() string { return b.Place + ": " + b.Err.Error() }
func (b *Bad) Unwrap() error { return b.Err }

// An End is where an export could not be read further.
type End struct {
	At  int64 // bytes from its start
	Err error
}

func (e *End) Error() string { return fmt.Sprintf("byte %d: %v", e.At, e.Err) }
func (e *End) Unwrap() error { return e.Err }

// errDone ends the walk when nobody wants more.
var errDone = errors.New("done")

// Place says where a message stands. Within one export no other has the same.
func (m *Message) Place(account bool) string {
	p := fmt.Sprintf("message %d", m.ID)
	if !m.Ordered {
		p += fmt.Sprintf(", item %d", m.Nth)
	}
	if account {
		p = chatPlace(m.Chat) + ", " + p
	}
	return p
}

func chatPlace(c *Chat) string { return fmt.Sprintf("chat %d", c.ID) }

// Reader reads the messages of an export.
type Reader struct {
	// Private says that chats which are not public are read too.
	Private bool
	// Account is set once it is known that the export is of an account.
	Account bool
	// Passed counts the chats that were not read, as they are not public.
	Passed int
	// Behind says that something stands behind the end of the export.
	Behind bool
	// Chats are those that were read, in order; Kinds the types of those passed over.
	Chats []*Chat
	Kinds []string

	s      *scanner
	yield  func(Message, error) bool
	gone   func(place string) bool // see [Without]
	broken bool
}

// Broken reports whether what it was read from failed, not the export.
func (r *Reader) Broken() bool { return r.broken }

// Messages reads an export: every message of every chat that is read, also of those
// without a text, in order; albums are not joined yet. A *Bad stands where its message would; a *End is the last.
func (r *Reader) Messages(in io.Reader) iter.Seq2[Message, error] {
	return func(yield func(Message, error) bool) {
		r.s, r.yield = newScanner(in, MaxMessage), yield
		err := r.s.bom()
		if err == nil {
			err = r.all()
		}
		if err != nil && !errors.Is(err, errDone) {
			var end *End
			if !errors.As(err, &end) {
				err = &End{At: r.s.at, Err: err}
			}
			yield(Message{}, err)
		}
	}
}

// Survey looks which chats an export has, and reads none of them. The error is a *End where
// it breaks off.
func (r *Reader) Survey(in io.Reader) error {
	r.s = newScanner(in, MaxMessage)
	err := r.s.bom()
	if err == nil {
		err = r.all()
	}
	if err != nil {
		var failed readError
		r.broken = errors.As(err, &failed)
		return &End{At: r.s.at, Err: err}
	}
	return nil
}

// all reads the export to its end.
func (r *Reader) all() error {
	if err := r.top(); err != nil {
		return err
	}
	_, err := r.s.next()
	if errors.Is(err, errCut) {
		return nil
	}
	r.Behind = err == nil
	return cmp.Or(err, errBehind)
}

var errBehind = errors.New("something stands behind the end of the export")

// top reads the outermost object: a chat, or an account.
func (r *Reader) top() error {
	c := &Chat{}
	return r.s.object(func(key string) error {
		switch key {
		case "chats", "left_chats":
			return r.chats()
		}
		return r.field(c, key)
	})
}

// chats reads {"about": "…", "list": [CHAT, …]}.
func (r *Reader) chats() error {
	if is, err := r.s.is('{'); err != nil {
		return err
	} else if !is {
		return r.s.skip()
	}
	return r.s.object(func(key string) error {
		if is, err := r.s.is('['); err != nil {
			return err
		} else if key != "list" || !is {
			return r.s.skip()
		}
		r.Account = true
		return r.s.array(func() error {
			if is, err := r.s.is('{'); err != nil {
				return err
			} else if !is {
				return r.s.skip()
			}
			c := &Chat{}
			return r.s.object(func(key string) error { return r.field(c, key) })
		})
	})
}

// field reads a field of a chat.
func (r *Reader) field(c *Chat, key string) (err error) {
	s := r.s
	switch key {
	case "name":
		c.Name, err = s.text()
		c.Name = squeezed(c.Name)
		return err
	case "type":
		c.Type, err = s.text()
		return err
	case "id":
		b, err := s.value(true)
		if err != nil {
			if errors.Is(err, errLong) {
				return nil
			}
			return err
		}
		var l loose
		_ = l.UnmarshalJSON(b) // it gives none
		c.ID, _ = l.number()
		return nil
	case "messages":
		if is, err := s.is('['); err != nil {
			return err
		} else if !is {
			return s.skip()
		}
		if !c.Public() && !r.Private {
			r.Passed++
			r.Kinds = append(r.Kinds, c.Type)
			return s.skip()
		}
		r.Chats = append(r.Chats, c)
		switch {
		case r.gone != nil:
			return r.without(c)
		case r.yield == nil:
			return s.skip()
		}
		return r.messages(c)
	}
	return s.skip()
}

// order tells the places of a chat's messages.
type order struct {
	n       int // how many there were
	highest int64
	some    bool
}

// place says of a message which it is.
func (o *order) place(m *Message) {
	m.Nth, m.Ordered = o.n, !o.some || m.ID > o.highest
	if m.Ordered {
		o.highest, o.some = m.ID, true
	}
}

func (r *Reader) messages(c *Chat) error {
	o := order{}
	return r.s.array(func() error {
		o.n++
		raw, err := r.s.value(true)
		if err != nil && !errors.Is(err, errLong) {
			return err
		}
		var m Message
		if err == nil {
			m, err = parse(raw, c)
		}
		if err != nil {
			place := fmt.Sprintf("item %d", o.n)
			if r.Account {
				place = chatPlace(c) + ", " + place
			}
			if !r.yield(Message{Chat: c, Nth: o.n}, &Bad{place, err}) {
				return errDone
			}
			return nil
		}
		if o.place(&m); !r.yield(m, nil) {
			return errDone
		}
		return nil
	})
}
