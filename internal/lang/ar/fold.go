// Package ar reads written Arabic: it folds spellings that differ only in habit,
// cuts a text into tokens and sentences with byte offsets, and gives every word its
// readings from the lexicon and a small conjugator.
//
// It promises that tokens come in order, never overlap, leave out nothing but white
// space and invisible signs, and that folding twice changes nothing. It does not
// disambiguate: a word keeps all its readings, and rules choose.
package ar

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Letters that the code names; all others stay in the lexicon.
const (
	alef       = 'ا'
	waw        = 'و'
	ya         = 'ي'
	ha         = 'ه'
	taMarbuta  = 'ة'
	ta         = 'ت'
	lam        = 'ل'
	hamza      = 'ء'
	tatweel    = 'ـ'
	lastAscii  = 0x7f
	superAlef  = 0x0670
	zwnj       = 0x200c
	zwj        = 0x200d
	bom        = 0xfeff
	softHyphen = 0x00ad
)

// letter classifies a rune inside a word: what it folds to, and whether it is
// dropped (marks, tatweel, invisible signs).
func letter(r rune) (to rune, drop bool) {
	switch {
	case r >= 'a' && r <= 'z':
		return r, false
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A', false
	case r <= lastAscii:
		return r, false
	}
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return alef, false
	case 'ى', 'ئ', 'ی', 'ې', 'ۍ', 'ێ':
		return ya, false
	case 'ؤ':
		return waw, false
	case 'ک', 'ڪ':
		return 'ك', false
	case 'ہ', 'ھ', 'ە':
		return ha, false
	case tatweel, superAlef, zwnj, zwj, bom, softHyphen:
		return 0, true
	}
	if isMark(r) || isBidi(r) {
		return 0, true
	}
	return r, false
}

// isMark reports whether r is a vowel mark or a Quranic sign.
func isMark(r rune) bool {
	return r >= 0x064b && r <= 0x065f || r >= 0x0610 && r <= 0x061a || r >= 0x06d6 && r <= 0x06ed && r != 0x06dd && r != 0x06de && r != 0x06e9
}

func isBidi(r rune) bool {
	return r == 0x061c || r >= 0x200e && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// isInvisible reports whether r takes no space of its own and belongs to no word.
func isInvisible(r rune) bool {
	return isBidi(r) || r == 0x200b || r == zwnj || r == zwj || r == bom || r == softHyphen || r == 0x2060 || r >= 0xfe00 && r <= 0xfe0f || r == 0x20e3
}

// isPresentation reports whether r is a positional form, to be taken apart first.
func isPresentation(r rune) bool {
	return r >= 0xfb50 && r <= 0xfdff && !isOrnament(r) || r >= 0xfe70 && r <= 0xfefc
}

// isOrnament reports whether r, among the presentation forms, is a sign of its own.
func isOrnament(r rune) bool { return r == 0xfd3e || r == 0xfd3f || r >= 0xfdf0 && r <= 0xfdff }

// Fold writes the folded form of word to dst: hamza and alef forms, alef maqsura and
// Persian letters as one, marks, tatweel and invisible signs dropped, presentation
// forms taken apart, Latin in lower case. Ta marbuta stays. Folding is idempotent.
func Fold(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		if c := word[i]; c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		switch {
		case r == utf8.RuneError:
			dst = append(dst, word[i:i+n]...)
		case isPresentation(r):
			for _, p := range norm.NFKC.String(word[i : i+n]) {
				dst = foldRune(dst, p)
			}
		default:
			dst = foldRune(dst, r)
		}
		i += n
	}
	return dst
}

func foldRune(dst []byte, r rune) []byte {
	if to, drop := letter(r); !drop {
		dst = utf8.AppendRune(dst, to)
	}
	return dst
}

// FoldString is Fold for one string.
func FoldString(word string) string { return string(Fold(nil, word)) }

// skipLetters is how many bytes of word hold its first n letters, as folded, with
// the marks that follow them.
func skipLetters(word string, n int) int {
	i := 0
	for i < len(word) {
		r, size := utf8.DecodeRuneInString(word[i:])
		k := 1
		if _, drop := letter(r); drop {
			k = 0
		} else if isPresentation(r) {
			k = utf8.RuneCountInString(FoldString(word[i : i+size]))
		}
		if k > 0 && n <= 0 {
			break
		}
		n -= k
		i += size
	}
	return i
}
