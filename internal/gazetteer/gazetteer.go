// Package gazetteer holds places by name in one block of bytes: sorted, without pointers,
// and read where it lies, so that nothing is built or unpacked at the start. The table
// that the program ships with is made from packages by `go generate`; the same form holds
// the hand-written places and what a user imports.
//
// It promises that a lookup allocates nothing, that a damaged block is refused by [Open]
// and never read past its end, and that the order of what it finds is that of the block.
package gazetteer

//go:generate sh generate.sh

import (
	"errors"
	"fmt"
)

// Kind is what sort of place a row is.
type Kind uint8

// The kinds of place.
const (
	Settlement Kind = iota // a city, town or village
	Quarter                // a part of a settlement
	Facility               // a camp, prison, crossing, airport, dam, road
	Admin1                 // a first-order division: province, governorate, state
	Admin2                 // a division of one
	Region                 // a large region, sea, river, mountain range
	Country
)

// Kinds are their names, as the lists have them.
var Kinds = []string{"settlement", "quarter", "facility", "admin1", "admin2", "region", "country"}

// Place is one row. Coordinates are WGS 84 degrees.
type Place struct {
	GeoNames   uint32 // its number there, 0 if it has none
	Kind       Kind
	Name       string // in English
	Country    string // ISO 3166-1 alpha-2, upper case, or empty
	Admin1     string // in English
	Admin2     string
	PCode      string
	Lat, Lon   float64
	Point      bool // it has coordinates
	Near       bool // the coordinates are of something near it, or about right
	Seat       bool // it is the seat of a country or province
	Population uint32
}

// A block is a header (the magic, how many slots, names, rows, bytes of filter and bytes
// of strings there are, the beginning of a SHA-256 of all that follows), then: a table of
// slots that lead from the hash of a first word to the first name that begins with it;
// names, sorted by their skeletons; rows, sorted by GeoNames number; a filter of the words
// that stand second in a name; the strings. All numbers are little-endian.
const (
	magic      = "RWYPLC3\n"
	digestSize = 8
	headerSize = len(magic) + 5*4 + digestSize
	slotSize   = 4
	nameSize   = 12 // offset and length of the text, flags, how many share the first word, row
	rowSize    = 40
	nowhere    = -1 << 31 // the latitude of a row without a point
)

// Table is an opened block. It is safe for several goroutines.
type Table struct {
	b                        string
	slots, names, rows       int      // how many
	slotAt, nameAt, rowAt, s int      // where they begin
	filterAt, filter         int      // the filter, and its size
	taken                    []uint64 // of the slots, one bit each: nearly all words begin no name, and the slots are too many to lie at hand
}

// ErrForm is what Open says of a block that it cannot read.
var ErrForm = errors.New("gazetteer: not a block of places of this version, or damaged")

// Open checks a block and reads it where it lies.
func Open(b string) (*Table, error) {
	if len(b) < headerSize || string(b[:len(magic)]) != magic {
		return nil, ErrForm
	}
	t := &Table{b: b}
	u := func(i int) int { return int(t.u32(len(magic) + 4*i)) }
	t = &Table{b: b, slots: u(0), names: u(1), rows: u(2)}
	t.slotAt = headerSize
	t.nameAt = t.slotAt + t.slots*slotSize
	t.rowAt = t.nameAt + t.names*nameSize
	t.filterAt, t.filter = t.rowAt+t.rows*rowSize, u(3)
	t.s = t.filterAt + t.filter
	if t.slots == 0 || t.slots&(t.slots-1) != 0 || t.filter == 0 || t.filter&(t.filter-1) != 0 || t.s > len(b) || len(b)-t.s != u(4) {
		return nil, ErrForm
	}
	t.taken = make([]uint64, (t.slots+63)/64)
	for i, slots := 0, t.b[t.slotAt:t.nameAt]; i < t.slots; i++ {
		if s := slots[i*slotSize:][:slotSize]; s[0]|s[1]|s[2]|s[3] != 0 {
			t.taken[i/64] |= 1 << (i % 64)
		}
	}
	return t, nil
}

// Check reads a whole block, for a file that came from elsewhere: Open alone looks at its
// size only.
func (t *Table) Check() error {
	for i := range t.names {
		if off, n := t.text(i); off+n > len(t.b)-t.s || t.rowOf(i) >= t.rows || n == 0 || i+t.run(i) > t.names {
			return fmt.Errorf("%w: name %d", ErrForm, i)
		}
	}
	for i := range t.slots {
		if n := t.u32(t.slotAt + i*slotSize); int(n) > t.names {
			return fmt.Errorf("%w: slot %d", ErrForm, i)
		}
	}
	for i := range t.rows {
		at := t.rowAt + i*rowSize
		for _, p := range []int{12, 16, 20, 24} {
			if off, n := t.stringAt(at + p); off+n > len(t.b)-t.s {
				return fmt.Errorf("%w: row %d", ErrForm, i)
			}
		}
	}
	return nil
}

// Len is how many names and rows there are.
func (t *Table) Len() (names, rows int) { return t.names, t.rows }

func (t *Table) u32(at int) uint32 {
	b := t.b[at : at+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// text is where the text of name i lies among the strings, and how long it is.
func (t *Table) text(i int) (off, n int) {
	v := t.u32(t.nameAt + i*nameSize)
	return int(v), int(t.b[t.nameAt+i*nameSize+4])
}

func (t *Table) rowOf(i int) int { return int(t.u32(t.nameAt + i*nameSize + 8)) }

// stringAt is a string's place: 24 bits of offset and 8 of length.
func (t *Table) stringAt(at int) (off, n int) {
	v := t.u32(at)
	return int(v >> 8), int(v & 0xff)
}

func (t *Table) str(at int) string {
	off, n := t.stringAt(at)
	return t.b[t.s+off : t.s+off+n]
}

// Row is row i.
func (t *Table) Row(i int) Place {
	at := t.rowAt + i*rowSize
	lat, lon := int32(t.u32(at+4)), int32(t.u32(at+8))
	p := Place{GeoNames: t.u32(at), Name: t.str(at + 12), Admin1: t.str(at + 16), Admin2: t.str(at + 20), PCode: t.str(at + 24),
		Population: t.u32(at + 28), Kind: Kind(t.b[at+34]), Near: t.b[at+35]&near != 0, Seat: t.b[at+35]&seat != 0}
	if t.b[at+32] != 0 {
		p.Country = t.b[at+32 : at+34]
	}
	if lat != nowhere {
		p.Lat, p.Lon, p.Point = float64(lat)/1e5, float64(lon)/1e5, true
	}
	return p
}

// Country is the country of row i, empty if it has none.
func (t *Table) Country(i int) string {
	at := t.rowAt + i*rowSize + 32
	if t.b[at] == 0 {
		return ""
	}
	return t.b[at : at+2]
}

// Weight orders rows of the same name by how likely a reader means them: a seat before
// others, then by population.
func (t *Table) Weight(i int) uint32 {
	at := t.rowAt + i*rowSize
	w := t.u32(at + 28)
	if t.b[at+35]&seat != 0 {
		w = max(w, seatWeight)
	}
	return w
}

// seatWeight is the population that the seat of a province counts as, at least.
const seatWeight = 100_000

// KindOf is the kind of row i.
func (t *Table) KindOf(i int) Kind { return Kind(t.b[t.rowAt+i*rowSize+34]) }

// ByGeoNames is the row with that number.
func (t *Table) ByGeoNames(id uint32) (Place, bool) {
	lo, hi := 0, t.rows
	for lo < hi {
		if m := (lo + hi) / 2; t.u32(t.rowAt+m*rowSize) < id {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < t.rows && id != 0 && t.u32(t.rowAt+lo*rowSize) == id {
		return t.Row(lo), true
	}
	return Place{}, false
}

// Countries is how many rows of countries there are; they come first.
func (t *Table) Countries() int {
	n := 0
	for n < t.rows && t.KindOf(n) == Country {
		n++
	}
	return n
}
