package extract

import (
	"strings"
	"unicode"
)

// Squeeze is s on one line, its runs of white space one space each, without marks
// that show nothing at its ends.
func Squeeze(s string) string {
	return strings.TrimFunc(strings.Join(strings.Fields(s), " "), invisible)
}

// Blank reports whether s shows nothing.
func Blank(s string) bool { return strings.TrimFunc(s, invisible) == "" }

// invisible marks are white space, the byte order mark, and characters that join,
// separate or turn others.
func invisible(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

// letters counts the letters of s.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
