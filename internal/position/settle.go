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

// found is what a rule has found: where its parts stand, and whose position it is.
type found struct {
	captures     []match.Capture
	span         riwaya.Span
	body         int // the token at which the content begins, -1
	thing, until int // a noun before the word, tokens [thing, until), -1
	claim, actor int // -1
}

// settle makes the position that a rule has found, if it is sure who holds it.
func (r *reading) settle(u *rule.Rule, captures []match.Capture) bool {
	c := &r.Cur
	f := found{captures: captures, span: r.span(), body: -1, thing: -1, until: -1, actor: -1}
	f.claim = r.Inner(f.span)
	for _, p := range captures {
		switch p.Name {
		case partNames[partContent]:
			f.body = p.From
		case partNames[partThing], partNames[partTask], partNames[partTopic]:
			f.thing, f.until = p.From, p.To
		}
	}
	if r.supposed(captures) || r.byAnother(captures) || u.Object && r.clauseOfItsOwn(f.body) || u.Whose != rule.BySource && r.Denied(f.claim, f.span) {
		return false
	}
	if !r.holds(u, &f) {
		return false
	}
	if c.Kind == rule.Noun && c.By.Feat&lang.Them != 0 && r.Rec.Actors[f.actor].Kind == "person" {
		return false // their resolve is not his alone
	}
	if r.said(&f) || r.Unnamed(f.actor) {
		return false
	}
	if r.sports(f.actor) || (u.Whose == rule.ByClause || u.Whose == rule.ByLast) && c.Kind == rule.Verb && r.Another(f.actor) {
		return false
	}
	p := riwaya.Position{ID: riwaya.FindingID(r.Rec.Article.ID, 's', f.span, 0), Actor: r.Rec.Actors[f.actor].ID, Span: riwaya.Spans{f.span}, Stance: r.stance(u), Confidence: u.Sure, Rule: u.Name}
	if u.Whose == rule.BySource && !r.asTold(&p, f.claim) || u.Whose != rule.BySource && !r.asTaken(&p, &f) {
		return false
	}
	if p.Stance == "intends" && c.Insists(&r.Sentence, p.Content.Spans[0].Start) {
		p.Stance = "demands"
	}
	if f.claim >= 0 {
		p.Claim = &r.Rec.Claims[f.claim].ID
	}
	r.out = append(r.out, p)
	r.last = last{actor: f.actor, feat: c.By.Feat, to: c.To}
	if u.Whose == rule.BySource {
		r.last.inside = r.Rec.Claims[f.claim].Content.Spans.Hull()
	}
	return true
}

// said reports whether the word of the trigger is what the position before, of the same actor, begins with: "demanded that it be necessary
// to", "promised that it will", which says it once.
func (r *reading) said(f *found) bool {
	if len(r.out) == 0 {
		return false
	}
	p := &r.out[len(r.out)-1]
	return p.Stance != "regards" && p.Actor == r.Rec.Actors[f.actor].ID && p.Content.Spans[0].Start == f.span.Start
}

// asTold gives a position whose word is the cue of a claim its content, and its stance where the claim is negated.
func (r *reading) asTold(p *riwaya.Position, claim int) bool {
	var ok bool
	if p.Content, ok = r.told(&r.Rec.Claims[claim], p.Stance); !ok {
		return false
	}
	if r.Rec.Claims[claim].Negated {
		p.Stance = r.Cur.Word.Negated
	}
	return p.Stance != ""
}

// asTaken gives a position its content, as its word takes it.
func (r *reading) asTaken(p *riwaya.Position, f *found) bool {
	c := &r.Cur
	b, ok := r.content(f)
	if !ok {
		return false
	}
	if f.thing < 0 && (r.resumed() || c.Kind == rule.Will && c.By.Feat&lang.Pronoun != 0 && r.when(b)) {
		return false // what it is about stands before
	}
	if f.body > c.To && c.Kind == rule.Verb && c.Word.Frames&stance.Obj != 0 && r.Tokens[f.body-1].Is(lang.Comma) && b.From == f.body && b.Start == r.Tokens[b.From].Start && !r.Deed(b.From) {
		return false // who somebody is, behind a comma
	}
	if k := &r.Tokens[b.From]; c.Kind == rule.Verb && b.To == b.From+1 && k.Word != nil && k.Has(lang.Masdar|lang.Pronoun) && c.From > r.Start && r.Tokens[c.From-1].In(r.V.Relative) && r.Tokens[c.From-1].In(r.V.Negation) {
		return false // "what we try to achieve"
	}
	if k := &r.Tokens[b.From]; c.Kind == rule.Will && b.To == b.From+1 && k.Word != nil && (k.Has(lang.Function|lang.Pronoun) && c.From > r.Start && r.Tokens[c.From-1].In(r.V.Relative) || k.In(r.V.Time) && !k.In(r.V.Event)) {
		return false // nothing but when, or of what was spoken before
	}
	if c.Kind == rule.Verb && !c.Negated && c.Word.Stance == "seeks" && f.body >= 0 && f.body+1 < r.End && r.Complementiser(f.body) && !r.Tokens[f.body+1].In(r.V.Was) && c.WantsToSay(&r.Sentence, f.body) {
		return false // he wants to make clear
	}
	s := riwaya.Span{Start: b.Start, End: r.Tokens[b.To-1].End}
	if s.Start >= s.End || r.nothing(p.Stance, b.From) || p.Stance == "refuses" && c.Word.Stance == "" && r.excepts(b.To) {
		return false
	}
	p.Content = riwaya.Matter{Spans: riwaya.Spans{s}, Text: s.Of(r.T.Source)}
	r.plain(&p.Content)
	p.Conditions = r.Conditions(b.From, b.To)
	return true
}

// resumed reports whether the preposition that the verb of the trigger governs stands right behind it with a pronoun: "which the
// council agreed to".
func (r *reading) resumed() bool {
	c := &r.Cur
	if c.By.Feat&lang.Verb == 0 || c.To >= r.End {
		return false
	}
	t, g := &r.Tokens[c.To], r.V
	if !t.Has(lang.Function|lang.Pronoun) || c.From == r.Start || !r.Tokens[c.From-1].In(g.Relative) {
		return false
	}
	takes := c.Word.Frames
	return takes&stance.Ala != 0 && t.In(g.On) || takes&stance.Ila != 0 && t.In(g.To) || takes&stance.Bi != 0 && t.Has(lang.With) || takes&stance.Li != 0 && takes&stance.Whom == 0 && t.Has(lang.For)
}

// when reports whether a content says no more than when: "will meet him in the morning".
func (r *reading) when(b stance.Body) bool {
	at := b.From
	if t := &r.Tokens[at]; t.In(r.V.Prep) && r.Grammar.Function(t) {
		at++
	}
	return at < b.To && r.TimeAt(at) >= b.To
}

// content is what the position is about.
func (r *reading) content(f *found) (stance.Body, bool) {
	c := &r.Cur
	switch {
	case f.thing >= 0:
		b := stance.Body{From: f.thing, To: f.until, Start: r.Tokens[f.thing].Start}
		if q := r.Noun(f.thing); q != nil {
			b.Start = r.T.Inner(f.thing, q)
			if c.Kind == rule.Will && c.By.Feat&lang.Them == 0 && !r.Feminine(c.At) && q.Feat&(lang.Feminine|lang.Plural) != 0 && q.Feat&lang.Masculine == 0 {
				return b, false // the pronoun is another's
			}
		}
		return b, true
	case c.Kind == rule.Never || f.body < 0:
		return r.Until(c.At, r.Tokens[c.At].Start)
	}
	b, ok := r.ContentAt(f.body)
	if ok && c.Word.Only&stance.OnlyStart != 0 && c.Word.Frames&stance.Li != 0 && b.From == f.body {
		for k := range r.Named {
			n := &r.Named[k]
			if n.From != f.body || n.Glued || n.To >= r.Limit {
				continue
			}
			if q := phrase.Glued(&r.Tokens[n.To], lang.For|lang.Noun); q != nil {
				return r.Until(n.To, r.T.Inner(n.To, q)) // "stressed Jordan's support for the talks"
			}
		}
	}
	if ok && c.Kind == rule.Noun && c.From > r.Start && (r.Complementiser(c.From-1) || r.Tokens[c.From-1].Is(lang.Comma)) {
		b.To = r.predicate(b)
	}
	return b, ok
}

// predicate is where what the noun of the trigger, which heads a clause, is about ends: at the verb of which that noun is the
// subject, "its quest for arms has become a worry", or at the pronoun before what it is.
func (r *reading) predicate(b stance.Body) int {
	for i := b.From + 1; i < b.To; i++ {
		t := &r.Tokens[i]
		if t.In(r.V.Relative) && r.Grammar.Function(t) || r.Complementiser(i) || t.Kind == lang.MarkKind {
			return b.To
		}
		if r.Is(i, stance.KeySelf) && !t.Has(lang.Conjunction) || r.Grammar.Finite(t) && t.Feats&(lang.Noun|lang.Function|lang.Conjunction) == 0 && !t.In(r.V.Prep) && r.definite(i-1) {
			return i
		}
	}
	return b.To
}

// nothing reports whether what stands from token i is nothing that somebody wants or refuses: what one is invited to, a guest
// who is welcome, or the name of one who does not give it.
func (r *reading) nothing(is string, i int) bool {
	switch is {
	case "demands":
		return r.invites(i)
	case "seeks":
		return r.invites(i) || r.unnamed(i) || r.Opens(i, 4, stance.KeyGod)
	case "refuses":
		return r.unnamed(i)
	case "supports":
		return r.Opens(i, 3, stance.KeyGuest) || r.Cur.Word.Frames == stance.Bi && r.person(i)
	}
	return false
}

// person reports whether somebody stands at token i, who is welcomed as a guest: a title with the article, or a person by name.
func (r *reading) person(i int) bool {
	if t := &r.Tokens[i]; t.Has(lang.Noun|lang.Article) && t.In(r.Grammar.Person.Or(r.Grammar.Office)) && !t.Has(lang.Masdar) {
		return true
	}
	return r.personAt(i)
}

// personAt reports whether a person's name, or his title with it, begins at token i.
func (r *reading) personAt(i int) bool {
	return slices.ContainsFunc(r.Named, func(n stance.Named) bool { return n.From == i && r.Rec.Actors[n.Actor].Kind == "person" })
}

// definite reports whether token i is a noun with the article or a pronoun, or a country.
func (r *reading) definite(i int) bool {
	n := r.Noun(i)
	return n != nil && (n.Feat&(lang.Article|lang.Pronoun) != 0 || r.Tokens[i].In(r.V.Country))
}

// stance is the rule's, or the word's.
func (r *reading) stance(u *rule.Rule) string {
	c := &r.Cur
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
	c := &r.Cur
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

// invites reports whether the content from token i is what one is invited to.
func (r *reading) invites(i int) bool { return r.Opens(i, 3, stance.KeyInvited) }

// unnamed reports whether the content from token i is the speaker's own name: whoever does
// not give it refuses nothing of what he speaks of.
func (r *reading) unnamed(i int) bool { return r.Opens(i, 4, stance.KeyUnnamed) }

// excepts reports whether "except" or "without" stands in or right behind what is negated,
// up to token to: "we shall not get there without talks" refuses nothing.
func (r *reading) excepts(to int) bool {
	for i := r.Cur.To; i < min(r.End, to+2); i++ {
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
	i := r.Cur.From
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
	first := r.Cur.From
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
		if r.Tokens[i].Word != nil && r.ContextAt(i, stance.KeySports) > i {
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
