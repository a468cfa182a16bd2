package main

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
)

// stratum is what a draw is made of.
type stratum struct {
	name string
	n    int
	perA int // how many pairs an article may stand in
	perS int // how many pairs may come from one cluster
	fits func(p pair, a, b *article) bool
}

// pairStrata are those of pairs of reports, named for what their pairs are likely to be;
// what they are, the annotator says.
var pairStrata = []stratum{
	{"near", 14, 1, 1, func(p pair, a, b *article) bool {
		return p.containment >= 0.5 && a.Outlet != b.Outlet && conflict(a, b)
	}},
	{"rewritten", 14, 1, 1, func(p pair, a, b *article) bool {
		return p.containment >= 0.06 && p.containment < 0.4 && p.cosine >= 0.4 && a.Outlet != b.Outlet && conflict(a, b)
	}},
	{"other-words", 14, 1, 1, func(p pair, a, b *article) bool {
		return p.containment < 0.03 && p.cosine >= 0.33 && a.Outlet != b.Outlet && conflict(a, b)
	}},
	{"formula", 14, 1, 2, func(p pair, a, b *article) bool {
		return p.formula && !p.quote && p.cosine < 0.3 && p.containment < 0.4
	}},
	{"quote", 14, 1, 1, func(p pair, a, b *article) bool {
		return p.quote && p.containment < 0.25
	}},
	{"release", 14, 1, 1, func(p pair, a, b *article) bool {
		return p.containment >= 0.3 && a.Outlet != b.Outlet && a.kinds["conflict"]+b.kinds["conflict"] == 0
	}},
	// Drawn later, when labels showed that few pairs were rewritten, quotes or other events.
	{"rewritten, little shared", 12, 1, 1, func(p pair, a, b *article) bool {
		return p.containment >= 0.01 && p.containment < 0.1 && p.cosine >= 0.42 && a.Outlet != b.Outlet && conflict(a, b)
	}},
	{"quote, little shared", 10, 1, 1, func(p pair, a, b *article) bool {
		return p.quote && p.containment < 0.06
	}},
	{"one place", 8, 1, 1, func(p pair, a, b *article) bool {
		return p.containment < 0.03 && p.cosine >= 0.2 && p.cosine < 0.35 && a.Outlet != b.Outlet && conflict(a, b) && place(a, b)
	}},
}

func conflict(a, b *article) bool { return a.kinds["conflict"] >= 2 && b.kinds["conflict"] >= 2 }

// furtherStrata are further copies, in which only changes on the way are looked for.
var furtherStrata = []stratum{
	{"further", 24, 1, 1, func(p pair, a, b *article) bool {
		return p.containment >= 0.25 && p.containment < 0.92 && a.Outlet != b.Outlet && conflict(a, b)
	}},
}

// eventStrata are pairs of articles in which the annotator looks for pairs of events.
var eventStrata = []stratum{
	{"alike", 14, 1, 2, func(p pair, a, b *article) bool {
		return p.cosine >= 0.4 && p.containment < 0.7 && act(a) && act(b)
	}},
	{"same-place", 20, 1, 3, func(p pair, a, b *article) bool {
		return p.cosine >= 0.12 && p.cosine < 0.4 && p.containment < 0.3 && place(a, b) && a.head["act"] > 0 && b.head["act"] > 0
	}},
	{"aftermath", 12, 1, 3, func(p pair, a, b *article) bool {
		return p.cosine >= 0.2 && p.containment < 0.5 && act(a) && act(b) && (place(a, b) || p.cosine >= 0.3) && (a.head["after"] > 0) != (b.head["after"] > 0)
	}},
}

func act(a *article) bool { return a.kinds["conflict"] >= 2 && a.kinds["act"] >= 1 }

func place(a, b *article) bool {
	for p := range a.places {
		if b.places[p] {
			return true
		}
	}
	return false
}

// stream is the random numbers of one stratum.
func (c *corpus) stream(name string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(name))
	return rand.New(rand.NewPCG(c.seed, h.Sum64()))
}

// drawn is a pair that was drawn, with its half.
type drawn struct {
	stratum, half string
	pair
}

func (c *corpus) drawPairs() []drawn { return c.draw("pairs ", pairStrata) }
func (c *corpus) drawFurther() []drawn {
	return c.draw("further ", furtherStrata)
}
func (c *corpus) drawEvents() []drawn { return c.draw("events ", eventStrata) }

// draw takes from each stratum, shuffled; every second one drawn is locked.
func (c *corpus) draw(set string, strata []stratum) []drawn {
	var out []drawn
	inPair := map[int]int{}
	for _, s := range strata {
		var all []pair
		for _, p := range c.pairs {
			if s.fits(p, c.articles[p.a], c.articles[p.b]) {
				all = append(all, p)
			}
		}
		fmt.Fprintf(os.Stderr, "%s%s: %d candidates\n", set, s.name, len(all)) // the base rates
		rng := c.stream(set + s.name)
		rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		n, ofStory := 0, map[int]int{}
		for _, p := range all {
			x, y := c.articles[p.a].story, c.articles[p.b].story
			if n == s.n {
				break
			}
			if inPair[p.a] >= s.perA || inPair[p.b] >= s.perA || ofStory[x] >= s.perS || ofStory[y] >= s.perS {
				continue
			}
			inPair[p.a]++
			inPair[p.b]++
			ofStory[x]++
			if y != x {
				ofStory[y]++
			}
			out = append(out, drawn{s.name, half(n), p})
			n++
		}
	}
	return out
}

func half(n int) string {
	if n%2 == 1 {
		return "locked"
	}
	return "open"
}

// tale is a cluster that was drawn as a story.
type tale struct {
	stratum, half string
	articles      []int
}

// drawStories draws clusters of conflict, disaster and politics by size.
func (c *corpus) drawStories() []tale {
	members := map[int][]int{}
	var order []int
	fmt.Fprintf(os.Stderr, "%d articles, %d pairs alike in some way\n", len(c.articles), len(c.pairs))
	for i, a := range c.articles {
		if members[a.story] == nil {
			order = append(order, a.story)
		}
		members[a.story] = append(members[a.story], i)
	}
	var out []tale
	var later []tale
	for _, s := range []struct {
		name              string
		n, more, low, top int
	}{{"2-3", 10, 8, 2, 3}, {"4-6", 8, 6, 4, 6}, {"7-15", 4, 4, 7, 15}} {
		var fit []int
		for _, id := range order {
			m := members[id]
			outlets, acts := map[string]bool{}, 0
			for _, i := range m {
				outlets[c.articles[i].Outlet] = true
				if c.articles[i].kinds["conflict"] >= 2 {
					acts++
				}
			}
			if len(m) >= s.low && len(m) <= s.top && len(outlets) >= 2 && acts*2 >= len(m) {
				fit = append(fit, id)
			}
		}
		fmt.Fprintf(os.Stderr, "stories %s: %d candidates\n", s.name, len(fit))
		rng := c.stream("stories " + s.name)
		rng.Shuffle(len(fit), func(i, j int) { fit[i], fit[j] = fit[j], fit[i] })
		for n, id := range fit[:min(s.n, len(fit))] {
			out = append(out, tale{s.name, half(n), members[id]})
		}
		for _, id := range fit[min(s.n, len(fit)):min(s.n+s.more, len(fit))] { // drawn later: those before them stay what they were
			later = append(later, tale{s.name, fresh, members[id]})
		}
	}
	return append(out, later...)
}

// fresh is the half of the stories that were drawn when the program had been held against the others.
const fresh = "fresh"
