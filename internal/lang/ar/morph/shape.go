package morph

import (
	"strings"
	"unicode/utf8"
)

// VerbShape reports whether a folded form that the lexicon does not have looks like a
// verb in the third person: a present with its prefix, a past in the feminine, or a bare
// stem of three to six letters without an ending of nouns (Wright, A Grammar of the
// Arabic Language, I, §§ 87-97). Many nouns look so too: ask only where a verb can stand.
// sure is for the shapes that adjectives do not have: prefix, and past feminine.
func VerbShape(form string) (verb, sure bool) {
	if len(form) > 8 {
		for _, c := range []string{"و", "ف"} {
			if r, ok := strings.CutPrefix(form, c); ok {
				form = r
				break
			}
		}
	}
	n := utf8.RuneCountInString(form)
	if n < 3 || n > 8 {
		return false, false
	}
	for _, p := range []string{"ال", "لل", "بال", "كال", "لا"} {
		if strings.HasPrefix(form, p) {
			return false, false
		}
	}
	for _, r := range form {
		if r < 'ء' || r > 'ي' {
			return false, false // another script, or a letter that Arabic lacks
		}
	}
	for _, e := range []string{"ة", "ات", "ية", "يين", "يون", "ان", "ين"} {
		if strings.HasSuffix(form, e) {
			return false, false
		}
	}
	if n >= 4 {
		for _, p := range []string{"ي", "ت", "سي", "ست"} {
			if strings.HasPrefix(form, p) {
				return true, true
			}
		}
		if strings.HasSuffix(form, "ت") {
			return true, true
		}
	}
	return n <= 6 && !strings.HasSuffix(form, "ي"), false
}
