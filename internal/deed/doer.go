package deed

import (
	"riwaya/internal/clause"
	"riwaya/internal/deed/control"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// doer finds who does what a noun names without saying by whom: whoever its pronoun takes up
// (their attack on the town), whoever's action it stands under (they managed to free the
// town) or serves (he travelled to join them).
func (r *Reader) doer(a *Anchor, fr frame.Frame) {
	if _, aim := r.AimFor(a.Chunk); aim {
		return
	}
	if q := r.Glued(a); q != nil {
		whole := r.Coordinate(a.Chunk)
		p := r.C[whole].Prep
		aim := (p == clause.For || p == control.Purpose) && r.K[a.From].Has(lang.Masdar) && a.Rule.Type != "ACCUSE" // to seize it: the pronoun is its object
		if object := aim && whole != a.Chunk && fr.Target.Has(frame.BehindFrom) && r.Transitive(a) && !r.takesObject(a); !object && fr.Agent.Has(frame.Of) && (!fr.Target.Has(frame.Of) && !r.Transitive(a) || r.TargetBehind(a, fr)) || r.takesObject(a) {
			if h := r.Coordinate(a.Chunk); r.C[a.Chunk].Listed && h != a.Chunk && r.Action(h) {
				if all := r.Owner(h, nil); len(all) == 1 && r.ownerOf(h, q) {
					a.Agents = append(a.Agents, all...)
					return // the advance of the army and its taking hold of
				}
			}
			if a.Agents = r.Antecedent(a.Chunk, q, a.Agents); len(a.Agents) == 0 && r.C[a.Chunk].Prep == "near" {
				if a.Agents = r.Following(a.Chunk, q, a.Agents); len(a.Agents) == 0 {
					a.Agents = r.rightBefore(a.Chunk, q, a.Agents)
				}
			}
			if len(a.Agents) == 0 && a.Rule.Type == "CONSULT" {
				a.Agents = r.Host(a.Chunk, q, a.Targets, a.Agents)
			}
			return
		}
		if !aim {
			r.SameDoer(a, whole)
			return
		}
	}
	if all, ok := r.Charged(a.Chunk, a.Agents); ok && !(a.From == r.C[a.Chunk].Head && r.Keyed(a.From, control.Charge)) {
		if len(all) == 0 {
			all = r.Held(a)
		}
		a.Agents, a.Ascribed = all, len(all) > 0
		return
	}
	if a.Rule.Type == "CONSULT" && !a.Rule.Asks() && a.Support == "" && !a.Definite && r.C[a.Chunk].Prep == "in" && r.C[a.Chunk].Head == a.From {
		if a.Agents = r.present(a.Chunk, a.Agents); len(a.Agents) > 0 {
			return
		}
	}
	if (a.Support == "" || a.Support == frame.Announces) && !r.serves(a) && r.reaches(a) {
		a.Agents = r.Climb(a.Chunk, control.Deepest, a.Agents)
		if (a.Rule.Type == "ASSAULT" || a.Rule.Type == "COERCE") && len(a.Agents) > 0 && r.Peaceful(a.Agents[0]) {
			a.Agents = a.Agents[:0]
		}
		a.Ascribed = a.Ascribed || len(a.Agents) > 0 && r.Accused(a.Chunk)
	}
	if len(a.Agents) == 0 && a.Support == "" && r.C[a.Chunk].Listed {
		r.Jointly(a)
	}
}

// rightBefore adds the party that stands right before phrase i, behind "for", and that the pronoun of q may take up: the
// next aim for the state after its taking of.
func (r *Reader) rightBefore(i int, q *lang.Reading, out []int) []int {
	p := i - 1
	if p < 0 || r.C[p].Kind != clause.NounPhrase || r.C[p].Prep != clause.For || r.C[p].To != r.C[i].From || r.C[p].Actor < 0 || r.Rec.Actors[r.C[p].Actor].Kind == "person" || !r.TakesUp(q, p) {
		return out
	}
	if n := r.C[p].Reading; n == nil || q.Feat&lang.Her != 0 && !r.National(r.C[p].Actor) && n.Feat&lang.Feminine == 0 {
		return out
	}
	return r.Parties(p, true, out)
}

// ownerOf reports whether the pronoun of q may be that of what the verbal noun of chunk h is bound to.
func (r *Reader) ownerOf(h int, q *lang.Reading) bool {
	for i := r.C[h].Head + 1; i < r.C[h].To; i++ {
		if a, _ := r.ActorAt(i); a >= 0 {
			n := r.Noun(i)
			return n != nil && party.TakesUp(q, n)
		}
	}
	return false
}

// othersObject reports whether the phrase behind a noun is no one that it is bound to, but the object of the verb right before: a
// raid killed ten civilians, Russian raids killed ten.
func (r *Reader) othersObject(a *Anchor) bool {
	v := a.Chunk - 1
	if v < 0 || r.C[v].Kind != clause.Verb || r.C[v].Pronoun || r.C[a.Chunk].Prep != "" {
		return false
	}
	rule := r.RuleAt(v)
	return rule != nil && rule.Harm && rule.Target.Has(frame.Object)
}

// own reports whether whoever denies what a noun names denies a deed of their own: not that somebody left, that it happened at all, or
// that others, to whom another action right before it is bound, did it, nor what is only said of somebody.
func (r *Reader) own(a *Anchor) bool {
	c, p := &r.C[a.Chunk], a.Chunk-1
	if c.Head < a.From && r.K[c.Head].In(r.Rules.Rumour) || p >= 0 && r.C[p].To == c.From && c.Prep == "" && r.K[r.C[p].Head].In(r.Rules.Rumour) {
		return false // it denies rumours of an attack
	}
	if a.Rule.Type == "DISPLACE" && !r.Transitive(a) || c.Head < a.From && frame.Says(r.SupportsNoun(c.Head), frame.Occurs) {
		return false
	}
	return p < 0 || c.Prep != "" || r.C[p].Kind != clause.NounPhrase || r.C[p].To != c.From || !r.Action(p) || r.C[p].To == r.C[p].Head+1
}

// fromThem reports whether the armed party of phrase j, behind "for", does what an indefinite noun of an attack names, as what stands right
// behind it says on what: a shelling of the group's on the village.
func (r *Reader) fromThem(a *Anchor, j int) bool {
	n := j + 1
	return a.Nominal() && !a.Definite && a.Rule.Type == "ASSAULT" && !a.Rule.Harm && !a.Rule.Mutual && len(a.Agents) == 0 && r.Armed(r.C[j].Actor) && n < len(r.C) && r.C[n].Prep == "on" && r.C[n].From == r.C[j].To && (a.Reading == nil || a.Reading.Feat&lang.Pronoun == 0) && (r.C[n].Place >= 0 || r.Thing(r.C[n].Head) || r.K[r.C[n].Head].In(r.Rules.Grounds))
}

// deedBefore reports whether the clause of the verb in chunk v belongs to an indefinite noun that names a happening and agrees with
// it: only where or when stands between.
func (r *Reader) deedBefore(v int) bool {
	for j := v - 1; j >= 0 && j > v-5; j-- {
		c := &r.C[j]
		if c.Kind == clause.NounPhrase && r.Named(j) {
			return !c.Definite && c.Actor < 0 && c.Reading != nil && r.SameGender(r.C[v].Reading, c.Reading)
		}
		if c.Kind != clause.Adverb && (c.Kind != clause.NounPhrase || c.Prep == "") {
			return false
		}
	}
	return false
}
