package whose

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/internal/stance"
)

// Undertaking yields where a noun phrase begins behind "that", or at the start of a clause, that ends at
// token at and whose first noun is a thing that somebody sets about.
func (r *Reader) Undertaking(at int, yield func(int) bool) bool {
	for i := at - 1; i >= max(r.Start, at-8); i-- {
		t := &r.Tokens[i]
		if t.Kind == lang.WordKind && !r.Is(i, stance.KeyTask) && (r.Grammar.Finite(t) && !r.Grammar.Nounish(t) || r.Complementiser(i)) || t.Is(lang.Comma) || t.Is(lang.Colon) || t.Is(lang.Stop) {
			return false
		}
		if r.Is(i, stance.KeyTask) && r.ClauseStart(i) {
			return yield(i)
		}
	}
	return false
}

// Thing yields where a definite noun begins that ends with token i: with the adjectives
// behind it.
func (r *Reader) Thing(i int, yield func(int) bool) bool {
	from := i
	for n := 0; n < 3 && from > r.Start && r.Tokens[from-1].Has(lang.Noun|lang.Article); n++ {
		t := &r.Tokens[from]
		if !t.Has(lang.Nisba|lang.Article) && !t.In(r.V.Demonym) && (!t.Has(lang.Article) || t.Feats&(lang.Conjunction|lang.With|lang.For) != 0 || from-1 > r.Start && r.Grammar.Finite(&r.Tokens[from-2])) {
			break // no adjective, or the object of a verb whose subject stands before it
		}
		from--
	}
	for k := range r.Named { // the front of the people
		if n := &r.Named[k]; n.From < from && n.From > from-3 && n.To > from && n.To <= i+1 && !n.Glued && !r.Tokens[n.From].Has(lang.Noun|lang.Article) && yield(n.From) {
			return true
		}
	}
	for ; from <= i; from++ {
		if !r.Tokens[from].Has(lang.Noun | lang.Article) {
			continue
		}
		start := from
		for n := 0; n < 2 && start > r.Start && r.Tokens[start].Feats&(lang.With|lang.For) == 0 && r.bound(start-1); n++ {
			start--
		}
		if start < from && yield(start) || yield(from) {
			return true
		}
	}
	return false
}

// bound reports whether token i is a noun of a deed that the one behind it completes, with nothing glued on in front.
func (r *Reader) bound(i int) bool {
	t, n := &r.Tokens[i], r.Noun(i)
	return n != nil && n.Prefix == 0 && (t.Has(lang.Masdar) || t.In(r.V.Event)) && n.Feat&(lang.Article|lang.Pronoun|lang.Guess|lang.Accusative) == 0 && !r.Grammar.Function(t) && !r.Grammar.Finite(t) && !t.In(r.V.Prep) && !t.In(r.V.Time) && !t.In(r.Grammar.Name) && !t.In(r.V.Country)
}

// Topic yields where what the claim around the trigger says begins, if that is a definite noun phrase that ends with a definite word
// at token at, with no other clause in it: "that the interventions of the country in the town are unacceptable".
func (r *Reader) Topic(at int, yield func(int) bool) bool {
	if r.Around < 0 || at-1 <= r.Start || r.Cur.Word.Frames != stance.By {
		return false
	}
	from := r.T.TokenAt(r.Rec.Claims[r.Around].Content.Spans[0].Start, r.Start, at)
	if from >= 0 && from < at && phrase.IsQuote(&r.Tokens[from]) {
		from++
	}
	if from < 0 || from >= at || at-from > 2*phrase.MaxSource || !r.definite(from, at) || r.Tokens[from].Has(lang.Conjunction) {
		return false
	}
	last := r.Noun(at - 1)
	if last == nil || last.Feat&(lang.Article|lang.Pronoun) == 0 && !r.Tokens[at-1].In(r.V.Country.Or(r.V.Capital).Or(r.Grammar.Name)) {
		return false // "an unacceptable idea"
	}
	for i := from; i < at; i++ {
		t := &r.Tokens[i]
		if t.Kind == lang.MarkKind && !phrase.IsQuote(t) || r.Complementiser(i) || t.In(r.V.Relative) && r.Grammar.Function(t) || r.Grammar.Finite(t) && !r.Grammar.Nounish(t) && !r.Grammar.Function(t) {
			return false
		}
	}
	return yield(from)
}

// definite reports whether a definite noun phrase begins at token i: with the article, "this", or a noun that one behind it completes.
func (r *Reader) definite(i, to int) bool {
	t := &r.Tokens[i]
	if t.In(r.V.Demonstrative) && r.Grammar.Function(t) {
		i++
	}
	n := r.Noun(i)
	if i >= to || n == nil || r.Grammar.Function(&r.Tokens[i]) || n.Feat&(lang.With|lang.For|lang.Like|lang.Accusative) != 0 {
		return false
	}
	if n.Feat&(lang.Article|lang.Pronoun) != 0 || r.Tokens[i].In(r.V.Country) {
		return true
	}
	next := i + 1
	if next >= to {
		return false
	}
	k := r.Noun(next)
	return k != nil && !r.Grammar.Function(&r.Tokens[next]) && (k.Feat&(lang.Article|lang.Pronoun) != 0 || r.Tokens[next].In(r.V.Country.Or(r.Grammar.Name))) && k.Feat&(lang.With|lang.For|lang.Conjunction) == 0
}

// Resumes reports whether a verbal noun with a pronoun, a preposition and such a noun, or a preposition with a pronoun, stands behind the noun phrase of an actor from token
// from: "which the government intends to present", whose pronoun is what the relative clause belongs to, so that
// the actor is the subject.
func (r *Reader) Resumes(from int) bool {
	for _, e := range r.NounPhrase(from) {
		for i := e; i < min(r.End, e+2); i++ {
			if t := &r.Tokens[i]; i == e && t.Has(lang.Function|lang.Pronoun) && t.In(r.V.Prep) || t.Has(lang.Masdar|lang.Pronoun) && (i == e || r.Tokens[e].In(r.V.Prep) && r.Grammar.Function(&r.Tokens[e])) {
				return true
			}
		}
	}
	return false
}

// SaidByVerb reports whether the word of saying of a claim is a verb or its participle.
func (r *Reader) SaidByVerb(claim int) bool {
	i := r.T.TokenAt(r.Rec.Claims[claim].Cue.Spans[0].Start, 0, len(r.Tokens))
	return i >= 0 && r.Tokens[i].Feats&(lang.Verb|lang.Participle) != 0 && !r.Tokens[i].Has(lang.Masdar|lang.Accusative)
}

// Between reports whether a definite noun stands at token i, right behind the word of saying, before its
// source, which begins at byte start: then that noun is the subject.
func (r *Reader) Between(i, start int) bool {
	if i+1 >= r.End || r.Tokens[i+1].End > start {
		return false
	}
	t := &r.Tokens[i]
	for j := i + 1; j < r.End && r.Tokens[j].End <= start; j++ {
		if r.Tokens[j].Is(lang.Comma) && r.Noun(i) != nil && !r.Grammar.Function(t) && !t.In(r.V.Time) {
			return true // a name, a comma, and then who is called upon
		}
	}
	return t.Has(lang.Noun|lang.Article) && !t.In(r.V.Time) && !t.In(r.Grammar.Person) && !t.In(r.Grammar.Office) && t.Feats&(lang.With|lang.For) == 0
}

// Aside yields where a relative clause begins that ends at token at, behind which the
// sentence goes on with "so" or a comma.
func (r *Reader) Aside(at int, yield func(int) bool) bool {
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
func (r *Reader) Adjective(i int) bool {
	t := &r.Tokens[i]
	return t.In(r.V.Demonym) && !t.In(r.V.Country) && i > r.Start && r.Tokens[i-1].Has(lang.Noun|lang.Article)
}

// Completes reports whether token i, a verbal noun with the article, completes the noun before it: "the means of
// information", which nobody is asked to do.
func (r *Reader) Completes(i int) bool {
	if !r.Tokens[i].Has(lang.Article) || r.Tokens[i].Feats&(lang.With|lang.For) != 0 || r.Grammar.Function(&r.Tokens[i-1]) || r.Tokens[i-1].In(r.V.Country) || r.Tokens[i-1].In(r.Grammar.Name) {
		return false
	}
	n := r.Noun(i - 1)
	return n != nil && n.Feat&(lang.Article|lang.Pronoun|lang.Accusative|lang.Guess) == 0
}
