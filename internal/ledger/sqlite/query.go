package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite/tables"
)

// Cursor is how many leaves were applied.
func (s *Store) Cursor(ctx context.Context) (n int64, err error) {
	err = s.read.QueryRowContext(ctx, "SELECT value FROM state WHERE key = 'cursor'").Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return n, explain(err)
}

// From is the leaf from which on the log is to be applied. A migration that needs the rows of
// earlier leaves made anew says so in the row "anew" of state.
func (s *Store) From(ctx context.Context) (int64, error) {
	var n int64
	if anew, err := s.one(ctx, []any{&n}, "SELECT 1 FROM state WHERE key = 'anew'"); err != nil || anew {
		return 0, err
	}
	return s.Cursor(ctx)
}

// one scans the one row of a query; false where it gives none.
func (s *Store) one(ctx context.Context, into []any, query string, args ...any) (bool, error) {
	st, err := s.asking(ctx, query)
	if err != nil {
		return false, explain(err)
	}
	err = st.QueryRowContext(ctx, args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, explain(err)
}

// asking is a query, prepared once: to prepare one costs more than to run it.
func (s *Store) asking(ctx context.Context, query string) (*sql.Stmt, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	st := s.asked[query]
	if st == nil {
		var err error
		if st, err = s.read.PrepareContext(ctx, query); err != nil {
			return nil, err
		}
		s.asked[query] = st
	}
	return st, nil
}

// gone is ErrGone, with date and reason, where an ID was withdrawn.
func (s *Store) gone(ctx context.Context, id string) error {
	var at, reason string
	found, err := s.one(ctx, []any{&at, &reason}, "SELECT at, reason FROM withdrawals JOIN withdrawn ON withdrawal = leaf WHERE id = ?", id)
	if err != nil || !found {
		return err
	}
	day, _, _ := strings.Cut(at, "T")
	return fmt.Errorf("%s: %w on %s: %s", id, ledger.ErrGone, day, reason)
}

const captureColumns = "leaf, id, sum, size, media, coalesce(url, ''), uuid"

func scan(c *ledger.Capture) []any {
	return []any{&c.Leaf, &c.ID, &c.Sum, &c.Size, &c.Media, &c.URL, &c.UUID}
}

// Capture is the capture of an ID.
func (s *Store) Capture(ctx context.Context, id string) (c ledger.Capture, err error) {
	found, err := s.one(ctx, scan(&c), "SELECT "+captureColumns+" FROM captures WHERE id = ?", id)
	if err != nil || found {
		return c, err
	}
	if err := s.gone(ctx, id); err != nil {
		return c, err
	}
	return c, fmt.Errorf("%s: %w", id, ledger.ErrUnknown)
}

// Seen reports whether a capture came in by that name before.
func (s *Store) Seen(ctx context.Context, capture, how, name string) (bool, error) {
	var n int
	return s.one(ctx, []any{&n}, "SELECT 1 FROM sightings WHERE capture = ? AND how = ? AND name = ? LIMIT 1", capture, how, name)
}

// FirstSighting is the first time that a capture came in.
func (s *Store) FirstSighting(ctx context.Context, capture string) (g ledger.Sighting, err error) {
	var at string
	var status sql.NullInt64
	found, err := s.one(ctx, []any{&g.Leaf, &g.Capture, &at, &g.How, &g.Name, &status, &g.Program},
		"SELECT leaf, capture, at, how, name, status, program FROM sightings WHERE capture = ? ORDER BY leaf LIMIT 1", capture)
	if err == nil && !found {
		err = fmt.Errorf("%s: %w", capture, ledger.ErrUnknown)
	}
	if err != nil {
		return g, err
	}
	g.Status = int(status.Int64)
	g.At, err = time.Parse(time.RFC3339, at)
	return g, err
}

// IsDone reports whether all articles of a capture were read by a version.
func (s *Store) IsDone(ctx context.Context, d ledger.Done) (bool, error) {
	var n int
	return s.one(ctx, []any{&n}, "SELECT 1 FROM captures WHERE id = ? AND done = ?", d.Capture, d.Version)
}

func (s *Store) captures(ctx context.Context, where string, args ...any) (out []ledger.Capture, err error) {
	rows, err := s.read.QueryContext(ctx, "SELECT "+captureColumns+" FROM captures WHERE "+where+" ORDER BY leaf LIMIT ?", args...)
	if err != nil {
		return nil, explain(err)
	}
	defer func() { err = explain(errors.Join(err, rows.Close())) }()
	for rows.Next() {
		var c ledger.Capture
		if err := rows.Scan(scan(&c)...); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, rows.Err()
}

// Undone are captures that no version has read whole.
func (s *Store) Undone(ctx context.Context, after int64, most int) ([]ledger.Capture, error) {
	return s.captures(ctx, "done = '' AND leaf > ?", after, most)
}

// Stale are captures with articles whose newest record is of another version.
func (s *Store) Stale(ctx context.Context, version string, after int64, most int) ([]ledger.Capture, error) {
	return s.captures(ctx, `leaf > ? AND leaf IN (SELECT capture FROM appearances WHERE article NOT IN (SELECT article FROM records WHERE version = ?))`, after, version, most)
}

// Failed are captures in which something failed.
func (s *Store) Failed(ctx context.Context, after int64, most int) ([]ledger.Capture, error) {
	return s.captures(ctx, "leaf > ? AND leaf IN (SELECT capture FROM failures)", after, most)
}

// At is what is known of a place in a capture.
func (s *Store) At(ctx context.Context, capture, place string) (k ledger.Known, err error) {
	_, err = s.one(ctx, []any{&k.Article, &k.Beside, &k.Failure}, `SELECT coalesce((SELECT a.id FROM appearances p JOIN articles a ON a.n = p.article WHERE p.capture = c.leaf AND p.place = ?2), ''),
		coalesce((SELECT beside FROM appearances p WHERE p.capture = c.leaf AND p.place = ?2), ''),
		coalesce((SELECT version FROM failures f WHERE f.capture = c.leaf AND f.place = ?2), '') FROM captures c WHERE c.id = ?1`, capture, place)
	return k, err
}

// ReadBy is the version of an article's newest record.
func (s *Store) ReadBy(ctx context.Context, article string) (version string, err error) {
	found, err := s.one(ctx, []any{&version}, "SELECT r.version FROM articles a JOIN records r ON r.article = a.n WHERE a.id = ? ORDER BY r.leaf DESC LIMIT 1", article)
	if err != nil || found {
		return version, err
	}
	return "", s.gone(ctx, article)
}

// Failures are the failures there are.
func (s *Store) Failures(ctx context.Context, each func(ledger.Failure) error) (err error) {
	rows, err := s.read.QueryContext(ctx, "SELECT c.id, f.place, f.name, f.stage, f.error, f.at, f.version, f.tries FROM failures f JOIN captures c ON c.leaf = f.capture ORDER BY f.capture, length(f.place), f.place")
	if err != nil {
		return explain(err)
	}
	defer func() { err = explain(errors.Join(err, rows.Close())) }()
	for rows.Next() {
		var f ledger.Failure
		var at string
		if err := rows.Scan(&f.Capture, &f.Place, &f.Name, &f.Stage, &f.Error, &at, &f.Version, &f.Tries); err != nil {
			return err
		}
		if f.At, err = time.Parse(time.RFC3339, at); err != nil {
			return err
		}
		if err := each(f); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Status counts what there is.
func (s *Store) Status(ctx context.Context, version string) (ledger.Status, error) {
	st := ledger.Status{Findings: map[string]int64{}, Languages: map[string]int64{}}
	_, err := s.one(ctx, []any{&st.Captures, &st.Bytes, &st.Undone, &st.Sightings, &st.Articles, &st.Reports, &st.Records, &st.Failures, &st.Withdrawn, &st.Gone, &st.Missed, &st.Absent, &st.Files, &st.First, &st.Last, &st.Current},
		`SELECT (SELECT count(*) FROM captures), (SELECT coalesce(sum(size), 0) FROM captures), (SELECT count(*) FROM captures WHERE done = ''),
		(SELECT count(*) FROM sightings WHERE how <> 'absent'), (SELECT count(*) FROM articles), (SELECT count(DISTINCT report) FROM articles), (SELECT count(*) FROM records),
		(SELECT count(*) FROM failures), (SELECT count(*) FROM withdrawn WHERE id NOT LIKE 'adr-%'), (SELECT count(*) FROM (`+gone+`)), (SELECT count(*) FROM missed),
		(SELECT count(DISTINCT name) FROM sightings WHERE how = 'absent'), (SELECT count(*) FROM files WHERE missing IS NULL), (SELECT coalesce(min(at), '') FROM sightings), (SELECT coalesce(max(at), '') FROM sightings),
		(SELECT count(DISTINCT article) FROM records WHERE version = ?)`, version)
	if err != nil {
		return st, err
	}
	for _, t := range tables.Layers {
		var n int64
		if _, err := s.one(ctx, []any{&n}, "SELECT count(*) FROM "+t.Name); err != nil {
			return st, err
		}
		st.Findings[t.Name] = n
	}
	return st, s.pairs(ctx, st.Languages, "SELECT language, count(*) FROM articles GROUP BY language")
}

func (s *Store) pairs(ctx context.Context, into map[string]int64, query string) (err error) {
	rows, err := s.read.QueryContext(ctx, query)
	if err != nil {
		return explain(err)
	}
	defer func() { err = explain(errors.Join(err, rows.Close())) }()
	for rows.Next() {
		var name string
		var n int64
		if err := rows.Scan(&name, &n); err != nil {
			return err
		}
		into[name] = n
	}
	return rows.Err()
}
