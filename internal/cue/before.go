package cue

import (
	"slices"

	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// before yields where a part that ends before token at may begin.
func (r *Reading) before(n, at int, yield func(int) bool) bool {
	switch n {
	case PartStart:
		return at == r.Start || r.ClauseStart(at) && at-1 >= r.Start && yield(at-1)
	case PartOpening:
		return r.opens(at) && yield(max(at-1, r.Start-1))
	case PartComma:
		return at > r.Start && (r.Tokens[at-1].Is(lang.Comma) || r.Tokens[at-1].Is(lang.Dash)) && yield(at-1)
	case PartAdjunct:
		return at > r.Start && r.adjunctBefore(at, yield)
	case PartColon:
		return at > r.Start && r.Tokens[at-1].Is(lang.Colon) && yield(at-1)
	case PartGovernedSource:
		for i := at - 1; i > r.Start && at-i < phrase.MaxSource; i-- {
			if p := &r.Tokens[i-1]; p.In(r.Grammar.About) && r.Grammar.Function(p) && slices.Contains(r.NounPhrase(i), at) && yield(i) {
				return true
			}
		}
	case PartSource, PartSubject:
		return r.sourceBefore(at, yield)
	case PartQuote:
		if at > r.Start && r.Tokens[at-1].Match >= 0 && int(r.Tokens[at-1].Match) < at-4 && int(r.Tokens[at-1].Match) >= r.Start {
			m := r.Tokens[at-1].Mark
			return (m == lang.QuoteClose || m == lang.QuoteEither || m == lang.QuoteOpen) && yield(int(r.Tokens[at-1].Match))
		}
	case PartBody:
		return at > r.Start && yield(r.Start)
	case PartHead:
		if t := &r.Tokens[min(at, r.End-1)]; !r.Grammar.Which(t) || len(t.Word.Form) <= 4 {
			return false // "what" and "who", of two letters, have no head before them
		}
		return r.headBefore(at, yield)
	}
	return false
}

// sourceBefore yields where the noun phrase that ends at token at begins, at a place
// where a clause can begin: the longest first.
func (r *Reading) sourceBefore(at int, yield func(int) bool) bool {
	g := r.Grammar
	first := at
	for i := at - 1; i >= r.Start && at-i < phrase.MaxSource; i-- {
		t := &r.Tokens[i]
		if t.Kind == lang.BreakKind || t.Is(lang.Stop) || t.Is(lang.Colon) || t.Is(lang.Semicolon) || t.Match > int32(at) || r.Complementiser(i) || g.Finite(t) && !t.In(g.Was) && i < at-1 && !r.relativeVerb(i) && !r.PhraseIn(i, g.Name) {
			break
		}
		first = i
	}
	if at < len(r.Tokens) && r.Tokens[at].In(g.Relative) {
		return r.relativeHead(first, at, yield)
	}
	if at+1 < r.End && at > 0 && r.Tokens[at].Is(lang.Comma) && r.Tokens[at+1].In(g.Relative) && g.Function(&r.Tokens[at+1]) && (r.Tokens[at-1].In(g.Name) || r.Tokens[at-1].Has(lang.Guess)) {
		return r.relativeHead(first, at, yield) // behind a comma it tells more of one who is named
	}
	if !r.CueFrames("weak") {
		r.Stop = at
		defer func() { r.Stop = 0 }()
	}
	for i := first; i < at; i++ {
		start := r.ClauseStart(i) || r.Conjoined(i)
		if start && r.apposed(i, at) && r.SubjectOf(i) && yield(i) {
			return true
		}
		if !start || !r.headOf(i) {
			continue
		}
		ends := r.NounPhrase(i)
		if len(ends) > 0 && slices.Contains(ends, at) && (!r.Strict || r.CanSpeak(i, at)) && r.SubjectOf(i) {
			if yield(i) {
				return true
			}
		}
	}
	return false
}

// relativeHead yields where the noun phrase begins that the relative pronoun at token at
// belongs to: the nearest one that speaks, with the quantity before it.
func (r *Reading) relativeHead(first, at int, yield func(int) bool) bool {
	g := r.Grammar
	if r.By != nil && r.By.Feat&lang.Verb != 0 && r.By.Feat&(lang.Passive|lang.Active) == lang.Passive {
		return false // of whom it is said
	}
	for i := at - 1; i >= first; i-- {
		if n := r.Noun(i); n == nil || n.Feat&lang.Nisba != 0 && !r.Tokens[i].In(g.Body) || !r.HeadFits(i) || !r.Tokens[i].In(g.Body) && !r.Tokens[i].In(g.Name) {
			continue
		}
		if !slices.Contains(r.NounPhrase(i), at) {
			continue
		}
		if r.By != nil && r.By.Feat&(lang.Verb|lang.Plural|lang.Masculine|lang.Singular) == lang.Verb|lang.Plural|lang.Masculine && r.Tokens[i].In(g.Country.Or(g.Where)) {
			continue // "the members in X who say": a place is not several
		}
		if p := r.Noun(max(i-1, 0)); i > first && p != nil && p.Feat&lang.Article != 0 && r.Tokens[i].Has(lang.Article) && !r.Tokens[i-1].In(g.Body) {
			continue // an adjective
		}
		if r.By != nil && r.By.Feat&lang.Verb != 0 && r.resumes(min(at, r.End-1)) {
			return false // "the reports, which she described as": they are what it was said of
		}
		if q := &r.Tokens[min(at, r.End-1)]; q.In(g.ShePronoun) && r.By != nil && r.By.Feat&lang.Verb != 0 && r.By.Feat&lang.Feminine == 0 {
			return false // it is not what the relative pronoun stands for that speaks
		}
		for i > first && r.Tokens[i-1].In(g.Quantity) && r.HeadFits(i-1) {
			i--
		}
		i = r.titled(first, i, at)
		if r.manySay() && !r.many(i) {
			continue // "the agreement of whom they say": several say it
		}
		if r.SubjectOf(i) {
			return yield(i)
		}
	}
	return false
}

// manySay reports whether the cue is a verb in the plural.
func (r *Reading) manySay() bool {
	return r.By != nil && r.By.Feat&(lang.Verb|lang.Plural) == lang.Verb|lang.Plural && r.By.Feat&lang.Singular == 0
}

// many reports whether the noun at token i names several: by its ending, or as a list has it.
func (r *Reading) many(i int) bool {
	g, t := r.Grammar, &r.Tokens[i]
	return t.Has(lang.Noun|lang.Plural) || t.Has(lang.Noun|lang.Dual) || t.In(g.Many) || t.In(g.Quantity) || t.In(g.Addressee) || t.Kind == lang.NumberKind
}

// resumes reports whether the pronoun behind the verb takes up what the relative pronoun at token
// i stands for.
func (r *Reading) resumes(i int) bool {
	if r.Tokens[i].Is(lang.Comma) && i+1 < r.End {
		i++
	}
	f := r.By.Feat
	if r.Tokens[i].In(r.Grammar.ShePronoun) {
		return f&lang.Her != 0
	}
	return f&lang.Him != 0 && f&lang.Plural == 0 && len(r.Tokens[i].Word.Form) > 4
}

// titled is where the name that goes over token i up to token at begins with what stands
// before it: other names, an office, a rank.
func (r *Reading) titled(first, i, at int) int {
	g := r.Grammar
	if !r.Tokens[i].In(g.Name) || r.Tokens[i].In(g.Body.Minus(g.Given)) {
		return i
	}
	from := i
	for j := i - 1; j >= first; j-- {
		t := &r.Tokens[j]
		office := t.In(g.Person)
		if t.Word == nil || t.Word.Find(lang.Noun) == nil && !t.In(g.Name) || !office && !t.In(g.Name) && !t.Has(lang.Article) || g.Function(t) || g.Finite(t) {
			break
		}
		if (office || t.In(g.Name)) && r.HeadFits(j) && slices.Contains(r.NounPhrase(j), at) {
			from = j
		}
	}
	return from
}

// headOf is headFits for a noun that carries the clause's conjunction.
func (r *Reading) headOf(i int) bool {
	return r.HeadFits(i) || r.Conjoined(i) && !r.Tokens[i].In(r.Grammar.Time) && !r.Grammar.Finite(&r.Tokens[i])
}

// relativeVerb reports whether the verb at token i stands behind a relative pronoun.
func (r *Reading) relativeVerb(i int) bool {
	return i > r.Start && r.Tokens[i-1].In(r.Grammar.Relative)
}

// headBefore yields where the noun phrase begins that ends at token at and that a
// relative clause belongs to.
func (r *Reading) headBefore(at int, yield func(int) bool) bool {
	g := r.Grammar
	best := -1
	for i := at - 1; i >= r.Start && at-i <= 6; i-- {
		t := &r.Tokens[i]
		n := r.Noun(i)
		if n == nil || g.Function(t) || g.Finite(t) || t.In(g.Time) {
			break
		}
		best = i
		if n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 {
			break
		}
		if n.Feat&lang.Article != 0 && t.In(g.Event) && (i == r.Start || !r.Tokens[i-1].In(g.Event) || !r.Tokens[i-1].Has(lang.Article)) {
			break
		}
	}
	return best >= 0 && yield(best)
}
