package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite/tables"
)

// Apply makes changes in one transaction.
func (s *Store) Apply(ctx context.Context, changes []ledger.Change, cursor int64) error {
	// A transaction that has begun is finished: an interrupted run keeps what it has.
	w := &writing{s, context.WithoutCancel(ctx)}
	if err := w.exec("BEGIN IMMEDIATE"); err != nil {
		return explain(err)
	}
	err := w.all(changes)
	if err == nil {
		err = w.exec("INSERT INTO state VALUES ('cursor', ?) ON CONFLICT DO UPDATE SET value = max(value, excluded.value)", cursor)
	}
	if err == nil { // all applied anew, where that was to be
		err = w.exec("DELETE FROM state WHERE key = 'anew' AND ? >= (SELECT value FROM state WHERE key = 'cursor')", cursor)
	}
	if err == nil {
		err = w.exec("COMMIT")
	}
	if err != nil {
		s.last.id = ""
		// SQLite may have rolled back by itself; then there is nothing to roll back.
		_ = w.exec("ROLLBACK")
		return explain(err)
	}
	for _, c := range changes {
		if c.Withdrawal != nil {
			return w.purge()
		}
	}
	return nil
}

// purge takes the pages that what was withdrawn stood on out of the write-ahead log and
// overwrites them in the file. That this is to be done stands in the row "unclean" of state
// from the withdrawal on, so that a crash between leaves it to the next Open.
func (w *writing) purge() error {
	var busy, log, moved int64
	if err := w.conn.QueryRowContext(w.ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &log, &moved); err != nil {
		return explain(err)
	}
	if busy != 0 {
		return ledger.ErrRead
	}
	return explain(w.exec("DELETE FROM state WHERE key = 'unclean'"))
}

// writing is one transaction.
type writing struct {
	*Store
	ctx context.Context
}

func (w *writing) prepare(query string) (*sql.Stmt, error) {
	st := w.prepared[query]
	if st == nil {
		var err error
		if st, err = w.conn.PrepareContext(w.ctx, query); err != nil {
			return nil, err
		}
		w.prepared[query] = st
	}
	return st, nil
}

func (w *writing) exec(query string, args ...any) error {
	st, err := w.prepare(query)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(w.ctx, args...)
	return err
}

// number is the one number that a query gives; false where it gives none.
func (w *writing) number(query string, args ...any) (n int64, ok bool, err error) {
	st, err := w.prepare(query)
	if err != nil {
		return 0, false, err
	}
	err = st.QueryRowContext(w.ctx, args...).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, false, nil
	}
	return n, err == nil, err
}

func (w *writing) all(changes []ledger.Change) error {
	for _, c := range changes {
		if err := w.change(c); err != nil {
			return err
		}
	}
	return nil
}

func (w *writing) change(c ledger.Change) error {
	switch {
	case c.Record != nil:
		return w.record(c.Record)
	case c.Withdrawal != nil:
		return w.withdraw(c.Withdrawal)
	case c.Review != nil:
		return w.insert(tables.Reviews, "OR IGNORE", tables.ReviewRow(c.Review))
	case c.Appearance != nil:
		a := c.Appearance
		if _, there, err := w.number("SELECT n FROM articles WHERE id = ?", a.Article); err != nil || !there && a.Else != nil {
			if err != nil {
				return err
			}
			return w.fail(a.Else)
		}
		return w.appear(a.Article, a.Capture, a.Place, tables.TimeOr(a.Seen), a.Stated, a.Beside)
	case c.Files != nil:
		return w.insert(tables.Files, "OR IGNORE", tables.FileRows(c.Files)...)
	case c.Coverage != nil:
		return w.cover(c.Coverage)
	case c.Failure != nil:
		return w.fail(c.Failure)
	case c.Missed != nil:
		return w.miss(c.Missed)
	case c.Done != nil:
		return w.exec("UPDATE captures SET done = ? WHERE id = ?", c.Done.Version, c.Done.Capture)
	}
	if c.Capture != nil {
		if err := w.insert(tables.Captures, "OR IGNORE", tables.CaptureRow(c.Capture)); err != nil {
			return err
		}
	}
	if c.Sighting != nil {
		if err := w.insert(tables.Sightings, "OR IGNORE", tables.SightingRow(c.Sighting)); err != nil {
			return err
		}
		if c.Sighting.How == ledger.CameAddress {
			return w.exec("DELETE FROM missed WHERE address = ?", c.Sighting.Name)
		}
	}
	return nil
}

// variables is about how many values one statement binds: more rows at a time cost less.
const variables = 250

// insert writes rows into a table. or is "" or what to do with one that is there.
func (w *writing) insert(t *tables.Table, or string, all ...tables.Row) error {
	most := max(1, variables/len(t.Columns))
	for len(all) > 0 {
		n := 1
		if len(all) >= most {
			n = most
		}
		args := make([]any, 0, n*len(t.Columns))
		for _, r := range all[:n] {
			args = append(args, r...)
		}
		if err := w.exec(t.Insertion(or, n), args...); err != nil {
			return err
		}
		all = all[n:]
	}
	return nil
}

// captureLeaf is the leaf of a capture.
func (w *writing) captureLeaf(id string) (int64, error) {
	if w.last.id != id {
		n, ok, err := w.number("SELECT leaf FROM captures WHERE id = ?", id)
		if err != nil {
			return 0, err
		}
		if !ok {
			return 0, fmt.Errorf("store: capture %s: %w", id, ledger.ErrUnknown)
		}
		w.last.id, w.last.leaf = id, n
	}
	return w.last.leaf, nil
}

// withdrawnCapture stands in the place of a capture that was withdrawn while articles that
// were read in it stay.
const withdrawnCapture = -1

// captureOf is the leaf of a record's capture.
func (w *writing) captureOf(id string) (int64, error) {
	n, err := w.captureLeaf(id)
	if errors.Is(err, ledger.ErrUnknown) {
		if _, gone, e := w.number("SELECT 1 FROM withdrawn WHERE id = ?", id); e != nil || gone {
			return withdrawnCapture, e
		}
	}
	return n, err
}

// record writes an article, where it is new, and its findings, where no later record has
// given it others.
func (w *writing) record(r *ledger.Record) error {
	capture, err := w.captureOf(r.Capture)
	if err != nil {
		return err
	}
	n, known, err := w.number("SELECT n FROM articles WHERE id = ?", r.Article)
	if err != nil {
		return err
	}
	if !known {
		n = r.Leaf
	}
	newest, _, err := w.number("SELECT coalesce(max(leaf), -1) FROM records WHERE article = ?", n)
	if err != nil {
		return err
	}
	if newest <= r.Leaf {
		p := tables.Of(&r.Read)
		a, found := p.Article(r.Article), p.Findings(n)
		if err := p.Err(); err != nil {
			return err
		}
		if err := w.exec(tables.Articles.Upsertion(), append(tables.Row{n}, a...)...); err != nil {
			return err
		}
		for i, t := range tables.Layers {
			if known {
				if err := w.exec("DELETE FROM "+t.Name+" WHERE article = ?", n); err != nil {
					return err
				}
			}
			if err := w.insert(t, "", found[i]...); err != nil {
				return err
			}
		}
	}
	if err := w.exec("INSERT OR IGNORE INTO records (leaf, version, at, sum, place, article, capture) VALUES (?,?,?,?,?,?,?)",
		append(tables.RecordRow(r), n, capture)...); err != nil {
		return err
	}
	if capture == withdrawnCapture {
		return nil
	}
	return w.appear(r.Article, r.Capture, r.Place, tables.TimeOr(r.Read.Article.Seen), r.Read.Article.Stated, r.Beside)
}

// appear says where an article stands; what failed there before did not fail for good.
// What stands beside it is not in the log, and stays where the log is applied anew.
func (w *writing) appear(article, capture, place string, seen any, stated *riwaya.Stated, beside string) error {
	leaf, err := w.captureLeaf(capture)
	if err != nil {
		return err
	}
	row := append(tables.Row{leaf, place, seen, tables.Null(beside)}, append(tables.StatedRow(stated), article)...)
	if err := w.exec(`INSERT INTO appearances (capture, place, article, seen, beside, stated_by, stated_url, stated_at, stated_archive)
		SELECT ?, ?, n, ?, ?, ?, ?, ?, ? FROM articles WHERE id = ?
		ON CONFLICT (capture, place) DO UPDATE SET article = excluded.article, seen = excluded.seen, beside = coalesce(excluded.beside, beside),
		stated_by = excluded.stated_by, stated_url = excluded.stated_url, stated_at = excluded.stated_at, stated_archive = excluded.stated_archive`, row...); err != nil {
		return err
	}
	return w.exec("DELETE FROM failures WHERE capture = ? AND place = ?", leaf, place)
}

func (w *writing) fail(f *ledger.Failure) error {
	leaf, err := w.captureLeaf(f.Capture)
	if err != nil {
		return err
	}
	return w.exec(`INSERT INTO failures (capture, place, name, stage, error, at, version, tries) VALUES (?,?,?,?,?,?,?,1)
		ON CONFLICT (capture, place) DO UPDATE SET name = excluded.name, stage = excluded.stage, error = excluded.error, at = excluded.at,
		version = excluded.version, tries = tries + 1`, leaf, f.Place, f.Name, f.Stage, f.Error, tables.Time(f.At), f.Version)
}

// withdraw takes out whatever stands in the store by leaves that were withdrawn, and
// remembers their IDs so that they stay away.
func (w *writing) withdraw(d *ledger.Withdrawal) error {
	w.last.id = ""
	if err := w.exec("INSERT OR IGNORE INTO state VALUES ('unclean', 1)"); err != nil {
		return err
	}
	if err := w.exec("INSERT OR IGNORE INTO withdrawals (leaf, at, who, reason) VALUES (?,?,?,?)", d.Leaf, tables.Time(d.At), d.Who, d.Reason); err != nil {
		return err
	}
	var list []string
	for _, n := range d.Leaves {
		list = append(list, strconv.FormatInt(n, 10))
	}
	all := "[" + strings.Join(list, ",") + "]"
	// What appears elsewhere too must be read there anew.
	for _, q := range []string{
		`UPDATE captures SET done = '' WHERE leaf IN (SELECT a.capture FROM appearances a JOIN records r ON r.article = a.article
			WHERE r.leaf IN (SELECT value FROM json_each(?)))`,
		"DELETE FROM sightings WHERE leaf IN (SELECT value FROM json_each(?))",
		"DELETE FROM files WHERE leaf IN (SELECT value FROM json_each(?))",
		"DELETE FROM coverage WHERE capture IN (SELECT value FROM json_each(?))",
		"DELETE FROM failures WHERE capture IN (SELECT value FROM json_each(?))",
		"DELETE FROM captures WHERE leaf IN (SELECT value FROM json_each(?))",
		"DELETE FROM records WHERE leaf IN (SELECT value FROM json_each(?))",
		"DELETE FROM reviews WHERE leaf IN (SELECT value FROM json_each(?))",
	} {
		if _, err := w.conn.ExecContext(w.ctx, q, all); err != nil {
			return err
		}
	}
	const orphans = "(SELECT n FROM articles WHERE n NOT IN (SELECT article FROM records))"
	for _, t := range append([]string{"appearances"}, names(tables.Layers)...) {
		if _, err := w.conn.ExecContext(w.ctx, "DELETE FROM "+t+" WHERE article IN "+orphans); err != nil {
			return err
		}
	}
	for _, q := range []string{"DELETE FROM articles WHERE n IN " + orphans,
		"DELETE FROM appearances WHERE capture NOT IN (SELECT leaf FROM captures)",
		"UPDATE records SET capture = -1 WHERE capture NOT IN (SELECT leaf FROM captures)"} {
		if _, err := w.conn.ExecContext(w.ctx, q); err != nil {
			return err
		}
	}
	if err := w.unmiss(d.Gone); err != nil {
		return err
	}
	for _, g := range d.Gone {
		if err := w.exec("INSERT OR IGNORE INTO withdrawn (id, sum, withdrawal) VALUES (?,?,?)", g.ID, tables.Null(g.Sum), d.Leaf); err != nil {
			return err
		}
	}
	return nil
}

func names(all []*tables.Table) (out []string) {
	for _, t := range all {
		out = append(out, t.Name)
	}
	return out
}
