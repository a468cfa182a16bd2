package pipeline

import (
	"fmt"

	"riwaya/internal/absence"
	"riwaya/internal/attach"
	"riwaya/internal/custody"
	"riwaya/internal/intake"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline/incoming"
)

// chats makes the steps for what an export says of the chats in it: which messages it has, and
// which are no longer there.
func (a *adding) chats(r reading, met *intake.Chats, yield func(element) bool) bool {
	for _, c := range met.Covered() {
		cover := &ledger.Coverage{Capture: r.Capture.ID, Chat: c.Start, Group: c.Group, Runs: c.Runs}
		if !yield(element{item: item{local: []ledger.Change{{Coverage: cover}}}}) || !a.settled(yield) {
			return false
		}
		missing, cut, err := absence.Find(a.ctx, a.Store, c.Start)
		if err != nil {
			return a.stop(err)
		}
		for _, id := range cut {
			if id == r.Capture.ID && !yield(element{item: item{events: []Event{{Kind: Left, Name: r.Name, Err: fmt.Errorf(
				"%s: it lacks much of what is known of its chat in its time, as one that was cut does; of what it lacks nothing is said", r.Name)}}}}) {
				return false
			}
		}
		for _, m := range missing {
			if !a.absent(m, yield) {
				return false
			}
		}
	}
	return true
}

// settled waits until all steps so far are on disk.
func (a *adding) settled(yield func(element) bool) bool {
	done := make(chan error, 1)
	if !yield(element{item: item{done: done}}) {
		return false
	}
	select {
	case <-done:
		return a.ctx.Err() == nil
	case <-a.ctx.Done():
		return false
	}
}

// absent makes the step that notes that a message is no longer there: a sighting of the
// export that lacks it.
func (a *adding) absent(m absence.Missing, yield func(element) bool) bool {
	c, err := a.Store.Capture(a.ctx, m.Capture)
	if err != nil {
		return a.stop(err)
	}
	t := incoming.Taken{Incoming: custody.Incoming{Capture: c, Sighting: ledger.Sighting{Capture: c.ID, How: ledger.CameAbsent, Name: m.Address,
		Collector: a.o.Collector, Note: a.o.Note, Program: a.Ledger.o.Program}}}
	t.URL = m.Address // what the record is about
	if t.At, err = a.now(); err != nil {
		return a.stop(err)
	}
	return yield(element{take: &t, again: c.UUID, name: m.Address})
}

// files makes the steps that keep the hashes of the files that belong to an export. They are
// not kept themselves; what was found missing is looked for again.
func (a *adding) files(s incoming.Source, c ledger.Capture, yield func(element) bool) bool {
	if s.Beside == nil || c.Media != intake.MediaTelegram {
		return true
	}
	l := attach.Lister{Open: s.Beside, Known: map[string]bool{}}
	if err := a.Store.Files(a.ctx, c.ID, func(f ledger.File) error { l.Known[f.Name] = l.Known[f.Name] || f.Missing == ""; return nil }); err != nil {
		return a.stop(err)
	}
	in, err := s.Open()
	if err != nil {
		return yield(element{item: a.refused(s, err)})
	}
	defer in.Close() // read only: nothing can be lost
	n := 0
	for list, err := range l.Lists(intake.Files(in)) {
		if err != nil {
			return yield(element{item: a.refused(s, fmt.Errorf("%s: %w", s.Name, err))})
		}
		f := &ledger.Files{Capture: c.ID, Files: list}
		if f.At, err = a.now(); err != nil {
			return a.stop(err)
		}
		n += len(list)
		if a.ctx.Err() != nil || !yield(element{files: f, uuid: c.UUID, first: n, name: s.Name}) {
			return false
		}
	}
	return l.Lost == 0 || yield(element{item: item{events: []Event{{Kind: Left, Name: s.Name, Err: fmt.Errorf(
		"%s: files that belong to it and have no hash: %d, first %s", s.Name, l.Lost, l.First)}}}})
}

// list packs a list of files.
func (a *adding) list(e *element, it *item) {
	f := e.files
	p, err := custody.PackFiles(f, e.uuid, e.first)
	if err != nil {
		*it = item{events: []Event{{Kind: Refused, Name: e.name, Err: fmt.Errorf("%s: %w", e.name, err)}}}
		return
	}
	it.packed, it.size = &p, 200*len(f.Files)
	it.change = func(leaf int64) ledger.Change {
		f.Leaf = leaf
		return ledger.Change{Files: f}
	}
	hashed := int64(0)
	for _, one := range f.Files {
		if one.Missing == "" {
			hashed++
		}
	}
	it.events = []Event{{Kind: Hashed, Name: e.name, ID: f.Capture, Done: hashed}}
}
