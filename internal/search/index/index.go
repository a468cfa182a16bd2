// Package index keeps the index that a ledger is searched by: a SQLite file beside the
// store, made from it and kept up with it (package fts has the tables).
//
// The file is derived. Whoever deletes it loses time and nothing else; one that is damaged,
// made by another version of the program or from another store is made anew. What was
// withdrawn leaves it with its words: their pages are overwritten.
//
// It promises that a search finds what the store has, as of the last Update, and that an
// Update that was cut short goes on where it was. Several processes may search and update.
// It knows articles by their IDs: what is shown of them is the business of who calls.
package index

import (
	"context"
	"errors"

	"riwaya/internal/derived"
	"riwaya/internal/disk/database"
	"riwaya/internal/ledger"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/query"
	"riwaya/internal/search/term"
)

// What can be wrong with an index; errors wrap one of these.
var (
	// ErrDamaged is an index that cannot be read any more. Its file can be deleted.
	ErrDamaged = errors.New("the index of the search is damaged")
	// ErrBusy is an index that another process is bringing up to date.
	ErrBusy = errors.New("another process is bringing the index up to date")
	// ErrFull is an index that cannot grow.
	ErrFull = errors.New("no space left for the index of the search")
	// ErrReadOnly is an index that cannot be written.
	ErrReadOnly = errors.New("the index of the search cannot be written")
)

// Store is what an index is made from.
type Store interface {
	derived.Store
	Readings(ctx context.Context, ids []string, layers ...string) ([]ledger.Reading, error)
}

// Index is an open index.
type Index struct {
	*derived.File
	content *content
}

// Open opens the index in a file, which is made at the first Update. Where nothing can be
// written, not even memory shared, immutable must be said; it is then as it was left.
func Open(path string, terms *term.Terms, immutable bool) (*Index, error) {
	x := &Index{content: &content{terms: terms}}
	var err error
	x.File, err = derived.Open(path, x.content, meaning, immutable)
	return x, err
}

// Search finds the articles that fulfil a query, and counts them.
func (x *Index) Search(ctx context.Context, n query.Node, o fts.Options) (*fts.Page, int, error) {
	p, err := fts.Search(ctx, x.Read, x.content.terms, n, o)
	if err != nil {
		return nil, 0, explain(err)
	}
	if p.Next == "" && o.After == "" {
		return p, len(p.Results), nil
	}
	if p.Count >= 0 {
		return p, p.Count, nil
	}
	count, err := fts.Count(ctx, x.Read, x.content.terms, n)
	return p, count, explain(err)
}

// meaning is what errors of SQLite mean of an index.
var meaning = database.Meaning{Damaged: ErrDamaged, Full: ErrFull, Busy: ErrBusy, ReadOnly: ErrReadOnly}

// explain says what an error of SQLite means to the user.
func explain(err error) error { return meaning.Explain(err) }
