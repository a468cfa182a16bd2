package phrase

import (
	"riwaya/internal/lang"
)

// CueFrames reports whether the cue has that frame.
func (r *Reader) CueFrames(f string) bool { return r.Cue != nil && r.Cue.Has(f) }

// Complementiser reports whether token i opens a reported clause or could.
func (r *Reader) Complementiser(i int) bool {
	t := &r.Tokens[i]
	if t.Word == nil || !t.In(r.Grammar.That) || t.Feats&lang.Function == 0 {
		return false
	}
	e, _ := r.Text.PhraseAt(i, r.Grammar.Name)
	return e == i
}

// TakesUp reports whether token i takes up, by a pronoun, whom the clause before it was about:
// "but he", "except that she", "although they". What it opens has its subject in the pronoun.
func (r *Reader) TakesUp(i int) bool {
	if i < r.Start || !r.Tokens[i].Has(lang.Function|lang.Pronoun) {
		return false
	}
	return r.Tokens[i].In(r.Grammar.Against) || i > r.Start && r.Complementiser(i) && r.Tokens[i-1].In(r.Grammar.Unreported)
}

// Reports reports whether the complementiser at token i can belong to the cue: none
// that another word before it has taken.
func (r *Reader) Reports(i int) bool {
	if !r.Complementiser(i) {
		return false
	}
	if i == 0 || i == r.CueEnd {
		return true
	}
	p := &r.Tokens[i-1]
	g := r.Grammar
	if i-1 != r.At && p.Word != nil && p.Feats&lang.Cue != 0 && i-1 >= r.CueEnd && !p.In(g.Name) && r.CueWord(i-1) {
		return false // another word of saying has it
	}
	if i-1 > r.At && i-1 >= r.CueEnd && p.Word != nil && !p.In(g.Medium) && !p.In(g.Body) && !p.In(g.Name) && !r.named(i) {
		if q := p.Word.Find(lang.Noun | lang.Cue); q != nil && q.Feat&lang.Participle == 0 && p.Feats&(lang.Past|lang.Present) == 0 && (q.Cue.Kind == "noun" || !q.Cue.Has("weak")) {
			return false // so has a noun of saying: the accusations that
		}
	}
	return !(p.In(g.Unreported) || p.In(g.Where) && g.Function(p) || g.Function(p) && p.In(g.Prep) && !p.In(g.Time) && !(p.Has(lang.Function|lang.Pronoun) && (g.Inside(p) != nil || i > r.Start+1 && r.Tokens[i-2].In(g.From))))
}

// named reports whether the word before token i is the last of a title or of a body's name:
// "the heir of the covenant", "the House of Fatwa".
func (r *Reader) named(i int) bool {
	g := r.Grammar
	if i >= r.Start+2 && r.Tokens[i-1].Has(lang.Article) && r.Tokens[i-2].In(g.Body.Minus(g.Person)) {
		return true
	}
	for k := i - 2; k >= r.Start && k >= i-4; k-- {
		if e, _ := r.Text.PhraseAt(k, g.Body); e == i {
			return true
		}
	}
	return false
}

// CueWord reports whether token i is read first as a verb or participle of saying.
func (r *Reader) CueWord(i int) bool {
	if p := &r.Tokens[i-1]; p.In(r.Grammar.NameParticle) || p.In(r.Grammar.Given) || r.Tokens[i].In(r.Grammar.Ambiguous) && p.In(r.Grammar.Ambiguous) || r.Tokens[i].In(r.Grammar.Town) && p.In(r.Grammar.In) {
		return false // a name
	}
	for k := range r.Tokens[i].Word.Readings {
		q := &r.Tokens[i].Word.Readings[k]
		if q.Cue != nil && q.Feat&lang.Participle != 0 && q.Feat&lang.Accusative == 0 && r.Tokens[i-1].Kind != lang.MarkKind {
			continue // an adjective
		}
		if q.Cue != nil && (q.Feat&lang.Verb != 0 || q.Feat&lang.Participle != 0 && q.Feat&(lang.Accusative|lang.Feminine) != 0 && q.Feat&lang.Article == 0) {
			return true
		}
	}
	return false
}

// ClauseStart reports whether a clause may begin at token at.
func (r *Reader) ClauseStart(at int) bool {
	g := r.Grammar
	if at <= r.Start {
		return true
	}
	p := &r.Tokens[at-1]
	if p.Kind != lang.WordKind {
		return p.Kind == lang.MarkKind && p.Mark != lang.Slash && r.Text.Source[p.Start] != '%' || p.Kind == lang.NumberKind && at-1 == r.Start
	}
	return r.Complementiser(at-1) || p.In(g.Conj) && g.Function(p) || p.In(g.Was) && p.Feats&lang.Noun == 0 || p.In(g.Particle) && g.Function(p)
}

// Speaks reports whether token i is plainly another word of saying: a finite verb with
// a conjunction, or a strong one outside a relative clause, or its participle.
func (r *Reader) Speaks(i int) bool {
	t := &r.Tokens[i]
	if t.Word == nil || t.Feats&lang.Cue == 0 || i == r.At || t.In(r.Grammar.Called) {
		return false
	}
	verb := !r.Grammar.Nounish(t)
	for k := range t.Word.Readings {
		q := &t.Word.Readings[k]
		switch {
		case q.Cue == nil || q.Feat&lang.Pronoun != 0:
		case q.Feat&lang.Verb != 0 && verb && q.Feat&lang.Conjunction != 0:
			return true
		case q.Feat&lang.Verb != 0 && q.Feat&lang.Present != 0 && i > r.Start+1 && r.Tokens[i-1].In(r.Grammar.Was) && r.Tokens[i-2].In(r.Grammar.Relative): // "who was speaking"
		case q.Feat&lang.Verb != 0 && verb && !q.Cue.Has("weak") && i > r.Start && (!r.Tokens[i-1].In(r.Grammar.Relative) || r.Tokens[i-1].In(r.Grammar.Against.Or(r.Grammar.Where)) || i+1 < r.End && r.Tokens[i+1].Is(lang.Colon)):
			return true
		case q.Feat&lang.Participle != 0 && q.Feat&lang.Accusative != 0 && !t.In(r.Grammar.Saying) && (!Listed(t) || i > r.Start && r.Tokens[i-1].Kind == lang.MarkKind) && !q.Cue.Has("weak"):
			return true
		}
	}
	return false
}

// ClauseEnd is where a clause that began before token i ends: before a comma, colon,
// Complementiser or long quotation, or before the end of the sentence.
func (r *Reader) ClauseEnd(i int) int {
	for i < r.End {
		t := &r.Tokens[i]
		if t.Kind == lang.WordKind && t.Feats&lang.Cue == 0 && !t.In(r.Grammar.closing) {
			i++
			continue
		}
		if r.Speaks(i) || t.In(r.Grammar.Against) && t.Feats&lang.Noun == 0 && r.Tokens[i-1].Is(lang.Comma) {
			return i
		}
		if t.Kind == lang.BreakKind || t.Is(lang.Comma) || t.Is(lang.Colon) || t.Is(lang.Stop) || t.Is(lang.Semicolon) || r.Complementiser(i) {
			return i
		}
		if t.Kind == lang.MarkKind && t.Match > int32(i) {
			e := r.NameInMarks(i)
			if e == i {
				return i
			}
			i = e
			continue
		}
		if t.Kind == lang.MarkKind && t.Mark != lang.Dash && t.Mark != lang.OtherMark && !joins(t) {
			return i
		}
		i++
	}
	return i
}

// joins reports whether a mark stands inside a name or date: a slash, the signs of a
// hashtag.
func joins(t *lang.Token) bool { return t.Is(lang.Slash) || t.Is(lang.Hash) || t.Is(lang.Underscore) }

func IsQuote(t *lang.Token) bool {
	return t.Is(lang.QuoteOpen) || t.Is(lang.QuoteClose) || t.Is(lang.QuoteEither)
}

// PhraseEnd is the end of that phrase where it begins at token i, i where it does not.
func (r *Reader) PhraseEnd(i int, p *lang.Phrase) int {
	j := i + 1
	for _, w := range p.Rest {
		if j >= r.End || r.Tokens[j].Word == nil || r.Tokens[j].Word.Bare != w && r.Tokens[j].Word.Form != w {
			return i
		}
		j++
	}
	return j
}
