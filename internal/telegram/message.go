package telegram

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Chat is a chat of an export, or a public channel of whose page something was saved.
type Chat struct {
	Name     string // its title, "" where none is stated
	Username string // its public name, as in t.me/NAME; exports do not have it
	Type     string // as the export names it; "" where it is not stated before the messages
	ID       int64  // 0 where none is stated
}

// The kinds of chat that anybody can read.
const (
	PublicChannel    = "public_channel"
	publicGroup      = "public_group"
	PublicSupergroup = "public_supergroup"
)

// Public reports whether anybody can read the chat. What is not known is not public.
func (c *Chat) Public() bool {
	return c.Type == PublicChannel || c.Type == publicGroup || c.Type == PublicSupergroup
}

// Speaks reports whether the chat speaks with one voice, as a channel does; in a group
// members do, who are private persons.
func (c *Chat) Speaks() bool { return c.Type == PublicChannel || c.Type == "private_channel" }

// Link is the address of a message: by the channel's public name where that is known, else
// by its number, as Telegram's own "copy link" has it; "" where it has none.
func (c *Chat) Link(message int64) string {
	switch {
	case message <= 0: // of a group that the chat was made from
	case c.Username != "":
		return fmt.Sprintf("https://t.me/%s/%d", c.Username, message)
	case c.ID > 0 && (c.Speaks() || strings.HasSuffix(c.Type, "supergroup") || c.Type == publicGroup):
		return fmt.Sprintf("https://t.me/c/%d/%d", c.ID, message)
	}
	return ""
}

// Links is what the addresses of its messages begin with, "" where they have none.
func (c *Chat) Links() string { return strings.TrimSuffix(c.Link(1), "1") }

// The kinds of message.
const (
	KindMessage = "message"
	KindService = "service" // something was done to the chat
)

// Message is one message.
type Message struct {
	Chat    *Chat
	Nth     int   // which of its chat's, from 1
	ID      int64 // in its chat
	Ordered bool  // its ID is above that of all before it in the chat
	Kind    string
	Date    time.Time // UTC, to the second; zero where only the day is known
	Day     string    // 2006-01-02, of the exporting computer, where Date is zero; "" where nothing is stated
	Edited  time.Time // UTC; zero where it was not, or when is not known
	Changed bool      // it says that it was edited
	Sender  string    // an id as "channel123"
	Author  string    // who signed it in a channel; "" in groups
	Forward *Forward
	Reply   string // the address of the message that it answers, "" where it answers none
	Via     string // the bot that wrote it
	Text    string // exactly; "" where it has none
	Links   []string
	Files   []File
	Album   []int64 // messages of the same album that have no text: their files are among Files
}

// Forward is where a message comes from.
type Forward struct {
	Name    string // "" where it is, or may be, a private person's
	Link    string // of the message, or of the channel, "" where none is stated
	Channel bool   // it is known to be a channel or a group
}

// File is a file that belongs to a message.
type File struct {
	Message int64
	Name    string // its path in the export's folder, with slashes; "" where it is not there
	Missing string // why it is not there, in words; "" where it is
	Media   string // content type, "" where none is stated
}

// loose is a text, or a number as it is written; whatever else stands there is "".
type loose string

func (l *loose) UnmarshalJSON(b []byte) error {
	var s string
	switch {
	case json.Unmarshal(b, &s) == nil:
		*l = loose(s)
	case len(b) > 0 && (b[0] == '-' || b[0] >= '0' && b[0] <= '9'):
		*l = loose(b)
	}
	return nil
}

func (l loose) number() (int64, bool) {
	n, err := strconv.ParseInt(string(l), 10, 64)
	return n, err == nil
}

// wire is a message as it is written; fields that are not read are passed over.
type wire struct {
	ID            loose           `json:"id"`
	Type          loose           `json:"type"`
	Date          loose           `json:"date"`
	DateUnix      loose           `json:"date_unixtime"`
	EditedUnix    loose           `json:"edited_unixtime"`
	FromID        loose           `json:"from_id"`
	Author        loose           `json:"author"`
	Forwarded     json.RawMessage `json:"forwarded_from"`
	ForwardedID   loose           `json:"forwarded_from_id"`
	ReplyTo       loose           `json:"reply_to_message_id"`
	ReplyPeer     loose           `json:"reply_to_peer_id"`
	ViaBot        loose           `json:"via_bot"`
	Photo         loose           `json:"photo"`
	File          loose           `json:"file"`
	MediaType     loose           `json:"media_type"`
	MimeType      loose           `json:"mime_type"`
	Poll          json.RawMessage `json:"poll"`
	Text          json.RawMessage `json:"text"`
	TextEntities  json.RawMessage `json:"text_entities"`
	ContactVCard  loose           `json:"contact_vcard"`
	ContactDetail json.RawMessage `json:"contact_information"`
}

var errHalf = errors.New("half a character, as \\ud83d alone")

// parse reads one message of a chat.
func parse(raw []byte, c *Chat) (m Message, err error) {
	m.Chat = c
	raw = mended(raw)
	if !utf8.Valid(raw) {
		return m, errors.New("broken UTF-8")
	}
	if raw[0] != '{' {
		return m, errors.New("not a message but " + kindOf(raw))
	}
	var w wire
	if err := json.Unmarshal(raw, &w); err != nil {
		return m, fmt.Errorf("not JSON: %s", strings.TrimPrefix(err.Error(), "json: "))
	}
	var ok bool
	if m.ID, ok = w.ID.number(); !ok {
		return m, errors.New("a message without an id")
	}
	m.Kind = string(w.Type)
	m.times(&w)
	if m.Kind != KindMessage {
		return m, nil
	}
	m.Changed = !m.Edited.IsZero()
	m.Sender, m.Via = string(w.FromID), string(w.ViaBot)
	if c.Speaks() {
		m.Author = string(w.Author)
	}
	m.forward(&w)
	m.reply(&w)
	m.files(&w)
	text, links, err := joined(w.Text)
	if err == nil && text == "" {
		text, links, err = joined(w.TextEntities)
	}
	if err != nil {
		return m, err
	}
	poll, err := poll(w.Poll)
	if err != nil {
		return m, err
	}
	m.Text, m.Links = Lined(text, poll), links
	if strings.ContainsRune(m.Text, utf8.RuneError) && !bytes.Contains(raw, []byte(string(utf8.RuneError))) &&
		!bytes.Contains(bytes.ToLower(raw), []byte(`\ufffd`)) {
		return m, errHalf
	}
	if Blank(m.Text) {
		m.Text = ""
	}
	return m, nil
}

// Sent reports whether a message can have been sent then: Telegram began in 2013.
func Sent(t time.Time) bool { return t.Year() >= 2013 && t.Year() < 2200 }

func unix(l loose) time.Time {
	n, ok := l.number()
	if t := time.Unix(n, 0).UTC(); ok && Sent(t) {
		return t
	}
	return time.Time{}
}

func (m *Message) times(w *wire) {
	m.Date, m.Edited = unix(w.DateUnix), unix(w.EditedUnix)
	if !m.Date.IsZero() {
		return
	}
	if t, err := time.Parse("2006-01-02T15:04:05", string(w.Date)); err == nil && Sent(t) {
		m.Day = t.Format(time.DateOnly)
	}
}

// forward reads where the message comes from. A person's name is not taken; of an older
// export, which states no id, the name is taken as one that may be a person's.
func (m *Message) forward(w *wire) {
	if w.Forwarded == nil && w.ForwardedID == "" {
		return
	}
	var name string
	_ = json.Unmarshal(w.Forwarded, &name) // null of what was deleted
	m.Forward = &Forward{}
	id, ok := strings.CutPrefix(string(w.ForwardedID), "channel")
	if n, err := strconv.ParseInt(id, 10, 64); ok && err == nil && n > 0 {
		m.Forward.Channel, m.Forward.Name = true, squeezed(name)
		m.Forward.Link = fmt.Sprintf("https://t.me/c/%d", n)
	} else if w.ForwardedID == "" {
		m.Forward.Name = squeezed(name)
	}
}

func (m *Message) reply(w *wire) {
	n, ok := w.ReplyTo.number()
	if !ok {
		return
	}
	if w.ReplyPeer == "" {
		m.Reply = m.Chat.Link(n)
		return
	}
	if id, ok := strings.CutPrefix(string(w.ReplyPeer), "channel"); ok {
		if peer, err := strconv.ParseInt(id, 10, 64); err == nil && peer > 0 && n > 0 {
			m.Reply = fmt.Sprintf("https://t.me/c/%d/%d", peer, n)
		}
	}
}

// files reads which files belong to the message. A visiting card holds a telephone number,
// and is not among them.
func (m *Message) files(w *wire) {
	media := string(w.MimeType)
	if w.Photo != "" {
		m.Files = append(m.Files, file(m.ID, string(w.Photo), "image/jpeg"))
	}
	if w.File != "" {
		m.Files = append(m.Files, file(m.ID, string(w.File), media))
	}
}

// file is a file by what the export has for its name: a path, or a sentence in brackets, a
// name before it or not, that says why it was left out.
func file(message int64, name, media string) File {
	f := File{Message: message, Media: media}
	if i := strings.IndexByte(name, '('); i >= 0 && strings.HasSuffix(name, ")") && (i == 0 || name[i-1] == ' ') {
		f.Missing = strings.ToLower(strings.TrimSuffix(strings.SplitN(name[i+1:len(name)-1], ". ", 2)[0], "."))
		if strings.HasPrefix(f.Missing, "file ") || strings.HasPrefix(f.Missing, "photo ") {
			return f
		}
		f.Missing = ""
	}
	f.Name = strings.ReplaceAll(name, `\`, "/")
	return f
}

func kindOf(raw []byte) string {
	switch c := raw[0]; {
	case c == '[':
		return "a list"
	case c == '"':
		return "a text"
	case c == 'n':
		return "null"
	case c == 't' || c == 'f':
		return "true or false"
	}
	return "a number"
}
