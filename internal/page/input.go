package page

import (
	"errors"
	"time"

	"riwaya"
	"riwaya/internal/page/extract"
)

// MaxArticle is the most bytes one article may have, as a file, as a web page, or as
// a line of JSON lines: sixteen mebibytes.
const MaxArticle = 16 << 20

// Format is the kind of an input.
type Format string

// The formats that are read.
const (
	Text      Format = "text"
	HTML      Format = "html"
	JSONLines Format = "jsonl"
	MHTML     Format = "mhtml" // a web page with its parts in one file
)

// Options are what the caller knows better than the input does.
type Options struct {
	Name        string         // what errors call the input: a path or an address
	Format      Format         // "" finds out by name, content type and content
	ContentType string         // as a server declared it, charset included; "" when unknown
	URL         string         // where it was got, "" when unknown
	Published   string         // overrides every other date
	Outlet      string         // overrides what the input says
	Lang        string         // overrides: the article's language
	Seen        *time.Time     // when it was first met; a JSON line's own wins
	Stated      *riwaya.Stated // what an archive states of it; the address of a copy states more
}

// Input is one article and how it came in.
type Input struct {
	Article  riwaya.Article
	Format   Format
	Encoding string // of the bytes: "UTF-8", "windows-1256"
	Lang     string // the language the page or the caller declares, "" when none does
	Line     int    // of JSON lines, from 1; else 0
	Replaced int    // characters of a web page that its bytes spoil; they show as U+FFFD
}

// What can be wrong with an input; the error met wraps one of these and says more.
var (
	ErrEmpty     = errors.New("nothing to read")
	ErrBinary    = errors.New("not text")
	ErrEncoding  = errors.New("unreadable characters")
	ErrTooLarge  = extract.ErrTooLarge
	ErrNoArticle = extract.ErrNoArticle
	ErrWall      = extract.ErrWall
	ErrFormat    = errors.New("not read by this version")
	ErrLine      = errors.New("a broken line")
	ErrDate      = errors.New("not a date")
)

// draft is what every format fills in first, before the options override it.
type draft struct {
	url, outlet, title string
	authors            []string
	published          date
	seen               *time.Time
	stated             *riwaya.Stated
	text               string
}

// finish makes the article. The options win over what the input says of itself.
func (d draft) finish(o Options) (riwaya.Article, error) {
	if o.Published != "" {
		var ok bool
		if d.published, ok = parseDate(o.Published); !ok {
			return riwaya.Article{}, badDate("published", o.Published)
		}
		d.published.from = riwaya.FromFlag
	}
	if o.Outlet != "" {
		d.outlet = o.Outlet
	}
	if d.url == "" {
		d.url = o.URL
	}
	if d.seen == nil {
		d.seen = o.Seen
	}
	if d.published.value == "" {
		d.published = dateInURL(d.url)
	}
	if d.authors == nil {
		d.authors = []string{}
	}
	a := riwaya.Article{
		ID: riwaya.TextID(d.text), URL: optional(d.url), Outlet: optional(d.outlet),
		Title: d.title, Authors: d.authors, Published: optional(d.published.value),
		PublishedPrecision: d.published.precision, PublishedFrom: d.published.from,
		Seen: d.seen, Language: o.Lang, Text: d.text,
		Body: []riwaya.Span{{Start: 0, End: len(d.text)}}, Credits: []riwaya.Credit{}, Stated: d.stated,
	}
	if a.Published == nil {
		a.PublishedPrecision, a.PublishedFrom = riwaya.PrecisionUnknown, riwaya.FromUnknown
	}
	return a, nil
}

// optional is s, or nil when there is none.
func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// headed is the text under its title: the title on the first line, unless the text
// has it there already.
func headed(title, text string) string {
	if title == "" {
		return text
	}
	first, _, _ := cutLine(text)
	if extract.Squeeze(first) == title {
		return text
	}
	return title + "\n" + text
}
