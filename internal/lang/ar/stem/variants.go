package stem

import (
	"slices"
	"strings"
)

// sounds are the letters that newsrooms choose between for the g of other languages.
var sounds = [...]string{"غ", "ج", "ق"}

// finals are what a foreign name in -a may end in.
var finals = [...]string{"ا", "ه", "ة"}

// Variants are the folded spellings that a foreign name may have where word is one of them,
// word first: every غ, ج or ق the same other one, a last ا, ه or ة another. They are for a
// query that asks for them: in words of the language these letters make other words.
func Variants(word string) []string {
	if !plain(word) {
		return []string{word}
	}
	all := []string{word}
	for _, from := range sounds {
		for _, to := range sounds {
			all = append(all, strings.ReplaceAll(word, from, to))
		}
	}
	for _, w := range slices.Clone(all) {
		for _, from := range finals {
			if r, ok := strings.CutSuffix(w, from); ok && len(r) >= 2*letter {
				for _, to := range finals {
					all = append(all, r+to)
				}
			}
		}
	}
	var out []string
	for _, w := range all {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// prepositions are glued to the noun that they govern, where it has no article.
var prepositions = [...]string{"ب", to}

// Prefixed are the stems that word, itself a stem, has behind a glued preposition. An index
// keeps those apart, since a word's own first letter looks the same; a query asks for both.
// A stem of two letters has none: too many words would be taken for it.
func (s *Stemmer) Prefixed(word string) []string {
	if !plain(word) || len(word) < 3*letter {
		return nil
	}
	var out []string
	for _, p := range prepositions {
		if w := p + word; !s.IsBeginning(w) {
			out = append(out, w)
		}
	}
	return out
}
