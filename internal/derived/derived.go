// Package derived keeps a SQLite file that is made from the store and kept up with it: the index
// of the search, what is found across reports. What stands in the file is the business of its
// [Content].
//
// Such a file is no evidence. Whoever deletes it loses time and nothing else; one that is of
// another version, or from another store, is made anew. What was withdrawn leaves it, and its
// pages are overwritten.
//
// It promises that after an Update the file has what the store has, and that an Update that was
// cut short goes on where it was. Several processes may read and update.
package derived

import (
	"context"
	"database/sql"
	"errors"
	"net/url"

	"riwaya/internal/disk/database"
)

// Store is what a file is made from.
type Store interface {
	Cursor(context.Context) (int64, error)
	Changed(ctx context.Context, from, before int64, most int) (ids []string, next int64, err error)
	Pending(ctx context.Context, from, before int64) (int64, error)
	WithdrawnSince(ctx context.Context, leaf int64) ([]string, error)
	Mark(ctx context.Context, before int64) (leaf int64, sum string, err error)
	SumOf(ctx context.Context, leaf int64) (string, error)
}

// Content is what a file has, and how it is made.
type Content interface {
	// Version names what the content is made with; another version is made anew.
	Version() string
	// Create makes the tables where they are missing, Drop removes them.
	Create(context.Context, *sql.Tx) error
	Drop(context.Context, *sql.Tx) error
	// Part takes some of what there is into the file, and says how far it then is and whether
	// anything was removed.
	Part(context.Context, *sql.Tx, Part) (next int64, removed bool, err error)
	// Purge writes anew what still has words of what was removed.
	Purge(context.Context, *sql.DB) error
}

// Part is a part of an update, which has a transaction of its own.
type Part struct {
	From, Before int64    // leaves of the log
	Gone         []string // what was withdrawn since the part before
	Done         func(articles int)
}

// File is an open file.
type File struct {
	Read    *sql.DB
	write   *sql.DB
	content Content
	explain func(error) error
}

// state is what a file was made from.
type state struct {
	version string // of the content, "" of a new file
	cursor  int64  // how many leaves of the log it has
	mark    int64  // the leaf of the last record before
	sum     string // and its hash
	unclean bool   // words of what was removed still stand in the file
}

const stateTable = `CREATE TABLE IF NOT EXISTS made_from (
  one INTEGER PRIMARY KEY CHECK (one = 1), version TEXT NOT NULL, cursor INTEGER NOT NULL, mark INTEGER NOT NULL, sum TEXT NOT NULL, unclean INTEGER NOT NULL
)`

// readers is how many connections stay open for who reads: to open one is to read the whole schema.
const readers = 8

// Open opens a file, which is made at the first Update. Where nothing can be written, not even
// memory shared, immutable must be said; it is then as it was left. Errors are those that
// meaning gives.
func Open(path string, c Content, meaning database.Meaning, immutable bool) (*File, error) {
	reading := url.Values{"mode": {"ro"}, "_pragma": {"query_only(ON)", "busy_timeout(5000)", "cache_size(-65536)"}}
	if immutable {
		reading.Set("immutable", "1")
	}
	// The page's size must be set before the journal, which comes by its own key and last. What is written goes into the
	// file when it is 64 MiB: a page that each of some updates has changed then goes there once.
	writing := url.Values{"_txlock": {"immediate"}, "_journal_mode": {"WAL"},
		"_pragma": {"page_size(8192)", "synchronous(NORMAL)", "secure_delete(ON)", "busy_timeout(5000)", "cache_size(-65536)", "wal_autocheckpoint(8000)"}}
	f := &File{content: c, explain: meaning.Explain}
	var err error
	if f.Read, err = sql.Open("sqlite", database.Address(path, reading)); err != nil {
		return nil, f.explain(err)
	}
	f.Read.SetMaxIdleConns(readers)
	if f.write, err = sql.Open("sqlite", database.Address(path, writing)); err != nil {
		return nil, errors.Join(f.explain(err), f.Read.Close())
	}
	f.write.SetMaxOpenConns(1)
	return f, nil
}

// Close closes the file.
func (f *File) Close() error { return f.explain(errors.Join(f.Read.Close(), f.write.Close())) }

// state is read through what is handed in: a transaction or a database.
func (f *File) state(ctx context.Context, db interface {
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}) (s state, err error) {
	rows, err := db.QueryContext(ctx, "SELECT version, cursor, mark, sum, unclean FROM made_from")
	if err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	if rows.Next() {
		err = rows.Scan(&s.version, &s.cursor, &s.mark, &s.sum, &s.unclean)
	}
	return s, errors.Join(err, rows.Err())
}

// known is the state of the file, empty where there is none or nothing in it.
func (f *File) known(ctx context.Context) (state, error) {
	s, err := f.state(ctx, f.Read)
	if database.Missing(err) { // no file, no table
		return state{}, nil
	}
	return s, f.explain(err)
}

// Usable reports whether there is content of this version, up to date or not.
func (f *File) Usable(ctx context.Context) (bool, error) {
	s, err := f.known(ctx)
	return s.version == f.content.Version(), err
}

// Drop removes tables, of which some may not be there.
func Drop(ctx context.Context, tx *sql.Tx, tables []string) error {
	for _, t := range tables {
		if _, err := tx.ExecContext(ctx, "DROP TABLE IF EXISTS "+t); err != nil {
			return err
		}
	}
	return nil
}
