package ar

import (
	"hash/maphash"
	"sync/atomic"

	"riwaya/internal/lang"
)

// known remembers words already analysed: a table of fixed size, so that memory stays
// bounded however long the stream, read and written without a lock. A form may stand in
// any of the ways of its set; a new one takes the place of another.
type known struct {
	seed  maphash.Seed
	tags  []atomic.Uint32 // the high half of each form's hash
	words []atomic.Pointer[lang.Word]
}

const (
	sets = 1 << 15 // a power of two
	ways = 4
)

func newKnown() *known {
	return &known{seed: maphash.MakeSeed(), tags: make([]atomic.Uint32, sets*ways), words: make([]atomic.Pointer[lang.Word], sets*ways)}
}

// Word is the word with that folded form and all its readings. maqsura says that it was
// written with a final alef maqsura: then what the lexicon spells with a final ya is no
// reading of it (the reverse is a common spelling).
func (l *Language) Word(form []byte, maqsura bool) *lang.Word {
	k := l.known
	h := maphash.Bytes(k.seed, form)
	set, tag := int(h%sets)*ways, uint32(h>>32)
	for i := set; i < set+ways; i++ {
		if k.tags[i].Load() != tag {
			continue
		}
		if w := k.words[i].Load(); w != nil && w.Maqsura == maqsura && w.Form == string(form) {
			return w
		}
	}
	w := l.analyse(string(form), maqsura)
	at := set + int(h>>30)%ways
	for i := set; i < set+ways; i++ {
		if k.words[i].Load() == nil {
			at = i
			break
		}
	}
	k.words[at].Store(w)
	k.tags[at].Store(tag)
	return w
}
