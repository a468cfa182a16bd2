package ar

import (
	"cmp"
	"hash/maphash"
	"math/bits"
	"slices"

	"riwaya/internal/lang"
)

// filter says of nearly every string that is no key that it is none. Analysis asks for
// dozens of stems that do not exist for each that does, and a table takes many times as
// long to say so.
type filter struct {
	seed maphash.Seed
	bits []uint64
}

// newFilter makes a filter for n strings, with some sixteen bits for each.
func newFilter(n int) filter {
	return filter{maphash.MakeSeed(), make([]uint64, 1<<bits.Len(uint(n/4)))}
}

// hash is what a filter knows a string by.
func (f *filter) hash(s string) uint64 { return maphash.String(f.seed, s) }

func (f *filter) add(h uint64) { f.bits[h>>6&uint64(len(f.bits)-1)] |= 1 << (h & 63) }

// may reports whether the string of that hash was perhaps added; false is sure.
func (f *filter) may(h uint64) bool {
	return f.bits[h>>6&uint64(len(f.bits)-1)]&(1<<(h&63)) != 0
}

// index leads from the hash of a stem to its first entry, from which entry.next leads on,
// in the order of the lexicon.
type index struct {
	slots []int32 // the number of an entry and one, 0 where there is none
}

func newIndex(n int) index { return index{make([]int32, 1<<bits.Len(uint(2*n)))} }

// add notes entry i, whose stem has hash h.
func (x *index) add(entries []entry, i int, h uint64) {
	at := x.slot(entries, entries[i].Text, h)
	if x.slots[at] == 0 {
		x.slots[at] = int32(i + 1)
		return
	}
	e := &entries[x.slots[at]-1]
	for e.next != 0 {
		e = &entries[e.next]
	}
	e.next = int32(i)
}

// slot is where the first entry of a stem stands, or could.
func (x *index) slot(entries []entry, text string, h uint64) int {
	mask := len(x.slots) - 1
	at := int(h>>32) & mask
	for x.slots[at] != 0 && entries[x.slots[at]-1].Text != text {
		at = (at + 1) & mask
	}
	return at
}

// stem is the first entry with that stem, nil if there is none; [Language.next] are the
// others.
func (l *Language) stem(text string) *entry {
	h := l.listed.hash(text)
	if !l.listed.may(h) {
		return nil
	}
	n := l.stems.slots[l.stems.slot(l.entries, text, h)]
	if n == 0 {
		return nil
	}
	return &l.entries[n-1]
}

// next is the entry behind e with the same stem, nil if there is none.
func (l *Language) next(e *entry) *entry {
	if e.next == 0 {
		return nil
	}
	return &l.entries[e.next]
}

// sortPhrases orders phrases as [lang.Word.Phrases] are.
func sortPhrases(ps []lang.Phrase) {
	byMark := func(p, q lang.Phrase) int { return cmp.Compare(p.Mark, q.Mark) }
	if len(ps) > lang.FewPhrases && !slices.IsSortedFunc(ps, byMark) {
		slices.SortStableFunc(ps, byMark)
	}
}

// phrase are the phrases whose first word that is, by their marks.
func (l *Language) phrase(first string) []lang.Phrase {
	if !l.opening.may(l.opening.hash(first)) {
		return nil
	}
	return l.phrases[first]
}
