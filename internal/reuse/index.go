package reuse

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"riwaya"
)

// Options say what an Index does.
type Options struct {
	// Days is how many days may lie between two reports that are held against each other;
	// 0: 14. Reports without a day are held against one another only.
	Days int
	// Load gives the segments that were kept of a day, none where there are none. Nil: nothing
	// was kept, and all stays in memory.
	Load func(day string) ([]Segment, error)
}

// Segment is what the caller keeps of an index: it is put under its name, and dropped when Flush says so.
type Segment struct {
	Name string // the day, a stroke and a number: it stands for what is in it
	Day  string // as [Day] gives it
	Data []byte
}

const (
	defaultDays = 14
	// batch is how many reports of a day are held before a segment is made of them.
	batch = 512
	// parts is how many segments a day has at most; then those of like size become one.
	parts = 4
)

// Index knows the reports that came, and finds what a new one shares with them. It is for one
// goroutine.
type Index struct {
	o       Options
	names   *Names
	days    map[string]*day
	filter  filter
	scratch scratch
	aligner aligner // of a candidate
	own     aligner // of the newcomer
}

// day are the reports of one day.
type day struct {
	sealed []sealed
	young  young
	at     map[uint64]spot // by the hash of a report's id
	next   int             // number of the next segment
	old    []string        // names of segments that are no longer part of it
}

type sealed struct {
	*segment
	name string
	kept bool // the caller has it
}

// spot is where a report stands in its day: sealed[part], or young where part is -1.
type spot struct{ part, i int }

// New makes an Index without reports. names say whose credits are whose.
func New(names *Names, o Options) *Index {
	if o.Days <= 0 {
		o.Days = defaultDays
	}
	return &Index{o: o, names: names, days: map[string]*day{}, filter: newFilter(0)}
}

// day gives a day, loaded if it was not.
func (x *Index) day(name string) (*day, error) {
	if d := x.days[name]; d != nil {
		return d, nil
	}
	d := &day{at: map[uint64]spot{}}
	if x.o.Load != nil {
		kept, err := x.o.Load(name)
		if err != nil {
			return nil, fmt.Errorf("reuse: day %s: %w", name, err)
		}
		for _, k := range kept {
			s, err := open(k.Data)
			if err != nil {
				return nil, fmt.Errorf("%w: %s", err, k.Name)
			}
			d.sealed = append(d.sealed, sealed{s, k.Name, true})
		}
		slices.SortFunc(d.sealed, func(a, b sealed) int { return cmp.Compare(number(a.name), number(b.name)) })
		for i := range d.sealed {
			d.next = number(d.sealed[i].name) + 1
		}
		d.locate()
	}
	x.days[name] = d
	for i := range d.sealed {
		if s := d.sealed[i]; x.filter.room < s.m {
			x.refill(0)
		} else {
			for p := range s.m {
				x.filter.add(s.hash(p))
			}
		}
	}
	return d, nil
}

// number is that of a segment within its day.
func number(name string) int {
	n, _ := strconv.Atoi(name[strings.LastIndexByte(name, '/')+1:])
	return n
}

// locate notes where each report of the segments stands.
func (d *day) locate() {
	clear(d.at)
	for p := range d.sealed {
		for i := range d.sealed[p].n {
			if !d.sealed[p].removed(i) {
				d.at[d.sealed[p].id(i)] = spot{p, i}
			}
		}
	}
	for i := range d.young.held {
		if !d.young.gone[i] {
			d.at[d.young.id(i)] = spot{-1, i}
		}
	}
}

// Has reports whether the report of that day and id is in the index.
func (x *Index) Has(name, id string) (bool, error) {
	d, err := x.day(name)
	if err != nil {
		return false, err
	}
	_, ok := d.at[idHash(id)]
	return ok, nil
}

// Add takes a report in, and gives what it shares with those before. A report that is there
// already is not taken in again; what it shares with the others is given again.
func (x *Index) Add(rec *riwaya.Record) ([]riwaya.Copy, error) {
	n := x.newcomer(rec)
	found, err := x.find(n)
	if err != nil {
		return nil, err
	}
	return found, x.enter(n)
}

// Find gives what a report shares with those in the index, itself left out, without
// taking it in.
func (x *Index) Find(rec *riwaya.Record) ([]riwaya.Copy, error) { return x.find(x.newcomer(rec)) }

// Enter takes a report in without looking for what it shares.
func (x *Index) Enter(rec *riwaya.Record) error { return x.enter(x.newcomer(rec)) }

func (x *Index) enter(n *newcomer) error {
	d, err := x.day(n.day)
	if err != nil {
		return err
	}
	id := idHash(n.report.ID)
	if _, ok := d.at[id]; ok {
		return nil
	}
	raw, err := encodeReport(&n.report, n.words)
	if err != nil {
		return err
	}
	hashes := make([]uint64, 0, len(n.prints))
	for _, p := range n.prints {
		hashes = append(hashes, p.hash)
	}
	slices.Sort(hashes)
	hashes = slices.Compact(hashes)
	d.young.add(entry{id, raw, hashes})
	x.remember(hashes)
	d.at[id] = spot{-1, len(d.young.held) - 1}
	if len(d.young.held) >= batch {
		return d.seal(n.day)
	}
	return nil
}

// Remove takes a report out, and reports whether it was there. What was kept of it goes with the next
// Flush, whose segments the caller must then put in the place of the old.
func (x *Index) Remove(name, id string) (bool, error) {
	d, err := x.day(name)
	if err != nil {
		return false, err
	}
	s, ok := d.at[idHash(id)]
	if !ok {
		return false, nil
	}
	delete(d.at, idHash(id))
	if s.part < 0 {
		d.young.remove(s.i)
	} else {
		d.sealed[s.part].remove(s.i)
	}
	return true, nil
}

// Flush gives the segments that are to be kept since the last Flush, and the names of those
// that are to be dropped; both belong in one transaction. Afterwards days that lie out of reach of the
// newest are forgotten where they can be loaded again.
func (x *Index) Flush() (put []Segment, drop []string, err error) {
	for _, name := range slices.Sorted(maps.Keys(x.days)) {
		d := x.days[name]
		if err := d.seal(name); err != nil {
			return nil, nil, err
		}
		for i := range d.sealed {
			if s := &d.sealed[i]; !s.kept {
				put = append(put, Segment{s.name, name, s.data})
				s.kept = true
			}
		}
		drop = append(drop, d.old...)
		d.old = nil
	}
	x.forget()
	return put, drop, nil
}

// forget drops the days that the newest day does not reach.
func (x *Index) forget() {
	if x.o.Load == nil || len(x.days) == 0 {
		return
	}
	newest, err := time.Parse(time.DateOnly, slices.Max(slices.Collect(maps.Keys(x.days))))
	if err != nil {
		return // only reports without a day
	}
	oldest := newest.AddDate(0, 0, -2*x.o.Days).Format(time.DateOnly)
	held := len(x.days)
	maps.DeleteFunc(x.days, func(name string, _ *day) bool { return name != "" && name < oldest })
	if len(x.days) < held {
		x.refill(0)
	}
}

// seal makes a segment of what is young, and of segments that are too many or lost reports.
func (d *day) seal(name string) error {
	var entries []entry
	changed := false
	if len(d.young.held) > 0 {
		entries, changed = d.young.entries(), true
	}
	stays := d.sealed[:0:0]
	for i := range d.sealed {
		s := d.sealed[i]
		if s.gone == nil {
			stays = append(stays, s)
			continue
		}
		entries, changed = append(entries, s.entries()...), true
		d.retire(s)
	}
	for len(stays) > 0 && changed && (len(stays) >= parts || stays[len(stays)-1].n <= len(entries)) {
		s := stays[len(stays)-1] // the last is the smallest
		entries = append(entries, s.entries()...)
		d.retire(s)
		stays = stays[:len(stays)-1]
	}
	if !changed {
		return nil
	}
	d.sealed, d.young = stays, young{}
	if len(entries) > 0 {
		s, err := open(build(entries))
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
func (d *day) retire(s sealed) {
	if s.kept {
		d.old = append(d.old, s.name)
	}
}
