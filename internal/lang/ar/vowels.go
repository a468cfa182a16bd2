package ar

import (
	"strings"
	"unicode/utf8"

	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/letters"
)

const damma = 'ُ'

// passive reports whether a verb is written with the u that only its passive has: in the past
// over the first letter, or the one behind a helping alef (اتُّهم, اعتُبر); in the present over the
// first, but for the forms whose active has it too (يُعلن).
func passive(word string, verb *lang.Reading) bool {
	at := strings.IndexRune(word, damma)
	if at < 0 {
		return false
	}
	stem := letters.Skip(word, int(verb.Prefix))
	if at < stem {
		return false
	}
	n := -1 // how many letters stand before the one that bears it
	for i, r := range word[:at] {
		if _, drop := letters.Letter(r); !drop && i >= stem {
			n++
		}
	}
	if verb.Feat&lang.Present != 0 {
		if n != 0 {
			return false
		}
		if verb.Cue == nil { // a form that five letters or more show: yustahdaf
			return utf8.RuneCountInString(verb.Lemma) >= 5
		}
		form, _, _ := strings.Cut(verb.Cue.Form, ".") // without the vowel of its present
		return !ownU[form]
	}
	first, _ := utf8.DecodeRuneInString(word[stem:])
	return verb.Feat&lang.Past != 0 && (n == 0 || first == 'ا' && n <= 2)
}

// ownU are the forms whose active has a u in the present.
var ownU = map[string]bool{"II": true, "III": true, "IV": true, "Q": true}
