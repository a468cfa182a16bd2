package letters

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What may be glued on in front of a word: a conjunction and a preposition, or the
// particle of calling, which is often written without its space.
const (
	glued   = 2
	clitics = "وفبلكأ"
	calling = "يا"
)

// Begins reports whether a word begins at byte i of s, alone or behind what may be glued on
// in front of it.
func Begins(s string, i int) bool {
	for n := 0; i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		switch {
		case unicode.Is(unicode.Mn, r): // a vowel mark is of the letter before it
		case !unicode.IsLetter(r):
			return true
		case n == 0 && strings.HasSuffix(s[:i], calling):
			n, size = glued, len(calling)
		case n == glued || !strings.ContainsRune(clitics, r):
			return false
		default:
			n++
		}
		i -= size
	}
	return true
}

// WithArticle is a noun phrase whose article is written whole, from what is left of it
// behind the preposition that takes its first letter.
func WithArticle(rest string) string {
	if !strings.HasPrefix(rest, "ل") {
		return rest
	}
	return "ا" + rest
}
