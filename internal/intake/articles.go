package intake

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"riwaya"
	"riwaya/internal/feed"
	"riwaya/internal/page"
	"riwaya/internal/telegram"
)

// Options say what is known of an input.
type Options struct {
	Name  string    // what errors call it
	Media string    // see [Media]
	URL   string    // of a page
	Seen  time.Time // when it came in; zero where that does not matter
	// Over is what the user says of every article, as its outlet.
	Over page.Options
	// Spool puts a file that must be read here and there, as a zip archive, where that can be
	// done. Where it is nil the file is held in memory, within a bound.
	Spool func(io.Reader) (At, error)
	// Message is told of each message of an export, also of those without a text, before the
	// articles made of it; may be nil.
	Message func(telegram.Message, error)
}

// At is a file that can be read anywhere.
type At interface {
	io.ReaderAt
	io.Closer
	Size() (int64, error)
}

// Found is an article, or why there is none at that place.
type Found struct {
	page.Input
	Place  string // "line 12", "message 7", "archive/data.warc.gz byte 123"; "" where the article is the whole
	Beside string // JSON: what stands at the place beside the article; see [Beside]
	Err    error  // without the input's name, and without the place
}

// Articles finds the articles of an input, in their order.
func Articles(in io.Reader, r Options) iter.Seq[Found] {
	if feed.KindOf(r.Media) != "" { // what it says of articles is no article: docs/watching.md
		return func(func(Found) bool) {}
	}
	o := r.Over
	o.Name, o.URL, o.ContentType = r.Name, r.URL, r.Media
	if !r.Seen.IsZero() {
		seen := r.Seen.UTC()
		o.Seen = &seen
	}
	switch r.Media {
	case MediaWARC:
		return records(in, o, crawl{by: riwaya.StatedByWARC})
	case MediaTelegram:
		return export(in, o, r.Message)
	case MediaWACZ:
		return bundled(in, o, r.Spool)
	case MediaLines:
		o.Format, o.ContentType = page.JSONLines, ""
	}
	return func(yield func(Found) bool) {
		for p, err := range page.Read(in, o) {
			if all, is := posts(err, o, ""); is {
				for _, f := range all {
					if !yield(f) {
						return
					}
				}
				continue
			}
			f := Found{Input: p, Err: err}
			if p.Line > 0 {
				f.Place = fmt.Sprintf("line %d", p.Line)
			}
			if err != nil {
				f.Err = unnamed(err, r.Name, p.Line)
			}
			if !yield(f) {
				return
			}
		}
	}
}

// unnamed is an error without the name of its input and line: they stand beside it.
func unnamed(err error, name string, line int) error {
	for _, start := range []string{fmt.Sprintf("%s:%d: ", name, line), name + ": "} {
		if rest, ok := strings.CutPrefix(err.Error(), start); ok {
			return errors.New(rest)
		}
	}
	return err
}
