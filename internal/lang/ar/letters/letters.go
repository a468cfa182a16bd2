// Package letters folds written Arabic: spellings that differ only in habit become one.
// It promises that folding twice changes nothing, and knows no words.
package letters

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Letters that code names; all others stay in the lexicon.
const (
	Alef      = 'ا'
	Waw       = 'و'
	Ya        = 'ي'
	Ha        = 'ه'
	TaMarbuta = 'ة'
	Ta        = 'ت'
	Lam       = 'ل'
	Hamza     = 'ء'
	Tatweel   = 'ـ'
)

// Signs inside words.
const (
	lastASCII  = 0x7f
	SuperAlef  = 0x0670
	ZWNJ       = 0x200c
	ZWJ        = 0x200d
	BOM        = 0xfeff
	SoftHyphen = 0x00ad
)

// Letter classifies a rune inside a word: what it folds to, and whether it is
// dropped (marks, tatweel, invisible signs).
func Letter(r rune) (to rune, drop bool) {
	switch {
	case r >= 'a' && r <= 'z':
		return r, false
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A', false
	case r <= lastASCII:
		return r, false
	}
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return Alef, false
	case 'ى', 'ئ', 'ی', 'ې', 'ۍ', 'ێ':
		return Ya, false
	case 'ؤ':
		return Waw, false
	case 'ک', 'ڪ':
		return 'ك', false
	case 'ہ', 'ھ', 'ە':
		return Ha, false
	case Tatweel, SuperAlef, ZWNJ, ZWJ, BOM, SoftHyphen:
		return 0, true
	}
	if IsMark(r) || IsBidi(r) {
		return 0, true
	}
	return r, false
}

// IsMark reports whether r is a vowel mark or a Quranic sign.
func IsMark(r rune) bool {
	return r >= 0x064b && r <= 0x065f || r >= 0x0610 && r <= 0x061a || r >= 0x06d6 && r <= 0x06ed && r != 0x06dd && r != 0x06de && r != 0x06e9
}

func IsBidi(r rune) bool {
	return r == 0x061c || r >= 0x200e && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// IsInvisible reports whether r takes no space of its own and belongs to no word.
func IsInvisible(r rune) bool {
	return IsBidi(r) || r == 0x200b || r == ZWNJ || r == ZWJ || r == BOM || r == SoftHyphen || r == 0x2060 || r >= 0xfe00 && r <= 0xfe0f || r == 0x20e3
}

// IsPresentation reports whether r is a positional form, to be taken apart first.
func IsPresentation(r rune) bool {
	return r >= 0xfb50 && r <= 0xfdff && !IsOrnament(r) || r >= 0xfe70 && r <= 0xfefc
}

// IsOrnament reports whether r, among the presentation forms, is a sign of its own.
func IsOrnament(r rune) bool { return r == 0xfd3e || r == 0xfd3f || r >= 0xfdf0 && r <= 0xfdff }

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
		case IsPresentation(r):
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
	if to, drop := Letter(r); !drop {
		dst = utf8.AppendRune(dst, to)
	}
	return dst
}

// FoldString is Fold for one string.
func FoldString(word string) string {
	if plain(word) {
		return word
	}
	var buf [64]byte
	return string(Fold(buf[:0], word))
}

// plain reports whether a word surely folds to itself: it has only Arabic letters that
// do, as the two bytes that UTF-8 has for them, spaces, digits and small Latin letters.
func plain(word string) bool {
	for i := 0; i < len(word); {
		a := word[i]
		if a < utf8.RuneSelf && !(a >= 'A' && a <= 'Z') {
			i++
			continue
		}
		if i+1 == len(word) {
			return false
		}
		switch b := word[i+1]; {
		case a == 0xd8 && (b == 0xa1 || b >= 0xa7 && b <= 0xba):
		case a == 0xd9 && b >= 0x81 && b <= 0x8a && b != 0x89:
		default:
			return false
		}
		i += 2
	}
	return true
}

// Skip is how many bytes of word hold its first n letters, as folded, with
// the marks that follow them.
func Skip(word string, n int) int {
	i := 0
	for i < len(word) {
		r, size := utf8.DecodeRuneInString(word[i:])
		k := 1
		if _, drop := Letter(r); drop {
			k = 0
		} else if IsPresentation(r) {
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

// IsName reports whether a name is written in the plain letters of Arabic, as names of
// other languages of its script often are not. persian allows its kaf and ya, which
// folding makes the Arabic ones.
func IsName(name string, persian bool) bool {
	n := 0
	for _, r := range name {
		switch {
		case r >= 0x0621 && r <= 0x063a || r >= 0x0641 && r <= 0x064a:
			n++
		case r == ' ' || r == '-' || r == Tatweel || r == ZWNJ || IsMark(r) || IsBidi(r):
		case persian && unicode.Is(unicode.Arabic, r):
			to, _ := Letter(r)
			if to == r {
				return false
			}
			n++
		default:
			return false
		}
	}
	return n > 1
}
