package shelf

import (
	"context"
	"fmt"
)

// Remember is what a page made under a key for the ledger as it is now, made where it is not there:
// what costs more than a page may, and is asked for again. It must not be changed afterwards, and is
// of no language, so that all pages have the same.
func Remember[T any](ctx context.Context, s *Shelf, key string, fill func() (*T, error)) (*T, error) {
	v, err := s.made.get(ctx, s.key()+" "+key, func() (any, error) { return fill() })
	if err != nil {
		return nil, err
	}
	out, ok := v.(*T)
	if !ok {
		return nil, fmt.Errorf("%q is remembered as something else: %T", key, v)
	}
	return out, nil
}

// madeKept is how much of it is kept: some 100 KB each at most.
const madeKept = 128
