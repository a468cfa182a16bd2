// Package fts is the index that a ledger is searched by, in tables of SQLite with its
// full-text extension FTS5. It is derived: it can be thrown away and made again from the
// records, and nothing in it is evidence.
//
// It is handed the database, or the transaction, to work in, and owns the tables of Schema
// only. It promises that an article that was removed is found by nothing, that the same
// records give the same results in any order of adding, and that the pages of a search,
// one after another, hold every result once as long as nothing is added or removed between.
//
// It knows article ids and the terms of names, no texts and no titles: who shows a result
// takes those from the record, through the gate that private names pass. Names of private
// persons are in no field; as words of an article's text they are found like other words.
package fts

import (
	"context"
	"database/sql"
	"fmt"

	"riwaya/internal/search/term"
)

// tablesVersion changes whenever the tables do, or the code that makes terms or takes
// findings from a record.
const tablesVersion = 1

// Version names what an index is made with: an index of another version must be made anew.
// It changes with the code and with the list of stems.
func Version(terms *term.Terms) string { return fmt.Sprintf("%d-%s", tablesVersion, terms.Version()) }

// Schema makes the tables. "terms" are words as internal/search/term compares them, with
// spaces between.
//
//	search_article   one row an article: id is the rowid of its text, day the day on which
//	                 it appeared, or, where that is unknown (seen = 1), on which it was first met
//	search_text      its title and body as terms; keeps no text
//	search_name      every name of a field once: kind is speaker, actor, outlet, event, class
//	search_has       which article has which name
//	search_place     every place once; admin1, admin2 and name are terms, country a code;
//	                 precision is as in the record; known = 0 says that the lexicon has no
//	                 name for it, and that name is what an article calls it
//	search_place_name  what places are called, as terms, in any language
//	search_at        which article names which place
//	search_figure    figures with a predicate, bounds as in the record; *_open = 1 says that
//	                 the bound itself is not meant
const Schema = `
CREATE TABLE IF NOT EXISTS search_article (
  id INTEGER PRIMARY KEY,
  article TEXT NOT NULL UNIQUE,
  language TEXT NOT NULL,
  day TEXT NOT NULL,
  seen INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS search_article_day ON search_article (day DESC, article, language);
CREATE INDEX IF NOT EXISTS search_article_language ON search_article (language, day DESC, article);
CREATE VIRTUAL TABLE IF NOT EXISTS search_text USING fts5(
  title, body, content='', contentless_delete=1, tokenize='ascii'
);
CREATE TABLE IF NOT EXISTS search_name (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  terms TEXT NOT NULL,
  UNIQUE (kind, terms)
);
CREATE VIRTUAL TABLE IF NOT EXISTS search_name_text USING fts5(
  terms, content='search_name', content_rowid='id', tokenize='ascii', columnsize=0
);
CREATE TABLE IF NOT EXISTS search_has (
  name INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (name, article)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS search_has_article ON search_has (article);
CREATE TABLE IF NOT EXISTS search_place (
  id INTEGER PRIMARY KEY,
  country TEXT NOT NULL,
  admin1 TEXT NOT NULL,
  admin2 TEXT NOT NULL,
  name TEXT NOT NULL,
  known INTEGER NOT NULL,
  precision TEXT NOT NULL,
  lat REAL,
  lon REAL
);
CREATE UNIQUE INDEX IF NOT EXISTS search_place_one ON search_place
  (country, admin1, admin2, name, known, precision, coalesce(lat, 999), coalesce(lon, 999));
CREATE INDEX IF NOT EXISTS search_place_admin1 ON search_place (admin1);
CREATE INDEX IF NOT EXISTS search_place_admin2 ON search_place (admin2);
CREATE TABLE IF NOT EXISTS search_place_name (
  terms TEXT NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (terms, place)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS search_at (
  place INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (place, article)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS search_at_article ON search_at (article);
CREATE TABLE IF NOT EXISTS search_figure (
  article INTEGER NOT NULL,
  predicate TEXT NOT NULL,
  low REAL,
  high REAL,
  low_open INTEGER NOT NULL,
  high_open INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS search_figure_predicate ON search_figure (predicate, low, high, article);
CREATE INDEX IF NOT EXISTS search_figure_article ON search_figure (article);
`

// tables are what Schema makes, in the order in which they are dropped.
var tables = []string{"search_article", "search_text", "search_name", "search_name_text", "search_has", "search_place",
	"search_place_name", "search_at", "search_figure"}

// Database is a *sql.DB, a *sql.Conn or a *sql.Tx.
type Database interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	PrepareContext(ctx context.Context, query string) (*sql.Stmt, error)
}

// Create makes the tables where they are missing. FTS5 is told to gather more words before
// it writes than it does of itself: with the few large commits of a ledger that is the
// difference between writing its lists once and merging them many times.
func Create(ctx context.Context, db Database) error {
	if _, err := db.ExecContext(ctx, Schema); err != nil {
		return fmt.Errorf("fts: %w", err)
	}
	if _, err := db.ExecContext(ctx, `INSERT INTO search_text (search_text, rank) VALUES ('hashsize', 33554432)`); err != nil {
		return fmt.Errorf("fts: %w", err)
	}
	return nil
}

// Drop removes the tables and all that is in them.
func Drop(ctx context.Context, db Database) error {
	for _, t := range tables {
		if _, err := db.ExecContext(ctx, "DROP TABLE IF EXISTS "+t); err != nil {
			return fmt.Errorf("fts: %w", err)
		}
	}
	return nil
}

// Purge writes the word lists anew without those of removed articles. Until then they are
// found by nothing, but their terms stand in the file; and after it in pages that SQLite has
// set free, unless it is told to overwrite those (PRAGMA secure_delete, VACUUM). It takes as
// long as adding the words again.
func Purge(ctx context.Context, db Database) error {
	for _, t := range []string{"search_text", "search_name_text"} {
		if _, err := db.ExecContext(ctx, "INSERT INTO "+t+" ("+t+") VALUES ('optimize')"); err != nil {
			return fmt.Errorf("fts: %w", err)
		}
	}
	return nil
}
