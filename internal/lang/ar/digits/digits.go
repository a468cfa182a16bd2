// Package digits finds where a number written in digits ends: which marks and letters between digits
// belong to one number.
package digits

import (
	"unicode/utf8"

	"riwaya/internal/digit"
	"riwaya/internal/lang/ar/letters"
)

// Is reports whether r is a digit of European, Arabic or Persian script.
func Is(r rune) bool {
	_, ok := digit.Value(r)
	return ok
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
	case '.', ',', ':', digit.Decimal, digit.Thousands:
		r, _ := utf8.DecodeRuneInString(rest)
		return Is(r)
	case digit.Comma: // thousands with three digits behind it, else a fraction; in a list a space stands behind it
		n := run(rest)
		return n > 0 && n <= 3
	case digit.Agency: // no letter of a word
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
