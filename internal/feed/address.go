package feed

import (
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"
)

// joined is an address against a base; both may be relative still.
func joined(base, s string) string {
	b, err := url.Parse(strings.TrimSpace(base))
	if err != nil || base == "" {
		return s
	}
	u, err := b.Parse(strings.TrimSpace(s))
	if err != nil {
		return s
	}
	return u.String()
}

// resolve makes links of what was found. Where the caller knows no address of the list, what
// it states of itself is the base.
func resolve(all []found, base, self string) []Link {
	if base == "" {
		base = self
	}
	out := make([]Link, len(all))
	for i, e := range all {
		l := Link{Title: e.title, At: e.at, Text: e.text}
		raw := strings.Map(func(r rune) rune { // as every browser does (WHATWG URL, 4.4)
			if r == '\n' || r == '\r' || r == '\t' {
				return -1
			}
			return r
		}, strings.TrimSpace(e.address))
		why := e.why
		switch {
		case why != "":
		case raw == "":
			why = "an entry has none"
		case len(raw) >= maxAddress:
			why = "longer than any address"
		default:
			l.URL, why = absolute(base, e.base, raw)
		}
		if why != "" {
			l.URL = clip(raw)
			l.Err = fmt.Errorf("%q: %w: %s", l.URL, ErrAddress, why)
			if l.URL == "" {
				l.Err = fmt.Errorf("%w: %s", ErrAddress, why)
			}
		}
		out[i] = l
	}
	return out
}

// absolute is an address whole, or why it is none.
func absolute(base, inner, raw string) (address, why string) {
	if inner != "" {
		base = joined(base, inner)
	}
	u, err := url.Parse(raw)
	if err != nil {
		return "", "not a web address"
	}
	if !u.IsAbs() {
		b, err := url.Parse(base)
		if err != nil || !b.IsAbs() {
			return "", "relative, and the file does not say to what"
		}
		u = b.ResolveReference(u)
	}
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return "", "only http and https are fetched"
	case u.Hostname() == "":
		return "", "no host in it"
	}
	u.Fragment, u.RawFragment = "", "" // never sent, and the page is the same
	return u.String(), ""
}

// clip bounds what is shown.
func clip(s string) string {
	const most = 300
	if len(s) <= most {
		return s
	}
	s = s[:most]
	for !utf8.ValidString(s) {
		s = s[:len(s)-1]
	}
	return s + "…"
}

// The ways in which lists write times: RFC 822 and its successors (RSS), RFC 3339 (Atom, JSON
// Feed), W3C's profile of ISO 8601 (sitemaps, Dublin Core).
var layouts = [...]string{time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04:05 -0700",
	"Mon, 2 Jan 2006 15:04 -0700", "Mon, 2 Jan 2006 15:04 MST", time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02 15:04:05", time.DateOnly}

// parseTime is a time as it was stated, zero where it is none. It orders entries, and is no
// date of publication: that a page says itself.
func parseTime(s string) time.Time {
	for _, l := range layouts {
		if t, err := time.Parse(l, s); err == nil && t.Year() > 1990 && t.Year() < 2200 {
			return t.UTC()
		}
	}
	return time.Time{}
}
