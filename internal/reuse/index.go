package reuse

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"time"

	"riwaya"
	"riwaya/internal/reuse/byline"
	"riwaya/internal/reuse/passage"
	"riwaya/internal/reuse/segment"
	"riwaya/lexicon"
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

const defaultDays = 14

// Index knows the reports that came, and finds what a new one shares with them. It is for one
// goroutine.
type Index struct {
	o       Options
	names   *Names
	days    map[string]*segment.Day
	filter  segment.Filter
	scratch scratch
	aligner passage.Aligner // of a candidate
	own     passage.Aligner // of the newcomer
}

// Names knows agencies and outlets by what they are called.
type Names = byline.Names

// NewNames takes the outlets of a lexicon, and its words for agencies without a name.
func NewNames(lx *lexicon.Lexicon) *Names { return byline.New(lx) }

// New makes an Index without reports. names say whose credits are whose.
func New(names *Names, o Options) *Index {
	if o.Days <= 0 {
		o.Days = defaultDays
	}
	return &Index{o: o, names: names, days: map[string]*segment.Day{}, filter: segment.NewFilter(0)}
}

// day gives a day, loaded if it was not.
func (x *Index) day(name string) (*segment.Day, error) {
	if d := x.days[name]; d != nil {
		return d, nil
	}
	d := &segment.Day{}
	if x.o.Load != nil {
		kept, err := x.o.Load(name)
		if err != nil {
			return nil, fmt.Errorf("reuse: day %s: %w", name, err)
		}
		named := make([]segment.Named, len(kept))
		for i, k := range kept {
			named[i] = segment.Named{Name: k.Name, Data: k.Data}
		}
		if err := d.Load(named); err != nil {
			return nil, fmt.Errorf("reuse: %w", err)
		}
	}
	x.days[name] = d
	x.remember(d.Prints(), d.Count())
	return d, nil
}

// Has reports whether the report of that day and id is in the index.
func (x *Index) Has(name, id string) (bool, error) {
	d, err := x.day(name)
	if err != nil {
		return false, err
	}
	return d.Has(segment.IDHash(id)), nil
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
	id := segment.IDHash(n.report.ID)
	if d.Has(id) {
		return nil
	}
	raw, err := encode(&n.report, n.Words)
	if err != nil {
		return err
	}
	hashes := make([]uint64, 0, len(n.prints))
	for _, p := range n.prints {
		hashes = append(hashes, p.Hash)
	}
	slices.Sort(hashes)
	hashes = slices.Compact(hashes)
	if err := d.Add(n.day, segment.Entry{ID: id, Raw: raw, Prints: hashes}); err != nil {
		return err
	}
	x.remember(slices.Values(hashes), len(hashes))
	return nil
}

// Remove takes a report out, and reports whether it was there. What was kept of it goes with the next
// Flush, whose segments the caller must then put in the place of the old.
func (x *Index) Remove(name, id string) (bool, error) {
	d, err := x.day(name)
	if err != nil {
		return false, err
	}
	return d.Remove(segment.IDHash(id)), nil
}

// Flush gives the segments that are to be kept since the last Flush, and the names of those
// that are to be dropped; both belong in one transaction. Afterwards days that lie out of reach of the
// newest are forgotten where they can be loaded again.
func (x *Index) Flush() (put []Segment, drop []string, err error) {
	for _, name := range slices.Sorted(maps.Keys(x.days)) {
		d := x.days[name]
		if err := d.Seal(name); err != nil {
			return nil, nil, fmt.Errorf("reuse: %w", err)
		}
		fresh, old := d.Kept()
		for _, k := range fresh {
			put = append(put, Segment{k.Name, name, k.Data})
		}
		drop = append(drop, old...)
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
	maps.DeleteFunc(x.days, func(name string, _ *segment.Day) bool { return name != "" && name < oldest })
	if len(x.days) < held {
		x.refill()
	}
}

// remember notes the prints that a day now has, n of them.
func (x *Index) remember(prints iter.Seq[uint64], n int) {
	if x.filter.Room < n {
		x.refill()
		return // they are among them
	}
	for h := range prints {
		x.filter.Add(h)
	}
}

// refill makes the filter anew for what is in memory.
func (x *Index) refill() {
	n := 0
	for _, d := range x.days {
		n += d.Count()
	}
	x.filter = segment.NewFilter(n)
	for _, d := range x.days {
		for h := range d.Prints() {
			x.filter.Add(h)
		}
	}
}
