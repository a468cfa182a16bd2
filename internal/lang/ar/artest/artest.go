// Package artest gives tests of the finders Arabic as the program reads it: the lexicon
// that is built in. Only tests import it.
package artest

import (
	"testing"

	"riwaya/internal/lang/ar"
	"riwaya/lexicon"
)

// Load is the lexicon and the language made from it; the test ends where either fails.
func Load(t testing.TB) (*lexicon.Lexicon, *ar.Language) {
	t.Helper()
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	l, err := ar.New(lx)
	if err != nil {
		t.Fatal(err)
	}
	return lx, l
}
