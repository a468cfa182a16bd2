// Package joint makes one of what several stories tell of the same happening: what is counted on the same day in one town, what
// a later report recalls, and what is told in the same words. Better two incidents than one wrong one.
package joint

import (
	"cmp"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/story/incident"
	"riwaya/internal/story/incident/kind"
	"riwaya/internal/story/incident/locality"
	"riwaya/internal/story/incident/span"
	"riwaya/internal/story/incident/toll"
)

// recalled is how many days later a report of something else still recalls what happened without
// saying when.
const recalled = 21

// Join makes one of what several stories tell of the same happening, given the incidents of the
// stories in the order in which the stories were founded. Only what is placed in one town, or told in the
// same words, is joined: what is told in the same words, what is counted on the same day, and where a later report recalls a
// blast or a toll and there is one only that it can mean. Of what is joined the first keeps its ID. What is given is not altered.
func Join(kept []incident.Kept) []riwaya.Incident {
	incidents := make([]riwaya.Incident, len(kept))
	for i := range kept {
		incidents[i] = kept[i].Incident
	}
	j := joiner{into: make([]int, len(incidents)), why: make([]string, len(incidents)), reprint: make([]bool, len(incidents)), shapes: make([]shape, len(incidents)), at: map[string][]int{}}
	for i := range incidents {
		j.into[i], j.why[i] = i, riwaya.SamePlace
		s := shapeOf(&incidents[i])
		s.words = kept[i].Words
		j.shapes[i] = s
		if at := Town(&kept[i]); at != "" {
			j.at[at] = append(j.at[at], i)
		}
	}
	keys := make([]string, 0, len(j.at))
	for k := range j.at {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		j.place(j.at[k], !strings.HasPrefix(k, wordsOnly))
	}
	return j.write(incidents)
}

// reports is how many reports an incident has.
func reports(in *riwaya.Incident) int {
	n := 0
	for i := range in.Events {
		if i == 0 || in.Events[i].Article != in.Events[i-1].Article {
			n++
		}
	}
	return n
}

type joiner struct {
	into    []int    // what an incident was joined into: itself, or one before it
	why     []string // it was
	reprint []bool   // it was, for its words alone
	shapes  []shape
	at      map[string][]int // incidents by town
}

func (j *joiner) root(i int) int {
	for j.into[i] != i {
		i = j.into[i]
	}
	return i
}

// place joins the incidents of a town, or of those that are no more than told in the same words.
func (j *joiner) place(all []int, town bool) {
	dated, others := []int(nil), []int(nil)
	for _, i := range all {
		if j.shapes[i].day.Exact() {
			dated = append(dated, i)
		} else {
			others = append(others, i)
		}
	}
	// The largest first: what it can take is then its own, and not that of a stray telling.
	bySize := func(a, b int) int {
		return cmp.Or(cmp.Compare(len(j.shapes[b].told), len(j.shapes[a].told)), cmp.Compare(j.shapes[a].id, j.shapes[b].id))
	}
	slices.SortStableFunc(dated, bySize)
	slices.SortStableFunc(others, bySize)
	var groups [][]int
	sameDay := func(a, b *shape) bool { return town && j.sameDay(a, b) }
	for _, i := range dated {
		groups = j.add(groups, i, sameDay)
	}
	if !town {
		for _, i := range others {
			groups = j.add(groups, i, sameDay)
		}
		others = nil
	}
	for _, i := range others { // what is told in the words of one whose day is known
		if slices.ContainsFunc(groups, func(g []int) bool { return j.worded(g, i) }) {
			if more := j.add(groups, i, j.recalls); len(more) == len(groups) {
				groups = more
			}
		}
	}
	star := j.star(groups)
	for _, i := range append(dated, others...) {
		if !town {
			break
		}
		switch {
		case j.grouped(groups, i) || j.reprint[i]:
		case star >= 0 && j.allowed(groups[star], i) && j.means(&j.shapes[groups[star][0]], &j.shapes[i]):
			groups[star] = append(groups[star], i)
		case !j.shapes[i].day.Exact():
			groups = j.add(groups, i, j.recalls)
		}
	}
	for _, g := range groups {
		for _, i := range g[1:] {
			a, b := j.root(g[0]), j.root(i)
			j.into[max(a, b)] = min(a, b)
		}
	}
}

// add puts an incident to the only group that it is of, or to the one that all speak of, or else to the one that is told in its
// words; else it is a group by itself.
func (j *joiner) add(groups [][]int, i int, is func(a, b *shape) bool) [][]int {
	var fits, worded []int
	for k, g := range groups {
		if j.allowed(g, i) && is(&j.shapes[g[0]], &j.shapes[i]) {
			fits = append(fits, k)
		}
		if j.worded(g, i) {
			worded = append(worded, k)
		}
	}
	slices.SortStableFunc(fits, func(a, b int) int { return cmp.Compare(j.size(groups[b]), j.size(groups[a])) })
	switch {
	case len(fits) == 1, len(fits) > 1 && incident.Dominates(j.size(groups[fits[0]]), j.size(groups[fits[1]])):
	case len(worded) == 1:
		fits, j.reprint[i], j.why[i] = worded, true, riwaya.SameWords
		if g := groups[worded[0]]; len(g) == 1 {
			j.why[g[0]] = riwaya.SameWords
		}
	default:
		return append(groups, []int{i})
	}
	groups[fits[0]] = append(groups[fits[0]], i)
	return groups
}

// worded reports whether an incident is told in the words of one of a group, and can be that.
func (j *joiner) worded(group []int, i int) bool {
	b := &j.shapes[i]
	return slices.ContainsFunc(group, func(k int) bool {
		a := &j.shapes[k]
		_, meet := a.day.Meet(b.day)
		return a.kind == b.kind && meet && a.where(b) != locality.Apart && slices.ContainsFunc(a.words, func(w int64) bool { _, ok := slices.BinarySearch(b.words, w); return ok })
	}) && j.allowed(group, i)
}

// where says how the places of two lie.
func (s *shape) where(o *shape) locality.Relation {
	if s.place == nil || o.place == nil {
		return locality.Unclear
	}
	as := func(p *riwaya.IncidentPlace) *riwaya.Place {
		return &riwaya.Place{Name: &p.Name, Country: p.Country, Admin1: p.Admin1, Lat: p.Lat, Lon: p.Lon, Precision: p.Precision}
	}
	return locality.Lie(as(s.place), as(o.place), s.place.Key, o.place.Key)
}

// allowed reports whether an incident can be one with all of a group.
func (j *joiner) allowed(group []int, i int) bool {
	b := &j.shapes[i]
	for _, k := range group {
		a := &j.shapes[k]
		if !a.kind.Fits(b.kind) || len(a.agents) > 0 && len(b.agents) > 0 && !slices.ContainsFunc(a.agents, func(x string) bool { return slices.Contains(b.agents, x) }) {
			return false
		}
		if a.day.Exact() && b.day.Exact() && a.shares(b) {
			return false // a report tells them apart
		}
		if _, ok := counted(a, b); !ok {
			return false
		}
	}
	return true
}

// shares reports whether one report tells of both.
func (s *shape) shares(o *shape) bool {
	for a := range s.told {
		if o.told[a] {
			return true
		}
	}
	return false
}

// counted compares tolls: the highest that both count (0 where it could be chance), and false where they exclude each other.
func counted(a, b *shape) (same float64, ok bool) {
	grown := max(toll.Growth(a.kind), toll.Growth(b.kind))
	for i := range a.numbers {
		for k := range b.numbers {
			x, y := &a.numbers[i], &b.numbers[k]
			if x.Predicate != y.Predicate {
				continue
			}
			for _, n := range x.Numbers {
				if telltales(n) && slices.ContainsFunc(y.Numbers, func(o riwaya.IncidentNumber) bool { return o.Value == n.Value && o.Op != "vague" }) {
					same = max(same, n.Value)
				}
			}
			if x.Highest.Value*grown+toll.Slack < y.Lowest.Value || y.Highest.Value*grown+toll.Slack < x.Lowest.Value {
				return 0, false
			}
		}
	}
	return same, true
}

// sameDay reports whether two of a town are the same by their days and what they count. A large town
// has several fires, clashes and blasts a day.
func (j *joiner) sameDay(a, b *shape) bool {
	same, _ := counted(a, b)
	switch {
	case !b.day.Exact():
		return false
	case a.day.Beside(b.day):
		return same >= toll.Unlike && a.kind == b.kind && a.kind.Exact() >= 2
	case a.kind != b.kind:
		return a.day.From == b.day.From && same >= toll.Unlike
	}
	return a.day.From == b.day.From && same > 0
}

// recalls reports whether b, whose day is not known, recalls a: its toll.
func (j *joiner) recalls(a, b *shape) bool {
	same, _ := counted(a, b)
	return same >= toll.Unlike && j.before(a, b)
}

// before reports whether what b tells of can be a, of days before.
func (j *joiner) before(a, b *shape) bool {
	if !a.day.Exact() || b.day.To == span.Never || a.day.From < b.day.To-recalled {
		return false
	}
	_, ok := a.day.Meet(b.day)
	return ok
}

// star is the group that everybody means who speaks of the blast, the shooting or the attack of a town: the one
// that far more reports tell of than of any other violence there in those weeks. -1 where there is none.
func (j *joiner) star(groups [][]int) int {
	best, most := -1, 0
	for k := range groups {
		what := j.shapes[groups[k][0]].kind
		if n := j.size(groups[k]); (what == kind.Explosion || what == kind.Shooting) && n > most {
			best, most = k, n
		}
	}
	if most < spoken {
		return -1
	}
	a := &j.shapes[groups[best][0]]
	raids := 0
	for k := range groups {
		b := &j.shapes[groups[k][0]]
		far := a.day.From-b.day.From > recalled || b.day.From-a.day.From > recalled
		if k == best || far || !b.kind.Local() {
			continue
		}
		n := j.size(groups[k])
		if b.kind.Raids() {
			raids += n
		}
		if a.kind.Fits(b.kind) && !incident.Dominates(most, n) || raids >= warlike {
			return -1
		}
	}
	return best
}

// means reports whether b, that counts nothing that tells it apart, speaks of the star of its town: as
// a blast, or as an attack by or on nobody else.
func (j *joiner) means(a, b *shape) bool {
	if b.day.Exact() && b.day.From != a.day.From || !b.day.Exact() && !j.before(a, b) {
		return false
	}
	same, _ := counted(a, b)
	return b.kind == a.kind || same > 0 || (b.kind == kind.Attack || b.kind == kind.Harm) && (len(b.named) == 0 || slices.ContainsFunc(a.named, func(x string) bool { return slices.Contains(b.named, x) }))
}

func (j *joiner) grouped(groups [][]int, i int) bool {
	return slices.ContainsFunc(groups, func(g []int) bool { return len(g) > 1 && slices.Contains(g, i) || g[0] == i && j.size(g) >= spoken })
}

// size is how many reports a group has. Prints of one text do not make it what all speak of.
func (j *joiner) size(group []int) int {
	told := map[string]bool{}
	for _, i := range group {
		if j.reprint[i] {
			continue
		}
		for a := range j.shapes[i].told {
			told[a] = true
		}
	}
	return len(told)
}

// warlike is of how many reports the raids, shelling and fights of a town are for no attack there to be "the attack".
const warlike = 3

// spoken is of how many reports a happening is that can be meant by "the attack" of its town.
const spoken = 5
