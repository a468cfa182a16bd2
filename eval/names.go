package eval

import (
	"strings"
	"unicode"
)

// titles are words of a name that say nothing about whose it is.
const titles = " the of al in and for president minister king prince sheikh general dr mr mrs "

// normal is a name as names are compared: case folded, vowel signs and tatweel
// gone, letters that writers confuse made one, everything between words one space.
func normal(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range fold(s) {
		switch r {
		case 'أ', 'إ', 'آ', 'ٱ':
			r = 'ا'
		case 'ى':
			r = 'ي'
		case 'ة':
			r = 'ه'
		}
		switch {
		case r >= 0x64B && r <= 0x652 || r == 0x640:
		case !isWord(r):
			gap = true
		default:
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isWord is \w of Python's regular expressions. Unlike Go's letters and digits it
// has every number and the underscore, and no combining mark.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }

// sameName reports whether two names are likely one actor's: equal, or one of two
// words and more inside the other, or three words in four the same.
func sameName(a, b string) bool {
	a, b = normal(a), normal(b)
	if a == "" || b == "" {
		return false
	}
	if a == b {
		return true
	}
	x, y := nameWords(a), nameWords(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	shared := 0
	for w := range x {
		if y[w] {
			shared++
		}
	}
	if len(x) >= 2 && shared == len(x) {
		return true
	}
	return float64(shared)/float64(max(1, len(x)+len(y)-shared)) >= 0.75
}

func nameWords(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		if !strings.Contains(titles, " "+w+" ") {
			out[w] = true
		}
	}
	return out
}
