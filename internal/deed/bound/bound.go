package bound

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/deed/control"
	"riwaya/internal/deed/rule"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// StateOf is the state that the adjective of a country at token i is a mention of, -1 if it is
// none.
func (r *Reader) StateOf(i int) int {
	if a, end := r.ActorAt(i); a >= 0 && end == i+1 && r.Demonym(i) && r.National(a) {
		return a
	}
	return -1
}

// Fought reports whether what the noun of a fight is bound to is an armed group that somebody is said to be in
// a fight with: they took part in fighting the group.
func (r *Reader) Fought(a *anchor.Anchor, bound []int) bool {
	p := r.C[a.Chunk].Prep
	return a.Rule.Type == "ASSAULT" && (p == "in" || p == clause.For || p == control.Purpose) && r.C[a.Chunk].Head == a.From && len(bound) == 1 && r.Rec.Actors[bound[0]].Kind == "armed_group"
}

// Acted reports whether what a verbal noun is bound to can only be whoever does it, because its object stands
// right behind, and who that is: the arrest by the police of ten journalists, of a deputy.
func (r *Reader) Acted(a *anchor.Anchor, bound []int) (whom []int, acts bool) {
	j := a.Chunk + 1
	ground := (a.Rule.Point || a.Rule.Opposed) && r.K[a.From].Has(lang.Masdar) // taking, freeing it
	if !r.Transitive(a) && a.Rule.Type != "MOBILIZE" && !ground && !a.Rule.Prevents || r.C[a.Chunk].Figure >= 0 || !r.Foremost(a.Chunk, bound) {
		return nil, false
	}
	if a.To >= r.C[len(r.C)-1].To {
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
	if body >= 0 && end < r.C[a.Chunk].To && r.Transitive(a) {
		if x, _ := r.ActorAt(end); x >= 0 && x != body && !r.Demonym(end) {
			return []int{x}, true
		}
		if n := r.Noun(a.To); n != nil && n.Feat&(lang.Feminine|lang.Masculine) == lang.Feminine && r.K[end].Has(lang.Article) && r.WordOblique(end) {
			return nil, true // the aiming by the forces | at the civilians: no adjective of theirs
		}
	}
	for body >= 0 && j < len(r.C) && r.C[j].Kind == clause.NounPhrase && r.C[j].Listed && r.Armed(r.C[j].Actor) {
		j++ // and its allies
	}
	if j >= len(r.C) || j > a.Chunk+1 && r.C[j].Prep != clause.For {
		return nil, false
	}
	c := &r.C[j]
	to := c.Prep == clause.For && (backed(a.Rule.Type) || a.Rule.Type == "ASSAULT" || a.Rule.Type == "COERCE" || a.Rule.Is("evacuate") && c.Place >= 0) // and nobody is handed over to them
	if c.Kind != clause.NounPhrase || c.Listed || c.Joined || c.From != r.C[j-1].To || c.Prep != "" && !to {
		return nil, false
	}
	if c.Prep != "" && backed(a.Rule.Type) && (r.Participle(c.From-1) || a.Rule.Type != "MOBILIZE" && c.Place < 0 && !r.names(c) || a.Rule.Type == "MOBILIZE" && (c.Place >= 0 || r.Land(c.Head) || r.Rec.Actors[bound[0]].Name == nil)) {
		return nil, false // for the army loyal to the state; the state's subsidies of fuel
	}
	if c.Figure >= 0 {
		if f := &r.Rec.Figures[c.Figure]; f.Group == "things" && c.Actor < 0 || f.Unit != nil || f.Low != nil && *f.Low <= 1 {
			return nil, false // of somebody 23 years old, of two residents, one of them
		}
		return r.Struck(j, whom), true
	}
	if whom = r.Parties(j, true, whom); body < 0 || len(whom) > 0 && (whom[0] == body || !r.Transitive(a)) {
		return nil, false
	}
	if len(whom) == 0 && (r.Armed(body) || c.Prep == clause.For && r.National(body)) && ground && a.Rule.Type == "ASSAULT" && (c.Place >= 0 || r.K[c.Head].In(r.Rules.Grounds) && c.Definite) {
		return nil, true // the retaking by the army of the town
	}
	if len(whom) == 0 && a.Rule.Prevents && r.K[a.From].Has(lang.Masdar) && j == a.Chunk+1 && (c.Bare() && r.Named(j) && !c.Definite || c.Prep == clause.For) && (r.Armed(body) || r.Rec.Actors[body].Kind == "government") {
		return nil, true // the foiling by the army of an attack
	}
	if n := c.Reading; len(whom) == 0 && c.Bare() && r.Armed(body) && r.Transitive(a) && j == a.Chunk+1 && c.Place < 0 && n != nil && n.Feat&(lang.Guess|lang.Nisba|lang.Participle|lang.Masdar) == 0 && (n.Feat&lang.Accusative == 0 || r.K[c.Head].In(r.Rules.Grounds)) && !r.Titled(j) && r.K[end-1].Has(lang.Article) && (r.K[c.Head].In(r.Rules.Grounds) || r.Thing(c.Head) || r.Keyed(c.Head, "arms")) {
		return nil, true // the shelling by the army of places in the town
	}
	if k := &r.K[c.Head]; len(whom) == 0 && c.Bare() && r.Armed(body) && r.Transitive(a) && j == a.Chunk+1 && r.K[end-1].Has(lang.Article) && end == r.C[a.Chunk].To && !r.Titled(j) && c.Actor < 0 && k.Has(lang.Article) && (c.Place >= 0 || c.Reading != nil && c.Reading.Feat&(lang.Guess|lang.Nisba|lang.Participle|lang.Masdar|lang.Accusative) == 0 && c.Reading.Feat&lang.Listed != 0) {
		return nil, true // the attack by the police on the procession
	}
	if len(whom) == 0 && c.Prep == clause.For && (r.Armed(body) || r.National(body)) && c.Definite && !r.Action(j) && (r.Transitive(a) || a.Rule.Type == "MOBILIZE") && !r.K[c.Head].In(r.Rules.Amount) && !r.Keyed(c.Head, "span") {
		return nil, true // the shelling by the group of the post office
	}
	return whom, len(whom) > 0
}

// backed reports whether events of a type are for somebody's good, so that "to" behind who does them says for whose.
func backed(event string) bool { return event == "SUPPORT" || event == "AID" || event == "MOBILIZE" }

// names reports whether phrase c has somebody in it.
func (r *Reader) names(c *clause.Chunk) bool {
	for i := c.Head; i < c.To; i++ {
		if x, _ := r.ActorAt(i); x >= 0 || r.K[i].In(r.Rules.Folk) || r.Land(i) {
			return true
		}
	}
	return false
}

// OnTheirs reports whether a thing or men that may be whose the next phrase says stand right behind a noun, in its
// phrase: an attack hit a patrol of the police, which no letter tells from the attack of a patrol.
func (r *Reader) OnTheirs(a *anchor.Anchor) bool {
	if !a.Nominal() || a.To >= r.C[a.Chunk].To || r.K[a.To].Word == nil || r.Keyed(a.To, "some") {
		return false
	}
	k := &r.K[a.To]
	return !k.Has(lang.Article) && !k.Has(lang.Nisba) && !k.Has(lang.Conjunction) && k.Word.Feats&lang.Pronoun == 0 && (r.Keyed(a.To, "holds") || r.Keyed(a.To, "theirs"))
}

// Consents reports whether "on" stands right behind the noun of an agreement: somebody's consent to something.
func (r *Reader) Consents(a *anchor.Anchor) bool {
	n := a.Chunk + 1
	return n < len(r.C) && r.C[n].Prep == "on" && r.C[n].From == r.C[a.Chunk].To
}

// Sought reports whether the noun of a meeting or visit is what somebody else means to do or asks
// for: then whoever it is bound to may be whom they see. So may a private person be.
func (r *Reader) Sought(a *anchor.Anchor, bound []int) bool {
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

// Transitive reports whether a listed noun is as well the verbal noun of a listed verb that
// takes an object.
func (r *Reader) Transitive(a *anchor.Anchor) bool {
	if a.To > a.From+1 {
		return false
	}
	for n := range r.K[a.From].Word.Readings {
		q := &r.K[a.From].Word.Readings[n]
		if q.Feat&lang.Masdar == 0 || !q.Classes.Meets(r.Rules.VerbWord) {
			continue
		}
		if slices.ContainsFunc(r.Rules.Verbs[q.Lemma], func(of *rule.Rule) bool { return of.Frames[rule.Verb].Target.Has(frame.Object) }) {
			return true
		}
	}
	return false
}

// TargetBehind reports whether a target stands behind a preposition after the noun.
func (r *Reader) TargetBehind(a *anchor.Anchor, fr frame.Frame) bool {
	for j := a.Chunk + 1; j < len(r.C) && j < a.Chunk+4; j++ {
		c := &r.C[j]
		if c.Kind != clause.NounPhrase && c.Kind != clause.Adverb || c.Joined || (r.Action(j-1) || r.Named(j-1)) && j-1 > a.Chunk {
			return false
		}
		if c.Bare() && c.From > r.C[a.Chunk].To {
			return false // what is said of it
		}
		if p := &r.C[j-1]; j > a.Chunk+1 && p.To == c.From && p.To > p.Head+1 && r.Participle(p.To-1) && !r.Called(p) || j == a.Chunk+1 && p.To == c.From && p.To > a.To && r.Participle(p.To-1) && !r.Called(p) {
			continue // loyal to him
		}
		if j > a.Chunk+1 && r.OfThing(j) && r.C[j-1].Prep != "" {
			continue // on a ship of theirs
		}
		if x, ok := frame.SlotOf(c.Prep); ok && c.Kind == clause.NounPhrase && fr.Target.Has(x) && (x != frame.BehindLi || c.Actor >= 0 || c.Place >= 0 || c.Figure >= 0 || c.Reading != nil && c.Reading.Feat&lang.Guess == 0 && !r.K[c.Head].Has(lang.Masdar)) {
			return true
		}
	}
	return false
}

// ObjectBehind reports whether somebody stands behind a noun as its object: then whoever it is
// bound to does it, or it is no noun.
func (r *Reader) ObjectBehind(a *anchor.Anchor) bool {
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

// Called reports whether the name of a state or of a body of states ends a phrase: the United States, the invasion by the United
// States.
func (r *Reader) Called(c *clause.Chunk) bool {
	for i := c.Head; i < c.To; i++ {
		if a, end := r.ActorAt(i); a >= 0 && end == c.To {
			return r.National(a) || r.Rec.Actors[a].Kind == "igo"
		}
	}
	return false
}

// Needed reports whether the preposition of a phrase is one without which the anchor's rule
// does not hold: it is the verb's, whatever stands between.
func (r *Reader) Needed(a *anchor.Anchor, c *clause.Chunk) bool {
	x, ok := frame.SlotOf(c.Prep)
	return ok && a.Rule.Needs.Has(x)
}

// OfThing reports whether phrase j, behind "for", may say whose the indefinite phrase right before it is, which names nobody.
func (r *Reader) OfThing(j int) bool {
	c, p := &r.C[j], &r.C[j-1]
	return c.Prep == clause.For && p.Kind == clause.NounPhrase && p.To == c.From && !p.Definite && p.Actor < 0 && (p.Figure < 0 || r.Rec.Figures[p.Figure].Group == "things") && p.Place < 0
}

// Struck adds whom something is done to: who is named in phrase j, or whose places, things
// or, where these are none, arms stand there.
func (r *Reader) Struck(j int, out []int) []int {
	before := len(out)
	if out = r.Parties(j, false, out); len(out) == before {
		out = r.Parties(j, true, out)
	}
	return out
}

// Bearer is whom a verbal noun before the relative pronoun of verb v is bound to, where the clause belongs to them and not to what is
// done to them: the fight against the group that launches attacks. j is the phrase of the noun; sure says that the verb can have no
// action for its subject.
func (r *Reader) Bearer(j, v int, sure bool, out []int) []int {
	if j < 0 || j != v-2 || r.C[v-1].Kind != clause.Relative || r.C[v-1].Takes == 0 || !r.Action(j) {
		return out
	}
	takes := lang.Reading{Feat: r.C[v-1].Takes}
	if !sure && party.TakesUp(&takes, r.C[j].Reading) {
		return out
	}
	for i := r.C[j].Head + 1; i < r.C[j].To; i++ {
		if a, _ := r.ActorAt(i); a >= 0 {
			if n := r.Noun(i); r.Armed(a) && (n == nil || party.TakesUp(&takes, n)) {
				return party.Include(out, a)
			}
			return out
		}
	}
	return out
}

// Clausal reports whether a noun that names a deed is rather the verb of a clause on an indefinite person right before it, whose object has the
// pronoun of that: a man killed his wife. man is who that is, -1 where no actor.
func (r *Reader) Clausal(a *anchor.Anchor) (man int, ok bool) {
	c := &r.C[a.Chunk]
	p := a.Chunk - 1
	if p < 0 || a.Form != rule.Masdar || c.Prep != "" || c.Head != a.From || c.Listed || c.Joined || r.C[p].Kind != clause.NounPhrase || r.C[p].To != c.From || a.To >= c.To {
		return -1, false
	}
	t := r.C[p].To - 1
	if man, _ = r.ActorAt(t); man < 0 || r.Rec.Actors[man].Kind != "person" || !r.Rec.Actors[man].Private || r.K[t].Word == nil || r.K[t].Has(lang.Article) || r.Rec.Actors[man].Name != nil {
		return -1, false
	}
	return man, r.K[a.To].Word != nil && r.K[a.To].Has(lang.Pronoun)
}

// Unmanly reports whether phrase j, right behind a verb that can only be in the masculine singular, is the name of a state or a capital
// alone, which is feminine but for a few: it is no subject of that.
func (r *Reader) Unmanly(a *anchor.Anchor, j int) bool {
	c, w := &r.C[j], r.K[a.From].Word
	if a.Reading == nil || w == nil || c.Actor < 0 || c.To != c.Head+1 || !r.Land(c.Head) || !r.National(c.Actor) || r.Keyed(c.Head, "he-land") {
		return false
	}
	const shown = lang.Masculine | lang.Feminine | lang.Plural | lang.Dual | lang.First
	return a.Reading.Feat&shown == lang.Masculine && !w.Some(func(q *lang.Reading) bool {
		return q.Feat&(lang.Past|lang.Present) != 0 && q.Feat&(lang.Feminine|lang.First) != 0
	})
}
