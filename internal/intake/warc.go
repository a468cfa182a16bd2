package intake

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"riwaya"
	"riwaya/internal/archive/warc"
	"riwaya/internal/container/packed"
	"riwaya/internal/page"
)

// crawl is what is known of a WARC from outside it.
type crawl struct {
	by     string            // what states where and when its pages were got
	within string            // the name of the WARC in what came in, "" where it is the whole
	isPage func(string) bool // whether an address was meant as a page; nil: all are
}

// place is where a record stands.
func (c crawl) place(at string) string { return strings.TrimLeft(c.within+" "+at, " ") }

// records finds the articles of a WARC: its web pages. What they are and when they were
// got is what the file states.
func records(in io.Reader, o page.Options, c crawl) iter.Seq[Found] {
	return func(yield func(Found) bool) {
		in, err := unpackedWARC(in)
		if err != nil {
			yield(Found{Place: c.within, Err: err})
			return
		}
		r := warc.NewReader(in)
		for {
			rec, err := r.Next()
			var d *warc.Damage
			switch {
			case err == io.EOF:
				return
			case errors.As(err, &d):
				if !yield(Found{Place: c.place(fmt.Sprintf("byte %d", d.Offset)), Err: errors.New(d.Reason)}) {
					return
				}
				continue
			case err != nil:
				yield(Found{Place: c.place("its end"), Err: err})
				return
			}
			for _, f := range webPage(rec, o, c) {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// unpackedWARC unpacks a WARC that is not packed with gzip, member by member, which its
// reader does itself. Places in it then count the unpacked bytes.
func unpackedWARC(in io.Reader) (io.Reader, error) {
	b := bufio.NewReaderSize(in, 64<<10)
	start, err := b.Peek(10)
	if err != nil && err != io.EOF {
		return nil, err
	}
	if kind := packed.Kind(start); kind == "" || kind == packed.Gzip {
		return b, nil
	}
	out, _, err := packed.Open(b, 64<<10)
	return out, err
}

// webPage is the article of a record that holds a web page, or the messages of a page of t.me.
func webPage(rec *warc.Record, o page.Options, c crawl) []Found {
	f := Found{Place: c.place(fmt.Sprintf("byte %d", rec.Offset))}
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
	o.URL, o.ContentType, o.Name = "", media, rec.URI()
	s := &riwaya.Stated{By: c.by}
	if u := rec.URI(); strings.HasPrefix(u, "http://") || strings.HasPrefix(u, "https://") {
		o.URL, s.URL = u, &u
	}
	if at, err := time.Parse(time.RFC3339, rec.Header.Get("WARC-Date")); err == nil {
		at = at.UTC().Truncate(time.Second)
		o.Seen, s.At = &at, &at
	}
	o.Stated = s
	b, err := io.ReadAll(io.LimitReader(body, page.MaxArticle+1))
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("the page breaks off")
	}
	if err == nil {
		f.Input, err = page.Parse(b, o)
	}
	if all, is := posts(err, o, f.Place); is {
		return all
	}
	if err != nil {
		// What a page is made of (frames, advertisements) need not be an article.
		part := c.isPage != nil && !c.isPage(rec.URI()) && (errors.Is(err, page.ErrNoArticle) || errors.Is(err, page.ErrWall) || errors.Is(err, page.ErrEmpty))
		if f.Err = unnamed(err, o.Name, 0); part {
			return nil
		}
	}
	return []Found{f}
}

func isPage(media string) bool {
	media = strings.ToLower(media)
	return strings.HasPrefix(media, "text/html") || strings.HasPrefix(media, "application/xhtml+xml")
}
