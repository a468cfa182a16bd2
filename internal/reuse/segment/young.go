package segment

import "slices"

// Young are reports that are in no segment yet.
type Young struct {
	held  []Entry
	gone  []bool
	heads map[uint64]int32 // print -> 1 + the first of owners that has it
	owner []owner
}

type owner struct {
	report uint32
	next   int32 // 1 + the next with the same print
	last   int32 // of the first: 1 + the last, to keep them in order
}

func (y *Young) Add(e Entry) {
	i := uint32(len(y.held))
	y.held, y.gone = append(y.held, e), append(y.gone, false)
	if y.heads == nil {
		y.heads = map[uint64]int32{}
	}
	for _, h := range e.Prints {
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

func (y *Young) Holders(h uint64, room int, into []uint32) []uint32 {
	for at := y.heads[h]; at != 0 && room > 0; at = y.owner[at-1].next {
		if o := y.owner[at-1].report; !y.gone[o] {
			into = append(into, o)
			room--
		}
	}
	return into
}

func (y *Young) Size() int          { return len(y.held) }
func (y *Young) ID(i int) uint64    { return y.held[i].ID }
func (y *Young) Raw(i int) []byte   { return y.held[i].Raw }
func (y *Young) Remove(i int)       { y.gone[i] = true }
func (y *Young) Removed(i int) bool { return y.gone[i] }

// Entries are those that were not removed.
func (y *Young) Entries() []Entry {
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

func (s *Segment) Size() int          { return s.n }
func (s *Segment) Removed(i int) bool { return s.gone != nil && s.gone[i] }
func (s *Segment) Remove(i int) {
	if s.gone == nil {
		s.gone = make([]bool, s.n)
	}
	s.gone[i] = true
}
