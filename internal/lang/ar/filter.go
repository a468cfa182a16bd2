package ar

import (
	"hash/maphash"
	"math/bits"

	"riwaya/internal/lang"
)

// filter says of nearly every string that is no key of a map that it is none. Analysis
// asks for dozens of stems that do not exist for each that does, and a map takes many
// times as long to say so.
type filter struct {
	seed maphash.Seed
	bits []uint64
}

// newFilter makes a filter for n strings, with some sixteen bits for each.
func newFilter(n int) filter {
	return filter{maphash.MakeSeed(), make([]uint64, 1<<bits.Len(uint(n/4)))}
}

func (f *filter) add(s string) {
	h := maphash.String(f.seed, s)
	f.bits[h>>6&uint64(len(f.bits)-1)] |= 1 << (h & 63)
}

// may reports whether s was perhaps added; false is sure.
func (f *filter) may(s string) bool {
	h := maphash.String(f.seed, s)
	return f.bits[h>>6&uint64(len(f.bits)-1)]&(1<<(h&63)) != 0
}

// stem are the entries with that stem.
func (l *Language) stem(text string) []int32 {
	if !l.listed.may(text) {
		return nil
	}
	return l.stems[text]
}

// phrase are the phrases whose first word that is.
func (l *Language) phrase(first string) []lang.Phrase {
	if !l.listed.may(first) {
		return nil
	}
	return l.phrases[first]
}
