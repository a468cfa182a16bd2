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
	"database/sql"
	"errors"
	"net/url"

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
	Cursor(context.Context) (int64, error)
	Changed(ctx context.Context, from, before int64, most int) (ids []string, next int64, err error)
	Pending(ctx context.Context, from, before int64) (int64, error)
	WithdrawnSince(ctx context.Context, leaf int64) ([]string, error)
	Mark(ctx context.Context, before int64) (leaf int64, sum string, err error)
	SumOf(ctx context.Context, leaf int64) (string, error)
	Readings(ctx context.Context, ids []string, layers ...string) ([]ledger.Reading, error)
}

// Index is an open index.
type Index struct {
	read, write *sql.DB
	terms       *term.Terms
}

// state is what an index was made from.
type state struct {
	version string // of the tables and terms, "" of a new file
	cursor  int64  // how many leaves of the log it has
	mark    int64  // the leaf of the last record before
	sum     string // and its hash
	unclean bool   // words of what was removed still stand in the file
}

const stateTable = `CREATE TABLE IF NOT EXISTS search_state (
  one INTEGER PRIMARY KEY CHECK (one = 1), version TEXT NOT NULL, cursor INTEGER NOT NULL, mark INTEGER NOT NULL, sum TEXT NOT NULL, unclean INTEGER NOT NULL
)`

// Open opens the index in a file, which is made at the first Update. Where nothing can be
// written, not even memory shared, immutable must be said; it is then as it was left.
func Open(path string, terms *term.Terms, immutable bool) (*Index, error) {
	reading := url.Values{"mode": {"ro"}, "_pragma": {"query_only(ON)", "busy_timeout(5000)", "cache_size(-65536)"}}
	if immutable {
		reading.Set("immutable", "1")
	}
	// The page's size must be set before the journal, which comes by its own key and last.
	writing := url.Values{"_txlock": {"immediate"}, "_journal_mode": {"WAL"},
		"_pragma": {"page_size(8192)", "synchronous(NORMAL)", "secure_delete(ON)", "busy_timeout(5000)", "cache_size(-65536)"}}
	x := &Index{terms: terms}
	var err error
	if x.read, err = sql.Open("sqlite", database.Address(path, reading)); err != nil {
		return nil, explain(err)
	}
	if x.write, err = sql.Open("sqlite", database.Address(path, writing)); err != nil {
		return nil, errors.Join(explain(err), x.read.Close())
	}
	x.write.SetMaxOpenConns(1)
	return x, nil
}

// Close closes the index.
func (x *Index) Close() error { return explain(errors.Join(x.read.Close(), x.write.Close())) }

// state is read through what is handed in: a transaction or a database.
func (x *Index) state(ctx context.Context, db fts.Database) (s state, err error) {
	rows, err := db.QueryContext(ctx, "SELECT version, cursor, mark, sum, unclean FROM search_state")
	if err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	if rows.Next() {
		err = rows.Scan(&s.version, &s.cursor, &s.mark, &s.sum, &s.unclean)
	}
	return s, errors.Join(err, rows.Err())
}

// known is the state of the index, empty where there is no file or nothing in it.
func (x *Index) known(ctx context.Context) (state, error) {
	s, err := x.state(ctx, x.read)
	if database.Missing(err) { // no file, no table
		return state{}, nil
	}
	return s, explain(err)
}

// Usable reports whether there is an index of this version, up to date or not.
func (x *Index) Usable(ctx context.Context) (bool, error) {
	s, err := x.known(ctx)
	return s.version == fts.Version(x.terms), err
}

// Search finds the articles that fulfil a query, and counts them.
func (x *Index) Search(ctx context.Context, n query.Node, o fts.Options) (*fts.Page, int, error) {
	p, err := fts.Search(ctx, x.read, x.terms, n, o)
	if err != nil {
		return nil, 0, explain(err)
	}
	if p.Next == "" && o.After == "" {
		return p, len(p.Results), nil
	}
	count, err := fts.Count(ctx, x.read, x.terms, n)
	return p, count, explain(err)
}

// meaning is what errors of SQLite mean of an index.
var meaning = database.Meaning{Damaged: ErrDamaged, Full: ErrFull, Busy: ErrBusy, ReadOnly: ErrReadOnly}

// explain says what an error of SQLite means to the user.
func explain(err error) error { return meaning.Explain(err) }
