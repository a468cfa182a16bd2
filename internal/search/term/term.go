// Package term turns text into the terms that a search compares. One normaliser serves the
// index, the query and the marking of what was found, so that they cannot disagree.
//
// A term of an Arabic word is its stem (internal/lang/ar/stem); of any other word it is the
// word in small letters without marks. Every term has the bytes it was read from. A term
// holds letters and digits only: it needs no quoting beyond a pair of marks.
package term

import (
	"fmt"
	"io/fs"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"riwaya"
	"riwaya/internal/lang/ar/letters"
	"riwaya/internal/lang/ar/stem"
	"riwaya/lexicon"
)

// Terms makes terms. It is read only, and safe for use by many at a time.
type Terms struct {
	stems   *stem.Stemmer
	version string
}

// Load makes Terms from the lexicon's list of stems under root; the rest of the lexicon is
// not read.
func Load(root fs.FS) (*Terms, error) {
	s, err := lexicon.LoadStems(root)
	if err != nil {
		return nil, fmt.Errorf("term: %w", err)
	}
	return &Terms{stem.New(s), s.Version}, nil
}

// Version names the list of stems: with another, words may have other terms.
func (t *Terms) Version() string { return t.version }

// Term is one word as it is compared, and where it stands: byte offsets into the text.
type Term struct {
	Text string
	riwaya.Span
}

// Longest is how many bytes of a word count. What is longer is no word but an address or
// broken text; its beginning stands for it.
const Longest = 64

// Each calls see for every term of text, in order, until see returns false.
func (t *Terms) Each(text string, see func(Term) bool) {
	for at := 0; at < len(text); {
		word := next(text, at)
		if word.Len() == 0 {
			return
		}
		at = word.End
		if form := Normalise(word.Of(text)); form != "" && !see(Term{t.stems.Stem(form), word}) {
			return
		}
	}
}

// Of are the terms of text.
func (t *Terms) Of(text string) []Term {
	var all []Term
	t.Each(text, func(one Term) bool {
		all = append(all, one)
		return true
	})
	return all
}

// Append writes the terms of text to dst, a space after each.
func (t *Terms) Append(dst []byte, text string) []byte {
	t.Each(text, func(one Term) bool {
		dst = append(append(dst, one.Text...), ' ')
		return true
	})
	return dst
}

// script is what a rune can stand in a word with: Arabic and other letters are different
// words even when nothing is between them, as a name is that stands glued to ال.
type script int

const (
	none script = iota
	either
	arabic
	other
)

func scriptOf(r rune) script {
	switch {
	case r < utf8.RuneSelf:
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return other
		}
		if r >= '0' && r <= '9' {
			return either
		}
		return none
	case r >= 0x0621 && r <= 0x064a && r != letters.Tatweel:
		return arabic
	case unicode.IsMark(r), r == letters.Tatweel, letters.IsInvisible(r), unicode.IsDigit(r):
		return either
	case letters.IsOrnament(r), !unicode.IsLetter(r):
		return none
	case unicode.Is(unicode.Arabic, r):
		return arabic
	}
	return other
}

// next is the first word of text at or after byte at, of no length if there is none.
func next(text string, at int) riwaya.Span {
	start, in := -1, either
	for i := at; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		s := none
		if r != utf8.RuneError {
			s = scriptOf(r)
		}
		switch {
		case start < 0 && s != none:
			start, in = i, s
		case start < 0:
		case s == none || s != either && in != either && s != in:
			return riwaya.Span{Start: start, End: i}
		case s != either:
			in = s
		}
		i += n
	}
	if start < 0 {
		return riwaya.Span{Start: len(text), End: len(text)}
	}
	return riwaya.Span{Start: start, End: len(text)}
}

// Normalise is a word as it is compared before any ending is cut: Arabic letters folded,
// others small, marks and invisible signs dropped, digits those of ASCII, letters and digits
// only. What it yields it leaves as it is.
func Normalise(word string) string {
	if len(word) > Longest {
		word = word[:boundary(word, Longest)]
	}
	if simple(word) {
		return letters.FoldString(word)
	}
	// Small letters of decomposed ones can be decomposed again, so it goes on until
	// nothing changes; for the letters of any living language that is at once.
	for range 4 {
		to := normalise(word)
		if to == word {
			break
		}
		word = to
	}
	return word
}

func normalise(word string) string {
	out := make([]byte, 0, len(word))
	for _, r := range norm.NFKD.String(word) {
		r = unicode.ToLower(r)
		if unicode.IsDigit(r) {
			r = digit(r)
		}
		to, drop := letters.Letter(r)
		if drop || !unicode.IsLetter(to) && !unicode.IsDigit(to) {
			continue
		}
		out = utf8.AppendRune(out, to)
	}
	if len(out) > Longest {
		out = out[:boundary(string(out), Longest)]
	}
	return string(out)
}

// digit is a decimal digit of any script as ASCII writes it. Unicode lays the ten of each
// script side by side from a nought whose place is a multiple of two, and says their values
// only in a table that Go has not; the first of a run is found by walking back.
func digit(r rune) rune {
	n := rune(0)
	for n < 9 && unicode.IsDigit(r-n-1) {
		n++
	}
	return '0' + n
}

// simple reports whether folding alone normalises a word: ASCII, and Arabic letters with
// their vowel marks.
func simple(word string) bool {
	for i := 0; i < len(word); {
		if word[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		if !(r >= 0x0621 && r <= 0x0652) || r > 0x063a && r < 0x0640 {
			return false
		}
		i += n
	}
	return true
}

// boundary is the last start of a character at or before byte n.
func boundary(s string, n int) int {
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}
