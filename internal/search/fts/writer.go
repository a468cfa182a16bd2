package fts

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"riwaya"
	"riwaya/internal/search/term"
)

// Writer adds articles and removes them, within one transaction. It remembers names and
// places that it met, so it must not outlive a transaction that is rolled back.
type Writer struct {
	db Database

	statements map[string]*sql.Stmt
	names      map[[2]string]int64
	places     map[place]int64
	placeNames map[placeName]bool
	memo       *term.Memo
	title      []byte
	body       []byte

	has, at, called, figures batch
	named                    int64 // the first name that is not yet in the full text; 0 if all are
}

// remembered is how many names a writer keeps in mind, some tens of megabytes at most.
const remembered = 1 << 17

// place is what tells places apart.
type place struct {
	country, admin1, admin2, name, precision string
	known, located                           bool
	lat, lon                                 float64
}

type placeName struct {
	terms string
	place int64
}

// NewWriter makes a Writer; Close it before the transaction ends.
func NewWriter(db Database, terms *term.Terms) *Writer {
	return &Writer{db: db, statements: map[string]*sql.Stmt{}, names: map[[2]string]int64{},
		places: map[place]int64{}, placeNames: map[placeName]bool{}, memo: term.NewMemo(terms),
		has:     batch{into: "search_has (name, article)", columns: 2},
		at:      batch{into: "search_at (place, article)", columns: 2},
		called:  batch{into: "search_place_name (terms, place)", columns: 2},
		figures: batch{into: "search_figure (article, predicate, low, high, low_open, high_open)", columns: 6},
	}
}

// Close writes what is left and gives back what the writer prepared.
func (w *Writer) Close(ctx context.Context) error {
	errs := []error{w.Flush(ctx)}
	for _, s := range w.statements {
		errs = append(errs, s.Close())
	}
	w.statements = nil
	return errors.Join(errs...)
}

// exec runs a statement, prepared once.
func (w *Writer) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := w.prepare(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

func (w *Writer) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	if s, ok := w.statements[query]; ok {
		return s, nil
	}
	s, err := w.db.PrepareContext(ctx, query)
	if err == nil {
		w.statements[query] = s
	}
	return s, err
}

// id is the only column of the only row of a query; 0 if there is no row.
func (w *Writer) id(ctx context.Context, query string, args ...any) (int64, error) {
	s, err := w.prepare(ctx, query)
	if err != nil {
		return 0, err
	}
	var id int64
	err = s.QueryRowContext(ctx, args...).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return id, err
}

// Add indexes a record, instead of what was indexed under the same article's id.
func (w *Writer) Add(ctx context.Context, rec *riwaya.Record) error {
	if err := w.record(ctx, rec); err != nil {
		return fmt.Errorf("fts: article %s: %w", rec.Article.ID, err)
	}
	return nil
}

// Remove takes an article out of the index and reports whether it was in it.
func (w *Writer) Remove(ctx context.Context, article string) (bool, error) {
	id, err := w.id(ctx, `SELECT id FROM search_article WHERE article = ?`, article)
	if id == 0 || err != nil {
		return false, err
	}
	if err := w.Flush(ctx); err != nil {
		return false, err
	}
	for _, q := range removal {
		done, err := w.exec(ctx, q, id)
		if err != nil {
			return false, fmt.Errorf("fts: article %s: %w", article, err)
		}
		if n, _ := done.RowsAffected(); n > 0 && (q == removeNames || q == removePlaces) {
			clear(w.names)
			clear(w.places)
			clear(w.placeNames)
		}
	}
	return true, nil
}

// Names and places that no other article has go with an article: what was withdrawn leaves
// no name behind.
const (
	onlyNames    = `(SELECT h.name FROM search_has h WHERE h.article = ?1 AND NOT EXISTS (SELECT 1 FROM search_has o WHERE o.name = h.name AND o.article <> ?1))`
	onlyPlaces   = `(SELECT t.place FROM search_at t WHERE t.article = ?1 AND NOT EXISTS (SELECT 1 FROM search_at o WHERE o.place = t.place AND o.article <> ?1))`
	removeNames  = `DELETE FROM search_name WHERE id IN ` + onlyNames
	removePlaces = `DELETE FROM search_place WHERE id IN ` + onlyPlaces
)

// removal takes out what belongs to an article, the first argument.
var removal = []string{
	`INSERT INTO search_name_text (search_name_text, rowid, terms) SELECT 'delete', id, terms FROM search_name WHERE id IN ` + onlyNames,
	removeNames,
	`DELETE FROM search_place_name WHERE place IN ` + onlyPlaces,
	removePlaces,
	`DELETE FROM search_text WHERE rowid = ?1`,
	`DELETE FROM search_has WHERE article = ?1`,
	`DELETE FROM search_at WHERE article = ?1`,
	`DELETE FROM search_figure WHERE article = ?1`,
	`DELETE FROM search_article WHERE id = ?1`,
}

func (w *Writer) record(ctx context.Context, rec *riwaya.Record) error {
	id, err := w.article(ctx, &rec.Article)
	if err != nil {
		return err
	}
	w.title = w.memo.Append(w.title[:0], rec.Article.Title)
	w.body = w.appendBody(w.body[:0], &rec.Article)
	if _, err := w.exec(ctx, `INSERT INTO search_text (rowid, title, body) VALUES (?, ?, ?)`, id, string(w.title), string(w.body)); err != nil {
		return err
	}
	if err := w.addNames(ctx, id, rec); err != nil {
		return err
	}
	if err := w.addPlaces(ctx, id, rec.Places); err != nil {
		return err
	}
	return w.addFigures(ctx, id, rec.Figures)
}

// article makes the row of an article; one that was there goes first.
func (w *Writer) article(ctx context.Context, a *riwaya.Article) (int64, error) {
	const insert = `INSERT OR IGNORE INTO search_article (article, language, day, seen) VALUES (?, ?, ?, ?)`
	day, seen := dayOf(a)
	args := []any{a.ID, strings.ToLower(a.Language), day, seen}
	done, err := w.exec(ctx, insert, args...)
	if err != nil {
		return 0, err
	}
	if n, err := done.RowsAffected(); err != nil || n == 1 {
		id, _ := done.LastInsertId()
		return id, err
	}
	if _, err := w.Remove(ctx, a.ID); err != nil {
		return 0, err
	}
	if done, err = w.exec(ctx, insert, args...); err != nil {
		return 0, err
	}
	return done.LastInsertId()
}

// dayOf is the day on which an article appeared, or, if nothing says so, on which it was
// first met: it appeared then or before.
func dayOf(a *riwaya.Article) (day string, seen bool) {
	if a.Published != nil && len(*a.Published) >= len(time.DateOnly) {
		return (*a.Published)[:len(time.DateOnly)], false
	}
	if a.Seen != nil {
		return a.Seen.Format(time.DateOnly), true
	}
	return "", true
}

// appendBody appends the terms of the article itself, without page furniture and without
// the title, which often is the first line of the text.
func (w *Writer) appendBody(dst []byte, a *riwaya.Article) []byte {
	for s := range a.BelowTitle() {
		dst = w.memo.Append(dst, s.Of(a.Text))
	}
	return dst
}

// termsOf are the terms of a name with spaces between.
func (w *Writer) termsOf(name string) string {
	return strings.TrimSuffix(string(w.memo.Append(nil, name)), " ")
}
