package cue

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// subjectPhrase is NounPhrase for the subject of the cue, when that is a verb. It is
// valid until it is called again.
func (r *Reading) subjectPhrase(at int) []int {
	asked := subject{at, r.At, r.CueEnd, r.Start, r.End, r.Cue, r.By}
	if asked == r.last { // several parts are subjects of their kind
		return r.held
	}
	r.last = asked
	if r.By != nil && r.By.Feat&lang.Verb != 0 {
		r.Subject = at
	}
	if r.held = r.held[:0]; !r.otherSex(at) {
		r.held = append(r.held, r.NounPhrase(at)...)
	}
	r.Subject = -1
	return r.held
}

// otherSex reports whether the word at token i is of one man and the verb before it of a woman
// or a body: whom she asked, not who asked.
func (r *Reading) otherSex(i int) bool {
	g, t := r.Grammar, &r.Tokens[i]
	if !r.CueFrames("addr") && !r.CueFrames("whole") {
		return false // a woman may bear a man's title
	}
	if r.Subject != i || r.By.Feat&lang.Feminine == 0 || r.By.Feat&lang.Masculine != 0 || !t.In(g.Person) || t.In(g.Body.Minus(g.Person)) || t.In(g.Name.Or(g.Honorific).Or(g.Rank)) {
		return false
	}
	n := r.Noun(i)
	return n != nil && n.Feat&lang.Article != 0 && n.Feat&(lang.Masculine|lang.Singular) == lang.Masculine|lang.Singular && n.Feat&(lang.Plural|lang.Feminine|lang.Guess) == 0
}

// GovernedStart is the token where a source begins behind the preposition that the cue
// governs, free or glued on, at token at; -1 where there is none.
func (r *Reading) GovernedStart(at int) int {
	g, t := r.Grammar, &r.Tokens[at]
	if t.Word == nil {
		return -1
	}
	if g.Function(t) || r.Lone(at, lang.For) {
		if t.In(g.About) && r.CueFrames("an") || t.In(g.To) && r.CueFrames("ila") || t.In(g.From) || r.Lone(at, lang.For) && r.CueFrames("li") {
			return at + 1
		}
		return -1
	}
	if (phrase.Glued(t, lang.For|lang.Noun) != nil || t.In(g.Utmost) && t.Has(lang.For)) && (r.CueFrames("li") || r.By.Feat&lang.Noun != 0) {
		return at
	}
	return -1
}

// cited reports whether the source at token i can be cited: behind a preposition its
// head itself must be one that speaks.
func (r *Reading) cited(i int) bool {
	if r.By == nil || r.By.Feat&lang.Function == 0 {
		return true
	}
	g, t := r.Grammar, &r.Tokens[i]
	if r.CanSpeak(i, i+1) || r.PhraseIn(i, g.Speaker) || t.In(g.Ambiguous) && i+1 < r.End && r.Tokens[i+1].In(g.Name) {
		return true
	}
	return (t.In(g.Quantity) || t.In(g.Time) || t.In(g.Utmost)) && i+1 < r.End && (r.Tokens[i+1].In(g.Body) || r.Tokens[i+1].In(g.From))
}

// Conjoined reports whether the noun at token i begins a clause with a conjunction
// glued on.
func (r *Reading) Conjoined(i int) bool {
	t := &r.Tokens[i]
	if e, p := r.Text.PhraseAt(i, r.Grammar.Person); e > i && p.Prefix == 0 {
		return false // "the crown prince"
	}
	return i == r.Start && t.Word != nil && t.Word.Find(lang.Noun|lang.Conjunction) != nil
}
