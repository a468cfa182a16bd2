package stance

import (
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// Body is what a position is about: tokens [From, To), and the byte where it begins, which
// may be inside a word behind a preposition.
type Body struct {
	From, To, Start int
}

// ContentAt is the content that begins at token at, as the word of the trigger takes it.
func (r *Sentence) ContentAt(at int) (Body, bool) {
	if at >= r.Limit {
		return Body{}, false
	}
	g, t, takes := r.V, &r.Tokens[at], r.Word.Frames
	if t.Word == nil {
		if (takes&(Obj|Clause|Passed) != 0 || takes&Act != 0 && at+1 < r.Limit && r.Deed(at+1)) && phrase.IsQuote(t) && int(t.Match) > at+1 {
			return r.Until(at, t.Start)
		}
		if takes&Clause != 0 && t.Kind == lang.NumberKind {
			return r.Until(at, t.Start)
		}
		return Body{}, false
	}
	if r.Complementiser(at) {
		glued := t.Has(lang.With | lang.Function)
		if takes&That != 0 || glued && takes&As != 0 && r.By.Feat&lang.Pronoun != 0 || glued && takes&Bi != 0 && r.Word.Only&OnlyNarrated == 0 { // to confess that … is another thing
			return r.behind(at+1, glued)
		}
		return Body{}, false
	}
	if r.Grammar.Function(t) && !t.Has(lang.Function|lang.Pronoun) && r.ContextAt(at, KeyAdverb) == at {
		if takes&Ila != 0 && t.In(g.To) || takes&Ala != 0 && t.In(g.On) || takes&An != 0 && t.In(g.About) || takes&Fi != 0 && t.In(g.In) || takes&Min != 0 && t.In(g.From) || takes&Nahw != 0 && r.Is(at, KeyTowards) {
			if takes&(Ila|Whom) == Ila|Whom && at+1 < r.Limit && r.Tokens[at+1].In(g.Country) {
				return Body{}, false // "invited the envoy to Yemen"
			}
			if at+1 < r.Limit && r.Complementiser(at+1) {
				if takes&(Ala|That) == Ala && (r.Tokens[at+1].Has(lang.Function|lang.Pronoun) || at+2 < r.Limit && r.Tokens[at+2].Feats&lang.Verb == 0 && r.Noun(at+2) != nil && !r.Grammar.Function(&r.Tokens[at+2])) {
					return Body{}, false // "insists on it that it is so"
				}
				at++
			}
			return r.behind(at+1, true)
		}
	}
	if e := r.ContextAt(at, KeyBeside); takes&Maa != 0 && e > at {
		return r.behind(e, true)
	}
	if takes&Bi != 0 && r.Is(at, KeyWithal) && at+1 < r.Limit && !r.Tokens[at+1].In(g.From) {
		_, n := utf8.DecodeRuneInString(r.T.Source[t.Start:])
		return r.Until(at, t.Start+n) // "promised to support", which is written as "with the support of"
	}
	if takes&Bi != 0 && r.Is(at, KeyWith) || takes&Li != 0 && r.Is(at, KeyFor) {
		return r.behind(at+1, true)
	}
	for _, p := range [2]struct {
		takes Frame
		feat  lang.Feat
	}{{Bi, lang.With}, {Li, lang.For}} {
		if takes&p.takes == 0 {
			continue
		}
		if q := phrase.Glued(t, p.feat|lang.Noun); q != nil && r.subject(at, q) && !(r.Word.Only&OnlyNarrated != 0 && q.Feat&lang.Pronoun != 0) {
			return r.Until(at, r.T.Inner(at, q))
		}
		if t.Feats&p.feat != 0 && t.In(g.Demonstrative) && at+1 < r.Limit && r.Tokens[at+1].Has(lang.Noun|lang.Article) && !r.Tokens[at+1].In(g.Time) {
			if q := t.Word.Find(p.feat | lang.Function); q != nil && q.Prefix > 0 {
				return r.Until(at, r.T.Inner(at, q)) // its refusal of this decree
			}
		}
		if r.Is(at, KeyAny) && t.Feats&p.feat != 0 { // ready for any scenario
			for k := range t.Word.Readings {
				if q := &t.Word.Readings[k]; q.Key == KeyAny && q.Feat&p.feat != 0 {
					return r.Until(at, r.T.Inner(at, q))
				}
			}
		}
	}
	switch {
	case takes&Clause != 0:
		if t.In(g.Against) && r.Grammar.Function(t) || t.In(g.Already) {
			return Body{}, false
		}
		if t.Feats&lang.Conjunction != 0 && t.Has(lang.Conjunction) && r.Noun(at) == nil {
			return Body{}, false
		}
		if t.In(g.In) && r.Grammar.Function(t) && at+2 < r.Limit { // "will chair, at ten, the meeting"
			if e := r.TimeAt(at + 1); e > at+1 && e+1 < r.Limit && r.object(e) && r.Tokens[e].Feats&lang.Cue == 0 {
				return r.Until(e, r.Tokens[e].Start)
			}
		}
		b, ok := r.Until(at, t.Start)
		if ok && t.In(g.Prep) && r.Grammar.Function(t) && b.To+1 < r.Limit && r.Tokens[b.To].Is(lang.Comma) && r.Tokens[b.To+1].Feats&(lang.Article|lang.Pronoun) != 0 && r.Tokens[b.To+1].Feats&(lang.Conjunction|lang.With|lang.For) == 0 && r.object(b.To+1) {
			return r.Until(b.To+1, r.Tokens[b.To+1].Start) // "will lower, in the wake of this, its duties"
		}
		return b, ok
	case r.By.Feat&(lang.Verb|lang.Pronoun) == lang.Verb|lang.Pronoun: // the pronoun is its object
		if takes&As != 0 && t.In(g.On) && r.Grammar.Function(t) && at+1 < r.Limit && r.Complementiser(at+1) {
			return r.behind(at+2, true) // classes it as being …
		}
		if takes&As != 0 && (t.Has(lang.Noun|lang.Like) || t.Has(lang.Noun|lang.With) || r.object(at) && !t.Has(lang.Article)) {
			return r.Until(at, t.Start)
		}
	case r.By.Feat&(lang.Verb|lang.Article) == lang.Article && r.Word.Only&IsState == 0: // a noun with the article has none
	case r.By.Feat&(lang.Verb|lang.Pronoun) == lang.Pronoun && t.Has(lang.Participle|lang.Article) && !t.Has(lang.Masdar): // its request put to …
	case takes&(Obj|Passed) != 0 && r.object(at) && (r.Word.Only&OnlyTask == 0 || r.Is(at, KeyTask)), takes&Act != 0 && r.Deed(at):
		return r.Until(at, t.Start)
	}
	return Body{}, false
}

// behind is the content from token at, behind a preposition or a complementiser.
func (r *Sentence) behind(at int, noun bool) (Body, bool) {
	if at >= r.Limit || r.Tokens[at].Kind == lang.BreakKind || r.Tokens[at].Is(lang.Comma) || r.Tokens[at].Is(lang.Stop) {
		return Body{}, false
	}
	t := &r.Tokens[at]
	if noun && t.Word != nil && t.In(r.V.Time) && !t.In(r.V.Event) && !t.Has(lang.Masdar) {
		return Body{}, false
	}
	return r.Until(at, t.Start)
}

// subject reports whether what stands behind a glued preposition can be what a position is
// about: no pronoun, no time.
func (r *Sentence) subject(at int, q *lang.Reading) bool {
	t := &r.Tokens[at]
	return !(t.In(r.V.Time) && !t.In(r.V.Event) && !t.Has(lang.Masdar)) && !r.Is(at, KeyAdverb)
}

// object reports whether a bare object can begin at token at.
func (r *Sentence) object(at int) bool {
	g, t := r.V, &r.Tokens[at]
	if t.In(g.Demonstrative) && r.Grammar.Function(t) && at+1 < r.Limit && r.Tokens[at+1].Has(lang.Article) {
		return t.Feats&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0
	}
	if r.Is(at, KeyAny) {
		return t.Feats&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 && at+1 < r.Limit && r.Noun(at+1) != nil
	}
	n := r.Noun(at)
	if n != nil && n.Prefix > 0 && t.Has(lang.Noun) {
		for k := range t.Word.Readings { // "idea" is not "and a ball"
			if q := &t.Word.Readings[k]; q.Feat&lang.Noun != 0 && q.Prefix == 0 {
				n = q
				break
			}
		}
	}
	if n == nil || r.Grammar.Finite(t) || r.Grammar.Function(t) || t.In(g.Time) && !t.In(g.Event) {
		return false
	}
	if n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 || t.In(g.Prep) || at > r.Start && r.Tokens[at-1].In(g.Prep) && r.Grammar.Function(&r.Tokens[at-1]) {
		return false
	}
	if n.Feat&lang.Nisba != 0 && !t.In(g.Event) || t.In(g.Demonym) && !t.In(g.Country) {
		return false // an adjective of what is before it
	}
	return true
}

// Deed reports whether a verbal noun or the noun of an event begins at token at.
func (r *Sentence) Deed(at int) bool {
	t := &r.Tokens[at]
	if t.Word == nil || !r.object(at) {
		return false
	}
	return t.In(r.V.Event) || t.Has(lang.Masdar) && !t.In(r.Grammar.Office)
}

// Until is the content from token from, at byte start, to where it ends: with the sentence,
// the words of its speaker, or the next clause of the narrator.
func (r *Sentence) Until(from, start int) (Body, bool) {
	end := r.end(from, r.Limit)
	if end <= from {
		return Body{}, false
	}
	return Body{from, end, start}, true
}

// end is where the clause from token from ends, at most at limit.
func (r *Sentence) end(from, limit int) int {
	g := r.V
	inside := -1
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
		if t.Has(lang.So) && r.Complementiser(i) || r.Turns(i) || r.Cites(i) || r.tells(i) || t.In(r.Grammar.Saying) && t.Has(lang.Participle) && t.Feats&lang.Article == 0 || r.ContextAt(i, KeyBy) > i {
			break
		}
		if t.Has(lang.Conjunction) && (r.Grammar.Finite(t) && t.Word.Find(lang.Conjunction|lang.Verb) != nil && !r.completing(i) || r.denies(i)) && !r.Complementiser(from-1) {
			break
		}
	}
	for i > from+1 {
		t := &r.Tokens[i-1]
		if t.Kind == lang.MarkKind && t.Match < 0 || t.Kind == lang.MarkKind && t.Match >= 0 && int(t.Match) > i || t.In(g.Conj) && r.Grammar.Function(t) || t.In(g.That) && r.Grammar.Function(t) {
			i--
			continue
		}
		break
	}
	return i
}

// Turns reports whether the clause turns at token i to another: "but", "however", "while", "for it has".
func (r *Sentence) Turns(i int) bool {
	t := &r.Tokens[i]
	if t.Word == nil {
		return false
	}
	if t.Has(lang.So) && t.In(r.V.Already) && i+1 < r.End && r.Tokens[i+1].Feats&(lang.Verb|lang.Past) == lang.Verb|lang.Past && !r.Tokens[i-1].In(r.V.Relative) {
		return true
	}
	return t.In(r.V.Against) && t.In(r.V.Conj) && t.Feats&lang.Noun == 0 && r.ContextAt(i, KeyWithin) == i || r.ContextAt(i, KeyBut) > i
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
	if t := &r.Tokens[i]; !t.Is(lang.Dash) || t.Tight() || i+1 >= limit || !r.Grammar.MayBeFinite(&r.Tokens[i+1]) {
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

// tells reports whether somebody begins to speak at token i: no preposition that is written like a word of saying, and no
// verb that only says of an indefinite noun right before it what it does: "a deal that admits".
func (r *Sentence) tells(i int) bool {
	if !r.Speaks(i) {
		return false
	}
	t := &r.Tokens[i]
	cue := r.CueAt(t)
	if cue < 0 && t.In(r.V.Prep) {
		return false
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
	return i > r.Start && i+1 < r.Limit && r.Tokens[i-1].Has(lang.Nisba|lang.Article) && r.Tokens[i+1].Has(lang.Nisba|lang.Article)
}

// denies reports whether token i is a negation, or the particle of the future, and a verb stands
// right behind it.
func (r *Sentence) denies(i int) bool {
	t := &r.Tokens[i]
	return (t.In(r.V.Negation) && t.Feats&lang.Function != 0 || r.Is(i, KeyNever) || r.Is(i, KeyWill)) && i+1 < r.End && r.Grammar.Finite(&r.Tokens[i+1])
}

// lists reports whether what stands behind a comma, at token i, goes on with a list: a noun
// with a conjunction, or a condition.
func (r *Sentence) lists(i int) bool {
	t := &r.Tokens[i]
	if t.Word == nil {
		return false
	}
	if r.Speaks(i) || r.Grammar.Finite(t) {
		return false
	}
	q := r.Noun(i)
	return q != nil && q.Feat&lang.Conjunction != 0 && !t.Has(lang.Participle|lang.Accusative) && (t.Feats&lang.Cue == 0 || t.Has(lang.Masdar|lang.Article) && q.Feat&(lang.With|lang.For) == 0 && r.CueAt(t) < 0)
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
