package incident

import (
	"cmp"
	"slices"
)

// unite puts together happenings of one story that turned out to be one when all was told: what came first had too
// little in common, or two that it could be. No report tells of both, all that is told of the one can be of the other, and
// no third that is one with either cannot be one with the other.
func unite(found []*happening) []*happening {
	n := len(found)
	known := map[[2]int]relation{}
	is := func(i, k int) relation {
		at := [2]int{min(i, k), max(i, k)}
		r, ok := known[at]
		if !ok {
			r = found[at[0]].is(found[at[1]])
			known[at] = r
		}
		return r
	}
	// The largest first: what it takes is then its own.
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(found[b].reports(), found[a].reports()) })
	gone := make([]bool, n)
	for x, i := range order {
		for _, k := range order[x+1:] {
			if gone[i] || gone[k] || is(i, k) != one {
				continue
			}
			clear := true
			for _, c := range order {
				if c != i && c != k && !gone[c] && (is(i, c) == one && is(k, c) == two || is(k, c) == one && is(i, c) == two) {
					clear = false
					break
				}
			}
			if !clear {
				continue
			}
			for _, m := range found[k].tellings {
				e, _ := found[i].fit(m.telling)
				found[i].take(m.telling, e.why, min(m.sure, e.sure(found[i], m.telling)))
			}
			gone[k] = true
			for at := range known {
				if at[0] == i || at[1] == i {
					delete(known, at)
				}
			}
		}
	}
	out := found[:0:0]
	for i, h := range found {
		if !gone[i] {
			out = append(out, h)
		}
	}
	return out
}

// relation is how two happenings stand to one another.
type relation int

const (
	open relation = iota // they can be one
	one
	two
)

// is says how two happenings stand to one another.
func (h *happening) is(o *happening) relation {
	if !h.kind.Fits(o.kind) {
		return two
	}
	for rec := range o.told {
		if h.told[rec] {
			return two
		}
	}
	found := open
	for _, m := range o.tellings {
		e, ok := h.fit(m.telling)
		switch {
		case !ok:
			return two
		case e.enough(h, m.telling) && e.tells(h, m.telling), m.first && h.first && h.kind == m.kind && m.kind.Heads() && !m.kind.Formulaic() && e.day > 0 && (e.alike || e.titled):
			found = one
		}
	}
	return found
}

// tells reports whether what two have in common says more than that such a thing happened there: raids,
// fights and attacks of one place are many, and an attack that is also told as a blast is told so with its day or its toll.
func (e *evidence) tells(h *happening, t *telling) bool {
	if e.twin || e.retold || e.toll > 0 || e.day >= much {
		return true
	}
	return h.kind == t.kind && (e.alike || e.titled || h.kind.Once()) && !h.kind.Formulaic()
}
