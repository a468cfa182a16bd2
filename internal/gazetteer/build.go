package gazetteer

import (
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
	order := make([]int32, len(entries)) // rows by GeoNames number, then as given
	count := 0
	for i := range order {
		order[i] = int32(i)
		count += len(entries[i].Names)
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(entries[a].GeoNames, entries[b].GeoNames), cmp.Compare(a, b))
	})
	type named struct {
		skeleton string
		spelling *Spelling
		row      int32
	}
	names := make([]named, 0, count)
	for row, n := range order {
		all := entries[n].Names
		for i := range all {
			if t := all[i].Text; t != "" && len(t) <= math.MaxUint8 && !slices.ContainsFunc(all[:i], func(o Spelling) bool { return o.Text == t }) {
				names = append(names, named{Skeleton(t), &all[i], int32(row)})
			}
		}
	}
	slices.SortFunc(names, func(a, b named) int {
		return cmp.Or(cmp.Compare(a.skeleton, b.skeleton), cmp.Compare(a.spelling.Text, b.spelling.Text), cmp.Compare(a.row, b.row))
	})
	s := strs{at: make(map[string]int, len(entries)), b: make([]byte, 0, 24*count)}
	slots := make([]byte, slotSize<<bits(2*len(names)))
	out := []byte(magic)
	rows := make([]byte, 0, len(entries)*rowSize) // first: their strings must lie near the beginning
	for _, n := range order {
		rows = appendRow(rows, &entries[n].Place, &s)
	}
	body := make([]byte, 0, len(names)*nameSize+len(rows))
	first, run := "", 0 // where the names begin that share the first word of this one
	for i := range names {
		n := &names[i]
		text := n.spelling.Text
		var flags byte
		if n.spelling.Article {
			flags |= article
		}
		if entries[order[n.row]].Minor {
			flags |= minor
		}
		body = binary.LittleEndian.AppendUint32(body, uint32(s.put(text)))
		body = append(body, byte(len(text)), flags, 0, 0)
		body = binary.LittleEndian.AppendUint32(body, uint32(n.row))
		if w, _, _ := strings.Cut(n.skeleton, " "); w != first {
			first = w
			word, _, _ := strings.Cut(text, " ")
			put(slots, Hash(word), uint32(i+1))
			run = i
		}
		if n := i + 1 - run; n <= math.MaxUint16 {
			binary.LittleEndian.PutUint16(body[run*nameSize+6:], uint16(n))
		}
	}
	body = append(body, rows...)
	seconds := make([]byte, 1<<bits(2*len(names)))
	for i := range names {
		if _, rest, ok := strings.Cut(names[i].spelling.Text, " "); ok {
			word, _, _ := strings.Cut(rest, " ")
			h := Hash(word) & uint32(8*len(seconds)-1)
			seconds[h/8] |= 1 << (h % 8)
		}
	}
	body = append(body, seconds...)
	for _, n := range []int{len(slots) / slotSize, len(names), len(entries), len(seconds), len(s.b)} {
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
		const farthest = 1 << 24
		at := s.add(t)
		if len(t) > math.MaxUint8 || at >= farthest {
			at, t = 0, ""
		}
		b = binary.LittleEndian.AppendUint32(b, uint32(at<<8|len(t)))
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

// strs collects strings, those of rows each once.
type strs struct {
	b  []byte
	at map[string]int
}

func (s *strs) put(t string) int {
	s.b = append(s.b, t...)
	return len(s.b) - len(t)
}

func (s *strs) add(t string) int {
	if t == "" {
		return 0
	}
	at, ok := s.at[t]
	if !ok {
		at = s.put(t)
		s.at[t] = at
	}
	return at
}
