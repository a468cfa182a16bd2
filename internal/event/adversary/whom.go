package adversary

import (
	"slices"
	"strings"
)

// adversary is who deed i was done to, and the deed that says so: who holds the ground by its own
// sentence, who is set against who does it in that sentence, else who lost the same ground, else who
// is set against it elsewhere, else the one armed party to whom others of its land do anything.
func (f *Finder) adversary(i int) (whom []int, by int) {
	f.a = f.numbers(f.deeds[i].Actors, f.a[:0])
	told, from := f.elsewhere()
	if from == several {
		return nil, 0 // others are set against it in one place than in another
	}
	if whom, by = f.beside(i); by == none {
		whom, by = f.there(i)
	}
	switch {
	case by == several || f.state() && (by == none || f.deeds[by].Sentence != f.deeds[i].Sentence || f.ground(&f.deeds[i])):
		return nil, 0 // a state has wars in several lands: only whom its aircraft are said to strike there
	case by == none && from == none:
		whom, by = f.only()
	case by == none:
		whom, by = told, from
	case from != none:
		if whom = common(whom, told); len(whom) == 0 {
			return nil, 0 // two may be meant
		}
	}
	if len(whom) == 0 {
		return nil, 0
	}
	return f.sure(i, whom, by)
}

// state reports whether a state does the deed that is asked about.
func (f *Finder) state() bool {
	return slices.ContainsFunc(f.a, func(x int) bool { return f.rec.Actors[x].Kind == "government" })
}

// common are those of all who are among others too.
func common(all, others []int) []int {
	return slices.DeleteFunc(slices.Clone(all), func(x int) bool { return !slices.Contains(others, x) })
}

// elsewhere are those who are set against who does a deed wherever somebody is; by is several where
// it is not always the same.
func (f *Finder) elsewhere() (all []int, by int) {
	by = none
	for _, x := range f.a {
		o := &f.against[x]
		switch {
		case !o.some:
			continue
		case by == none:
			all, by = o.all, o.by
		default:
			all = common(all, o.all)
		}
	}
	if by != none && len(all) == 0 {
		return nil, several
	}
	return all, by
}

// beside are those who hold the ground by the sentence of deed i, to whom another deed of it is done by the
// same, or by nobody who is named, or who give up ground there; by is several where these differ.
func (f *Finder) beside(i int) (all []int, by int) {
	d := &f.deeds[i]
	all, by = nil, none
	see := func(n int) {
		switch x := common(f.t, f.a); {
		case len(f.t) == 0 || len(x) > 0 || by == several:
		case by == none:
			all, by = append(f.b[:0], f.t...), n
			f.b = all
		default:
			if all = slices.DeleteFunc(all, func(x int) bool { return !slices.Contains(f.t, x) }); len(all) == 0 {
				by = several
			}
		}
	}
	f.t = f.armed(f.numbers(d.Held, f.t[:0]))
	see(i)
	from, to := i, i
	for from > 0 && f.deeds[from-1].Sentence == d.Sentence {
		from--
	}
	for to+1 < len(f.deeds) && f.deeds[to+1].Sentence == d.Sentence {
		to++
	}
	for n := from; n <= to; n++ {
		e := &f.deeds[n]
		if n == i || !real(*e) && (e.Status != "planned" || e.Cedes) {
			continue // in order to drive them out
		}
		f.t = f.t[:0]
		switch {
		case e.Cedes:
			f.t = f.numbers(e.Actors, f.t)
		case (e.Type == "ASSAULT" || e.Opposed) && f.same(e):
			f.t = f.numbers(e.Targets, f.t)
			if !f.ground(d) && slices.ContainsFunc(f.t, func(x int) bool { return !f.fighter(x) }) {
				return nil, several // bombs that killed others
			}
		}
		f.t = f.armed(f.t)
		see(n)
	}
	return all, by
}

// same reports whether nobody but who does the deed that is asked about does deed d.
func (f *Finder) same(d *Deed) bool {
	for _, id := range d.Actors {
		if !slices.Contains(f.a, f.number[id]) {
			return false
		}
	}
	return true
}

// there is who lost the ground that deed i is about, where the article tells of one war only.
func (f *Finder) there(i int) (all []int, by int) {
	if p := f.place(&f.deeds[i]); p != nil && f.target != several {
		if o, ok := f.at[p.Text]; ok && !slices.Contains(f.a, o.whom) {
			if o.whom == several {
				return nil, several
			}
			return []int{o.whom}, o.by
		}
	}
	return nil, none
}

// only is the one armed party to whom anything is done in the article, where somebody armed of the
// land of who does the deed, or with it, does so too, and nothing is done to that.
func (f *Finder) only() (all []int, by int) {
	if f.target < 0 || len(f.agents) == 0 {
		return nil, none
	}
	for _, a := range f.a {
		if f.against[a].hit || f.against[a].lost > 0 || f.rec.Actors[a].Kind == "police" || f.ofOne(a, f.target) {
			return nil, none
		}
		for _, b := range f.agents {
			if b.actor != a && (f.with[[2]int{a, b.actor}] || f.landsmen(a, b.actor)) {
				return []int{f.target}, b.by
			}
		}
	}
	return nil, none
}

// ofOne reports whether actor x is of the forces of a state that a is of as well.
func (f *Finder) ofOne(a, x int) bool {
	return f.rec.Actors[x].Kind != "armed_group" && f.landsmen(a, x)
}

// landsmen reports whether two actors are of one land.
func (f *Finder) landsmen(a, b int) bool {
	x, y := f.rec.Actors[a].Country, f.rec.Actors[b].Country
	return x != nil && y != nil && strings.EqualFold(*x, *y)
}

// sure leaves nobody of whom who does deed i may be the ally, or who may be elsewhere: by is the
// deed that sets them against each other.
func (f *Finder) sure(i int, all []int, by int) ([]int, int) {
	lost := slices.ContainsFunc(all, func(x int) bool { return f.against[x].lost > 0 })
	for _, a := range f.a {
		if f.against[a].lost > 0 && !lost {
			return nil, 0 // it held that ground before
		}
		for _, x := range all {
			if x == a || f.with[[2]int{a, x}] || f.state() && f.ofOne(a, x) {
				return nil, 0
			}
		}
	}
	if p, q := f.country(i), f.country(by); p != "" && q != "" && p != q {
		return nil, 0
	}
	if told := slices.DeleteFunc(slices.Clone(all), func(x int) bool { return f.against[x].told < 2 }); len(told) > 0 {
		return told, by // of a side, those who are more than its company
	}
	return all, by
}

// country is the country of the place of deed i, "" if none is known.
func (f *Finder) country(i int) string {
	if p := f.place(&f.deeds[i]); p != nil && p.Country != nil {
		return *p.Country
	}
	return ""
}
