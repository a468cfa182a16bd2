package incident

import (
	"cmp"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/story"
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
		if s.key != "" && s.kind.local() {
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

// shape is what Join compares of an incident.
type shape struct {
	id      string
	told    map[string]bool // the articles that tell of it
	kind    kind
	day     days
	key     string // of its town
	numbers []riwaya.IncidentFigure
	agents  []string
	known   []string // parties of the lexicon, by role
	named   []string // all named parties
}

func shapeOf(in *riwaya.Incident) shape {
	s := shape{id: in.ID, told: map[string]bool{}, kind: kindOf(&riwaya.Event{Type: in.Type, Mode: in.Mode, ACLED: in.ACLED}), day: days{ever, never, in.Seen}, numbers: in.Figures}
	if d, ok := story.ParseDay(in.First); ok {
		s.day.from = d
	}
	if d, ok := story.ParseDay(in.Last); ok {
		s.day.to = d
	}
	if p := in.Place; p != nil && level(&riwaya.Place{Precision: p.Precision}) == levelTown {
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
		if j.shapes[i].day.exact() {
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
		groups = j.add(groups, i, (*joiner).sameDay)
	}
	for _, i := range others {
		groups = j.add(groups, i, (*joiner).recalls)
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
func (j *joiner) add(groups [][]int, i int, is func(j *joiner, a, b *shape) bool) [][]int {
	var fits []int
	for k, g := range groups {
		if j.allowed(g, i) && is(j, &j.shapes[g[0]], &j.shapes[i]) {
			fits = append(fits, k)
		}
	}
	size := func(k int) (n int) {
		for _, m := range groups[k] {
			n += len(j.shapes[m].told)
		}
		return n
	}
	slices.SortStableFunc(fits, func(a, b int) int { return cmp.Compare(size(b), size(a)) })
	if len(fits) == 0 || len(fits) > 1 && !dominates(size(fits[0]), size(fits[1])) {
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
		if !a.kind.fits(b.kind) || len(a.agents) > 0 && len(b.agents) > 0 && !meets(a.agents, b.agents) {
			return false
		}
		if a.day.exact() && b.day.exact() && a.shares(b) {
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
				if n.Value >= telltale && slices.ContainsFunc(y.Numbers, func(o riwaya.IncidentNumber) bool { return o.Value == n.Value }) {
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

// sameDay reports whether two of one day and town are the same.
func (j *joiner) sameDay(a, b *shape) bool {
	same, _ := counted(a, b)
	if a.day.beside(b.day) {
		return same >= unlike
	}
	if a.day.from != b.day.from || !b.day.exact() {
		return false
	}
	if same > 0 {
		return true
	}
	if a.kind.once() || b.kind.once() {
		return a.kind.once() && b.kind.once() || a.kind.exact() < 2 || b.kind.exact() < 2
	}
	both := 0
	for _, p := range a.known {
		if slices.Contains(b.known, p) {
			both++
		}
	}
	return a.kind == b.kind && both >= 2
}

// recalls reports whether b, whose day is not known, recalls a.
func (j *joiner) recalls(a, b *shape) bool {
	if !a.day.exact() || a.day.from > b.day.to || b.day.to == never || a.day.from < b.day.to-recalled {
		return false
	}
	if _, ok := a.day.meet(b.day); !ok {
		return false
	}
	if same, _ := counted(a, b); same > 0 {
		return true
	}
	if a.kind.once() && b.kind.once() {
		return true
	}
	// "After the attack of the town": what all speak of, if nobody else is named.
	return a.kind.once() && len(a.told) >= spoken && (b.kind == attack || b.kind == harm) && (len(b.named) == 0 || meets(a.named, b.named))
}

// spoken is of how many reports a happening is that can be meant by "the attack" of its town.
const spoken = 5

// write makes the incidents, in the order of the first of each.
func (j *joiner) write(in []riwaya.Incident) []riwaya.Incident {
	parts := map[int][]int{}
	for i := range in {
		r := j.root(i)
		parts[r] = append(parts[r], i)
	}
	out := make([]riwaya.Incident, 0, len(parts))
	for i := range in {
		switch all := parts[i]; len(all) {
		case 0:
		case 1:
			out = append(out, in[i])
		default:
			out = append(out, merge(in, all))
		}
	}
	return out
}

// merge is one incident of several, of which the first keeps its ID.
func merge(in []riwaya.Incident, all []int) riwaya.Incident {
	out := in[all[0]]
	out.Aliases, out.Stories, out.Events, out.Parties, out.Figures = slices.Clone(out.Aliases), nil, slices.Clone(out.Events), nil, nil
	size := map[string]int{}
	best := all[0] // names what it is, when and where: the most exact of the largest
	for _, i := range all {
		p := &in[i]
		if p.Story != "" && !slices.Contains(out.Stories, p.Story) {
			out.Stories = append(out.Stories, p.Story)
		}
		size[p.Story] += reports(p)
		if i != all[0] {
			out.Aliases = append(append(out.Aliases, p.ID), p.Aliases...)
			for _, e := range p.Events {
				e.Why = append(slices.Clone(e.Why), riwaya.SamePlace)
				e.Confidence = min(e.Confidence, joined)
				out.Events = append(out.Events, e)
			}
		}
		b := &in[best]
		if cmp.Or(cmp.Compare(exactDay(p), exactDay(b)), cmp.Compare(kindOf(eventOf(p)).exact(), kindOf(eventOf(b)).exact()), cmp.Compare(reports(p), reports(b))) > 0 {
			best = i
		}
		out.Confidence = min(out.Confidence, p.Confidence, joined)
		mergeParts(&out, p)
	}
	b := &in[best]
	out.Type, out.Mode, out.ACLED, out.Status = b.Type, b.Mode, b.ACLED, b.Status
	out.First, out.Last, out.Seen, out.TimePrecision, out.DatePrec = b.First, b.Last, b.Seen, b.TimePrecision, b.DatePrec
	place := *b.Place
	place.Spellings = nil
	for _, i := range all {
		for _, s := range in[i].Place.Spellings {
			if !slices.Contains(place.Spellings, s) {
				place.Spellings = append(place.Spellings, s)
			}
		}
	}
	out.Place, out.GeoPrecision, out.WherePrec = &place, b.GeoPrecision, b.WherePrec
	for _, s := range out.Stories {
		if size[s] > size[out.Story] {
			out.Story = s
		}
	}
	sortParts(&out)
	return out
}

// joined is how sure it is that what two stories tell is one.
const joined = 0.8

func exactDay(in *riwaya.Incident) int {
	if in.DatePrec == 1 {
		return 1
	}
	return 0
}

func eventOf(in *riwaya.Incident) *riwaya.Event {
	return &riwaya.Event{Type: in.Type, Mode: in.Mode, ACLED: in.ACLED}
}

func mergeParts(out, p *riwaya.Incident) {
	for _, one := range p.Parties {
		k := slices.IndexFunc(out.Parties, func(o riwaya.IncidentParty) bool {
			return o.Role == one.Role && o.Standing == one.Standing && (o.Actor == one.Actor || o.Name == one.Name)
		})
		if k < 0 {
			one.Articles, one.By = slices.Clone(one.Articles), slices.Clone(one.By)
			out.Parties = append(out.Parties, one)
			continue
		}
		q := &out.Parties[k]
		for _, a := range one.Articles {
			if !slices.Contains(q.Articles, a) {
				q.Articles = append(q.Articles, a)
			}
		}
		for _, b := range one.By {
			if !slices.Contains(q.By, b) {
				q.By = append(q.By, b)
			}
		}
	}
	for _, f := range p.Figures {
		k := slices.IndexFunc(out.Figures, func(o riwaya.IncidentFigure) bool { return o.Predicate == f.Predicate })
		if k < 0 {
			f.Numbers = slices.Clone(f.Numbers)
			out.Figures = append(out.Figures, f)
			continue
		}
		q := &out.Figures[k]
		q.Numbers = append(q.Numbers, f.Numbers...)
		if f.Lowest.Value < q.Lowest.Value {
			q.Lowest = f.Lowest
		}
		if f.Highest.Value > q.Highest.Value {
			q.Highest = f.Highest
		}
	}
}
