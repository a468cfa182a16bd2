package riwaya

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"strings"
	"time"
)

// Precision says how exactly a publication time is known.
type Precision string

// The precisions of a publication time.
const (
	PrecisionSecond  Precision = "second"
	PrecisionMinute  Precision = "minute"
	PrecisionDay     Precision = "day"
	PrecisionUnknown Precision = "unknown"
)

// Origin of a publication time: what stated it.
const (
	FromFlag     = "flag"
	FromMetadata = "metadata"
	FromURL      = "url"
	FromText     = "text"
	FromFeed     = "feed"
	FromUnknown  = "unknown"
)

// Coverage says how much of an article's language the program can read.
type Coverage string

// An empty layer under CoverageNone does not mean that nothing was there.
const (
	CoverageFull    Coverage = "full"
	CoveragePartial Coverage = "partial"
	CoverageNone    Coverage = "none"
)

// Article is one report as one outlet published it, before it is read.
type Article struct {
	ID                 string     `json:"id"` // "sha256:" and the hex digest of Text
	URL                *string    `json:"url"`
	Outlet             *string    `json:"outlet"`
	Title              string     `json:"title"`
	Authors            []string   `json:"authors"`
	Published          *string    `json:"published"` // 2006-01-02, or RFC 3339 where the time of day is known
	PublishedPrecision Precision  `json:"published_precision"`
	PublishedFrom      string     `json:"published_from"`
	Seen               *time.Time `json:"seen"` // when it was first met, never when it appeared
	Language           string     `json:"language"`
	Coverage           Coverage   `json:"coverage"`
	Text               string     `json:"text"` // never altered; the title is its first line where it has one
	Body               []Span     `json:"body"` // the parts of Text that are the article, page furniture left out
	Credits            []Credit   `json:"credits"`
	Stated             *Stated    `json:"stated"` // nil where the program itself got it, or nothing is stated
	// Undated says that Seen is only when a file was put in of which nothing says when it was met before:
	// what it tells of may have happened any time before that. It is no part of what is read.
	Undated bool `json:"-"`
}

// BelowTitle are the parts of the text that are the article, without the title where the text
// begins with it: all of the text where no body was found. Empty parts are left out.
func (a *Article) BelowTitle() iter.Seq[Span] {
	return func(yield func(Span) bool) {
		body := a.Body
		if len(body) == 0 {
			body = []Span{{Start: 0, End: len(a.Text)}}
		}
		from := 0
		if strings.HasPrefix(a.Text, a.Title) {
			from = len(a.Title)
		}
		for _, s := range body {
			if s.Start = max(s.Start, from); s.Start < s.End && s.End <= len(a.Text) && !yield(s) {
				return
			}
		}
	}
}

// Stated is what the file or the archive that an article came in says of where and when it
// was got. Nobody here has seen that: it is as good as who says so. [Article.URL] and
// [Article.Seen] are taken from it where the article has them from nowhere better.
type Stated struct {
	By      string     `json:"by"`      // what says so: see the constants
	URL     *string    `json:"url"`     // where the page was got
	At      *time.Time `json:"at"`      // when; never when it appeared
	Archive *string    `json:"archive"` // the address of the copy in a public archive
}

// What states where and when an article was got.
const (
	StatedByWARC       = "warc"        // a record's target and date
	StatedByWACZ       = "wacz"        // the same, in a file that lists its pages
	StatedByMHTML      = "mhtml"       // the header of a page saved with its parts
	StatedBySingleFile = "singlefile"  // the comment at the top of a page saved with SingleFile
	StatedBySavePageWE = "savepage-we" // the metadata of a page saved with Save Page WE
	StatedByBrowser    = "browser"     // the comment at the top of a page that a browser saved
	StatedByWayback    = "wayback"     // an address of the Wayback Machine
	StatedByToday      = "archive.today"
)

// TextID names an article by its text: "sha256:" and the hex digest.
func TextID(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// Credit is a place where the text says where it comes from itself: an agency,
// or the outlet that it republishes.
type Credit struct {
	Span  Span    `json:"span"`
	Text  string  `json:"text"`
	Name  *string `json:"name"`  // from the lexicon, else null
	Actor *string `json:"actor"` // the lexicon's id, else null
	Form  string  `json:"form"`  // source line, dateline, byline, inline
	Rule  string  `json:"rule"`
}

// Credited are the places where the article says that it comes from elsewhere: its outlet's own name, by the lexicon's id or as it
// is written, credits nobody.
func (a *Article) Credited() iter.Seq[*Credit] {
	return func(yield func(*Credit) bool) {
		own := ""
		if a.Outlet != nil {
			own = PlainName(*a.Outlet)
		}
		is := func(name *string) bool { return own != "" && name != nil && PlainName(*name) == own }
		for i := range a.Credits {
			if c := &a.Credits[i]; !is(c.Actor) && !is(c.Name) && !is(&c.Text) && !yield(c) {
				return
			}
		}
	}
}

// PlainName is a name without what is not a letter or digit, small: an outlet's own way of writing itself and the
// lexicon's identifier differ in that.
func PlainName(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r > 0x7f && r != 0xa0:
			return r
		}
		return -1
	}, name)
}

// The forms of a credit.
const (
	CreditSourceLine = "source line"
	CreditDateline   = "dateline"
	CreditByline     = "byline"
	CreditInline     = "inline"
)
