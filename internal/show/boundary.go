package show

import (
	"unicode"
	"unicode/utf8"
)

// boundary reports whether byte i of s stands between two words. Arabic glues short
// words on in front, so that a name behind one or two letters counts as whole.
func boundary(s string, i int) bool {
	if i == len(s) {
		return true
	}
	if r, _ := utf8.DecodeRuneInString(s[i:]); i > 0 && !letter(r) {
		return true
	}
	for n := 0; n <= glued && i > 0; n++ {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if !letter(r) {
			return true
		}
		i -= size
	}
	return i == 0
}

// glued is how many letters may be glued on in front of a word: a conjunction and a
// preposition.
const glued = 2

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }
