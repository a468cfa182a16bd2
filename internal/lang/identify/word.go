package identify

import "unicode"

// word is a word in the course of being read. Only its hash is kept, and its first and
// last letters, folded.
type word struct {
	hash   uint64
	start  uint64 // the first letters, 16 bits each, the first lowest
	length int
	last   uint16
}

// hashSeed and hashPrime are those of 64-bit FNV-1a, which is used here by letter.
const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
	// prefixMark keeps prefixes from being taken for words.
	prefixMark = 0x5bd1e995_9d1b54a3
)

// push lengthens a word by a folded letter.
func (w *word) push(folded uint16) {
	w.hash = (w.hash ^ uint64(folded)) * hashPrime
	if w.length < maxPrefix {
		w.start |= uint64(folded) << (16 * w.length & 63)
	}
	w.length++
	w.last = folded
}

// prefixHash returns the hash of the first n letters as a prefix.
func (w word) prefixHash(n int) uint64 {
	hash := uint64(hashSeed)
	for start := w.start; n > 0; n-- {
		hash = (hash ^ (start & 0xFFFF)) * hashPrime
		start >>= 16
	}
	return hash ^ prefixMark
}

// Code points that have a part of their own.
const (
	heh                = '\u0647'
	zeroWidthNonJoiner = '\u200C'
)

// Characters of the table that stand for those beyond it: nothing is known of them but
// what they are.
const (
	aBreak       = ' '
	aMark        = '\u0640' // tatweel
	anArabic     = '\u066E' // dotless beh
	aLatin       = '\u0180' // b with stroke
	foreignOther = '\u03B1' // alpha
)

// narrow returns what a code point beyond the table counts as: for the shaped letters
// of old files and PDFs one or two letters, for all others one character and 0.
func (p *profile) narrow(r rune, last uint16) (first, second rune) {
	switch {
	case r >= formStart && r < formEnd:
		shaped := p.forms[r-formStart]
		return rune(shaped[0]), rune(shaped[1]) // 0, which breaks words, if unknown
	case r == zeroWidthNonJoiner:
		// After heh it spells the Sorani vowel ae; elsewhere it parts a Persian word
		// from its ending.
		if last == heh {
			return aMark, 0
		}
		return aBreak, 0
	case r >= 0x200D && r <= 0x200F, r >= 0x202A && r <= 0x202E,
		r >= 0x2060 && r <= 0x2069, r == 0xFEFF:
		return aMark, 0 // the joiner, direction marks, the byte order mark
	case !unicode.IsLetter(r):
		return aBreak, 0
	case r >= 0x08A0 && r <= 0x08FF:
		return anArabic, 0
	case r >= 0x1E00 && r <= 0x1EFF:
		return aLatin, 0
	}
	return foreignOther, 0
}
