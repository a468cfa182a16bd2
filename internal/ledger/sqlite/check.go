package sqlite

import (
	"context"
	"slices"

	"riwaya/internal/ledger"
)

// Check says what differs between the rows of a change and those there are.
func (s *Store) Check(ctx context.Context, c ledger.Change) ([]string, error) {
	wrong, err := s.check.Change(ctx, c)
	return wrong, explain(err)
}

// Pass remembers that a leaf may have made anything.
func (s *Store) Pass(leaf int64) { s.check.Pass(leaf) }

// Sound looks for damage of the file, and for rows that no leaf has made.
func (s *Store) Sound(ctx context.Context) ([]string, error) {
	wrong, err := s.texts(ctx, "PRAGMA integrity_check(20)")
	if err != nil {
		return nil, err
	}
	if !slices.Equal(wrong, []string{"ok"}) {
		return wrong, nil // what more is read of it proves nothing
	}
	wrong, err = s.check.Unmade(ctx)
	return wrong, explain(err)
}
