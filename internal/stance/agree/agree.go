// Package agree says what a verb without a subject of its own may be said of: whether a word of saying goes with a noun, and whether
// a verb with a conjunction joins one that stands between. It promises that a word that no list has agrees with anything. It names no
// word of any language.
package agree

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// Says reports whether a word of saying may be said of what the noun t, read as n, begins: of several or of one, of a man or of a
// body. A state is feminine, but for a few.
func Says(cue, t *lang.Token, n *lang.Reading, state, male bool) bool {
	var several, one, she, he bool
	for k := range cue.Word.Readings {
		q := &cue.Word.Readings[k]
		if q.Cue == nil {
			continue
		}
		if q.Feat&(lang.Plural|lang.Dual) != 0 {
			several = true
		} else {
			one = true
		}
		if q.Feat&lang.Feminine != 0 {
			she = true
		} else {
			he = true
		}
	}
	switch {
	case several && !one:
		return t.Has(lang.Plural)
	case state:
		return she || male
	case n == nil:
		return true
	case she && !he:
		return n.Feat&(lang.Feminine|lang.Masculine|lang.Plural) != lang.Masculine
	case he && !she:
		return n.Feat&(lang.Feminine|lang.Masculine) != lang.Feminine
	}
	return true
}

// Joins reports whether a verb with that gender and tense can join one of the tokens, a verb with no conjunction whose subject is
// another's: "wants the talks, which last for weeks and aim at".
func Joins(g *phrase.Grammar, was lang.Set, tokens []lang.Token, f lang.Feat) bool {
	const same = lang.Feminine | lang.Masculine | lang.First
	for i := range tokens {
		t := &tokens[i]
		if t.Word == nil || !g.Finite(t) || g.Function(t) || t.In(was) || t.Has(lang.Conjunction) {
			continue
		}
		for k := range t.Word.Readings {
			if q := &t.Word.Readings[k]; q.Feat&lang.Verb != 0 && (q.Feat^f)&same == 0 && q.Feat&f&(lang.Past|lang.Present) != 0 {
				return true
			}
		}
	}
	return false
}
