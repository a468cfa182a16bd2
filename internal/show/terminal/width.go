// Package terminal knows what a terminal shows of a text: how many columns its words take, which
// way they run, and which signs must not reach it.
package terminal

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/width"
)

// Narrowest is the least width that lines are laid out for.
const Narrowest = 20

// The isolates of the Unicode Bidirectional Algorithm (UAX #9, 2.4): what stands
// between them takes its direction from itself, and changes nothing around it.
const (
	FirstStrong = "\u2068"
	Pop         = "\u2069"
)

// Isolate is s between isolates where it has letters that run from right to left, and
// s where it has none. Signs that control terminals or turn text are left out.
func Isolate(s string) string {
	s = Plain(s)
	if !Turns(s) {
		return s
	}
	return FirstStrong + s + Pop
}

// Plain is s on one line, its runs of white space one space each, without control
// characters, marks of direction and other signs that show nothing.
func Plain(s string) string {
	return strings.Join(strings.Fields(strings.Map(Visible, s)), " ")
}

// Visible drops what must not reach a terminal. Joiners stay: Persian words need them.
func Visible(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case r == 0x200c, r == 0x200d:
		return r
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Cs, unicode.Co):
		return -1
	}
	return r
}

// Turns reports whether s has a letter that runs from right to left.
func Turns(s string) bool {
	for _, r := range s {
		if r < 0x590 { // nothing below Hebrew does
			continue
		}
		if p, _ := bidi.LookupRune(r); p.Class() == bidi.R || p.Class() == bidi.AL {
			return true
		}
	}
	return false
}

// Columns is how many columns of a terminal s takes. Marks take none, the wide letters
// of East Asia and emoji two (UAX #11).
func Columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// Cut splits off the longest beginning of a word that fits n columns: at least one
// letter, with the marks that stand on it.
func Cut(word string, n int) (head, rest string) {
	used := 0
	for i, r := range word {
		w := runeColumns(r)
		if i > 0 && w > 0 && used+w > n {
			return word[:i], word[i:]
		}
		used += w
	}
	return word, ""
}
