package identify

import (
	_ "embed"
	"sync"
	"unicode"
)

//go:embed languages.txt
var languages string

// loaded parses languages.txt when the first text comes.
var loaded = sync.OnceValue(func() parsed {
	p, err := parse(languages)
	return parsed{p, err}
})

// parsed is a profile and what was wrong with its file; a test holds that to nothing.
type parsed struct {
	profile *profile
	err     error
}

// script is a family of languages that compete; foreign letters are only counted.
type script uint8

const (
	arabic script = iota
	latin
	foreign
	scripts = 3
)

// Sizes of the tables.
const (
	maxCodes  = 6      // languages of a script
	maxSlots  = 160    // distinctive letters; slot 0 is for all others
	maxPrefix = 3      // letters of a prefix
	hashBits  = 11     // log2 of the places for words: at least twice as many as words
	tableEnd  = 0x0780 // Latin to the Arabic Supplement
	formStart = 0xFB50 // Arabic Presentation Forms-A and -B
	formEnd   = 0xFEFD
)

// row holds the weights of one letter, word or prefix for the languages of a script.
type row [foreign][maxCodes]int8

// kind is what a character does to the word being read.
type kind uint8

const (
	kindBreak kind = iota
	kindLetter
	kindMark
)

// char is what the table knows of a code point.
type char struct {
	fold   uint16
	slot   uint8 // of a distinctive letter, or 0
	kind   kind
	script script
	prefix uint8 // the length of the prefixes that begin with it, or 0
}

// profile is languages.txt, made ready for reading texts. It does not change after parse.
type profile struct {
	codes   [foreign][]string
	table   [tableEnd]char
	forms   [formEnd - formStart][2]uint16
	letters [maxSlots]row
	slots   int
	// Words and prefixes: an open hash table, in which hash 0 is an empty place.
	hashes [1 << hashBits]uint64
	rows   [1 << hashBits]row
	used   int
}

// newProfile returns a profile that knows what Unicode knows: letters, marks and case.
func newProfile() *profile {
	p := &profile{slots: 1}
	for r := rune(0); r < tableEnd; r++ {
		c := &p.table[r]
		c.fold = uint16(r)
		if lower := unicode.ToLower(r); lower < tableEnd { // that of U+023A is not
			c.fold = uint16(lower)
		}
		switch {
		case r == 0x0640 || unicode.Is(unicode.Mn, r): // tatweel, vowel signs
			c.kind = kindMark
		case unicode.IsLetter(r):
			c.kind = kindLetter
		}
		switch {
		case r < 0x0250:
			c.script = latin
		case r >= 0x0600 && r < 0x0700 || r >= 0x0750:
			c.script = arabic
		default:
			c.script = foreign
		}
	}
	return p
}

// find returns the weights under a hash, or nil.
func (p *profile) find(hash uint64) *row {
	i := p.place(hash)
	if p.hashes[i] != hash {
		return nil
	}
	return &p.rows[i]
}

// place returns where a hash is, or the empty place where it would be. The table is at
// most half full, so the search ends.
func (p *profile) place(hash uint64) uint64 {
	const last = 1<<hashBits - 1
	i := hash >> (64 - hashBits)
	for p.hashes[i&last] != 0 && p.hashes[i&last] != hash {
		i++
	}
	return i & last
}
