package meant

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/role/party"
)

// Fights gives the noun of a fight with somebody, which says one side only, the other: whoever the clause is about, if they are
// armed. The army withdrew after clashes with the group.
func (r *Reader) Fights(a *anchor.Anchor) {
	c := &r.C[a.Chunk]
	if !a.Nominal() || !a.Rule.Mutual || a.Rule.Type != "ASSAULT" || len(a.Agents) > 0 || len(a.Targets) == 0 || a.Definite || c.Prep != "near" && c.Prep != "in" {
		return
	}
	v := r.Above(a.Chunk)
	if v < 0 || r.C[v].Reading.Cue != nil || v > 0 && r.C[v-1].Kind == clause.Relative {
		return
	}
	subj, _, passive := r.SubjectAndObject(v, r.Ruled(v))
	if subj < 0 || passive || subj >= a.Chunk || r.OnlyPassive(v) {
		return
	}
	all := r.Parties(subj, true, nil)
	if len(all) == 0 || !r.Armed(all[0]) || slices.ContainsFunc(all, func(p int) bool { return slices.Contains(a.Targets, p) }) {
		return
	}
	for j := subj + 1; j < a.Chunk; j++ {
		if p := r.C[j].Actor; p >= 0 && !slices.Contains(all, p) && r.Armed(p) && !slices.Contains(a.Targets, p) {
			return // who fought may be they
		}
	}
	a.Agents = append(a.Agents, all...)
}

// Slain gives those who fell in a fight with somebody that somebody for their slayers, where the two can only be its sides: soldiers
// and a group, rebels and an army.
func (r *Reader) Slain(a *anchor.Anchor) {
	if !a.Rule.Harm || len(a.Agents) > 0 || len(a.Targets) != 1 {
		return
	}
	for n := range r.Here {
		b := &r.Here[n]
		if !b.Nominal() || !b.Rule.Mutual || b.Rule.Type != "ASSAULT" || b.Definite || b.Chunk <= a.Chunk || b.Chunk > a.Chunk+4 || len(b.Targets) == 0 || r.C[b.Chunk].Prep != "in" {
			continue
		}
		for j := a.Chunk + 1; j < b.Chunk; j++ {
			if k := r.C[j].Kind; k != clause.NounPhrase && k != clause.Adverb && k != clause.Comma {
				return
			}
		}
		if r.forces(a.Targets[0]) != r.forces(b.Targets[0]) && r.Armed(a.Targets[0]) && r.Armed(b.Targets[0]) && (len(b.Agents) == 0 || slices.Contains(b.Agents, a.Targets[0])) {
			for _, p := range b.Targets {
				a.Agents = party.Include(a.Agents, p)
			}
		}
		return
	}
}

// When gives people whom harm befell when somebody attacked those for who did it: soldiers were killed when gunmen opened
// fire on their convoy. Whoever attacked stands behind that verb, and is none of them.
func (r *Reader) When(a *anchor.Anchor) {
	if !a.Rule.Harm || len(a.Agents) > 0 {
		return
	}
	v := a.Chunk + 1
	for ; v < len(r.C) && r.C[v].Kind != clause.Opens; v++ {
		switch c := &r.C[v]; {
		case r.Keyed(c.From, "since") && v+1 < len(r.C) && r.C[v+1].Kind == clause.Opens:
			return // since the day when they attacked
		case c.Kind == clause.NounPhrase, c.Kind == clause.Adverb, c.Kind == clause.Comma:
		case c.Kind != clause.Verb || !c.Joined || !r.harms(v):
			return
		}
	}
	if v++; v >= len(r.C) || r.C[v].Kind != clause.Verb || !r.Keyed(r.C[v-1].From, "when") {
		return
	}
	subj, _, passive := r.SubjectAndObject(v, r.Ruled(v))
	if passive || subj < v {
		return
	}
	for n := range r.Here {
		b := &r.Here[n]
		if b.Chunk != v && b.Governor != v || b.Rule.Type != "ASSAULT" || b.Rule.Harm || b.Rule.Mutual || len(b.Agents) == 0 || b.Ascribed {
			continue
		}
		if all := r.Parties(subj, true, nil); slices.Equal(all, b.Agents) && !slices.ContainsFunc(all, func(p int) bool { return slices.Contains(a.Targets, p) }) {
			a.Agents = append(a.Agents, all...)
		}
		return
	}
}

// harms reports whether the verb of chunk v names harm.
func (r *Reader) harms(v int) bool {
	return slices.ContainsFunc(r.Here, func(b anchor.Anchor) bool { return b.Chunk == v && b.Rule.Harm })
}

// forces reports whether actor p is a state's.
func (r *Reader) forces(p int) bool {
	k := r.Rec.Actors[p].Kind
	return k == "military" || k == "police" || r.National(p)
}
