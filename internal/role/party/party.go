package party

import (
	"slices"
	"strings"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// The keys of words that stand for whom they belong to.
const (
	people  = "people"  // fighters, members, leaders of
	arms    = "arms"    // aircraft, artillery of: only who acts
	holds   = "holds"   // positions, vehicles of: only whom it is done to
	peer    = "peer"    // his counterpart, whose name stands behind
	theirs  = "theirs"  // arms, staff of: only whom it is done to, and by themselves nobody
	some    = "some"    // all, each, several of: what they are bound to says of whom
	former  = "former"  // who has the office no longer: former, late, deposed
	crowd   = "crowd"   // people whose land is not who they are: crowds, protesters
	owned   = "owned"   // verbs that say whose a thing is: which belong to
	belongs = "belongs" // verbs that say to which body people belong
	held    = "held"    // verbs whose subject holds the place behind their preposition
	where   = "where"   // opens a clause that says what somebody did there
	backers = "backers" // who is for somebody, whom what they do is no deed of
)

// Parties adds to out the actors of the phrase in chunk j and of those listed behind it.
// acting says that they do it. What is listed behind a preposition belongs to the phrase only
// if what stands before it does: the positions of X and Y.
func (r *Reader) Parties(j int, acting bool, out []int) []int {
	if j < 0 {
		return out
	}
	before := len(out)
	out = r.Party(j, acting, out)
	for n := j + 1; n < len(r.C); n++ {
		c := &r.C[n]
		switch {
		case c.Kind == clause.Comma && n+1 < len(r.C) && r.C[n+1].Listed:
		case c.Kind == clause.NounPhrase && c.Listed:
			out = r.Party(n, acting, out)
		case c.Kind == clause.NounPhrase && c.Prep != "" && c.From == r.C[n-1].To && Belongs(c.Prep) && len(out) > before && r.C[j].Actor < 0:
		default:
			return out
		}
	}
	return out
}

// Party adds the actor of the phrase in chunk j: the one that its head names, or the one
// that its head stands for.
func (r *Reader) Party(j int, acting bool, out []int) []int {
	c := &r.C[j]
	if c.Actor >= 0 {
		return Include(out, c.Actor)
	}
	if n := j + 2; c.Definite && n < len(r.C) && r.K[c.Head].In(r.w.office) && r.C[n-1].Kind == clause.Comma && r.C[n].Bare() && !r.C[n].Joined && r.Person(n) {
		return Include(out, r.C[n].Actor) // the president, So-and-so
	}
	if a := r.bracketed(j); a >= 0 {
		return Include(out, a) // the organisation (of that name)
	}
	if h := c.Head + 1; h < c.To && r.K[c.Head].In(r.w.clause.G.Demonstrative) {
		if a, _ := r.ActorAt(h); a >= 0 {
			return Include(out, a) // this group
		}
	}
	if !acting && r.manyOf(j, c.Head) {
		return r.Party(j+1, false, out)
	}
	return r.bound(j, c.Head, acting, out)
}

// bound adds the actor that a phrase names behind its head at token h, if all between
// stands for it.
func (r *Reader) bound(j, h int, acting bool, out []int) []int {
	c := &r.C[j]
	if r.K[h].Word != nil && r.K[h].In(r.w.office) {
		for i := h + 1; i < c.To; i++ {
			if r.K[i].Word != nil && r.WordIs(&r.K[i], former) {
				return out // who led it once
			}
		}
	}
	if r.K[h].Word != nil && r.WordIs(&r.K[h], peer) {
		for i := h + 1; i < c.To; i++ {
			if a, _ := r.ActorAt(i); a >= 0 {
				return Include(out, a)
			}
		}
		if n := j + 1; n < len(r.C) && r.C[n].Bare() && !r.C[n].Listed && r.C[n].From == c.To && r.C[n].Actor >= 0 {
			return Include(out, r.C[n].Actor)
		}
		return out
	}
	for !acting && c.Figure < 0 && h+1 < c.To && r.K[h].Word != nil && r.WordIs(&r.K[h], some) {
		if h++; h < c.To {
			if a, _ := r.ActorAt(h); a >= 0 {
				return Include(out, a) // all of the rebels
			}
		}
	}
	if c.Figure < 0 && !r.StandsFor(h, acting) && (acting || !r.theirs(h)) {
		if !acting {
			out = r.belonging(j, out)
		}
		return out
	}
	thing, counted := !acting && r.place(h), 0
	if c.Figure >= 0 {
		f := &r.Rec.Figures[c.Figure]
		thing, counted = thing || !acting && f.Group == "things", f.Span.Hull().End
	}
	for i := h + 1; i < c.To; i++ {
		if a, _ := r.ActorAt(i); a >= 0 {
			if r.K[i-1].End <= counted && r.Rec.Actors[a].Kind == "person" && !r.StandsFor(i-1, acting) || c.Figure >= 0 && r.Rec.Figures[c.Figure].Group == "people" && r.Demonym(i) && r.Rec.Actors[a].Kind == "government" {
				return out // three of his sons, a Somali deputy
			}
			if acting && c.Figure < 0 && r.aloof(h, a) {
				return out
			}
			return Include(out, a)
		}
		switch prep := r.PrepositionAt(i); {
		case prep == "by":
			return out // dozens by the army's bullets
		case c.Figure >= 0 && (prep == "near" || prep == "to" || prep == "with" || prep == "against" || prep == "about"):
			return out // thousands before the parliament
		case r.K[i].End <= counted:
			continue // at least ten of them
		}
		k := &r.K[i]
		if a := r.Nation(i); a >= 0 && !(c.Figure >= 0 && r.Rec.Figures[c.Figure].Group == "people") && !r.WordIs(&r.K[h], crowd) && !(!acting && r.theirs(h) && !r.StandsFor(h, true)) && (i == h+1 || r.StandsFor(i-1, acting)) {
			return Include(out, a) // Turkish aircraft
		}
		if k.Kind == lang.MarkKind || k.Word == nil || r.StandsFor(i, acting) || k.Has(lang.Nisba) || k.In(r.w.demonym) {
			continue
		}
		if thing && k.Has(lang.Noun) || c.Figure >= 0 && r.PrepositionAt(i) == "from" {
			continue // a training camp, dozens of fighters
		}
		if acting && i == h+1 && i == c.To-1 && r.ofSome(j, h, i) {
			continue // a great number | of the rebels
		}
		if !acting && c.Figure < 0 && k.Has(lang.Noun) && !k.Has(lang.Article) && !k.Has(lang.Masdar) && r.membered(j, h) {
			continue // a senior official of the movement
		}
		return out
	}
	// fighters of the group, positions that belong to it
	if n := r.owning(j, thing); n < len(r.C) && r.C[n].Kind == clause.NounPhrase && r.C[n].From == r.C[n-1].To && (Belongs(r.C[n].Prep) || n > j+1) {
		if r.C[n].Actor < 0 {
			if a := r.bracketed(n); a >= 0 {
				return Include(out, a)
			}
		}
		if q := r.C[n].Reading; r.C[n].Actor < 0 && q != nil && q.Feat&lang.Masdar != 0 && !r.StandsFor(r.C[n].Head, acting) && !r.theirs(r.C[n].Head) {
			return out // those responsible for the downing of its aircraft
		}
		if acting && c.Figure < 0 && r.C[n].Actor >= 0 && r.aloof(h, r.C[n].Actor) {
			return out
		}
		return r.Party(n, acting, out)
	} else if acting && c.Figure < 0 && r.K[h].Word != nil && r.WordIs(&r.K[h], people) && r.membered(j, h) && r.Rec.Actors[r.C[j+1].Actor].Kind == "armed_group" && r.C[j+1].Prep == "in" {
		return Include(out, r.C[j+1].Actor) // a gunman in the group
	} else if t := c.To - 1; !acting && (r.membered(j, h) || thing && t > h && r.StandsFor(t, true) && r.membered(j, t)) {
		return Include(out, r.C[j+1].Actor)
	}
	return out
}

// ofSome reports whether the word at token i is an adjective of the noun for people at token h of phrase j, and whom they are of stands
// right behind: a great number | of the rebels.
func (r *Reader) ofSome(j, h, i int) bool {
	k, n := &r.K[i], j+1
	return n < len(r.C) && r.C[n].Prep == "from" && r.C[n].From == r.C[j].To && r.K[h].Word != nil && r.WordIs(&r.K[h], people) && k.Feats&(lang.Article|lang.Participle|lang.Masdar|lang.Pronoun) == 0
}

// membered reports whether the people of phrase j, whose noun is token h, are said to be in a body
// that stands behind: an officer in the army. Whoever is only tied to it is none of its people.
func (r *Reader) membered(j, h int) bool {
	n, t := j+1, r.C[j].To-1
	return n < len(r.C) && (r.C[n].Prep == "in" || r.C[n].Prep == clause.With && (t == h || !r.K[t].Has(lang.Participle))) && r.C[n].From == r.C[j].To && r.body(r.C[n].Actor) && (r.StandsFor(h, true) || r.theirs(h))
}

// body reports whether actor a is one that has people in it.
func (r *Reader) body(a int) bool {
	if a < 0 {
		return false
	}
	switch r.Rec.Actors[a].Kind {
	case "military", "police", "armed_group", "party", "ngo", "igo":
		return true
	}
	return false
}

// belonging adds whom the phrase behind phrase j says that it belongs to, whatever it is: a
// building belonging to the group.
func (r *Reader) belonging(j int, out []int) []int {
	n := r.owning(j, true)
	if n >= len(r.C) || r.C[n].Kind != clause.NounPhrase || r.C[n].From != r.C[n-1].To || r.C[n].Prep != "of" && r.C[n-1].Kind != clause.Verb {
		return out
	}
	return r.Party(n, false, out)
}

// owning is the chunk behind phrase j that may say whose it is. Of a thing, an adjective that was
// cut off may stand between, or a verb that says so: vehicles which belong to the group.
func (r *Reader) owning(j int, thing bool) int {
	n := j + 1
	if n+1 < len(r.C) && r.C[n+1].Prep == "from" && r.C[n+1].From == r.C[n].To && r.Attributed(j, n) {
		return n + 1 // a great number, of the rebels
	}
	if !thing && !(n+1 < len(r.C) && r.C[n].Kind == clause.Verb && r.Keyed(r.C[n].Head, belongs)) || n+1 >= len(r.C) || r.C[n].From != r.C[j].To || r.C[n+1].From != r.C[n].To {
		return n
	}
	switch c := &r.C[n]; {
	case c.Kind == clause.Adverb && c.To == c.From+1 && !r.K[c.Head].Has(lang.Pronoun) && r.C[n+1].Prep == "of":
		return n + 1
	case !c.Joined && r.Owns(n):
		return n + 1
	}
	if h := r.HeldBy(n); h >= 0 {
		return h
	}
	return n
}

// HeldBy is the phrase of who holds what the clause that begins in chunk n belongs to: positions which the
// group is in control of, that they took for theirs. It is -1 where that clause says something else.
func (r *Reader) HeldBy(n int) int {
	if r.C[n].Kind == clause.Relative {
		n++
	}
	if n+1 >= len(r.C) || r.C[n].Kind != clause.Verb || r.C[n].Joined || !r.Keyed(r.C[n].Head, held) {
		return -1
	}
	h := n + 1
	if !r.C[n].Pronoun {
		if !r.TakesPronoun(&r.C[h]) || h+1 >= len(r.C) {
			return -1
		}
		h++
	}
	if c := &r.C[h]; c.Bare() && !c.Joined && (r.Armed(c.Actor) || c.Actor < 0 && r.StandsFor(c.Head, true)) {
		return h
	}
	return -1
}

// Owns reports whether the verb of chunk i says whose the thing before it is.
func (r *Reader) Owns(i int) bool {
	if i == 0 || i+1 >= len(r.C) || r.C[i-1].Kind != clause.NounPhrase || r.C[i-1].To != r.C[i].From || !r.Keyed(r.C[i].Head, owned) && !r.Keyed(r.C[i].Head, belongs) {
		return false
	}
	p, n := &r.C[i-1], &r.C[i+1]
	if n.Kind != clause.NounPhrase || n.Prep != clause.For && n.Prep != "to" {
		return false
	}
	return p.Figure >= 0 && r.Rec.Figures[p.Figure].Group == "things" || p.Figure < 0 && (r.place(p.Head) || r.Keyed(r.C[i].Head, belongs) && r.StandsFor(p.Head, true))
}

// Bound adds the actor of what a noun of phrase j is bound to, which begins at token h: the
// killing of members of the group. things says that it is a place or a thing of theirs.
func (r *Reader) Bound(j, h int, out []int) (all []int, things bool) {
	if r.manyOf(j, h) {
		return r.Party(j+1, false, out), false
	}
	if !r.StandsFor(h, true) && !r.StandsFor(h, false) && !r.theirs(h) && !(r.K[h].Word != nil && r.WordIs(&r.K[h], some)) {
		return out, false
	}
	for i := h; i < r.C[j].To && !things; i++ {
		things = r.Thing(i)
	}
	return r.bound(j, h, false, out), things
}

// bracketed is the actor named in brackets behind phrase j, which is one word: the
// organisation (of that name). It is -1 where there is none.
func (r *Reader) bracketed(j int) int {
	c := &r.C[j]
	open := c.To
	if c.Head != c.To-1 || open+2 >= len(r.K) || r.K[open].Mark != lang.BracketOpen || !r.K[c.Head].In(r.w.body) {
		return -1
	}
	a, end := r.ActorAt(open + 1)
	if a < 0 || end != int(r.K[open].Match) {
		return -1
	}
	return a
}

// place reports whether the noun at token h stands for whom it belongs to as a place or a
// thing of theirs: what is bound to it says which.
func (r *Reader) place(h int) bool {
	return r.K[h].Word != nil && (r.WordIs(&r.K[h], holds) || r.WordIs(&r.K[h], theirs))
}

// Thing reports whether the noun at token i stands for whom it belongs to as a place or a thing of
// theirs, and may be no part of them that acts.
func (r *Reader) Thing(i int) bool { return r.place(i) && !r.StandsFor(i, true) }

// theirs reports whether the noun at token h stands for whom it belongs to where that is named,
// and for nobody else.
func (r *Reader) theirs(h int) bool { return r.K[h].Word != nil && r.WordIs(&r.K[h], theirs) }

// Nation is the actor that stands for the state of the adjective at token i: its government,
// if the record has one and no other. It is -1 where there is none.
func (r *Reader) Nation(i int) int {
	k := &r.K[i]
	if !k.In(r.w.demonym) {
		return -1
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if !q.Classes.Meets(r.w.demonym) || len(q.Key) != 2 || q.Feat&lang.Plural != 0 && (i == 0 || !r.K[i-1].Has(lang.Plural)) { // most Americans are not their state
			continue
		}
		for a := range r.Rec.Actors {
			x := &r.Rec.Actors[a]
			if x.Kind == "government" && x.Country != nil && strings.EqualFold(*x.Country, q.Key) && x.Name != nil && *x.Name == r.w.states[q.Key] {
				return a
			}
		}
	}
	return -1
}

// Demonym reports whether the word at token i is an adjective of a country, and no country.
func (r *Reader) Demonym(i int) bool {
	k := &r.K[i]
	return k.In(r.w.demonym) && (!k.In(r.w.land) || k.Word.Some(func(q *lang.Reading) bool {
		return q.Classes.Meets(r.w.demonym) && q.Feat&lang.Accusative == 0
	}))
}

// Belongs reports whether a preposition of that key says to whom something belongs.
func Belongs(prep string) bool { return prep == "of" || prep == clause.For || prep == "from" }

// StandsFor reports whether the noun at token i stands for whom it belongs to.
func (r *Reader) StandsFor(i int, acting bool) bool {
	k := &r.K[i]
	if !k.In(r.w.word) {
		return false
	}
	return k.Word.Some(func(q *lang.Reading) bool { // some words are two of them
		return q.Classes.Meets(r.w.word) && (q.Key == people || q.Key == arms && acting || q.Key == holds && !acting)
	})
}

// Titled reports whether phrase j tells the office of the person in the phrase right before it.
func (r *Reader) Titled(j int) bool {
	c, p := &r.C[j], &r.C[j-1]
	k := &r.K[c.Head]
	return c.Bare() && p.Kind == clause.NounPhrase && p.Actor >= 0 && r.Rec.Actors[p.Actor].Kind == "person" && k.In(r.w.office) && !k.Has(lang.Article)
}

// Office reports whether the head of phrase j is an office that somebody holds.
func (r *Reader) Office(j int) bool { return r.K[r.C[j].Head].In(r.w.office) }

// OfficeAt reports whether the word at token i is an office that somebody holds, without article.
func (r *Reader) OfficeAt(i int) bool { return r.K[i].In(r.w.office) && !r.K[i].Has(lang.Article) }

// OfficeTo is the token where the office ends that the head of phrase j begins, its head where it begins
// none of several words: the chief of editing.
func (r *Reader) OfficeTo(j int) int {
	h := r.C[j].Head
	if k := &r.K[h]; k.Word != nil && k.Starts&lang.StartsPhrase != 0 && k.Word.Begins.Meets(r.w.office) {
		if e, p := r.T.PhraseAt(h, r.w.office); p != nil {
			return e
		}
	}
	return h
}

// Land reports whether the word at token i is the name of a country or a capital.
func (r *Reader) Land(i int) bool {
	return r.K[i].Word != nil && r.K[i].In(r.w.land) && !r.K[i].In(r.w.demonym)
}

// Include adds an actor, once.
func Include(out []int, a int) []int {
	if slices.Contains(out, a) {
		return out
	}
	return append(out, a)
}

// National reports whether actor a is a state by its name.
func (r *Reader) National(a int) bool {
	x := &r.Rec.Actors[a]
	return x.Kind == "government" && x.Country != nil && x.Name != nil && *x.Name == r.w.states[strings.ToLower(*x.Country)]
}

// Keyed reports whether a word or phrase of that key stands at token i.
func (r *Reader) Keyed(i int, key string) bool { return r.T.Keyed(i, r.w.word, key) }
