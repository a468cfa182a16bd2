package intake

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"riwaya"
	"riwaya/internal/container/packed"
	"riwaya/internal/page"
	"riwaya/internal/telegram"
	"riwaya/internal/telegram/widget"
)

// MediaTelegram is an export of Telegram Desktop in JSON.
const MediaTelegram = "application/x-telegram-export+json"

// What is above a message that comes from elsewhere, as Telegram shows it; a person is not named.
const (
	forwardedFrom = "Forwarded from "
	forwarded     = "Forwarded message"
)

// Beside is what stands beside a message and is no part of its article, as JSON.
type Beside struct {
	Same      string   `json:"same,omitempty"`      // its address by the channel's number, where its own is by name
	ReplyTo   string   `json:"reply_to,omitempty"`  // the address of the message that it answers
	Forwarded string   `json:"forwarded,omitempty"` // of the message or channel that it comes from
	Edited    string   `json:"edited,omitempty"`    // when, UTC; "yes" where that is not stated
	Via       string   `json:"via,omitempty"`       // the bot that wrote it
	Links     []string `json:"links,omitempty"`     // where links lead whose words do not say so
	Album     []int64  `json:"album,omitempty"`     // messages without a text of the same album
	Files     []Stand  `json:"files,omitempty"`     // what belongs to it
}

// Stand is a file that belongs to a message.
type Stand struct {
	Name    string `json:"name,omitempty"`    // in the export's folder
	Missing string `json:"missing,omitempty"` // why it is not in it
	Media   string `json:"media,omitempty"`
}

// export finds the messages with a text of an export, in their order.
func export(in io.Reader, o page.Options, met func(telegram.Message, error)) iter.Seq[Found] {
	return func(yield func(Found) bool) {
		in, err := unpacked(in)
		if err != nil {
			yield(Found{Place: "byte 0", Err: err})
			return
		}
		// What is in a ledger has passed the question whether it is private.
		r := &telegram.Reader{Private: true}
		all := func(yield func(telegram.Message, error) bool) {
			for m, err := range r.Messages(in) {
				if met != nil {
					met(m, err)
				}
				if !yield(m, err) {
					return
				}
			}
		}
		for m, err := range telegram.Albums(all) {
			var f Found
			var bad *telegram.Bad
			var end *telegram.End
			switch {
			case errors.As(err, &bad):
				f = Found{Place: bad.Place, Err: bad.Err}
			case errors.As(err, &end):
				f = Found{Place: fmt.Sprintf("byte %d", end.At), Err: fmt.Errorf("%w; what stands before it was read", end.Err)}
			case m.Text == "":
				continue
			default:
				f = post(&m, o)
				f.Place = m.Place(r.Account)
			}
			if !yield(f) {
				return
			}
		}
	}
}

// post makes the article of a message.
func post(m *telegram.Message, o page.Options) Found {
	text, from := m.Text, 0
	credits := []riwaya.Credit{}
	if f := m.Forward; f != nil {
		head := forwarded
		if f.Name != "" {
			head = forwardedFrom + f.Name
			if f.Channel {
				credits = append(credits, riwaya.Credit{Span: riwaya.Span{Start: len(forwardedFrom), End: len(head)},
					Text: f.Name, Form: riwaya.CreditSourceLine, Rule: "telegram:forwarded"})
			}
		}
		text, from = head+"\n"+text, len(head)+1
	}
	a := riwaya.Article{ID: riwaya.TextID(text), Text: text, Body: []riwaya.Span{{Start: from, End: len(text)}}, Credits: credits,
		Authors: []string{}, URL: optional(m.Chat.Link(m.ID)), Seen: o.Seen, Stated: o.Stated, Language: o.Lang,
		PublishedPrecision: riwaya.PrecisionUnknown, PublishedFrom: riwaya.FromUnknown}
	switch {
	case !m.Date.IsZero():
		a.Published, a.PublishedPrecision = optional(m.Date.Format(time.RFC3339)), riwaya.PrecisionSecond
	case m.Day != "":
		a.Published, a.PublishedPrecision = optional(m.Day), riwaya.PrecisionDay
	}
	if a.Published != nil {
		a.PublishedFrom = riwaya.FromMetadata
	}
	if m.Chat.Public() || m.Chat.Speaks() { // the name of another chat can be a person's
		a.Outlet = optional(m.Chat.Name)
	}
	if m.Author != "" {
		a.Authors = append(a.Authors, m.Author)
	}
	return Found{Input: page.Input{Article: a, Lang: o.Lang}, Beside: beside(m)}
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// beside is what stands beside the message, "" where nothing does.
func beside(m *telegram.Message) string {
	s := Beside{ReplyTo: m.Reply, Via: m.Via, Links: m.Links, Album: m.Album}
	if m.Chat.Username != "" && m.Chat.ID > 0 {
		s.Same = fmt.Sprintf("https://t.me/c/%d/%d", m.Chat.ID, m.ID)
	}
	if m.Forward != nil {
		s.Forwarded = m.Forward.Link
	}
	if !m.Edited.IsZero() {
		s.Edited = m.Edited.Format(time.RFC3339)
	} else if m.Changed {
		s.Edited = "yes"
	}
	for _, f := range m.Files {
		s.Files = append(s.Files, Stand{f.Name, f.Missing, f.Media})
	}
	b, err := json.Marshal(s)
	if err != nil || string(b) == "{}" {
		return ""
	}
	return string(b)
}

// posts are the messages of a page of t.me, which err may hold. within is where the page stands.
func posts(err error, o page.Options, within string) (out []Found, is bool) {
	var p *page.Posts
	if !errors.As(err, &p) {
		return nil, false
	}
	all, err := widget.Page(p.Text)
	if err != nil {
		return []Found{{Place: within, Err: err}}, true
	}
	o.Stated = p.Stated
	if o.Stated != nil && o.Stated.At != nil {
		o.Seen = o.Stated.At
	}
	for i := range all {
		if m := &all[i]; m.Text != "" {
			f := post(m, o)
			f.Place = strings.TrimPrefix(within+", "+m.Place(false), ", ")
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		out = []Found{{Place: within, Err: fmt.Errorf("%w that has a text", widget.ErrNoPost)}}
	}
	return out, true
}

// unpacked is an input without its packing.
func unpacked(r io.Reader) (*bufio.Reader, error) {
	in, _, err := packed.Open(r, 64<<10)
	return in, err
}
