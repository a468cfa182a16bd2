package stance

import (
	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// end is where the clause from token from ends, at most at limit.
func (r *Sentence) end(from, limit int) int {
	g := r.V
	inside, that := -1, r.Complementiser(from) || from > r.Start && r.Complementiser(from-1)
	i := from
	for ; i < limit; i++ {
		t := &r.Tokens[i]
		if t.Kind == lang.BreakKind {
			break
		}
		if t.Kind == lang.MarkKind && int(t.Match) > i && int(t.Match) < limit {
			if i > inside && i > from && r.quotes(i+1) {
				break
			}
			inside = max(inside, int(t.Match))
		}
		if i <= inside || i == from {
			continue
		}
		if e := r.aside(i, limit); e > i {
			inside = e
			continue
		}
		if t.Is(lang.Colon) || t.Is(lang.Semicolon) || t.Is(lang.Ellipsis) || t.Is(lang.Stop) && !r.initial(i-1) || t.Is(lang.Dash) && !t.Tight() && !r.pairs(i) {
			break
		}
		if t.Kind == lang.MarkKind && t.Match >= 0 && int(t.Match) < from {
			break
		}
		if t.Is(lang.Comma) && (i+1 >= limit || !r.lists(i+1)) {
			break
		}
		if t.Word == nil {
			continue
		}
		if !that && r.Complementiser(i) {
			if t.Has(lang.Conjunction) && (t.Has(lang.Function|lang.Pronoun) || i+1 >= limit || r.Tokens[i+1].Feats&lang.Present == 0) {
				break // "and that it is so": what was said besides; but not "and that he go"
			}
			that = true
		}
		if t.Has(lang.So) && r.Complementiser(i) || r.Turns(i) || r.Cites(i) || r.tells(i) || t.Feats&lang.Article == 0 && (t.In(r.Grammar.Saying) && t.Has(lang.Participle) || t.Feats&lang.Cue != 0 && t.Has(lang.Participle|lang.Accusative) && r.CueAt(t) >= 0) || (r.Word.Frames&Passed != 0 || r.By != nil && r.By.Feat&lang.Passive != 0) && r.ContextAt(i, KeyBy) > i {
			break
		}
		if t.Has(lang.Conjunction) && (r.Grammar.Finite(t) && t.Word.Find(lang.Conjunction|lang.Verb) != nil && !r.completing(i) && !r.goesOn(i) || r.denies(i)) && !r.Complementiser(from-1) {
			break
		}
	}
	for i > from+1 {
		t := &r.Tokens[i-1]
		if t.Kind == lang.MarkKind && t.Match < 0 || t.Kind == lang.MarkKind && t.Match >= 0 && int(t.Match) > i || (t.In(g.Conj) || t.In(g.That) || t.In(g.Demonstrative) && t.Has(lang.Conjunction)) && r.Grammar.Function(t) {
			i--
			continue
		}
		break
	}
	return i
}

// Turns reports whether the clause turns at token i to another: "but", "however", "while", "for it has", "which led to", "after he had".
func (r *Sentence) Turns(i int) bool {
	t := &r.Tokens[i]
	if t.Word == nil {
		return false
	}
	if i > r.Start && i+1 < r.End && t.In(r.V.Context) {
		k := &r.Tokens[i+1]
		if r.Is(i, KeySelf) && t.Has(lang.Conjunction) && k.Word != nil && k.Has(lang.Noun|lang.Article) && !r.Grammar.Finite(k) {
			return true // and that is the roof which …
		}
		if r.Tokens[i-1].Is(lang.Comma) && r.ContextAt(i, KeyThen) > i {
			return true
		}
	}
	if e := r.ContextAt(i, KeyAfter); e > i && e < r.End {
		if phrase.IsQuote(&r.Tokens[e]) && e+1 < r.End {
			e++
		}
		if r.Tokens[e].Word != nil && r.Tokens[e].Has(lang.Verb|lang.Past) {
			return true
		}
	}
	if i > r.Start && i+1 < r.End && r.Is(i, KeyAlso) {
		if k := &r.Tokens[i+1]; k.Word != nil && r.Grammar.Finite(k) && !r.Grammar.Nounish(k) && !k.In(r.V.Was) && k.Feats&lang.Conjunction == 0 && (k.Feats&(lang.Cue|lang.Future) != 0 || r.Tokens[i-1].Is(lang.Comma)) {
			return true // "as it decided as well"
		}
	}
	if t.Has(lang.So) && t.In(r.V.Already) && i+1 < r.End && r.Tokens[i+1].Feats&(lang.Verb|lang.Past) == lang.Verb|lang.Past && !r.Tokens[i-1].In(r.V.Relative) {
		return true
	}
	return t.In(r.V.Against) && t.In(r.V.Conj) && t.Feats&lang.Noun == 0 && r.ContextAt(i, KeyWithin) == i || r.ContextAt(i, KeyBut) > i && !(t.In(r.V.Relative) && t.Has(lang.Conjunction)) && !(i > r.Start && r.Tokens[i-1].In(r.V.From.Or(r.V.On).Or(r.V.Demonstrative)) && r.Grammar.Function(&r.Tokens[i-1]))
}

// Cites reports whether the narrator says at token i from whom he has what he tells: "according to a statement".
func (r *Sentence) Cites(i int) bool {
	t := &r.Tokens[i]
	if t.Feats&lang.Cue == 0 {
		return false
	}
	n := r.CueAt(t)
	return n >= 0 && r.Rec.Claims[n].Cue.Class == "cite" && (i > r.Start && r.Tokens[i-1].Kind == lang.MarkKind || r.Rec.Claims[n].Source.Kind != "document" && r.Rec.Claims[n].Source.Kind != "other")
}

// quotes reports whether a clause with a conjunction and a verb of "I" or "we" opens a quotation at token i: the narrator has ended.
func (r *Sentence) quotes(i int) bool {
	if i >= r.End {
		return false
	}
	t := &r.Tokens[i]
	return t.Word != nil && r.Grammar.Finite(t) && t.Word.Find(lang.Conjunction|lang.Verb|lang.First) != nil
}

// aside is the dash that ends a few words between dashes, which begin at token i with another: "- may God keep him -"; i if none does.
func (r *Sentence) aside(i, limit int) int {
	if t := &r.Tokens[i]; !t.Is(lang.Dash) || t.Tight() || i+1 >= limit || !r.Grammar.MayBeFinite(&r.Tokens[i+1]) && !r.Tokens[i+1].In(r.V.Conj) {
		return i
	}
	for j := i + 2; j < min(limit-1, i+6); j++ {
		if k := &r.Tokens[j]; k.Is(lang.Dash) && !k.Tight() {
			return j
		}
	}
	return i
}

// completing reports whether token i, which may be a verb with a conjunction, is a noun that completes the one before it.
func (r *Sentence) completing(i int) bool {
	n := r.Noun(i)
	if n == nil || n.Prefix != 0 || r.Tokens[i].Has(lang.Verb|lang.Plural) {
		return false
	}
	p := r.Noun(i - 1)
	return p != nil && p.Feat&(lang.Article|lang.Pronoun|lang.Guess) == 0 && !r.Grammar.Function(&r.Tokens[i-1])
}

// goesOn reports whether token i, which may be a verb with a conjunction, is like the word before it: a noun with a pronoun behind
// another, "its place and its part", or a preposition behind another, "with and through".
func (r *Sentence) goesOn(i int) bool {
	t, p := &r.Tokens[i], &r.Tokens[i-1]
	if t.In(r.V.Prep) && p.In(r.V.Prep) && r.Grammar.Function(t) && r.Grammar.Function(p) {
		return true
	}
	n, before := r.Noun(i), r.Noun(i-1)
	return n != nil && before != nil && n.Feat&before.Feat&lang.Pronoun != 0 && !r.Grammar.Function(p) && !r.Grammar.Finite(p)
}

// tells reports whether somebody begins to speak at token i: no preposition that is written like a word of saying, and no
// verb that only says of an indefinite noun right before it what it does: "a deal that admits".
func (r *Sentence) tells(i int) bool {
	if !r.Speaks(i) {
		return false
	}
	t := &r.Tokens[i]
	cue := r.CueAt(t)
	if cue < 0 && (t.In(r.V.Prep) || t.Has(lang.Verb|lang.First) && t.Feats&(lang.Conjunction|lang.Future) == 0 && r.Tokens[i-1].Word != nil) {
		return false // "the harshest" is not "I praise"
	}
	if p := &r.Tokens[max(r.Start, i-1)]; t.Has(lang.Conjunction) || t.Feats&lang.Present == 0 || i == r.Start || r.Grammar.Function(p) || r.Grammar.Finite(p) || !p.Has(lang.Noun|lang.Accusative) && !r.bare(i-1) {
		return true
	}
	if cue < 0 && r.bare(i-1) {
		return false
	}
	return cue >= 0 && !r.Rec.Claims[cue].Source.Spans.Contains(r.Tokens[i-1].Span()) && !r.Rec.Claims[cue].Source.Elided
}

// bare reports whether token i is an indefinite feminine noun, no name, nor one that stands for a time.
func (r *Sentence) bare(i int) bool {
	t, n := &r.Tokens[i], r.Noun(i)
	return n != nil && n.Feat&(lang.Article|lang.Pronoun|lang.Guess|lang.Masdar) == 0 && n.Feat&lang.Feminine != 0 && !t.In(r.V.Time) && !t.In(r.V.Country.Or(r.V.Capital)) && !t.In(r.Grammar.Name) && !t.In(r.Grammar.Office)
}

// initial reports whether token i is a single letter, which a full stop shortens: no end of a sentence.
func (r *Sentence) initial(i int) bool {
	return r.Tokens[i].Word != nil && len(r.Tokens[i].Word.Form) <= 2
}

// pairs reports whether the dash at token i stands between two adjectives of one noun: "the French - German border".
func (r *Sentence) pairs(i int) bool {
	return i > r.Start && i+1 < r.Limit && r.adjective(i-1) && r.adjective(i+1)
}

// adjective reports whether token i is one that is made of a noun, or of a country's name, with the article.
func (r *Sentence) adjective(i int) bool {
	return r.Tokens[i].Has(lang.Nisba|lang.Article) || r.Tokens[i].In(r.V.Demonym) && r.Tokens[i].Has(lang.Article)
}

// denies reports whether token i is a negation, or the particle of the future, and a verb stands
// right behind it.
func (r *Sentence) denies(i int) bool {
	t := &r.Tokens[i]
	if t.In(r.V.Relative) && i+1 < r.End && !r.Tokens[i+1].In(r.V.Was) && r.Tokens[i+1].Has(lang.Verb|lang.Past) && !r.Tokens[i-1].Is(lang.Comma) {
		return false // "and what it led to"
	}
	return (t.In(r.V.Negation) && t.Feats&lang.Function != 0 || r.Is(i, KeyNever) || r.Is(i, KeyWill)) && i+1 < r.End && r.Grammar.Finite(&r.Tokens[i+1])
}

// lists reports whether what stands behind a comma, at token i, goes on with a list: a noun
// with a conjunction, a number of something, or a condition.
func (r *Sentence) lists(i int) bool {
	t := &r.Tokens[i]
	if t.Word == nil {
		return false
	}
	if e := r.ContextAt(i, KeyAdds); e > i {
		return e < r.End && r.Tokens[e].Word != nil && !r.Complementiser(e) && r.Noun(e) != nil
	}
	if i+2 < r.End && r.Grammar.Function(t) && r.Tokens[i+1].Kind == lang.NumberKind && r.Tokens[i+1].Start == t.End {
		n := r.Noun(i + 2)
		return n != nil && n.Prefix == 0 && !r.Tokens[i+2].In(r.V.Time) // "and 500 houses in"
	}
	article := t.Has(lang.Article) && r.CueAt(t) < 0
	if r.Speaks(i) && !article || r.Grammar.Finite(t) || article && r.heads(i) {
		return false
	}
	q := r.Noun(i)
	if q == nil || t.Has(lang.Participle|lang.Accusative) && !t.Has(lang.Article) {
		return false
	}
	deed := t.Has(lang.Masdar) && r.CueAt(t) < 0 && !r.Grammar.MayBeFinite(t)
	return (q.Feat&lang.Conjunction != 0 || q.Feat&lang.With != 0 && t.Has(lang.Conjunction)) && (t.Feats&lang.Cue == 0 || article && q.Feat&(lang.With|lang.For) == 0 || deed)
}

// heads reports whether the definite noun at token i is the subject of a clause of its own, and no part of a list: a verb stands
// right behind it, or a participle that is said of it: "and the meetings are continuing".
func (r *Sentence) heads(i int) bool {
	for i++; i < r.End && r.Tokens[i].Word != nil && r.Tokens[i].Has(lang.Noun|lang.Article) && r.Tokens[i].Feats&(lang.With|lang.For|lang.Conjunction) == 0; i++ {
	}
	if i >= r.End || r.Tokens[i].Word == nil || r.Grammar.Function(&r.Tokens[i]) {
		return false
	}
	t, n := &r.Tokens[i], r.Noun(i)
	if r.Grammar.Finite(t) {
		return t.Feats&lang.Conjunction == 0
	}
	return n != nil && n.Prefix == 0 && t.Has(lang.Participle) && n.Feat&(lang.Article|lang.Pronoun|lang.Accusative|lang.Guess) == 0
}

// Conditions are those of a position whose content are tokens [from, to): in it, or behind
// the comma after it.
func (r *Sentence) Conditions(from, to int) []string {
	for i := from; i < min(r.Limit, to+2); i++ {
		e := r.ContextAt(i, KeyIf)
		if e == i || i == to+1 && !r.Tokens[to].Is(lang.Comma) {
			continue
		}
		end := r.end(i, r.Limit)
		if end <= e {
			return nil
		}
		start := r.Tokens[i].Start
		if t := &r.Tokens[i]; t.Word != nil {
			for k := range t.Word.Readings {
				if q := &t.Word.Readings[k]; q.Classes.Meets(r.V.Context) && q.Feat&lang.Conjunction != 0 {
					start = r.T.Inner(i, q)
				}
			}
		}
		return []string{riwaya.Span{Start: start, End: r.Tokens[end-1].End}.Of(r.T.Source)}
	}
	return nil
}
