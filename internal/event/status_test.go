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
		{"انتهى اليوم.\nوتوعدت أنقرة بالرد إذا لم تنسحب القوات التركية من القرية.", "RETREAT تنسحب hypothetical", ""},
		{"انتهى اليوم.\nوقال الوزير إن أنقرة سترد في حال هاجمت روسيا القرية.", "ASSAULT هاجمت hypothetical", ""},
		{"انتهى اليوم.\nوغادر المسلحون القرية دون أن تقصف القوات التركية مواقعهم.", "ASSAULT تقصف denied", ""},
		{"انتهى اليوم.\nولا يمر يوم دون أن تقصف القوات التركية القرية.", "ASSAULT تقصف ongoing", ""},
		{"ولم تتأثر الملاحة بالهجوم على المطار.", "ASSAULT الهجوم happened", ""},
		{"انتهى اليوم.\nويجب على الحكومة أن تطرد المسلحين من القرية.", "ASSAULT تطرد demanded", ""},
		{"انتهى اليوم.\nويتعين على الحكومة اعتقال المسلحين.", "COERCE اعتقال demanded", ""},
		{"وفشل الجيش التركي في اقتحام القرية.", "ASSAULT اقتحام denied", ""},
		{"وغادر المسلحون بعد فشل الجيش التركي في اقتحام القرية.", "ASSAULT اقتحام denied", ""},
		{"وكادت القوات التركية أن تقصف القرية.", "ASSAULT تقصف hypothetical", ""},
		{"وباتت القوات التركية على وشك السيطرة على القرية.", "ASSAULT السيطرة planned", ""},
		{"واتفق الجانبان على سحب القوات من القرية.", "RETREAT سحب القوات planned", ""},
		{"وعقد المجلس جلسة لبحث الهجوم على القرية.", "ASSAULT الهجوم happened", ""},
		{"ويلتقي الوزير المسؤولين لإنهاء الهجوم على القرية.", "ASSAULT الهجوم ongoing", ""},
		{"انتهى اليوم.\nوهو أول وزير تركي يزور بغداد منذ سنوات.", "CONSULT يزور happened", ""},
		{"وعقد الوزير اجتماعا لاستئناف المفاوضات مع تنظيم داعش.", "CONSULT المفاوضات planned", ""},
		{"وأصيب جنديان أحدهما في حالة خطيرة نقلته طائرة إلى المستشفى.", "ASSAULT أصيب happened", ""},
		{"وتمهد القوات التركية لاقتحام القرية.", "ASSAULT اقتحام planned", ""},
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
