package intake

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"riwaya/internal/telegram"
)

// ErrPrivate is an export of chats that are not public, or not known to be.
var ErrPrivate = errors.New("it is taken in with --private-chat only")

// Chats says which chats an export of Telegram's has.
type Chats struct {
	Account         bool // it is of a whole account: beside chats it has contacts, sessions and more
	Public, Private int
	kinds           []string // of those that are not public
}

// ChatsOf looks through an export. Where it breaks off, that is no error: what there is counts.
func ChatsOf(r io.Reader) (c Chats, err error) {
	in, err := unpacked(r)
	if err != nil {
		return c, err
	}
	look := &telegram.Reader{}
	if err = look.Survey(in); err != nil && look.Broken() {
		return c, err
	}
	return Chats{look.Account, len(look.Chats), look.Passed, look.Kinds}, nil
}

// Admit is nil where what is private in the export can be left out, or nothing is.
func (c Chats) Admit() error {
	switch {
	case c.Public > 0 && (c.Account || c.Private == 0):
		return nil
	case c.Public+c.Private == 1 && !c.Account && c.Private == 1:
		return fmt.Errorf("%s: %w", kind(c.kinds[0]), ErrPrivate)
	case c.Private > 0:
		return fmt.Errorf("%d private chats and none that is public: %w", c.Private, ErrPrivate)
	case c.Account:
		return errors.New("an account's export without a chat in it")
	}
	return nil
}

// kind names a kind of chat; what the file has for it is shown where it is one of Telegram's.
func kind(s string) string {
	if s == "" {
		return "a chat whose kind is not stated before its messages"
	}
	if slices.Contains([]string{"saved_messages", "replies", "verification_codes", "personal_chat", "bot_chat", "private_group", "private_supergroup", "private_channel"}, s) {
		return "a private chat (" + s + ")"
	}
	return "a chat of an unknown kind"
}

// PublicOnly is an account's export with nothing but its public chats.
func PublicOnly(in io.Reader) (io.ReadCloser, error) {
	r, err := unpacked(in)
	if err != nil {
		return nil, err
	}
	return telegram.PublicOnly(r), nil
}
