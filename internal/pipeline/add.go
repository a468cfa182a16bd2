package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync/atomic"

	"riwaya/internal/archive"
	"riwaya/internal/custody"
	"riwaya/internal/intake"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline/incoming"
	"riwaya/internal/pipeline/sequence"
)

// AddOptions say how things are taken in.
type AddOptions struct {
	Jobs      int // how many articles are read at a time
	Collector string
	Note      string
	Retry     bool // try again what failed
	Reread    bool // read anew what another version has read

	PrivateChat bool // take in chats that are not public, too

	Consumed *atomic.Int64 // counts the bytes of payloads that were looked through; may be nil
}

// Add takes sources in and reads their articles, and goes on with what an earlier run left
// undone. What is wrong with one source or article is an event; the error is one that
// ended the run.
func (l *Ledger) Add(ctx context.Context, sources iter.Seq[incoming.Source], o AddOptions) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	items := make(chan item, 4)
	written := make(chan error, 1)
	go func() {
		err := l.write(ctx, items)
		if err != nil {
			cancel(err)
			for it := range items { // whoever waits is told
				if it.done != nil {
					close(it.done)
				}
			}
		}
		written <- err
	}()
	a := &adding{Ledger: l, ctx: ctx, o: o}
	sequence.Run(ctx, max(1, o.Jobs), a.elements(sources), a.work, func(it item) bool {
		select {
		case items <- it:
			return true
		case <-ctx.Done():
			return false
		}
	})
	close(items)
	if err := <-written; err != nil {
		return err
	}
	if a.err != nil {
		return a.err
	}
	return context.Cause(ctx)
}

// adding is one run of Add. Its elements are made by one goroutine.
type adding struct {
	*Ledger
	ctx context.Context
	o   AddOptions
	err error // that ended the making of elements
}

// element is a step of the work, in the order in which steps are written.
type element struct {
	item
	take    *incoming.Taken // a capture to be packed
	again   string          // the UUID of the capture that take is once more
	article *ledger.Record  // an article to be read
	files   *ledger.Files   // a list of files to be packed
	first   int             // where in all lists of its capture it ends
	uuid    string          // of the capture of article or files
	name    string          // what the user calls it
}

// elements are all steps: first what is left of earlier runs, then the sources.
func (a *adding) elements(sources iter.Seq[incoming.Source]) iter.Seq[element] {
	return func(yield func(element) bool) {
		for _, left := range a.left() {
			if !a.resume(left, yield) {
				return
			}
		}
		for s := range sources {
			if a.ctx.Err() != nil || !a.source(s, yield) {
				return
			}
		}
	}
}

// left are the queries for what earlier runs left.
func (a *adding) left() []func(after int64) ([]ledger.Capture, error) {
	const most = 100
	all := []func(int64) ([]ledger.Capture, error){func(after int64) ([]ledger.Capture, error) { return a.Store.Undone(a.ctx, after, most) }}
	if a.o.Retry {
		all = append(all, func(after int64) ([]ledger.Capture, error) { return a.Store.Failed(a.ctx, after, most) })
	}
	if a.o.Reread {
		all = append(all, func(after int64) ([]ledger.Capture, error) {
			return a.Store.Stale(a.ctx, a.Ledger.o.Version, after, most)
		})
	}
	return all
}

// stop ends the run with an error.
func (a *adding) stop(err error) bool {
	if a.ctx.Err() == nil {
		a.err = err
	}
	return false
}

// resume goes on with captures, in their order.
func (a *adding) resume(next func(after int64) ([]ledger.Capture, error), yield func(element) bool) bool {
	after := int64(-1)
	for {
		captures, err := next(after)
		if err != nil {
			return a.stop(err)
		}
		for _, c := range captures {
			after = c.Leaf
			first, err := a.Store.FirstSighting(a.ctx, c.ID)
			if err != nil {
				return a.stop(err)
			}
			if !a.articles(reading{Capture: c, Sighting: first}, yield) {
				return false
			}
		}
		if len(captures) == 0 {
			return true
		}
	}
}

// source takes one source in.
func (a *adding) source(s incoming.Source, yield func(element) bool) bool {
	t, err := incoming.Take(s, incoming.By{Collector: a.o.Collector, Note: a.o.Note, Program: a.Ledger.o.Program, PrivateChat: a.o.PrivateChat})
	if err != nil {
		if s.Among && errors.As(err, new(intake.Companion)) {
			return yield(element{item: item{events: []Event{{Kind: Passed, Name: s.Name, Err: err}}}})
		}
		return yield(element{item: a.refused(s, err)})
	}
	if t.Left != "" && !yield(element{item: item{events: []Event{{Kind: Left, Name: s.Name, Err: fmt.Errorf("%s: %s", s.Name, t.Left)}}}}) {
		return false
	}
	id := t.Capture.ID
	if s.Same != "" {
		id = s.Same
	}
	c, err := a.Store.Capture(a.ctx, id)
	switch {
	case errors.Is(err, ledger.ErrGone):
		return yield(element{item: a.refused(s, fmt.Errorf("%s: %w", s.Name, err))})
	case s.Same != "" && errors.Is(err, ledger.ErrUnknown):
		return yield(element{item: a.refused(s, err)})
	case s.Same != "" && err == nil:
		t.Capture, t.Sighting.Capture = c, c.ID
	case err != nil && !errors.Is(err, ledger.ErrUnknown):
		return a.stop(err)
	}
	isNew := err != nil
	if isNew && a.flight.Has(id) { // twice in this run, and not written yet
		return yield(element{item: item{events: []Event{{Kind: Nothing, Name: s.Name, ID: id}}}})
	}
	if t.At, err = a.now(); err != nil {
		return a.stop(err)
	}
	if !isNew {
		return a.again(t, c, yield)
	}
	a.flight.Add(id)
	t.UUID = t.Record()
	r := reading{Capture: t.Capture, Sighting: t.Sighting, content: t.Content, isNew: true}
	if t.Payload != nil {
		return yield(element{take: &t, name: s.Name}) && a.articles(r, yield) && a.files(t.Source, r.Capture, yield)
	}
	done := make(chan error, 1)
	e := element{name: s.Name, take: &t}
	e.done = done
	if !yield(e) {
		return false
	}
	select {
	case err := <-done:
		if err != nil {
			return yield(element{item: item{events: []Event{{Kind: Refused, Name: s.Name, Err: fmt.Errorf("%s: %w", s.Name, err)}}}})
		}
	case <-a.ctx.Done():
		return false
	}
	if a.ctx.Err() != nil {
		return false
	}
	if r.Capture, err = a.Store.Capture(a.ctx, id); err != nil {
		return a.stop(err)
	}
	return a.articles(r, yield) && a.files(t.Source, r.Capture, yield)
}

// again notes that a capture came in once more. A file that came from the same place
// says nothing new; that a page was the same at another time does.
func (a *adding) again(t incoming.Taken, c ledger.Capture, yield func(element) bool) bool {
	seen, err := a.Store.Seen(a.ctx, c.ID, t.How, t.Sighting.Name)
	if err != nil {
		return a.stop(err)
	}
	e := element{take: &t, again: c.UUID, name: t.Sighting.Name}
	if seen && t.How != ledger.CameAddress {
		e = element{item: item{events: []Event{{Kind: Nothing, Name: t.Sighting.Name, ID: c.ID}}}}
	}
	if !yield(e) {
		return false
	}
	done, err := a.Store.IsDone(a.ctx, ledger.Done{Capture: c.ID, Version: a.Ledger.o.Version})
	if err != nil {
		return a.stop(err)
	}
	if done {
		return a.files(t.Source, c, yield)
	}
	first, err := a.Store.FirstSighting(a.ctx, c.ID)
	if err != nil {
		return a.stop(err)
	}
	return a.articles(reading{Capture: c, Sighting: first, content: t.Content}, yield) && a.files(t.Source, c, yield)
}

// work does what is slow of a step: it packs, or reads an article.
func (a *adding) work(e element) item {
	it := e.item
	switch {
	case e.take != nil:
		a.pack(&e, &it)
	case e.article != nil:
		a.read(&e, &it)
	case e.files != nil:
		a.list(&e, &it)
	}
	return it
}

func (a *adding) pack(e *element, it *item) {
	t := e.take
	kind := Captured
	if e.again != "" {
		kind = Again
	}
	it.change = func(leaf int64) ledger.Change {
		s := t.Sighting
		s.Leaf = leaf
		if e.again != "" {
			return ledger.Change{Sighting: &s}
		}
		c := t.Capture
		c.Leaf = leaf
		return ledger.Change{Capture: &c, Sighting: &s}
	}
	switch {
	case ledger.IsGone(t.Status):
		kind = Gone
	case t.How == ledger.CameAbsent:
		kind = Absent
	}
	it.events = []Event{{Kind: kind, Name: e.name, ID: t.Capture.ID, Status: t.Status}}
	var p archive.Packed
	var err error
	switch {
	case e.again != "":
		p, err = t.PackAgain(e.again)
	case t.Payload == nil:
		it.stream = t.StreamTo
		return
	default:
		p, err = t.Pack(t.Payload)
	}
	if err != nil {
		*it = item{events: []Event{{Kind: Refused, Name: e.name, Err: fmt.Errorf("%s: %w", e.name, err)}}}
		return
	}
	it.packed, it.size = &p, len(t.Payload)
}

// read reads an article. Whatever goes wrong is a failure of that article.
func (a *adding) read(e *element, it *item) {
	r := e.article
	p, err := a.record(r, e.uuid)
	if err != nil {
		*it = a.failed(r.Capture, r.Place, e.name, ledger.StageRecord, err, r)
		a.flight.Landed(r.Article)
		return
	}
	it.packed, it.size = &p, 4*len(r.Read.Article.Text) // and its findings
	it.change = func(leaf int64) ledger.Change {
		r.Leaf = leaf
		return ledger.Change{Record: r}
	}
	it.events = []Event{{Kind: Read, Name: e.name, ID: r.Article}}
}

func (a *adding) record(r *ledger.Record, uuid string) (p archive.Packed, err error) {
	defer func() {
		if v := recover(); v != nil { // an article must not end the run, whatever it does to the reader
			err = fmt.Errorf("the reader failed: %v", v)
		}
	}()
	r.Read = a.Ledger.o.Read(r.Read.Article)
	return custody.PackRecord(r, uuid)
}

// refused is a source that cannot be taken in. An address that is to be had all the same is a
// row of the store.
func (a *adding) refused(s incoming.Source, why error) item {
	it := item{events: []Event{{Kind: Refused, Name: s.Name, Err: why}}}
	if s.Missed == nil && s.Found != "" {
		s.Missed = &ledger.Missed{Address: s.Name, Found: s.Found}
	}
	if s.Missed != nil {
		m := *s.Missed
		m.Error, m.At = why.Error(), a.Ledger.o.Now()
		it.local = []ledger.Change{{Missed: &m}}
	}
	return it
}

// failed is the row of something that could not be read.
func (a *adding) failed(capture, place, name, stage string, why error, r *ledger.Record) item {
	at := a.Ledger.o.Now()
	if r != nil {
		at = r.At
	}
	f := &ledger.Failure{Capture: capture, Place: place, Name: name, Stage: stage, Error: why.Error(), At: at, Version: a.Ledger.o.Version}
	return item{local: []ledger.Change{{Failure: f}}, events: []Event{{Kind: Failed, Name: name, ID: capture, Err: why}}}
}
