package pipeline

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"sync/atomic"
	"time"

	"riwaya/internal/archive/warc"
	"riwaya/internal/ledger"
	"riwaya/internal/page"
)

// reading is a capture whose articles are to be read.
type reading struct {
	ledger.Capture
	ledger.Sighting        // its first
	payload         []byte // nil where it must be read from the archive
	isNew           bool   // nothing of it can be known
}

// found is an article in a capture, or why there is none at that place.
type found struct {
	page.Input
	place string
	err   error
}

// articles makes the steps for the articles of a capture, and one that says it is done.
func (a *adding) articles(r reading, yield func(element) bool) bool {
	in, err := a.content(r)
	if err != nil {
		return yield(element{item: a.failed(r.Capture.ID, "", r.Name, ledger.StageArticle, err, nil)})
	}
	defer in.Close() // read only: nothing can be lost
	for f := range split(counted{in, a.o.Consumed}, r) {
		if a.ctx.Err() != nil || !a.article(r, f, yield) {
			return false
		}
	}
	done := ledger.Done{Capture: r.Capture.ID, Version: a.Ledger.o.Version}
	return yield(element{item: item{local: []ledger.Change{{Done: &done}}}})
}

// counted counts what is read through it.
type counted struct {
	r io.Reader
	n *atomic.Int64
}

func (c counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if c.n != nil {
		c.n.Add(int64(n))
	}
	return n, err
}

// content is the payload of a capture.
func (a *adding) content(r reading) (io.ReadCloser, error) {
	if r.payload != nil {
		return io.NopCloser(bytes.NewReader(r.payload)), nil
	}
	e, err := a.Archive.Leaf(r.Capture.Leaf)
	if err != nil {
		return nil, err
	}
	c, err := a.stored.Open(e.Leaf)
	if err != nil {
		return nil, err
	}
	if c.Type() != warc.Response {
		return struct {
			io.Reader
			io.Closer
		}{c.Block, c}, nil
	}
	h, err := warc.ParseHTTP(c.Block)
	if err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return struct {
		io.Reader
		io.Closer
	}{h.Body, c}, nil
}

// article makes the step for one article: to read it, or to note that it is known.
func (a *adding) article(r reading, f found, yield func(element) bool) bool {
	name := r.Name
	if f.place != "" {
		name += ": " + f.place
	}
	id := r.Capture.ID
	var before ledger.Known
	var err error
	if !r.isNew {
		if before, err = a.Store.At(a.ctx, id, f.place); err != nil {
			return a.stop(err)
		}
	}
	version := a.Ledger.o.Version
	if f.err != nil {
		if before.Failure == version && !a.o.Retry {
			return true
		}
		return yield(element{item: a.failed(id, f.place, name, ledger.StageArticle, f.err, nil)})
	}
	article := ledger.ArticleID(&f.Article)
	if before.Article == article && !a.o.Reread {
		return yield(element{item: item{events: []Event{{Kind: Known, Name: name, ID: article}}}})
	}
	if before.Failure == version && !a.o.Retry {
		return true
	}
	by := version
	if !a.flight.has(article) {
		by, err = a.Store.ReadBy(a.ctx, article)
		if errors.Is(err, ledger.ErrGone) {
			return yield(element{item: a.failed(id, f.place, name, ledger.StageArticle, err, nil)})
		} else if err != nil {
			return a.stop(err)
		}
	}
	switch {
	case by == version && before.Article == article:
		return true
	case by == version, by != "" && !a.o.Reread:
		p := ledger.Appearance{Article: article, Capture: id, Place: f.place, Seen: f.Article.Seen, Else: &ledger.Failure{Capture: id, Place: f.place,
			Name: name, Stage: ledger.StageRecord, Error: "the same article could not be read elsewhere", At: r.At, Version: version}}
		return yield(element{item: item{local: []ledger.Change{{Appearance: &p}}, events: []Event{{Kind: Same, Name: name, ID: article}}}})
	}
	a.flight.add(article)
	rec := &ledger.Record{Article: article, Capture: id, Place: f.place, Version: version}
	if rec.At, err = a.now(); err != nil {
		return a.stop(err)
	}
	rec.Read.Article = f.Article
	return yield(element{article: rec, uuid: r.UUID, name: name})
}

// split finds the articles of a capture, in their order.
func split(in io.Reader, r reading) iter.Seq[found] {
	seen := r.At.UTC()
	o := page.Options{Name: r.Name, URL: r.URL, ContentType: r.Media, Seen: &seen}
	if r.Media == mediaWARC {
		return records(in, o)
	}
	if r.Media == mediaLines {
		o.Format, o.ContentType = page.JSONLines, ""
	}
	return func(yield func(found) bool) {
		for p, err := range page.Read(in, o) {
			f := found{Input: p, err: err}
			if p.Line > 0 {
				f.place = fmt.Sprintf("line %d", p.Line)
			}
			if err != nil {
				f.err = unnamed(err, r.Name, p.Line)
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
func records(in io.Reader, o page.Options) iter.Seq[found] {
	return func(yield func(found) bool) {
		r := warc.NewReader(in)
		for {
			rec, err := r.Next()
			var d *warc.Damage
			switch {
			case err == io.EOF:
				return
			case errors.As(err, &d):
				if !yield(found{place: fmt.Sprintf("byte %d", d.Offset), err: errors.New(d.Reason)}) {
					return
				}
				continue
			case err != nil:
				yield(found{place: "its end", err: err})
				return
			}
			if f, is := webPage(rec, o); is && !yield(f) {
				return
			}
		}
	}
}

// webPage is the article of a record that holds a web page.
func webPage(rec *warc.Record, o page.Options) (found, bool) {
	f := found{place: fmt.Sprintf("byte %d", rec.Offset)}
	if rec.Nth > 0 {
		f.place += fmt.Sprintf(", record %d", rec.Nth+1)
	}
	body, media := rec.Block, rec.Header.Get("Content-Type")
	switch rec.Type() {
	case warc.Response:
		if !strings.HasPrefix(media, "application/http") {
			return f, false
		}
		h, err := warc.ParseHTTP(rec.Block)
		if media = h.Header.Get("Content-Type"); err != nil || h.Status != 200 {
			f.err = err
			return f, err != nil && isPage(media)
		}
		body = h.Body
	case warc.Resource:
	default:
		return f, false
	}
	if !isPage(media) {
		return f, false
	}
	o.URL, o.ContentType, o.Name = rec.URI(), media, rec.URI()
	if at, err := time.Parse(time.RFC3339, rec.Header.Get("WARC-Date")); err == nil {
		at = at.UTC().Truncate(time.Second)
		o.Seen = &at
	}
	b, err := io.ReadAll(io.LimitReader(body, page.MaxArticle+1))
	if err == nil {
		f.Input, err = page.Parse(b, o)
	}
	if err != nil {
		f.err = unnamed(err, o.Name, 0)
	}
	return f, true
}

func isPage(media string) bool {
	media = strings.ToLower(media)
	return strings.HasPrefix(media, "text/html") || strings.HasPrefix(media, "application/xhtml+xml")
}
