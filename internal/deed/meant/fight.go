package meant

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/deed/rule"
	"riwaya/internal/lang"
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
	if v >= 0 && r.C[v].Reading.Cue != nil && c.Prep == "near" {
		a.Agents = append(a.Agents, r.whoseBefore(a, v)...)
		return
	}
	if v < 0 || r.C[v].Reading.Cue != nil {
		return
	}
	subj, _, passive := r.SubjectAndObject(v, r.Ruled(v))
	if subj < 0 || passive || subj >= a.Chunk || r.OnlyPassive(v) || subj < v && v > 0 && r.C[v-1].Kind == clause.Relative {
		return
	}
	all := r.Parties(subj, true, nil)
	if len(all) == 0 || !r.Armed(all[0]) || slices.ContainsFunc(all, func(p int) bool { return slices.Contains(a.Targets, p) }) {
		return
	}
	for j := subj + 1; j < a.Chunk; j++ {
		if p := r.C[j].Actor; p >= 0 && r.C[j].Prep != "to" && !slices.Contains(all, p) && r.Armed(p) && !slices.Contains(a.Targets, p) {
			return // who fought may be they
		}
	}
	a.Agents = append(a.Agents, all...)
}

// whoseBefore are the agents of the deed right before the noun of a fight, both under the verb of chunk v: they announced the army's taking
// hold of the town after clashes with the group.
func (r *Reader) whoseBefore(a *anchor.Anchor, v int) []int {
	for n := len(r.Here) - 1; n >= 0; n-- {
		b := &r.Here[n]
		if b.Chunk >= a.Chunk {
			continue
		}
		if b.Chunk < v || !b.Nominal() || b.Rule.Type != "ASSAULT" || b.Rule.Harm || b.Rule.Mutual || len(b.Agents) == 0 || !r.Armed(b.Agents[0]) {
			return nil
		}
		for j := b.Chunk + 1; j < a.Chunk; j++ {
			if p := r.C[j].Actor; p >= 0 && !slices.Contains(b.Agents, p) && !slices.Contains(a.Targets, p) && r.Armed(p) || r.C[j].Kind != clause.NounPhrase && r.C[j].Kind != clause.Adverb && r.C[j].Kind != clause.Comma {
				return nil
			}
		}
		if slices.ContainsFunc(b.Agents, func(p int) bool { return slices.Contains(a.Targets, p) }) {
			return nil
		}
		return b.Agents
	}
	return nil
}

// After gives an action that comes behind "after" or "before" and has its object, but names no doer, to whoever does the deed that it is told
// with: the army took the town after driving the group out of it, the police arrested him after storming his house.
func (r *Reader) After(a *anchor.Anchor) {
	c := &r.C[a.Chunk]
	if !a.Nominal() || len(a.Agents) > 0 || a.Rule.Mutual || a.Rule.Harm || a.Support != "" || a.Definite || c.Prep != "near" || c.Head != a.From || !r.Keyed(c.From, "after") || r.Keyed(c.From, "since") || !r.K[a.From].Has(lang.Masdar) || a.Rule.Type != "ASSAULT" && a.Rule.Type != "COERCE" {
		return
	}
	v := r.Above(a.Chunk)
	if v < 0 {
		return
	}
	for n := range r.Here {
		b := &r.Here[n]
		if b.Chunk != v && b.Governor != v || b.Chunk >= a.Chunk || b.Rule.Type != "ASSAULT" && b.Rule.Type != "COERCE" || b.Rule.Harm || b.Rule.Mutual || b.Ascribed || b.Form == rule.Passive || len(b.Agents) == 0 || !r.Armed(b.Agents[0]) || len(a.Targets) == 0 && !(b.Rule.Arrests() && (a.Rule.Point || a.Rule.Is("seize"))) {
			continue
		}
		for j := b.Chunk + 1; j < a.Chunk; j++ {
			if p := r.C[j].Actor; p >= 0 && !slices.Contains(b.Agents, p) && !slices.Contains(b.Targets, p) && r.Armed(p) {
				return
			}
		}
		if !slices.ContainsFunc(b.Agents, func(p int) bool { return slices.Contains(a.Targets, p) }) {
			a.Agents = append(a.Agents, b.Agents...)
		}
		return
	}
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
