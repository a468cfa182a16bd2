package coverage

import "riwaya/internal/lang"

// kind is what a word is as the verb of an occurrence.
type kind uint8

const (
	none    kind = iota // no verb here
	cue                 // a verb or participle that attributes
	other               // another verb of the lexicon
	unknown             // not in the lexicon, and looks like a verb
	denied              // negated: it owns the complementiser, and says that nothing was said
)

// verb says what token j of a sentence is. direct: it stands before the complementiser.
func (c *Counter) verb(s []lang.Token, j int, direct bool) kind {
	t := &s[j]
	if j > 0 && s[j-1].In(c.relative) {
		return none
	}
	begins := direct || c.begins(s, j)
	function := t.Word.Feats&lang.Function != 0
	attributes, finite, noun := false, false, false
	for i := range t.Word.Readings {
		r := &t.Word.Readings[i]
		switch {
		case r.Cue != nil && r.Feat&(lang.Past|lang.Present) != 0:
			attributes = true
		case r.Cue != nil && r.Feat&lang.Participle != 0 && r.Feat&lang.Article == 0 && (r.Feat&lang.Accusative != 0 || direct || c.begins(s, j)):
			attributes = true
		case r.Feat&(lang.Past|lang.Present) != 0:
			finite = true
		case r.Feat&lang.Noun != 0 && r.Feat&lang.Guess == 0:
			noun = true
		}
	}
	switch {
	case (attributes || finite) && j > 0 && c.functionIn(&s[j-1], c.negation):
		return denied
	case attributes && (begins || !function):
		return cue
	case finite && (begins || !function && !noun):
		return other
	case begins && guessed(t.Word) && c.verbShape(t.Word.Form):
		return unknown
	}
	return none
}

// guessed reports whether the lexicon has no reading of the word.
func guessed(w *lang.Word) bool {
	for i := range w.Readings {
		if w.Readings[i].Feat&lang.Guess == 0 {
			return false
		}
	}
	return len(w.Readings) > 0
}

// begins reports whether a clause can begin at token j.
func (c *Counter) begins(s []lang.Token, j int) bool {
	if j == 0 || s[j].Has(lang.Conjunction) {
		return true
	}
	p := &s[j-1]
	return p.Kind != lang.WordKind && p.Kind != lang.NumberKind || c.functionIn(p, c.conj) || c.functionIn(p, c.particle)
}
