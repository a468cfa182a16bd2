// Package segment keeps what reports are found by, and what is held of them, in bytes that are
// searched where they lie; and holds those that came last until they are as many. What is held of a
// report is bytes to it.
package segment

import (
	"cmp"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"slices"
)

// Segment holds reports of one day: what of them is looked for, and what is needed to tell what
// is shared. It is never changed; several become one. All numbers are little-endian:
//
//	magic      8 bytes "riwcopy1"
//	reports    uint32 n
//	prints     uint32 m
//	ids        n times uint64, hash of the report's id
//	ends       n times uint32, where each report ends in the last part
//	buckets    257 times uint32, how many prints have a first byte less than this
//	prints     m times uint64, hashes in rising order
//	owners     m times uint32, which report has it, rising among equal hashes
//	reports    what is held of each, one after another
//
// It is made from records and can be made from them again; nothing in it is evidence.
type Segment struct {
	Data []byte
	n, m int
	gone []bool // reports that were removed since it was made; nil: none
}

const (
	magic   = "riwcopy1"
	header  = len(magic) + 8
	buckets = 257
)

// ErrDamaged is a segment that cannot be read; it can be made anew from the records.
var ErrDamaged = errors.New("segment: damaged")

// Open reads a segment in place. data must not change while it is in use.
func Open(data []byte) (*Segment, error) {
	if len(data) < header || string(data[:len(magic)]) != magic {
		return nil, ErrDamaged
	}
	n, m := uint64(binary.LittleEndian.Uint32(data[8:])), uint64(binary.LittleEndian.Uint32(data[12:]))
	if uint64(len(data)) < uint64(header)+12*n+4*buckets+12*m {
		return nil, ErrDamaged
	}
	s := &Segment{Data: data, n: int(n), m: int(m)}
	before := uint32(0)
	for i := range s.n {
		if e := s.end(i); e < before || uint64(e) > uint64(len(s.area())) {
			return nil, ErrDamaged
		}
		before = s.end(i)
	}
	for i := range buckets - 1 {
		if s.bucket(i) > s.bucket(i+1) {
			return nil, ErrDamaged
		}
	}
	if s.bucket(buckets-1) != s.m || s.bucket(0) != 0 {
		return nil, ErrDamaged
	}
	return s, nil
}

func (s *Segment) ID(i int) uint64 { return binary.LittleEndian.Uint64(s.Data[header+8*i:]) }
func (s *Segment) end(i int) uint32 {
	return binary.LittleEndian.Uint32(s.Data[header+8*s.n+4*i:])
}
func (s *Segment) bucket(i int) int {
	return int(binary.LittleEndian.Uint32(s.Data[header+12*s.n+4*i:]))
}
func (s *Segment) hash(i int) uint64 {
	return binary.LittleEndian.Uint64(s.Data[header+12*s.n+4*buckets+8*i:])
}
func (s *Segment) owner(i int) uint32 {
	return binary.LittleEndian.Uint32(s.Data[header+12*s.n+4*buckets+8*s.m+4*i:])
}
func (s *Segment) area() []byte { return s.Data[header+12*s.n+4*buckets+12*s.m:] }

// find is the place of the first print of that hash, or where it would be. Hashes are spread
// evenly, so its place within the bucket can be guessed to within a few.
func (s *Segment) find(h uint64) int {
	const about = 32
	lo, hi := s.bucket(int(h>>56)), s.bucket(int(h>>56)+1)
	guess := lo + int((h>>24&0xffffffff)*uint64(hi-lo)>>32)
	if guess-about > lo && s.hash(guess-about) < h {
		lo = guess - about
	}
	if guess+about < hi && s.hash(guess+about) >= h {
		hi = guess + about
	}
	for lo < hi {
		if mid := (lo + hi) / 2; s.hash(mid) < h {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// Holders appends the reports that have a print, at most room of them.
func (s *Segment) Holders(h uint64, room int, into []uint32) []uint32 {
	for i := s.find(h); i < s.m && s.hash(i) == h && room > 0; i++ {
		if o := s.owner(i); int(o) < s.n && (s.gone == nil || !s.gone[o]) {
			into = append(into, o)
			room--
		}
	}
	return into
}

// Raw is what a segment holds of a report, as it stands there.
func (s *Segment) Raw(i int) []byte {
	from := uint32(0)
	if i > 0 {
		from = s.end(i - 1)
	}
	return s.area()[from:s.end(i)]
}

// Entry is a report on its way into a segment.
type Entry struct {
	ID     uint64   // see IDHash
	Raw    []byte   // what is held of it
	Prints []uint64 // distinct
}

// Build makes a segment of entries.
func Build(entries []Entry) []byte {
	type pair struct {
		hash  uint64
		owner uint32
	}
	n, m, size := len(entries), 0, 0
	for i := range entries {
		m += len(entries[i].Prints)
		size += len(entries[i].Raw)
	}
	pairs := make([]pair, 0, m)
	for i := range entries {
		for _, h := range entries[i].Prints {
			pairs = append(pairs, pair{h, uint32(i)})
		}
	}
	slices.SortFunc(pairs, func(p, q pair) int { return cmp.Or(cmp.Compare(p.hash, q.hash), cmp.Compare(p.owner, q.owner)) })
	b := make([]byte, 0, header+12*n+4*buckets+12*m+size)
	b = append(b, magic...)
	b = binary.LittleEndian.AppendUint32(b, uint32(n))
	b = binary.LittleEndian.AppendUint32(b, uint32(m))
	for i := range entries {
		b = binary.LittleEndian.AppendUint64(b, entries[i].ID)
	}
	end := 0
	for i := range entries {
		end += len(entries[i].Raw)
		b = binary.LittleEndian.AppendUint32(b, uint32(end))
	}
	at := 0
	for first := range buckets {
		for at < m && pairs[at].hash>>56 < uint64(first) {
			at++
		}
		b = binary.LittleEndian.AppendUint32(b, uint32(at))
	}
	for _, p := range pairs {
		b = binary.LittleEndian.AppendUint64(b, p.hash)
	}
	for _, p := range pairs {
		b = binary.LittleEndian.AppendUint32(b, p.owner)
	}
	for i := range entries {
		b = append(b, entries[i].Raw...)
	}
	return b
}

// Entries takes a segment apart again, without what was removed.
func (s *Segment) Entries() []Entry {
	all := make([]Entry, s.n)
	for i := range all {
		all[i] = Entry{ID: s.ID(i), Raw: s.Raw(i)}
	}
	for i := range s.m {
		if o := s.owner(i); int(o) < s.n {
			all[o].Prints = append(all[o].Prints, s.hash(i))
		}
	}
	if s.gone == nil {
		return all
	}
	kept := all[:0]
	for i, e := range all {
		if !s.gone[i] {
			kept = append(kept, e)
		}
	}
	return kept
}

// IDHash is what a report is found by: of its ID.
func IDHash(id string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(id))
	return h.Sum64()
}
