package adversary

import (
	"cmp"
	"slices"

	"riwaya"
)

// Deed is an event of an article, and what its rule says of it.
type Deed struct {
	*riwaya.Event
	Sentence int      // a number for the sentence of its first telling: those of one sentence have one
	Open     bool     // whom it is done to may be the adversary of who does it
	Opposed  bool     // its rule has it so: it is about ground that somebody holds
	Mutual   bool     // its two parties do it to each other
	Cedes    bool     // who does it gives up ground
	Held     []string // actors who hold the ground that it is about, as its own sentence says
}

// Found is an adversary: deed Of is done to those actors of the record, who are set against who
// does it by deed By.
type Found struct {
	Of, By int
	Whom   []string
}

// opponents are those who stand against one actor in every deed that sets somebody against it.
type opponents struct {
	all  []int
	some bool // there is a deed that does
	by   int  // the first that does
	lost int  // deeds that took ground from the actor, or in which it gave some up
	hit  bool // it had something done to it
	told int  // deeds in which it takes part
}

// Finder finds adversaries. Its zero value is ready. It is for one goroutine, and keeps its memory.
type Finder struct {
	rec     *riwaya.Record
	deeds   []Deed
	number  map[string]int  // of actors by their ids
	places  map[string]int  // of places by theirs
	against []opponents     // of each actor
	with    map[[2]int]bool // who is with whom
	target  int             // the one armed party that had something done to it by others, none, or several
	agents  []agent         // who did it
	at      map[string]at   // by the name of a place: who lost ground there
	a, t, b []int
	out     []Found
}

// agent is who did something to the one armed party to whom anything was done.
type agent struct{ actor, by int }

// at is who lost the ground at a place.
type at struct{ whom, by int }

// remembered is how many agents are: more than do anything to one party in an article.
const remembered = 20

const (
	none    = -1
	several = -2
)

// Find finds the adversaries in the deeds of a record, which stand in the order of its text. It is
// valid until the next call.
func (f *Finder) Find(rec *riwaya.Record, deeds []Deed) []Found {
	f.out = f.out[:0]
	if !slices.ContainsFunc(deeds, asked) {
		return nil
	}
	f.reset(rec, deeds)
	for i := range deeds {
		f.learn(i)
	}
	for i := range deeds {
		if !asked(deeds[i]) {
			continue
		}
		if whom, by := f.adversary(i); len(whom) > 0 {
			found := Found{Of: i, By: by}
			for _, x := range whom {
				found.Whom = append(found.Whom, rec.Actors[x].ID)
			}
			f.out = append(f.out, found)
		}
	}
	f.rec, f.deeds = nil, nil
	return f.out
}

// asked reports whether a deed wants an adversary.
func asked(d Deed) bool {
	return d.Open && len(d.Actors) > 0 && len(d.Targets) == 0 && (real(d) || d.Status == "planned")
}

// real reports whether a deed is said to have happened or to go on.
func real(d Deed) bool { return d.Status == "happened" || d.Status == "ongoing" }

func (f *Finder) reset(rec *riwaya.Record, deeds []Deed) {
	f.rec, f.deeds, f.target = rec, deeds, none
	if f.number == nil {
		f.number, f.places, f.with, f.at = map[string]int{}, map[string]int{}, map[[2]int]bool{}, map[string]at{}
	}
	clear(f.number)
	clear(f.places)
	clear(f.with)
	clear(f.at)
	f.agents, f.against = f.agents[:0], f.against[:0]
	for i := range rec.Actors {
		f.number[rec.Actors[i].ID] = i
		f.against = append(f.against, opponents{})
	}
	for i := range rec.Places {
		f.places[rec.Places[i].ID] = i
	}
}

// learn notes what a deed says of who is against whom.
func (f *Finder) learn(i int) {
	d := &f.deeds[i]
	f.a, f.t = f.numbers(d.Actors, f.a[:0]), f.numbers(d.Targets, f.t[:0])
	f.together(f.a)
	f.together(f.t)
	for _, all := range [][]int{f.a, f.t} {
		for _, x := range all {
			f.against[x].told++
		}
	}
	if !real(*d) {
		return
	}
	if d.Cedes {
		for _, x := range f.a {
			f.against[x].lost++
			f.loses(d, x, i)
		}
	}
	if d.Type != "ASSAULT" && !d.Opposed {
		return
	}
	f.a, f.t = f.doers(f.a), f.armed(f.t)
	for _, x := range f.t {
		f.against[x].hit = f.against[x].hit || !d.Mutual
		if d.Opposed && !d.Mutual && f.ground(d) {
			f.against[x].lost++
			f.loses(d, x, i)
		}
		if !slices.Contains(f.a, x) {
			f.struck(x, i)
		}
	}
	if len(f.a) == 0 || len(f.t) == 0 || slices.ContainsFunc(f.a, func(x int) bool { return slices.Contains(f.t, x) }) {
		return
	}
	for _, x := range f.a {
		if f.rec.Actors[x].Kind == "police" && !d.Mutual && !d.Opposed {
			continue // whom they arrest or shoot at is not whom a town is taken from
		}
		f.oppose(x, f.t, i)
	}
	for _, x := range f.t {
		if d.Mutual || f.ground(d) && f.rec.Actors[x].Kind == "military" && !slices.ContainsFunc(f.a, func(y int) bool { return f.rec.Actors[y].Kind != "armed_group" }) {
			f.a = f.armed(f.a)
			if len(f.a) > 0 {
				f.oppose(x, f.a, i)
			}
		}
	}
}

// ground reports whether who did a deed was there, and not in the air or far off.
func (f *Finder) ground(d *Deed) bool {
	return d.Mode == nil || *d.Mode != "aerial" && *d.Mode != "heavy-weapons"
}

// oppose notes that deed i sets those of all against actor x.
func (f *Finder) oppose(x int, all []int, i int) {
	o := &f.against[x]
	if !o.some {
		o.all, o.some, o.by = append(o.all[:0], all...), true, i
		return
	}
	o.all = slices.DeleteFunc(o.all, func(y int) bool { return !slices.Contains(all, y) })
}

// struck notes that deed i was done to actor x by others.
func (f *Finder) struck(x, i int) {
	switch f.target {
	case none, x:
		f.target = x
	default:
		f.target = several
	}
	for _, y := range f.a {
		if len(f.agents) < remembered && !slices.ContainsFunc(f.agents, func(a agent) bool { return a.actor == y }) {
			f.agents = append(f.agents, agent{y, i})
		}
	}
}

// loses notes that actor x lost the ground of deed i, or that two did.
func (f *Finder) loses(d *Deed, x, i int) {
	p := f.place(d)
	if p == nil || !f.fighter(x) || !town(p) {
		return
	}
	if o, ok := f.at[p.Text]; ok && o.whom != x {
		f.at[p.Text] = at{several, i}
	} else if !ok {
		f.at[p.Text] = at{x, i}
	}
}

// town reports whether a place is a town, or something in one: there are fronts enough in a province.
func town(p *riwaya.Place) bool {
	return p.Precision == "facility" || p.Precision == "populated place" || p.Precision == "near"
}

// place is where a deed was done, nil if the record does not say so.
func (f *Finder) place(d *Deed) *riwaya.Place {
	if d.Place == nil {
		return nil
	}
	if n, ok := f.places[*d.Place]; ok {
		return &f.rec.Places[n]
	}
	return nil
}

// together notes that actors stand on one side.
func (f *Finder) together(all []int) {
	for _, x := range all {
		for _, y := range all {
			if x != y {
				f.with[[2]int{x, y}] = true
			}
		}
	}
}

// numbers are the actors of those ids, by their number in the record.
func (f *Finder) numbers(ids []string, out []int) []int {
	for _, id := range ids {
		if n, ok := f.number[id]; ok {
			out = append(out, n)
		}
	}
	return out
}

// armed leaves those who bear arms, and are no soldiers or policemen who were counted, or are spoken of once.
func (f *Finder) armed(all []int) []int {
	return slices.DeleteFunc(all, func(x int) bool {
		a := &f.rec.Actors[x]
		return !f.fighter(x) || a.Name == nil && (len(a.Mentions) < 2 || a.Kind != "armed_group" && f.counted(a))
	})
}

// counted reports whether an actor is first spoken of as people of whom a figure says how many they were.
func (f *Finder) counted(a *riwaya.Actor) bool {
	at := a.Mentions[0]
	n, _ := slices.BinarySearchFunc(f.rec.Figures, at.End, func(x riwaya.Figure, end int) int { return cmp.Compare(x.Span.Hull().Start, end) })
	return n > 0 && f.rec.Figures[n-1].Span.Hull().Overlaps(at)
}

// doers leaves those who bear arms, and states, which do so by their armies.
func (f *Finder) doers(all []int) []int {
	return slices.DeleteFunc(all, func(x int) bool { return !f.fighter(x) && f.rec.Actors[x].Kind != "government" })
}

// fighter reports whether an actor bears arms.
func (f *Finder) fighter(x int) bool {
	switch f.rec.Actors[x].Kind {
	case "military", "armed_group", "police":
		return true
	}
	return false
}
