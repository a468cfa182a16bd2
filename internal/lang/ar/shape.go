package ar

import (
	"strings"
	"unicode/utf8"
)

// VerbShape reports whether a folded form that the lexicon does not have looks like a
// verb in the third person: a present with its prefix, a past in the feminine, or a bare
// stem of three to six letters without an ending of nouns (Wright, A Grammar of the
// Arabic Language, I, §§ 87-97). Many nouns look so too: ask only where a verb can stand.
func VerbShape(form string) bool {
	if len(form) > 8 {
		for _, c := range []string{"و", "ف"} {
			form = strings.TrimPrefix(form, c)
		}
	}
	n := utf8.RuneCountInString(form)
	if n < 3 || n > 8 || strings.HasPrefix(form, "ال") || strings.HasPrefix(form, "لل") {
		return false
	}
	for _, r := range form {
		if r < 'ء' || r > 'ي' {
			return false // a word of another script, or with letters that Arabic lacks
		}
	}
	for _, e := range []string{"ة", "ات", "ية", "يين", "يون", "ان", "ين"} {
		if strings.HasSuffix(form, e) {
			return false
		}
	}
	for _, p := range []string{"ي", "ت", "سي", "ست"} {
		if strings.HasPrefix(form, p) && n >= 4 {
			return true
		}
	}
	return strings.HasSuffix(form, "ت") && n >= 4 || n <= 6 && !strings.HasSuffix(form, "ي")
}
