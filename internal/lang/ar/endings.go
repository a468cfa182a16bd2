package ar

import (
	"iter"
	"maps"
	"slices"

	"riwaya/internal/lang"
)

// The endings of the third person, with and without a pronoun behind them. Wright I,
// §§ 185-190 (suffixed pronouns), table II (the strong verb).
var (
	pastEndings    = byLast(makePastEndings())
	presentEndings = byLast(makePresentEndings())
	nounEndings    = byLast(makeNounEndings())
)

// endings are those that a form can have, by the last byte of the form: the empty one
// is among all. Trying every ending on every form took most of the time of analysis.
type endings [256][]*ending

func byLast(all []ending) *endings {
	var out endings
	for i := range all {
		e := &all[i]
		for b := range out {
			if e.text == "" || e.text[len(e.text)-1] == byte(b) {
				out[b] = append(out[b], e)
			}
		}
	}
	return &out
}

// of are the endings to try on a form, in the order of the full list.
func (t *endings) of(form string) []*ending {
	if form == "" {
		return t[0]
	}
	return t[form[len(form)-1]]
}

var objectPronouns = []string{"ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "كم"}

func slots(s ...slot) (out [fixed + 1]bool) {
	for _, x := range s {
		out[x] = true
	}
	return out
}

func withPronouns(out []ending, e ending) []ending {
	for _, p := range objectPronouns {
		out = append(out, ending{e.text + p, e.feat | lang.Pronoun, e.slot})
	}
	return out
}

func makePastEndings() []ending {
	const m, f = lang.Masculine, lang.Feminine
	out := []ending{
		{"", m | lang.Singular, slots(pastStem)},
		{"ا", m | lang.Dual, slots(pastStem)},
		{"ت", f | lang.Singular, slots(pastStem, presentBare)},
		{"تا", f | lang.Dual, slots(pastStem, presentBare)},
		{"وا", m | lang.Plural, slots(pastStem, presentBare)},
		{"نا", lang.First | lang.Plural, slots(pastStem)},
	}
	out = withPronouns(out, ending{"", m | lang.Singular, slots(pastStem, pastFinal)})
	out = withPronouns(out, ending{"ت", f | lang.Singular, slots(pastStem, presentBare)})
	return withPronouns(out, ending{"و", m | lang.Plural, slots(pastStem, presentBare)})
}

func makePresentEndings() []ending {
	out := []ending{
		{"", 0, slots(presentStem)},
		{"ان", lang.Dual, slots(presentStem)},
		{"ون", lang.Masculine | lang.Plural, slots(presentStem, presentBare)},
		{"وا", lang.Masculine | lang.Plural, slots(presentStem, presentBare)},
	}
	out = withPronouns(out, ending{"", 0, slots(presentStem, presentHeld)})
	return withPronouns(out, ending{"ون", lang.Masculine | lang.Plural, slots(presentStem, presentBare)})
}

func makeNounEndings() []ending {
	const m, f = lang.Masculine, lang.Feminine
	s := slots(nounStem)
	out := []ending{
		{"", 0, slots(nounStem, shortStem)},
		{"ا", lang.Accusative, s},
		{"ة", f | lang.Singular, s},
		{"ان", m | lang.Dual, s}, {"ين", m | lang.Plural | lang.Oblique, slots(nounStem, shortStem)}, {"ون", m | lang.Plural, slots(nounStem, shortStem)},
		{"و", m | lang.Plural | lang.Bound, s}, {"ي", m | lang.Plural | lang.Bound, s},
		{"ات", f | lang.Plural, s},
		{"تان", f | lang.Dual, s}, {"تين", f | lang.Dual, s}, {"تا", f | lang.Dual | lang.Bound, s}, {"تي", f | lang.Dual | lang.Bound, s},
	}
	for _, e := range []ending{{"", 0, s}, {"ت", f | lang.Singular, s}, {"ات", f | lang.Plural, s}, {"ي", m | lang.Plural, s}, {"و", m | lang.Plural, s}} {
		out = withPronouns(out, e)
	}
	return append(out, ending{"ي", lang.Pronoun | lang.First, s})
}

// sorted ranges over a map in the order of its keys, so that equal lexicons give
// equal tables.
func sorted[V any](m map[string]V) iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}
