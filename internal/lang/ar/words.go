package ar

import (
	"hash/maphash"
	"sync/atomic"

	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/letters"
)

// known remembers words already analysed: a table of fixed size, so that memory stays
// bounded however long the stream, read and written without a lock. A form may stand in
// any of the ways of its set, which share a line of the processor's cache, or in a free way
// of a second set, so that those of full sets find room in others. A new one takes
// the place of that in the last way, and changes places with another when it is met again:
// half of all words come once, and would else drive out those that come always.
type known struct {
	seed maphash.Seed
	sets []set
}

type set [ways]way

// keep moves the word in the last way to another that its key chooses. Where two do so at
// once a word may get lost, and is analysed again.
func (s *set) keep(key uint64) {
	a, b := &s[ways-1], &s[key*mixer>>48%(ways-1)]
	bKey, bWord := b.key.Load(), b.word.Load()
	b.word.Store(a.word.Load())
	b.key.Store(a.key.Load())
	a.word.Store(bWord)
	a.key.Store(bKey)
}

// way holds a word under its key. The two are not stored at once, so that the word has
// its key too: it alone is believed.
type way struct {
	key  atomic.Uint64
	word atomic.Pointer[keyed]
}

type keyed struct {
	key  uint64
	word lang.Word // with the key three lines of the cache, so that the first has what is asked of every word
}

const (
	setBits = 15
	ways    = 4
)

func newKnown() *known {
	return &known{seed: maphash.MakeSeed(), sets: make([]set, 1<<setBits)}
}

// A key is the word itself where its letters can be packed, as those of nearly all words
// can, so that whoever finds the key need not compare the form. Others are known by a
// hash, with hashed set.
const (
	maqsuraFlag = 1 << 62
	hashed      = 1 << 63
)

// mixer spreads keys over the sets: 2^64 by the golden ratio (Knuth, TAOCP 3, 6.4).
const mixer = 0x9e3779b97f4a7c15

// set is where the word with that key may stand.
func (k *known) set(key uint64) *set { return &k.sets[key*mixer>>(64-setBits)] }

// other is where it stands if there was no room.
func (k *known) other(key uint64) *set {
	return &k.sets[key*mixer>>(64-2*setBits)&(1<<setBits-1)]
}

// Word is the word with that folded form and all its readings. maqsura says that it was
// written with a final alef maqsura: then what the lexicon spells with a final ya is no
// reading of it (the reverse is a common spelling).
func (l *Language) Word(form []byte, maqsura bool) *lang.Word {
	if key := letters.Pack(form); key != 0 {
		if maqsura {
			key |= maqsuraFlag
		}
		return &l.packed(key).word
	}
	key := maphash.Bytes(l.known.seed, form) | hashed
	set := l.known.set(key)
	at := &set[ways-1]
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
	return &l.learn(at, key, string(form), maqsura).word
}

// at is what the table has for a word whose key is its form, nil if it has none: a word that
// counts only if it has the key too.
func (k *known) at(key uint64) *keyed {
	set := k.set(key)
	for i := range set {
		if set[i].key.Load() == key {
			if i == ways-1 {
				w := set[i].word.Load()
				set.keep(key)
				return w
			}
			return set[i].word.Load()
		}
	}
	return nil
}

// packed is the word whose key is its form.
func (l *Language) packed(key uint64) *keyed {
	if w := l.known.at(key); w != nil && w.key == key {
		return w
	}
	at := l.known.set(key).room(key)
	if at == nil {
		other := l.known.other(key)
		for i := range other {
			if other[i].key.Load() != key {
				continue
			}
			if w := other[i].word.Load(); w != nil && w.key == key {
				return w
			}
		}
		if at = other.room(key); at == nil {
			at = &l.known.set(key)[ways-1]
		}
	}
	return l.learn(at, key, letters.Unpack(key), key&maqsuraFlag != 0)
}

// room is the way of the set that has that key or is free, nil if none is.
func (s *set) room(key uint64) *way {
	for i := range s {
		if k := s[i].key.Load(); k == 0 || k == key {
			return &s[i]
		}
	}
	return nil
}

// learn analyses a word and keeps it at a place of its set.
func (l *Language) learn(at *way, key uint64, form string, maqsura bool) *keyed {
	w := &keyed{key: key}
	l.analyse(&w.word, form, maqsura)
	at.word.Store(w)
	at.key.Store(key)
	return w
}

// waiting are words of a text that are not looked up yet. Words lie all over memory, and
// to wait for each in turn took longer than all else about it: looked up together, they
// arrive together.
type waiting struct {
	n     int
	keys  [128]uint64
	token [128]int32
	words [128]*keyed // that the table perhaps has for them
	near  uint64      // of what was read only to have it near: nothing of meaning
}

// look gives the tokens that wait their words. Each step goes over all of them, so that none
// waits for what the one before it leads to.
func (l *Language) look(t *lang.Text, q *waiting) {
	keys, words := q.keys[:q.n], q.words[:q.n]
	near := q.near
	for _, key := range keys {
		near ^= l.known.set(key)[0].key.Load()
	}
	for i, key := range keys {
		words[i] = l.known.at(key)
	}
	for _, w := range words {
		if w != nil { // rules ask for what lies beside these, which are on a line each
			near ^= w.key ^ w.word.Mark ^ uint64(len(w.word.Readings))
		}
	}
	for i, key := range keys {
		if words[i] == nil || words[i].key != key {
			words[i] = l.packed(key)
		}
	}
	for _, w := range words {
		if len(w.word.Readings) > 0 {
			near ^= uint64(w.word.Readings[0].Feat)
		}
		if len(w.word.Phrases) > 0 {
			near ^= w.word.Phrases[0].Mark
		}
	}
	for i, w := range words {
		t.Tokens[q.token[i]].SetWord(&w.word)
	}
	q.n, q.near = 0, near
}
