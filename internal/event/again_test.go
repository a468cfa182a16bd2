package event_test

import (
	"fmt"
	"strings"
	"testing"

	"riwaya"
)

// TestAgain reads articles whose first event is told several times, or only seems to be: its tellings, by whom and to whom it was
// done, and how many events there are.
func TestAgain(t *testing.T) {
	r := newReader(t)
	for _, x := range []struct{ text, want string }{
		{"بوكو حرام تقتل 34 شخصا في تشاد\n\nقتل 34 شخصا على الأقل في هجوم على قرية في تشاد.", "تقتل قتل | boko-haram | 1"},
		{"مقتل 34 شخصا في تشاد\n\nقتلت بوكو حرام 34 شخصا في قرية في تشاد.", "مقتل قتلت | boko-haram | 1"},
		{"36 قتيلا في انفجار في مقديشو\n\nقتل 36 شخصا في انفجار استهدف سوقا.", "انفجار قتل |  | 1"},
		// What the title tells in short, of the same things; another deed of the kind, another number.
		{"اعتقال المحامية سعاد العمري في أنقرة\n\nاعتقلت الشرطة التركية المحامية سعاد العمري في أنقرة أمس.", "اعتقال اعتقلت | state-tr-police | 1"},
		{"إحباط تهريب شحنة أسلحة ثقيلة\n\nأحبطت الشرطة التركية تهريب شحنة أسلحة ثقيلة في القرية.", "إحباط أحبطت | state-tr-police | 1"},
		{"إحباط تهريب شحنة أسلحة ثقيلة\n\nأحبطت الشرطة التركية محاولة تسلل في القرية.", "إحباط |  | 2"},
		// Another toll, another place, another year, two that may be meant.
		{"بوكو حرام تقتل 34 شخصا في تشاد\n\nقتل 29 شخصا في هجوم على قرية في تشاد.", "تقتل | boko-haram | 2"},
		{"وقتلت بوكو حرام 34 شخصا في تشاد.\n\nوقتل 34 شخصا في قصف في اليمن.", "قتلت | boko-haram | 2"},
		{"وقتلت بوكو حرام 34 شخصا في تشاد عام 2011.\n\nوقتل 34 شخصا في قصف في تشاد عام 2014.", "قتلت | boko-haram | 2"},
		// At one place and on one day two sources may count otherwise.
		{"وقال سكان إن 12 مدنيا قتلوا في قصف في تعز أمس.\n\nوأكدت الوزارة مقتل 31 مدنيا في القصف في تعز أمس.", "قتلوا مقتل |  | 1"},
		// So few may have been killed twice: not as the title tells it, nor at the same place.
		{"وقتلت بوكو حرام ثلاثة أشخاص في تشاد.\n\nوأضاف أن ثلاثة أشخاص قتلوا في قصف.", "قتلت قتلوا | boko-haram | 1"},
		{"وقتلت بوكو حرام ثلاثة مدنيين في تشاد.\n\nوأضاف أن ثلاثة جنود قتلوا في قصف.", "قتلت | boko-haram | 2"},
		{"مقتل فلسطيني برصاص الجيش الإسرائيلي في غزة\n\nقتل فلسطيني وجرح ستة آخرون قرب السياج.", "مقتل قتل | idf | 2"},
		// The second blast is not the first, and who also struck struck again.
		{"وهز انفجار العاصمة كابول صباح الاثنين.\n\nوأفاد شهود بأن الانفجار الثاني في كابول وقع بعد ساعة.", "انفجار |  | 2"},
		{"وقصفت قوات النظام حي جوبر.\n\nكما قصفت قوات النظام بلدة عربين.", "قصفت | syrian-army | 2"},
		// Attacks are not the attack.
		{"ووقع هجوم في كابول أسفر عن مقتل جندي.\n\nوتتواصل الهجمات في كابول منذ سنوات.", "هجوم |  | 2"},
		// What is told in one clause.
		{"وشن الحوثيون قصفا عنيفا بالدبابات استهدف قرية المروة.", "قصفا | houthis | 1"},
		{"ونفذت المقاومة الشعبية هجوما استهدف نقطة للحوثيين ما أسفر عن مقتل خمسة وإصابة سبعة آخرين.", "هجوما | popular-resistance | 1"},
		{"وقتل ستة جنود وأصيب تسعة آخرون في هجوم شنه تنظيم داعش.", "قتل | islamic-state | 2"},
		{"وقتل ستة جنود وأصيب تسعة آخرون في حي يخضع لسيطرة تنظيم داعش.", "قتل |  | 2"},
	} {
		title, _, _ := strings.Cut(x.text, "\n")
		rec := r.Read(riwaya.Article{ID: riwaya.TextID(x.text), Title: title, Text: x.text, Language: "ar"})
		var got string
		if len(rec.Events) > 0 {
			e := &rec.Events[0]
			var told []string
			for _, m := range e.Mentions {
				told = append(told, m.Text)
			}
			got = fmt.Sprintf("%s | %s | %d", strings.Join(told, " "), strings.Join(e.Actors, " "), len(rec.Events))
		}
		if got != x.want {
			t.Errorf("%q\n is %q\nwant %q", x.text, got, x.want)
		}
	}
}
