package match

import (
	"slices"

	"riwaya/internal/lang"
)

// program is a pattern with its names resolved: the first node of each of its sides.
type program struct {
	left, right int32
}

// node is one step of a pattern and leads to the next. Patterns that end alike share their
// last nodes, so that what is found out about one holds for all.
type node struct {
	name             string
	part             int // index of the named part, or -1
	class            lang.Set
	optional, repeat bool
	next             int32
}

// end is the node behind the last.
const end = -1

// table is the nodes of all rules of a file, side by side.
type table struct{ nodes []node }

// add adds the steps of one side of a pattern and returns the first.
func (t *table) add(steps []node) int32 {
	next := int32(end)
	for _, n := range slices.Backward(steps) {
		n.next = next
		at := slices.Index(t.nodes, n)
		if at < 0 {
			at = len(t.nodes)
			t.nodes = append(t.nodes, n)
		}
		next = int32(at)
	}
	return next
}

// deadEnds remembers from which nodes no pattern could be finished at which tokens: rules
// end alike, and a part that repeats comes to the same token in many ways. It is of fixed
// size; what is driven out is tried again.
type deadEnds struct {
	trigger uint32 // counts them, so that nothing need be cleared
	ways    [1 << deadBits]deadEnd
}

type deadEnd struct {
	trigger   uint32
	node      int32
	at, state int32
	deep      int // how many steps fitted at best
}

const deadBits = 7

// forget begins anew, at another trigger.
func (d *deadEnds) forget() {
	if d.trigger++; d.trigger == 0 {
		*d = deadEnds{trigger: 1}
	}
}

func (d *deadEnds) way(n int32, at, state int) *deadEnd {
	const spread = 0x9e3779b1 // 2^32 by the golden ratio
	h := (uint32(n)<<20 ^ uint32(at)<<4 ^ uint32(state)) * spread
	return &d.ways[h>>(32-deadBits)]
}

func (d *deadEnds) find(n int32, at, state int) (deep int, ok bool) {
	w := d.way(n, at, state)
	return w.deep, w.trigger == d.trigger && w.node == n && w.at == int32(at) && w.state == int32(state)
}

func (d *deadEnds) note(n int32, at, state, deep int) {
	*d.way(n, at, state) = deadEnd{d.trigger, n, int32(at), int32(state), deep}
}
