package stance

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// Adjunct yields where an adverb ends that begins at token at, a time, or what another preposition governs
// before a verbal noun, with commas around it or without.
func (r *Sentence) Adjunct(at int, yield func(int) bool) bool {
	from := at
	mark := lang.Comma
	if k := &r.Tokens[at]; (k.Is(lang.Comma) || k.Is(lang.Dash) && !k.Tight()) && at+1 < r.End {
		mark = k.Mark
		from++
	}
	done := func(to int) bool {
		if to < r.End && r.Tokens[to].Is(mark) {
			return yield(to + 1)
		}
		return from == at && yield(to)
	}
	if e := r.ContextAt(from, KeyAdverb); e > from && done(e) {
		return true
	}
	if e := r.TimeAt(from); e > from && done(e) {
		return true
	}
	if e := r.ContextAt(from, KeyPious); e > from && done(e) {
		return true
	}
	t := &r.Tokens[from]
	if t.Word != nil && t.In(r.V.Prep) && t.Has(lang.Function|lang.Pronoun) {
		return done(from + 1) // in it, during it
	}
	if t.Word == nil || !t.In(r.V.Prep) || !r.Grammar.Function(t) || r.Complementiser(from) {
		return false
	}
	if from+1 < r.End {
		if e := r.TimeAt(from + 1); e > from+1 && done(e) {
			return true
		}
	}
	for i := from + 2; i < min(r.End, from+8); i++ {
		p := &r.Tokens[i-1]
		if mark == lang.Dash && r.Tokens[i].Is(lang.Dash) {
			return from > at && i+1 < r.End && yield(i+1)
		}
		if p.Kind != lang.WordKind && p.Kind != lang.NumberKind || r.Grammar.Finite(p) && !r.Grammar.Nounish(p) || r.Complementiser(i-1) {
			return false
		}
		if n := r.Noun(i - 1); n == nil || n.Feat&(lang.Article|lang.Pronoun) == 0 && !p.In(r.V.Country) {
			continue // what is not definite goes on
		}
		if r.Tokens[i].Is(lang.Comma) {
			return from > at && i+1 < r.End && r.Deed(i+1) && yield(i+1)
		}
		if k := &r.Tokens[i]; r.Deed(i) && k.Feats&lang.Article == 0 && phrase.Glued(k, lang.For|lang.Noun) == nil && phrase.Glued(k, lang.With|lang.Noun) == nil && yield(i) {
			return true
		}
	}
	return false
}

// Sports appends to at the tokens at which words of sports begin that have that key.
func (r *Sentence) Sports(at []int, key string) []int { return r.T.AllKeyed(at, r.V.Near, key) }

// Opens reports whether a context word of that key is one of the n tokens from token i.
func (r *Sentence) Opens(i, n int, key string) bool {
	for j := i; j < min(i+n, len(r.Tokens)); j++ {
		if r.Is(j, key) {
			return true
		}
	}
	return false
}
