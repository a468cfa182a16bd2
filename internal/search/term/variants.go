package term

import (
	"slices"

	"riwaya/internal/lang/ar/stem"
)

// Variants are the terms of a word under the spellings that foreign names have in Arabic,
// its own first.
func (t *Terms) Variants(word string) []string {
	var out []string
	for _, w := range stem.Variants(Normalise(word)) {
		if s := t.stems.Stem(w); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// Prefixed are the terms that a term has behind a preposition that is written in one with
// it; none for most scripts.
func (t *Terms) Prefixed(term string) []string { return t.stems.Prefixed(term) }
