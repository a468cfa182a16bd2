package across

import (
	"context"
	"database/sql"
	"errors"
)

// rows calls each for every row of a query.
func rows(ctx context.Context, db interface {
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}, each func(scan func(...any) error) error, query string, args ...any) (err error) {
	all, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, all.Close()) }()
	for all.Next() {
		if err := each(all.Scan); err != nil {
			return err
		}
	}
	return all.Err()
}
