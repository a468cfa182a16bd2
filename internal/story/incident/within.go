package incident

import (
	"cmp"
	"slices"

	"riwaya"
)

// Within are the incidents of a story, given its reports in the order in which they came.
func Within(id string, reports []*riwaya.Record) []riwaya.Incident {
	var all []*telling
	for at, rec := range reports {
		all = append(all, tellings(rec, at)...)
	}
	// Which comes first must not decide what is one happening; the surest are put together first.
	slices.SortStableFunc(all, func(a, b *telling) int {
		return cmp.Or(cmp.Compare(b.strength(), a.strength()), cmp.Compare(a.day.to, b.day.to),
			cmp.Compare(a.rec.Article.ID, b.rec.Article.ID), cmp.Compare(a.event.ID, b.event.ID))
	})
	var found []*happening
	for _, t := range all {
		if h, e, ok := choose(found, t); ok {
			h.take(t, e.why, e.sure(h, t))
			continue
		}
		if t.strength() > 0 {
			h := &happening{}
			h.take(t, nil, 1)
			found = append(found, h)
		}
	}
	var out []riwaya.Incident
	for _, h := range found {
		if h.codable() {
			out = append(out, h.write(id))
		}
	}
	slices.SortStableFunc(out, func(a, b riwaya.Incident) int {
		return cmp.Or(cmp.Compare(a.Last, b.Last), cmp.Compare(a.First, b.First), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// strength is how well a telling says by itself what it is about.
func (t *telling) strength() int {
	n := 0
	if t.place != nil {
		switch level(t.place) {
		case levelTown:
			n += 4
		case levelDistrict:
			n += 2
		default:
			n++
		}
	}
	if t.said && t.day.exact() {
		n += 3
	} else if t.said && !t.day.open() {
		n++
	}
	if len(t.tolls) > 0 {
		n += 2
	}
	if n > 0 && t.kind.exact() > 1 {
		n++
	}
	return n
}

// codable reports whether it is said where or when it happened, so that somebody could code it.
func (h *happening) codable() bool {
	if h.place != nil && level(h.place) >= levelDistrict {
		return true
	}
	counted := slices.ContainsFunc(h.tellings, func(m member) bool { return len(m.tolls) > 0 })
	return h.said && (h.place != nil || counted)
}

// anchored reports whether a happening is known well enough for what says nothing to be of it.
func (h *happening) anchored() bool {
	return h.place != nil && level(h.place) == levelTown || h.said && h.day.exact()
}

// choose is the happening that a telling is of, if any: what fits best, and clearly better than
// the next.
func choose(found []*happening, t *telling) (*happening, evidence, bool) {
	type option struct {
		h *happening
		e evidence
	}
	var fits []option
	for _, h := range found {
		if e, ok := h.fit(t); ok {
			fits = append(fits, option{h, e})
		}
	}
	if len(fits) == 0 {
		return nil, evidence{}, false
	}
	slices.SortStableFunc(fits, func(a, b option) int { return cmp.Compare(b.e.points(), a.e.points()) })
	best := fits[0]
	if len(fits) > 1 && fits[1].e.points() == best.e.points() {
		alike := slices.DeleteFunc(slices.Clone(fits), func(o option) bool { return o.e.points() < best.e.points() })
		// Of several that fit alike it is the one that this report itself tells of, if it does of one
		// only; else the one that everybody speaks of.
		own := slices.DeleteFunc(slices.Clone(alike), func(o option) bool { return !o.h.in(t.rec) })
		slices.SortStableFunc(alike, func(a, b option) int { return cmp.Compare(b.h.reports(), a.h.reports()) })
		switch {
		case best.e.points() < much:
			return nil, evidence{}, false
		case len(own) == 1:
			best = own[0]
		case dominates(alike[0].h.reports(), alike[1].h.reports()):
			best = alike[0]
		default:
			return nil, evidence{}, false
		}
	}
	if best.e.enough(best.h, t) {
		return best.h, best.e, true
	}
	// What says little by itself is of the only one that there is.
	if len(fits) == 1 && best.h.anchored() && t.kind.local() && best.h.kind.local() && (best.h.in(t.rec) || t.first && best.e.points() > 0) && t.vague(best.h) {
		best.e.why = append(best.e.why, riwaya.OnlyOne)
		return best.h, best.e, true
	}
	return nil, evidence{}, false
}

// dominates reports whether what so many reports tell of is what a word without a day means, beside
// something else at the same place that others tell of.
func dominates(reports, others int) bool { return reports >= 3 && reports >= 3*others }

// vague reports whether a telling says nothing that would make it a happening by itself, beside one
// that is known.
func (t *telling) vague(h *happening) bool {
	return (t.place == nil || level(t.place) < levelTown) && !(t.said && t.day.exact() && !h.day.exact())
}

// sure is how sure it is that a telling is of a happening.
func (e *evidence) sure(h *happening, t *telling) float64 {
	switch p := e.points(); {
	case p >= 2*much:
		return 0.95
	case e.enough(h, t) && p > much:
		return 0.9
	case e.enough(h, t):
		return 0.8
	case h.in(t.rec):
		return 0.7
	}
	return 0.6
}
