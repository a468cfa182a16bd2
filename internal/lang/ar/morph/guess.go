package morph

import (
	"strings"

	"riwaya/internal/lang"
)

// Guess reads an unknown form by its shape: a noun, its clitics left on unless they
// are certain, its gender by its ending.
func Guess(form string) lang.Reading {
	f := lang.Noun | lang.Guess
	n := uint8(0)
	rest := form
	if r, ok := strings.CutPrefix(rest, "و"); ok && strings.HasPrefix(r, "ال") {
		rest, f, n = r, f|lang.Conjunction, 1
	}
	switch {
	case strings.HasPrefix(rest, "بال") && len(rest) > 10:
		rest, f, n = rest[2:], f|lang.With, n+1
	case strings.HasPrefix(rest, "بم") && len(rest) >= 10, strings.HasPrefix(rest, "ب") && len(rest) >= 12 && possessed(rest): // names do not look so
		f, n = f|lang.With, n+1
	case strings.HasPrefix(rest, "كال") && len(rest) > 10:
		rest, f, n = rest[2:], f|lang.Like, n+1
	case strings.HasPrefix(rest, "لل") && len(rest) > 8:
		f, n = f|lang.For|lang.Article, n+1
	}
	if strings.HasPrefix(rest, "ال") && len(rest) > 8 {
		f |= lang.Article
	}
	switch {
	case strings.HasSuffix(rest, "ية"):
		f |= lang.Feminine | lang.Singular | lang.Nisba
	case strings.HasSuffix(rest, "ة"):
		f |= lang.Feminine | lang.Singular
	case strings.HasSuffix(rest, "ات"):
		f |= lang.Feminine | lang.Plural
	case strings.HasSuffix(rest, "يين"):
		f |= lang.Masculine | lang.Plural | lang.Nisba | lang.Oblique
	case strings.HasSuffix(rest, "يون"):
		f |= lang.Masculine | lang.Plural | lang.Nisba
	case strings.HasSuffix(rest, "ون"), strings.HasSuffix(rest, "ين"):
		f |= lang.Masculine | lang.Plural
	case strings.HasSuffix(rest, "ي") && f&lang.Article != 0:
		f |= lang.Masculine | lang.Singular | lang.Nisba
	default:
		f |= lang.Singular
	}
	return lang.Reading{Feat: f, Prefix: n}
}

// possessed reports whether a form ends like one with a pronoun behind it.
func possessed(form string) bool {
	for _, e := range []string{"ه", "ها", "هم", "هما"} {
		if strings.HasSuffix(form, e) {
			return true
		}
	}
	return false
}
