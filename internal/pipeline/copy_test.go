package pipeline

import (
	"context"
	"database/sql"
	"errors"
)

// copyStore copies a store that is open, as of its last transaction.
func copyStore(from, to string) (err error) {
	db, err := sql.Open("sqlite", "file:"+from)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	_, err = db.ExecContext(context.Background(), "VACUUM INTO ?", to)
	return err
}
