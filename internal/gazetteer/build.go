package gazetteer

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"math"
	"slices"
	"strings"
)

// Entry is a place with its names, to be built into a block.
type Entry struct {
	Place
	Names []Spelling
	Minor bool // its names need a word that says that they are places
}

// Spelling is a name, folded as the text is.
type Spelling struct {
	Text    string // every word without its article
	Article bool   // the first word has one
}

// Build makes the block of the entries. The same entries give the same bytes.
func Build(entries []Entry) string {
	slices.SortStableFunc(entries, func(a, b Entry) int { return cmp.Compare(a.GeoNames, b.GeoNames) })
	type named struct {
		skeleton, text string
		flags          byte
		row            int
	}
	var names []named
	for row := range entries {
		seen := map[string]bool{}
		for _, n := range entries[row].Names {
			if n.Text == "" || len(n.Text) > math.MaxUint8 || seen[n.Text] {
				continue
			}
			seen[n.Text] = true
			var flags byte
			if n.Article {
				flags |= article
			}
			if entries[row].Minor {
				flags |= minor
			}
			names = append(names, named{Skeleton(n.Text), n.Text, flags, row})
		}
	}
	slices.SortStableFunc(names, func(a, b named) int {
		return cmp.Or(cmp.Compare(a.skeleton, b.skeleton), cmp.Compare(a.text, b.text))
	})
	var s strs
	slots := make([]byte, slotSize<<bits(2*len(names)))
	out := []byte(magic)
	var body []byte
	first := ""
	for i, n := range names {
		off := s.add(n.text)
		body = binary.LittleEndian.AppendUint32(body, uint32(off))
		body = append(body, byte(len(n.text)), n.flags, 0, 0)
		body = binary.LittleEndian.AppendUint32(body, uint32(n.row))
		w, _, _ := strings.Cut(n.text, " ")
		if sk := Skeleton(w); i == 0 || sk != first {
			first = sk
			put(slots, hash(w), uint32(i+1))
		}
	}
	for i := range entries {
		body = appendRow(body, &entries[i].Place, &s)
	}
	for _, n := range []int{len(slots) / slotSize, len(names), len(entries), len(s.b)} {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	sum := sha256.Sum256(slices.Concat(slots, body, s.b))
	return string(slices.Concat(append(out, sum[:digestSize]...), slots, body, s.b))
}

func appendRow(b []byte, p *Place, s *strs) []byte {
	b = binary.LittleEndian.AppendUint32(b, p.GeoNames)
	lat, lon := int32(nowhere), int32(0)
	if p.Point {
		lat, lon = int32(math.Round(p.Lat*1e5)), int32(math.Round(p.Lon*1e5))
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(lat))
	b = binary.LittleEndian.AppendUint32(b, uint32(lon))
	for _, t := range []string{p.Name, p.Admin1, p.Admin2, p.PCode} {
		if len(t) > math.MaxUint8 {
			t = ""
		}
		b = binary.LittleEndian.AppendUint32(b, uint32(s.add(t)<<8|len(t)))
	}
	b = binary.LittleEndian.AppendUint32(b, p.Population)
	c := p.Country
	if len(c) != 2 {
		c = "\x00\x00"
	}
	var flags byte
	if p.Near {
		flags |= near
	}
	if p.Seat {
		flags |= seat
	}
	b = append(b, c[0], c[1], byte(p.Kind), flags)
	return append(b, make([]byte, rowSize-36)...)
}

// bits is the logarithm of the least power of two that is not below n.
func bits(n int) int {
	k := 1
	for 1<<k < n {
		k++
	}
	return k
}

// put writes v to the first free slot from h on.
func put(slots []byte, h, v uint32) {
	n := uint32(len(slots) / slotSize)
	for h &= n - 1; binary.LittleEndian.Uint32(slots[h*slotSize:]) != 0; {
		h = (h + 1) & (n - 1)
	}
	binary.LittleEndian.PutUint32(slots[h*slotSize:], v)
}

// strs collects strings, each once.
type strs struct {
	b  []byte
	at map[string]int
}

func (s *strs) add(t string) int {
	if t == "" {
		return 0
	}
	if at, ok := s.at[t]; ok {
		return at
	}
	if s.at == nil {
		s.at = map[string]int{}
	}
	at := len(s.b)
	if i := bytes.Index(s.b[max(0, at-256):], []byte(t)); i >= 0 {
		at = max(0, at-256) + i
	} else {
		s.b = append(s.b, t...)
	}
	s.at[t] = at
	return at
}
