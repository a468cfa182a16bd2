// Package readtest gives tests of what stands beneath the finders of happenings a text with the
// record that these see: as all finders read it. Only tests import it.
package readtest

import (
	"testing"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/lang/ar"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/read"
	"riwaya/lexicon"
)

// Scene reads texts with the lexicon that is built in.
type Scene struct {
	Lexicon *lexicon.Lexicon
	Arabic  *ar.Language
	reader  *read.Reader
}

// New makes one; the test ends where that fails.
func New(t testing.TB) *Scene {
	t.Helper()
	lx, l := artest.Load(t)
	r, err := read.New(lx)
	if err != nil {
		t.Fatal(err)
	}
	return &Scene{lx, l, r}
}

// Show calls see with a text, cut into words, and its record. Neither is valid afterwards.
func (s *Scene) Show(text string, see func(*lang.Text, *riwaya.Record)) {
	rec := s.reader.Read(riwaya.Article{ID: riwaya.TextID(text), Text: text, Language: "ar"})
	t := s.Arabic.Parse(text)
	defer s.Arabic.Release(t)
	see(t, &rec)
}
