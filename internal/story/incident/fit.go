package incident

import (
	"slices"

	"riwaya"
	"riwaya/internal/story/incident/head"
	"riwaya/internal/story/incident/kind"
	"riwaya/internal/story/incident/locality"
	"riwaya/internal/story/incident/span"
	"riwaya/internal/story/incident/toll"
)

// happening is an incident in the making.
type happening struct {
	tellings []member
	kind     kind.Kind // the most exact
	day      span.Days
	said     bool // that day
	place    *riwaya.Place
	key      string
	parties  []string
	agents   []string
	told     map[*riwaya.Record]bool
	first    bool         // a report begins with it
	heads    []*head.Head // of such reports
	numbers  []float64
	towns    []string
}

// member is a telling and why it is there.
type member struct {
	*telling
	why  []string
	sure float64
}

// evidence is what a telling has in common with a happening.
type evidence struct {
	place, day, toll, party int // points: see fit
	kind                    int
	body                    bool // a party of both is more than a state or a force that every state has
	twin                    bool // the very same words
	other                   bool // they count the same and have no number in common
	begun, town             bool // the reports begin with the same number or in the same words; with the same town
	alike                   bool // in the same words
	titled                  bool // they begin with this, and their titles say much the same
	retold                  bool // the same sentence, told in much the same words
	elsewhere               bool // their places are two, but no source knows one of them
	why                     []string
}

func (e *evidence) points() int {
	n := e.place + e.day + e.toll + e.party + e.kind
	if e.retold {
		n += same
	}
	return n
}

// Points. Two that say much, or one and several that say little, make one happening: see enough.
const (
	same   = 6 // the same sentence
	sure   = 4 // of tolls only
	much   = 3
	some   = 2
	little = 1
)

// fit says what a telling has in common with a happening, and whether it can be of it at all. What is the same
// sentence in two prints is the same happening, also where its day or its place was read in two ways.
func (h *happening) fit(t *telling) (e evidence, ok bool) {
	e, ok = h.compare(t)
	if len(t.twins) > 0 && !(ok && e.enough(h, t)) && h.kind.Fits(t.kind) && h.twin(t) {
		return evidence{place: much, day: much, toll: sure, twin: true, why: []string{riwaya.SameWords}}, true
	}
	return e, ok
}

// compare is fit by what is told.
func (h *happening) compare(t *telling) (e evidence, ok bool) {
	if !h.kind.Fits(t.kind) {
		return e, false
	}
	add := func(to *int, points int, why string) {
		*to = max(*to, points)
		e.why = append(e.why, why)
	}
	switch locality.Lie(h.place, t.place, h.key, t.key) {
	case locality.Apart:
		if h.place.Name != nil && t.place.Name != nil || h.in(t.rec) {
			return e, false
		}
		e.elsewhere = true
	case locality.Same:
		if locality.Level(t.place) >= locality.Town {
			add(&e.place, much, riwaya.SamePlace)
		} else {
			add(&e.place, little, riwaya.SamePlace)
		}
	case locality.Near:
		add(&e.place, some, riwaya.NearPlace)
	case locality.Inside:
		add(&e.place, little, riwaya.InPlace)
	}
	points, other, ok := h.tolls(t)
	if !ok {
		return e, false
	}
	e.other = other && points == 0
	if points > 0 {
		add(&e.toll, points, riwaya.SameFigure)
	}
	if _, meet := h.day.Meet(t.day); !meet && (e.place < much || points < sure || !h.day.Beside(t.day) || h.kind != t.kind || t.kind.Exact() < 2) {
		return e, false
	}
	switch {
	case h.said && t.said && h.day.Exact() && h.day.From == t.day.From && t.day.Exact():
		add(&e.day, much, riwaya.SameDay)
	case !h.day.Open() && !t.day.Open() && (h.day.Exact() || t.day.Exact() || h.kind.Once() || h.first && t.first):
		add(&e.day, little, riwaya.DayFits)
	}
	if apart(h.agents, t.agents) {
		return e, false
	}
	if meets(h.parties, t.parties) {
		add(&e.party, little, riwaya.SameParty)
		e.body = slices.ContainsFunc(h.parties, func(p string) bool { return !riwaya.OfState(p) && slices.Contains(t.parties, p) })
	}
	if h.kind == t.kind && h.kind.Exact() >= 2 {
		add(&e.kind, little, riwaya.SameKind)
	}
	if t.first {
		e.alike = slices.ContainsFunc(h.heads, t.head.Alike)
		e.begun = e.alike || slices.ContainsFunc(t.head.Numbers, func(x float64) bool { return slices.Contains(h.numbers, x) })
		e.town = meets(t.head.Towns, h.towns)
		e.titled = slices.ContainsFunc(h.heads, t.head.Titled)
	}
	if h.kind != t.kind && !(e.place >= much && h.kind.Violent() && t.kind.Violent()) || h.kind == kind.Harm || e.other || e.place < some && t.first && apart(t.head.Towns, h.towns) || t.kind.Formulaic() && e.party == 0 {
		e.titled = false // much the same is told of two towns, two ships, …
	}
	if e.elsewhere && !e.titled {
		return e, false
	}
	// How somebody died is told in set phrases, and an execution is: there it takes something more than the words, and so where two say
	// what it was.
	bare := e.place+e.day+e.toll+e.party == 0 && (t.kind == kind.Harm || h.kind != t.kind) || t.kind.Formulaic() && e.party == 0
	if !e.other && !e.elsewhere && !bare && (h.has(t.retold) || e.bears(h, t) && h.has(t.alike)) {
		if !e.enough(h, t) {
			e.why = append(e.why, riwaya.LikeWords)
		}
		e.retold = true
	}
	return e, true
}

// bears reports whether place, day or toll bear out that two sentences that are somewhat alike tell of one: of fights and raids of
// one place there are many that are told alike.
func (e *evidence) bears(h *happening, t *telling) bool {
	if h.kind != t.kind || t.kind.Raids() && e.day == 0 {
		return false
	}
	return e.place >= much || e.place >= some && e.day > 0 || e.day >= much || e.toll >= much
}

func meets(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// apart reports whether both name something, and nothing that both name.
func apart(a, b []string) bool { return len(a) > 0 && len(b) > 0 && !meets(a, b) }

// tolls compares what a telling counts with what the happening's others do: the points for an equal
// number, whether there is another one, and false where they are of two happenings. In one report two numbers that exclude each other
// are; over days tolls grow, and first reports are wrong.
func (h *happening) tolls(t *telling) (points int, other, ok bool) {
	for _, n := range t.tolls {
		low, high := toll.Bounds(n)
		for _, m := range h.tellings {
			for _, o := range m.tolls {
				if o.Predicate != n.Predicate || n.Figure.Op == "vague" || o.Figure.Op == "vague" {
					continue // tens are like all tens
				}
				if o.Value == n.Value {
					switch {
					case n.Value >= toll.Unlike:
						points = sure
					case n.Value >= toll.Telltale:
						points = max(points, much)
					default:
						points = max(points, little)
					}
					continue
				}
				olow, ohigh := toll.Bounds(o)
				if low <= ohigh && olow <= high {
					if m.rec == t.rec && high > n.Value && ohigh > o.Value {
						points = max(points, little) // "more than ten", said before "more than 27" was
					}
					continue
				}
				other = true
				grown := toll.Growth(h.kind)
				if m.rec == t.rec {
					return 0, true, false
				}
				if min(n.Value, o.Value)*grown+toll.Slack < max(n.Value, o.Value) {
					return 0, true, false
				}
			}
		}
	}
	return points, other, true
}

// enough reports whether what they have in common makes a telling of another report one of the
// happening.
func (e *evidence) enough(h *happening, t *telling) bool {
	switch {
	case e.twin, e.retold:
		return true
	case e.elsewhere:
		return false
	case !h.kind.Local() || !t.kind.Local():
		return e.party > 0 && e.kind > 0 && e.day+e.place >= much
	case e.place >= some && e.toll >= much:
		return true
	case e.place >= much && e.day >= much:
		return true
	case e.place >= much && e.day > 0: // what begins both reports, or a day that allows it
		return (h.kind == kind.Explosion || h.kind == kind.Protest) && !e.other || e.body || e.party > 0 && e.kind > 0 || e.toll > 0 || e.begun || e.titled
	case e.place >= some && e.day >= much:
		return h.kind.Once() && t.kind.Once() || e.toll > 0
	case e.place >= much && h.kind == kind.Explosion && t.kind == kind.Explosion: // recalled later, with no day
		return true
	case e.toll >= much && e.day > 0:
		return e.place > 0 || e.kind > 0 || t.first
	case e.place > 0 && e.day >= much:
		return h.kind.Once() && e.kind > 0
	}
	return false
}

// take makes a telling one of the happening.
func (h *happening) take(t *telling, why []string, sure float64) {
	h.tellings = append(h.tellings, member{t, why, sure})
	if h.told == nil {
		h.told = map[*riwaya.Record]bool{}
	}
	h.told[t.rec] = true
	if t.first {
		h.first = true
		h.heads = append(h.heads, t.head)
		h.numbers, h.towns = append(h.numbers, t.head.Numbers...), append(h.towns, t.head.Towns...)
	}
	if len(h.tellings) == 1 {
		h.kind, h.day, h.said = t.kind, t.day, t.said
		h.place, h.key = t.place, t.key
	} else {
		if t.kind.Exact() > h.kind.Exact() {
			h.kind = t.kind
		}
		if m, ok := h.day.Meet(t.day); ok {
			h.day, h.said = m, h.said || t.said
		}
		if t.place != nil && (h.place == nil || locality.Level(t.place) > locality.Level(h.place)) {
			h.place, h.key = t.place, t.key
		}
	}
	for _, p := range t.parties {
		if !slices.Contains(h.parties, p) {
			h.parties = append(h.parties, p)
		}
	}
	for _, p := range t.agents {
		if !slices.Contains(h.agents, p) {
			h.agents = append(h.agents, p)
		}
	}
}

// in reports whether a report tells of the happening.
func (h *happening) in(rec *riwaya.Record) bool { return h.told[rec] }

// reports is how many reports tell of it.
func (h *happening) reports() int { return len(h.told) }
