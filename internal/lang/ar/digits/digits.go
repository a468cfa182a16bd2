// Package digits finds where a number written in digits ends: which marks and letters between digits
// belong to one number.
package digits

import (
	"unicode/utf8"

	"riwaya/internal/lang/ar/letters"
)

// Separators that stand nowhere else between digits, and those that need a look at what follows.
const (
	decimal   = 0x66b
	thousands = 0x66c
	comma     = 0x60c // as on an Arabic keyboard
	agency    = 0x631 // the letter by which agencies part a fraction from its whole
)

// Is reports whether r is a digit of European, Arabic or Persian script.
func Is(r rune) bool {
	return r >= '0' && r <= '9' || r >= 0x660 && r <= 0x669 || r >= 0x6f0 && r <= 0x6f9
}

// Len is the length in bytes of the number at the beginning of text, 0 if there is none.
func Len(text string) int {
	i := 0
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !Is(r) && (i == 0 || !parts(r, text[i+n:])) {
			break
		}
		i += n
	}
	return i
}

// parts reports whether a sign parts the digits before it from those with which rest begins.
func parts(sign rune, rest string) bool {
	switch sign {
	case '.', ',', ':', decimal, thousands:
		r, _ := utf8.DecodeRuneInString(rest)
		return Is(r)
	case comma: // thousands with three digits behind it, else a fraction; in a list a space stands behind it
		n := run(rest)
		return n > 0 && n <= 3
	case agency: // no letter of a word
		n := run(rest)
		if n == 0 {
			return false
		}
		for range n {
			_, size := utf8.DecodeRuneInString(rest)
			rest = rest[size:]
		}
		r, _ := utf8.DecodeRuneInString(rest)
		return !letters.IsLetter(r)
	}
	return false
}

// run is how many digits text begins with.
func run(text string) int {
	n := 0
	for _, r := range text {
		if !Is(r) {
			break
		}
		n++
	}
	return n
}
