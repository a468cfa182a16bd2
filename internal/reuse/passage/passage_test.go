package passage

import (
	"slices"
	"testing"

	"riwaya"
)

// Spelling that folds to the same is the same, and marks, digits and signs do not matter.
func TestWords(t *testing.T) {
	of := func(s string) []uint32 {
		a := riwaya.Article{Text: s}
		var out []uint32
		for _, w := range Of(&a).Words {
			out = append(out, w.Hash)
			if w.Start >= w.End || int(w.End) > len(s) {
				t.Errorf("%q: a word at %d-%d", s, w.Start, w.End)
			}
		}
		return out
	}
	for _, pair := range [][2]string{
		{"أحمد إلى مُسْتَشْفى", "احمد الي مستشفي"}, {"«قال» 12,5", "قال ١٢.٥"}, {"كتـــاب", "كتاب"}, {"The BBC", "the bbc"}, {"قال\u200fهنا", "قالهنا"}, {"ﻛﺘﺎﺏ", "كتاب"},
	} {
		if !slices.Equal(of(pair[0]), of(pair[1])) {
			t.Errorf("%q and %q differ", pair[0], pair[1])
		}
	}
	if slices.Equal(of("كتب"), of("كتاب")) {
		t.Error("two words are one")
	}
}
