package reuse

import (
	"maps"
	"slices"
	"strings"
	"time"

	"riwaya"
	"riwaya/internal/reuse/passage"
	"riwaya/internal/reuse/segment"
)

// scratch is memory that is used again for each report.
type scratch struct {
	shingles, other []uint64
	indexed         bool // whether the newcomer's shingles are
	shelves         []place
	counts          []uint32 // by slot: how many prints are shared, then which candidate it is
	touched         []uint32 // slots
	shares          []share
	held            []uint32
	words           []passage.Word
	worth           []float32 // of the newcomer's prints
}

// place is a shelf within reach, which slot its first report has, and how many days it is from the newcomer.
type place struct {
	shelf segment.Shelf
	from  uint32
	days  int
}

// share says that the report of a slot has a print of the newcomer.
type share struct {
	slot  uint32
	print int32
}

// candidate is a report that shares prints with the newcomer.
type candidate struct {
	slot   uint32
	prints []int32 // rising
	days   int     // from the newcomer
	words  int
	lesser bool // what is shared is the lesser part of both
}

// reach gives the shelves of the days that a report is held against, earliest first.
func (x *Index) reach(name string) ([]place, int, error) {
	out, slots := x.scratch.shelves[:0], 0
	for _, of := range x.around(name) {
		d, err := x.day(of.name)
		if err != nil {
			return nil, 0, err
		}
		for s := range d.Shelves() {
			out = append(out, place{s, uint32(slots), of.days})
			slots += s.Size()
		}
	}
	x.scratch.shelves = out
	return out, slots, nil
}

// apartDay is a day, and how many days it is from another.
type apartDay struct {
	name string
	days int
}

// around are the days within reach of a day, in their order: all there can be, or where nothing can be loaded
// those that there are.
func (x *Index) around(name string) (out []apartDay) {
	at, err := time.Parse(time.DateOnly, name)
	if err != nil {
		return []apartDay{{name, 0}}
	}
	if x.o.Load != nil {
		for days := -x.o.Days; days <= x.o.Days; days++ {
			out = append(out, apartDay{at.AddDate(0, 0, days).Format(time.DateOnly), days})
		}
		return out
	}
	for _, other := range slices.Sorted(maps.Keys(x.days)) {
		if to, err := time.Parse(time.DateOnly, other); err == nil {
			if days := int(to.Sub(at) / (24 * time.Hour)); days >= -x.o.Days && days <= x.o.Days {
				out = append(out, apartDay{other, days})
			}
		}
	}
	return out
}

// held is how many reports with one print are looked at: of a sentence that more have, the
// earliest stand for all.
const held = 200

// candidates are the reports within reach that share prints with a newcomer, and for each of its
// prints whether more have it than are looked at.
func (x *Index) candidates(n *newcomer) (all []candidate, more []bool, err error) {
	shelves, slots, err := x.reach(n.day)
	if err != nil {
		return nil, nil, err
	}
	s := &x.scratch
	if len(s.counts) < slots {
		s.counts = make([]uint32, slots+slots/2)
	}
	s.touched, s.shares = s.touched[:0], s.shares[:0]
	more = make([]bool, len(n.prints))
	own := segment.IDHash(n.ID)
	for i, p := range n.prints {
		if int(p.First) < i || !x.filter.Has(p.Hash) {
			continue
		}
		room := held
		for _, at := range shelves {
			s.held = at.shelf.Holders(p.Hash, room, s.held[:0])
			room -= len(s.held)
			for _, r := range s.held {
				slot := at.from + r
				if at.shelf.ID(int(r)) == own {
					continue
				}
				if s.counts[slot] == 0 {
					s.touched = append(s.touched, slot)
				}
				s.counts[slot]++
				s.shares = append(s.shares, share{slot, int32(i)})
			}
			if room <= 0 {
				more[i] = true
				break
			}
		}
	}
	slices.Sort(s.touched)
	all = make([]candidate, len(s.touched))
	prints := make([]int32, len(s.shares))
	for i, slot := range s.touched {
		p, raw := x.raw(slot)
		_, words, err := split(raw)
		if err != nil {
			return nil, nil, err
		}
		length, err := passage.Count(words)
		if err != nil {
			return nil, nil, err
		}
		count := int(s.counts[slot])
		all[i] = candidate{slot, prints[:0:count], p.days, length, false}
		prints, s.counts[slot] = prints[count:], uint32(i)
	}
	for _, h := range s.shares {
		c := &all[s.counts[h.slot]]
		c.prints = append(c.prints, h.print)
	}
	for _, slot := range s.touched {
		s.counts[slot] = 0
	}
	return all, more, nil
}

// raw is where the report of a slot stands, and what is held of it.
func (x *Index) raw(slot uint32) (place, []byte) {
	i, ok := slices.BinarySearchFunc(x.scratch.shelves, slot, func(p place, slot uint32) int { return int(p.from) - int(slot) })
	if !ok {
		i--
	}
	p := x.scratch.shelves[i]
	return p, p.shelf.Raw(int(slot - p.from))
}

// find gives what a newcomer shares with the reports within reach.
func (x *Index) find(n *newcomer) ([]riwaya.Copy, error) {
	all, more, err := x.candidates(n)
	if err != nil {
		return nil, err
	}
	return x.judge(n, all, more)
}

// judge gives what a newcomer shares with its candidates.
func (x *Index) judge(n *newcomer, all []candidate, more []bool) ([]riwaya.Copy, error) {
	common := commonnessOf(n, all, more)
	x.scratch.indexed = false
	var out []riwaya.Copy
	for i, c := range all {
		if len(c.prints) < fewest || common.atMost(c, i) < least && (c.lesser || !c.close()) {
			continue
		}
		_, raw := x.raw(c.slot)
		k, ok, err := x.compare(n, raw, c, i, &common)
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, k)
		}
	}
	disagree(n.ID, out)
	slices.SortFunc(out, func(a, b riwaya.Copy) int {
		if c := strings.Compare(a.A, b.A); c != 0 {
			return c
		}
		return strings.Compare(a.B, b.B)
	})
	return out, nil
}

// Between gives what two reports share, however far apart their days are; nothing is known of what is common then.
func Between(names *Names, a, b *riwaya.Record) ([]riwaya.Copy, error) {
	x := New(names, Options{})
	second, days := x.newcomer(b), 0
	first := x.newcomer(a) // behind the other: its shingles are those that are compared
	if from, err := time.Parse(time.DateOnly, first.day); err == nil {
		if to, err := time.Parse(time.DateOnly, second.day); err == nil {
			days = int(to.Sub(from) / (24 * time.Hour))
		}
	}
	first.day, second.day = "", ""
	if err := x.enter(second); err != nil {
		return nil, err
	}
	all, more, err := x.candidates(first)
	if err != nil {
		return nil, err
	}
	for i := range all {
		all[i].days = days
	}
	return x.judge(first, all, more)
}

// versions reports whether two articles are one report: the same address, or the same text
// where one has no address and nothing says that another outlet printed it.
func versions(a, b *report) bool {
	if a.Key == b.Key {
		return true
	}
	return (a.NoURL || b.NoURL) && a.Same == b.Same && (a.Outlet == b.Outlet || a.Outlet == "" || b.Outlet == "")
}
