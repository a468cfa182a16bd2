package privacy

import (
	"unicode"
	"unicode/utf8"

	"riwaya/internal/lang/ar/letters"
)

// boundary reports whether byte i of s stands between two words. Arabic glues short
// words on in front, so that a name behind them counts as whole.
func boundary(s string, i int) bool {
	if i == len(s) {
		return true
	}
	if r, _ := utf8.DecodeRuneInString(s[i:]); i > 0 && !letter(r) {
		return true
	}
	return letters.Begins(s, i)
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }
