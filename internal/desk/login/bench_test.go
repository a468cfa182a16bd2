package login

import (
	"context"
	"testing"
)

// BenchmarkHash says how long one guess takes at the cost that is usual.
func BenchmarkHash(b *testing.B) {
	h := newHasher(Recommended)
	for b.Loop() {
		if _, _, err := h.fits(context.Background(), "", good); err != nil {
			b.Fatal(err)
		}
	}
}
