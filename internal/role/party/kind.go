package party

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// Person reports whether the phrase names one person.
func (r *Reader) Person(j int) bool {
	a := r.C[j].Actor
	return a >= 0 && r.C[j].Figure < 0 && r.Rec.Actors[a].Kind == "person"
}

// Armed reports whether actor a is armed: what it announces, it mostly did itself.
func (r *Reader) Armed(a int) bool {
	if a < 0 {
		return false
	}
	switch r.Rec.Actors[a].Kind {
	case "military", "police", "armed_group":
		return true
	}
	return false
}

// Rescues reports whether actor a is called one of those who come to help: civil defence, the Red Crescent, firemen.
func (r *Reader) Rescues(a int) bool {
	for _, m := range r.Rec.Actors[a].Mentions {
		for i := range r.T.Within(m) {
			if r.Keyed(i, "rescuers") {
				return true
			}
		}
	}
	return false
}

// Fighters reports whether the head of phrase j is a word for people of arms.
func (r *Reader) Fighters(j int) bool {
	return r.Armed(r.C[j].Actor) || r.StandsFor(r.C[j].Head, true)
}

// People reports whether the phrase's head is a word for people whose plural may look like a
// feminine.
func (r *Reader) People(j int) bool {
	c := &r.C[j]
	h := c.Head
	for h+1 < c.To && r.K[h].Word != nil && r.WordIs(&r.K[h], some) {
		h++ // several groups of theirs
	}
	return r.StandsFor(h, true)
}

// Arm reports whether the phrase's head is a word for arms, which act for whom they belong to.
func (r *Reader) Arm(j int) bool {
	c := &r.C[j]
	for i := c.Head; c.Actor < 0 && i < c.To && (i == c.Head || c.Figure >= 0); i++ {
		if r.K[i].Word != nil && r.WordIs(&r.K[i], arms) {
			return true
		}
	}
	return false
}

// Acts reports whether the phrase names a body that does such things to others more often
// than it has them done to itself.
func (r *Reader) Acts(j int) bool {
	a := r.C[j].Actor
	if a < 0 || r.C[j].Figure >= 0 {
		return false
	}
	switch r.Rec.Actors[a].Kind {
	case "military", "police", "government", "armed_group", "other":
		return true
	}
	return false
}

// Suffers reports whether the phrase names people who have things done to them more often
// than they do them.
func (r *Reader) Suffers(j int) bool {
	a := r.C[j].Actor
	return a >= 0 && (r.Rec.Actors[a].Kind == "civilians" || r.Rec.Actors[a].Kind == "other")
}

// than which or what it is: at the same time, of the extreme left.
func (r *Reader) Said(j int) bool {
	c, p := &r.C[j], &r.C[j-1]
	if p.Kind != clause.NounPhrase || p.Prep == "" || p.To != c.From || c.Actor >= 0 || c.Figure >= 0 {
		return false
	}
	if p.Prep == "in" && c.Place >= 0 && (p.Place >= 0 || len(r.PlacesIn(r.K[p.From].Start, r.K[p.To-1].End)) > 0) {
		return true // in the province, the middle of the country
	}
	if c.To != c.From+1 {
		return false
	}
	return r.Keyed(c.Head, "self") || p.Definite && r.K[c.Head].Has(lang.Article) && r.Keyed(c.Head, "quality")
}

// Aged reports whether phrase j says how old somebody is, or begins to: a woman who is thirty.
func (r *Reader) Aged(j int) bool {
	c := &r.C[j]
	if c.Figure >= 0 {
		return r.Rec.Figures[c.Figure].Predicate == "age"
	}
	return c.Actor < 0 && c.To == c.From+1 && !c.Joined && c.Reading != nil && c.Reading.Feat&(lang.Masculine|lang.Feminine|lang.Plural) == 0 && r.K[c.Head].Has(lang.Present) && c.From == r.C[j-1].To && r.C[j-1].Kind == clause.NounPhrase && (r.ages(j) || c.To < len(r.K) && r.K[c.To].Kind == lang.NumberKind)
}

// Qualifies reports whether phrase j is an adjective of the person right before it, or his title: a leftist activist, So-and-so,
// crown prince.
func (r *Reader) Qualifies(j int) bool {
	c, p := &r.C[j], &r.C[j-1]
	if k := &r.K[c.Head]; c.Actor >= 0 && r.Keyed(c.Head, "kin") && c.Figure < 0 && !c.Joined && c.To == c.From+1 && p.To == c.From && p.Kind == clause.NounPhrase && p.Figure < 0 && !k.Has(lang.Article) && !r.K[p.Head].Has(lang.Article) && p.Reading != nil && r.ManyMen(j-1) && !r.Oblique(j) && (c.Reading == nil || c.Reading.Feat&lang.Accusative == 0) {
		return true // young men | Kurds: an object would have another ending
	}
	if c.Bare() && !c.Joined && c.Actor < 0 && p.To == c.From {
		h := j - 1 // behind one title stands another
		for h > 0 && r.C[h].Bare() && r.C[h].Actor < 0 && r.TitleAt(r.C[h].Head) && r.C[h-1].To == r.C[h].From {
			h--
		}
		if r.C[h].Kind == clause.NounPhrase && r.Person(h) && (r.TitleAt(c.Head) || h < j-1 && r.K[c.Head].In(r.w.office) && !r.K[c.Head].Has(lang.Article)) {
			return true
		}
	}
	return c.Actor < 0 && c.Figure < 0 && c.To == c.From+1 && !c.Joined && p.Bare() && p.Actor >= 0 && p.To == c.From && p.To == p.Head+1 && r.K[c.Head].Has(lang.Nisba) && !r.K[c.Head].Has(lang.Article) && !r.K[p.Head].Has(lang.Article)
}

// ages reports whether the next figure behind phrase j, in its clause, is an age.
func (r *Reader) ages(j int) bool {
	for j++; j < len(r.C) && (r.C[j].Kind == clause.NounPhrase || r.C[j].Kind == clause.Adverb); j++ {
		if f := r.C[j].Figure; f >= 0 {
			return r.Rec.Figures[f].Predicate == "age"
		}
	}
	return false
}

// TakesPronoun reports whether a chunk is a pronoun behind a preposition.
func (r *Reader) TakesPronoun(c *clause.Chunk) bool {
	return c.Kind == clause.Adverb && r.K[c.Head].Has(lang.Function|lang.Pronoun)
}

// Foremost reports whether phrase j itself names the first of the actors, not what stands behind it.
func (r *Reader) Foremost(j int, all []int) bool {
	for i := r.C[j].Head; i < r.C[j].To; i++ {
		if x, _ := r.ActorAt(i); x >= 0 {
			return x == all[0]
		}
	}
	return false
}

// OneState reports whether the only actor is a state by its name.
func (r *Reader) OneState(all []int) bool {
	return len(all) == 1 && r.National(all[0])
}

// Suffering reports whether all of the actors are people who only suffer.
func (r *Reader) Suffering(all []int) bool {
	for _, a := range all {
		if x := &r.Rec.Actors[a]; x.Kind != "civilians" && !x.Private {
			return false
		}
	}
	return true
}

// Peaceful reports whether actor a is of those who do nobody harm: an aid agency, a newspaper.
func (r *Reader) Peaceful(a int) bool {
	switch r.Rec.Actors[a].Kind {
	case "igo", "ngo", "media", "company":
		return true
	}
	return false
}

// Countryman reports whether chunk j is the adjective of a country in the accusative: a Palestinian whom
// something was done to, though the word may say as well on which level.
func (r *Reader) Countryman(j int) bool {
	c := &r.C[j]
	return c.To == c.From+1 && c.From == r.C[j-1].To && r.K[c.Head].Word != nil && r.K[c.Head].Word.Some(func(q *lang.Reading) bool {
		return q.Classes.Meets(r.w.demonym) && q.Feat&lang.Accusative != 0
	})
}

// Attributed reports whether phrase j is an adjective of the indefinite noun in chunk i, which is in the accusative.
func (r *Reader) Attributed(i, j int) bool {
	c := &r.C[j]
	return c.Bare() && !c.Joined && c.Actor < 0 && c.Figure < 0 && c.To == c.From+1 && c.From == r.C[i].To && !c.Definite && r.K[c.Head].Has(lang.Accusative) && r.K[r.C[i].Head].Has(lang.Accusative)
}
