package segment

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"
)

const (
	// batch is how many reports of a day are held before a segment is made of them.
	batch = 512
	// parts is how many segments a day has at most; then all become one. Before that one takes in
	// those before it that are no larger, so that a report is written anew as often as
	// the day doubles.
	parts = 4
)

// Shelf is where reports of one day are looked for: a segment, or those that came since the last
// was made.
type Shelf interface {
	Size() int
	ID(i int) uint64
	Raw(i int) []byte // what is held of report i
	// Holders appends the reports that have a print, at most room of them.
	Holders(hash uint64, room int, into []uint32) []uint32
}

// Day are the reports of one day: segments, and those that came since. The zero value has none.
type Day struct {
	sealed []sealed
	young  Young
	at     map[uint64]spot // by the hash of a report's ID
	next   int             // number of the next segment
	old    []string        // names of segments that are no longer part of it
}

type sealed struct {
	*Segment
	name string
	kept bool // the caller has it
}

// spot is where a report stands in its day: sealed[part], or young where part is -1.
type spot struct{ part, i int }

// Named is a segment with its name: that of its day, a stroke and a number.
type Named struct {
	Name string
	Data []byte
}

// Load takes in the segments that were kept of the day.
func (d *Day) Load(kept []Named) error {
	for _, k := range kept {
		s, err := Open(k.Data)
		if err != nil {
			return &DamageError{k.Name, err}
		}
		d.sealed = append(d.sealed, sealed{s, k.Name, true})
	}
	slices.SortFunc(d.sealed, func(a, b sealed) int { return cmp.Compare(number(a.name), number(b.name)) })
	for i := range d.sealed {
		d.next = number(d.sealed[i].name) + 1
	}
	d.locate()
	return nil
}

// DamageError is a segment that cannot be read. It can be made anew from the records.
type DamageError struct {
	Name string
	Err  error
}

func (e *DamageError) Error() string { return e.Name + ": " + e.Err.Error() }
func (e *DamageError) Unwrap() error { return e.Err }

// number is that of a segment within its day.
func number(name string) int {
	n, _ := strconv.Atoi(name[strings.LastIndexByte(name, '/')+1:])
	return n
}

// locate notes where each report stands.
func (d *Day) locate() {
	d.at = map[uint64]spot{}
	for p := range d.sealed {
		for i := range d.sealed[p].n {
			if !d.sealed[p].Removed(i) {
				d.at[d.sealed[p].ID(i)] = spot{p, i}
			}
		}
	}
	for i := range d.young.held {
		if !d.young.gone[i] {
			d.at[d.young.ID(i)] = spot{-1, i}
		}
	}
}

// Has reports whether a report is there.
func (d *Day) Has(id uint64) bool {
	_, ok := d.at[id]
	return ok
}

// Shelves are where the reports of the day are looked for, the earliest first.
func (d *Day) Shelves() iter.Seq[Shelf] {
	return func(yield func(Shelf) bool) {
		for i := range d.sealed {
			if !yield(d.sealed[i].Segment) {
				return
			}
		}
		if len(d.young.held) > 0 {
			yield(&d.young)
		}
	}
}

// Prints are all prints of the day, some of them more than once.
func (d *Day) Prints() iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for i := range d.sealed {
			for p := range d.sealed[i].m {
				if !yield(d.sealed[i].hash(p)) {
					return
				}
			}
		}
		for i := range d.young.held {
			for _, h := range d.young.held[i].Prints {
				if !yield(h) {
					return
				}
			}
		}
	}
}

// Count is how many prints Prints gives.
func (d *Day) Count() int {
	n := len(d.young.owner)
	for i := range d.sealed {
		n += d.sealed[i].m
	}
	return n
}

// Add takes a report in. name is that of the day.
func (d *Day) Add(name string, e Entry) error {
	if d.at == nil {
		d.at = map[uint64]spot{}
	}
	d.young.Add(e)
	d.at[e.ID] = spot{-1, len(d.young.held) - 1}
	if len(d.young.held) >= batch {
		return d.Seal(name)
	}
	return nil
}

// Remove takes a report out, and reports whether it was there. Its bytes go with the next Seal.
func (d *Day) Remove(id uint64) bool {
	s, ok := d.at[id]
	if !ok {
		return false
	}
	delete(d.at, id)
	if s.part < 0 {
		d.young.Remove(s.i)
	} else {
		d.sealed[s.part].Remove(s.i)
	}
	return true
}

// Seal makes a segment of what is young, and of segments that are too many or lost reports.
func (d *Day) Seal(name string) error {
	var entries []Entry
	changed := false
	if len(d.young.held) > 0 {
		entries, changed = d.young.Entries(), true
	}
	stays := d.sealed[:0:0]
	for i := range d.sealed {
		s := d.sealed[i]
		if s.gone == nil {
			stays = append(stays, s)
			continue
		}
		entries, changed = append(entries, s.Entries()...), true
		d.retire(s)
	}
	for len(stays) > 0 && changed && (len(stays) >= parts || stays[len(stays)-1].n <= len(entries)) {
		s := stays[len(stays)-1] // the last is the smallest
		entries = append(entries, s.Entries()...)
		d.retire(s)
		stays = stays[:len(stays)-1]
	}
	if !changed {
		return nil
	}
	d.sealed, d.young = stays, Young{}
	if len(entries) > 0 {
		s, err := Open(Build(entries))
		if err != nil {
			return err
		}
		d.sealed = append(d.sealed, sealed{s, name + "/" + strconv.Itoa(d.next), false})
		d.next++
	}
	d.locate()
	return nil
}

// retire notes that a segment is no longer part of the day.
func (d *Day) retire(s sealed) {
	if s.kept {
		d.old = append(d.old, s.name)
	}
}

// Kept gives the segments that are to be kept since the last call, and the names of those that are
// to be dropped.
func (d *Day) Kept() (put []Named, drop []string) {
	for i := range d.sealed {
		if s := &d.sealed[i]; !s.kept {
			put = append(put, Named{s.name, s.Data})
			s.kept = true
		}
	}
	drop, d.old = d.old, nil
	return put, drop
}
