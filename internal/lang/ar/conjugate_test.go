package ar

import (
	"strings"
	"testing"

	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/letters"
	"riwaya/internal/lang/ar/morph"
	"riwaya/lexicon"
)

// tiny is a language of a few verbs, for the conjugator.
func tiny(t *testing.T, verbs string) *Language {
	t.Helper()
	lx := &lexicon.Lexicon{Classes: map[string][]lexicon.Word{}}
	for _, v := range strings.Fields(verbs) {
		form, word, _ := strings.Cut(v, ":")
		lx.Verbs = append(lx.Verbs, lexicon.Verb{Form: form, Text: word})
	}
	l, err := New(lx)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestConjugation(t *testing.T) {
	const (
		f, m, s, d, p = lang.Feminine, lang.Masculine, lang.Singular, lang.Dual, lang.Plural

		past    = lang.Verb | lang.Past | lang.Third
		present = lang.Verb | lang.Present | lang.Third
		agent   = lang.Noun | lang.Participle | lang.Active
		patient = lang.Noun | lang.Participle | lang.Passive
		action  = morph.Action
	)
	for _, c := range []struct {
		verb, word string
		want       lang.Feat
	}{
		{"I.u:قال", "وقالت", past | f | s | lang.Conjunction},
		{"I.u:قال", "يقول", present | m | s},
		{"I.u:قال", "سيقولون", present | m | p | lang.Future},
		{"I.u:قال", "قيل", past | lang.Passive},
		{"I.u:قال", "قائلا", agent | m | s | lang.Accusative},
		{"I.u:قال", "قائلة", agent | f | s},
		{"I.i:نفى", "نفى", past | m | s},
		{"I.i:نفى", "نفت", past | f | s},
		{"I.i:نفى", "نفوا", past | m | p},
		{"I.i:نفى", "ينفي", present | m | s},
		{"I.i:نفى", "نافيا", agent | m | s},
		{"I.i:نفى", "نافية", agent | f},
		{"I.u:دعا", "يدعو", present | m | s},
		{"I.u:دعا", "دعت", past | f | s},
		{"I.u:دعا", "داعيا", agent | m},
		{"I.u:دعا", "ودعوا", past | m | p},
		{"I.a:رأى", "يرى", present | m | s},
		{"I.a:رأى", "ترى", present | f | s},
		{"I.a:رأى", "رأت", past | f | s},
		{"I:حث", "يحث", present | m | s},
		{"I:حث", "حثت", past | f | s},
		{"I:وصف", "يصف", present | m | s},
		{"I:وصف", "واصفا", agent | m},
		{"II:أكد", "وأكدت", past | f | s},
		{"II:أكد", "يؤكدون", present | m | p},
		{"II:أكد", "مؤكدة", agent | f | s},
		{"II:أكد", "تأكيد", action},
		{"II:سمى", "تسمية", action},
		{"III:طالب", "مطالبا", agent | m},
		{"III:طالب", "طولب", past | lang.Passive},
		{"III:طالب", "مطالبة", action},
		{"IV:أفاد", "وأفادت", past | f | s},
		{"IV:أفاد", "تفيد", present | f | s},
		{"IV:أفاد", "مفيدا", agent | m},
		{"IV:أفاد", "أفيد", past | lang.Passive},
		{"IV:أفاد", "إفادة", action},
		{"IV:أعلن", "إعلان", action},
		{"IV:أعلن", "أعلنا", past | m | d},
		{"IV:أوضح", "إيضاح", action},
		{"IV:أصر", "إصرار", action},
		{"IV:أصر", "مصرا", agent | m},
		{"IV:أبدى", "أبدت", past | f | s},
		{"IV:أبدى", "إبداء", action},
		{"V:توقع", "متوقعة", agent | f | s},
		{"V:تبنى", "تبناه", past | m | s | lang.Pronoun},
		{"V:تبنى", "يتبنى", present | m | s},
		{"V:تبنى", "تبنت", past | f | s},
		{"VII:انهار", "انهيار", action},
		{"VIII:اتهم", "واتهما", past | m | d},
		{"VIII:اتهم", "متهمين", agent | m | p},
		{"VIII:اتهم", "اتهام", action},
		{"VIII:احتل", "احتلال", action},
		{"VIII:اغتال", "اغتيلت", past | f | s},
		{"VIII:ادعى", "تدعي", present | f | s},
		{"VIII:ادعى", "ادعاء", action},
		{"VIII:احتاج", "احتياج", action},
		{"X:استنكر", "استنكار", action},
		{"X:استطاع", "يستطع", present | m | s},
		{"IV:أفاد", "يفد", present | m | s},
		{"X:استفاد", "استفادة", action},
		{"X:استمر", "استمرار", action},
		{"X:استدعى", "استدعاء", action},
		{"Q:طمأن", "يطمئن", present | m | s},
		{"Q:سيطر", "سيطرة", action},
	} {
		w := tiny(t, c.verb).Word([]byte(letters.FoldString(c.word)), false)
		if !w.Has(c.want) {
			t.Errorf("%s from %s: no reading with %x; has %+v", c.word, c.verb, c.want, w.Readings)
		}
	}
}
