package ar

import (
	"testing"

	"riwaya/internal/lang"
	"riwaya/lexicon"
)

func TestPassiveVowels(t *testing.T) {
	past, present := lang.Verb|lang.Past, lang.Verb|lang.Present
	for _, c := range []struct {
		word, form string
		feat       lang.Feat
		prefix     uint8
		want       bool
	}{
		{"اتُّهم", "VIII", past, 0, true},
		{"واتُهمت", "VIII", past, 1, true},
		{"اعتُبر", "VIII", past, 0, true},
		{"أُعلن", "IV", past, 0, true},
		{"ذُكر", "I", past, 0, true},
		{"يُطلب", "I", present, 0, true},
		{"يُتهم", "VIII", present, 0, true},
		{"يُعلن", "IV", present, 0, false},
		{"يُبيّن", "II", present, 0, false},
		{"قالُوا", "I", past, 0, false},
		{"اتهم", "VIII", past, 0, false},
		{"وُصف", "I", past, 0, true},
	} {
		q := &lang.Reading{Feat: c.feat, Prefix: c.prefix, Cue: &lexicon.Cue{Verb: lexicon.Verb{Form: c.form}}}
		if got := passive(c.word, q); got != c.want {
			t.Errorf("%s: %v", c.word, got)
		}
	}
}
