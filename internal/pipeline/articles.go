package pipeline

import (
	"bytes"
	"errors"
	"io"

	"riwaya/internal/archive/warc"
	"riwaya/internal/intake"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline/incoming"
	"riwaya/internal/pipeline/sequence"
)

// reading is a capture whose articles are to be read.
type reading struct {
	ledger.Capture
	ledger.Sighting        // its first
	content         []byte // nil where it must be read from the archive
	isNew           bool   // nothing of it can be known
}

// articles makes the steps for the articles of a capture, and one that says it is done.
func (a *adding) articles(r reading, yield func(element) bool) bool {
	done := ledger.Done{Capture: r.Capture.ID, Version: a.Ledger.o.Version}
	if ledger.IsGone(r.Status) {
		return yield(element{item: item{local: []ledger.Change{{Done: &done}}}})
	}
	in, err := a.open(r)
	if err != nil {
		return yield(element{item: a.failed(r.Capture.ID, "", r.Name, ledger.StageArticle, err, nil)})
	}
	defer in.Close() // read only: nothing can be lost
	var met intake.Chats
	for f := range intake.Articles(sequence.Counted{R: in, N: a.o.Consumed}, intake.Options{Name: r.Name, Media: r.Media, URL: r.URL, Seen: r.At, Spool: a.spooled(r), Message: met.Met}) {
		if a.ctx.Err() != nil || !a.article(r, f, yield) {
			return false
		}
	}
	if !a.chats(r, &met, yield) {
		return false
	}
	return yield(element{item: item{local: []ledger.Change{{Done: &done}}}})
}

// open is what a capture says, unpacked where it is a page.
func (a *adding) open(r reading) (io.ReadCloser, error) {
	if r.content != nil {
		return io.NopCloser(bytes.NewReader(r.content)), nil
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

// spooled makes the payload of a capture readable anywhere: in memory where it is there already,
// else in a file.
func (a *adding) spooled(r reading) func(io.Reader) (intake.At, error) {
	return func(in io.Reader) (intake.At, error) {
		if r.content != nil {
			_, err := io.Copy(io.Discard, in) // for who counts what was read
			return incoming.InMemory(r.content), err
		}
		return incoming.Spool(a.d, in)
	}
}

// article makes the step for one article: to read it, or to note that it is known.
func (a *adding) article(r reading, f intake.Found, yield func(element) bool) bool {
	name := r.Name
	if f.Place != "" {
		name += ": " + f.Place
	}
	id := r.Capture.ID
	var before ledger.Known
	var err error
	if !r.isNew {
		if before, err = a.Store.At(a.ctx, id, f.Place); err != nil {
			return a.stop(err)
		}
	}
	version := a.Ledger.o.Version
	if f.Err != nil {
		if before.Failure == version && !a.o.Retry {
			return true
		}
		return yield(element{item: a.failed(id, f.Place, name, ledger.StageArticle, f.Err, nil)})
	}
	article := ledger.ArticleID(&f.Article)
	if before.Article == article && !a.o.Reread {
		known := item{events: []Event{{Kind: Known, Name: name, ID: article}}}
		if f.Beside != before.Beside { // it was lost with the store
			known.local = []ledger.Change{{Appearance: &ledger.Appearance{Article: article, Capture: id, Place: f.Place, Seen: f.Article.Seen, Stated: f.Article.Stated, Beside: f.Beside}}}
		}
		return yield(element{item: known})
	}
	if before.Failure == version && !a.o.Retry {
		return true
	}
	by := version
	if !a.flight.Has(article) {
		by, err = a.Store.ReadBy(a.ctx, article)
		if errors.Is(err, ledger.ErrGone) {
			return yield(element{item: a.failed(id, f.Place, name, ledger.StageArticle, err, nil)})
		} else if err != nil {
			return a.stop(err)
		}
	}
	switch {
	case by == version && before.Article == article:
		return true
	case by == version, by != "" && !a.o.Reread:
		p := ledger.Appearance{Article: article, Capture: id, Place: f.Place, Seen: f.Article.Seen, Stated: f.Article.Stated, Beside: f.Beside, Else: &ledger.Failure{Capture: id, Place: f.Place,
			Name: name, Stage: ledger.StageRecord, Error: "the same article could not be read elsewhere", At: r.At, Version: version}}
		return yield(element{item: item{local: []ledger.Change{{Appearance: &p}}, events: []Event{{Kind: Same, Name: name, ID: article}}}})
	}
	a.flight.Add(article)
	rec := &ledger.Record{Article: article, Capture: id, Place: f.Place, Beside: f.Beside, Version: version}
	if rec.At, err = a.now(); err != nil {
		return a.stop(err)
	}
	rec.Read.Article = f.Article
	return yield(element{article: rec, uuid: r.UUID, name: name})
}
