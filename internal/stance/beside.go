package stance

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/internal/stance/agree"
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

// called is the actor by whose name, of this sentence or the one before, the source of a claim is called that is left out and spoke
// nowhere before: who acted there. Behind a person's name that source may have more words, which are no part of it. -1 if there is none.
func (r *Sentence) called(c *riwaya.Claim) int {
	cue := c.Cue.Spans[0].Start
	n := slices.IndexFunc(r.Text.Sentences, func(s lang.Sentence) bool { return r.Tokens[s.To-1].End > cue })
	i := r.T.TokenAt(cue, 0, len(r.Tokens))
	if c.Source.Anonymous || n < 0 || i < 0 {
		return -1
	}
	if i+1 < len(r.Tokens) && len(r.mentions.Starting(r.Tokens[i+1].Start, r.Tokens[i+1].End)) > 0 && r.Tokens[i+1].Feats&(lang.With|lang.For) == 0 {
		return -1 // who stands right behind the verb may be its subject
	}
	from := r.Tokens[r.Text.Sentences[n].From].Start
	if r.Text.Sentences[n].From == i {
		from = r.Tokens[r.Text.Sentences[max(0, n-1)].From].Start
	}
	for _, e := range r.mentions.Starting(from, cue) {
		name, a := r.T.Source[e.Start:e.End], &r.Rec.Actors[e.Of]
		rest, ok := strings.CutPrefix(*c.Source.NameAr, name)
		if last := r.T.TokenAt(e.End-1, 0, len(r.Tokens)); a.Kind == "person" && a.Name == nil && (!strings.Contains(name, " ") || last >= 0 && !r.Tokens[last].In(r.Grammar.Name) && (r.Tokens[last].Has(lang.Noun|lang.Pronoun) || r.Tokens[last].Has(lang.Masdar|lang.Article))) {
			continue // no name, or one that is not cut where it ends
		}
		if !ok || rest != "" && (a.Kind != "person" || rest[0] != ' ' || !strings.Contains(name, " ")) {
			continue
		}
		h := r.T.TokenAt(e.Start, 0, len(r.Tokens))
		if t := &r.Tokens[max(h, 0)]; h < 0 || !agree.Says(&r.Tokens[i], t, r.Noun(h), t.In(r.V.Country.Or(r.V.Capital)) && !t.In(r.Grammar.Name), r.Is(h, KeyMale)) {
			return -1 // "hundreds marched, calling for": not the army of the clause before
		}
		for k := range r.Tokens[i].Word.Readings {
			q := &r.Tokens[i].Word.Readings[k]
			if q.Cue != nil && (q.Feat&lang.Masdar != 0 && r.Tokens[i].Has(lang.Masdar) || q.Feat&(lang.Verb|lang.Conjunction) == lang.Verb|lang.Conjunction && agree.Joins(r.Grammar, r.V.Was, r.Tokens[h+1:i], q.Feat)) {
				return -1
			}
		}
		return r.Holds(e.Of)
	}
	return -1
}
