package incident

import (
	"cmp"
	"slices"

	"riwaya"
	"riwaya/internal/story"
	"riwaya/internal/story/incident/kind"
	"riwaya/internal/story/incident/locality"
)

// Within are the incidents of a story, given its reports in the order in which they came, the copies
// between them, and how words are compared. Where words is nil, no two are one because their reports begin alike or
// because they turn out to be one when all is told.
func Within(id string, reports []*riwaya.Record, copies []riwaya.Copy, words story.Words) []riwaya.Incident {
	kept := Of(id, reports, copies, words)
	out := make([]riwaya.Incident, len(kept))
	for i := range kept {
		out[i] = kept[i].Incident
	}
	return out
}

// Kept is an incident with what package joint compares besides: the words in which it is told, as keys, in order.
type Kept struct {
	riwaya.Incident
	Words []int64
}

// Of is [Within], with what package joint compares.
func Of(id string, reports []*riwaya.Record, copies []riwaya.Copy, words story.Words) []Kept {
	several := words != nil && len(reports) > 1
	if !several {
		words = nil
	}
	var all []*telling
	for at, rec := range reports {
		all = append(all, tellings(rec, at, words)...)
	}
	for t, of := range twins(all, copies) {
		t.twins = of
	}
	if several {
		retell(all)
	}
	// Which comes first must not decide what is one happening; the surest are put together first.
	slices.SortStableFunc(all, func(a, b *telling) int {
		return cmp.Or(cmp.Compare(b.strength(), a.strength()), cmp.Compare(a.day.To, b.day.To),
			cmp.Compare(a.rec.Article.ID, b.rec.Article.ID), cmp.Compare(a.event.ID, b.event.ID))
	})
	var found []*happening
	for _, t := range all {
		if h, e, ok := choose(found, t); ok {
			h.take(t, e.why, e.sure(h, t))
			continue
		}
		if t.strength() > 0 || t.first && t.kind.Heads() {
			h := &happening{}
			h.take(t, nil, 1)
			found = append(found, h)
		}
	}
	var out []Kept
	if several {
		found = unite(found)
	}
	for _, h := range found {
		if h.codable() {
			one := Kept{Incident: h.write(id)}
			for _, m := range h.tellings {
				one.Words = append(one.Words, m.words...)
			}
			slices.Sort(one.Words)
			one.Words = slices.Compact(one.Words)
			out = append(out, one)
		}
	}
	slices.SortStableFunc(out, func(a, b Kept) int {
		return cmp.Or(cmp.Compare(a.Last, b.Last), cmp.Compare(a.First, b.First), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// strength is how well a telling says by itself what it is about.
func (t *telling) strength() int {
	n := 0
	if t.place != nil {
		switch locality.Level(t.place) {
		case locality.Town:
			n += 4
		case locality.District:
			n += 2
		default:
			n++
		}
	}
	if t.said && t.day.Exact() {
		n += 3
	} else if t.said && !t.day.Open() {
		n++
	}
	if len(t.tolls) > 0 {
		n += 2
	}
	if n > 0 && t.kind.Exact() > 1 {
		n++
	}
	return n
}

// codable reports whether it is said where or when it happened, so that somebody could code it, or
// whether several reports tell of it.
func (h *happening) codable() bool {
	if h.place != nil && locality.Level(h.place) >= locality.District {
		return true
	}
	counted := slices.ContainsFunc(h.tellings, func(m member) bool { return len(m.tolls) > 0 })
	if h.retold(counted) {
		return true
	}
	if len(h.told) > 1 && !h.day.Open() && (counted || len(h.parties) > 0) && h.kind.Local() && h.kind.Exact() > 0 {
		return true // who or how many, and in which days, as several print it
	}
	return h.said && (h.place != nil || counted)
}

// retold reports whether several reports tell of it in words of their own. A sentence that was rewritten is that where something
// counts or dates what it tells: what is only said again, as that there is a war, is no row of anybody's table.
func (h *happening) retold(counted bool) bool {
	var first *riwaya.Record
	for _, m := range h.tellings {
		switch {
		case slices.Contains(m.why, riwaya.SameWords), slices.Contains(m.why, riwaya.LikeWords) && h.day.Open() && !counted:
		case first == nil:
			first = m.rec
		case first != m.rec:
			return true
		}
	}
	return false
}

// anchored reports whether a happening is known well enough for what says nothing to be of it.
func (h *happening) anchored() bool {
	return h.place != nil && locality.Level(h.place) == locality.Town || h.said && h.day.Exact()
}

// option is a happening that a telling can be of.
type option struct {
	h *happening
	e evidence
}

// choose is the happening that a telling is of, if any.
func choose(found []*happening, t *telling) (*happening, evidence, bool) {
	var fits []option
	for _, h := range found {
		if e, ok := h.fit(t); ok {
			fits = append(fits, option{h, e})
		}
	}
	// What is placed elsewhere is the same only where both reports begin with it.
	all := fits
	fits = slices.DeleteFunc(slices.Clone(fits), func(o option) bool { return o.e.elsewhere })
	if best, ok := clearest(fits, t); ok && best.e.enough(best.h, t) {
		return best.h, best.e, true
	}
	// An earlier toll stands in its own report beside the one that overtook it.
	own := slices.DeleteFunc(slices.Clone(fits), func(o option) bool { return o.e.toll == 0 || !o.h.in(t.rec) || !t.vague(o.h) })
	if len(own) == 1 {
		return own[0].h, own[0].e, true
	}
	// What says little by itself is of the only one that there is.
	if len(fits) == 1 && t.small(&fits[0]) {
		return fits[0].h, fits[0].e.only(), true
	}
	// Reports of one story begin with the same: what they both begin with, of one kind, where it can
	// be nothing else.
	heads := slices.DeleteFunc(all, func(o option) bool { return o.h.kind != t.kind || !o.h.first })
	if len(heads) > 1 && !t.kind.Formulaic() { // of several the one that is told in much the same words
		heads = slices.DeleteFunc(heads, func(o option) bool { return !o.e.alike && !o.e.titled })
	}
	if t.first && t.kind.Heads() && len(heads) == 1 && heads[0].e.begin(t.kind) {
		return heads[0].h, heads[0].e.only(), true
	}
	return nil, evidence{}, false
}

// clearest is what fits best, if it does better than the next. Of several that fit alike it is the
// one that this report itself tells of, if it does of one only; else the one that everybody speaks of.
func clearest(fits []option, t *telling) (option, bool) {
	if len(fits) == 0 {
		return option{}, false
	}
	slices.SortStableFunc(fits, func(a, b option) int { return cmp.Compare(b.e.points(), a.e.points()) })
	most := fits[0].e.points()
	alike := slices.DeleteFunc(slices.Clone(fits), func(o option) bool { return o.e.points() < most })
	if len(alike) == 1 {
		return alike[0], true
	}
	if most < much {
		return option{}, false
	}
	own := slices.DeleteFunc(slices.Clone(alike), func(o option) bool { return !o.h.in(t.rec) })
	slices.SortStableFunc(alike, func(a, b option) int { return cmp.Compare(b.h.reports(), a.h.reports()) })
	switch {
	case len(own) == 1:
		return own[0], true
	case Dominates(alike[0].h.reports(), alike[1].h.reports()):
		return alike[0], true
	}
	return option{}, false
}

// only is the evidence where nothing else fits.
func (e evidence) only() evidence {
	e.why = append(e.why, riwaya.OnlyOne)
	return e
}

// begin reports whether two reports begin with the same: the same number or words, or the same town
// where not much happens of that kind.
func (e *evidence) begin(k kind.Kind) bool {
	return e.day > 0 && (e.begun || e.titled || e.town && k.Local() && k != kind.Disaster && k != kind.Arrest)
}

// small reports whether a telling says nothing that would make it a happening by itself, beside the
// only one that it fits, which its report tells of, or begins with.
func (t *telling) small(o *option) bool {
	if !o.h.close(t) || o.h.kind != t.kind && len(t.agents) > 0 && !meets(o.h.agents, t.agents) {
		return false // told far from it, or somebody's of whom nothing is said there
	}
	return o.h.anchored() && t.kind != kind.Battle && t.kind != kind.Ground && t.kind.Local() && o.h.kind.Local() && (o.h.in(t.rec) || t.first && o.e.day > 0 && (o.e.begun || o.e.toll > 0 || o.e.place >= some)) && t.vague(o.h)
}

// beside is how far apart, in bytes, a report tells of what it places and of what it leaves unplaced: a sentence or two.
const beside = 500

// close reports whether a report tells of the happening right beside a telling, or begins with it; and true of one that does not tell of
// it at all. What was a few years ago is placed in the last paragraph, and takes nothing of what the report is about.
func (h *happening) close(t *telling) bool {
	if !h.in(t.rec) {
		return true
	}
	at := t.event.Span.Hull()
	return slices.ContainsFunc(h.tellings, func(m member) bool {
		o := m.event.Span.Hull()
		return m.rec == t.rec && (m.first || max(o.Start-at.End, at.Start-o.End) <= beside)
	})
}

// Dominates reports whether what so many reports tell of is what a word without a day means, beside
// something else at the same place that others tell of.
func Dominates(reports, others int) bool { return reports >= 3 && reports >= 3*others }

// vague reports whether a telling says nothing that would make it a happening by itself, beside one
// that is known.
func (t *telling) vague(h *happening) bool {
	return (t.place == nil || locality.Level(t.place) < locality.Town) && !(t.said && t.day.Exact() && !h.day.Exact())
}

// sure is how sure it is that a telling is of a happening.
func (e *evidence) sure(h *happening, t *telling) float64 {
	switch p := e.points(); {
	case e.retold:
		return 0.9
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
