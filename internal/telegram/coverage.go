package telegram

import (
	"cmp"
	"slices"
)

// Coverage is which messages of a chat an export has, as stretches of ids: a message that
// was there before and is not in it, though messages before and behind it are, was deleted.
type Coverage struct {
	runs   [][2]int64 // ascending, not touching
	strays map[int64]bool
	gap    bool // something that could not be read stands behind the last
}

// mostStrays is how many messages out of order are remembered. Telegram writes none.
const mostStrays = 10_000

// Add notes a message, in the order of the export.
func (c *Coverage) Add(id int64) {
	n := len(c.runs)
	switch {
	case n == 0:
		c.runs = append(c.runs, [2]int64{id, id})
		c.gap = false
	case id > c.runs[n-1][1]:
		if c.gap || id == c.runs[n-1][1]+1 {
			c.runs[n-1][1] = id
		} else {
			c.runs = append(c.runs, [2]int64{id, id})
		}
		c.gap = false
	case len(c.strays) < mostStrays:
		if c.strays == nil {
			c.strays = map[int64]bool{}
		}
		c.strays[id] = true
	default: // nothing can be said of it
		c.runs = [][2]int64{{c.runs[0][0], c.runs[n-1][1]}}
	}
}

// Unread notes that a message could not be read: it may be any up to the next.
func (c *Coverage) Unread() { c.gap = true }

// CoverageOf makes a coverage from stretches of ids.
func CoverageOf(runs [][2]int64) Coverage { return Coverage{runs: runs} }

// Runs are the stretches of ids, in order.
func (c *Coverage) Runs() [][2]int64 {
	out := slices.Clone(c.runs)
	for id := range c.strays {
		out = append(out, [2]int64{id, id})
	}
	slices.SortFunc(out, func(a, b [2]int64) int { return cmp.Compare(a[0], b[0]) })
	joined := out[:0]
	for _, r := range out {
		if n := len(joined); n > 0 && r[0] <= joined[n-1][1]+1 {
			joined[n-1][1] = max(joined[n-1][1], r[1])
			continue
		}
		joined = append(joined, r)
	}
	return joined
}

// Between are the ids of the first and the last message; false where there is none.
func (c *Coverage) Between() (from, to int64, ok bool) {
	if len(c.runs) == 0 {
		return 0, 0, false
	}
	return c.runs[0][0], c.runs[len(c.runs)-1][1], true
}

// Lacks reports whether the export has messages before and behind a message, and not it.
func (c *Coverage) Lacks(id int64) bool {
	from, to, ok := c.Between()
	if !ok || id <= from || id >= to || c.strays[id] {
		return false
	}
	_, has := slices.BinarySearchFunc(c.runs, id, func(r [2]int64, id int64) int {
		switch {
		case r[1] < id:
			return -1
		case r[0] > id:
			return 1
		}
		return 0
	})
	return !has
}
