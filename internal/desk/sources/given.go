package sources

import (
	"context"
	"errors"
	"strings"
	"time"

	"riwaya/internal/ledger"
	"riwaya/internal/shelf"
)

// addresses are those that a person gave, with how many pages were found in each.
func addresses(ctx context.Context, s shelf.Store) ([]given, error) {
	const ever = 1 << 62 * time.Nanosecond // whatever time is between two looks
	var out []given
	found := map[string]int{} // pages, by the capture in which they stood
	err := s.Addresses(ctx, ever, func(a ledger.Address) error {
		if a.Found != "" {
			if !a.First.IsZero() {
				found[a.Found]++
			}
			return nil
		}
		g := given{Address: a, List: list(a.Media)}
		switch {
		case a.Missed != nil:
			g.Why = why(a.Missed.Error)
		case !a.GoneSince.IsZero():
			g.Why = "why.gone"
		}
		out = append(out, g)
		return nil
	})
	if err != nil {
		return nil, err
	}
	pages := map[string]int{}
	for capture, n := range found {
		first, err := s.FirstSighting(ctx, capture)
		switch {
		case errors.Is(err, ledger.ErrUnknown), errors.Is(err, ledger.ErrGone):
			continue // it was withdrawn
		case err != nil:
			return nil, err
		}
		pages[first.Name] += n
	}
	for i := range out {
		if out[i].Pages = pages[out[i].URL]; out[i].Pages > 0 {
			out[i].List = true
		}
	}
	return out, nil
}

// list reports whether a content type is one of feeds and sitemaps.
func list(media string) bool {
	return strings.Contains(media, "xml") && !strings.Contains(media, "xhtml") || strings.Contains(media, "feed+json")
}

// chat is a channel of Telegram with the numbers of messages that no export has.
type chat struct {
	Name     string // what the addresses of its messages begin with
	Messages int64
	First    int64
	Last     int64
	Missing  [][2]int64 // stretches of numbers that are not there: left out of every export, or deleted before it
}

// telegram is what addresses of messages begin with.
const telegram = "https://t.me/"

// chats are the channels of which there is an export.
func chats(ctx context.Context, s shelf.Store) (out []chat, err error) {
	seen := map[string]bool{}
	err = s.Under(ctx, telegram, func(address string, _ bool) error {
		if i := strings.LastIndexByte(address, '/'); i >= len(telegram) {
			seen[address[:i+1]] = true
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for name := range seen {
		covered, err := s.Coverages(ctx, name)
		if err != nil {
			return nil, err
		}
		if len(covered) > 0 {
			out = append(out, chatOf(name, covered))
		}
	}
	sortChats(out)
	return out, nil
}
