package bound

import (
	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// Deals reports whether phrase subj, of which the verb above a noun seems to say that it suffers what that names, rather deals with it or
// does it: the police face a protest, they throw stones at the train.
func (r *Reader) Deals(a *anchor.Anchor, fr frame.Frame, subj int) bool {
	if a.Rule.Type == "PROTEST" {
		return subj >= 0 && r.Armed(r.C[subj].Actor)
	}
	return a.Rule.Needs != 0 && fr.Target != 0 && r.TargetBehind(a, fr)
}

// Doer reports whether the pronoun of a verbal noun is whoever does it, as people stand right behind it to whom it is done: their
// slaughtering a child.
func (r *Reader) Doer(a *anchor.Anchor) bool {
	n := a.Chunk + 1
	if !r.K[a.From].Has(lang.Masdar) || a.Reading == nil || a.Reading.Feat&(lang.Him|lang.Her|lang.Them) == 0 {
		return false
	}
	if a.To < r.C[a.Chunk].To {
		return r.K[a.To].Word != nil && !r.K[a.To].Has(lang.Article) && !r.K[a.To].Has(lang.Nisba) && (r.StandsFor(a.To, true) || r.K[a.To].In(r.Rules.Folk))
	}
	if n >= len(r.C) || r.C[n].From != a.To {
		return false
	}
	c := &r.C[n]
	return c.Bare() && !c.Listed && !c.Joined && (c.Actor >= 0 || c.Figure >= 0 && r.Rec.Figures[c.Figure].Group != "things" || r.K[c.Head].In(r.Rules.Folk) || r.StandsFor(c.Head, true))
}

// Ours reports whether a force of a state stands behind "to" right behind the noun of an anchor that names a single deed, or several with an
// adjective: whether those are its own, or dealt to it, no letter tells.
func (r *Reader) Ours(a *anchor.Anchor, c *clause.Chunk) bool {
	if c.Actor < 0 {
		return false
	}
	k := r.Rec.Actors[c.Actor].Kind
	return !a.Definite && r.C[a.Chunk].To == a.To && k == "military" || a.Rule.Needs.Has(frame.BehindLi) && a.Rule.Type == "ASSAULT" && (k == "military" || k == "police")
}

// AskedOf reports whether phrase obj, behind the verb of chunk v, is what is asked for, as the one it is asked of stands behind "from" before
// it.
func (r *Reader) AskedOf(v, obj int) bool {
	for j := v + 1; j < obj; j++ {
		switch c := &r.C[j]; {
		case c.Prep == "from" && c.Actor >= 0:
			return obj > j+1 || r.Action(obj-1)
		case c.Bare():
			return false
		}
	}
	return false
}

// OfThem reports whether phrase j, behind "from", says of whom those are who do what the verb of chunk v says: men without an article and
// without a name stand before it.
func (r *Reader) OfThem(v, j int) bool {
	for i := j - 1; i > v; i-- {
		if c := &r.C[i]; c.Prep == "from" {
			return false
		} else if c.Bare() && !c.Listed {
			return !c.Definite && c.Actor < 0 && (r.Office(i) || r.K[c.Head].In(r.Rules.Folk) || r.StandsFor(c.Head, true) || r.K[c.Head].Has(lang.Plural|lang.Masculine))
		}
	}
	return false
}

// Shared gives a noun the object of the one that is joined to it right behind it, or whom it had for its aim: the killing and wounding of
// demonstrators; the army was an aim for attacks.
func (r *Reader) Shared(a *anchor.Anchor) {
	if whom, aim := r.AimFor(a.Chunk); aim && a.Nominal() && a.Rule.Type == "ASSAULT" && len(a.Targets) == 0 {
		a.Targets = party.Without(r.Struck(whom, nil), a.Agents)
	}
	n := a.Chunk + 1
	if !alone(a) || len(a.Targets) > 0 || !a.Rule.Frames[a.Form].Target.Has(frame.Of) || n >= len(r.C) || a.To != r.C[a.Chunk].To || r.C[n].From != a.To || r.C[n].Prep != "" || !r.C[n].Listed && !r.C[n].Joined {
		return
	}
	for i := range r.Here {
		b := &r.Here[i]
		if b.Chunk != n || b.From != r.C[n].Head || !alone(b) || len(b.Targets) == 0 || !b.Rule.Frames[b.Form].Target.Has(frame.Of) {
			continue
		}
		if o := n + 1; b.To < r.C[n].To || o < len(r.C) && r.C[o].Bare() && !r.C[o].Listed && r.C[o].From == b.To {
			a.Targets = party.Without(b.Targets, a.Agents)
		}
		return
	}
}

// alone reports whether an anchor is a noun that has neither article nor pronoun.
func alone(a *anchor.Anchor) bool {
	return a.Nominal() && !a.Definite && a.Reading != nil && a.Reading.Feat&lang.Pronoun == 0
}

// AimFor reports whether somebody is said to be the aim of what phrase i names, and in which phrase, -1 where none names them: the army was
// an aim for attacks. That word looks like a verb of aiming.
func (r *Reader) AimFor(i int) (whom int, ok bool) {
	p := i - 1
	if p < 0 || r.C[i].Prep != clause.For || r.C[p].To != r.C[i].From || !r.Keyed(r.C[p].Head, "aim") || !r.K[r.C[p].Head].Has(lang.Noun|lang.Accusative) {
		return -1, false
	}
	for j := p - 1; j >= 0 && (r.C[j].Kind == clause.Adverb || r.C[j].Kind == clause.NounPhrase); j-- {
		if r.C[j].Bare() {
			return j, true
		}
	}
	return -1, true
}
