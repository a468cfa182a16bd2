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

// Aside yields where a relative clause begins that ends at token at, behind which the
// sentence goes on with "so" or a comma.
func (r *Sentence) Aside(at int, yield func(int) bool) bool {
	if t := &r.Tokens[at]; !(t.Has(lang.So) || r.Tokens[at-1].Is(lang.Comma) || t.In(r.V.Relative) && t.Has(lang.Conjunction)) {
		return false
	}
	for i := at - 2; i >= max(r.Start, at-30); i-- {
		t := &r.Tokens[i]
		if t.Kind == lang.BreakKind || t.Is(lang.Stop) || t.Is(lang.Colon) {
			return false
		}
		if t.In(r.V.Relative) && t.Feats&lang.Function != 0 && t.Has(lang.Function) {
			from := i
			if from > r.Start && r.Tokens[from-1].Is(lang.Comma) {
				from--
			}
			if yield(from) {
				return true
			}
		}
	}
	return false
}

// Adjective reports whether token i is the adjective of a country behind its noun: "the Iranian
// interventions", which want nothing.
func (r *Sentence) Adjective(i int) bool {
	t := &r.Tokens[i]
	return t.In(r.V.Demonym) && !t.In(r.V.Country) && i > r.Start && r.Tokens[i-1].Has(lang.Noun|lang.Article)
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

// Completes reports whether token i, a verbal noun with the article, completes the noun before it: "the means of
// information", which nobody is asked to do.
func (r *Sentence) Completes(i int) bool {
	if !r.Tokens[i].Has(lang.Article) || r.Tokens[i].Feats&(lang.With|lang.For) != 0 || r.Grammar.Function(&r.Tokens[i-1]) || r.Tokens[i-1].In(r.V.Country) || r.Tokens[i-1].In(r.Grammar.Name) {
		return false
	}
	n := r.Noun(i - 1)
	return n != nil && n.Feat&(lang.Article|lang.Pronoun|lang.Accusative|lang.Guess) == 0
}
