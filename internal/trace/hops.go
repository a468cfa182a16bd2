package trace

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/trace/statement"
)

// credit goes to whom the report says it has it from, if it does.
func (w *walker) credit() {
	r := &w.s.Reports[w.n]
	var named, nameless []*riwaya.Credit
	for _, c := range r.Credited() {
		if c.Name != nil || c.Actor != nil {
			named = append(named, c)
		} else {
			nameless = append(nameless, c)
		}
	}
	if len(named) == 0 {
		named = nameless
	}
	if len(named) == 0 {
		return
	}
	h := riwaya.ChainHop{Relation: riwaya.RelationCredits, From: w.now, To: riwaya.Node{Kind: riwaya.NodeOutlet}}
	var names []string
	for _, c := range named {
		name := c.Text
		if c.Name != nil {
			name = *c.Name
		}
		names = append(names, name)
		h.Evidence = append(h.Evidence, riwaya.Evidence{Article: r.Rec.Article.ID, Spans: riwaya.Spans{c.Span}})
	}
	h.To.Name = strings.Join(names, ", ") // which of them has what, the text does not say
	if len(named) == 1 {
		h.To.Actor = named[0].Actor
	}
	w.hop(h)
}

// agency goes to the agency whose text it is, by way of whom the report says it has it from.
func (w *walker) agency(x way) {
	r := &w.s.Reports[w.n]
	g := x.e.Agency
	to := riwaya.Node{Kind: riwaya.NodeOutlet, Name: g.Name, Actor: g.Actor}
	h := riwaya.ChainHop{To: to, Evidence: w.passage(x), Why: x.e.Why}
	credit := r.CreditOf(g.Actor, g.Name)
	if id := r.Rec.Article.ID; credit != nil || g.By == id || g.Hidden == "" {
		h.Relation = riwaya.RelationCredits
		switch {
		case credit != nil:
			h.Evidence = append([]riwaya.Evidence{{Article: id, Spans: riwaya.Spans{credit.Span}}}, h.Evidence...)
		case g.By == id:
			h.Evidence = append([]riwaya.Evidence{{Article: id, Spans: riwaya.Spans{g.Credit}}}, h.Evidence...)
		}
	} else {
		w.credit() // to another, who is then the one that does not say
		h.Relation, h.Uncredited = riwaya.RelationCopies, true
		h.Evidence = append(h.Evidence, riwaya.Evidence{Article: g.By, Spans: riwaya.Spans{g.Credit}})
	}
	h.From = w.now
	w.hop(h)
	if w.claim == nil && w.at.Len() < 60 { // who said it may stand only in the other print
		claim, in := w.claim, w.claimIn
		w.move(x)
		if w.claim == nil {
			w.claim, w.claimIn = claim, in
		}
	}
}

// attribute goes on to whom the claim names: through the paper it was told to, and whom that
// cites.
func (w *walker) attribute() {
	if w.claim == nil {
		return
	}
	r := &w.s.Reports[w.claimIn]
	c := w.claim
	first := true
	who := w.s.Identify(r, c)
	said := riwaya.Spans(nil)
	said = append(append(append(said, c.Source.Spans...), c.Cue.Spans...), c.Content.Spans...)
	for i := range c.Chain {
		h := &c.Chain[i]
		last := i == len(c.Chain)-1
		if h.Relation == riwaya.HopCredits {
			continue
		}
		to := riwaya.Node{Kind: riwaya.NodeSource, Name: h.Name, Private: privateAt(r, h.Span)}
		if statement.Lexical(h.Actor) {
			to.Actor = h.Actor
		} else if a := mediaAt(r, h.Span); a != nil && !last {
			to.Actor = &a.ID
			if a.Name != nil {
				to.Name = *a.Name
			}
		}
		if last {
			to.Private = to.Private || who.Private
			to.Name = who.Name
		}
		outlet := h.Relation == riwaya.HopTold || to.Actor != nil && !last
		if !last && outlet && (r.Own(to.Actor, to.Name) || sameNode(w.now, to)) {
			continue // its own outlet asked, or the agency that it credits
		}
		hop := riwaya.ChainHop{Relation: riwaya.RelationCites, From: w.now, To: to, Why: h.Relation,
			Evidence: []riwaya.Evidence{{Article: r.Rec.Article.ID, Spans: h.Span}}}
		if first && h.Relation != riwaya.HopTold {
			hop.Relation = riwaya.RelationAttributes
			first = false
		}
		if last {
			hop.Evidence[0].Spans = said
		}
		if last && sameNode(w.now, to) {
			continue
		}
		w.hop(hop)
	}
}

func sameNode(a, b riwaya.Node) bool {
	if a.Actor != nil && b.Actor != nil {
		return *a.Actor == *b.Actor
	}
	return a.Name != "" && a.Name == b.Name && !a.Private && !b.Private
}

// mediaAt is the outlet or agency of the lexicon that most of some words name, nil if none is.
func mediaAt(r *statement.Report, spans riwaya.Spans) *riwaya.Actor {
	for i := range r.Rec.Actors {
		a := &r.Rec.Actors[i]
		if a.Kind != "media" || !statement.Lexical(&a.ID) {
			continue
		}
		for _, m := range a.Mentions {
			if spans.Contains(m) && 2*m.Len() >= spans.Hull().Len() {
				return a
			}
		}
	}
	return nil
}

// privateAt reports whether a private person is named under spans.
func privateAt(r *statement.Report, spans riwaya.Spans) bool {
	if len(spans) == 0 {
		return false
	}
	for i := range r.Rec.Claims {
		src := &r.Rec.Claims[i].Source
		if src.Private && len(src.Spans) > 0 && src.Spans.Hull().Overlaps(spans.Hull()) {
			return true
		}
	}
	for i := range r.Rec.Actors {
		if a := &r.Rec.Actors[i]; a.Private && statement.AnyIn(spans, a.Mentions) {
			return true
		}
	}
	return false
}

// end says in what the chain ends.
func (w *walker) end() {
	o := &w.chain.End
	o.Articles = []string{w.chain.Article}
	if w.claim == nil {
		o.Kind = riwaya.OriginOutlet
		o.Name, o.Actor = w.now.Name, w.now.Actor
		if w.now.Kind == riwaya.NodeReport && w.s.Reports[w.n].Rec.Article.Outlet == nil {
			o.Name = ""
		}
		switch {
		case w.now.Kind == riwaya.NodeReport:
			o.Key = "report:" + *w.now.Article
		case w.now.Actor != nil:
			o.Key = "id:" + *w.now.Actor
		case w.s.named(w.now.Name):
			o.Key = "outlet:" + statement.Plain(w.now.Name)
		}
		return
	}
	if w.chain.Claim != nil {
		o.Claims = []riwaya.ClaimRef{{Article: w.chain.Article, Claim: *w.chain.Claim}}
	}
	r := &w.s.Reports[w.claimIn]
	c := w.claim
	who := w.s.Identify(r, c)
	o.Name, o.Actor, o.Of, o.Private, o.Medium, o.Source = who.Name, who.Actor, who.Of, who.Private, c.Medium, c.Source.Kind
	o.Key, o.OfKey = who.Key, who.OfKey
	if at := (riwaya.ClaimRef{Article: r.Rec.Article.ID, Claim: c.ID}); !slices.Contains(o.Claims, at) {
		o.Claims = append(o.Claims, at) // another report's, whose words these are
	}
	o.Known = true
	switch kind := c.Source.Kind; {
	case kind == "media" && w.s.eyewitness(c):
		o.Kind = riwaya.OriginEyewitness
	case kind == "media" && c.Medium != nil && w.s.Words.Any(*c.Medium, w.s.Words.Paper) && !w.s.Words.Any(c.Source.Text, w.s.Words.Agencies):
		o.Kind = riwaya.OriginInstitution // it gives out a statement of its own; an agency hands on those of others
	case kind == "media": // it has it from somebody
		o.Kind, o.Known = riwaya.OriginOutlet, false
	case kind == "document":
		o.Kind = riwaya.OriginDocument
	case who.Unnamed || kind == "witness" && !c.Source.Elided && c.Source.Anonymous:
		o.Kind = riwaya.OriginUnnamed
	case kind == "person" || kind == "witness":
		o.Kind = riwaya.OriginSpeaker
	default:
		o.Kind = riwaya.OriginInstitution
	}
}

// named reports whether a credit's words name somebody: all but those that only say "agencies".
func (s *Set) named(words string) bool {
	return !s.Words.Every(words, s.Words.Agencies)
}

// eyewitness reports whether the source of a claim is a journalist who says to have seen it.
func (s *Set) eyewitness(c *riwaya.Claim) bool {
	return s.Words.Any(c.Source.Text, s.Words.Reporter) && s.Words.Any(c.Cue.Lemma, s.Words.Saw)
}
