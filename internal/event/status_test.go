package event_test

import (
	"slices"
	"strings"
	"testing"
)

// What a verb or a noun says of whether it happened, where only the words before it tell, and what tells of no deed at all.
func TestStatus(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, want, not string }{
		{"أطلق مسلح النار على المارة قبل أن يقتل نفسه.", "ASSAULT يقتل happened", ""},
		{"وقال المتحدث: «نطالب الحكومة التركية بوقف القصف».", "REQUEST نطالب happened", ""},
		{"وأجبرت القوات التركية عناصر تنظيم داعش على الانسحاب من القرية.", "RETREAT الانسحاب happened", ""},
		{"وقال الوزير إن بلاده ستثأر لمقتل الضابط.", "ASSAULT مقتل happened", ""},
		{"وقد تؤدي الأزمة إلى اندلاع معارك بين القوات التركية وتنظيم داعش.", "ASSAULT معارك hypothetical", ""},
		{"وتشير الحصيلة التي ما زالت موقتة إلى سقوط 30 قتيلا.", "ASSAULT سقوط happened", ""},
		{"وضعت القوات التركية خطة لمهاجمة القرية وتدمير الجسر.", "ASSAULT تدمير planned", ""},
		{"تحطمت حافلة قرب القرية.\nولقي خمسة أشخاص مصرعهم وأصيب عشرة آخرون بجروح.", "DISASTER مصرعهم happened", "ASSAULT"},
		{"تحطمت حافلة قرب القرية.\nوقصفت القوات التركية القرية. ولقي خمسة أشخاص مصرعهم.", "ASSAULT مصرعهم happened", ""},
	} {
		got := told(r, c.text)
		if !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, c.want) }) {
			t.Errorf("%s\n got %q, want %s", c.text, got, c.want)
		}
		if c.not != "" && slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, c.not) }) {
			t.Errorf("%s\n got %q, want no %s", c.text, got, c.not)
		}
	}
}
