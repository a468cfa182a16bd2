package ar

import (
	"strings"

	"riwaya/internal/lang/ar/letters"
)

// Spelling folds a name as texts are folded and takes the article off each of its words.
// article says that the first word had one.
func Spelling(name string) (text string, article bool) {
	words := strings.Fields(letters.FoldString(name))
	for i, w := range words {
		words[i] = letters.Bare(w)
		article = article || i == 0 && words[i] != w
	}
	return strings.Join(words, " "), article
}

// PlaceName folds the name of a place in a list of other people, its hyphens as spaces; ok
// is false for one that is not written in plain Arabic letters: see [letters.IsName].
func PlaceName(name string, persian bool) (text string, article, ok bool) {
	name = strings.TrimSpace(strings.ReplaceAll(name, "-", " "))
	if !letters.IsName(name, persian) {
		return "", false, false
	}
	text, article = Spelling(name)
	return text, article, true
}
