package position

import (
	"slices"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/position/rule"
	"riwaya/internal/stance"
)

// settle makes the position that a rule has found, if it is sure who holds it.
func (r *reading) settle(u *rule.Rule, captures []match.Capture) bool {
	c := &r.cur
	span := r.span()
	claim := r.Inner(span)
	actor, bodyAt, thing, thingTo := -1, -1, -1, -1
	for _, p := range captures {
		switch p.Name {
		case partNames[partContent]:
			bodyAt = p.From
		case partNames[partThing], partNames[partTask]:
			thing, thingTo = p.From, p.To
		}
	}
	if r.supposed(captures) || r.byAnother(captures) || u.Object && r.clauseOfItsOwn(bodyAt) {
		return false
	}
	if u.Whose != rule.BySource && r.denied(claim, span) || u.Whose == rule.ByNamed && c.Kind == rule.Noun && r.cur.Calling(&r.Sentence) {
		return false
	}
	switch u.Whose {
	case rule.ByNamed:
		if c.Kind == rule.Verb && bodyAt >= 0 && r.cur.Describes(&r.Sentence) && r.heldBehind(captures) {
			return false // "a petition that calls on the government": who is called upon
		}
		if c.Kind == rule.Will && thing < 0 && c.By.Feat&lang.Pronoun != 0 && c.From > r.Start && r.heldBehind(captures) && (r.Tokens[c.From-1].In(r.V.Relative) || r.Noun(c.From-1) != nil && !r.Tokens[c.From].Has(lang.Conjunction) && !r.Grammar.Function(&r.Tokens[c.From-1])) {
			return false // "the plays that it will show": what it shows stands before
		}
		if c.Kind == rule.Verb && r.cur.Guests(&r.Sentence) {
			return false
		}
		if c.Kind == rule.Verb && c.Word.Frames&stance.Governs == stance.Ala && bodyAt >= 0 && r.cur.ToSay(&r.Sentence, bodyAt) {
			return false // took care to make clear
		}
		if c.Kind == rule.Verb && u.Pronoun == "yes" && bodyAt >= 0 && c.Word.Frames&stance.As == 0 {
			return false // the pronoun is what it is about
		}
		actor = r.nameIn(captures, claim)
		if n := r.CueAt(&r.Tokens[c.At]); n >= 0 && actor >= 0 && r.Rec.Actors[actor].Kind == "person" && r.Source(n) < 0 && slices.ContainsFunc(r.Rec.Actors[actor].Mentions, r.Rec.Claims[n].Source.Spans.Contains) {
			return false // he speaks for himself
		}
		if u.Starts {
			if claim < 0 {
				claim = r.SayingBefore(span)
			}
			if claim < 0 || actor < 0 || r.Source(claim) < 0 || !r.SaidByVerb(claim) || !slices.Contains(u.Only, r.Rec.Claims[claim].Cue.Class) || r.Rec.Claims[claim].Content.Spans[0].Start < r.Tokens[c.From].Start || !r.SpeaksFor(claim, actor) {
				return false // that another supports it is told of
			}
		}
		if actor >= 0 && (c.Kind == rule.Will || c.Kind == rule.Never) && (claim >= 0 && !r.SpeaksFor(claim, actor) && !r.itself(captures, claim, actor) || r.guessed(r.firstOf(captures))) {
			return false
		}
	case rule.BySpeaker:
		if claim < 0 && c.Kind == rule.Noun {
			claim = r.SayingBefore(span)
		} else if claim >= 0 && u.Starts && r.Rec.Claims[claim].Content.Spans[0].Start < r.Tokens[c.From].Start {
			return false // it is another's, whom the words around it name
		}
		if claim >= 0 && len(u.Only) > 0 && !slices.Contains(u.Only, r.Rec.Claims[claim].Cue.Class) {
			return false
		}
		if claim < 0 || u.Agrees && (!r.agrees(claim) || r.Rec.Claims[claim].Cue.Class == "accuse" && c.Kind != rule.Noun) {
			return false
		}
		if actor = r.Source(claim); r.anothers(captures, claim, actor) {
			return false
		}
		if u.Person == "first" && c.By.Feat&lang.Plural == 0 && (actor < 0 || r.Rec.Actors[actor].Kind != "person" || !r.Holder(actor) || r.cur.WantsToSay(&r.Sentence, bodyAt)) {
			return false // "I" is somebody with an office
		}
		if c.Kind == rule.Passed && r.inner(claim) {
			return false // a creed that holds that nobody may
		}
		if c.Kind == rule.Passed && c.Word.Only&stance.OnlyTask != 0 && bodyAt >= 0 && r.opened() {
			return false // "that Russia will begin works"
		}
		if c.Kind == rule.Need && c.Word.Frames&(stance.Ila|stance.Li) != 0 && r.clauseOfItsOwn(-1) {
			return false // "that the need of it is great"
		}
		if c.Kind == rule.Need && c.Word.Frames&stance.Obj == 0 && actor >= 0 && !r.Holder(actor) {
			return false // what must be is everybody's opinion
		}
		if (c.By.Feat&(lang.Verb|lang.First) == lang.Verb || c.Kind == rule.State && r.Tokens[max(r.Start, c.From-1)].Has(lang.Conjunction)) && actor >= 0 && r.Rec.Actors[actor].Kind == "person" && r.Rec.Claims[claim].Content.Spans[0].Start < r.Tokens[r.firstOf(captures)].Start && u.Agrees && c.Kind != rule.Never {
			return false // "and that it will": what was spoken of
		}
	case rule.BySource:
		claim = c.Claim
		if r.aimed(claim) {
			return false
		}
		if actor = r.Source(claim); c.By.Feat&(lang.Verb|lang.Masculine|lang.Feminine|lang.Plural) == lang.Verb|lang.Masculine && r.Seat(claim) || r.cur.Describes(&r.Sentence) {
			return false // a city is feminine, so it is whom they called upon; or the words only describe a noun
		}
		if actor >= 0 && r.Rec.Actors[actor].Kind == "person" && c.By.Feat&(lang.Verb|lang.Participle|lang.Feminine|lang.Plural) == lang.Participle|lang.Feminine && r.Told(claim) == lang.Masculine {
			return false // he said that she did, calling on them
		}
		if actor >= 0 && c.By.Feat&(lang.Verb|lang.Participle|lang.Accusative|lang.Feminine|lang.Plural) == lang.Participle|lang.Accusative && r.Told(claim) == lang.Feminine {
			return false // the police said that a man came, asking for it
		}
		if r.Rec.Claims[claim].Source.Elided && c.By.Feat&lang.Verb != 0 {
			if other := r.unheard(); other >= 0 {
				actor = other
			}
		}
	case rule.ByClause:
		if r.cur.Calls(&r.Sentence) {
			return false
		}
		actor = r.clauseBefore(c.From)
		if actor >= 0 && claim >= 0 && (c.Kind == rule.Will || c.Kind == rule.Never) && !r.SpeaksFor(claim, actor) {
			return false
		}
	case rule.ByLast:
		if (r.last.feat^c.By.Feat)&(lang.Masculine|lang.Feminine|lang.First) != 0 || !r.goesOn(span) {
			return false
		}
		actor = r.last.actor
		if c.By.Feat&(lang.Verb|lang.Plural|lang.First) == lang.Verb|lang.Plural && r.Rec.Actors[actor].Kind == "person" {
			return false // those who try are more than he
		}
		if claim >= 0 && (c.Kind == rule.Will || c.Kind == rule.Never) && !r.SpeaksFor(claim, actor) {
			return false
		}
	}
	if actor >= 0 && c.Kind == rule.Noun && c.By.Feat&lang.Them != 0 && r.Rec.Actors[actor].Kind == "person" {
		return false // their resolve is not his alone
	}
	if actor < 0 || r.sports(actor) || (u.Whose == rule.ByClause || u.Whose == rule.ByLast) && c.Kind == rule.Verb && r.another(actor) {
		return false
	}
	p := riwaya.Position{ID: riwaya.FindingID(r.Rec.Article.ID, 's', span, 0), Actor: r.Rec.Actors[actor].ID, Span: riwaya.Spans{span}, Stance: r.stance(u), Confidence: u.Sure, Rule: u.Name}
	switch {
	case u.Whose == rule.BySource:
		var ok bool
		if p.Content, ok = r.told(&r.Rec.Claims[claim], p.Stance); !ok {
			return false
		}
		if r.Rec.Claims[claim].Negated {
			if c.Word.Negated == "" {
				return false
			}
			p.Stance = c.Word.Negated
		}
	default:
		b, ok := stance.Body{}, false
		if thing >= 0 {
			b, ok = stance.Body{From: thing, To: thingTo, Start: r.Tokens[thing].Start}, true
			if q := r.Noun(thing); q != nil {
				b.Start = r.T.Inner(thing, q)
				if c.Kind == rule.Will && c.By.Feat&lang.Them == 0 && !r.Feminine(c.At) && q.Feat&(lang.Feminine|lang.Plural) != 0 && q.Feat&lang.Masculine == 0 {
					return false // the pronoun is another's
				}
			}
		} else if c.Kind == rule.Never || bodyAt < 0 {
			b, ok = r.Until(c.At, r.Tokens[c.At].Start)
		} else {
			b, ok = r.ContentAt(bodyAt)
		}
		if !ok {
			return false
		}
		if k := &r.Tokens[b.From]; c.Kind == rule.Will && b.To == b.From+1 && k.Word != nil && (k.Has(lang.Function|lang.Pronoun) && c.From > r.Start && r.Tokens[c.From-1].In(r.V.Relative) || k.In(r.V.Time) && !k.In(r.V.Event)) {
			return false // nothing but when, or of what was spoken before
		}
		if c.Kind == rule.Verb && !c.Negated && c.Word.Stance == "seeks" && bodyAt >= 0 && bodyAt+1 < r.End && r.Complementiser(bodyAt) && !r.Tokens[bodyAt+1].In(r.V.Was) && c.WantsToSay(&r.Sentence, bodyAt) {
			return false // he wants to make clear
		}
		s := riwaya.Span{Start: b.Start, End: r.Tokens[b.To-1].End}
		if s.Start >= s.End || (p.Stance == "demands" || p.Stance == "seeks") && r.invites(b.From) || p.Stance == "supports" && r.Opens(b.From, 3, stance.KeyGuest) || (p.Stance == "refuses" || p.Stance == "seeks") && r.unnamed(b.From) || p.Stance == "refuses" && c.Word.Stance == "" && r.excepts(b.To) {
			return false
		}
		p.Content = riwaya.Matter{Spans: riwaya.Spans{s}, Text: s.Of(r.T.Source)}
		p.Conditions = r.Conditions(b.From, b.To)
	}
	if claim >= 0 {
		p.Claim = &r.Rec.Claims[claim].ID
	}
	r.out = append(r.out, p)
	r.last = last{actor: actor, feat: c.By.Feat, to: c.To}
	if u.Whose == rule.BySource {
		r.last.inside = r.Rec.Claims[claim].Content.Spans.Hull()
	}
	return true
}

// stance is the rule's, or the word's.
func (r *reading) stance(u *rule.Rule) string {
	c := &r.cur
	switch {
	case u.Stance != "":
		return u.Stance
	case c.Kind == rule.Never:
		return "refuses"
	case c.Negated:
		return c.Word.Negated
	case c.Word.Stance == "":
		return "commits"
	}
	return c.Word.Stance
}

// span is where the word of the trigger stands, without a conjunction; the negation of the
// future stands for itself, since what it negates is the content.
func (r *reading) span() riwaya.Span {
	c := &r.cur
	s := riwaya.Span{Start: r.T.Inner(c.At, c.By), End: r.Tokens[c.To-1].End}
	if c.From < c.At {
		s.Start = r.Tokens[c.From].Start
		w := r.Tokens[c.From].Word
		for k := range w.Readings {
			if q := &w.Readings[k]; q.Feat&lang.Conjunction != 0 && q.Feat&(lang.With|lang.For|lang.Like) == 0 {
				s.Start = r.T.Inner(c.From, q)
			}
		}
	}
	if c.Kind == rule.Never {
		s.End = r.Tokens[c.From].End
	}
	return s
}

// nameIn is the actor of the part "holder", -1 if it cannot hold a position. "The
// authorities", without a name, in the words of a government are that government's.
func (r *reading) nameIn(captures []match.Capture, claim int) int {
	for _, p := range captures {
		if p.Name == partNames[partNation] {
			return r.State(p.From)
		}
		if p.Name != partNames[partHolder] && p.Name != partNames[partAntecedent] {
			continue
		}
		for i := range r.Named {
			n := &r.Named[i]
			if n.From < p.From || n.From > p.From+3 || n.To > p.To {
				continue
			}
			actor := r.Holds(n.Actor)
			if actor < 0 || claim < 0 {
				return actor
			}
			a := &r.Rec.Actors[actor]
			if s := r.Source(claim); s >= 0 && a.Kind == "government" && a.Name == nil && a.Country == nil && n.To-n.From == 1 && r.Rec.Actors[s].Kind == "government" {
				return s
			}
			return actor
		}
	}
	return -1
}

// invites reports whether the content from token i is what one is invited to.
func (r *reading) invites(i int) bool { return r.Opens(i, 3, stance.KeyInvited) }

// unnamed reports whether the content from token i is the speaker's own name: whoever does
// not give it refuses nothing of what he speaks of.
func (r *reading) unnamed(i int) bool { return r.Opens(i, 4, stance.KeyUnnamed) }

// excepts reports whether "except" or "without" stands in or right behind what is negated,
// up to token to: "we shall not get there without talks" refuses nothing.
func (r *reading) excepts(to int) bool {
	for i := r.cur.To; i < min(r.End, to+2); i++ {
		if r.ContextAt(i, stance.KeyUnless) > i {
			return true
		}
	}
	return false
}

// clauseOfItsOwn reports whether the noun of the trigger is the subject of a clause and not
// the object of the word of saying: "that" stands before it, or a colon, and behind it its
// doer and then for whom it is.
func (r *reading) clauseOfItsOwn(bodyAt int) bool {
	i := r.cur.From
	if i > r.Start && r.Complementiser(i-1) {
		return true
	}
	if i == r.Start || !r.Tokens[i-1].Is(lang.Colon) {
		return false
	}
	for i := range r.Named {
		if n := &r.Named[i]; n.From == bodyAt && !n.Glued && n.To < r.End && r.Tokens[n.To].Has(lang.For|lang.Noun) {
			return true
		}
	}
	for i := bodyAt + 1; i > 0 && i < min(r.End, bodyAt+8); i++ {
		if t := &r.Tokens[i]; t.Feats&lang.Future != 0 && r.Grammar.Finite(t) && !(r.Tokens[i-1].In(r.V.Relative) && r.Grammar.Function(&r.Tokens[i-1])) {
			return true // refusal of the deal will weaken us
		}
	}
	return false
}

// firstOf is the first token of what a pattern matched.
func (r *reading) firstOf(captures []match.Capture) int {
	first := r.cur.From
	for _, p := range captures {
		if p.Name == partNames[partWas] || p.Name == partNames[partHolder] || p.Name == partNames[partAntecedent] {
			first = min(first, p.From)
		}
	}
	return first
}

// grave are the kinds of actor that have other things to say of a game: how it is kept safe.
var grave = []string{"government", "military", "police", "armed_group"}

// sports reports whether the sentence is about sports, in which states are teams, or the text, and the actor is one
// who plays or has to do with it.
func (r *reading) sports(actor int) bool {
	for i := r.Start; i < r.End; i++ {
		if r.Tokens[i].In(r.V.Context) && r.Is(i, stance.KeySports) {
			return true
		}
	}
	r.game.Of(len(r.Tokens), r.sporting)
	if r.game.Within(r.Start, r.End) {
		return true
	}
	a := &r.Rec.Actors[actor]
	i := r.T.TokenAt(a.Mentions[0].Start, 0, len(r.Tokens))
	return r.game.Mostly() && (!slices.Contains(grave, a.Kind) || a.Kind == "government" && a.Country == nil || i >= 0 && r.Tokens[i].In(r.V.Country.Or(r.V.Capital)))
}
