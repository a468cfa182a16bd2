package reuse

import (
	"cmp"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
)

// A segment holds reports of one day: what of them is looked for, and what is needed to tell what
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
//	reports    for each: uvarint length and JSON of report; uvarint number of words, then
//	           for each word uint32 hash, uvarint bytes since the end of the word before, uvarint length
//
// It is made from records and can be made from them again; nothing in it is evidence.
type segment struct {
	data []byte
	n, m int
	gone []bool // reports that were removed since it was made; nil: none
}

const (
	magic   = "riwcopy1"
	header  = len(magic) + 8
	buckets = 257
)

// errSegment is a segment that cannot be read; it can be made anew from the records.
var errSegment = errors.New("reuse: a segment is damaged")

// open reads a segment in place. data must not change while it is in use.
func open(data []byte) (*segment, error) {
	if len(data) < header || string(data[:len(magic)]) != magic {
		return nil, errSegment
	}
	n, m := uint64(binary.LittleEndian.Uint32(data[8:])), uint64(binary.LittleEndian.Uint32(data[12:]))
	if uint64(len(data)) < uint64(header)+12*n+4*buckets+12*m {
		return nil, errSegment
	}
	s := &segment{data: data, n: int(n), m: int(m)}
	before := uint32(0)
	for i := range s.n {
		if e := s.end(i); e < before || uint64(e) > uint64(len(s.area())) {
			return nil, errSegment
		}
		before = s.end(i)
	}
	for i := range buckets - 1 {
		if s.bucket(i) > s.bucket(i+1) {
			return nil, errSegment
		}
	}
	if s.bucket(buckets-1) != s.m || s.bucket(0) != 0 {
		return nil, errSegment
	}
	return s, nil
}

func (s *segment) id(i int) uint64 { return binary.LittleEndian.Uint64(s.data[header+8*i:]) }
func (s *segment) end(i int) uint32 {
	return binary.LittleEndian.Uint32(s.data[header+8*s.n+4*i:])
}
func (s *segment) bucket(i int) int {
	return int(binary.LittleEndian.Uint32(s.data[header+12*s.n+4*i:]))
}
func (s *segment) hash(i int) uint64 {
	return binary.LittleEndian.Uint64(s.data[header+12*s.n+4*buckets+8*i:])
}
func (s *segment) owner(i int) uint32 {
	return binary.LittleEndian.Uint32(s.data[header+12*s.n+4*buckets+8*s.m+4*i:])
}
func (s *segment) area() []byte { return s.data[header+12*s.n+4*buckets+12*s.m:] }

// find is the place of the first print of that hash, or where it would be. Hashes are spread
// evenly, so its place within the bucket can be guessed to within a few.
func (s *segment) find(h uint64) int {
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

// holders appends the reports that have a print, at most room of them.
func (s *segment) holders(h uint64, room int, into []uint32) []uint32 {
	for i := s.find(h); i < s.m && s.hash(i) == h && room > 0; i++ {
		if o := s.owner(i); int(o) < s.n && (s.gone == nil || !s.gone[o]) {
			into = append(into, o)
			room--
		}
	}
	return into
}

// raw is what a segment holds of a report, as it stands there.
func (s *segment) raw(i int) []byte {
	from := uint32(0)
	if i > 0 {
		from = s.end(i - 1)
	}
	return s.area()[from:s.end(i)]
}

// wordsIn are the words of what is held of a report, put into into.
func wordsIn(b []byte, into []word) ([]word, error) {
	skip, n := binary.Uvarint(b)
	if n <= 0 || uint64(len(b)-n) < skip {
		return nil, errSegment
	}
	return decodeWords(b[n+int(skip):], into)
}

// lengthIn is how many words are held of a report.
func lengthIn(b []byte) (int, error) {
	skip, n := binary.Uvarint(b)
	if n <= 0 || uint64(len(b)-n) < skip {
		return 0, errSegment
	}
	count, k := binary.Uvarint(b[n+int(skip):])
	if k <= 0 || count > most {
		return 0, errSegment
	}
	return int(count), nil
}

// reportIn is what is held of a report beside its words.
func reportIn(b []byte) (r report, err error) {
	size, n := binary.Uvarint(b)
	if n <= 0 || uint64(len(b)-n) < size {
		return r, errSegment
	}
	if err := json.Unmarshal(b[n:n+int(size)], &r); err != nil {
		return r, fmt.Errorf("%w: %w", errSegment, err)
	}
	return r, nil
}

func decodeWords(b []byte, into []word) ([]word, error) {
	into = into[:0]
	count, n := binary.Uvarint(b)
	if n <= 0 || count > most {
		return nil, errSegment
	}
	b = b[n:]
	at := uint64(0)
	for range count {
		if len(b) < 6 {
			return nil, errSegment
		}
		h := binary.LittleEndian.Uint32(b)
		space, n := binary.Uvarint(b[4:])
		if n <= 0 {
			return nil, errSegment
		}
		length, k := binary.Uvarint(b[4+n:])
		if k <= 0 || space > 1<<31 || length > 1<<31 || at+space+length > 1<<32-1 {
			return nil, errSegment
		}
		into = append(into, word{h, uint32(at + space), uint32(at + space + length)})
		at += space + length
		b = b[4+n+k:]
	}
	return into, nil
}

// encodeReport is what a segment holds of one report.
func encodeReport(r *report, words []word) ([]byte, error) {
	meta, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("reuse: report %s: %w", r.ID, err)
	}
	b := binary.AppendUvarint(make([]byte, 0, len(meta)+7*len(words)+8), uint64(len(meta)))
	b = append(b, meta...)
	b = binary.AppendUvarint(b, uint64(len(words)))
	at := uint32(0)
	for _, w := range words {
		b = binary.LittleEndian.AppendUint32(b, w.hash)
		b = binary.AppendUvarint(b, uint64(w.start-at))
		b = binary.AppendUvarint(b, uint64(w.end-w.start))
		at = w.end
	}
	return b, nil
}

// entry is a report on its way into a segment.
type entry struct {
	id     uint64
	raw    []byte
	prints []uint64 // distinct
}

// build makes a segment of entries.
func build(entries []entry) []byte {
	type pair struct {
		hash  uint64
		owner uint32
	}
	n, m, size := len(entries), 0, 0
	for i := range entries {
		m += len(entries[i].prints)
		size += len(entries[i].raw)
	}
	pairs := make([]pair, 0, m)
	for i := range entries {
		for _, h := range entries[i].prints {
			pairs = append(pairs, pair{h, uint32(i)})
		}
	}
	slices.SortFunc(pairs, func(p, q pair) int { return cmp.Or(cmp.Compare(p.hash, q.hash), cmp.Compare(p.owner, q.owner)) })
	b := make([]byte, 0, header+12*n+4*buckets+12*m+size)
	b = append(b, magic...)
	b = binary.LittleEndian.AppendUint32(b, uint32(n))
	b = binary.LittleEndian.AppendUint32(b, uint32(m))
	for i := range entries {
		b = binary.LittleEndian.AppendUint64(b, entries[i].id)
	}
	end := 0
	for i := range entries {
		end += len(entries[i].raw)
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
		b = append(b, entries[i].raw...)
	}
	return b
}

// entries takes a segment apart again, without what was removed.
func (s *segment) entries() []entry {
	all := make([]entry, s.n)
	for i := range all {
		all[i] = entry{id: s.id(i), raw: s.raw(i)}
	}
	for i := range s.m {
		if o := s.owner(i); int(o) < s.n {
			all[o].prints = append(all[o].prints, s.hash(i))
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

// idHash is what a report's id is found by.
func idHash(id string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(id))
	return mix(h.Sum64())
}
