package intake

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"riwaya/internal/archive/warc"
	"riwaya/internal/feed"
	"riwaya/internal/page"
	"riwaya/internal/telegram"
	"riwaya/internal/telegram/widget"
)

// Options say what is known of an input.
type Options struct {
	Name  string // what errors call it
	Media string // see [Media]
	URL   string // of a page
	Seen  time.Time
	// Message is told of each message of an export, also of those without a text, before the
	// articles made of it; may be nil.
	Message func(telegram.Message, error)
}

// Found is an article, or why there is none at that place.
type Found struct {
	page.Input
	Place  string // "line 12", "message 7"; "" where the article is the whole
	Beside string // JSON: what stands at the place beside the article; see [Beside]
	Err    error  // without the input's name, and without the place
}

// Articles finds the articles of an input, in their order.
func Articles(in io.Reader, r Options) iter.Seq[Found] {
	seen := r.Seen.UTC()
	o := page.Options{Name: r.Name, URL: r.URL, ContentType: r.Media, Seen: &seen}
	if feed.KindOf(r.Media) != "" { // what it says of articles is no article: docs/watching.md
		return func(func(Found) bool) {}
	}
	switch r.Media {
	case MediaWARC:
		return records(in, o)
	case MediaTelegram:
		return export(in, o, r.Message)
	}
	if r.Media == MediaLines {
		o.Format, o.ContentType = page.JSONLines, ""
	}
	return func(yield func(Found) bool) {
		if isPage(r.Media) {
			posts, is, rest := pageOf(in, o)
			for _, f := range posts {
				if !yield(f) {
					return
				}
			}
			if in = rest; is {
				return
			}
		}
		for p, err := range page.Read(in, o) {
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

// records finds the articles of a WARC: its web pages. What they are and when they were
// got is what the file states.
func records(in io.Reader, o page.Options) iter.Seq[Found] {
	return func(yield func(Found) bool) {
		r := warc.NewReader(in)
		for {
			rec, err := r.Next()
			var d *warc.Damage
			switch {
			case err == io.EOF:
				return
			case errors.As(err, &d):
				if !yield(Found{Place: fmt.Sprintf("byte %d", d.Offset), Err: errors.New(d.Reason)}) {
					return
				}
				continue
			case err != nil:
				yield(Found{Place: "its end", Err: err})
				return
			}
			for _, f := range webPage(rec, o) {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// webPage is the article of a record that holds a web page, or the messages of a page of Telegram's.
func webPage(rec *warc.Record, o page.Options) []Found {
	f := Found{Place: fmt.Sprintf("byte %d", rec.Offset)}
	if rec.Nth > 0 {
		f.Place += fmt.Sprintf(", record %d", rec.Nth+1)
	}
	body, media := rec.Block, rec.Header.Get("Content-Type")
	switch rec.Type() {
	case warc.Response:
		if !strings.HasPrefix(media, "application/http") {
			return nil
		}
		h, err := warc.ParseHTTP(rec.Block)
		if media = h.Header.Get("Content-Type"); err != nil || h.Status != 200 {
			if f.Err = err; err == nil || !isPage(media) {
				return nil
			}
			return []Found{f}
		}
		body = h.Body
	case warc.Resource:
	default:
		return nil
	}
	if !isPage(media) {
		return nil
	}
	o.URL, o.ContentType, o.Name = rec.URI(), media, rec.URI()
	if at, err := time.Parse(time.RFC3339, rec.Header.Get("WARC-Date")); err == nil {
		at = at.UTC().Truncate(time.Second)
		o.Seen = &at
	}
	b, err := io.ReadAll(io.LimitReader(body, page.MaxArticle+1))
	if err == nil && widget.Is(b) {
		if all, is := posts(b, o); is {
			for i := range all {
				all[i].Place = strings.TrimSuffix(f.Place+", "+all[i].Place, ", ")
			}
			return all
		}
	}
	if err == nil {
		f.Input, err = page.Parse(b, o)
	}
	if err != nil {
		f.Err = unnamed(err, o.Name, 0)
	}
	return []Found{f}
}

func isPage(media string) bool {
	media = strings.ToLower(media)
	return strings.HasPrefix(media, "text/html") || strings.HasPrefix(media, "application/xhtml+xml")
}
