package intake

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	"riwaya/internal/telegram"
)

// Admitted is an export of Telegram's as it may be taken in.
type Admitted struct {
	Open func() (io.ReadCloser, error)
	Left string // what is left out, in words; "" where it is taken as it is
	Note string // what it was made of then
}

// Admit looks through an export: all of it is taken where all is public; of an account nothing but
// the public chats, each byte for byte, since what is captured is kept as it came. What
// has nothing public is an error.
func Admit(open func() (io.ReadCloser, error)) (a Admitted, err error) {
	a.Open = open
	in, err := open()
	if err != nil {
		return a, err
	}
	sum := sha256.New()
	all := io.TeeReader(in, sum)
	chats, err := chatsOf(all)
	if err == nil {
		_, err = io.Copy(io.Discard, all)
	}
	if err = errors.Join(err, in.Close()); err == nil {
		err = chats.admit()
	}
	if err != nil || !chats.account {
		return a, err
	}
	a.Open = func() (io.ReadCloser, error) {
		in, err := open()
		if err != nil {
			return nil, err
		}
		r, err := unpacked(in)
		if err != nil {
			return nil, errors.Join(err, in.Close())
		}
		return copying{telegram.PublicOnly(r), in}, nil
	}
	a.Left = fmt.Sprintf("of an account, its %s; all else is left out, %s among it", count(chats.public, "public chat"), count(chats.private, "other chat"))
	a.Note = fmt.Sprintf("a copy of an account's export, sha256:%x, with nothing but its %s", sum.Sum(nil), count(chats.public, "public chat"))
	return a, nil
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// copying closes both what is read and what it is made of.
type copying struct {
	io.ReadCloser
	from io.Closer
}

func (c copying) Close() error { return errors.Join(c.ReadCloser.Close(), c.from.Close()) }
