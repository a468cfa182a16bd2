package event_test

import (
	"testing"

	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/read"
)

// newReader reads as the program does: events stand on all other layers.
func newReader(t testing.TB) *read.Reader {
	t.Helper()
	lx, _ := artest.Load(t)
	r, err := read.New(lx)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
