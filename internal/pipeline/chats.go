package pipeline

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	"riwaya/internal/intake"
)

// public is an export of Telegram's as it may be taken in: as it is where all of it is
// public; an account's without all but its public chats, since what is captured is kept byte for
// byte. left says what was left out, note what the copy was made of. What has nothing public is an error.
func public(s Source) (out Source, left, note string, err error) {
	in, err := s.Open()
	if err != nil {
		return s, "", "", err
	}
	sum := sha256.New()
	all := io.TeeReader(in, sum)
	chats, err := intake.ChatsOf(all)
	if err == nil {
		_, err = io.Copy(io.Discard, all)
	}
	if err = errors.Join(err, in.Close()); err == nil {
		err = chats.Admit()
	}
	if err != nil {
		return s, "", "", fmt.Errorf("%s: %w", s.Name, err)
	}
	if !chats.Account {
		return s, "", "", nil
	}
	open := s.Open
	s.Open = func() (io.ReadCloser, error) {
		in, err := open()
		if err != nil {
			return nil, err
		}
		r, err := intake.PublicOnly(in)
		if err != nil {
			return nil, errors.Join(err, in.Close())
		}
		return copying{r, in}, nil
	}
	left = fmt.Sprintf("%d public chats are taken in; all else of the account is left out, %d chats among it", chats.Public, chats.Private)
	note = fmt.Sprintf("a copy of an account's export, sha256:%x, with nothing but its %d public chats", sum.Sum(nil), chats.Public)
	return s, left, note, nil
}

// copying closes both what is read and what it is made of.
type copying struct {
	io.ReadCloser
	from io.Closer
}

func (c copying) Close() error { return errors.Join(c.ReadCloser.Close(), c.from.Close()) }
