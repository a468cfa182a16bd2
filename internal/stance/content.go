package stance

import (
	"unicode/utf8"

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
		if takes&(Bi|Li) != 0 && takes&Clause == 0 && phrase.IsQuote(t) && int(t.Match) > at+1 && phrase.IsQuote(&r.Tokens[t.Match]) {
			if k := &r.Tokens[at+1]; takes&Bi != 0 && phrase.Glued(k, lang.With|lang.Noun) != nil || takes&Li != 0 && k.Has(lang.For|lang.Masdar) {
				return r.ContentAt(at + 1) // its readiness "to do more"
			}
		}
		if takes&Clause != 0 && t.Kind == lang.NumberKind {
			return r.Until(at, t.Start)
		}
		return Body{}, false
	}
	if takes&Li != 0 && r.For(at) {
		return r.behind(at+1, true)
	}
	if r.Complementiser(at) {
		glued := t.Has(lang.With | lang.Function)
		if takes&That != 0 || glued && takes&As != 0 && r.By.Feat&lang.Pronoun != 0 || glued && takes&Bi != 0 && r.Word.Only&OnlyNarrated == 0 { // to confess that … is another thing
			return r.behind(at+1, glued)
		}
		return Body{}, false
	}
	if r.Grammar.Function(t) && !t.Has(lang.Function|lang.Pronoun) && r.ContextAt(at, KeyAdverb) == at && r.ContextAt(at, KeyBeside) == at {
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
		if takes&p.takes == 0 || p.takes == Li && takes&(Ila|Whom) == Ila|Whom && !r.Tokens[at].Has(lang.For|lang.Masdar) || p.takes == Li && takes&(Act|Whom) == Act|Whom && t.In(g.Country) && at+1 < r.Limit && r.Deed(at+1) {
			continue // "its call to the parties to": who is called
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
		if e := r.ContextAt(at, KeyPious); e > at && e < r.Limit {
			return r.ContentAt(e)
		}
		if e := max(r.TimeAt(at), r.ContextAt(at, KeyAdverb)); e > at && e < r.Limit && r.Tokens[e].Word != nil && !r.Tokens[e].Has(lang.Conjunction) && (r.object(e) && r.Tokens[e].Feats&lang.Cue == 0 || takes&Governs != 0 && !r.Tokens[e].In(g.Time)) {
			if b, ok := r.ContentAt(e); ok && (b.Start > r.Tokens[e].Start || r.object(e)) { // "will receive today his colleague"
				return b, true
			}
		}
		if t.In(g.In) && r.Grammar.Function(t) && at+2 < r.Limit { // "will chair, at ten, the meeting"
			if e := r.TimeAt(at + 1); e > at+1 && e+1 < r.Limit && r.object(e) && r.Tokens[e].Feats&lang.Cue == 0 {
				return r.Until(e, r.Tokens[e].Start)
			}
		}
		if r.Grammar.Function(t) && !t.Has(lang.Function|lang.Pronoun) && (t.In(g.About) || t.In(g.On) && at+1 < r.Limit && !r.Tokens[at+1].In(g.Country.Or(g.Capital))) && r.ContextAt(at, KeyAdverb) == at && at+1 < r.Limit && (r.Is(at+1, KeyAny) || r.Tokens[at+1].Has(lang.Noun|lang.Article) && r.Tokens[at+1].Feats&(lang.With|lang.For|lang.Conjunction) == 0) && !r.Tokens[at+1].In(g.Time) {
			return r.Until(at+1, r.Tokens[at+1].Start) // "will release the prisoners", whose verb takes a preposition
		}
		b, ok := r.Until(at, t.Start)
		if r.ContextAt(at, KeyIf) > at {
			return b, ok
		}
		if ok && t.In(g.Prep) && r.Grammar.Function(t) && b.To+1 < r.Limit && r.Tokens[b.To].Is(lang.Comma) && (r.Tokens[b.To+1].Feats&(lang.Article|lang.Pronoun) != 0 || r.Tokens[b.To+1].Word != nil && r.Feminine(b.To+1)) && r.Tokens[b.To+1].Feats&(lang.Conjunction|lang.With|lang.For) == 0 && r.object(b.To+1) {
			return r.Until(b.To+1, r.Tokens[b.To+1].Start) // "will lower, in the wake of this, its duties"
		}
		if ok && takes&Ala != 0 && t.In(g.Prep) && b.To+1 < r.Limit && r.Tokens[b.To].Is(lang.Comma) && r.Tokens[b.To+1].In(g.On) && r.Grammar.Function(&r.Tokens[b.To+1]) {
			return r.behind(b.To+2, true) // "will work, with its partners, on …"
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

// For reports whether token at is "for that" with a verb in the present right behind it: "strives for becoming". Before anything else
// it is "because".
func (r *Sentence) For(at int) bool {
	t := &r.Tokens[at]
	if at+1 >= r.Limit || !r.Is(at, KeyPurpose) || t.Has(lang.Function|lang.Pronoun) {
		return false
	}
	k := &r.Tokens[at+1]
	return k.Word != nil && k.Has(lang.Verb|lang.Present) && k.Feats&lang.Conjunction == 0
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
	if r.ContextAt(at, KeyAdverb) > at {
		return false
	}
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
	if n == nil || r.Grammar.Finite(t) && n.Feat&(lang.Accusative|lang.Participle) != lang.Accusative || r.Grammar.Function(t) || t.In(g.Time) && !t.In(g.Event) {
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
