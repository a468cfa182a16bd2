package position

import (
	"slices"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/phrase"
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
	if u.Whose != rule.BySource && r.denied(claim, span) || u.Whose == rule.ByNamed && c.Kind == rule.Noun && r.calling() {
		return false
	}
	switch u.Whose {
	case rule.ByNamed:
		if c.Kind == rule.Verb && bodyAt >= 0 && r.describes() && r.heldBehind(captures) {
			return false // "a petition that calls on the government": who is called upon
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
		actor = r.Source(claim)
		if u.Person == "first" && c.By.Feat&lang.Plural == 0 && (actor < 0 || r.Rec.Actors[actor].Kind != "person" || !r.Holder(actor) || r.wantsToSay(bodyAt)) {
			return false // "I" is somebody with an office
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
		if actor = r.Source(claim); c.By.Feat&(lang.Verb|lang.Masculine|lang.Feminine|lang.Plural) == lang.Verb|lang.Masculine && r.Seat(claim) || r.describes() {
			return false // a city is feminine, so it is whom they called upon; or the words only describe a noun
		}
	case rule.ByClause:
		if r.calls() {
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
		cl := &r.Rec.Claims[claim]
		p.Content = riwaya.Matter{Spans: cl.Content.Spans, Text: cl.Content.Text}
		if b, ok := r.sooner(cl); ok {
			s := riwaya.Span{Start: b.Start, End: r.Tokens[b.To-1].End}
			p.Content = riwaya.Matter{Spans: riwaya.Spans{s}, Text: s.Of(r.T.Source)}
		}
		for i := c.To; i < r.End && r.Tokens[i].Start < p.Content.Spans[0].Start; i++ {
			if t := &r.Tokens[i]; t.Feats&lang.Cue != 0 && (r.Speaks(i) || t.In(r.Grammar.Saying) && t.Has(lang.Participle|lang.Accusative)) {
				return false // "refused comment, saying that …": what he said
			}
		}
		if at := r.T.TokenAt(p.Content.Spans[0].Start, 0, len(r.Tokens)); at >= 0 && (r.Tokens[at].Has(lang.Participle|lang.Accusative) && r.Speaks(at) || (p.Stance == "demands" || p.Stance == "seeks") && r.invites(at) || p.Stance == "supports" && r.Opens(at, 3, stance.KeyGuest) || (p.Stance == "refuses" || p.Stance == "seeks") && r.unnamed(at)) {
			return false
		}
		if c.Word.Frames&(stance.That|stance.Bi) == 0 && r.reported(cl) {
			return false // "insists that it is so"
		}
		if cl.Negated {
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
			}
		} else if c.Kind == rule.Never || bodyAt < 0 {
			b, ok = r.Until(c.At, r.Tokens[c.At].Start)
		} else {
			b, ok = r.ContentAt(bodyAt)
		}
		if !ok {
			return false
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

// sooner is what the word of the trigger, the cue of a claim, takes right behind itself or behind its source,
// where the claim has for its content only something further on: "rejected the deadline that the
// minister set before he demands …". What is said in so many words can stand further on; what
// is refused or demanded stands where its word has it.
func (r *reading) sooner(c *riwaya.Claim) (stance.Body, bool) {
	at := r.cur.To
	if s := c.Source.Spans; len(s) > 0 && s[0].Start >= r.Tokens[at-1].End {
		for at < r.End && r.Tokens[at].Start < s[0].End {
			at++
		}
		if at < r.End && phrase.IsQuote(&r.Tokens[at]) && int(r.Tokens[at].Match) < at {
			at++
		}
	}
	for n := 0; n < 2 && at < r.End && r.Tokens[at].Has(lang.Accusative) && (n > 0 || r.Tokens[at].In(r.V.Word)); n++ {
		at++ // "rejected with a firm rejection"
	}
	if at >= r.End || len(c.Content.Spans) == 0 || c.Content.Spans[0].Start <= r.Tokens[at].End && !r.Tokens[at].In(r.V.From) {
		return stance.Body{}, false
	}
	if r.cur.Word.Frames&(stance.Whom|stance.Act) == stance.Whom|stance.Act && r.Tokens[at].In(r.V.From) && r.Grammar.Function(&r.Tokens[at]) {
		if r.whom(at, func(to int) bool { at = to; return true }) { // "asked of the ministry to send"
			return r.ContentAt(at)
		}
	}
	b, ok := r.ContentAt(at)
	if !ok || r.Complementiser(at) || b.From+1 >= r.End || c.Content.Spans[0].Start <= r.Tokens[b.From+1].End {
		return stance.Body{}, false
	}
	for i := at; i <= b.From; i++ {
		if r.Complementiser(i) {
			return stance.Body{}, false
		}
	}
	if b.Start > r.Tokens[at].Start && r.Tokens[at].Has(lang.For) { // "the secretary of the United Nations calls on …"
		i := r.T.TokenAt(c.Content.Spans[0].Start, 0, len(r.Tokens))
		if i > 0 {
			if own, ok := r.ContentAt(i - 1); ok && own.From >= i || r.Complementiser(i-1) {
				return stance.Body{}, false
			}
		}
	}
	return b, true
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

// reported reports whether a complementiser opens the content of a claim.
func (r *reading) reported(c *riwaya.Claim) bool {
	i := r.T.TokenAt(c.Content.Spans[0].Start, 0, len(r.Tokens))
	return i > 0 && r.Complementiser(i-1)
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
