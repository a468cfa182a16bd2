package deed

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// argueVerb finds the parties of a finite verb.
func (r *Reader) argueVerb(a *Anchor) {
	subj, obj, passive := r.SubjectAndObject(a.Chunk, &a.Rule.Verb)
	if passive && a.Rule.Passive && !a.Rule.Harm && r.C[a.Chunk].Joined && len(r.likeBefore(a)) > 0 {
		passive = false // it arrested them and seized arms
	}
	if passive && a.Rule.Passive {
		a.Form = Passive
	}
	fr := a.Rule.Frames[a.Form]
	switch {
	case a.Form == Passive:
		if subj < 0 {
			subj, obj = obj, -1
		}
	case passive && fr.Target.Has(frame.Subject) && !fr.Agent.Has(frame.Subject):
		subj, obj = max(subj, obj), -1 // ten died, which no verb can do to them
	case passive:
		subj = -1
		if r.OnlyPassive(a.Chunk) {
			obj = -1 // a form that the rule does not read
		}
	}
	if subj > a.Chunk && obj > subj && fr.Agent.Has(frame.Subject) && !fr.Target.Has(frame.Object) && r.C[subj].Definite && r.C[subj].Actor < 0 && r.Office(subj) && r.C[obj].Actor >= 0 && r.Rec.Actors[r.C[obj].Actor].Kind == "person" && r.governedTo(subj, obj) {
		subj, obj = obj, -1 // the envoy of the body to the land, So-and-so
	}
	if a.Rule.Verbal && a.Form == Verb && !(passive && r.OnlyPassive(a.Chunk)) {
		subj, obj = r.sayer(a, fr, subj, obj)
	}
	if a.Form == Verb && obj < 0 && subj >= 0 && subj < a.Chunk && a.Rule.Needs != 0 && fr.Target.Has(frame.Object) && !r.C[a.Chunk].Pronoun && (a.Rule.Type != "COERCE" || r.needsNext(a)) {
		subj = -1 // who was forced to, accused of
	}
	if a.Form == Verb && obj < 0 && subj == a.Chunk+1 && a.Rule.Needs != 0 && a.Rule.Type == "COERCE" && fr.Target.Has(frame.Object) && !r.C[a.Chunk].Pronoun && subj+1 < len(r.C) && r.Needed(a, &r.C[subj+1]) && r.nameOnly(subj) {
		subj, obj = -1, subj // it was forced to leave, or somebody forced it
	}
	if a.Form == Verb && subj > a.Chunk && obj < 0 && a.Rule.Type == "CONSULT" && a.Rule.Alone && r.C[subj].Actor >= 0 && r.National(r.C[subj].Actor) {
		subj = -1 // a land alone behind "visits" is where, or whom
	}
	if a.Form == Verb && subj == a.Chunk+1 && obj < 0 && !r.C[a.Chunk].Joined && fr.Target.Has(frame.Object) && r.Keyed(a.From, "befalls") && r.deedBefore(a.Chunk) {
		subj, obj = -1, subj // an attack, that day, that hit the man
	}
	if a.Form == Verb && a.Rule.Force && fr.Target == 1<<frame.Object && subj >= 0 && subj < a.Chunk && obj < 0 && !r.C[a.Chunk].Pronoun && r.C[a.Chunk].Reading.Feat&lang.Past != 0 {
		subj = -1 // the group has been defeated
	}
	if subj = r.Topic(a.Chunk, subj); a.Form == Verb && subj >= 0 && obj < 0 && r.Takes(a.Rule, subj) {
		subj, obj = -1, subj // whether it will send forces, forces that were sent
	}
	if a.Form == Verb && subj == a.Chunk+1 && obj < 0 && a.Rule.Verbal && fr.Target.Has(frame.Object) && r.Unmanly(a, subj) {
		subj, obj = -1, subj // (he) urged the state
	}
	if a.Rule.Type == "REQUEST" && r.AskedOf(a.Chunk, obj) {
		obj = -1 // they asked the state to hand over the man
	}
	if fr.Agent.Has(frame.Subject) && len(a.Agents) == 0 {
		switch a.Agents = r.Parties(subj, true, a.Agents); {
		case len(a.Agents) > 0:
		case subj >= 0:
			if a.Agents = r.Bearer(subj, a.Chunk, false, a.Agents); len(a.Agents) > 0 {
				break
			}
			if a.Agents = r.ownMen(subj, a.Agents); len(a.Agents) == 0 && subj > a.Chunk && obj < 0 && r.C[subj].Actor < 0 && r.C[a.Chunk].Joined && a.Form == Verb {
				a.Agents = r.likeBefore(a) // that it arrested them and seized arms
			}
		case a.Form == Verb && !(a.Rule.Passive && r.DoneBy(a.Chunk)):
			a.Agents = r.elided(a, obj, passive)
		}
	}
	if a.Rule.Verbal && obj == a.Chunk+1 && len(a.Agents) == 0 && r.K[r.C[obj].Head].In(r.Rules.Amount) && r.K[r.C[obj].Head].Has(lang.Article) {
		obj = -1 // many of the residents demand
	}
	if fr.Target.Has(frame.Subject) {
		a.Targets = r.Parties(subj, false, a.Targets)
	}
	if fr.Agent.Has(frame.Object) {
		a.Agents = r.Parties(obj, true, a.Agents)
	}
	if fr.Target.Has(frame.Object) && (obj < 0 || r.C[obj].Actor < 0 || !slices.Contains(a.Agents, r.C[obj].Actor)) {
		a.Targets = r.Struck(obj, a.Targets)
	} else if fr.Target.Has(frame.Object) && !a.Rule.Verbal && subj >= 0 && subj < a.Chunk {
		a.Agents = a.Agents[:0] // the deal with them that keeps them from it
	}
	if a.Rule.Type == "REJECT" && obj > a.Chunk && subj != obj && r.C[obj].Actor < 0 {
		a.Targets = party.Without(r.Refused(obj), a.Agents)
	}
	if fr.Target.Has(frame.BehindFrom) && !fr.Target.Has(frame.Object) && obj > a.Chunk && r.C[obj].Actor < 0 && r.Thing(r.C[obj].Head) && subj != obj {
		a.Targets = r.Struck(obj, a.Targets) // they stormed its seat, refused its offer
	}
	if t := max(subj, a.Chunk) + 1; a.Rule.Type == "REJECT" && a.Form == Verb && len(a.Targets) == 0 && obj < 0 && len(a.Agents) > 0 && t < len(r.C) && r.C[t].Bare() && !r.C[t].Listed && r.C[t].From == r.C[t-1].To && r.C[t].Actor < 0 {
		a.Targets = party.Without(r.Refused(t), a.Agents) // it opposes giving them a state
	}
	r.governedParties(a, a.Chunk, fr)
	if c := &r.C[a.Chunk]; c.Pronoun && a.Form == Verb && obj < 0 && len(a.Targets) == 0 && fr.Target.Has(frame.Object) {
		a.Targets = r.Meant(a, a.Chunk, c.Reading, a.Targets)
	}
	if len(a.Targets) == 0 && fr.Target.Has(frame.Object) {
		a.Targets = r.SameThing(a)
	}
	if n := obj + 1; len(a.Targets) == 0 && obj > a.Chunk && n < len(r.C) && fr.Target.Has(frame.Object) && r.C[n].Kind == clause.Adverb && r.C[n].From == r.C[obj].To && party.Belongs(r.Pronominal(n)) && r.C[obj].Actor < 0 {
		a.Targets = r.Meant(a, a.Chunk, r.K[r.C[n].To-1].Word.Find(lang.Function|lang.Pronoun), a.Targets) // vehicles of theirs
	}
	if at := max(subj, obj); len(a.Targets) == 0 && (a.Form == Passive && fr.Target.Has(frame.Subject) || a.Form == Verb && obj > a.Chunk && fr.Target.Has(frame.Object) && len(a.Agents) > 0) {
		a.Targets = r.TheirMen(a, at, a.Targets)
	}
	if a.Rule.Prevents && len(a.Targets) == 0 {
		a.Targets = r.Prevented(a, obj, a.Targets)
	}
	if a.Rule.Harm && len(a.Agents) == 0 {
		r.firedBy(a)
	}
	if a.Rule.Type == "COERCE" && a.Form == Verb && (obj < 0 || subj == a.Chunk+1 && r.C[subj].Figure >= 0 && r.C[obj].Actor < 0) {
		r.arrested(a)
	}
	if a.Rule.Type == "ACCUSE" && a.Rule.Verbal && a.Form == Verb && len(a.Targets) == 0 && fr.Target.Has(frame.Object) && !r.C[a.Chunk].Pronoun {
		a.Targets = r.charged(a, a.Targets)
	}
	if a.Rule.Blames && a.Form == Verb && len(a.Targets) == 0 && !r.C[a.Chunk].Pronoun {
		a.Targets = party.Without(r.Conduct(a.Chunk, len(a.Agents) > 0, a.Targets), a.Agents)
	}
	r.Inner(a, subj, obj)
	if a.Rule.Verbal && a.Form == Verb && len(a.Targets) == 0 && fr.Target.Has(frame.Object) && !r.C[a.Chunk].Pronoun {
		if j := r.PutTo(a.Rule, a.Chunk); j >= 0 {
			a.Targets = r.Bodies(a.Agents, r.Struck(j, a.Targets))
		}
	}
}

// needsNext reports whether what the rule of the verb needs stands right behind it: nobody else does.
func (r *Reader) needsNext(a *Anchor) bool {
	j := a.Chunk + 1
	for j < len(r.C) && r.C[j].Kind == clause.Adverb && r.Pronominal(j) == "" {
		j++
	}
	return j >= len(r.C) || r.C[j].Kind != clause.NounPhrase || r.Needed(a, &r.C[j])
}

// charged adds whom a claim accuses: the content of one that accuses begins with them, however
// far from the verb they stand.
func (r *Reader) charged(a *Anchor, out []int) []int {
	i := r.ClaimOf(a)
	if i < 0 || r.Rec.Claims[i].Cue.Class != "accuse" || len(r.Rec.Claims[i].Content.Spans) == 0 {
		return out
	}
	at := r.Rec.Claims[i].Content.Spans[0].Start
	for j := a.Chunk + 1; j < len(r.C); j++ {
		if c := &r.C[j]; r.K[c.From].Start >= at {
			if r.K[c.From].Start == at && c.Bare() && !c.Joined && (c.Actor < 0 || !slices.Contains(a.Agents, c.Actor)) {
				return r.Struck(j, out)
			}
			return out
		}
	}
	return out
}

// sayer gives a verb of words its agent: the source of the claim that it attributes, unless the
// clause shows that another says it. It returns what is left of subject and object.
func (r *Reader) sayer(a *Anchor, fr frame.Frame, subj, obj int) (int, int) {
	source, claimed, elided := r.SaidBy(a)
	if a.Rule.Type == "REQUEST" && !elided && r.CalledOn(a.Chunk+1, source) {
		return -1, a.Chunk + 1
	}
	if n := a.Chunk + 1; source >= 0 && n < len(r.C) && r.C[n].Bare() && r.C[n].Actor == source && fr.Target.Has(frame.Object) && r.Unmanly(a, n) {
		return -1, n // (he) called on the state
	}
	if claimed && obj >= 0 && (source < 0 || r.C[obj].Actor != source) && r.InSource(a, obj) {
		obj = -1 // a name in the source's own title
	}
	switch {
	case source >= 0 && obj >= 0 && r.C[obj].Actor == source && subj > a.Chunk && r.C[subj].Actor >= 0:
		return subj, obj // the alliance called on the United Nations
	case source >= 0 && elided && obj >= 0 && r.C[obj].Actor == source && (subj < 0 || subj > a.Chunk):
		return -1, obj
	case source >= 0 && obj >= 0 && r.C[obj].Actor == source && (r.deciding(a, subj) || r.MenOblique(obj) || subj < 0 && a.Chunk > 0 && r.C[a.Chunk-1].Kind == clause.That && r.K[r.C[a.Chunk-1].Head].Has(lang.Pronoun)): // who accuses is not who is accused
		return -1, obj
	case obj < 0 && subj > a.Chunk && fr.Target.Has(frame.Object) && a.Rule.Type == "ACCUSE" && a.Rule.Needs != 0 && r.accused(a, subj):
		return -1, subj
	case obj < 0 && subj > a.Chunk && a.Rule.Type == "ACCUSE" && a.Rule.Needs != 0 && fr.Target.Has(frame.Object) && a.Chunk > 0 && r.C[a.Chunk-1].Kind == clause.Relative:
		return -1, -1 // the crimes that he is accused of, or accuses of
	case source >= 0 && (elided || r.told(a)) && (r.others(a, source) || subj > a.Chunk && r.C[subj].Actor != source):
		if subj > a.Chunk && obj >= 0 && r.C[subj].Actor >= 0 {
			return subj, obj
		}
		return -1, obj // tribesmen met and called for: not who spoke before them
	case source >= 0:
		a.Agents = append(a.Agents, source)
		return -1, obj
	case !claimed && subj > a.Chunk && obj < 0 && r.C[subj].Actor >= 0 && r.Governs(a.Chunk, &a.Rule.Verb):
		return subj, obj // the envoy condemned it, by a preposition
	case claimed && elided && source < 0 && subj > a.Chunk && obj > subj && r.C[subj].Actor >= 0:
		return subj, obj // the union urged all sides: not who spoke before
	case claimed && !elided && source < 0 && subj == a.Chunk+1 && obj > subj && r.C[subj].Actor >= 0 && r.InSource(a, subj):
		return subj, obj // the council in the town condemned the attack
	case subj == a.Chunk+1 && obj < 0 && r.C[subj].Actor >= 0 && r.that(subj+1):
		return subj, obj // Turkey asked for that
	case claimed || subj > a.Chunk && obj < 0 && fr.Target.Has(frame.Object):
		return -1, obj // it may be whom it is said to
	}
	return subj, obj
}

// governedTo reports whether only phrases behind prepositions stand between phrases from and to.
func (r *Reader) governedTo(from, to int) bool {
	for j := from + 1; j < to; j++ {
		if c := &r.C[j]; c.Kind != clause.NounPhrase || c.Prep == "" {
			return false
		}
	}
	return true
}

// that reports whether chunk j is "this" or "that" by itself: the object of the verb before.
func (r *Reader) that(j int) bool {
	return j < len(r.C) && r.C[j].Kind == clause.Adverb && r.C[j].From == r.C[j-1].To && r.Keyed(r.C[j].Head, "that-alone")
}

// accused reports whether the one noun behind a verb like "accused" is whom it is said of: what
// the verb needs follows at once, and no pronoun or relative clause has taken up another.
func (r *Reader) accused(a *Anchor, j int) bool {
	if r.C[a.Chunk].Pronoun || j != a.Chunk+1 || j+1 >= len(r.C) || r.C[j+1].From != r.C[j].To {
		return false
	}
	next := j + 1
	for next+1 < len(r.C) && (r.C[next].Kind == clause.Adverb || r.said(next)) {
		next++
	}
	for i := a.Chunk - 1; i >= 0 && i >= a.Chunk-3; i-- {
		if r.C[i].Kind == clause.Relative {
			return false
		}
	}
	if a, end := r.ActorAt(r.C[j].From); a >= 0 && end < r.C[j].To {
		return false // two names: who accuses, and whom
	}
	n := &r.C[next]
	return n.Kind == clause.NounPhrase && r.Needed(a, n) || n.Kind == clause.That && a.Rule.Needs.Has(frame.BehindBi) && r.K[n.Head].Has(lang.With)
}

// said reports whether phrase j only says how: one word in the accusative, openly.
func (r *Reader) said(j int) bool {
	c := &r.C[j]
	return c.Bare() && c.Actor < 0 && c.Figure < 0 && c.To == c.From+1 && !c.Definite && !c.Joined && c.Reading != nil && c.Reading.Feat&lang.Accusative != 0
}

// deciding reports whether phrase j before the verb of the anchor is its subject: an actor, or
// what is told of in a clause of its own, "a decision that calls on".
func (r *Reader) deciding(a *Anchor, j int) bool {
	if j < 0 || j > a.Chunk {
		return false
	}
	c := &r.C[j]
	return c.Actor >= 0 || c.Definite && r.Office(j) || !c.Definite && (r.C[a.Chunk].Reading.Feat&lang.Present != 0 || j == a.Chunk-1 && c.Prep != "" || j == a.Chunk-1 && (r.K[c.Head].In(r.Rules.Folk) || r.StandsFor(c.Head, true) || r.K[c.Head].Has(lang.Nisba)))
}

// governedParties finds the parties behind prepositions after chunk i.
func (r *Reader) governedParties(a *Anchor, i int, fr frame.Frame) {
	var seen frame.Slots
	for j := i + 1; j < len(r.C); j++ {
		c, p, far := &r.C[j], &r.C[j-1], j > i+1
		switch c.Kind {
		case clause.Negation:
			if !a.Rule.Mutual || !a.Nominal() || far {
				return
			} // clashes without their like between
			if j+2 < len(r.C) && r.C[j+1].Kind == clause.Verb && r.Pronominal(j+2) == clause.For {
				j += 2
			}
		case clause.Verb, clause.That, clause.Opens, clause.Stop, clause.Relative:
			return
		case clause.NounPhrase:
			if c.Joined && c.Prep == "" && !c.Listed {
				return
			}
			if a.Form == Verb && c.Bare() && !c.Listed && c.Actor < 0 && r.Part(a.Rule, j) {
				continue // the agreement eases the sanctions | on
			}
			if c.Prep == clause.For && p.Kind == clause.NounPhrase && p.To == c.From && r.Keyed(p.To-1, "backers") {
				continue // those loyal to him
			}
			if far && c.Prep != "" && c.Prep != "between" && p.Kind == clause.NounPhrase && p.To == c.From && p.To > p.Head+1 && r.Participle(p.To-1) && !r.Called(p) {
				continue // allied with them
			}
			if j > i+2 && c.Prep == clause.For && p.To == c.From && r.Bent(j-1) {
				continue // the same, in a phrase of its own
			}
			if !far && a.Nominal() && !a.Definite && c.Prep == clause.For && p.To-1 > a.To && p.To == c.From && r.Participle(p.To-1) && !r.Called(p) {
				continue // the meeting of the states hostile to them
			}
			if j > i+2 && c.Prep != "" && c.Joined && p.Kind == clause.Adverb && r.Pronominal(j-1) == c.Prep && r.Participle(r.C[j-2].To-1) {
				continue // allied with it and with them
			}
			if far && a.Nominal() && a.Rule.Type == "ACCUSE" && c.Prep == clause.For && r.Action(j-1) && len(r.Owner(j-1, nil)) > 0 {
				continue // charges about the help of the state to them
			}
			if t := a.Rule.Type; far && (t == "AGREE" || t == "ASSAULT") && c.Prep == "with" && (p.Prep == "from" || p.Prep == "in") && r.Named(j-1) && r.Needed(a, c) && p.To == c.From {
				return // they agreed on it during two years of talks with
			}
			two := c.Prep == "between" && a.Rule.Mutual && p.Prep == "in" // whose sides follow where it was
			if far && p.Kind == clause.NounPhrase && p.Reading != nil && p.Reading.Feat&lang.Masdar != 0 && p.Actor < 0 && p.Place < 0 && (!p.Listed || p.Pronoun && c.Prep == clause.For) && !two && !r.Needed(a, c) && !(a.Rule.Point && a.Form == Verb && r.Keyed(p.Head, "grip")) {
				return // what follows belongs to another action
			}
			if far && c.Prep == "between" && !two && p.Kind == clause.NounPhrase && p.Prep != "" && p.To == c.From && r.Named(j-1) {
				return // the agreement, a day after talks between
			}
			if far && c.Prep == "between" && !two && p.Kind == clause.NounPhrase && (p.Prep == "" && j > i+2 || p.Prep == "near") && p.To == c.From && !p.Definite && p.Actor < 0 && p.Place < 0 && r.Noun(p.Head) != nil && !r.K[p.Head].In(r.Rules.Grounds) && p.Figure < 0 && !p.Listed {
				return // the agreement, the day after a call between
			}
			if far && r.Named(j-1) && !two && !p.Listed && (!r.Needed(a, c) || c.Prep == clause.For && fr.Agent.Has(frame.BehindLi)) && !r.Part(a.Rule, j-1) && !(c.Prep == "by" && (a.Rule.Harm || a.Rule.Blames)) {
				return // it belongs to what happened there: charges of crimes in the operation against
			}
			if far && c.Prep != "" && party.Belongs(c.Prep) && !(c.Prep == "from" && fr.Target.Has(frame.BehindAbout)) && p.Kind == clause.NounPhrase && p.To == c.From && (r.StandsFor(p.Head, false) || c.Prep == "from" && p.Prep != "" && p.Figure < 0 && p.To > p.Head+1 && r.StandsFor(p.To-1, true) && !r.K[p.To-1].Has(lang.Article)) {
				continue // it belongs to the phrase before: beside units of the army
			}
		}
		whose := p
		if j > i+2 && p.Bare() && !p.Listed && r.C[j-2].Kind == clause.NounPhrase && r.C[j-2].To == p.From {
			whose = &r.C[j-2] // on two important bridges of theirs
		}
		if far && fr.Agent.Has(frame.BehindLi) && r.OfThing(j) && r.aimed(fr, whose) {
			continue // an attack on a truck of the police's
		}
		if c.Kind == clause.Adverb && a.Nominal() && r.Pronominal(j) == "in" && r.laid(a, i, j) {
			return
		}
		if far && r.OfThing(j) && (p.Prep != "" || p.Listed) && !r.Needed(a, c) && r.Noun(p.Head) != nil && r.Noun(p.Head).Feat&lang.Guess == 0 {
			seen |= 1 << frame.BehindLi
			continue // hours after statements of the president's
		}
		x, ok := frame.SlotOf(c.Prep)
		if c.Kind == clause.Adverb && j < i+4 && len(a.Targets) == 0 {
			if x, ok := frame.SlotOf(r.Pronominal(j)); ok && fr.Target.Has(x) && !fr.Agent.Has(x) && !seen.Has(x) {
				a.Targets = r.Meant(a, i, r.K[c.Head].Word.Find(lang.Function|lang.Pronoun), a.Targets)
			}
		}
		if c.Kind == clause.NounPhrase && x == frame.BehindIn && a.Rule.Harm && len(a.Targets) == 0 && r.Keyed(c.Head, "ranks") {
			a.Targets = r.Parties(j, false, a.Targets) // losses in their ranks
			continue
		}
		if c.Kind != clause.NounPhrase || !ok || x == frame.Of || seen.Has(x) {
			continue
		}
		seen |= 1 << x
		if x == frame.BehindBi && a.Nominal() && a.Rule.Type == "CONSULT" && c.Actor >= 0 && r.Rec.Actors[c.Actor].Kind != "person" && !r.StandsFor(c.Head, true) && r.C[i].Pronoun {
			continue // their meeting at the ministry
		}
		if x == frame.BehindBi && a.Form == Verb && a.Rule.Type == "CONSULT" && a.Rule.Mutual && (c.Actor < 0 || r.Rec.Actors[c.Actor].Kind != "person") {
			continue // they met at the ministry
		}
		if x == frame.BehindFrom && a.Form == Verb && a.Rule.Type == "REQUEST" && r.OfThem(i, j) {
			seen &^= 1 << x
			continue // deputies of the party demand
		}
		if x == frame.BehindBi && a.Form == Verb && !a.Rule.Needs.Has(x) && far && p.Prep != "" {
			continue // they condemned it behind a meeting with him
		}
		if n := j + 1; c.Prep == "by" && !a.Nominal() && a.Rule.Harm && n < len(r.C) && r.C[n].Bare() && r.C[n].From == c.To && r.C[n].Figure >= 0 && r.Keyed(c.From, "side") {
			continue // on that side eight were killed
		}
		if c.Prep == "by" && a.Nominal() && (!a.Rule.Harm && r.Keyed(c.From, "shot") || far && r.Lent(i)) {
			continue // by whose bullets somebody died, not who attacked; who gave leave for it
		}
		if x == frame.BehindLi && (a.Form == Masdar && !a.Definite || a.Form == Noun && r.Ours(a, c)) && fr.Target.Has(x) && fr.Agent.Has(frame.Of) && len(a.Agents) == 0 && (a.Reading == nil || a.Reading.Feat&lang.Pronoun == 0) && c.Actor >= 0 && r.Armed(c.Actor) {
			continue // shelling of the army's: by it, or of it
		}
		switch {
		case x == frame.BehindFrom && fr.Agent.Has(x) && a.Rule.Type == "ASSAULT" && (far || a.Definite || r.C[i].Pronoun), x == frame.BehindLi && fr.Agent.Has(x) && !far && r.OnTheirs(a):
			// the raids on the group of the army's, that of one of them: not raids by the alliance
		case x == frame.BehindWith && a.Rule.Type == "CONSULT" && r.Met(i, j):
			// he met many people with a delegation: in its company
		case x == frame.BehindFrom && fr.Agent.Has(x) && r.Keyed(p.To-1, "inspired"):
			// inspired by them, no attack of theirs
		case x == frame.Between && fr.Agent.Has(frame.Between):
			r.Sides(a, j)
		case fr.Agent.Has(x):
			a.Agents = r.Parties(j, true, a.Agents)
		case x == frame.BehindLi && r.fromThem(a, j):
			a.Agents = r.Parties(j, true, a.Agents)
		case fr.Target.Has(x):
			a.Targets = r.Struck(j, a.Targets)
		}
	}
}
