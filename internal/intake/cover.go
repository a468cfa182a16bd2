package intake

import (
	"errors"
	"io"
	"iter"
	"slices"

	"riwaya/internal/telegram"
)

// Chats notes which messages of which chats an export has.
type Chats struct {
	of    map[*telegram.Chat]*telegram.Coverage
	order []*telegram.Chat
}

// Met is for [Options.Message].
func (c *Chats) Met(m telegram.Message, err error) {
	if m.Chat == nil {
		return
	}
	cover := c.of[m.Chat]
	if cover == nil {
		if c.of == nil {
			c.of = map[*telegram.Chat]*telegram.Coverage{}
		}
		cover = &telegram.Coverage{}
		c.of[m.Chat] = cover
		c.order = append(c.order, m.Chat)
	}
	if err != nil {
		cover.Unread()
	} else {
		cover.Add(m.ID)
	}
}

// A Covered chat is one whose messages have addresses.
type Covered struct {
	Start string // what the addresses begin with
	Group bool   // its members write
	Runs  [][2]int64
}

// Covered are the chats that were met and have messages, in order, each once.
func (c *Chats) Covered() (out []Covered) {
	for _, chat := range c.order {
		start := chat.Links()
		_, _, some := c.of[chat].Between()
		if start == "" || !some || slices.ContainsFunc(out, func(o Covered) bool { return o.Start == start }) {
			continue
		}
		out = append(out, Covered{start, !chat.Speaks(), c.of[chat].Runs()})
	}
	return out
}

// Files are the names of the files that belong to an export and should stand beside it,
// each once.
func Files(in io.Reader) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		in, err := unpacked(in)
		if err != nil {
			yield("", err)
			return
		}
		seen := map[string]bool{}
		r := &telegram.Reader{Private: true}
		for m, err := range r.Messages(in) {
			var bad *telegram.Bad
			var end *telegram.End
			if err != nil && !errors.As(err, &bad) && !errors.As(err, &end) {
				yield("", err)
				return
			}
			for _, f := range m.Files {
				if f.Name == "" || seen[f.Name] {
					continue
				}
				seen[f.Name] = true
				if !yield(f.Name, nil) {
					return
				}
			}
		}
	}
}
