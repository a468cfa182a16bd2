package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite/tables"
)

// Latest are the leaves of the last review and of the last withdrawal, 0 where there is none: what
// changes what is shown of articles that were there before. It costs two looks at the end of a table.
func (s *Store) Latest(ctx context.Context) (review, withdrawal int64, err error) {
	_, err = s.one(ctx, []any{&review, &withdrawal}, "SELECT (SELECT coalesce(max(leaf), 0) FROM reviews), (SELECT coalesce(max(leaf), 0) FROM withdrawals)")
	return review, withdrawal, err
}

// Reviews are the reviews there are, in the order of the log, those that were taken back and
// those that took them back among them.
func (s *Store) Reviews(ctx context.Context) (out []ledger.Review, err error) {
	rows, err := s.read.QueryContext(ctx, "SELECT "+strings.Join(tables.Reviews.Columns, ",")+" FROM reviews ORDER BY leaf")
	if err != nil {
		return nil, explain(err)
	}
	defer func() { err = explain(errors.Join(err, rows.Close())) }()
	for rows.Next() {
		var r ledger.Review
		var at string
		var value sql.NullString
		if err := rows.Scan(&r.Leaf, &at, &r.Who, &r.About, &r.Verdict, &value, &r.Note, &r.Undoes); err != nil {
			return nil, err
		}
		if value.Valid {
			r.Value = []byte(value.String)
		}
		if r.At, err = time.Parse(time.RFC3339, at); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, rows.Err()
}
