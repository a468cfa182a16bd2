package cue

import (
	"slices"

	"riwaya/internal/lang"
)

// apposed reports whether tokens [from, at) are a name, or an office with its holder's name, and what he is between two commas:
// "Salim Mansur, the director, said".
func (r *Reading) apposed(from, at int) bool {
	g := r.Grammar
	if at >= r.End || !r.Tokens[at].Is(lang.Comma) || r.Tokens[from].Kind != lang.WordKind {
		return false
	}
	comma := from + 1
	for comma < at && r.Tokens[comma].Kind == lang.WordKind {
		comma++
	}
	if comma+1 >= at || !r.Tokens[comma].Is(lang.Comma) || r.Tokens[comma+1].Kind != lang.WordKind || !slices.Contains(r.NounPhrase(comma+1), at) {
		return false
	}
	if !r.Tokens[comma+1].In(g.Person) { // "the ruling party's thinker": only behind who holds an office
		n := r.Noun(comma + 1)
		return n != nil && n.Feat&(lang.Article|lang.Conjunction|lang.With|lang.For|lang.Like|lang.Accusative) == 0 && !r.Tokens[comma+1].In(g.Body.Or(g.Time).Or(g.Name)) &&
			r.Tokens[from].In(g.Person) && r.Tokens[comma-1].In(g.Name) && r.headOf(from) && slices.Contains(r.NounPhrase(from), comma)
	}
	if comma-from < 2 || comma-from > 4 || g.Finite(&r.Tokens[from]) && r.Tokens[from+1].In(g.Given) {
		return false
	}
	for i := from; i < comma; i++ {
		t := &r.Tokens[i]
		if t.Has(lang.Article) && i < comma-1 || t.In(g.Time.Or(g.Medium).Or(g.Occasion).Or(g.Body).Or(g.Country)) || t.In(g.Prep) && !t.In(g.Name) && g.Function(t) || t.In(g.That) || r.Noun(i) == nil && !t.In(g.Name) {
			return false
		}
	}
	return r.Tokens[comma-1].In(g.Name) || r.Tokens[comma-1].Has(lang.Guess) || r.Tokens[from].In(g.Name)
}
