package cue

import (
	"slices"

	"riwaya/internal/lang"
)

// addresseeAt yields behind the noun phrase from token at that names whom a demand or
// warning is put to, before the preposition that governs its content.
func (r *Reading) addresseeAt(at int, yield func(int) bool) bool {
	g, t := r.Grammar, &r.Tokens[at]
	n := r.Noun(at)
	if n == nil || !r.HeadFits(at) || t.In(g.Demonym) && !t.In(g.Country) && !t.In(g.Body) && !r.nation(at, n) || n.Feat&lang.Nisba != 0 || t.In(g.TakesPrep) {
		return false
	}
	if p := &r.Tokens[at-1]; at > r.CueEnd+1 && t.In(g.Demonym) && p.Word != nil && p.Feats&lang.Article == 0 && !p.In(g.Name.Or(g.Country)) && !p.Has(lang.Guess) {
		return false // "official Syrian media": the adjective is also how some write the country
	}
	if p := &r.Tokens[at-1]; at > r.CueEnd && t.In(g.Person) && n.Feat&(lang.Oblique|lang.Accusative|lang.Feminine|lang.Plural|lang.Pronoun) == 0 && !t.In(g.Many) && (p.In(g.Name) || p.Has(lang.Guess) || t.In(g.Honorific) && p.Word != nil) && !r.officed(at) {
		return false // an office behind its holder's name, a title before it
	}
	if r.At+1 == at || at == r.CueEnd { // no subject: an addressee only if it cannot be one
		if !r.cannotAsk(at) && !(r.Behind && !(r.CueFrames("obj") && r.CueFrames("min"))) {
			return false
		}
	} else if !t.In(g.Body) && !t.In(g.Quantity) && !t.In(g.Addressee) && !t.In(g.Country) && n.Feat&lang.Accusative == 0 && !r.newPhrase(at, n) && !r.nation(at, n) {
		return false
	}
	ends := slices.Clone(r.NounPhrase(at))
	for _, e := range slices.Backward(ends) {
		if yield(e) {
			return true
		}
	}
	return false
}

// newPhrase reports whether the noun at token i, read as n, begins a noun phrase of its own, as the one before it
// is closed: nothing can be bound to its last word, and n is no adjective of that. It is a body of several words, or
// shows by its ending that it is no subject.
func (r *Reading) newPhrase(i int, n *lang.Reading) bool {
	g, p := r.Grammar, &r.Tokens[i-1]
	if p.Word == nil || p.Feats&lang.Function != 0 || !p.Has(lang.Article) && !p.In(g.Name) && !p.In(g.Country) && !p.Has(lang.Guess) && !p.Has(lang.Nisba) && !p.Has(lang.Noun|lang.Pronoun) {
		return false
	}
	if n.Feat&lang.Oblique != 0 {
		return n.Feat&(lang.Article|lang.Nisba) == lang.Article && !p.Has(lang.Article|lang.Plural) && (p.In(g.Name) || p.In(g.Country) || !p.Has(lang.Guess) || p.Has(lang.Article))
	}
	return r.PhraseIn(i, g.Body.Minus(g.Name.Or(g.Person))) && r.Tokens[i].Has(lang.Article)
}

// offices is how far before its holder's name an office begins, in tokens.
const offices = 8

// officed reports whether who is named right before token i has an office before his name: another
// one behind it, with the article, is somebody else's, where the cue needs whom it is put to.
func (r *Reading) officed(i int) bool {
	if !r.CueFrames("tell") && !r.CueFrames("put") || !r.Tokens[i].Has(lang.Article) {
		return false
	}
	for j := i - 1; j >= r.CueEnd && j >= i-offices; j-- {
		if t := &r.Tokens[j]; t.In(r.Grammar.Office) && !t.In(r.Grammar.Name) {
			return true
		}
	}
	return false
}

// cannotAsk reports whether the noun at token i cannot be the subject of the cue before
// it: it does not agree, or is of those that are always asked.
func (r *Reading) cannotAsk(i int) bool {
	g, t := r.Grammar, &r.Tokens[i]
	n := r.Noun(i)
	if r.CueFrames("put") || t.In(g.Addressee) {
		return true
	}
	masculine := r.By.Feat&lang.Masculine != 0 && r.By.Feat&lang.Feminine == 0
	if n.Feat&lang.Feminine != 0 && n.Feat&lang.Guess == 0 && masculine && r.By.Feat&lang.Verb != 0 && !t.In(g.Given) {
		return true
	}
	// sound plurals show their case: the object's is not the subject's
	return n.Feat&(lang.Accusative|lang.Oblique) != 0 || r.By.Feat&lang.Participle != 0
}

// nation reports whether the adjective of a nation at token i is its people, and no adjective: in
// the plural, in no subject's case, right behind the verb or behind a body that is a woman to grammar.
func (r *Reading) nation(i int, n *lang.Reading) bool {
	const people = lang.Plural | lang.Oblique | lang.Article
	g, p := r.Grammar, &r.Tokens[i-1]
	return r.Tokens[i].In(g.Demonym) && n.Feat&people == people && (i == r.CueEnd || p.Has(lang.Feminine) && p.In(g.Body.Minus(g.Person.Or(g.Many).Or(g.Unnamed).Or(g.Witness))))
}
