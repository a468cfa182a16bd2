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
		if source, _, _ := r.SaidBy(a); source >= 0 && r.named(a, source) {
			a.Agents = append(a.Agents, source)
		}
	}
	if man, ok := r.Clausal(a); ok {
		a.Agents = append(a.Agents, man)
		return
	}
	var bound []int
	things := false
	counted := r.counted(a)
	for i := a.From + 1; i < c.To && len(bound) == 0 && !a.Definite && !counted; i++ { // nothing is bound to a noun with an article
		if act, _ := r.ActorAt(i); act >= 0 {
			if r.StateOf(i) == act {
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
	if bare := len(bound) == 0 && !a.Definite && !counted && !r.acts(a) && next < len(r.C) && r.C[next].Bare() && !r.C[next].Listed && r.C[next].From == c.To; bare && a.To < c.To && r.Transitive(a) && r.C[next].Figure >= 0 && r.StandsFor(a.To, true) {
		a.Targets = r.Struck(next, a.Targets) // the shelling by the air force of five camps
	} else if bare && !r.othersObject(a) {
		bound = r.Parties(next, fr.Agent.Has(frame.Of) && !fr.Target.Has(frame.Of), bound)
	} else if len(bound) > 0 {
		for n := next; n < len(r.C) && r.C[n].Kind == clause.NounPhrase && r.C[n].Listed; n++ {
			bound = r.Party(n, false, bound)
		}
	}
	if takes := fr.Target.Has(frame.Of) || r.Transitive(a); len(bound) == 0 && !a.Definite && a.To < c.To && (takes || a.Rule.Point) && !r.ObjectBehind(a) {
		if bound, things = r.Bound(a.Chunk, a.To, bound); !things && !takes {
			bound = bound[:0] // the retaking of the army's: by it
		}
	}
	switch {
	case len(bound) == 0:
	case r.Postponed(a.Chunk, a.Reading):
		a.Agents = append(a.Agents, bound...)
	case a.Rule.Arms && r.Keyed(a.To, "guns"): // the bombing by their aircraft
		a.Agents = append(a.Agents, bound...)
	case things && (fr.Target.Has(frame.Of) || a.Rule.Point || r.Transitive(a)):
		a.Targets = append(a.Targets, bound...)
	case r.Glued(a) != nil: // his leaving the house: its object
		if fr.Target.Has(frame.Of) || r.Transitive(a) {
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
	unlent := len(bound) > 0 && len(a.Agents)+len(a.Targets) == 0 && a.Form == Masdar && !r.Transitive(a)
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
	if len(a.Agents) == 0 && fr.Agent != 0 {
		r.Punished(a)
	}
	if p := a.Chunk - 1; p >= 0 && c.Prep == "" && len(a.Agents) == 0 && r.C[p].Kind == clause.NounPhrase && r.C[p].To == c.From && (r.Does(r.C[p].Head) || r.LendsBehind(p, "") || !a.Definite && r.Decided(p) || r.Able(p) && (c.Head == a.From || r.Does(c.Head))) {
		a.Agents = r.DoerOf(p, control.Deepest, a.Agents) // the carrying out by the air force of four raids
		if a.Support = frame.Does; r.Bears(r.C[p].Head, frame.Intends) && !r.Keyed(r.C[p].Head, frame.Will) {
			a.Support = frame.Intends
		}
		if len(a.Agents) > 0 && r.Decided(p) && !r.Ordered(a, a.Agents[0]) {
			a.Agents = a.Agents[:0]
		}
	}
	if len(a.Agents) == 0 && c.Head < a.From && a.Support == "" && r.Does(c.Head) && a.Rule.Type != "DISASTER" {
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
	if p := a.Chunk - 1; a.Support == frame.Announces && c.Prep == "" && p > a.Governor && r.C[p].Kind == clause.NounPhrase && r.C[p].To == c.From && r.C[p].Actor < 0 && r.Bears(r.C[p].Head, frame.Intends) {
		a.Support = frame.Intends // they announced their intention to
	}
	if len(a.Agents) == 0 {
		r.Announced(a)
	}
	if len(a.Agents) == 0 && c.Head < a.From && fr.Agent != 0 {
		a.Agents = r.Plans(a.Chunk, a.Agents)
	}
	if len(a.Agents) == 0 && c.Head == a.From && fr.Agent != 0 && r.Action(a.Chunk) {
		a.Agents = r.Aims(a.Chunk, a.Agents)
	}
	if len(a.Agents) == 0 && fr.Agent != 0 {
		r.doer(a, fr)
	}
	if c := &r.C[a.Chunk]; len(a.Agents) == 0 && len(a.Targets) > 0 && a.Rule.Type == "COOPERATE" && fr.Target.Has(frame.BehindWith) && c.Prep == "bi" && c.Head == a.From {
		r.together(a)
	}
	r.theirsBehind(a, fr)
	if len(a.Targets) == 0 {
		a.Targets = r.Behind(a, fr)
	}
	switch t := a.Chunk + 1; {
	case len(a.Targets) > 0:
	case a.Rule.Type == "REJECT" && len(a.Agents) > 0 && t < len(r.C) && r.C[t].Bare() && !r.C[t].Listed && r.C[t].From == r.C[a.Chunk].To && r.C[t].Actor < 0:
		a.Targets = party.Without(r.Refused(t), a.Agents) // its refusal of their use of the base
	case a.Rule.Type == "ACCUSE" && a.Rule.Verbal && len(a.Agents) > 0 && r.ByWhom(t) && a.Reading != nil:
		a.Targets = r.Meant(a, a.Chunk, a.Reading, a.Targets) // his being accused by them
	case a.Rule.Type == "AGREE" && t+1 < len(r.C) && r.C[t].Prep == "on" && frame.Says(r.SupportsNoun(r.C[t].Head), frame.Permits):
		a.Targets = r.Allowed(t, len(r.C), a.Targets) // consent to allowing them to
	case a.Rule.Type == "ACCUSE" && a.Rule.Needs.Has(frame.BehindBi) && t+1 < len(r.C) && r.C[t].Kind == clause.That && r.K[r.C[t].Head].Has(lang.With) && r.C[t+1].Bare():
		a.Targets = r.Parties(t+1, true, a.Targets) // accusations that they
	case a.Rule.Prevents:
		a.Targets = r.Prevented(a, -1, a.Targets)
	case fr.Target.Has(frame.Of) && (!fr.Agent.Has(frame.Of) || a.Support == frame.Occurs && a.Form == Masdar) && !r.TargetBehind(a, fr):
		q := a.Reading
		if q == nil {
			q = r.K[a.From].Word.Find(lang.Pronoun) // in a name of several words
		}
		if r.Doer(a) {
			break
		}
		a.Targets = r.Meant(a, a.Chunk, q, a.Targets)
	}
}

// acts reports whether the last word of a phrase, behind the noun of an anchor, is rather the verb of a clause on that: a suicide
// bombing killed | three policemen.
func (r *Reader) acts(a *Anchor) bool {
	k := &r.K[r.C[a.Chunk].To-1]
	return r.C[a.Chunk].To > a.To && k.Word != nil && k.Has(lang.Past) && !k.Has(lang.Article) && k.In(r.Rules.VerbWord)
}

// seized reports whether phrase subj, before the verb of chunk v, is whom a deed is done to, as a pronoun behind "on" takes it up:
// five men, hold was laid on them. Men would have a verb in the plural, and a private person lays hold on nobody.
func (r *Reader) seized(a *Anchor, v, subj int) bool {
	n := a.Chunk + 1
	if n >= len(r.C) || r.C[v].Reading.Feat&(lang.Plural|lang.Dual|lang.Feminine) != 0 || r.Pronominal(n) != "on" {
		return false
	}
	if r.K[r.C[n].Head].Has(lang.Function | lang.Them) {
		return r.C[subj].Figure >= 0 || r.C[subj].Reading != nil && r.C[subj].Reading.Feat&lang.Plural != 0
	}
	k := r.C[subj].Actor
	return k >= 0 && r.K[r.C[n].Head].Has(lang.Function|lang.Him) && (r.Rec.Actors[k].Kind == "person" || r.Rec.Actors[k].Kind == "civilians")
}

// counted reports whether a noun in the singular stands behind a number, where it has an ending that nothing is bound to: with
// twenty raids | the rebels.
func (r *Reader) counted(a *Anchor) bool {
	c := &r.C[a.Chunk]
	return c.Figure >= 0 && a.From > c.From && a.Form == Noun && a.Reading != nil && a.Reading.Feat&(lang.Plural|lang.Dual) == 0 && r.K[a.From-1].Kind == lang.NumberKind
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
	if fr.Agent == 0 || a.Rule.Mutual && !r.TargetBehind(a, fr) {
		return nil
	}
	for i := a.From + 1; i < r.C[a.Chunk].To; i++ {
		if act := r.StateOf(i); act >= 0 {
			out = party.Include(out, act)
		} else if k := &r.K[i]; phrase.IsQuote(k) || i == a.To && a.Rule.Arms && r.Keyed(i, "guns") {
			continue
		} else if i >= a.To && (k.Word == nil || !k.Has(lang.Nisba) && !k.Has(lang.Participle) || fr.Target.Has(frame.Of) && (r.StandsFor(i, true) || r.Thing(i))) {
			break // the downing of a Syrian fighter
		}
	}
	return out
}

// bindOf gives what a noun is bound to its part: where it may be either who does it or whom
// it is done to, it is the former only if the latter stands elsewhere.
func (r *Reader) bindOf(a *Anchor, fr frame.Frame, bound []int) {
	if r.Toward(a, fr, bound) {
		a.Agents = append(a.Agents, bound...)
		return
	}
	if a.Rule.Type == "ACCUSE" && !a.Definite && r.OfWhich(a.Chunk) {
		a.Targets = append(a.Targets, bound...) // the accusing of the state of
		return
	}
	if r.OneState(bound) && !r.TargetBehind(a, fr) && (a.Rule.Type == "CONSULT" || a.Rule.Mutual && a.Rule.Type == "RETREAT" || a.Rule.Equal() && !r.Consents(a) || fr.Agent.Has(frame.Of) && (a.Rule.Type == "ASSAULT" || a.Rule.Type == "COERCE")) {
		return // the talks of a capital are held there; a siege of a state may be its own or against it
	}
	if a.Rule.Type == "CONSULT" && fr.Agent.Has(frame.Of) && r.Sought(a, bound) {
		return // he asked for a meeting with the general: his meeting, no letter says whose
	}
	if whom, acts := r.Acted(a, bound); acts && (!a.Rule.Harm || fr.Agent.Has(frame.Of)) { // nobody does the injury that he is bound to
		a.Agents, a.Targets = append(a.Agents, bound...), append(a.Targets, whom...)
		return
	}
	switch {
	case fr.Agent.Has(frame.Of) && fr.Target.Has(frame.Of):
		if r.TargetBehind(a, fr) {
			a.Agents = append(a.Agents, bound...)
		} else if a.Form == Masdar || r.Suffering(bound) {
			a.Targets = append(a.Targets, bound...)
		}
	case a.Rule.Mutual && fr.Agent.Has(frame.Of) && r.Transitive(a) && r.Fought(a, bound):
		a.Targets = append(a.Targets, bound...)
	case fr.Agent.Has(frame.Of) && r.Keyed(a.From, "whose") && len(bound) == 1 && r.Armed(bound[0]) && r.Foremost(a.Chunk, bound):
		a.Agents = append(a.Agents, bound...) // the attack of the group: its verb takes no object
	case a.Rule.Type == "CONSULT" && a.Rule.Mutual && fr.Agent.Has(frame.Of) && r.Rec.Actors[bound[0]].Kind != "person":
		a.Agents = append(a.Agents, bound...) // the meeting of the council: whoever meets it is met
	case fr.Agent.Has(frame.Of) && r.Transitive(a) && !r.TargetBehind(a, fr):
		// the siege of X: by whom or against whom, no letter tells
	case fr.Agent.Has(frame.Of):
		a.Agents = append(a.Agents, bound...)
	case fr.Target.Has(frame.Of):
		a.Targets = append(a.Targets, bound...)
	}
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
