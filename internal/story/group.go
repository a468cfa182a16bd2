package story

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"math"
	"slices"

	"riwaya"
)

// Options say how reports are grouped. The zero value of a field is its default.
type Options struct {
	Days   int     // how far apart two reports of one story can be: 6
	Held   int     // days whose reports are held in memory at a time: 40
	Floor  int     // reports that rareness is counted over at least: 1000
	Rare   float64 // the share of reports around that may tell of the same kind of happening at a place for it to be one thing: 0.01
	Common float64 // the share of reports around that may have a mark which counts: 0.04
	Like   float64 // how like its story a report must be, 0 to 1: see group.go
	Join   float64 // how like each other two stories must be to be one
}

func (o Options) or() Options {
	set := func(p *float64, x float64) {
		if *p == 0 {
			*p = x
		}
	}
	o.Days = cmp.Or(o.Days, 6)
	o.Held = max(cmp.Or(o.Held, 40), 2*o.Days+2)
	o.Floor = cmp.Or(o.Floor, 1000)
	set(&o.Common, 0.04)
	set(&o.Rare, 0.01)
	set(&o.Like, 0.38)
	set(&o.Join, 0.34)
	return o
}

// Grouper groups reports into stories as they come. It is for one goroutine.
type Grouper struct {
	o       Options
	read    reader
	days    map[int]*bucket
	reports map[string]*report // by article, of the days held
	stories map[string]*group  // by ID, of which a report is held
	clock   int
	near    []*bucket
	touched []*report
	weights []float32 // of the marks that are being weighed
}

// group is a story of which a report is held.
type group struct {
	id      string
	order   int // of founding
	members []*report
	series  bool // each of its kind is about its own day: see next
}

// takes reports whether a story can take a report, whatever it is like.
func (s *group) takes(r *report) bool {
	return !s.series || slices.ContainsFunc(s.members, func(m *report) bool { return gap(m, r) == 0 })
}

// New makes a Grouper.
func New(words Words, o Options) *Grouper {
	return &Grouper{
		o: o.or(), read: reader{words: words, index: map[riwaya.Mark]int{}, skip: map[string]bool{}},
		days: map[int]*bucket{}, reports: map[string]*report{}, stories: map[string]*group{},
	}
}

// Placed is where a report went.
type Placed struct {
	Story  string             `json:"story"` // its ID
	Report riwaya.StoryReport `json:"report"`
	// Kept is what Restore needs of the report in a later run; nil where it was added before.
	Kept []byte `json:"-"`
	// Joined are stories that this report showed to be the same as Story: their reports are now
	// Story's, and their IDs its aliases.
	Joined []string `json:"joined"`
}

var letters = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// ID is the ID of the story that a report founds.
func ID(article string) string {
	sum := sha256.Sum256([]byte("story\x00" + article))
	return "s-" + letters.EncodeToString(sum[:10])[:10]
}

// candidate is a story that a report can be of.
type candidate struct {
	story *group
	best  *report
	score float64 // of the story
	likes []float64
	copy  bool
}

// Add says which story a report is of. copies are those that it is one side of; what they
// say of reports that are not held is left aside. A report that was added before stays where it is.
func (g *Grouper) Add(rec *riwaya.Record, copies []riwaya.Copy) Placed {
	if r := g.reports[rec.Article.ID]; r != nil {
		return Placed{Story: r.story.id, Report: riwaya.StoryReport{Article: r.article, Outlet: r.outlet, Day: FormatDay(r.day), Seen: r.seen, Why: riwaya.StoryLike}}
	}
	g.clock++
	s := g.read.sketch(rec)
	kept := s.keep()
	near := g.around(s.day)
	g.rare(s, near)
	for _, b := range near {
		b.used = g.clock
	}
	r := &report{sketch: *s, marks: g.weigh(s, near)}
	r.features = nil
	out := Placed{Kept: kept, Report: riwaya.StoryReport{Article: r.article, Outlet: r.outlet, Day: FormatDay(r.day), Seen: r.seen, Why: riwaya.StoryFounded, Marks: shown(s, r.marks, nil)}}
	found := slices.DeleteFunc(g.candidates(r, near, copies), func(c candidate) bool { return !c.story.takes(r) })
	if len(found) == 0 || found[0].score < g.o.Like {
		r.story = &group{id: ID(r.article), order: g.clock, series: r.series}
		g.stories[r.story.id] = r.story
	} else {
		c := &found[0]
		r.story = c.story
		out.Report.With, out.Report.Likeness = c.best.article, math.Round(1000*min(1, slices.Max(c.likes)))/1000
		out.Report.Shared = shown(s, r.marks, c.best.marks)
		out.Report.Why = riwaya.StoryLike
		if c.copy {
			out.Report.Why = riwaya.StoryCopy
		}
		out.Joined = g.join(r, found)
		r.story.series = r.story.series || r.series
	}
	out.Story = r.story.id
	g.hold(s, r)
	g.days[r.day].used = g.clock
	return out
}

// Replay adds a report whose story is known from an earlier run: what is added afterwards goes where
// it would have gone then. Reports are to be replayed in the order in which they were added, those
// of the last days being enough; stories are to have the IDs that they have now. It gives what
// Restore needs of the report.
func (g *Grouper) Replay(rec *riwaya.Record, story string) []byte {
	s := g.read.sketch(rec)
	kept := s.keep()
	g.replay(s, story)
	return kept
}

func (g *Grouper) replay(s *sketch, story string) {
	if g.reports[s.article] != nil {
		return
	}
	g.clock++
	near := g.around(s.day)
	g.rare(s, near)
	r := &report{sketch: *s, marks: g.weigh(s, near)}
	r.features = nil
	r.story = g.stories[story]
	if r.story == nil {
		r.story = &group{id: story, order: g.clock}
		g.stories[story] = r.story
	}
	g.hold(s, r)
	g.days[r.day].used = g.clock
}

// shown are a report's marks as they are told, the most telling first: of two reports, those that
// they share.
func shown(s *sketch, marks, with []weighed) []riwaya.Mark {
	type one struct {
		riwaya.Mark
		weight float32
	}
	var all []one
	for _, m := range marks {
		i, ok := slices.BinarySearchFunc(s.features, m.key, func(f feature, k uint64) int { return cmp.Compare(f.key, k) })
		if !ok || s.features[i].Kind == someone {
			continue
		}
		w := m.weight
		if with != nil {
			j, ok := slices.BinarySearchFunc(with, m.key, func(o weighed, k uint64) int { return cmp.Compare(o.key, k) })
			if !ok {
				continue
			}
			w *= with[j].weight
		}
		all = append(all, one{s.features[i].Mark, w})
	}
	slices.SortStableFunc(all, func(a, b one) int { return cmp.Compare(b.weight, a.weight) })
	out := make([]riwaya.Mark, 0, shownMarks)
	for _, m := range all[:min(len(all), shownMarks)] {
		out = append(out, m.Mark)
	}
	return out
}

// candidates are the stories around a report, the likeliest first.
func (g *Grouper) candidates(r *report, near []*bucket, copies []riwaya.Copy) []candidate {
	g.touched = g.touched[:0]
	telling := heaviest(r.marks)
	for _, b := range near {
		for _, m := range telling {
			b.marks.each(m.key, func(h has) {
				if b.score[h.at] == 0 {
					if b.reports[h.at] == nil {
						return
					}
					g.touched = append(g.touched, b.reports[h.at])
				}
				b.score[h.at] += m.weight * h.weight
			})
		}
	}
	by := map[*group]*candidate{}
	see := func(o *report, x float64, copied bool) {
		c := by[o.story]
		if c == nil {
			c = &candidate{story: o.story}
			by[o.story] = c
		}
		if c.best == nil || x > slices.Max(c.likes) {
			c.best, c.copy = o, copied
		}
		c.likes = append(c.likes, x)
	}
	shares := map[*report]float64{} // how much of each stands in the other, at least
	for i := range copies {
		c := &copies[i]
		id := c.A
		if id == r.article {
			id = c.B
		}
		if o := g.reports[id]; o != nil {
			shares[o] = max(shares[o], min(c.ShareA, c.ShareB))
			if b := g.days[o.day]; b.score[o.at] == 0 && shares[o] >= copied {
				b.score[o.at] = float32(g.o.Like) // it is to be looked at
				g.touched = append(g.touched, o)
			}
		}
	}
	for _, o := range g.touched {
		b := g.days[o.day]
		part, share := float64(b.score[o.at]), shares[o]
		b.score[o.at] = 0
		if part < g.o.Like/4 {
			continue
		}
		alike := like(r.marks, o.marks)
		if next(r, o, alike) {
			o.story.series, r.series = true, true
		}
		x := alike*g.nearness(r, o) + g.happened(r, o) + sharing*share
		see(o, max(x, share), share >= copied)
	}
	out := make([]candidate, 0, len(by))
	for _, c := range by {
		slices.SortFunc(c.likes, func(a, b float64) int { return cmp.Compare(b, a) })
		c.score = mean(c.likes, min(judges, len(c.story.members)))
		if c.copy && c.likes[0] >= whole {
			c.score = max(c.score, c.likes[0]) // whatever the others say
		}
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.story.order, b.story.order))
	})
	return out
}

const (
	copied  = 0.6 // the share of each of two reports that stands in the other, from which on that alone makes them of one story
	whole   = 0.8 // the share from which on it is the same report
	sharing = 0.2 // how much a smaller share adds to likeness
	judges  = 3   // how many reports of a story a new one must be like
)

// mean is the mean of the first n of a list, what it has not counted as 0.
func mean(list []float64, n int) float64 {
	sum := 0.0
	for _, x := range list[:min(n, len(list))] {
		sum += x
	}
	return sum / float64(n)
}

// nearness is how much likeness counts, by the days between two reports and by the countries that their
// titles name: the same words about another country are most often a formula.
func (g *Grouper) nearness(a, b *report) float64 {
	const day, elsewhere = 0.06, 0.6
	near := 1 - day*float64(gap(a, b))
	if len(a.countries) > 0 && len(b.countries) > 0 && !slices.ContainsFunc(a.countries, func(c string) bool { return slices.Contains(b.countries, c) }) {
		near *= elsewhere
	}
	return near
}

// happened is what it adds to likeness that two reports of days side by side begin with the same
// that happened at the same place, in whatever words. Where there is a war something happens all days,
// and it says nothing: g.o.Rare.
func (g *Grouper) happened(a, b *report) float64 {
	const same = 0.12
	if gap(a, b) <= 2 && slices.ContainsFunc(a.main, func(k uint64) bool { return slices.Contains(b.main, k) }) {
		return same
	}
	return 0
}

// gap is the days between two reports.
func gap(a, b *report) int { return max(a.day-b.day, b.day-a.day) }

// next reports whether one outlet printed two reports as parts of a series, of which each is about
// its own day: the weather, a market, prayers. It prints them in much the same words on different
// days; what is the same in all words is one report printed twice, and news that go on are told in
// others.
func next(a, b *report, alike float64) bool {
	const formula, reprint = 0.5, 0.95
	return a.outlet != "" && a.outlet == b.outlet && gap(a, b) > 0 && alike >= formula && alike < reprint
}

// heaviest are the marks that hold most of the weight, the rest being common in these days: to
// look up who has those costs much and finds little.
func heaviest(marks []weighed) []weighed {
	const most = 0.85
	out := slices.Clone(marks)
	slices.SortFunc(out, func(a, b weighed) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.key, b.key)) })
	sum := float32(0)
	for i, m := range out {
		if sum += m.weight * m.weight; sum >= most {
			return out[:i+1]
		}
	}
	return out
}

// join makes one story of those that a report shows to be the same: it is as like to both as their
// own reports are, and these are like each other. The oldest keeps its ID.
func (g *Grouper) join(r *report, found []candidate) (joined []string) {
	into := r.story
	for i := range found[1:] {
		c := &found[i+1]
		if c.score < g.o.Join {
			break
		}
		if g.between(into, c.story) < g.o.Join {
			continue
		}
		from := c.story
		if from.order < into.order {
			into, from = from, into
		}
		into.series = into.series || from.series
		for _, m := range from.members {
			m.story = into
		}
		into.members = append(into.members, from.members...)
		delete(g.stories, from.id)
		joined = append(joined, from.id)
	}
	r.story = into
	return joined
}

// between is how like each other two stories are: the mean over the latest reports of both.
func (g *Grouper) between(a, b *group) float64 {
	const some = 6
	last := func(m []*report) []*report { return m[max(0, len(m)-some):] }
	sum, n := 0.0, 0
	for _, x := range last(a.members) {
		for _, y := range last(b.members) {
			sum += like(x.marks, y.marks)*g.nearness(x, y) + g.happened(x, y)
			n++
		}
	}
	return sum / float64(max(n, 1))
}
