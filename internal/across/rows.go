package across

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
)

// rows calls each for every row of a query.
func rows(ctx context.Context, db interface {
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}, each func(scan func(...any) error) error, query string, args ...any) error {
	all, err := db.QueryContext(ctx, query, args...)
	return through(all, err, each)
}

// through calls each for every row of what was asked for.
func through(all *sql.Rows, err error, each func(scan func(...any) error) error) error {
	if err != nil {
		return err
	}
	for all.Next() {
		if err := each(all.Scan); err != nil {
			return errors.Join(err, all.Close())
		}
	}
	return errors.Join(all.Err(), all.Close())
}

// decoded reads the JSON that is the one column of a row, and adds it to what there is.
func decoded[T any](to *[]T) func(scan func(...any) error) error {
	return func(scan func(...any) error) error {
		var data string
		var one T
		if err := scan(&data); err != nil {
			return err
		}
		err := json.Unmarshal([]byte(data), &one)
		*to = append(*to, one)
		return err
	}
}
