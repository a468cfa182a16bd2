package story

import (
	"math"
	"slices"
)

// weighed is a mark with how much it tells of its report: of all marks of one the squares add up to 1.
type weighed struct {
	key    uint64
	weight float32
}

// report is what is held of one.
type report struct {
	sketch // without features
	story  *group
	marks  []weighed // by key
	at     int       // in its bucket
	series bool      // it is one of a series: see next
}

// bucket is the reports of a day.
type bucket struct {
	day     int
	reports []*report // nil where one was forgotten
	marks   tally
	score   []float32 // of each report beside the one that is being added; all 0 between
	used    int       // when last: see Grouper.clock
}

// around are the buckets held of the days from one on to another, in order of the days.
func (g *Grouper) around(day int) []*bucket {
	g.near = g.near[:0]
	if day == noDay {
		if b := g.days[noDay]; b != nil {
			g.near = append(g.near, b)
		}
		return g.near
	}
	for d := day - g.o.Days; d <= day+g.o.Days; d++ {
		if b := g.days[d]; b != nil {
			g.near = append(g.near, b)
		}
	}
	return g.near
}

// weigh gives a sketch's marks their weights by how rare they are in the days around, the heaviest only.
func (g *Grouper) weigh(s *sketch, near []*bucket) []weighed {
	n := 1
	for _, b := range near {
		n += len(b.reports)
	}
	// Where little is held everything is rare: then what is common elsewhere cannot be known, and
	// a floor keeps the first reports from being taken for one story.
	total := float64(max(n, g.o.Floor))
	most := math.Log(total + 1)
	all := make([]weighed, 0, len(s.features))
	for i := range s.features {
		f := &s.features[i]
		df := 1
		for _, b := range near {
			df += b.marks.count(f.key)
		}
		if float64(df) > g.o.Common*total {
			continue
		}
		idf := math.Log((total+1)/float64(df)) / most
		all = append(all, weighed{f.key, float32(f.load * idf * idf)})
	}
	all = g.compared(all)
	sum := 0.0
	for _, m := range all {
		sum += float64(m.weight) * float64(m.weight)
	}
	if sum > 0 {
		by := float32(1 / math.Sqrt(sum))
		for i := range all {
			all[i].weight *= by
		}
	}
	return all
}

// compared are the heaviest of a report's marks, in the order in which they are given: by key, which also says
// which of two comes first that weigh the same.
func (g *Grouper) compared(all []weighed) []weighed {
	if len(all) <= marksOf {
		return slices.Clone(all)
	}
	g.weights = g.weights[:0]
	for i := range all {
		g.weights = append(g.weights, all[i].weight)
	}
	slices.Sort(g.weights)
	taken := g.weights[len(all)-marksOf:]
	least, equal := taken[0], 0 // how many are taken of those that weigh least
	for equal < marksOf && taken[equal] == least {
		equal++
	}
	out := make([]weighed, 0, marksOf)
	for _, m := range all {
		if m.weight == least && equal > 0 {
			equal--
		} else if m.weight <= least {
			continue
		}
		out = append(out, m)
	}
	return out
}

// rare leaves of what a report says first happened only what few reports around tell of.
func (g *Grouper) rare(s *sketch, near []*bucket) {
	n := 1
	for _, b := range near {
		n += len(b.reports)
	}
	s.main = slices.DeleteFunc(s.main, func(k uint64) bool {
		df := 1
		for _, b := range near {
			df += b.marks.count(k)
		}
		return float64(df) > g.o.Rare*float64(max(n, g.o.Floor))
	})
}

// like is how alike two reports are by their marks, 0 to 1.
func like(a, b []weighed) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].key < b[j].key:
			i++
		case a[i].key > b[j].key:
			j++
		default:
			sum += float64(a[i].weight) * float64(b[j].weight)
			i++
			j++
		}
	}
	return sum
}

// hold puts a report into its day, and lets go of the day that was not used for longest where too
// many are held.
func (g *Grouper) hold(s *sketch, r *report) {
	b := g.days[r.day]
	if b == nil {
		g.evict()
		b = &bucket{day: r.day}
		g.days[r.day] = b
	}
	r.at = len(b.reports)
	b.reports = append(b.reports, r)
	b.score = append(b.score, 0)
	for i := range s.features {
		b.marks.add(s.features[i].key)
	}
	for _, m := range r.marks {
		b.marks.enter(m.key, has{at: int32(r.at), weight: m.weight})
	}
	g.reports[r.article] = r
	r.story.members = append(r.story.members, r)
}

func (g *Grouper) evict() {
	if len(g.days) < g.o.Held {
		return
	}
	var out *bucket
	for _, b := range g.days {
		if out == nil || b.used < out.used || b.used == out.used && b.day < out.day {
			out = b
		}
	}
	delete(g.days, out.day)
	for _, r := range out.reports {
		if r == nil {
			continue
		}
		delete(g.reports, r.article)
		r.story.members = slices.DeleteFunc(r.story.members, func(o *report) bool { return o == r })
		if len(r.story.members) == 0 {
			delete(g.stories, r.story.id)
		}
	}
}
