package trigger

import (
	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/internal/stance"
)

// Held is what a state, called by its name, holds something to be, with that thing, where the claim has for its content
// only the end of it: "Israel regards the town as its «eternal» seat".
func (c *Word) Held(r *stance.Sentence, cl *riwaya.Claim) (riwaya.Span, bool) {
	at := c.To
	if c.Word.Frames&stance.As == 0 || len(cl.Content.Spans) != 1 || len(cl.Source.Spans) == 0 || at+1 >= r.End || r.Tokens[at].Start != cl.Source.Spans[0].Start || !r.Tokens[at].In(r.V.Country.Or(r.V.Capital)) {
		return riwaya.Span{}, false
	}
	s := riwaya.Span{Start: r.Tokens[at+1].Start, End: cl.Content.Spans[0].End}
	if n := r.Noun(at + 1); n == nil || n.Feat&(lang.With|lang.For|lang.Conjunction|lang.Accusative) != 0 || r.Tokens[at+1].In(r.V.Time) || r.ContextAt(at+1, stance.KeyAdverb) > at+1 || r.Tokens[at+1].Has(lang.Nisba|lang.Article) || r.Tokens[at+1].Start >= cl.Content.Spans[0].Start {
		return s, false
	}
	for i := at + 1; i < r.End && r.Tokens[i].Start < cl.Content.Spans[0].Start; i++ {
		if t := &r.Tokens[i]; t.Kind != lang.WordKind && !phrase.IsQuote(t) || r.Complementiser(i) || r.Grammar.Finite(t) && !r.Grammar.Nounish(t) {
			return s, false
		}
	}
	return s, true
}

// Insists reports whether the word of the trigger insists on what is another's to give or to do, which stands from byte at: on a right, on
// guarantees, on the need of it. That is demanded, not intended.
func (c *Word) Insists(r *stance.Sentence, at int) bool {
	i := r.T.TokenAt(at, r.Start, r.End)
	return c.Word.Only&stance.IsInsist != 0 && i >= 0 && r.Is(i, stance.KeyDue)
}

// Astray reports whether what a claim says, from token at, does not stand where the word of the trigger, its cue, takes it: behind a
// preposition of its own, or a verbal noun right away. So "asked of the ministry to …" begins with the ministry.
func (c *Word) Astray(r *stance.Sentence, at int) bool {
	p, takes := &r.Tokens[max(at-1, r.Start)], c.Word.Frames
	if at <= c.To-1 || at == r.Start || r.Complementiser(at-1) {
		return false
	}
	if at-1 >= c.To && p.In(r.V.Prep) && r.Grammar.Function(p) && p.Feats&lang.Pronoun == 0 {
		return !(takes&stance.Ala != 0 && p.In(r.V.On) || takes&stance.Ila != 0 && p.In(r.V.To) || takes&stance.Fi != 0 && p.In(r.V.In) ||
			takes&stance.Min != 0 && p.In(r.V.From) || takes&stance.An != 0 && p.In(r.V.About) || takes&stance.Maa != 0 && r.Is(at-1, stance.KeyBeside) || takes&stance.Nahw != 0 && r.Is(at-1, stance.KeyTowards) || takes&(stance.Bi|stance.Li) != 0 && r.Is(at-1, stance.KeyWith))
	}
	switch takes &^ stance.Whom {
	case stance.That, stance.That | stance.Act, stance.Act:
		b, ok := r.ContentAt(at)
		return takes&stance.Act == 0 || !(ok && b.From == at) && !phrase.IsQuote(p)
	case stance.Bi:
		return c.Word.Stance == "commits" && phrase.Glued(&r.Tokens[at], lang.With|lang.Noun) == nil && !r.Is(at-1, stance.KeyWith) && !phrase.IsQuote(p)
	}
	return false
}

// Turn ends what is wanted, from token at, where the sentence turns to another clause: "calls for calm, however …"; that reports
// whether it is a clause itself, whose verbs go on.
func (c *Word) Turn(r *stance.Sentence, m *riwaya.Matter, at int, that bool) {
	s := &m.Spans[0]
	if at > r.Start && phrase.IsQuote(&r.Tokens[at-1]) && int(r.Tokens[at-1].Match) > at && r.Tokens[r.Tokens[at-1].Match].Start >= s.End {
		return // all in its own words
	}
	which := false
	for i := at; i < r.End && r.Tokens[i].End <= s.End; i++ {
		t := &r.Tokens[i]
		if t.Kind == lang.MarkKind && int(t.Match) > i {
			i = int(t.Match)
			continue
		}
		which = which || t.In(r.V.Relative) && r.Grammar.Function(t)
		joined := t.Word != nil && t.Has(lang.Verb|lang.Conjunction) && !r.Grammar.Nounish(t) && !t.In(r.V.Prep)
		said := t.Feats&lang.Cue != 0 && t.Has(lang.Participle|lang.Accusative) && i > at && r.Tokens[i-1].Is(lang.Comma) // ", wishing them success"
		if i == at || !said && !r.Turns(i) && !r.Cites(i) && !(t.Word != nil && t.Has(lang.So) && r.Complementiser(i)) && !t.Is(lang.Semicolon) && (which || !joined || !r.Speaks(i) && (that || t.Feats&lang.Noun != 0 || t.Has(lang.So))) {
			that = that || r.Complementiser(i) || t.Word != nil && r.Grammar.Finite(t) && !r.Grammar.Nounish(t)
			continue
		}
		end := i - 1
		for k := &r.Tokens[end]; end > at && (k.Kind == lang.MarkKind && int(k.Match) < 0 || k.In(r.V.Demonstrative) && r.Grammar.Function(k) && k.Has(lang.Conjunction)); k = &r.Tokens[end] {
			end--
		}
		cut := riwaya.Span{Start: s.Start, End: r.Tokens[end].End}
		*m = riwaya.Matter{Spans: riwaya.Spans{cut}, Text: cut.Of(r.T.Source)}
		return
	}
}

// Cited leaves out of what is held to be so, from token at, whom the narrator has it from, behind a comma: ", according to the statement".
func (c *Word) Cited(r *stance.Sentence, m *riwaya.Matter, at int) {
	s := &m.Spans[0]
	for i := at + 2; i < r.End && r.Tokens[i].Start < s.End; i++ {
		if r.Tokens[i-1].Is(lang.Comma) && r.Tokens[i-1].Start > r.Tokens[at].Start && r.Cites(i) {
			cut := riwaya.Span{Start: s.Start, End: r.Tokens[i-2].End}
			*m = riwaya.Matter{Spans: riwaya.Spans{cut}, Text: cut.Of(r.T.Source)}
			return
		}
	}
}

// Aside leaves out of what is wanted, from token at, whom somebody calls upon, where a country stands at its beginning: "called on the envoy
// to Yemen to visit the town"; it returns where it begins then, -1 if there is nothing else.
func (c *Word) Aside(r *stance.Sentence, m *riwaya.Matter, at int) int {
	if quoted := at > r.Start && phrase.IsQuote(&r.Tokens[at-1]); quoted && c.Word.Frames&(stance.Ila|stance.Whom) == stance.Ila|stance.Whom && !r.Deed(at) && !r.Tokens[at-1].In(r.V.To) {
		for i := at + 1; i+1 < min(r.End, at+12) && r.Tokens[i].Start < m.Spans[0].End && r.Tokens[i].Kind == lang.WordKind; i++ { // "called on «all parties to stop»"
			if t := &r.Tokens[i]; t.In(r.V.To) && r.Grammar.Function(t) && !t.Has(lang.Function|lang.Pronoun) {
				if r.Complementiser(i + 1) {
					i++
				}
				s := riwaya.Span{Start: r.Tokens[i+1].Start, End: m.Spans[len(m.Spans)-1].End}
				if s.Start < s.End {
					*m = riwaya.Matter{Spans: riwaya.Spans{s}, Text: s.Of(r.T.Source)}
					return i + 1
				}
			}
		}
	}
	if c.Word.Frames&(stance.Ila|stance.Whom) != stance.Ila|stance.Whom || !r.Tokens[at].In(r.V.Country) || at == r.Start || !r.Tokens[at-1].In(r.V.To) {
		return at
	}
	for i := at + 1; i+1 < r.End && r.Tokens[i].Start < m.Spans[0].End; i++ {
		if t := &r.Tokens[i]; t.In(r.V.To) && r.Grammar.Function(t) && !t.Has(lang.Function|lang.Pronoun) && r.Tokens[i+1].Word != nil && (r.Tokens[i+1].In(r.V.Event) || r.Tokens[i+1].Has(lang.Masdar)) {
			s := riwaya.Span{Start: r.Tokens[i+1].Start, End: m.Spans[len(m.Spans)-1].End}
			*m = riwaya.Matter{Spans: riwaya.Spans{s}, Text: s.Of(r.T.Source)}
			return i + 1
		}
	}
	for i := c.To; i < at; i++ { // "called on the parties to let the aid come to Syria"
		if q := phrase.Glued(&r.Tokens[i], lang.For|lang.Noun); q != nil && r.Tokens[i].Has(lang.For|lang.Masdar) && q.Feat&lang.Article == 0 && !r.Opens(i, 3, stance.KeyInvited) {
			s := riwaya.Span{Start: r.T.Inner(i, q), End: m.Spans[len(m.Spans)-1].End}
			*m = riwaya.Matter{Spans: riwaya.Spans{s}, Text: s.Of(r.T.Source)}
			return i
		}
	}
	return -1
}
