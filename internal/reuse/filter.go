package reuse

// filter says of most prints that no report within memory has them, at the cost of one look:
// four of five prints of a report are of no other, and would be looked for on every day.
type filter struct {
	bits []uint64
	room int // how many more prints it takes
}

// sparse is how many bits a print has: of those that nobody has, one in sixteen is looked for.
const sparse = 16

// newFilter makes a filter for n prints, and as many again.
func newFilter(n int) filter {
	size := 1 << 12
	for size < 2*sparse*n {
		size *= 2
	}
	return filter{make([]uint64, size/64), size / sparse}
}

func (f *filter) add(h uint64) {
	at := h & uint64(64*len(f.bits)-1)
	f.bits[at/64] |= 1 << (at % 64)
	f.room--
}

func (f *filter) has(h uint64) bool {
	at := h & uint64(64*len(f.bits)-1)
	return f.bits[at/64]>>(at%64)&1 != 0
}

// remember notes prints that a day now has.
func (x *Index) remember(prints []uint64) {
	if x.filter.room < len(prints) {
		x.refill(len(prints))
	}
	for _, h := range prints {
		x.filter.add(h)
	}
}

// refill makes the filter anew for what is in memory, and more prints to come.
func (x *Index) refill(more int) {
	n := more
	for _, d := range x.days {
		for i := range d.sealed {
			n += d.sealed[i].m
		}
		n += len(d.young.owner)
	}
	x.filter = newFilter(n)
	for _, d := range x.days {
		for i := range d.sealed {
			for p := range d.sealed[i].m {
				x.filter.add(d.sealed[i].hash(p))
			}
		}
		for i := range d.young.held {
			for _, h := range d.young.held[i].prints {
				x.filter.add(h)
			}
		}
	}
}
