package ar

import (
	"hash/maphash"
	"sync/atomic"

	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/letters"
)

// known remembers words already analysed: a table of fixed size, so that memory stays
// bounded however long the stream, read and written without a lock. A form may stand in
// any of the ways of its set, which share a line of the processor's cache; a new one
// takes the place of another.
type known struct {
	seed maphash.Seed
	sets [][ways]way
}

// way holds a word under its key. The two are not stored at once, so that the word has
// its key too: it alone is believed.
type way struct {
	key  atomic.Uint64
	word atomic.Pointer[keyed]
}

type keyed struct {
	key  uint64
	word lang.Word
	_    [24]byte // to three lines of the cache, so that the first has what is asked of every word
}

const (
	setBits = 15
	ways    = 4
)

func newKnown() *known {
	return &known{seed: maphash.MakeSeed(), sets: make([][ways]way, 1<<setBits)}
}

// A key is the word itself where its letters can be packed, as those of nearly all words
// can, so that whoever finds the key need not compare the form. Others are known by a
// hash, with hashed set.
const (
	maqsuraFlag = 1 << 62
	hashed      = 1 << 63
)

// set is where the word with that key may stand, and the way to give up for it.
func (k *known) set(key uint64) (set *[ways]way, victim *way) {
	mixed := key * 0x9e3779b97f4a7c15
	set = &k.sets[mixed>>(64-setBits)]
	return set, &set[mixed>>(62-setBits)&(ways-1)]
}

// Word is the word with that folded form and all its readings. maqsura says that it was
// written with a final alef maqsura: then what the lexicon spells with a final ya is no
// reading of it (the reverse is a common spelling).
func (l *Language) Word(form []byte, maqsura bool) *lang.Word {
	if key := letters.Pack(form); key != 0 {
		if maqsura {
			key |= maqsuraFlag
		}
		return l.packed(key)
	}
	key := maphash.Bytes(l.known.seed, form) | hashed
	set, at := l.known.set(key)
	for i := range set {
		k := &set[i]
		switch k.key.Load() {
		case key:
			if w := k.word.Load(); w != nil && w.key == key && w.word.Maqsura == maqsura && w.word.Form == string(form) {
				return &w.word
			}
		case 0:
			at = k
		}
	}
	return l.learn(at, key, string(form), maqsura)
}

// packed is the word whose key is its form.
func (l *Language) packed(key uint64) *lang.Word {
	set, at := l.known.set(key)
	for i := range set {
		k := &set[i]
		switch k.key.Load() {
		case key:
			if w := k.word.Load(); w != nil && w.key == key {
				return &w.word
			}
		case 0:
			at = k
		}
	}
	return l.learn(at, key, letters.Unpack(key), key&maqsuraFlag != 0)
}

// learn analyses a word and keeps it at a place of its set.
func (l *Language) learn(at *way, key uint64, form string, maqsura bool) *lang.Word {
	w := &keyed{key: key}
	l.analyse(&w.word, form, maqsura)
	at.word.Store(w)
	at.key.Store(key)
	return &w.word
}

// waiting are words of a text that are not looked up yet. Words lie all over memory, and
// to wait for each in turn took longer than all else about it: looked up together, they
// arrive together.
type waiting struct {
	n     int
	keys  [128]uint64
	token [128]int32
	near  uint64 // of what was read only to have it near: nothing of meaning
}

// look gives the tokens that wait their words.
func (l *Language) look(t *lang.Text, q *waiting) {
	for _, key := range q.keys[:q.n] {
		set, _ := l.known.set(key)
		q.near ^= set[0].key.Load()
	}
	for i, key := range q.keys[:q.n] {
		w := l.packed(key)
		t.Tokens[q.token[i]].SetWord(w)
		q.near ^= w.Mark // rules ask for what lies there
	}
	q.n = 0
}
