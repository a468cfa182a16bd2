// Package result goes through the rows that a query of SQL gives.
package result

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
)

// Rows calls each for every row of a query.
func Rows(ctx context.Context, db interface {
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}, each func(scan func(...any) error) error, query string, args ...any) error {
	all, err := db.QueryContext(ctx, query, args...)
	return Through(all, err, each)
}

// Through calls each for every row of what was asked for.
func Through(all *sql.Rows, err error, each func(scan func(...any) error) error) error {
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

// Decoded reads the JSON that is the one column of a row, and adds it to what there is.
func Decoded[T any](to *[]T) func(scan func(...any) error) error {
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
