package ar

import (
	"hash/maphash"
	"sync/atomic"

	"riwaya/internal/lang"
)

// known remembers words already analysed: a table of fixed size, so that memory stays
// bounded however long the stream, read and written without a lock. A form may stand in
// any of the ways of its set, which share a line of the processor's cache; a new one
// takes the place of another.
type known struct {
	seed maphash.Seed
	sets [][ways]way
}

type way struct {
	hash atomic.Uint64
	word atomic.Pointer[lang.Word]
}

const (
	sets = 1 << 15 // a power of two
	ways = 4
)

func newKnown() *known { return &known{seed: maphash.MakeSeed(), sets: make([][ways]way, sets)} }

// Word is the word with that folded form and all its readings. maqsura says that it was
// written with a final alef maqsura: then what the lexicon spells with a final ya is no
// reading of it (the reverse is a common spelling).
func (l *Language) Word(form []byte, maqsura bool) *lang.Word {
	h := maphash.Bytes(l.known.seed, form)
	set := &l.known.sets[h%sets]
	at := &set[h>>62]
	for i := range set {
		k := &set[i]
		switch k.hash.Load() {
		case h:
			if w := k.word.Load(); w != nil && w.Maqsura == maqsura && w.Form == string(form) {
				return w
			}
		case 0:
			at = k
		}
	}
	w := l.analyse(string(form), maqsura)
	at.word.Store(w)
	at.hash.Store(h)
	return w
}
