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
	actor, bodyAt, thing := -1, -1, -1
	for _, p := range captures {
		switch p.Name {
		case partNames[partContent]:
			bodyAt = p.From
		case partNames[partThing]:
			thing = p.From
		}
	}
	switch u.whose {
	case whoseNamed:
		if r.supposed(captures) {
			return false
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
	case whoseSource:
		claim = c.claim
		actor = r.Source(claim)
	case whoseClause:
		actor = r.clauseBefore(c.from)
	case whoseLast:
		if (r.last.feat^c.by.Feat)&(lang.Masculine|lang.Feminine|lang.First) != 0 {
			return false
		}
		actor = r.last.actor
	}
	if actor < 0 || c.kind == kindSaid && u.stance == "" {
		return false
	}
	p := riwaya.Position{ID: riwaya.FindingID(r.Rec.Article.ID, 's', span, 0), Actor: r.Rec.Actors[actor].ID, Span: riwaya.Spans{span}, Stance: r.stance(u), Confidence: u.sure, Rule: u.rule()}
	switch {
	case u.whose == whoseSource:
		cl := &r.Rec.Claims[claim]
		p.Content = riwaya.Statement{Spans: cl.Content.Spans, Text: cl.Content.Text}
		if at := r.T.TokenAt(cl.Content.Spans[0].Start, 0, len(r.Tokens)); at >= 0 && r.invites(at) && p.Stance == "demands" {
			return false
		}
		if cl.Negated {
			if c.word.Negated == "" {
				return false // also for a word that has only its class
			}
			p.Stance = c.word.Negated
		}
	default:
		b, ok := stance.Body{}, false
		if thing >= 0 {
			b, ok = stance.Body{From: thing, To: thing + 1, Start: r.Tokens[thing].Start}, true
		} else if c.kind == kindNever || bodyAt < 0 {
			b, ok = r.Until(c.at, r.Tokens[c.at].Start)
		} else {
			b, ok = r.ContentAt(bodyAt)
		}
		if !ok {
			return false
		}
		s := riwaya.Span{Start: b.Start, End: r.Tokens[b.To-1].End}
		if s.Start >= s.End || p.Stance == "demands" && r.invites(b.From) {
			return false
		}
		p.Content = riwaya.Statement{Spans: riwaya.Spans{s}, Text: s.Of(r.T.Source)}
		p.Conditions = r.Conditions(b.From, b.To)
	}
	if claim >= 0 {
		p.Claim = &r.Rec.Claims[claim].ID
	}
	r.out = append(r.out, p)
	r.last = last{actor: actor, feat: c.by.Feat}
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
func (r *reading) invites(i int) bool {
	for j := i; j < min(i+3, len(r.Tokens)); j++ {
		if r.Is(j, stance.KeyInvited) {
			return true
		}
	}
	return false
}

// supposed reports whether "if" stands right before what the pattern matched: then nobody
// says that it is so.
func (r *reading) supposed(captures []match.Capture) bool {
	first := r.cur.from
	for _, p := range captures {
		first = min(first, p.From)
	}
	for i := max(r.Start, first-2); i < first; i++ {
		if r.ContextAt(i, stance.KeyIf) > i {
			return true
		}
	}
	return false
}
