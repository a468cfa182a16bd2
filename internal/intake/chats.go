package intake

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"riwaya/internal/container/packed"
	"riwaya/internal/telegram"
)

// ErrPrivate is an export of chats that are not public, or not known to be.
var ErrPrivate = errors.New("it is taken in with --private-chat only")

// chats says which chats an export of Telegram's has.
type chats struct {
	account         bool // it is of a whole account: beside chats it has contacts, sessions and more
	public, private int
	kinds           []string // of those that are not public
	behind          bool     // something follows that is no part of it
}

// chatsOf looks through an export. Where it breaks off, that is no error: what there is counts.
func chatsOf(r io.Reader) (c chats, err error) {
	in, err := unpacked(r)
	if err != nil {
		return c, err
	}
	look := &telegram.Reader{}
	var damage *packed.Damage // it breaks off there
	if err = look.Survey(in); err != nil && look.Broken() && !errors.As(err, &damage) {
		return c, err
	}
	return chats{look.Account, len(look.Chats), look.Passed, look.Kinds, look.Behind}, nil
}

// admit is nil where what is private in the export can be left out, or nothing is.
func (c chats) admit() error {
	switch {
	case c.behind && !c.account: // another chat, perhaps
		return fmt.Errorf("something stands behind the end of the export: %w", ErrPrivate)
	case c.public > 0 && (c.account || c.private == 0):
		return nil
	case c.private == 1 && c.public == 0 && !c.account:
		return fmt.Errorf("%s: %w", kind(c.kinds[0]), ErrPrivate)
	case c.private > 0:
		return fmt.Errorf("%s and none that is public: %w", count(c.private, "private chat"), ErrPrivate)
	case c.account:
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
