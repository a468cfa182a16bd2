package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite/restore"
)

// What follows here is for those who make something from the store and keep up with it: an
// index. They know the store by how many leaves it has applied.

// Changed are the articles whose newest record is one of the leaves from a number on and
// before another, in the log's order, at most so many; next is the number to go on from,
// before where there is no more.
func (s *Store) Changed(ctx context.Context, from, before int64, most int) (ids []string, next int64, err error) {
	rows, err := s.read.QueryContext(ctx, `SELECT r.leaf, a.id FROM records r JOIN articles a ON a.n = r.article WHERE r.leaf >= ? AND r.leaf < ?
		AND NOT EXISTS (SELECT 1 FROM records o WHERE o.article = r.article AND o.leaf > r.leaf) ORDER BY r.leaf LIMIT ?`, from, before, most)
	if err != nil {
		return nil, from, explain(err)
	}
	defer func() { err = explain(errors.Join(err, rows.Close())) }()
	next = before
	for rows.Next() {
		var id string
		var leaf int64
		if err := rows.Scan(&leaf, &id); err != nil {
			return nil, from, err
		}
		if ids = append(ids, id); len(ids) == most {
			next = leaf + 1
		}
	}
	return ids, next, rows.Err()
}

// Pending is how many articles Changed would name.
func (s *Store) Pending(ctx context.Context, from, before int64) (n int64, err error) {
	_, err = s.one(ctx, []any{&n}, "SELECT count(DISTINCT article) FROM records WHERE leaf >= ? AND leaf < ?", from, before)
	return n, err
}

// WithdrawnSince are the IDs that were withdrawn by a leaf from that number on.
func (s *Store) WithdrawnSince(ctx context.Context, leaf int64) ([]string, error) {
	return s.texts(ctx, "SELECT id FROM withdrawn WHERE withdrawal >= ? ORDER BY id", leaf)
}

// Mark names the last record before a leaf: its own leaf and its hash; -1 and "" where
// there is none. Another store, or one of an earlier day, has others.
func (s *Store) Mark(ctx context.Context, before int64) (leaf int64, sum string, err error) {
	leaf = -1
	_, err = s.one(ctx, []any{&leaf, &sum}, "SELECT leaf, sum FROM records WHERE leaf < ? ORDER BY leaf DESC LIMIT 1", before)
	return leaf, sum, err
}

// SumOf is the hash of the record of a leaf, "" where there is none.
func (s *Store) SumOf(ctx context.Context, leaf int64) (sum string, err error) {
	_, err = s.one(ctx, []any{&sum}, "SELECT sum FROM records WHERE leaf = ?", leaf)
	return sum, err
}

// Days are the days of articles by their IDs: of publication, else those on which they were first
// seen, 2006-01-02; "" where neither is known.
func (s *Store) Days(ctx context.Context, ids []string) (map[string]string, error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, "SELECT id, substr(coalesce(published, seen, ''), 1, 10) FROM articles WHERE id IN (SELECT value FROM json_each(?))", string(list))
	if err != nil {
		return nil, explain(err)
	}
	defer func() { err = explain(errors.Join(err, rows.Close())) }()
	out := make(map[string]string, len(ids))
	for rows.Next() {
		var id, day string
		if err := rows.Scan(&id, &day); err != nil {
			return nil, err
		}
		out[id] = day
	}
	return out, rows.Err()
}

// Readings are articles by their IDs with the findings of the layers asked for (names of
// riwaya.Layers), in the order of the IDs and all of one moment. What is not, or not any more, in
// the store is left out.
func (s *Store) Readings(ctx context.Context, ids []string, layers ...string) (out []ledger.Reading, err error) {
	err = s.moment(ctx, func(tx *sql.Tx) error {
		out, err = restore.Readings(ctx, tx, ids, layers...)
		return err
	})
	return out, err
}

// Sought are articles by their IDs, in the order of the IDs and all of one moment, with who is
// private and what of findings is sought; claims without their hedges and chains. begin is
// called as soon as the articles are there: what it starts may read them, and nothing else of
// what it is given, while findings are read.
func (s *Store) Sought(ctx context.Context, ids []string, want ledger.Sought, begin func([]ledger.Reading)) (out []ledger.Reading, err error) {
	err = s.moment(ctx, func(tx *sql.Tx) error {
		out, err = restore.Sought(ctx, tx, ids, want, begin)
		return err
	})
	return out, err
}

// moment lets a function see the store as it is at one moment.
func (s *Store) moment(ctx context.Context, see func(*sql.Tx) error) error {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return explain(err)
	}
	return explain(errors.Join(see(tx), tx.Rollback()))
}

// VersionsOf are the articles of an address, in the order in which they first came in.
func (s *Store) VersionsOf(ctx context.Context, url string) ([]string, error) {
	return s.texts(ctx, "SELECT id FROM articles WHERE report = ? ORDER BY n", url)
}

// Crediting are the articles that say themselves whose text they have.
func (s *Store) Crediting(ctx context.Context) (out map[string]bool, err error) {
	rows, err := s.read.QueryContext(ctx, "SELECT id, outlet, credits FROM articles WHERE credits NOT IN ('', '[]')")
	if err != nil {
		return nil, explain(err)
	}
	defer func() { err = explain(errors.Join(err, rows.Close())) }()
	out = map[string]bool{}
	for rows.Next() {
		var a riwaya.Article
		var credits []byte
		if err := rows.Scan(&a.ID, &a.Outlet, &credits); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(credits, &a.Credits); err != nil {
			return nil, err
		}
		for range a.Credited() {
			out[a.ID] = true
			break
		}
	}
	return out, rows.Err()
}

// ArticleOf is the article that has a claim of an ID; ErrUnknown where none has.
func (s *Store) ArticleOf(ctx context.Context, claim string) (string, error) {
	var id string
	found, err := s.one(ctx, []any{&id}, "SELECT a.id FROM claims c JOIN articles a ON a.n = c.article WHERE c.id = ? LIMIT 1", claim)
	if err == nil && !found {
		err = fmt.Errorf("%s: %w", claim, ledger.ErrUnknown)
	}
	return id, err
}
