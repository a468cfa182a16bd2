package coverage

import "riwaya/internal/lang"

// kind is what a word is as the verb of an occurrence.
type kind uint8

const (
	none    kind = iota // no verb here
	cue                 // a verb or participle that attributes
	other               // another verb of the lexicon
	unknown             // not in the lexicon, and looks like a verb
	denied              // negated: it owns the complementiser, and nothing was said
)

// verb says what token j is. direct: it stands before the complementiser.
func (c *Counter) verb(t *lang.Text, from, j int, direct bool) kind {
	w := t.Tokens[j].Word
	if j > from && t.Tokens[j-1].In(c.relative) {
		return none
	}
	begins := c.begins(t, from, j)
	attributes, finite, noun, guess := false, false, false, true
	for i := range w.Readings {
		r := &w.Readings[i]
		guess = guess && r.Feat&lang.Guess != 0
		starts := begins || r.Feat&lang.Conjunction != 0
		switch {
		case r.Cue != nil && r.Feat&(lang.Past|lang.Present) != 0:
			attributes = attributes || w.Feats&lang.Function == 0 || starts || direct
		case r.Cue != nil && r.Feat&lang.Participle != 0 && r.Feat&lang.Article == 0:
			attributes = attributes || r.Feat&lang.Accusative != 0 || starts
		case r.Feat&(lang.Past|lang.Present) != 0:
			finite = finite || r.Feat&lang.First == 0 && (starts || direct)
		case r.Feat&lang.Guess == 0:
			noun = true // or a function word
		}
	}
	switch {
	case (attributes || finite) && j > from && c.functionIn(&t.Tokens[j-1], c.negation):
		return denied
	case attributes:
		return cue
	case finite && !noun:
		return other
	case guess && len(w.Readings) > 0 && (begins || w.Feats&lang.Conjunction != 0 || direct):
		if looks, sure := c.looks(w.Form); looks && (!direct || sure) {
			return unknown
		}
	}
	return none
}

// begins reports whether a clause can begin at token j by what stands before it.
func (c *Counter) begins(t *lang.Text, from, j int) bool {
	if j == from {
		return true
	}
	p := &t.Tokens[j-1]
	return p.Kind == lang.MarkKind || p.Kind == lang.BreakKind || c.functionIn(p, c.conj) || c.functionIn(p, c.particle)
}
