package shelf

import (
	"context"

	sharing "riwaya/internal/outlet"
)

// Shares say what outlets have from others.
func (s *Shelf) Shares(ctx context.Context) (*sharing.All, error) {
	return s.shares.get(ctx, s.key(), func() (*sharing.All, error) { return sharing.Sum(ctx, s.Found, s.Store) })
}
