package phrase

import (
	"slices"

	"riwaya/internal/lang"
)

// CanSpeak reports whether tokens [from, to) are someone or something that speaks.
func (r *Reader) CanSpeak(from, to int) bool {
	g := r.Grammar
	if r.Cue == nil && to-from == 1 { // before a headline's colon a lone name may be the place
		if t := &r.Tokens[from]; t.In(g.Country) || t.In(g.NoSpeaker) || t.Word != nil && t.Feats&lang.Guess != 0 {
			return false
		}
	}
	if r.Cue == nil && (r.Tokens[from].In(g.NoSpeaker) || r.PhraseIn(from, g.NoSpeaker)) {
		return false
	}
	if e, _ := r.Text.PhraseAt(from, g.Speaker); e > from {
		return true
	}
	last := from + 4
	if !r.Tokens[from].In(g.Quantity.Or(g.Many).Or(g.Demonstrative)) && (r.Cue == nil || r.By != nil && r.By.Feat&lang.Noun != 0 && r.By.Feat&lang.Participle == 0) {
		last = from + 1 // no verb shows that somebody speaks: the head itself must be one who can
		if n := from + 1; r.Cue == nil && n < to && r.Tokens[n].In(g.Demonym) && r.Tokens[from].Has(lang.Article|lang.Feminine) && !r.Tokens[from].In(g.Event) {
			last = n + 1 // "the Lebanese health", its ministry
		}
	}
	for i := from; i < to && i < last; i++ {
		t := &r.Tokens[i]
		if last == from+1 && t.In(g.TakesPrep) && t.Has(lang.Article) {
			return true // "who is in charge of"
		}
		if t.In(g.Speaker) || t.In(g.Demonym) || i == from && t.In(g.Name) || t.In(g.Pronoun) && t.Feats&lang.Function != 0 {
			return true
		}
		if t.Kind == lang.MarkKind && t.Match < 0 {
			break
		}
	}
	if to-from >= 2 && r.Tokens[from].In(g.NameParticle) {
		return true
	}
	if to-from >= 2 && r.Tokens[from].In(g.Ambiguous) && r.Tokens[from+1].In(g.Name.Or(g.Ambiguous)) {
		return true
	}
	if n := r.Noun(from); n != nil && n.Feat&(lang.Masculine|lang.Plural) == lang.Masculine|lang.Plural && n.Feat&(lang.Oblique|lang.Conjunction) == 0 && n.Feat&lang.Participle != 0 {
		return true // the sound plural in -un is of people
	}
	// a name that no list has: a guess without an article, or two of them
	t := &r.Tokens[from]
	if r.noName(t) {
		return false
	}
	if t.Word != nil && t.Feats&lang.Guess != 0 && t.Feats&(lang.Article|lang.Feminine) == 0 {
		return r.Cue != nil || to-from == 1 || !r.Tokens[from+1].In(g.Country)
	}
	if to-from == 1 && r.By != nil && r.By.Feat&lang.Verb != 0 && !r.CueFrames("weak") && r.familyName(from) {
		return true
	}
	return t.Kind == lang.MarkKind
}

// never is the key of what is no speaker where a verb says that somebody speaks, either.
const never = "never"

// noName reports whether a word that no list of names has is none by itself: a verb or an adverb that looks like one, or a noun
// whose ending says whose it is and that a list has without it: "his speech".
func (r *Reader) noName(t *lang.Token) bool {
	if t.Word == nil {
		return false
	}
	if t.Keyed(r.Grammar.NoSpeaker, never) {
		return true
	}
	return t.Feats&lang.Guess != 0 && !t.In(r.Grammar.Name) && slices.ContainsFunc(t.Word.Readings, func(q lang.Reading) bool {
		return q.Feat&lang.Pronoun != 0 && q.Feat&(lang.Guess|lang.Verb) == 0 && q.Lemma != ""
	})
}

// Whole reports whether tokens [from, to) can be a whole noun phrase before a bare
// object: definite, or indefinite with its adjective.
func (r *Reader) Whole(from, to int) bool {
	g, last := r.Grammar, &r.Tokens[to-1]
	if last.Word == nil {
		return true
	}
	if e, _ := r.Text.PhraseAt(from, g.Body.Minus(g.Person)); e == to {
		return true
	}
	if g.Function(last) {
		return last.In(g.Pronoun)
	}
	if last.In(g.NameParticle) && !last.In(g.Given.Or(g.Family)) && last.Feats&lang.Article == 0 {
		return false
	}
	if to-from > 1 && r.Tokens[to-2].In(g.NameParticle) && !r.Tokens[to-2].In(g.Given.Or(g.Family)) {
		return true // "the son of": a family's name
	}
	if last.In(g.Ambiguous) && to-from > 1 && (r.Tokens[to-2].In(g.Name.Or(g.Ambiguous)) || r.Tokens[to-2].In(g.Person)) {
		return true
	}
	if last.In(g.Given) || last.In(g.Country) || last.In(g.Demonym) || last.In(g.Name) || last.In(g.Outlet) || last.In(g.Town) {
		return true
	}
	n := r.Noun(to - 1)
	if n == nil {
		return to-from > 1 && r.Tokens[to-2].In(g.In.Or(g.From)) // a place that looks like a verb
	}
	if n.Feat&(lang.Article|lang.Nisba|lang.Pronoun) != 0 {
		return true
	}
	if n.Feat&lang.Guess != 0 { // a name, behind a title or alone
		return true
	}
	if to-from > 1 && to < r.End && (r.Tokens[to].Is(lang.Comma) || r.Tokens[to].In(g.Time)) {
		return true
	}
	if n.Feat&lang.Plural != 0 && (n.Feat&lang.Conjunction != 0 || n.Feat&lang.Masculine != 0 && to-from > 1) || to-from > 1 && last.Has(lang.Noun|lang.Plural|lang.Conjunction) {
		return true
	}
	return to-from == 1 && last.In(g.Unnamed.Or(g.Witness)) || to-from > 1 && last.In(g.Quantity)
}

// SubjectOf reports whether the noun at token i, before its verb, agrees with it as far
// as both show.
func (r *Reader) SubjectOf(i int) bool {
	n := r.Noun(i)
	if n == nil || r.By == nil || r.By.Feat&lang.Verb == 0 {
		return true
	}
	masculine := r.By.Feat&lang.Masculine != 0 && r.By.Feat&lang.Feminine == 0
	if n.Feat&lang.Guess != 0 {
		return true
	}
	if n.Feat&lang.Feminine != 0 && masculine && !r.Tokens[i].In(r.Grammar.Given) {
		return false
	}
	return !(r.By.Feat&lang.Feminine != 0 && n.Feat&lang.Masculine != 0 && r.Tokens[i].In(r.Grammar.Person) && n.Feat&lang.Singular != 0 && n.Feat&lang.Plural == 0 && !r.Tokens[i].In(r.Grammar.Body.Minus(r.Grammar.Person)))
}

// Listed reports whether a token has a reading as a noun that some word list has.
func Listed(t *lang.Token) bool {
	for i := range t.Word.Readings {
		if q := &t.Word.Readings[i]; q.Feat&lang.Noun != 0 && q.Feat&lang.Listed != 0 {
			return true
		}
	}
	return false
}
