package gazetteer

import "strings"

// Names are compared by their skeletons: newsrooms that spell a foreign sound by one of
// four letters, and a final long a by one of three, mean the same place. A name is kept
// as it is spelt, and [Name.Exact] tells a spelling from its variant.

// skeleton writes the skeleton of the byte pair a, b of UTF-8; last says that it is the
// last letter of its word.
func skeleton(a, b byte, last bool) (byte, byte) {
	switch {
	case a == 0xd8 && (b == 0xac || b == 0xba), a == 0xd9 && b == 0x82: // jim, ghain, qaf
		return 0xd9, 0x83 // kaf
	case last && (a == 0xd8 && (b == 0xa7 || b == 0xa9)): // alef, ta marbuta
		return 0xd9, 0x87 // ha
	}
	return a, b
}

// Hash is FNV-1a over the skeleton of one word.
func Hash(w string) uint32 {
	h := uint32(2166136261)
	i := 0
	for ; i+1 < len(w); i += 2 {
		a, b := skeleton(w[i], w[i+1], i+2 == len(w))
		h = (h ^ uint32(a)) * 16777619
		h = (h ^ uint32(b)) * 16777619
	}
	if i < len(w) {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h ^ h>>15
}

// Skeleton is the skeleton of a name: of each of its words.
func Skeleton(name string) string {
	out := make([]byte, 0, len(name))
	for i := 0; i < len(name); {
		if name[i] < 0x80 || i+1 == len(name) {
			out = append(out, name[i])
			i++
			continue
		}
		a, b := skeleton(name[i], name[i+1], i+2 == len(name) || name[i+2] == ' ')
		out = append(out, a, b)
		i += 2
	}
	return string(out)
}

// compare orders the word of name at from against w by skeletons: -1, 0 or 1. end is
// where the word ends. A name that has no word there comes first.
func compare(name string, from int, w string) (end, order int) {
	i, j := from, 0
	for {
		nameEnd, wEnd := i >= len(name) || name[i] == ' ', j >= len(w)
		switch {
		case nameEnd && wEnd:
			return i, 0
		case nameEnd:
			return i, -1
		case wEnd:
			return i, 1
		}
		if name[i] < 0x80 || w[j] < 0x80 || i+1 >= len(name) || j+1 >= len(w) {
			if name[i] != w[j] {
				return i, sign(name[i], w[j])
			}
			i, j = i+1, j+1
			continue
		}
		a, b := skeleton(name[i], name[i+1], i+2 == len(name) || name[i+2] == ' ')
		c, d := skeleton(w[j], w[j+1], j+2 == len(w))
		if a != c {
			return i, sign(a, c)
		}
		if b != d {
			return i, sign(b, d)
		}
		i, j = i+2, j+2
	}
}

func sign(a, b byte) int {
	if a < b {
		return -1
	}
	return 1
}

// Follows reports whether a bare word of that hash perhaps stands second in a name; false is
// sure.
func (t *Table) Follows(h uint32) bool {
	h &= uint32(8*t.filter - 1)
	return t.b[t.filterAt+int(h/8)]&(1<<(h%8)) != 0
}

// Cursor is a range of names that share their first words.
type Cursor struct {
	t      *Table
	lo, hi int
	words  int
	at     int // where the next word of each begins
}

// Start are the names whose first word is w, which must be folded and without the
// article.
func (t *Table) Start(w string) (Cursor, bool) { return t.start(w, Hash(w)) }

// start is Start of a word with that hash.
func (t *Table) start(w string, h uint32) (Cursor, bool) {
	mask := uint32(t.slots - 1)
	h &= mask
	for range t.slots {
		if t.taken[h/64]&(1<<(h%64)) == 0 {
			return Cursor{}, false
		}
		n := int(t.u32(t.slotAt + int(h)*slotSize))
		off, size := t.text(n - 1)
		end, order := compare(t.b[t.s+off:t.s+off+size], 0, w)
		if order != 0 {
			h = (h + 1) & mask
			continue
		}
		c := Cursor{t: t, lo: n - 1, words: 1, at: end + 1}
		c.hi = min(n-1+t.run(n-1), t.names)
		return c, true
	}
	return Cursor{}, false
}

// run is how many names share the first word of name i, the first of them.
func (t *Table) run(i int) int {
	b := t.b[t.nameAt+i*nameSize+6:]
	return int(b[0]) | int(b[1])<<8
}

// end is behind the last name from lo on whose word at from is w.
func (c *Cursor) end(lo, from int, w string) int {
	hi := c.t.names
	if c.hi > 0 {
		hi = c.hi
	}
	step := 1
	for lo+step < hi && c.order(lo+step, from, w) == 0 { // most have few
		step *= 2
	}
	hi = min(hi, lo+step)
	lo += step / 2
	for lo < hi {
		if m := (lo + hi) / 2; c.order(m, from, w) <= 0 {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// order compares the word at from of name i with w.
func (c *Cursor) order(i, from int, w string) int {
	off, n := c.t.text(i)
	if from > n {
		return -1
	}
	_, o := compare(c.t.b[c.t.s+off:c.t.s+off+n], from, w)
	return o
}

// Next are those of the names whose next word is w.
func (c Cursor) Next(w string) (Cursor, bool) {
	if c.lo == c.hi {
		return c, false
	}
	lo, hi := c.lo, c.hi
	for lo < hi {
		if m := (lo + hi) / 2; c.order(m, c.at, w) < 0 {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == c.hi || c.order(lo, c.at, w) != 0 {
		return c, false
	}
	off, n := c.t.text(lo)
	end, _ := compare(c.t.b[c.t.s+off:c.t.s+off+n], c.at, w)
	next := Cursor{t: c.t, lo: lo, hi: c.hi, words: c.words + 1, at: end + 1}
	next.hi = next.end(lo, c.at, w)
	return next, true
}

// Whole are the names that end with the words asked for: [from, to), to be read with
// [Table.Name].
func (c Cursor) Whole() (from, to int) {
	to = c.lo
	for to < c.hi {
		if _, n := c.t.text(to); n >= c.at {
			break
		}
		to++
	}
	return c.lo, to
}

// More reports whether some name goes on behind the words asked for.
func (c Cursor) More() bool {
	_, n := c.t.text(c.hi - 1)
	return n >= c.at
}

// Name is one name of one row.
type Name struct {
	Text    string // folded, every word without its article
	Article bool   // its first word has one
	Minor   bool   // of a place that news seldom name: it needs a word that says so
	Row     int
}

// Flags of a name and of a row.
const (
	article = 1 << iota
	minor
)
const (
	near = 1 << iota
	seat
)

// Name is name i.
func (t *Table) Name(i int) Name {
	off, n := t.text(i)
	f := t.b[t.nameAt+i*nameSize+5]
	return Name{Text: t.b[t.s+off : t.s+off+n], Article: f&article != 0, Minor: f&minor != 0, Row: t.rowOf(i)}
}

// Exact reports whether name i begins at from with that very word, not a variant of it,
// and where its next word begins.
func (t *Table) Exact(i, from int, w string) (next int, ok bool) {
	off, n := t.text(i)
	end := from + len(w)
	if end > n || end < n && t.b[t.s+off+end] != ' ' {
		return 0, false
	}
	return end + 1, t.b[t.s+off+from:t.s+off+end] == w
}

// Article and Minor are the flags of name i; Of is its row.
func (t *Table) Article(i int) bool { return t.b[t.nameAt+i*nameSize+5]&article != 0 }

// Minor reports whether name i is of a place that news seldom name.
func (t *Table) Minor(i int) bool { return t.b[t.nameAt+i*nameSize+5]&minor != 0 }

// Of is the row of name i.
func (t *Table) Of(i int) int { return t.rowOf(i) }

// Named are the names with exactly that text: [lo, hi).
func (t *Table) Named(text string) (lo, hi int) {
	word, rest, more := strings.Cut(text, " ")
	c, ok := t.Start(word)
	for ok && more {
		word, rest, more = strings.Cut(rest, " ")
		c, ok = c.Next(word)
	}
	if !ok {
		return 0, 0
	}
	lo, end := c.Whole()
	for lo < end && t.Name(lo).Text != text {
		lo++
	}
	for hi = lo; hi < end && t.Name(hi).Text == text; hi++ {
	}
	return lo, hi
}
