package position

import (
	"slices"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/stance"
)

// settle makes the position that a rule has found, if it is sure who holds it.
func (r *reading) settle(u *rule, captures []match.Capture) bool {
	c := &r.cur
	span := r.span()
	claim := r.Inner(span)
	actor, bodyAt, thing, thingTo := -1, -1, -1, -1
	for _, p := range captures {
		switch p.Name {
		case partNames[partContent]:
			bodyAt = p.From
		case partNames[partThing]:
			thing, thingTo = p.From, p.To
		}
	}
	if r.supposed(captures) || r.sports() || u.object && r.clauseOfItsOwn(bodyAt) {
		return false
	}
	switch u.whose {
	case whoseNamed:
		if c.kind == kindVerb && r.Is(max(r.Start, c.from-1), stance.KeyDemands) && r.describes() {
			return false // "a petition that calls on the government": who is called upon
		}
		actor = r.nameIn(captures, claim)
		if actor >= 0 && claim >= 0 && (c.kind == kindWill || c.kind == kindNever) && !r.speaksFor(claim, actor) {
			return false
		}
	case whoseSpeaker:
		if claim < 0 && c.kind == kindNoun {
			claim = r.SayingBefore(span)
		} else if claim >= 0 && u.starts && r.Rec.Claims[claim].Content.Spans[0].Start < r.Tokens[c.from].Start {
			return false // it is another's, whom the words around it name
		}
		if claim >= 0 && len(u.only) > 0 && !slices.Contains(u.only, r.Rec.Claims[claim].Cue.Class) {
			return false
		}
		if claim < 0 || u.agrees && !r.agrees(claim) {
			return false
		}
		actor = r.Source(claim)
		if c.kind == kindNeed && c.word.Frames&stance.Obj == 0 && actor >= 0 && !r.Holder(actor) {
			return false // what must be is everybody's opinion
		}
		if (c.by.Feat&(lang.Verb|lang.First) == lang.Verb || c.kind == kindState && r.Tokens[max(r.Start, c.from-1)].Has(lang.Conjunction)) && actor >= 0 && r.Rec.Actors[actor].Kind == "person" && r.Rec.Claims[claim].Content.Spans[0].Start < r.Tokens[r.firstOf(captures)].Start && u.agrees && c.kind != kindNever {
			return false // "and that it will": what was spoken of
		}
	case whoseSource:
		claim = c.claim
		if actor = r.Source(claim); c.by.Feat&(lang.Verb|lang.Masculine|lang.Feminine|lang.Plural) == lang.Verb|lang.Masculine && r.Seat(claim) || r.describes() {
			return false // a city is feminine, so it is whom they called upon; or the words only describe a noun
		}
	case whoseClause:
		actor = r.clauseBefore(c.from)
	case whoseLast:
		if (r.last.feat^c.by.Feat)&(lang.Masculine|lang.Feminine|lang.First) != 0 || !r.goesOn(span) {
			return false
		}
		actor = r.last.actor
		if claim >= 0 && (c.kind == kindWill || c.kind == kindNever) && !r.speaksFor(claim, actor) {
			return false
		}
	}
	if actor < 0 || (u.whose == whoseClause || u.whose == whoseLast) && c.kind == kindVerb && r.another(actor) {
		return false
	}
	p := riwaya.Position{ID: riwaya.FindingID(r.Rec.Article.ID, 's', span, 0), Actor: r.Rec.Actors[actor].ID, Span: riwaya.Spans{span}, Stance: r.stance(u), Confidence: u.sure, Rule: u.rule()}
	switch {
	case u.whose == whoseSource:
		cl := &r.Rec.Claims[claim]
		p.Content = riwaya.Matter{Spans: cl.Content.Spans, Text: cl.Content.Text}
		if at := r.T.TokenAt(cl.Content.Spans[0].Start, 0, len(r.Tokens)); at >= 0 && (p.Stance == "demands" && r.invites(at) || p.Stance == "refuses" && r.unnamed(at)) {
			return false
		}
		if c.word.Frames&(stance.That|stance.Bi) == 0 && r.reported(cl) {
			return false // "insists that it is so"
		}
		if cl.Negated {
			if c.word.Negated == "" {
				return false
			}
			p.Stance = c.word.Negated
		}
	default:
		b, ok := stance.Body{}, false
		if thing >= 0 {
			b, ok = stance.Body{From: thing, To: thingTo, Start: r.Tokens[thing].Start}, true
			if q := r.Noun(thing); q != nil {
				b.Start = r.T.Inner(thing, q)
			}
		} else if c.kind == kindNever || bodyAt < 0 {
			b, ok = r.Until(c.at, r.Tokens[c.at].Start)
		} else {
			b, ok = r.ContentAt(bodyAt)
		}
		if !ok {
			return false
		}
		s := riwaya.Span{Start: b.Start, End: r.Tokens[b.To-1].End}
		if s.Start >= s.End || p.Stance == "demands" && r.invites(b.From) || p.Stance == "refuses" && (r.unnamed(b.From) || c.word.Stance == "" && r.excepts(b.To)) {
			return false
		}
		p.Content = riwaya.Matter{Spans: riwaya.Spans{s}, Text: s.Of(r.T.Source)}
		p.Conditions = r.Conditions(b.From, b.To)
	}
	if claim >= 0 {
		p.Claim = &r.Rec.Claims[claim].ID
	}
	r.out = append(r.out, p)
	r.last = last{actor: actor, feat: c.by.Feat, to: c.to}
	if u.whose == whoseSource {
		r.last.inside = r.Rec.Claims[claim].Content.Spans.Hull()
	}
	return true
}

func (u *rule) rule() string { return u.name }

// stance is the rule's, or the word's.
func (r *reading) stance(u *rule) string {
	c := &r.cur
	switch {
	case u.stance != "":
		return u.stance
	case c.kind == kindNever:
		return "refuses"
	case c.negated:
		return c.word.Negated
	case c.word.Stance == "":
		return "commits"
	}
	return c.word.Stance
}

// span is where the word of the trigger stands, without a conjunction; the negation of the
// future stands for itself, since what it negates is the content.
func (r *reading) span() riwaya.Span {
	c := &r.cur
	s := riwaya.Span{Start: r.T.Inner(c.at, c.by), End: r.Tokens[c.to-1].End}
	if c.from < c.at {
		s.Start = r.Tokens[c.from].Start
		w := r.Tokens[c.from].Word
		for k := range w.Readings {
			if q := &w.Readings[k]; q.Feat&lang.Conjunction != 0 && q.Feat&(lang.With|lang.For|lang.Like) == 0 {
				s.Start = r.T.Inner(c.from, q)
			}
		}
	}
	if c.kind == kindNever {
		s.End = r.Tokens[c.from].End
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

// goesOn reports whether the clause of the position before goes on to the word of the
// trigger: nobody else begins to speak between them, it is not in what its holder says, but
// for what "it calls" something, and no other subject stands behind it.
func (r *reading) goesOn(at riwaya.Span) bool {
	if r.last.inside.Contains(at) && (r.cur.word.Frames&stance.As == 0 || r.cur.by.Feat&lang.Pronoun == 0) {
		return false
	}
	for i := r.last.to; i < r.cur.from; i++ {
		t := &r.Tokens[i]
		if t.Is(lang.Colon) {
			return false
		}
		if t.Feats&lang.Cue == 0 || t.Word == nil {
			continue
		}
		if n := r.CueAt(t); n >= 0 && r.Source(n) != r.last.actor && (r.Source(n) >= 0 || !r.Rec.Claims[n].Source.Elided) {
			return false
		}
	}
	i := r.cur.to
	if r.cur.kind != kindNever || i >= r.End {
		return true
	}
	t := &r.Tokens[i]
	if t.Word == nil || t.Feats&(lang.With|lang.For|lang.Conjunction) != 0 {
		return true
	}
	subject := t.In(r.V.Demonstrative) && r.Grammar.Function(t)
	if n := r.Noun(i); n != nil {
		subject = subject || n.Feat&lang.Article != 0 && n.Feat&(lang.Masculine|lang.Feminine)&r.cur.by.Feat != 0
	}
	return !subject
}

// another reports whether another actor than that stands right behind the verb of the
// trigger, which can be its subject.
func (r *reading) another(actor int) bool {
	for i := range r.Named {
		n := &r.Named[i]
		if n.From == r.cur.to && !n.Glued && n.Actor != actor && r.SubjectOf(n.From) && !r.mismatched(n.From) {
			return r.cur.word.Frames&stance.Governs != 0
		}
	}
	return false
}

// agrees reports whether the word of the trigger, or the pronoun glued on behind it, has
// the gender that the claim's word of saying shows.
func (r *reading) agrees(claim int) bool {
	g := r.Gender(claim)
	if g == 0 {
		return true
	}
	if r.cur.by.Feat&(lang.Verb|lang.Plural|lang.First) == lang.Verb|lang.Plural && !r.several(claim) {
		return false
	}
	own := r.cur.by.Feat & (lang.Masculine | lang.Feminine)
	if r.cur.kind == kindNoun {
		own = lang.Masculine
		if r.Feminine(r.cur.at) {
			own = lang.Feminine
		}
	}
	return own == 0 || own&g != 0
}

// speaksFor reports whether the source of a claim may say what an actor will do: it is that
// actor, of its state, or nobody who stands against it. What an adversary foretells is no
// position.
func (r *reading) speaksFor(claim, actor int) bool {
	src := r.Source(claim)
	if src < 0 {
		k, a := r.Rec.Claims[claim].Source.Kind, r.Rec.Actors[actor].Kind
		if r.Rec.Claims[claim].Source.Anonymous {
			return false
		}
		return k != "person" && k != "other" || a != "armed_group" && a != "party"
	}
	if src == actor {
		return true
	}
	s, a := &r.Rec.Actors[src], &r.Rec.Actors[actor]
	for _, m := range s.Mentions { // the spokesman of X
		for _, n := range a.Mentions {
			if m.Contains(n) {
				return true
			}
		}
	}
	for _, n := range a.Mentions {
		if r.Rec.Claims[claim].Source.Spans.Contains(n) {
			return true
		}
	}
	return a.Kind != "armed_group" && a.Kind != "party" && a.Country != nil && s.Country != nil && *a.Country == *s.Country
}

// several reports whether the claim's word of saying, or its source, may be of several.
func (r *reading) several(claim int) bool {
	i := r.T.TokenAt(r.Rec.Claims[claim].Cue.Spans[0].Start, 0, len(r.Tokens))
	if i >= 0 && r.Tokens[i].Has(lang.Verb|lang.Plural) {
		return true
	}
	s := r.Rec.Claims[claim].Source.Spans
	if len(s) == 0 {
		return false
	}
	i = r.T.TokenAt(s[0].Start, 0, len(r.Tokens))
	return i >= 0 && r.Tokens[i].Has(lang.Noun|lang.Plural)
}

// invites reports whether the content from token i is what one is invited to.
func (r *reading) invites(i int) bool { return r.opens(i, 3, stance.KeyInvited) }

// unnamed reports whether the content from token i is the speaker's own name: whoever does
// not give it refuses nothing of what he speaks of.
func (r *reading) unnamed(i int) bool { return r.opens(i, 4, stance.KeyUnnamed) }

// opens reports whether a context word of that key is one of the n tokens from token i.
func (r *reading) opens(i, n int, key string) bool {
	for j := i; j < min(i+n, len(r.Tokens)); j++ {
		if r.Is(j, key) {
			return true
		}
	}
	return false
}

// excepts reports whether "except" or "without" stands in or right behind what is negated,
// up to token to: "we shall not get there without talks" refuses nothing.
func (r *reading) excepts(to int) bool {
	for i := r.cur.to; i < min(r.End, to+2); i++ {
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
	i := r.cur.from
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
	return false
}

// supposed reports whether "if", or a word of guessing or asking, stands right before what the
// pattern matched: then nobody says that it is so.
func (r *reading) supposed(captures []match.Capture) bool {
	first := r.firstOf(captures)
	for i := max(r.Start, first-3); i < first; i++ {
		if r.ContextAt(i, stance.KeyIf) > i || r.Is(i, stance.KeyMay) {
			return true
		}
	}
	return false
}

// firstOf is the first token of what a pattern matched.
func (r *reading) firstOf(captures []match.Capture) int {
	first := r.cur.from
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

// sports reports whether the sentence is about sports: there states are teams.
func (r *reading) sports() bool {
	for i := r.Start; i < r.End; i++ {
		if r.Tokens[i].In(r.V.Context) && r.Is(i, stance.KeySports) {
			return true
		}
	}
	return false
}

// describes reports whether the trigger, a cue that is put to somebody, stands right behind
// an indefinite noun, which is its subject: "demonstrations that call on the government".
func (r *reading) describes() bool {
	c := &r.cur
	if c.word.Frames&stance.Whom == 0 || c.by.Feat&(lang.Verb|lang.Present) != lang.Verb|lang.Present || c.by.Feat&lang.Conjunction != 0 || c.at <= r.Start {
		return false
	}
	p := &r.Tokens[c.at-1]
	n := r.Noun(c.at - 1)
	if r.Is(c.at-1, stance.KeyDemands) && n != nil && n.Feat&lang.Pronoun == 0 {
		return true
	}
	return n != nil && n.Feat&(lang.Article|lang.Pronoun|lang.Guess) == 0 && !r.Grammar.Function(p) && !r.Grammar.Finite(p) && !p.In(r.V.Country) && !p.In(r.Grammar.Name) && !p.In(r.V.Time) && p.Has(lang.Feminine)
}
