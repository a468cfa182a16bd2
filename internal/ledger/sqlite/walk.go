package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite/restore"
)

// together is how many articles Walk holds at a time.
const together = 64

// Walk gives articles with what was read of them and the evidence for it.
func (s *Store) Walk(ctx context.Context, keep func(article string) bool, each func(*ledger.Kept) error, layers ...string) (err error) {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // one moment, whatever is added meanwhile
	if err != nil {
		return explain(err)
	}
	defer func() {
		if e := tx.Rollback(); !errors.Is(e, sql.ErrTxDone) { // which it is when the context ended
			err = errors.Join(err, e)
		}
		err = explain(err)
	}()
	for after, more := int64(-1), true; more; {
		var some []ledger.Kept
		if some, after, more, err = evidenced(ctx, tx, after, keep); err != nil {
			return err
		}
		ids := make([]string, len(some))
		for i := range some {
			ids[i] = some[i].Article
		}
		read, err := restore.Readings(ctx, tx, ids, layers...)
		if err != nil {
			return err
		}
		for i := range read { // all are there: it is one moment
			some[i].Reading = read[i]
			if err := each(&some[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

const evidencedQuery = `SELECT a.n, a.id, r.place, r.version,
	coalesce(c.leaf, -1), coalesce(c.id, ''), coalesce(c.sum, ''), coalesce(c.size, 0), coalesce(c.media, ''), coalesce(c.url, ''), coalesce(c.uuid, '')
	FROM articles a JOIN records r ON r.leaf = (SELECT max(leaf) FROM records WHERE article = a.n) LEFT JOIN captures c ON c.leaf = r.capture
	WHERE a.n > ? ORDER BY a.n LIMIT ?`

// evidenced are the next articles that are kept, without what was read of them; last is
// the key of the last one that was looked at, more whether there may be others.
func evidenced(ctx context.Context, tx *sql.Tx, after int64, keep func(string) bool) (out []ledger.Kept, last int64, more bool, err error) {
	rows, err := tx.QueryContext(ctx, evidencedQuery, after, together)
	if err != nil {
		return nil, after, false, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	n := 0
	for ; rows.Next(); n++ {
		var k ledger.Kept
		if err := rows.Scan(append([]any{&after, &k.Article, &k.Place, &k.ReadBy}, scan(&k.From)...)...); err != nil {
			return nil, after, false, err
		}
		if keep == nil || keep(k.Article) {
			out = append(out, k)
		}
	}
	return out, after, n == together, rows.Err()
}
