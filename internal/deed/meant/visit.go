package meant

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// Visits gives a visit of somebody's the state of the country that it goes to: the minister's visit to
// France, his visit to it where one who holds an office is spoken of before. Whose visit is not said may be anybody's, who sees no state.
func (r *Reader) Visits(a *anchor.Anchor) {
	if !a.Rule.Is("visit") || len(a.Targets) > 0 || len(a.Agents) == 0 && !a.Nominal() {
		return
	}
	if !a.Nominal() {
		r.visited(a)
		return
	}
	n := a.Chunk + 1
	whose := len(a.Agents) > 0 || (a.Reading != nil && a.Reading.Feat&(lang.Him|lang.Her|lang.Them) != 0 || n < len(r.C) && r.Pronominal(n) == clause.For) && r.official(a.Chunk)
	for i := a.To; i < r.C[a.Chunk].To; i++ {
		if p, end := r.ActorAt(i); p >= 0 {
			if r.National(p) && !slices.Contains(a.Agents, p) && end == r.C[a.Chunk].To && r.Land(i) {
				a.Targets = party.Include(a.Targets, p) // visiting France
			}
			break
		}
	}
	for j := a.Chunk; j < len(r.C) && j <= a.Chunk+3 && len(a.Targets) == 0; j++ {
		c := &r.C[j]
		switch {
		case c.Kind == clause.Adverb || j == a.Chunk:
		case c.Kind != clause.NounPhrase || c.Joined:
			return
		case c.Prep == "to", c.Prep == clause.For:
			if p := c.Actor; p >= 0 && r.National(p) && whose && !slices.Contains(a.Agents, p) {
				a.Targets = party.Include(a.Targets, p)
			}
			return
		case c.Bare() && j == a.Chunk+1 && c.From == r.C[a.Chunk].To && c.Actor >= 0 && r.National(c.Actor) && r.Land(c.Head) && !slices.Contains(a.Agents, c.Actor):
			a.Targets = party.Include(a.Targets, c.Actor)
		}
	}
}

// official reports whether somebody who holds an office, or a person of public life, stands before chunk i in its sentence.
func (r *Reader) official(i int) bool {
	for j := range i {
		c := &r.C[j]
		if c.Kind == clause.NounPhrase && (r.Office(j) || c.Actor >= 0 && r.Rec.Actors[c.Actor].Kind == "person" && !r.Rec.Actors[c.Actor].Private) {
			return true
		}
	}
	return false
}

// visited gives the verb of a visit the states that stand behind it without a preposition, who it is that visits being named: the minister
// visits France and Spain.
func (r *Reader) visited(a *anchor.Anchor) {
	for j := a.Chunk + 1; j < len(r.C) && j <= a.Chunk+4; j++ {
		c := &r.C[j]
		switch {
		case c.Kind == clause.Adverb || c.Kind == clause.NounPhrase && c.Prep != "" && !c.Joined:
		case c.Kind != clause.NounPhrase || c.Joined:
			return
		case c.Actor >= 0 && slices.Contains(a.Agents, c.Actor):
		default:
			for _, p := range r.Parties(j, false, nil) {
				if r.National(p) && c.Actor >= 0 && r.National(c.Actor) && !slices.Contains(a.Agents, p) {
					a.Targets = party.Include(a.Targets, p)
				}
			}
			return
		}
	}
}

// Awaited finds for whom an ambush was laid that somebody is said to have laid: they laid an ambush near the bridge | for the patrol.
// Where nobody is, the phrase may say whose it was: they fell into an ambush of the group's.
func (r *Reader) Awaited(a *anchor.Anchor) {
	if !a.Nominal() || len(a.Targets) > 0 || a.Support != frame.Does || !r.Keyed(a.From, "lies-in-wait") {
		return
	}
	for j := a.Chunk + 1; j < len(r.C) && j < a.Chunk+6; j++ {
		switch c := &r.C[j]; {
		case c.Kind == clause.Verb && j > a.Chunk+1, c.Kind != clause.Verb && c.Kind != clause.NounPhrase && c.Kind != clause.Adverb, c.Joined && !c.Listed:
			return
		case c.Kind == clause.NounPhrase && c.Prep == clause.For:
			for _, p := range r.Parties(j, false, nil) {
				if !slices.Contains(a.Agents, p) {
					a.Targets = party.Include(a.Targets, p)
				}
			}
			return
		}
	}
}

// Beside leaves out whom a noun of fighting has behind "with", where nobody is said to begin it or to be in it: who goes to the fighting
// with the group goes to fight on its side.
func (r *Reader) Beside(a *anchor.Anchor) {
	if !a.Nominal() || len(a.Targets) == 0 || a.Support != "" || !r.Keyed(a.From, "fighting") || r.Real(r.C[a.Chunk].Head) {
		return
	}
	for j := a.Chunk + 1; j < len(r.C) && j < a.Chunk+3 && r.C[j].Kind == clause.NounPhrase; j++ {
		if r.C[j].Prep == "with" {
			with := r.Parties(j, false, nil)
			a.Targets = slices.DeleteFunc(a.Targets, func(p int) bool { return slices.Contains(with, p) })
			return
		}
	}
}
