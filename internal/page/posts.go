package page

import (
	"strings"

	"riwaya"
)

// Posts is a page of t.me, which has messages and no article. It is an error of [Read] and
// [Parse], for who can read them.
type Posts struct {
	Text   string         // the page, decoded
	Stated *riwaya.Stated // what the file states of it, nil where it states nothing
}

func (p *Posts) Error() string {
	return ErrFormat.Error() + ": messages of Telegram; riwaya add reads each"
}
func (p *Posts) Unwrap() error { return ErrFormat }

// isPosts knows the pages of t.me by the classes that all of them have.
func isPosts(text string) bool { return strings.Contains(text, `class="tgme_`) }
