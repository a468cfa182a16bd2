package deed

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/control"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// argueNoun finds the parties of a noun: what it is bound to, what stands behind its
// prepositions, and what the verb that it stands under lends it.
func (r *Reader) argueNoun(a *Anchor) {
	fr := a.Rule.Frames[a.Form]
	c := &r.C[a.Chunk]
	if a.Rule.Verbal && a.Rule.Doer { // accusing, calling on: whoever speaks there
		if source, _, _ := r.source(a); source >= 0 && r.named(a, source) {
			a.Agents = append(a.Agents, source)
		}
	}
	var bound []int
	things := false
	for i := a.From + 1; i < c.To && len(bound) == 0 && !a.Definite; i++ { // nothing is bound to a noun with an article
		if act, _ := r.ActorAt(i); act >= 0 {
			if r.stateOf(i) == act {
				break
			}
			bound = append(bound, act)
			break
		}
		if i < a.To {
			continue // in a name of several words
		}
		things = things || r.Thing(i)
		if k := &r.K[i]; k.Word == nil && k.Kind != lang.MarkKind || k.Word != nil && !r.StandsFor(i, true) && !r.StandsFor(i, false) && !(k.Has(lang.Nisba) && k.Has(lang.Article)) {
			break
		}
	}
	own := r.origin(a, fr)
	// whom a listed number counts, or a list behind
	next := a.Chunk + 1
	if bare := len(bound) == 0 && !a.Definite && next < len(r.C) && r.C[next].Bare() && !r.C[next].Listed && r.C[next].From == c.To; bare && a.To < c.To && r.transitive(a) && r.C[next].Figure >= 0 && r.StandsFor(a.To, true) {
		a.Targets = r.suffering(next, a.Targets) // the shelling by the air force of five camps
	} else if bare && !r.othersObject(a) {
		bound = r.Parties(next, fr.Agent.Has(frame.Of) && !fr.Target.Has(frame.Of), bound)
	} else if len(bound) > 0 {
		for n := next; n < len(r.C) && r.C[n].Kind == clause.NounPhrase && r.C[n].Listed; n++ {
			bound = r.Party(n, false, bound)
		}
	}
	if takes := fr.Target.Has(frame.Of) || r.transitive(a); len(bound) == 0 && !a.Definite && a.To < c.To && (takes || a.Rule.Point) && !r.objectBehind(a) {
		if bound, things = r.Bound(a.Chunk, a.To, bound); !things && !takes {
			bound = bound[:0] // the retaking of the army's: by it
		}
	}
	switch {
	case len(bound) == 0:
	case r.Postponed(a.Chunk, a.Reading):
		a.Agents = append(a.Agents, bound...)
	case things && (fr.Target.Has(frame.Of) || a.Rule.Point || r.transitive(a)):
		a.Targets = append(a.Targets, bound...)
	case a.Reading != nil && a.Reading.Feat&(lang.Him|lang.Her|lang.Them) != 0: // his leaving the house: its object
		if fr.Target.Has(frame.Of) || r.transitive(a) {
			a.Targets = append(a.Targets, bound...)
		}
	default:
		r.bindOf(a, fr, bound)
	}
	if len(a.Agents) == 0 {
		a.Agents = append(a.Agents, own...)
	}
	r.governedParties(a, a.Chunk, fr)
	// whoever it is bound to does it: who stands before it may only want it done
	unlent := len(bound) > 0 && len(a.Agents)+len(a.Targets) == 0 && a.Form == Masdar && !r.transitive(a)
	r.lent(a, fr)
	if unlent {
		a.Agents = a.Agents[:0]
		return
	}
	if a.Rule.Harm && len(a.Agents) == 0 {
		r.firedBy(a)
	}
	if len(a.Agents) == 0 && c.Prep == "" && c.Head == a.From && a.Form == Noun && (a.Rule.Type == "COERCE" || a.Rule.Type == "SANCTION" || a.Rule.Type == "CONCEDE") {
		a.Agents = r.Issued(a.Chunk, a.Agents)
	}
	for j := a.Chunk + 2; len(a.Agents) == 0 && j < len(r.C) && j < a.Chunk+6 && (r.C[j].Kind == clause.NounPhrase || r.C[j].Kind == clause.Adverb); j++ {
		if r.C[j].Kind == clause.Adverb && r.Pronominal(j) == "in" && r.laid(a, a.Chunk, j) {
			break // behind a verb too
		}
	}
	if p := a.Chunk - 1; p >= 0 && c.Prep == "" && len(a.Agents) == 0 && r.C[p].Kind == clause.NounPhrase && r.C[p].To == c.From && (r.Does(r.C[p].Head) || r.LendsBehind(p, "") || r.Able(p) && (c.Head == a.From || r.Does(c.Head))) {
		a.Agents = r.DoerOf(p, control.Deepest, a.Agents) // the carrying out by the air force of four raids
		a.Support = frame.Does
	}
	if len(a.Agents) == 0 && c.Head < a.From && a.Support == "" && r.Does(c.Head) {
		if _, held := r.Charged(a.Chunk, nil); !held {
			a.Agents = r.Climb(a.Chunk, control.Deepest, a.Agents) // the base for launching raids
		}
	}
	if v, relative := r.Governor(a.Chunk); relative && a.Support != "" {
		r.governedParties(a, v, fr)
		if len(a.Targets) == 0 {
			r.Suffered(a)
		}
	}
	if len(a.Agents) == 0 && fr.Agent != 0 {
		r.doer(a, fr)
	}
	if c := &r.C[a.Chunk]; len(a.Agents) == 0 && len(a.Targets) > 0 && a.Rule.Type == "COOPERATE" && fr.Target.Has(frame.BehindWith) && c.Prep == "bi" && c.Head == a.From {
		r.together(a)
	}
	switch t := a.Chunk + 1; {
	case len(a.Targets) > 0:
	case a.Rule.Type == "AGREE" && t+1 < len(r.C) && r.C[t].Prep == "on" && frame.Says(r.SupportsNoun(r.C[t].Head), frame.Permits):
		a.Targets = r.Allowed(t, len(r.C), a.Targets) // consent to allowing them to
	case a.Rule.Type == "ACCUSE" && a.Rule.Needs.Has(frame.BehindBi) && t+1 < len(r.C) && r.C[t].Kind == clause.That && r.K[r.C[t].Head].Has(lang.With) && r.C[t+1].Bare():
		a.Targets = r.Parties(t+1, true, a.Targets) // accusations that they
	case a.Rule.Prevents:
		a.Targets = r.Prevented(a, -1, a.Targets)
	case fr.Target.Has(frame.Of) && (!fr.Agent.Has(frame.Of) || a.Support == frame.Occurs && a.Form == Masdar) && !r.targetBehind(a, fr):
		q := a.Reading
		if q == nil {
			q = r.K[a.From].Word.Find(lang.Pronoun) // in a name of several words
		}
		a.Targets = r.Meant(a, a.Chunk, q, a.Targets)
	}
}

// together gives what is done with somebody's help the subject of its clause for its agent: they shelled it in coordination
// with the army.
func (r *Reader) together(a *Anchor) {
	v := r.Above(a.Chunk)
	if v < 0 || slices.ContainsFunc(r.Supports(v), func(u frame.Support) bool { return u.Prep == "bi" }) {
		return
	}
	for j := v + 1; j < a.Chunk; j++ {
		if r.C[j].Prep == "bi" || slices.ContainsFunc(r.SupportsNoun(r.C[j].Head), func(u frame.Support) bool { return u.Prep == "bi" }) {
			return // a promise to cooperate
		}
	}
	subj, _, passive := r.SubjectAndObject(v, r.RuleAt(v))
	if passive || subj < 0 || r.OnlyPassive(v) {
		return
	}
	for _, x := range r.Parties(subj, true, nil) {
		if !slices.Contains(a.Targets, x) {
			a.Agents = party.Include(a.Agents, x)
		}
	}
}

// origin is the states whose adjectives beside a noun say whose deed it names: Dutch raids. Of
// what two do to each other an adjective says no more than where it is, unless the other stands
// behind it.
func (r *Reader) origin(a *Anchor, fr frame.Frame) (out []int) {
	if fr.Agent == 0 || a.Rule.Mutual && !r.targetBehind(a, fr) {
		return nil
	}
	for i := a.From + 1; i < r.C[a.Chunk].To; i++ {
		if act := r.stateOf(i); act >= 0 {
			out = party.Include(out, act)
		} else if k := &r.K[i]; phrase.IsQuote(k) {
			continue
		} else if i >= a.To && (k.Word == nil || !k.Has(lang.Nisba) && !k.Has(lang.Participle) || fr.Target.Has(frame.Of) && (r.StandsFor(i, true) || r.Thing(i))) {
			break // the downing of a Syrian fighter
		}
	}
	return out
}

// stateOf is the state that the adjective of a country at token i is a mention of, -1 if it is
// none.
func (r *Reader) stateOf(i int) int {
	if a, end := r.ActorAt(i); a >= 0 && end == i+1 && r.Demonym(i) && r.National(a) {
		return a
	}
	return -1
}

// bindOf gives what a noun is bound to its part: where it may be either who does it or whom
// it is done to, it is the former only if the latter stands elsewhere.
func (r *Reader) bindOf(a *Anchor, fr frame.Frame, bound []int) {
	if a.Rule.Type == "ACCUSE" && !a.Definite && r.OfWhich(a.Chunk) {
		a.Targets = append(a.Targets, bound...) // the accusing of the state of
		return
	}
	if r.OneState(bound) && !r.targetBehind(a, fr) && (a.Rule.Type == "CONSULT" || a.Rule.Mutual && a.Rule.Type == "RETREAT" || a.Rule.Equal() && !r.consents(a) || fr.Agent.Has(frame.Of) && (a.Rule.Type == "ASSAULT" || a.Rule.Type == "COERCE")) {
		return // the talks of a capital are held there; a siege of a state may be its own or against it
	}
	if a.Rule.Type == "CONSULT" && fr.Agent.Has(frame.Of) && r.sought(a, bound) {
		return // he asked for a meeting with the general: his meeting, no letter says whose
	}
	if whom, acts := r.acted(a, bound); acts && (!a.Rule.Harm || fr.Agent.Has(frame.Of)) { // nobody does the injury that he is bound to
		a.Agents, a.Targets = append(a.Agents, bound...), append(a.Targets, whom...)
		return
	}
	switch {
	case fr.Agent.Has(frame.Of) && fr.Target.Has(frame.Of):
		if r.targetBehind(a, fr) {
			a.Agents = append(a.Agents, bound...)
		} else if a.Form == Masdar || r.Suffering(bound) {
			a.Targets = append(a.Targets, bound...)
		}
	case a.Rule.Mutual && fr.Agent.Has(frame.Of) && r.transitive(a) && r.fought(a, bound):
		a.Targets = append(a.Targets, bound...)
	case fr.Agent.Has(frame.Of) && r.Keyed(a.From, "whose") && len(bound) == 1 && r.Armed(bound[0]) && r.Foremost(a.Chunk, bound):
		a.Agents = append(a.Agents, bound...) // the attack of the group: its verb takes no object
	case a.Rule.Type == "CONSULT" && a.Rule.Mutual && fr.Agent.Has(frame.Of) && r.Rec.Actors[bound[0]].Kind != "person":
		a.Agents = append(a.Agents, bound...) // the meeting of the council: whoever meets it is met
	case fr.Agent.Has(frame.Of) && r.transitive(a) && !r.targetBehind(a, fr):
		// the siege of X: by whom or against whom, no letter tells
	case fr.Agent.Has(frame.Of):
		a.Agents = append(a.Agents, bound...)
	case fr.Target.Has(frame.Of):
		a.Targets = append(a.Targets, bound...)
	}
}

// fought reports whether what the noun of a fight is bound to is an armed group that somebody is said to be in
// a fight with: they took part in fighting the group.
func (r *Reader) fought(a *Anchor, bound []int) bool {
	p := r.C[a.Chunk].Prep
	return a.Rule.Type == "ASSAULT" && (p == "in" || p == clause.For || p == control.Purpose) && r.C[a.Chunk].Head == a.From && len(bound) == 1 && r.Rec.Actors[bound[0]].Kind == "armed_group"
}

// acted reports whether what a verbal noun is bound to can only be whoever does it, because its object stands
// right behind, and who that is: the arrest by the police of ten journalists, of a deputy.
func (r *Reader) acted(a *Anchor, bound []int) (whom []int, acts bool) {
	j := a.Chunk + 1
	if !r.transitive(a) && !(a.Rule.Point && r.K[a.From].Has(lang.Masdar)) || r.C[a.Chunk].Figure >= 0 || !r.Foremost(a.Chunk, bound) {
		return nil, false
	}
	body, end := r.ActorAt(a.To)
	if body >= 0 { // no name in apposition: a body is not called as a person or another body is
		if k := r.Rec.Actors[body].Kind; k == "person" || k == "civilians" {
			body = -1
		} else if n := r.Noun(end - 1); n != nil && n.Feat&(lang.Article|lang.Guess|lang.Nisba) == 0 && (r.K[end-1].Traits&lang.Named == 0 || r.K[end-1].Has(lang.Masdar)) {
			body = -1 // a council of the group's
		}
	}
	if body >= 0 && end < r.C[a.Chunk].To && r.transitive(a) {
		if x, _ := r.ActorAt(end); x >= 0 && x != body && !r.Demonym(end) {
			return []int{x}, true
		}
	}
	for body >= 0 && j < len(r.C) && r.C[j].Kind == clause.NounPhrase && r.C[j].Listed && r.Armed(r.C[j].Actor) {
		j++ // and its allies
	}
	if j >= len(r.C) || j > a.Chunk+1 && r.C[j].Prep != clause.For {
		return nil, false
	}
	c := &r.C[j]
	to := c.Prep == clause.For && (a.Rule.Type == "ASSAULT" || a.Rule.Type == "COERCE" || a.Rule.Is("evacuate") && c.Place >= 0) // and nobody is handed over to them
	if c.Kind != clause.NounPhrase || c.Listed || c.Joined || c.From != r.C[j-1].To || c.Prep != "" && !to {
		return nil, false
	}
	if c.Figure >= 0 {
		if f := &r.Rec.Figures[c.Figure]; f.Group == "things" && c.Actor < 0 || f.Unit != nil || f.Low != nil && *f.Low <= 1 {
			return nil, false // of somebody 23 years old, of two residents, one of them
		}
		return r.suffering(j, whom), true
	}
	if whom = r.Parties(j, true, whom); body < 0 || len(whom) > 0 && (whom[0] == body || !r.transitive(a)) {
		return nil, false
	}
	if len(whom) == 0 && (r.Armed(body) || c.Prep == clause.For && r.National(body)) && a.Rule.Point && a.Rule.Type == "ASSAULT" && (c.Place >= 0 || r.K[c.Head].In(r.Rules.Grounds) && c.Definite) {
		return nil, true // the retaking by the army of the town
	}
	if n := c.Reading; len(whom) == 0 && c.Bare() && r.Armed(body) && r.transitive(a) && j == a.Chunk+1 && c.Place < 0 && n != nil && n.Feat&(lang.Guess|lang.Nisba|lang.Participle|lang.Masdar) == 0 && (n.Feat&lang.Accusative == 0 || r.K[c.Head].In(r.Rules.Grounds)) && !r.Titled(j) && r.K[end-1].Has(lang.Article) && (r.K[c.Head].In(r.Rules.Grounds) || r.Thing(c.Head) || r.Keyed(c.Head, "arms")) {
		return nil, true // the shelling by the army of places in the town
	}
	if len(whom) == 0 && c.Prep == clause.For && (r.Armed(body) || r.National(body)) && c.Definite && !r.Action(j) && r.transitive(a) && !r.K[c.Head].In(r.Rules.Amount) && !r.Keyed(c.Head, "span") {
		return nil, true // the shelling by the group of the post office
	}
	return whom, len(whom) > 0
}

// onTheirs reports whether a thing or men that may be whose the next phrase says stand right behind a noun, in its
// phrase: an attack hit a patrol of the police, which no letter tells from the attack of a patrol.
func (r *Reader) onTheirs(a *Anchor) bool {
	if !a.Nominal() || a.To >= r.C[a.Chunk].To || r.K[a.To].Word == nil || r.Keyed(a.To, "some") {
		return false
	}
	k := &r.K[a.To]
	return !k.Has(lang.Article) && !k.Has(lang.Nisba) && !k.Has(lang.Conjunction) && k.Word.Feats&lang.Pronoun == 0 && (r.Keyed(a.To, "holds") || r.Keyed(a.To, "theirs"))
}

// consents reports whether "on" stands right behind the noun of an agreement: somebody's consent to something.
func (r *Reader) consents(a *Anchor) bool {
	n := a.Chunk + 1
	return n < len(r.C) && r.C[n].Prep == "on" && r.C[n].From == r.C[a.Chunk].To
}

// sought reports whether the noun of a meeting or visit is what somebody else means to do or asks
// for: then whoever it is bound to may be whom they see. So may a private person be.
func (r *Reader) sought(a *Anchor, bound []int) bool {
	if r.C[a.Chunk].Prep == clause.For || len(bound) == 1 && r.Rec.Actors[bound[0]].Private {
		return true
	}
	if v := r.Above(a.Chunk); v >= 0 {
		for _, u := range r.Supports(v) {
			if u.Prep == r.C[a.Chunk].Prep && (u.Key == frame.Intends || u.Key == frame.Orders) {
				return true
			}
		}
	}
	return false
}

// transitive reports whether a listed noun is as well the verbal noun of a listed verb that
// takes an object.
func (r *Reader) transitive(a *Anchor) bool {
	if a.To > a.From+1 {
		return false
	}
	for n := range r.K[a.From].Word.Readings {
		q := &r.K[a.From].Word.Readings[n]
		if q.Feat&lang.Masdar == 0 || !q.Classes.Meets(r.Rules.VerbWord) {
			continue
		}
		if slices.ContainsFunc(r.Rules.Verbs[q.Lemma], func(rule *Rule) bool { return rule.Frames[Verb].Target.Has(frame.Object) }) {
			return true
		}
	}
	return false
}

// targetBehind reports whether a target stands behind a preposition after the noun.
func (r *Reader) targetBehind(a *Anchor, fr frame.Frame) bool {
	for j := a.Chunk + 1; j < len(r.C) && j < a.Chunk+4; j++ {
		c := &r.C[j]
		if c.Kind != clause.NounPhrase && c.Kind != clause.Adverb || c.Joined || (r.Action(j-1) || r.Named(j-1)) && j-1 > a.Chunk {
			return false
		}
		if c.Bare() && c.From > r.C[a.Chunk].To {
			return false // what is said of it
		}
		if p := &r.C[j-1]; j > a.Chunk+1 && p.To == c.From && p.To > p.Head+1 && r.Participle(p.To-1) && !r.called(p) || j == a.Chunk+1 && p.To == c.From && p.To > a.To && r.Participle(p.To-1) && !r.called(p) {
			continue // loyal to him
		}
		if j > a.Chunk+1 && r.ofThing(j) && r.C[j-1].Prep != "" {
			continue // on a ship of theirs
		}
		if x, ok := frame.SlotOf(c.Prep); ok && c.Kind == clause.NounPhrase && fr.Target.Has(x) && (x != frame.BehindLi || c.Actor >= 0 || c.Place >= 0 || c.Figure >= 0 || c.Reading != nil && c.Reading.Feat&lang.Guess == 0 && !r.K[c.Head].Has(lang.Masdar)) {
			return true
		}
	}
	return false
}

// objectBehind reports whether somebody stands behind a noun as its object: then whoever it is
// bound to does it, or it is no noun.
func (r *Reader) objectBehind(a *Anchor) bool {
	for j := a.Chunk + 1; j < len(r.C); j++ {
		switch c := &r.C[j]; {
		case c.Kind == clause.Adverb:
		case c.Kind != clause.NounPhrase || c.Joined:
			return false
		case c.Bare() && (c.Actor >= 0 || c.Figure >= 0 || r.StandsFor(c.Head, true) || r.StandsFor(c.Head, false)):
			return true
		}
	}
	return false
}

// named reports whether a claim before the anchor, in its sentence, names that actor as its source.
func (r *Reader) named(a *Anchor, source int) bool {
	from, to := r.K[r.C[0].From].Start, r.K[a.From].Start
	id := r.Rec.Actors[source].ID
	for i := range r.Rec.Claims {
		c := &r.Rec.Claims[i]
		if len(c.Cue.Spans) > 0 && c.Cue.Spans[0].Start >= from && c.Cue.Spans[0].Start < to && !c.Source.Elided && c.Source.Actor != nil && *c.Source.Actor == id {
			return true
		}
	}
	return false
}
