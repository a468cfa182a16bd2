package segment

// Filter says of most prints that no report within memory has them, at the cost of one look:
// four of five prints of a report are of no other, and would be looked for on every day.
type Filter struct {
	bits []uint64
	Room int // how many more prints it takes
}

// sparse is how many bits a print has: of those that nobody has, one in sixteen is looked for.
const sparse = 16

// NewFilter makes a filter for n prints, and as many again.
func NewFilter(n int) Filter {
	size := 1 << 12
	for size < 2*sparse*n {
		size *= 2
	}
	return Filter{make([]uint64, size/64), size / sparse}
}

func (f *Filter) Add(h uint64) {
	at := h & uint64(64*len(f.bits)-1)
	f.bits[at/64] |= 1 << (at % 64)
	f.Room--
}

func (f *Filter) Has(h uint64) bool {
	at := h & uint64(64*len(f.bits)-1)
	return f.bits[at/64]>>(at%64)&1 != 0
}
