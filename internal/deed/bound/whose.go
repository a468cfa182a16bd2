package bound

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/deed/control"
	"riwaya/internal/deed/rule"
	"riwaya/internal/lang"
)

// SameDoer gives an action whose pronoun is its object the agents of the one that it is joined to, where that has its object beside
// it: after the army's shelling of the house and burning it.
func (r *Reader) SameDoer(a *anchor.Anchor, whole int) {
	if whole == a.Chunk || a.Rule.Mutual || !r.Transitive(a) {
		return
	}
	for i := range r.Here {
		if b := &r.Here[i]; b.Chunk == whole && b.Form == rule.Masdar && b.From == r.C[whole].Head && len(b.Agents) > 0 && (len(b.Targets) > 0 || r.TargetBehind(b, b.Rule.Frames[b.Form]) || r.C[whole+1].Prep == clause.For) {
			a.Agents, a.Ascribed = append(a.Agents, b.Agents...), b.Ascribed
			return
		}
	}
}

// Jointly gives an action that has its object, joined to one whose doer it is bound to, the agents of that: after the army's taking hold of
// the town and driving out those who live there. Whose thing it is done to may be the doer's own: his house.
func (r *Reader) Jointly(a *anchor.Anchor) {
	c := &r.C[a.Chunk]
	whole := r.Coordinate(a.Chunk)
	if whole == a.Chunk || !r.K[a.From].Has(lang.Masdar) || a.Rule.Mutual || c.Head != a.From || a.To >= c.To || !forced(a) || !r.Transitive(a) || r.K[c.To-1].Has(lang.Pronoun) && r.K[c.To-1].Word.Some(func(q *lang.Reading) bool { return q.Feat&(lang.Noun|lang.Him) == lang.Noun|lang.Him }) {
		return
	}
	if x, _ := r.ActorAt(a.To); x >= 0 || r.StandsFor(a.To, true) && c.Figure < 0 {
		return // by them, or done to them
	}
	for i := range r.Here {
		if b := &r.Here[i]; b.Chunk == whole && b.Nominal() && b.From == r.C[whole].Head && forced(b) && !b.Rule.Mutual && !b.Rule.Harm && len(b.Agents) > 0 && slices.Equal(b.Agents, r.Owner(whole, nil)) {
			a.Agents, a.Ascribed = append(a.Agents, b.Agents...), b.Ascribed
			return
		}
	}
}

// forced reports whether a happening is one that somebody does by force.
func forced(a *anchor.Anchor) bool {
	return a.Rule.Type == "ASSAULT" || a.Rule.Type == "COERCE" || a.Rule.Type == "DISPLACE"
}

// Held is whom the happening right before an anchor, in its clause, is a holding or a punishing of: they sentenced him on the charge of
// planning attacks, the arrest of two on that of planning.
func (r *Reader) Held(a *anchor.Anchor) []int {
	for n := len(r.Here) - 1; n >= 0; n-- {
		b := &r.Here[n]
		if b.Chunk >= a.Chunk {
			continue
		}
		if b.Rule.Type != "COERCE" && b.Rule.Type != "SANCTION" {
			return nil
		}
		for j := b.Chunk + 1; j < a.Chunk; j++ {
			if k := r.C[j].Kind; k != clause.NounPhrase && k != clause.Adverb && k != clause.Comma {
				return nil
			}
			if x, _ := r.ActorAt(r.C[j].Head + 1); x >= 0 && r.Keyed(r.C[j].Head, control.Charge) {
				return nil // for the part that another had in it
			}
		}
		if slices.ContainsFunc(b.Targets, r.National) {
			return nil
		}
		return slices.Clip(b.Targets)
	}
	return nil
}

// Punished adds who is condemned, held or punished for what stands behind a verbal noun whose pronoun takes them up: they condemned the
// group for its launching of attacks.
func (r *Reader) Punished(a *anchor.Anchor) {
	p, i := a.Chunk-1, r.C[a.Chunk]
	for n := range r.Here {
		if b := &r.Here[n]; b.Chunk == p && i.Prep == "bi" && !i.Joined && a.Rule.Type != "ACCUSE" && !b.Rule.Blames && b.Rule.Type == "ACCUSE" && b.Nominal() && len(b.Targets) > 0 && r.C[p].Head == b.From && i.Head == a.From && r.C[p].To == i.From {
			a.Agents, a.Ascribed = append(a.Agents, b.Targets...), true
			return // the army faces charges of shelling
		}
	}
	if p < 0 || r.C[p].Kind != clause.NounPhrase || r.C[p].Prep != clause.For || !r.C[p].Pronoun || r.C[p].To != i.From || !r.LendsBehind(p, i.Prep) {
		return
	}
	for n := len(r.Here) - 1; n >= 0; n-- {
		b := &r.Here[n]
		if b.Chunk >= p {
			continue
		}
		if t := b.Rule.Type; len(b.Targets) != 1 || t != "ACCUSE" && t != "SANCTION" && t != "COERCE" || !b.Nominal() && r.Above(p) != b.Chunk {
			return
		}
		whom := -1
		for j := b.Chunk; j < p; j++ {
			if k := r.C[j].Kind; k != clause.NounPhrase && k != clause.Adverb && j > b.Chunk {
				return
			}
			if slices.Contains(r.Parties(j, true, nil), b.Targets[0]) {
				whom = j
			}
		}
		if whom >= 0 && (whom == b.Chunk || r.TakesUp(r.C[p].Reading, whom)) {
			a.Agents, a.Ascribed = append(a.Agents, b.Targets...), b.Rule.Type == "ACCUSE"
		}
		return
	}
}

// OfState reports whether a noun is bound to a state by its name, and to nothing else: the state's arrest of a million people is bound
// to whom it arrests as well.
func (r *Reader) OfState(a *anchor.Anchor) bool {
	at, n := a.To, a.Chunk+1
	if at >= r.C[a.Chunk].To && n < len(r.C) && r.C[n].Bare() && !r.C[n].Listed {
		at, n = r.C[n].Head, n+1
	}
	if a.Definite || at >= len(r.K) || r.K[at].Word == nil || r.K[at].Has(lang.With) || r.K[at].Has(lang.For) || n < len(r.C) && (r.C[n].Prep == clause.For || r.C[n].Bare() && !r.C[n].Listed && r.C[n].Figure >= 0) {
		return false
	}
	p, _ := r.ActorAt(at)
	return p >= 0 && r.National(p) || r.Land(at)
}
