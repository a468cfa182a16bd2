package morph

import "riwaya/internal/lang"

// The endings of the third person, with and without a pronoun behind them. Wright I,
// §§ 185-190 (suffixed pronouns), table II (the strong verb).
var (
	Past    = byLast(makePastEndings())
	Present = byLast(makePresentEndings())
	Nouns   = byLast(makeNounEndings())
)

// Ending is what a verb or noun ends in, and the slots of stems that take it.
type Ending struct {
	Text  string
	Feat  lang.Feat
	Slots [Fixed + 1]bool
}

// Endings are those that a form can have, by the last byte of the form: the empty one
// is among all. Trying every ending on every form took most of the time of analysis.
type Endings [256][]*Ending

func byLast(all []Ending) *Endings {
	var out Endings
	for i := range all {
		e := &all[i]
		for b := range out {
			if e.Text == "" || e.Text[len(e.Text)-1] == byte(b) {
				out[b] = append(out[b], e)
			}
		}
	}
	return &out
}

// Of are the endings to try on a form, in the order of the full list.
func (t *Endings) Of(form string) []*Ending {
	if form == "" {
		return t[0]
	}
	return t[form[len(form)-1]]
}

var objectPronouns = []string{"ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "كم"}

// PronounFeat is what a pronoun says that is glued on behind a word.
func PronounFeat(p string) lang.Feat {
	switch p {
	case "ه":
		return lang.Pronoun | lang.Him
	case "ها":
		return lang.Pronoun | lang.Her
	case "هم", "هما", "هن":
		return lang.Pronoun | lang.Them
	}
	return lang.Pronoun
}

func slots(s ...Slot) (out [Fixed + 1]bool) {
	for _, x := range s {
		out[x] = true
	}
	return out
}

func withPronouns(out []Ending, e Ending) []Ending {
	for _, p := range objectPronouns {
		out = append(out, Ending{e.Text + p, e.Feat | PronounFeat(p), e.Slots})
	}
	return out
}

func makePastEndings() []Ending {
	const m, f = lang.Masculine, lang.Feminine
	out := []Ending{
		{"", m | lang.Singular, slots(PastStem)},
		{"ا", m | lang.Dual, slots(PastStem)},
		{"ت", f | lang.Singular, slots(PastStem, PresentBare)},
		{"تا", f | lang.Dual, slots(PastStem, PresentBare)},
		{"وا", m | lang.Plural, slots(PastStem, PresentBare)},
		{"نا", lang.First | lang.Plural, slots(PastStem)},
	}
	out = withPronouns(out, Ending{"", m | lang.Singular, slots(PastStem, PastFinal)})
	out = withPronouns(out, Ending{"ت", f | lang.Singular, slots(PastStem, PresentBare)})
	return withPronouns(out, Ending{"و", m | lang.Plural, slots(PastStem, PresentBare)})
}

func makePresentEndings() []Ending {
	out := []Ending{
		{"", 0, slots(PresentStem)},
		{"ان", lang.Dual, slots(PresentStem)},
		{"ون", lang.Masculine | lang.Plural, slots(PresentStem, PresentBare)},
		{"وا", lang.Masculine | lang.Plural, slots(PresentStem, PresentBare)},
	}
	out = withPronouns(out, Ending{"", 0, slots(PresentStem, PresentHeld)})
	return withPronouns(out, Ending{"ون", lang.Masculine | lang.Plural, slots(PresentStem, PresentBare)})
}

func makeNounEndings() []Ending {
	const m, f = lang.Masculine, lang.Feminine
	s := slots(NounStem)
	out := []Ending{
		{"", 0, slots(NounStem, ShortStem)},
		{"ا", lang.Accusative, s},
		{"ة", f | lang.Singular, s},
		{"ان", m | lang.Dual, s}, {"ين", m | lang.Plural | lang.Oblique, slots(NounStem, ShortStem)}, {"ون", m | lang.Plural, slots(NounStem, ShortStem)},
		{"و", m | lang.Plural | lang.Bound, s}, {"ي", m | lang.Plural | lang.Bound, s},
		{"ات", f | lang.Plural, s},
		{"تان", f | lang.Dual, s}, {"تين", f | lang.Dual, s}, {"تا", f | lang.Dual | lang.Bound, s}, {"تي", f | lang.Dual | lang.Bound, s},
	}
	for _, e := range []Ending{{"", 0, s}, {"ت", f | lang.Singular, s}, {"ات", f | lang.Plural, s}, {"ي", m | lang.Plural, s}, {"و", m | lang.Plural, s}} {
		out = withPronouns(out, e)
	}
	return append(out, Ending{"ي", lang.Pronoun | lang.First, s})
}
