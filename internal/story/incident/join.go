package incident

import (
	"cmp"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/story"
	"riwaya/internal/story/incident/kind"
	"riwaya/internal/story/incident/locality"
	"riwaya/internal/story/incident/span"
)

// recalled is how many days later a report of something else still recalls what happened without
// saying when.
const recalled = 21

// Join makes one of what several stories tell of the same happening, given the incidents of the
// stories in the order in which the stories were founded. Only what is placed in a town is joined, and
// only on the same day, or where a later report recalls a blast or a toll and there is one only that it
// can mean. Of what is joined the first keeps its ID. What is given is not altered.
func Join(incidents []riwaya.Incident) []riwaya.Incident {
	j := joiner{into: make([]int, len(incidents)), shapes: make([]shape, len(incidents)), at: map[string][]int{}}
	for i := range incidents {
		j.into[i] = i
		s := shapeOf(&incidents[i])
		j.shapes[i] = s
		if s.key != "" && s.kind.Local() {
			j.at[s.key] = append(j.at[s.key], i)
		}
	}
	keys := make([]string, 0, len(j.at))
	for k := range j.at {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		j.place(j.at[k])
	}
	return j.write(incidents)
}

// Bearing is what an incident can do in Join.
type Bearing int

// Only what is counted joins, and what many speak of, which can be meant by any other of its town.
const (
	Apart   Bearing = iota // it is joined with nothing
	Meant                  // only with what many speak of
	Counted                // it has a number that another can have too
	Spoken                 // many speak of it
)

// Bears says what an incident can do in Join. Where none of a town is Spoken, given or joined, Join does
// the same without those that are no more than Meant.
func Bears(in *riwaya.Incident) Bearing {
	switch s := shapeOf(in); {
	case s.key == "" || !s.kind.Local():
		return Apart
	case len(s.told) >= spoken:
		return Spoken
	case slices.ContainsFunc(s.numbers, func(f riwaya.IncidentFigure) bool { return slices.ContainsFunc(f.Numbers, telltales) }):
		return Counted
	}
	return Meant
}

// telltales reports whether that two have a number is seldom chance.
func telltales(n riwaya.IncidentNumber) bool { return n.Value >= telltale && n.Op != "vague" }

// shape is what Join compares of an incident.
type shape struct {
	id      string
	told    map[string]bool // the articles that tell of it
	kind    kind.Kind
	day     span.Days
	key     string // of its town
	numbers []riwaya.IncidentFigure
	agents  []string
	known   []string // parties of the lexicon, by role
	named   []string // all named parties
}

func shapeOf(in *riwaya.Incident) shape {
	s := shape{id: in.ID, told: map[string]bool{}, kind: kind.Of(&riwaya.Event{Type: in.Type, Mode: in.Mode, ACLED: in.ACLED}), day: span.Days{From: span.Ever, To: span.Never, Seen: in.Seen}, numbers: in.Figures}
	if d, ok := story.ParseDay(in.First); ok {
		s.day.From = d
	}
	if d, ok := story.ParseDay(in.Last); ok {
		s.day.To = d
	}
	if p := in.Place; p != nil && locality.Level(&riwaya.Place{Precision: p.Precision}) == locality.Town {
		s.key = p.Key
	}
	for i := range in.Parties {
		p := &in.Parties[i]
		if p.Standing == "denied" {
			continue
		}
		s.named = append(s.named, p.Role+" "+p.Name)
		if strings.HasPrefix(p.Actor, "a-") {
			continue // known in one article only
		}
		s.known = append(s.known, p.Role+" "+p.Actor)
		if p.Role == "agent" && p.Standing != "accused" && (p.Kind == "armed_group" || p.Kind == "military" || p.Kind == "police") {
			s.agents = append(s.agents, p.Actor)
		}
	}
	for i := range in.Events {
		s.told[in.Events[i].Article] = true
	}
	return s
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
	into   []int // what an incident was joined into: itself, or one before it
	shapes []shape
	at     map[string][]int // incidents by town
}

func (j *joiner) root(i int) int {
	for j.into[i] != i {
		i = j.into[i]
	}
	return i
}

// place joins the incidents of a town.
func (j *joiner) place(all []int) {
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
	for _, i := range dated {
		groups = j.add(groups, i, j.sameDay)
	}
	star := j.star(groups)
	for _, i := range append(dated, others...) {
		switch {
		case j.grouped(groups, i):
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

// add puts an incident to the only group that it is of, or to the one that all speak of; else it is a
// group by itself.
func (j *joiner) add(groups [][]int, i int, is func(a, b *shape) bool) [][]int {
	var fits []int
	for k, g := range groups {
		if j.allowed(g, i) && is(&j.shapes[g[0]], &j.shapes[i]) {
			fits = append(fits, k)
		}
	}
	slices.SortStableFunc(fits, func(a, b int) int { return cmp.Compare(j.size(groups[b]), j.size(groups[a])) })
	if len(fits) == 0 || len(fits) > 1 && !dominates(j.size(groups[fits[0]]), j.size(groups[fits[1]])) {
		return append(groups, []int{i})
	}
	groups[fits[0]] = append(groups[fits[0]], i)
	return groups
}

// allowed reports whether an incident can be one with all of a group.
func (j *joiner) allowed(group []int, i int) bool {
	b := &j.shapes[i]
	for _, k := range group {
		a := &j.shapes[k]
		if !a.kind.Fits(b.kind) || len(a.agents) > 0 && len(b.agents) > 0 && !meets(a.agents, b.agents) {
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
	grown := max(growth(a.kind), growth(b.kind))
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
			if x.Highest.Value*grown+slack < y.Lowest.Value || y.Highest.Value*grown+slack < x.Lowest.Value {
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
		return same >= unlike && a.kind == b.kind && a.kind.Exact() >= 2
	case a.kind != b.kind:
		return a.day.From == b.day.From && same >= unlike
	}
	return a.day.From == b.day.From && same > 0
}

// recalls reports whether b, whose day is not known, recalls a: its toll.
func (j *joiner) recalls(a, b *shape) bool {
	same, _ := counted(a, b)
	return same >= unlike && j.before(a, b)
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
	for k := range groups {
		b := &j.shapes[groups[k][0]]
		far := a.day.From-b.day.From > recalled || b.day.From-a.day.From > recalled
		if k != best && !far && a.kind.Fits(b.kind) && b.kind.Local() && !dominates(most, j.size(groups[k])) {
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
	return b.kind == a.kind || same > 0 || (b.kind == kind.Attack || b.kind == kind.Harm) && (len(b.named) == 0 || meets(a.named, b.named))
}

func (j *joiner) grouped(groups [][]int, i int) bool {
	return slices.ContainsFunc(groups, func(g []int) bool { return len(g) > 1 && slices.Contains(g, i) || g[0] == i && j.size(g) >= spoken })
}

// size is how many reports a group has.
func (j *joiner) size(group []int) int {
	told := map[string]bool{}
	for _, i := range group {
		for a := range j.shapes[i].told {
			told[a] = true
		}
	}
	return len(told)
}

// spoken is of how many reports a happening is that can be meant by "the attack" of its town.
const spoken = 5
