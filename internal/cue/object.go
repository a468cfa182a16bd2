package cue

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// Governs reports whether content begins at token at with the preposition that the
// cue governs, free or glued on.
func (r *Reading) Governs(at int) bool {
	g, t := r.Grammar, &r.Tokens[at]
	if t.Word == nil || r.Cue == nil {
		return false
	}
	if t.Has(lang.Function | lang.Pronoun) {
		return false
	}
	if r.CueFrames("bi") && t.In(g.WithWhat) && r.By != nil && (r.By.Feat&lang.Verb != 0 || r.By.Feat&lang.Participle != 0) && !r.PhraseIn(at, g.Prep.Or(g.Unreported)) && at+1 < r.End && g.MayBeFinite(&r.Tokens[at+1]) {
		return true // "praised what"
	}
	if r.Lone(at, lang.With) && at+1 < r.End && phrase.IsQuote(&r.Tokens[at+1]) && r.CueFrames("bi") {
		return true
	}
	if at+1 < r.End && g.Function(t) {
		next := &r.Tokens[at+1]
		if next.Word != nil && (next.In(g.Medium) && !next.In(g.Event) && !next.Has(lang.Masdar) || next.In(g.Time) && !next.In(g.Event)) && !t.In(g.About) {
			return false
		}
		if r.PhraseIn(at, g.Prep) {
			return false // "by way of", "beside"
		}
		return t.In(g.To) && r.CueFrames("ila") || t.In(g.On) && r.CueFrames("ala") || t.In(g.From) && r.CueFrames("min") ||
			t.In(g.About) && r.CueFrames("an") || t.In(g.In) && r.CueFrames("fi") || t.In(g.Regarding) && r.CueFrames("hawl")
	}
	if q := phrase.Glued(t, lang.With|lang.Noun); q != nil && r.CueFrames("bi") {
		return !t.In(g.Medium) || t.In(g.Event) || r.Cue.Class == "agree" || t.Has(lang.Masdar) && (r.Cue.Class == "threaten" || r.Cue.Class == "promise")
	}
	if q := phrase.Glued(t, lang.For|lang.Noun); q != nil && r.CueFrames("li") {
		return !t.In(g.Person) && !t.In(g.Addressee) && !t.In(g.Witness)
	}
	return false
}

// object reports whether token at can begin a bare object that is the content.
func (r *Reading) object(at int) bool {
	g, t := r.Grammar, &r.Tokens[at]
	if t.Word == nil || t.In(g.Time) && !t.In(g.Event) || t.In(g.Medium) && !g.Action(t) && (!t.In(g.Said) || t.Word.Find(lang.With|lang.Noun) != nil) {
		return false
	}
	if !r.Topic && at == r.CueEnd && t.In(g.Body) && r.By.Feat&lang.Verb != 0 && !t.Has(lang.Masdar) {
		return false // that is the subject
	}
	if g.Action(t) {
		return r.Cue.Class != "claim" || t.In(g.Event)
	}
	// behind an adjunct or a comma any noun may be the object
	p := &r.Tokens[at-1]
	n := r.Noun(at)
	if g.Which(t) && at+1 < r.End && g.MayBeFinite(&r.Tokens[at+1]) {
		return r.Cue.Class == "deny" || r.Cue.Class == "condemn" || r.Cue.Class == "reject"
	}
	if r.Topic && r.Cue.Class == "condemn" && at == r.CueEnd && n != nil && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 && (t.In(g.Body) || t.In(g.Country) || t.In(g.Name)) {
		return true // whom it criticises
	}
	if t.In(g.This) && g.Function(t) && at > r.CueEnd && t.Feats&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 && at+1 < r.End && r.Tokens[at+1].Has(lang.Article) {
		return r.Cue.Class == "confirm" || r.Cue.Class == "deny" || r.Cue.Class == "reject" || r.Cue.Class == "condemn"
	}
	if r.Cue.Class == "deny" && g.Which(t) && at+1 < r.End && r.Tokens[at+1].In(g.Deniable) {
		return true // "any connection"
	}
	if t.In(g.Responsibility) && n != nil && n.Feat&lang.Article != 0 && at+1 < r.End && r.Tokens[at+1].In(g.About) {
		return true
	}
	if r.Cue.Class == "condemn" && at > r.CueEnd && n != nil && t.Has(lang.Article) && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 && t.In(g.Body.Minus(g.Person)) && !t.In(g.Demonym) {
		return true
	}
	if t.In(g.Said) && n != nil && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like|lang.Article) == 0 {
		return true
	}
	if r.Cue.Class == "deny" && t.In(g.Deniable) {
		return true
	}
	if t.In(g.Quantity) && at+1 < r.End && (g.Action(&r.Tokens[at+1]) || r.Tokens[at+1].In(g.Deniable)) && (r.Cue.Class == "deny" || r.Cue.Class == "reject") {
		return true
	}
	if t.In(g.Quantity) && !t.In(g.OneOf) && n != nil && n.Prefix == 0 && r.Cue.Class == "condemn" && at > r.CueEnd && at+1 < r.End && r.Tokens[at+1].Has(lang.Article) {
		return true // some of them
	}
	if n != nil && r.Cue.Class == "deny" && n.Feat&lang.Pronoun != 0 && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 && !g.Function(t) {
		return true
	}
	if r.Cue.Class == "claim" && !t.In(g.Event) {
		return false // what is claimed is an attack or the like
	}
	if n != nil && n.Feat&lang.Article != 0 && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 && (n.Feat&lang.Masdar != 0 || t.In(g.Event) || t.Feats&lang.Cue != 0) {
		if t.Has(lang.Masdar|lang.Article) && at+1 < r.End && g.Function(&r.Tokens[at+1]) && r.Tokens[at+1].In(g.Prep) {
			return true
		}
		return p.Is(lang.Comma) || p.In(g.Time) || r.Cue.Class == "condemn" || r.Cue.Class == "deny" || r.Cue.Class == "claim" && t.In(g.Event)
	}
	return n != nil && (p.Is(lang.Comma) || p.In(g.Time)) && !t.In(g.Name) && n.Feat&lang.Guess == 0 && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like|lang.Article) == 0 && !g.Function(t) && !g.Finite(t)
}

// relayed reports whether tokens from at are "from X his saying": what an agency hands
// on, words and speaker together.
func (r *Reading) relayed(at int) bool {
	g := r.Grammar
	if !r.Tokens[at].In(g.About) || !g.Function(&r.Tokens[at]) {
		return false
	}
	for _, e := range r.NounPhrase(at + 1) {
		if e < r.End && r.Tokens[e].Is(lang.Comma) {
			e++
		}
		if e < r.End && r.Tokens[e].In(g.HisSaying) {
			return true
		}
	}
	return false
}

// beginsPhrase reports whether token i rather begins a noun phrase of its own than goes
// on with one: a body, a country, a person, an event, a quotation, an accusative.
func (r *Reading) beginsPhrase(i int) bool {
	g, t := r.Grammar, &r.Tokens[i]
	if t.Kind == lang.MarkKind {
		return phrase.IsQuote(t) || t.Is(lang.Comma) || t.Is(lang.Colon)
	}
	n := r.Noun(i)
	if n == nil || n.Feat&lang.Nisba != 0 || t.In(g.TakesPrep) || t.In(g.Demonym) && !t.In(g.Country) || r.Tokens[i-1].In(g.Person) && t.In(g.Name) {
		return g.Function(t) || t.In(g.Time)
	}
	return t.In(g.Body) || t.In(g.Event) || n.Feat&(lang.Masdar|lang.Accusative) != 0 && n.Feat&lang.Pronoun == 0
}

// wholeObject reports whether the object of accusing, describing or ascribing can begin
// at token at, with its complement behind it.
func (r *Reading) wholeObject(at int) bool {
	g, t := r.Grammar, &r.Tokens[at]
	if t.Kind == lang.MarkKind {
		if !phrase.IsQuote(t) || t.Match <= int32(at) {
			return false
		}
		next := int(t.Match) + 1 // a work "bears" a title in marks, a party the blame
		return !r.Tokens[r.At].In(g.Burdens) || next < r.End && r.Tokens[next].In(g.Responsibility)
	}
	if at > 0 && r.Tokens[at-1].Is(lang.Comma) && t.Word != nil && t.Feats&lang.Cue != 0 {
		return false
	}
	if t.Word == nil || g.Function(t) && !t.In(g.Relative) && !t.In(g.Demonstrative) && !t.In(g.Him) || g.Finite(t) || t.In(g.Time) && !t.In(g.Event) || t.In(g.Demonym) && !t.In(g.Country) {
		return false
	}
	if q := t.Word.Find(lang.Function); q != nil && q.Classes.Meets(g.Relative) {
		if q.Prefix > 0 {
			return false
		}
		return r.CueFrames("bi") && r.CueFrames("whole") && at+2 < r.End && g.MayBeFinite(&r.Tokens[at+1])
	}
	n := r.Noun(at)
	if n == nil && (t.In(g.Demonstrative) || t.In(g.Him)) {
		n = &lang.Reading{}
	}
	if n == nil || n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 || (n.Feat&lang.Nisba != 0 || t.In(g.TakesPrep)) && !t.In(g.Body) || n.Feat&lang.Article != 0 && n.Feat&lang.Participle != 0 && n.Feat&lang.Listed == 0 {
		return false
	}
	for i := at + 1; i < r.End && i < at+20; i++ {
		q := &r.Tokens[i]
		if r.CueFrames("bi") && q.Has(lang.With|lang.Function) && r.Complementiser(i) {
			return true
		}
		if q.Kind == lang.MarkKind && q.Match < 0 && !(q.Is(lang.Comma) && i+1 < r.End && r.Complementiser(i+1)) || r.Complementiser(i) && !r.CueFrames("that") {
			return false
		}
		if r.Tokens[r.At].In(g.Burdens) {
			if q.In(g.Responsibility) {
				return true
			}
			continue
		}
		if r.CueFrames("bi") && (r.Lone(i, lang.With) && i+1 < r.End && phrase.IsQuote(&r.Tokens[i+1]) || phrase.Glued(q, lang.With|lang.Noun) != nil || q.Has(lang.With|lang.Function)) || r.CueFrames("ila") && q.In(g.To) && g.Function(q) {
			return true
		}
	}
	return false
}
