package passage

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/lang/ar/letters"
)

// Word is one word of a report as it is compared, and where it stands in the text. Letters are
// folded and small, marks and invisible signs left out, digits those of ASCII; no ending is cut,
// for a passage that was pasted has its endings. Of the 64 bits that the form is hashed to, 32 are
// kept, the last of them for whether it is a number: nothing is ever found by one word, and five in
// a row are 160 bits.
type Word struct {
	Hash       uint32
	Start, End uint32 // bytes
}

// Number reports whether a word is of digits alone.
func (w Word) Number() bool { return w.Hash&1 != 0 }

// most is how many words of a report count. What is longer is a book; its beginning stands for it.
const most = 1 << 15

// Text is a report as words.
type Text struct {
	Words      []Word
	Paragraphs []int    // the first word of each
	Quotes     [][2]int // words, from and to, in quotation marks or the brackets of scripture
}

// Of are the words of a report below its title.
func Of(a *riwaya.Article) Text {
	s := scanner{Text: Text{Words: make([]Word, 0, len(a.Text)/10)}}
	for part := range a.BelowTitle() {
		s.scan(a.Text, part)
	}
	return s.Text
}

// Hashes are the words of a few words, as those of a text are hashed.
func Hashes(text string) (out []uint32) {
	var s scanner
	s.scan(text, riwaya.Span{End: len(text)})
	for _, w := range s.Words {
		out = append(out, w.Hash)
	}
	return out
}

// Within are the words, from and to, that stand in a span of the text.
func Within(words []Word, s riwaya.Span) (from, to int) {
	at := func(byte int) int {
		i, _ := slices.BinarySearchFunc(words, byte, func(w Word, at int) int { return int(w.Start) - at })
		return i
	}
	return at(s.Start), at(s.End)
}

type scanner struct {
	Text
	open int // 1 + the word that a quotation begins with, 0 outside one
}

// longest is how many words a quotation has at most: where its end is missing, it has none.
const longest = 150

// quote takes a mark that may open or close a quotation.
func (s *scanner) quote(r rune) {
	switch r {
	case '«', '“', '„', '‹', '﴿', '〝':
		s.open = len(s.Words) + 1
	case '"', '»', '”', '›', '﴾', '〞':
		if n := len(s.Words) - s.open + 1; s.open > 0 && n <= longest {
			s.Quotes = append(s.Quotes, [2]int{s.open - 1, len(s.Words)})
			s.open = 0
		} else if s.open = 0; r == '"' {
			s.open = len(s.Words) + 1
		}
	case '\n':
		s.open = 0
	}
}

// scan appends the words of one part of a text.
func (s *scanner) scan(text string, part riwaya.Span) {
	const none = -1
	start, kept, broke, digits := none, 0, true, true
	h := uint64(basis)
	for i := part.Start; i <= part.End; {
		if i+1 < part.End {
			if f := letters.Folded(text[i], text[i+1]); f != 0 { // nearly all there is
				if start == none {
					start, h = i, basis
				}
				h, digits = (h^plain(f))*prime, false
				i += 2
				kept = i
				continue
			}
		}
		r, n := rune(' '), 1
		if i < part.End {
			r, n = utf8.DecodeRuneInString(text[i:part.End])
		}
		switch {
		case letters.IsInvisible(r) || r == letters.Tatweel || unicode.IsMark(r):
			i += n // inside a word it is left out, outside one it is nothing
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if start == none {
				start, h, digits = i, basis, true
			}
			digits = digits && unicode.IsDigit(r)
			h = fold(h, r, text[i:i+n])
			kept = i + n
		default:
			if start != none && len(s.Words) < most {
				if broke {
					s.Paragraphs, broke = append(s.Paragraphs, len(s.Words)), false
				}
				s.Words = append(s.Words, Word{hashed(h, digits), uint32(start), uint32(kept)})
			}
			start = none
			broke = broke || r == '\n'
			s.quote(r)
		}
		i += n
	}
}

// hashed is what is kept of the hash of a word.
func hashed(h uint64, digits bool) uint32 {
	out := uint32(mix(h)) &^ 1
	if digits {
		out |= 1
	}
	return out
}

// basis and prime are those of FNV-1a with 64 bits, taken over folded letters instead of bytes.
const (
	basis = 0xcbf29ce484222325
	prime = 0x100000001b3
)

// plain is the letter whose number letters.Folded gives: Hamza to Ghain, then Feh to Yeh.
func plain(n uint64) uint64 {
	if n < 27 {
		return 0x620 + n
	}
	return 0x641 + n - 27
}

// fold adds a letter or digit to the hash of a word.
func fold(h uint64, r rune, as string) uint64 {
	switch {
	case r < utf8.RuneSelf:
		return (h ^ uint64(unicode.ToLower(r))) * prime
	case letters.IsPresentation(r):
		for _, p := range letters.FoldString(as) {
			h = (h ^ uint64(p)) * prime
		}
		return h
	case r >= 0x660 && r <= 0x669:
		r = '0' + r - 0x660
	case r >= 0x6f0 && r <= 0x6f9:
		r = '0' + r - 0x6f0
	default:
		to, drop := letters.Letter(r)
		if drop {
			return h
		}
		r = unicode.ToLower(to)
	}
	return (h ^ uint64(r)) * prime
}

// mix spreads the bits of a hash: the last step of MurmurHash3, by Austin Appleby, public domain.
func mix(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
