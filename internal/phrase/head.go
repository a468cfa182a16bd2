package phrase

import "riwaya/internal/lang"

// HeadFits reports whether a source's noun phrase can begin at token i.
func (r *Reader) HeadFits(i int) bool {
	if i >= r.End {
		return false
	}
	g, t := r.Grammar, &r.Tokens[i]
	if t.Word != nil && t.Feats&lang.Verb != 0 {
		if e, p := r.Text.PhraseAt(i, g.Person); e > i && p.Prefix == 0 {
			return true // "the crown prince" begins like "he took charge of"
		}
	}
	switch {
	case t.Is(lang.Hash):
		return r.HeadFits(i + 1)
	case t.Kind == lang.MarkKind:
		return r.NameInMarks(i) > i
	case t.Kind == lang.NumberKind:
		return i+1 < r.End && r.Tokens[i+1].In(g.Body)
	case t.Word == nil:
		return false
	case t.In(g.Pronoun) && t.Feats&lang.Noun == 0:
		return t.Word.Find(lang.Function).Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0
	}
	if e, _ := r.Text.PhraseAt(i, g.Scene); e > i && !t.In(g.Body) {
		return false
	}
	if t.In(g.This) && g.Function(t) && t.Feats&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 && i+1 < r.End && r.Tokens[i+1].Has(lang.Article) &&
		(r.Tokens[i+1].In(g.Person) || r.Tokens[i+1].In(g.Unnamed) || r.Tokens[i+1].In(g.Document) && r.states(i)) {
		return true // "this official", "this report"
	}
	if r.givenName(i) && i+1 < r.End && (r.Tokens[i+1].In(g.Name) || r.Tokens[i+1].In(g.Ambiguous) || r.familyName(i+1) || r.Complementiser(i+1) && !r.CueFrames("ala")) {
		return true
	}
	if t.In(g.Utmost) && i+1 < r.End && r.Tokens[i+1].In(g.Document) && t.Feats&(lang.Conjunction|lang.With|lang.Like) == 0 && (t.Feats&lang.For == 0 || i == r.Governed) {
		return true // "the latest report"
	}
	if r.PlainFunction(i) || t.In(g.Saying) || t.In(g.Idiom) {
		return false
	}
	best := r.Noun(i)
	if best == nil && (r.PhraseIn(i, g.Body) || t.Feats&lang.Verb != 0 && r.PhraseIn(i, g.Name)) && t.Feats&lang.Conjunction == 0 {
		return true // a name of several words whose first looks like a verb
	}
	if best == nil || best.Feat&(lang.With|lang.Like|lang.Conjunction) != 0 || best.Feat&lang.For != 0 && i != r.Governed {
		return false
	}
	if i == r.Subject && best.Feat&lang.Accusative != 0 && best.Feat&lang.Pronoun == 0 && t.In(g.Document.Or(g.Medium)) {
		return false // it wrote an article
	}
	if i == r.Subject && best.Feat&lang.Oblique != 0 || best.Feat&lang.Participle != 0 && best.Feat&lang.Accusative != 0 && best.Feat&lang.Listed == 0 {
		return false // not the case of a subject
	}
	if g.Function(t) || g.Finite(t) || t.In(g.Time) && !t.In(g.Body) && !t.In(g.Given) && !(i+1 < r.End && r.Tokens[i+1].In(g.Document)) {
		return false
	}
	if t.In(g.That) || t.In(g.Prep) && !t.In(g.Body) || t.In(g.Medium) && !t.In(g.Document) && !t.In(g.Body) && !t.In(g.Quantity) && !r.PhraseIn(i, g.Body) {
		return false
	}
	return true
}

// givenName reports whether token i can be a given name, though it looks like a
// preposition: its last letter tells the two apart.
func (r *Reader) givenName(i int) bool {
	g, t := r.Grammar, &r.Tokens[i]
	return t.In(g.Given.Or(g.Ambiguous)) && t.In(g.Prep) && !t.In(g.At) && !t.Maqsura()
}

// familyName reports whether token i looks like a family name: relational, with the
// article, and in no list.
func (r *Reader) familyName(i int) bool {
	n := r.Noun(i)
	return n != nil && n.Feat&(lang.Article|lang.Nisba) == lang.Article|lang.Nisba && n.Feat&lang.Listed == 0
}

// PlainFunction reports whether token i is a function word as it stands, and no known
// Noun or name.
func (r *Reader) PlainFunction(i int) bool {
	g, t := r.Grammar, &r.Tokens[i]
	if t.In(g.Body) || t.In(g.Given) || t.In(g.Quantity) || t.In(g.Demonstrative) {
		return false
	}
	if t.In(g.NameParticle) && i+1 < r.End && (r.Tokens[i+1].In(g.Name) || r.Tokens[i+1].In(g.Ambiguous)) {
		return false // the mother of
	}
	for k := range t.Word.Readings {
		q := &t.Word.Readings[k]
		if q.Feat&lang.Function != 0 && q.Feat&(lang.With|lang.For|lang.Like|lang.Pronoun) == 0 && !q.Classes.Meets(g.Discourse) {
			return true
		}
	}
	return false
}

// states reports whether the document that is pointed at from token i says something: a word
// that does nothing else has it, and "that" follows close behind. These statements also came
// at a time, this law was passed and this figure is a rate.
func (r *Reader) states(i int) bool {
	if r.Cue == nil || r.Cue.Has("weak") || r.Cue.Class == "promise" {
		return false
	}
	for j := max(i+2, r.CueEnd); j < r.End && j < i+6; j++ {
		if r.Complementiser(j) {
			return r.Reports(j)
		}
		if t := &r.Tokens[j]; t.Kind == lang.MarkKind && t.Match < 0 && !t.Is(lang.Colon) || t.Is(lang.Colon) && j > i+2 {
			return t.Is(lang.Colon)
		}
	}
	return false
}
