package reuse

import "slices"

// shelf is where reports of one day are looked for: a segment, or those that came since the last
// was made.
type shelf interface {
	size() int
	id(i int) uint64
	raw(i int) []byte
	// holders appends the reports that have a print, at most room of them.
	holders(hash uint64, room int, into []uint32) []uint32
	remove(i int)
	removed(i int) bool
}

// young are reports that are in no segment yet.
type young struct {
	held  []entry
	gone  []bool
	heads map[uint64]int32 // print -> 1 + the first of owners that has it
	owner []owner
}

type owner struct {
	report uint32
	next   int32 // 1 + the next with the same print
	last   int32 // of the first: 1 + the last, to keep them in order
}

func (y *young) add(e entry) {
	i := uint32(len(y.held))
	y.held, y.gone = append(y.held, e), append(y.gone, false)
	if y.heads == nil {
		y.heads = map[uint64]int32{}
	}
	for _, h := range e.prints {
		y.owner = append(y.owner, owner{report: i})
		n := int32(len(y.owner))
		first, ok := y.heads[h]
		if !ok {
			y.heads[h] = n
			y.owner[n-1].last = n
			continue
		}
		y.owner[y.owner[first-1].last-1].next = n
		y.owner[first-1].last = n
	}
}

func (y *young) holders(h uint64, room int, into []uint32) []uint32 {
	for at := y.heads[h]; at != 0 && room > 0; at = y.owner[at-1].next {
		if o := y.owner[at-1].report; !y.gone[o] {
			into = append(into, o)
			room--
		}
	}
	return into
}

func (y *young) size() int          { return len(y.held) }
func (y *young) id(i int) uint64    { return y.held[i].id }
func (y *young) raw(i int) []byte   { return y.held[i].raw }
func (y *young) remove(i int)       { y.gone[i] = true }
func (y *young) removed(i int) bool { return y.gone[i] }

// entries are those that were not removed.
func (y *young) entries() []entry {
	kept := slices.Clone(y.held)
	n := 0
	for i, e := range kept {
		if !y.gone[i] {
			kept[n] = e
			n++
		}
	}
	return kept[:n]
}

func (s *segment) size() int          { return s.n }
func (s *segment) removed(i int) bool { return s.gone != nil && s.gone[i] }
func (s *segment) remove(i int) {
	if s.gone == nil {
		s.gone = make([]bool, s.n)
	}
	s.gone[i] = true
}
