package phrase

import (
	"riwaya/internal/lang"
)

// NameInMarks is the end of a short name in quotation marks or brackets that begins
// at token i, else i.
func (r *Reader) NameInMarks(i int) int {
	t := &r.Tokens[i]
	if t.Match <= int32(i) || int(t.Match) > r.End-1 {
		return i
	}
	limit := 6
	if t.Mark == lang.BracketOpen {
		limit = 7
	}
	if n := int(t.Match) - i - 1; n < 1 || n > limit {
		return i
	}
	if r.ClauseInMarks(i) {
		return i
	}
	for j := i + 1; j < int(t.Match); j++ {
		if r.Tokens[j].Word != nil {
			return int(t.Match) + 1
		}
	}
	return i // a number
}

// ClauseInMarks reports whether a clause with إن stands in the marks that open at token i,
// so that it is no name; "إن بي سي" is one.
func (r *Reader) ClauseInMarks(i int) bool {
	return i+2 < r.End && r.Complementiser(i+1) && (r.Tokens[i+1].Has(lang.Function|lang.Pronoun) || r.Tokens[i+2].Has(lang.Article))
}

// phraseMark is where a noun phrase goes on behind the mark at token i, or i.
func (r *Reader) phraseMark(start, i int) int {
	g, t := r.Grammar, &r.Tokens[i]
	switch {
	case t.Match > int32(i):
		if i > start && r.Tokens[i-1].Kind == lang.MarkKind && !r.Tokens[i-1].Is(lang.QuoteClose) && r.Tokens[i-1].Mark != lang.BracketClose {
			return i
		}
		if i > start && t.Mark != lang.BracketOpen && r.Lone(i-1, lang.For) {
			return i // said to the paper named in the quotation marks
		}
		return r.NameInMarks(i)
	case joins(t) && i+1 < r.End && r.Tokens[i+1].Word != nil:
		return i + 1
	case t.Is(lang.Semicolon) && i > start && i+1 < r.End: // printed for a comma
		if q := &r.Tokens[i+1]; q.In(g.Person) && r.apposition(start, i+1) {
			return i + 1
		}
	case t.Is(lang.Comma) && i > start && i+1 < r.End:
		if e := r.lying(i + 1); e > i {
			return e
		}
		if r.apposition(start, i+1) || r.another(start, i+1) {
			return i + 1
		}
		if q := &r.Tokens[i+1]; q.In(g.Direction) && i+2 < r.End && (r.Tokens[i+2].In(g.Country) || r.Tokens[i+2].In(g.Town)) && r.Tokens[i-1].Word != nil {
			return i + 1 // where the place before the comma lies
		}
		if q := &r.Tokens[i+1]; q.In(g.UnnamedBy) && g.MayBeFinite(q) && r.ClosedBy(i+1, 12) {
			return i + 1
		}
		if q := &r.Tokens[i+1]; q.Word != nil && q.In(g.Pronoun) && q.Word.Find(lang.Function|lang.Conjunction) != nil && r.ClosedBy(i+1, 14) {
			return i + 1
		}
		if q := &r.Tokens[i+1]; q.In(g.Relative) && !(r.Subject == start && r.Cue != nil && refuses[r.Cue.Class]) && q.Feats&lang.Function != 0 && q.Feats&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 && !r.Tokens[start].In(g.Country) && r.ClosedBy(i+1, MaxSource) && !r.saysMore(i+1) {
			return i + 1
		}
	case t.Is(lang.Stop) && t.Tight() && i > start && r.Tokens[i-1].In(g.Honorific):
		return i + 1
	case t.Is(lang.Dash) && i > start && i+1 < r.End && r.dashed(i) > i:
		return r.dashed(i)
	case t.Is(lang.Dash) && i > start && t.Tight() && i+1 < r.End && r.Tokens[i+1].Tight() && r.Tokens[i+1].Word != nil:
		return i + 1
	}
	return i
}

// saysMore reports whether, behind a cite, the relative clause at token i says what else its
// source said: that is a claim of its own.
func (r *Reader) saysMore(i int) bool {
	return r.By != nil && r.By.Feat&lang.Function != 0 && i+1 < r.End && r.Tokens[i+1].Has(lang.Verb|lang.Cue) && !r.Tokens[r.ClauseEnd(i+2)].Is(lang.Comma)
}

// refuses are the classes whose object may be a relative clause: they denied what was said.
var refuses = map[string]bool{"deny": true, "condemn": true, "reject": true}

// lying is where "lying on the border", behind a comma at token i, ends before the next
// one; 0 if it is no such thing.
func (r *Reader) lying(i int) int {
	n := r.Noun(i)
	if n == nil || n.Feat&(lang.Article|lang.Participle) != lang.Article|lang.Participle || i+1 >= r.End || !r.Grammar.Function(&r.Tokens[i+1]) || !r.Tokens[i+1].In(r.Grammar.Prep) || !r.ClosedBy(i, 12) {
		return 0
	}
	return r.ClauseEnd(i + 1)
}

// another reports whether the word at token i, behind a comma, names one more speaker
// beside the one from start: both are bodies, and a conjunction joins them.
func (r *Reader) another(start, i int) bool {
	g, t := r.Grammar, &r.Tokens[i]
	if !r.Tokens[start].In(g.Body) && !r.PhraseIn(start, g.Body) || t.Word == nil || r.Speaks(i) || g.Finite(t) {
		return false
	}
	if !r.closedBefore(i, 8) {
		return false
	}
	if r.PhraseIn(i, g.Body.Minus(g.Person)) && t.Feats&lang.Verb == 0 {
		return true
	}
	for k := range t.Word.Readings {
		q := &t.Word.Readings[k]
		if q.Feat&(lang.Noun|lang.Conjunction) == lang.Noun|lang.Conjunction && q.Feat&(lang.With|lang.For|lang.Like) == 0 && q.Classes.Meets(g.Body) {
			return true
		}
	}
	return false
}

// dashed is where an apposition between dashes that begins at token i ends, i if none does:
// an office or a profession, with no verb in it.
func (r *Reader) dashed(i int) int {
	g := r.Grammar
	if q := &r.Tokens[i+1]; !q.In(g.Person) && !q.In(g.TakesPrep) && !r.PhraseIn(i+1, g.Body) {
		return i
	}
	for j := i + 2; j < r.End && j < i+12; j++ {
		switch t := &r.Tokens[j]; {
		case t.Is(lang.Dash):
			return j + 1
		case t.Is(lang.Comma), t.Is(lang.Colon), t.Kind == lang.BreakKind, r.Complementiser(j), g.Finite(t):
			return i
		}
	}
	return i
}

// apposition reports whether the words from token i, behind a comma, name the source
// of the noun phrase from start once more: by office, profession, or name.
func (r *Reader) apposition(start, i int) bool {
	g, t := r.Grammar, &r.Tokens[i]
	if t.In(g.From) && g.Function(t) {
		return i+1 < r.End && r.Tokens[i+1].In(g.Body) && r.closedBefore(i, 14)
	}
	if t.In(g.Quasi) {
		return r.closedBefore(i, 6)
	}
	if t.Word == nil || t.Word.Has(lang.Function) && t.Feats&lang.Noun == 0 {
		return false
	}
	n := r.Noun(i)
	if n == nil || n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 || t.In(g.Time) && !t.In(g.Given) || g.Finite(t) {
		return false
	}
	first := &r.Tokens[start]
	titled := first.In(g.Person) || first.In(g.Given) || first.In(g.Witness) || first.In(g.Ambiguous) && r.Tokens[start+1].In(g.Name)
	if n.Feat&lang.Article != 0 && n.Feat&lang.Masdar == 0 && r.Tokens[start].In(g.Body) && !titled && r.closedBefore(i, 8) && !r.Tokens[start].In(g.Country) {
		return true
	}
	known := t.In(g.Person) || t.In(g.TakesPrep)
	if known && n.Feat&lang.Accusative == 0 {
		return true
	}
	if titled && n.Feat&(lang.Listed|lang.Article|lang.Accusative|lang.Masdar|lang.Pronoun) == lang.Listed && t.In(g.Private.Or(g.OneOf)) && r.closedByWords(i, 14) {
		return true // "a colleague of", "one of the lawyers of"
	}
	// a name behind its title
	named := t.In(g.Given) || t.In(g.NameParticle) || r.PhraseIn(i, g.Name) || t.In(g.Ambiguous) && i+1 < r.End && (r.Tokens[i+1].In(g.Name) || r.Tokens[i+1].Has(lang.Guess)) || n.Feat&lang.Guess != 0 && n.Feat&lang.Article == 0
	return titled && (named && r.closedBefore(i, 8) || r.closedByThat(i, 6))
}

// ClosedBy reports whether a clause from token i ends at a comma, colon or complementiser
// within n tokens.
func (r *Reader) ClosedBy(i, n int) bool {
	e := r.ClauseEnd(i + 1)
	return e < r.End && e-i <= n && (r.Tokens[e].Is(lang.Comma) || r.Tokens[e].Is(lang.Colon) || r.Complementiser(e))
}

// closedByThat reports whether within n words from token i, with no verb before it, comes
// a comma with a complementiser behind it: what lies between can only be a name.
func (r *Reader) closedByThat(i, n int) bool {
	for j := i + 1; j+1 < r.End && j < i+n; j++ {
		t := &r.Tokens[j]
		if t.Is(lang.Comma) {
			return r.Complementiser(j + 1)
		}
		if t.Kind == lang.MarkKind || r.Grammar.Finite(t) || r.Grammar.Function(t) {
			return false
		}
	}
	return false
}

// closedByWords reports whether within n words from token i, with no verb before it, comes what
// opens somebody's words: a colon, or a comma or none before a complementiser or a quotation.
func (r *Reader) closedByWords(i, n int) bool {
	for j := i + 1; j+1 < r.End && j < i+n; j++ {
		t := &r.Tokens[j]
		switch {
		case t.Is(lang.Colon), r.Complementiser(j):
			return true
		case t.Is(lang.Comma):
			return r.Complementiser(j+1) || r.Tokens[j+1].Is(lang.Colon) || IsQuote(&r.Tokens[j+1])
		case t.Kind == lang.MarkKind && t.Match > int32(j):
			e := r.NameInMarks(j)
			if e == j {
				return IsQuote(t)
			}
			j = e - 1
		case t.Kind == lang.MarkKind, t.Kind == lang.BreakKind, r.Grammar.Finite(t):
			return false
		}
	}
	return false
}

// closedBefore reports whether a comma, colon or complementiser comes within n words
// from token i, with no verb before it.
func (r *Reader) closedBefore(i, n int) bool {
	g := r.Grammar
	for j := i; j < r.End && j < i+n; j++ {
		t := &r.Tokens[j]
		if t.Is(lang.Comma) || t.Is(lang.Colon) || t.In(g.That) && g.Function(t) || j > i && t.In(g.In) && g.Function(t) || j > i && r.governed(t) {
			return j > i
		}
		if t.In(g.Already) {
			return true
		}
		if e := r.NameInMarks(j); t.Kind == lang.MarkKind && e > j {
			j = e - 1
			continue
		}
		if t.Kind == lang.MarkKind || g.Finite(t) && !t.In(g.NameParticle) {
			return false
		}
	}
	return false
}
