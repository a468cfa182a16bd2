package story

// tally counts how many reports of a day have a mark, and knows those among whose compared marks it is. The
// numbers of marks are hashes: they are put where their last bits say.
type tally struct {
	slots []slot // empty where nothing is counted; a power of two, at most half of them full
	used  int
	held  []has
}

type slot struct {
	key         uint64
	count       int32
	first, last int32 // 1 + places in held
}

// has is a report that has a mark.
type has struct {
	at     int32 // in its bucket
	next   int32 // 1 + the place of the next with the same mark
	weight float32
}

// find is the slot of a mark, or the one where it would be.
func (t *tally) find(key uint64) *slot {
	for i := key; ; i++ {
		if s := &t.slots[i&uint64(len(t.slots)-1)]; s.count == 0 || s.key == key {
			return s
		}
	}
}

// count is how many reports have a mark.
func (t *tally) count(key uint64) int {
	if t.used == 0 {
		return 0
	}
	return int(t.find(key).count)
}

// add counts a report that has a mark.
func (t *tally) add(key uint64) {
	if 2*t.used >= len(t.slots) {
		old := t.slots
		t.slots = make([]slot, max(1<<10, 2*len(old)))
		for i := range old {
			if old[i].count > 0 {
				*t.find(old[i].key) = old[i]
			}
		}
	}
	s := t.find(key)
	if s.count == 0 {
		s.key = key
		t.used++
	}
	s.count++
}

// enter notes that a report, which was counted, has a mark that is compared.
func (t *tally) enter(key uint64, h has) {
	t.held = append(t.held, h)
	s, n := t.find(key), int32(len(t.held))
	if s.first == 0 {
		s.first = n
	} else {
		t.held[s.last-1].next = n
	}
	s.last = n
}

// each gives the reports that have a mark among those that are compared, in the order in which they came.
func (t *tally) each(key uint64, see func(has)) {
	if t.used == 0 {
		return
	}
	for n := t.find(key).first; n > 0; n = t.held[n-1].next {
		see(t.held[n-1])
	}
}
