// Package widget reads messages from the pages that t.me shows of public channels and groups.
//
// It promises the text as it is seen, and that who wrote in a group, and a person whose message was passed on, is
// not taken for a channel. What is no page of t.me it says.
package widget

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"

	"riwaya/internal/telegram"
)

// What can be wrong with a page of t.me.
var (
	// ErrNoPage is a page that is none of t.me's.
	ErrNoPage = errors.New("no page of t.me")
	// ErrNoPost is a page of t.me without a message in it.
	ErrNoPost = errors.New("a page of Telegram without a message in it")
)

// Is reports whether a web page that starts so may be one of t.me's.
func Is(head []byte) bool { return bytes.Contains(head, []byte("tgme_")) }

// Page reads the messages of a page of t.me: t.me/s/NAME, or the widget of one post
// (t.me/NAME/7?embed=1), as their server sends them or as a browser saved them. What it goes by are the
// classes of the widget: tgme_widget_message with data-post="NAME/7", js-message_text,
// tgme_widget_message_forwarded_from, _reply, _poll, _date.
func Page(text string) ([]telegram.Message, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	var out []telegram.Message
	var highest int64
	chats := map[string]*telegram.Chat{}
	title := ""
	if n := classed(root, "tgme_channel_info_header_title"); n != nil {
		title = squeezed(words(n, nil))
	}
	each(root, func(n *html.Node) bool {
		if !hasClass(n, "tgme_widget_message") || attr(n, "data-post") == "" {
			return true
		}
		m, ok := post(n, title, chats)
		if ok {
			m.Nth, m.Ordered = len(out)+1, m.ID > highest
			highest = max(highest, m.ID)
			out = append(out, m)
		}
		return false
	})
	if len(out) > 0 {
		return out, nil
	}
	if n := classed(root, "tgme_widget_message_error"); n != nil {
		return nil, fmt.Errorf("%w: it says %q", ErrNoPost, squeezed(words(n, nil)))
	}
	if n := having(root, "data-telegram-post"); n != nil && classed(root, "tgme_page") != nil {
		return nil, fmt.Errorf("%w: the post stands in a frame; add https://t.me/%s?embed=1", ErrNoPost, squeezed(attr(n, "data-telegram-post")))
	}
	if n := classed(root, "tgme_page"); n != nil {
		return nil, fmt.Errorf("%w; a channel's last messages stand at https://t.me/s/NAME", ErrNoPost)
	}
	if title != "" {
		return nil, ErrNoPost
	}
	return nil, ErrNoPage
}

// post reads one message.
func post(n *html.Node, title string, chats map[string]*telegram.Chat) (m telegram.Message, ok bool) {
	name, id, _ := strings.Cut(attr(n, "data-post"), "/")
	id, _, _ = strings.Cut(id, "?")
	var err error
	if m.ID, err = strconv.ParseInt(id, 10, 64); err != nil || m.ID <= 0 || !isUsername(name) {
		return m, false
	}
	if m.Chat = chats[name]; m.Chat == nil {
		m.Chat = &telegram.Chat{Username: name, Type: telegram.PublicSupergroup, Name: title, ID: number(attr(n, "data-view"))}
		chats[name] = m.Chat
	}
	m.Kind = telegram.KindMessage
	if hasClass(n, "service_message") {
		m.Kind = telegram.KindService
		return m, true
	}
	if o := classed(n, "tgme_widget_message_owner_name"); o != nil {
		// In a group that is the member who wrote it.
		if u, _ := posted(attr(o, "href")); strings.EqualFold(u, name) {
			m.Chat.Type = telegram.PublicChannel
			if m.Chat.Name == "" {
				m.Chat.Name = squeezed(words(o, nil))
			}
		}
	}
	reply := classed(n, "tgme_widget_message_reply")
	if reply != nil {
		if u, id := posted(attr(reply, "href")); id > 0 {
			m.Reply = fmt.Sprintf("https://t.me/%s/%d", u, id)
		}
	}
	forwarded(n, &m)
	if t := classedOutside(n, reply, "js-message_text"); t != nil {
		m.Text = words(t, &m.Links)
	}
	if q := classed(n, "tgme_widget_message_poll_question"); q != nil {
		m.Text = telegram.Lined(m.Text, words(q, nil))
		each(n, func(o *html.Node) bool {
			if hasClass(o, "tgme_widget_message_poll_option_text") {
				m.Text = telegram.Lined(m.Text, words(o, nil))
			}
			return true
		})
	}
	if telegram.Blank(m.Text) {
		m.Text = ""
	}
	if meta := classed(n, "tgme_widget_message_meta"); meta != nil {
		m.Changed = strings.HasPrefix(strings.TrimSpace(words(meta, nil)), "edited")
		if a := classed(meta, "tgme_widget_message_from_author"); a != nil && m.Chat.Speaks() {
			m.Author = squeezed(words(a, nil))
		}
	}
	each(n, func(t *html.Node) bool {
		if t.Data == "time" && m.Date.IsZero() && (reply == nil || !within(t, reply)) {
			if at, err := time.Parse(time.RFC3339, attr(t, "datetime")); err == nil && telegram.Sent(at) {
				m.Date = at.UTC()
			}
		}
		return true
	})
	if v := classed(n, "tgme_widget_message_via_bot"); v != nil {
		m.Via = squeezed(words(v, nil))
	}
	return m, true
}

// forwarded reads where a message comes from: from a channel where it names one of its
// messages. A person is linked without one, or not at all.
func forwarded(n *html.Node, m *telegram.Message) {
	f := classed(n, "tgme_widget_message_forwarded_from_name")
	if f == nil {
		if classed(n, "tgme_widget_message_forwarded_from") != nil {
			m.Forward = &telegram.Forward{}
		}
		return
	}
	m.Forward = &telegram.Forward{}
	if u, id := posted(attr(f, "href")); id > 0 {
		*m.Forward = telegram.Forward{Name: squeezed(words(f, nil)), Link: fmt.Sprintf("https://t.me/%s/%d", u, id), Channel: true}
	}
}

// posted is the public name and the message, 0 where none, of an address of t.me.
func posted(address string) (name string, message int64) {
	u, err := url.Parse(address)
	if err != nil || u.Host != "t.me" && u.Host != "telegram.me" {
		return "", 0
	}
	p := strings.Split(strings.Trim(strings.TrimPrefix(u.Path, "/s/"), "/"), "/")
	if !isUsername(p[0]) {
		return "", 0
	}
	if len(p) > 1 {
		message, _ = strconv.ParseInt(p[len(p)-1], 10, 64) // of a topic, name/topic/message
	}
	return p[0], message
}

func isUsername(s string) bool {
	for _, r := range s {
		if r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return false
		}
	}
	return len(s) >= 3 && len(s) <= 64 && s != "joinchat"
}

// number is the channel's number, which the widget has for counting views: base64 of
// {"c":-1234567890,"p":7,…}. 0 where there is none.
func number(view string) int64 {
	b, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(view, "="))
	var v struct {
		C int64 `json:"c"`
	}
	if err != nil || json.Unmarshal(b, &v) != nil || v.C >= 0 || v.C == -v.C {
		return 0
	}
	return -v.C
}
