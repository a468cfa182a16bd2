package wording

import (
	"testing"

	"riwaya/lexicon"
)

// What sources are called says what they are of, and of which state.
func TestWhatSourcesAreOf(t *testing.T) {
	words, err := Load(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"مسؤول تركي كبير": "tr", "مصدر مصري رفيع": "eg", "مسؤولون أميركيون": "us", "مصدر رفيع": "", "مسؤول كبير في الوزارة": ""} {
		if got := words.StateOf(name); got != want {
			t.Errorf("%s is of the state %q", name, got)
		}
	}
	if a, b := words.BodyOf("مصدران في الشرطة"), words.BodyOf("ضابط في شرطة المدينة"); a == "" || a != b {
		t.Errorf("in the police: %q, %q", a, b)
	}
	for _, none := range []string{"مصدر مطلع", "مصادر في الشرطة والجيش"} {
		if got := words.BodyOf(none); got != "" {
			t.Errorf("%s is in %q", none, got)
		}
	}
	if a, b, ok := words.Apart("مصادر أمنية وطبية"); !ok || a != "مصادر أمنية" || b != "مصادر طبية" {
		t.Errorf("of two things: %q, %q, %v", a, b, ok)
	}
	for _, one := range []string{"مصادر أمنية وعسكرية", "مصادر أمنية وطنية"} {
		if a, b, ok := words.Apart(one); ok {
			t.Errorf("%s: %q, %q", one, a, b)
		}
	}
	if !words.Ours("معلوماتنا") || words.Ours("معلومات") {
		t.Error("what a speaker calls his own")
	}
	if whom := words.SpokenFor("المتحدث باسم حاكم الولاية كريم سالم"); whom == "" || words.SpokenFor("حاكم باسم المتحدث") != "" || words.SpokenFor("وزير الزراعة") != "" {
		t.Errorf("whom a spokesman speaks for: %q", whom)
	}
	if !words.Described("البيان الذي صدر يوم الجمعة") || words.Described("بيان وزارة الزراعة") {
		t.Error("a statement that is only described")
	}
}

// How a sentence begins says whether it looks back, and whether another speaks in it.
func TestHowSentencesBegin(t *testing.T) {
	words, err := Load(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	const before = "انهار سقف المخزن في القرية. "
	for text, want := range map[string][2]bool{
		before + "ويأتي ذلك بعد يوم من": {true, false},
		before + "وكان المدير قد قال":   {false, true},
		"انهار السقف، ويأتي ذلك فيما":   {true, false},
		"يأتي الصيف، وقال المدير إن":    {true, false},
		before + "وقال المدير إن":       {},
		"يأتي الصيف. وقال المدير إن":    {},
	} {
		if back, past := words.LooksBack(text); back != want[0] || past != want[1] {
			t.Errorf("%s: %v, %v", text, back, past)
		}
	}
	for text, want := range map[string]bool{
		before + "من جانبه قال":             true,
		before + "بدورها أعلنت":             true,
		before + "وقال من جانبه المدير":     true,
		before + "وقال المدير من جانبه":     false,
		before + "قال المدير في وقت لاحق":   false,
		"من جانبه قال المدير. وأضاف الحارس": false,
	} {
		if got := words.ForHisPart(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// Who is named again with the article says no more of himself than before.
func TestRefers(t *testing.T) {
	words := load(t)
	for _, x := range []struct {
		back, named string
		want        bool
	}{
		{"المصادر المحلية", "مصادر محلية في المدينة", true},
		{"«المصادر المحلية»", "مصادر محلية", true},
		{"المصادر الطبية", "مصادر محلية", false},
		{"مصادر محلية", "مصادر محلية", false}, // others of the same kind
		{"المصادر نفسها", "مصادر محلية", false},
	} {
		if got := words.Refers(x.back, x.named); got != x.want {
			t.Errorf("%s, %s: %v", x.back, x.named, got)
		}
	}
}

// What something else came after has gone before.
func TestGoneBefore(t *testing.T) {
	words := load(t)
	for _, x := range []struct {
		before, behind string
		want           bool
	}{
		{"سقط السقف. أغلق السوق بعد ", " في المخزن", true},
		{"أغلق السوق ردا على ", " المخزن", true},
		{"قال الحارس إن ", " وقع في المخزن", false},
		{"أغلق السوق بعد ساعة. وقع ", " في المخزن", false},
		{"يحقق الحارس في ", " الأخير في المخزن", true},
	} {
		if got := words.GoneBefore(x.before, x.behind); got != x.want {
			t.Errorf("%s|%s: %v", x.before, x.behind, got)
		}
	}
	for word, want := range map[string]bool{"الانفجار": true, "والانفجار": true, "انفجار": false, "": false} {
		if words.Definite(word) != want {
			t.Error(word)
		}
	}
}
