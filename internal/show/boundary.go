package show

import (
	"strings"
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
	for n := 0; i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		switch {
		case !letter(r):
			return true
		case unicode.Is(unicode.Mn, r): // a vowel mark is of the letter before it
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

// glued is how many letters may be glued on in front of a word, a conjunction and a
// preposition; clitics are all that can be, and calling is whom one calls to, often written
// without the space.
const (
	glued   = 2
	clitics = "وفبلكأ"
	calling = "يا"
)

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }
