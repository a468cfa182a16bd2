package cue

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// adjunct yields where an adjunct of speaking that begins at token at may end.
func (r *Reading) adjunct(at int, yield func(int) bool) bool {
	g, t := r.Grammar, &r.Tokens[at]
	switch {
	case t.Is(lang.Comma), t.Is(lang.Dash):
		return yield(at + 1)
	case t.Is(lang.Semicolon) && at+1 < r.End && (r.Complementiser(at+1) && !r.and(at+1) || r.Tokens[at+1].In(g.In) && g.Function(&r.Tokens[at+1])): // for a comma
		return yield(at + 1)
	case t.Is(lang.BracketOpen):
		return t.Match > int32(at) && int(t.Match) < r.End && yield(int(t.Match)+1)
	case t.Word == nil:
		return false
	}
	if (t.In(g.Saying) || t.In(g.Idiom)) && yield(at+1) {
		return true
	}
	if e, _ := r.Text.PhraseAt(at, g.Scene); e > at && yield(e) {
		return true
	}
	if (t.Has(lang.Function|lang.Pronoun) && g.Function(t) || t.In(g.Demonstrative) && t.Has(lang.Function|lang.With) && (g.Function(t) || r.By != nil && r.By.Feat&lang.Function != 0)) && !r.Complementiser(at) && yield(at+1) {
		return true
	}
	if t.In(g.Time) || t.In(g.Manner) {
		i := at + 1
		for i < r.End && (r.Tokens[i].In(g.Time) || r.Tokens[i].Kind == lang.NumberKind) {
			i++
		}
		if yield(i) {
			return true
		}
	}
	n := r.Noun(at)
	preposition := g.Function(t) && t.In(g.Prep) || t.Word.Find(lang.Function|lang.Cue) != nil || r.Lone(at, lang.For) || n != nil && n.Feat&(lang.With|lang.For|lang.Like) != 0 || t.In(g.Time) && !t.In(g.Ambiguous) && !t.In(g.Given) ||
		n != nil && n.Feat&lang.Article == 0 && t.In(g.Medium) && r.CueFrames("say") && r.Tokens[at-1].In(g.Name) // "wrote a post on"
	clause := t.In(g.Relative) && !(r.Cue != nil && g.Which(t) && r.CueFrames("obj") && r.object(at)) || t.In(g.UnnamedBy) || t.In(g.Called) || t.In(g.Pronoun) || n != nil && n.Feat&lang.Accusative != 0
	if r.Cue != nil && r.Governs(at) && (g.Function(t) && !t.In(g.In) || !g.Function(t) && n != nil && (n.Feat&lang.Masdar != 0 || t.In(g.Event)) && !t.In(g.Medium)) {
		return false // that is what it says, not how
	}
	if r.Tokens[at-1].Is(lang.Comma) && t.Word.Find(lang.Cue|lang.Participle|lang.Accusative) != nil {
		return false // it attributes on its own
	}
	if !preposition && !clause || r.Complementiser(at) || g.Function(t) && at+1 < r.End && r.Complementiser(at+1) && !t.In(g.Unreported) {
		return false
	}
	if n != nil && n.Feat&lang.For != 0 && (t.In(g.Media) || t.In(g.Outlet) || r.PhraseIn(at, g.Outlet)) && yield(r.MediumEnd(at, r.End)) {
		return true
	}
	hour := t.In(g.In) && at+1 < r.End && (r.Tokens[at+1].In(g.Time) || r.PhraseIn(at+1, g.Time))
	occasion := r.CueFrames("bi") && (n != nil && n.Feat&lang.For != 0 && t.In(g.Body.Or(g.Person)) && r.Cue != nil && r.Cue.Class == "promise" && r.Tokens[at-1].In(g.Name) || g.Function(t) && (hour || !t.In(g.About.Or(g.On).Or(g.To).Or(g.From).Or(g.In)))) // to whom, during, after, at an hour
	object := r.CueFrames("obj")
	// up to the next boundary, or over the commas of an aside
	i := at + 1
	if r.Lone(at, lang.For) && i < r.End && r.Tokens[i].Kind == lang.MarkKind {
		if e := r.NameInMarks(i); e > i && yield(e) {
			return true
		}
	}
	for range 3 {
		e := r.ClauseEnd(i)
		for j := i; j < e; j++ { // the governed preposition ends it too
			if !object && r.Tokens[j].Feats&(lang.Function|lang.With) == 0 {
				continue
			}
			if g.Function(&r.Tokens[j]) && r.Governs(j) && yield(j) {
				return true
			}
			if q := phrase.Glued(&r.Tokens[j], lang.With|lang.Noun); j > i && q != nil && occasion && (q.Feat&lang.Masdar != 0 || r.Tokens[j].In(g.Event)) && !r.Tokens[j].In(g.Body) && r.Governs(j) && yield(j) {
				return true
			}
			if object && j > i && (g.Action(&r.Tokens[j]) || r.Tokens[j].In(g.Responsibility) || r.Cue.Class == "condemn" && r.Tokens[j].In(g.Event) && r.Tokens[j].Has(lang.Article)) && !r.behindPreposition(j) && r.object(j) {
				if yield(j) {
					return true
				}
				if p := &r.Tokens[j-1]; p.In(g.Time) && p.Has(lang.Article) {
					return false // a day is whole: what follows it was announced
				}
			}
		}
		if e > at && yield(e) {
			return true
		}
		if e >= r.End || !r.Tokens[e].Is(lang.Comma) && !r.unreportedAt(e) {
			return false
		}
		if i = e + 1; i < r.End && r.Tokens[e].Is(lang.Comma) && r.Tokens[i].Word != nil && r.Tokens[i].Word.Find(lang.Cue|lang.Participle|lang.Accusative) != nil && !r.Tokens[i].In(g.UnnamedBy) {
			return false // somebody goes on speaking there
		}
	}
	return false
}

// behindPreposition reports whether a free preposition stands before token i.
func (r *Reading) behindPreposition(i int) bool {
	p := &r.Tokens[i-1]
	return p.In(r.Grammar.Prep) && r.Grammar.Function(p) && !p.Has(lang.Function|lang.Pronoun)
}

// unreportedAt reports whether the complementiser at token i belongs to another word.
func (r *Reading) unreportedAt(i int) bool { return r.Complementiser(i) && !r.Reports(i) }

// adjunctBefore yields where an adjunct that ends at token at may begin: a comma with or
// without a relative clause before it, a time, a paper that it was said to.
func (r *Reading) adjunctBefore(at int, yield func(int) bool) bool {
	g, t := r.Grammar, &r.Tokens[at-1]
	switch {
	case t.Is(lang.Comma), t.Is(lang.Dash):
		if yield(at - 1) {
			return true
		}
		for i := at - 2; i > r.Start && at-i < phrase.MaxSource; i-- {
			q := &r.Tokens[i]
			if q.Kind == lang.BreakKind || r.Complementiser(i) {
				break
			}
			if q.In(g.Relative) && q.Feats&lang.Function != 0 && q.Word.Find(lang.Function|lang.Like) == nil && yield(i) {
				return true
			}
		}
	case t.Match >= 0 && int(t.Match) < at-1 && int(t.Match) > r.Start:
		open := int(t.Match)
		if t.Mark == lang.BracketClose {
			return yield(open)
		}
		return r.Lone(open-1, lang.For) && yield(open-1)
	case t.Word == nil:
	case (t.In(g.Outlet) || t.In(g.Media)) && t.Word.Find(lang.For) != nil:
		return yield(at - 1)
	case t.In(g.Time) || t.In(g.Manner):
		return yield(at - 1)
	}
	return false
}

// opens reports whether nothing but connectives stands before token at in its sentence.
func (r *Reading) opens(at int) bool {
	g := r.Grammar
	if at-r.Start > 6 {
		return false
	}
	for i := r.Start; i < at; i++ {
		t := &r.Tokens[i]
		if t.Kind == lang.MarkKind || t.In(g.Discourse) || r.PhraseIn(i, g.Discourse) || g.Function(t) || i > r.Start && r.PhraseIn(i-1, g.Discourse) || i > r.Start+1 && r.PhraseIn(i-2, g.Discourse) {
			continue
		}
		return false
	}
	return true
}

// MediumEnd is where the name of a medium that begins at token i ends.
func (r *Reading) MediumEnd(i, limit int) int {
	g := r.Grammar
	if e, _ := r.Text.PhraseAt(i, g.Medium.Or(g.Outlet)); e > i {
		return e
	}
	e := i + 1
	for e < limit && r.Tokens[e].Word != nil && !g.Function(&r.Tokens[e]) && !g.MayBeFinite(&r.Tokens[e]) && !r.Tokens[e].In(g.Time) && e < i+4 {
		if n := r.Noun(e); n == nil || n.Feat&(lang.With|lang.For|lang.Conjunction) != 0 {
			break
		}
		e++
	}
	return e
}
