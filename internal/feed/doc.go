// Package feed reads what an outlet announces: RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed, and
// the lists that lead to them: OPML, sitemaps (of news too) and their indexes.
//
// What it promises: bytes in, addresses out, in the order in which they stand, absolute, and
// as they were written, tracking parameters included. An address that cannot be followed
// stands there with the reason. Whatever the bytes, reading ends, in memory bounded by
// [MaxBytes], [MaxEntries] and [MaxDepth]; no entity is expanded but those of XML and HTML. Of XML
// that breaks off, what stands before the break is given, and the break is named.
//
// What it does not do: it fetches nothing, knows no time, follows nothing, and makes no
// article of what a feed says of one.
//
// # Why no library
//
// github.com/mmcdole/gofeed 1.4.2 (MIT, no cost at start) was tried in November 2026. It
// descends by recursion, so that twelve mebibytes of nested elements of an extension overflow the
// stack, which ends the process; of a feed that breaks off it gives nothing; and lists
// and sitemaps it does not read. What is wanted here is a dozen elements.
package feed

import (
	"errors"
	"time"
)

// The bounds. Bytes and entries are those of the sitemaps protocol (sitemaps.org), the
// largest of all these formats.
const (
	MaxBytes   = 50 << 20 // unpacked
	MaxEntries = 50_000
	MaxDepth   = 200
	maxAddress = 8 << 10
)

// Kind is the kind of a list.
type Kind string

// The kinds.
const (
	RSS     Kind = "rss"
	Atom    Kind = "atom"
	JSON    Kind = "json"
	OPML    Kind = "opml"
	Sitemap Kind = "sitemap"
	Index   Kind = "index" // of sitemaps
)

// Media is the content type of a kind. Sitemaps have no registered one.
func (k Kind) Media() string {
	return map[Kind]string{RSS: "application/rss+xml", Atom: "application/atom+xml", JSON: "application/feed+json",
		OPML: "text/x-opml", Sitemap: "application/sitemap+xml", Index: "application/sitemapindex+xml"}[k]
}

// KindOf is the kind that has a content type of [Kind.Media], "" for every other.
func KindOf(media string) Kind {
	for _, k := range [...]Kind{RSS, Atom, JSON, OPML, Sitemap, Index} {
		if k.Media() == media {
			return k
		}
	}
	return ""
}

// Level is how far a kind stands from a page: 1 leads to pages, 2 to these, 3 to either. A
// list is followed only to what has a lower level, so that no list leads back to itself.
func (k Kind) Level() int {
	switch k {
	case OPML:
		return 3
	case Index:
		return 2
	case "":
		return 0
	}
	return 1
}

// Word is what a person calls the kind.
func (k Kind) Word() string {
	return map[Kind]string{RSS: "a feed", Atom: "a feed", JSON: "a feed", OPML: "a list of feeds", Sitemap: "a sitemap",
		Index: "an index of sitemaps", "": "a page"}[k]
}

// What can be wrong; errors wrap one of these.
var (
	ErrNone     = errors.New("neither a feed nor a sitemap")
	ErrTooLarge = errors.New("too large for a feed")
	ErrBroken   = errors.New("a broken feed")
	ErrAddress  = errors.New("an address that is not followed")
)

// Feed is what a list says.
type Feed struct {
	Kind  Kind
	Title string
	Links []Link
	More  int    // entries beyond MaxEntries, which are left out
	Sum   string // SHA-256 of all that stands in the entries, in hex: two of the same announce the same
	Break error  // where it breaks off; what stands before is here
}

// Link is one address that a list leads to.
type Link struct {
	URL   string // absolute, without fragment; as it was written where Err is set
	Title string
	At    time.Time // when it appeared or was changed, as stated; zero where that is not
	Text  bool      // the list holds a text of it
	Err   error     // why it cannot be followed
}

// Options are what the caller knows better than the bytes do.
type Options struct {
	Base        string // the address that answered; "" of a file
	ContentType string // as a server declared it
}
