package trace

import (
	"slices"
	"strings"
	"testing"

	"riwaya"
)

// Around what changes in the tests: long enough that the passage is surely one.
const (
	before = "وصلت قافلة المساعدات إلى بلدة عين الزهر ظهر الأربعاء بعد رحلة استغرقت عشر ساعات على طرق جبلية وعرة تكسوها الثلوج منذ الأسبوع الماضي. "
	after  = " وكان مدخل البلدة الشمالي مغلقا أمام الحركة بسبب تراكم الأنقاض فوق الجسر القديم الذي يربطها بالقرى المجاورة لها من جهة الوادي."
)

// TestChanges tells what changed between two prints of one text, the first a day older.
func TestChanges(t *testing.T) {
	read, tr := reader(t), load(t)
	for _, x := range []struct{ name, a, b, want string }{
		{"number", "وقتل 12 شخصا في القصف الذي استهدف السوق.", "وقتل 21 شخصا في القصف الذي استهدف السوق.", "number 12 21"},
		{"the same number in words", "وقتل 12 شخصا في القصف الذي استهدف السوق.", "وقتل اثنا عشر شخصا في القصف الذي استهدف السوق.", ""},
		{"hedge dropped", "وقتل نحو 12 شخصا في القصف الذي استهدف السوق.", "وقتل 12 شخصا في القصف الذي استهدف السوق.", "hedge about exact"},
		{"another hedge of the same kind", "وقتل نحو 12 شخصا في القصف الذي استهدف السوق.", "وقتل حوالي 12 شخصا في القصف الذي استهدف السوق.", ""},
		{"two numbers: another thing", "وقتل 12 شخصا وأصيب 40 آخرون في القصف الذي استهدف السوق.", "وقتل 17 شخصا وأصيب 55 آخرون في القصف الذي استهدف السوق.", ""},
		{"spelling and marks", "وقالت إدارة المشفى الميداني إن الأطباء أجروا العمليات ليلا.", "وقالت ادارة المشفى الميداني ان الاطباء اجروا العمليات ليلاً.", ""},
		{"loaded word added", "وسيطر عناصر تنظيم داعش على المخفر القريب من المدرسة.", "وسيطر عناصر تنظيم داعش الإرهابي على المخفر القريب من المدرسة.", "loaded  terrorist"},
		{"loaded word for another", "وقصفت الطائرات مواقع الجهاديين القريبة من المدرسة ليلا.", "وقصفت الطائرات مواقع الإرهابيين القريبة من المدرسة ليلا.", "loaded jihadist terrorist"},
		{"judged on both sides, by another word's form", "وقصفت الطائرات مواقع متطرفي تنظيم داعش القريبة من المدرسة ليلا.", "وقصفت الطائرات مواقع تنظيم داعش المتطرف القريبة من المدرسة ليلا.", ""},
		{"whose men they are", "وانسحب مقاتلو الكتيبة من المخفر القريب من المدرسة ليلا.", "وانسحب مرتزقة الكتيبة من المخفر القريب من المدرسة ليلا.", "loaded fighter mercenaries"},
		{"class stronger", "وقال محافظ الرقة خالد العمر إن الطريق الدولي سيفتح أمام الشاحنات خلال يومين.", "وأكد محافظ الرقة خالد العمر أن الطريق الدولي سيفتح أمام الشاحنات خلال يومين.", "class assert confirm"},
		{"quote altered", "وقال محافظ الرقة خالد العمر: «لن نترك الأهالي وحدهم في هذه المحنة القاسية ولن نغلق الطريق».", "وقال محافظ الرقة خالد العمر: «لن نترك الأهالي وحدهم في هذه اللعبة القاسية ولن نغلق الطريق».", "quote  "},
		{"another form of a word in a quote", "وقال محافظ الرقة خالد العمر: «إن القرار يسهم في عودة الأهالي إلى بيوتهم بعد الشتاء».", "وقال محافظ الرقة خالد العمر: «إن القرار سيسهم في عودة الأهالي إلى بيوتهم بعد الشتاء».", ""},
		{"attribution dropped", "وقالت وزارة الصحة السورية إن المستشفى الوطني في المدينة خرج عن الخدمة تماما بعد نفاد وقود المولدات.", "خرج المستشفى الوطني في المدينة عن الخدمة بعد نفاد وقود المولدات.", ""},
		{"attribution dropped, the words the same", "وقالت وزارة الصحة السورية إن المستشفى الوطني في المدينة خرج عن الخدمة تماما بعد نفاد وقود المولدات فجر الاثنين.", "المستشفى الوطني في المدينة خرج عن الخدمة تماما بعد نفاد وقود المولدات فجر الاثنين.", "attribution assert "},
		{"a judging word left out behind who fights", "ودمر مسلحون إسلاميون المخفر القريب من المدرسة.", "ودمر مسلحون المخفر القريب من المدرسة.", "loaded islamist "},
		{"a doubt at the end of a sentence", "وقال محافظ الرقة خالد العمر إن سائق الشاحنة الأولى أصيب بجروح بالغة وفارق الحياة لاحقا على ما يبدو.", "وقال محافظ الرقة خالد العمر إن سائق الشاحنة الأولى أصيب بجروح بالغة وفارق الحياة لاحقا.", "hedge على ما يبدو "},
		{"suspected", "وأوقف رجال الدرك سائق الشاحنة الذي يشتبه في أنه كان يخطط لتفجير السوق القديم.", "وأوقف رجال الدرك سائق الشاحنة الذي كان يخطط لتفجير السوق القديم.", "hedge يشتبه في أنه "},
		{"a day", "وبدأ الحصار في 12 شباط 2019 عندما أغلقت القوات الطريق.", "وبدأ الحصار في 21 شباط 2019 عندما أغلقت القوات الطريق.", "date 2019-02-12 2019-02-21"},
	} {
		a := read("art-1", "nahr", "2020-03-04", "قافلة تصل\n"+before+x.a+after)
		b := read("art-2", "jabal", "2020-03-05", "مساعدات\n"+before+x.b+after)
		records := []*riwaya.Record{a, b}
		var got []string
		for _, c := range tr.Over(records, copiesOf(tr, records)).Changes() {
			got = append(got, c.Kind+" "+c.Was+" "+c.Is)
			for _, e := range []struct{ text, words string }{{a.Article.Text[c.From.Spans.Hull().Start:c.From.Spans.Hull().End], c.FromText}, {b.Article.Text[c.To.Spans.Hull().Start:c.To.Spans.Hull().End], c.ToText}} {
				if e.text != e.words {
					t.Errorf("%s: %q is not %q", x.name, e.words, e.text)
				}
			}
			if !c.Directed || c.From.Article != "art-1" || strings.Contains(c.Reason, "{") {
				t.Errorf("%s: %+v", x.name, c)
			}
		}
		var want []string
		if x.want != "" {
			want = []string{x.want}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", x.name, got, want)
		}
	}
}

// TestVersions compares two versions of one page.
func TestVersions(t *testing.T) {
	read, tr := reader(t), load(t)
	a := read("art-1", "nahr", "2020-03-04", "قافلة تصل\n"+before+"وقتل 12 شخصا في القصف الذي استهدف السوق."+after)
	b := read("art-1", "nahr", "2020-03-04", "قافلة تصل\n"+before+"وقتل 15 شخصا في القصف الذي استهدف السوق."+after)
	got := tr.Versions(a, b)
	if len(got) != 1 || got[0].Edge != "version" || got[0].Was != "12" || got[0].Is != "15" || !strings.HasSuffix(got[0].Reason, "revised by the outlet") || got[0].From.Article != "art-1" {
		t.Errorf("%+v", got)
	}
}

// TestTitles compares the titles over one text.
func TestTitles(t *testing.T) {
	read, tr := reader(t), load(t)
	for _, x := range []struct{ name, a, b, want string }{
		{"hedge dropped", "مقتل 12 شخصا على الأقل في قصف على سوق البلدة", "مقتل 12 شخصا في قصف على سوق البلدة", "hedge at_least exact"},
		{"hedge dropped, the noun left out", "ارتفاع قتلى قصف السوق إلى 12 على الأقل", "ارتفاع ضحايا قصف السوق إلى 12 قتيلا بينهم أطفال", "hedge 12 12"},
		{"attribution dropped", "محافظ الرقة: فتح الطريق الدولي أمام الشاحنات الأحد", "فتح الطريق الدولي أمام الشاحنات الأحد", "attribution assert "},
		{"what is told is what kind of piece it is", "بالصور: فتح الطريق الدولي أمام الشاحنات الأحد", "فتح الطريق الدولي أمام الشاحنات الأحد", ""},
		{"judged", "الجيش يقصف مواقع تنظيم داعش الإرهابي شرق البلدة", "الجيش يقصف مواقع تنظيم داعش شرق البلدة", "loaded terrorist "},
		{"a number that the text does not have", "أكثر من 300 ألف نازح في مخيمات البلدة", "أكثر من 350 ألف نازح في مخيمات البلدة", "number 300000 350000"},
		{"the same number to fewer places", "توزيع 454 مليون رغيف على أهالي البلدة", "توزيع 454.4 مليون رغيف على أهالي البلدة", ""},
		{"a part of what the other counts", "إغلاق 60 مدرسة في المحافظة كلها بسبب الثلوج", "إغلاق 45 مدرسة في المحافظة كلها بسبب الثلوج و15 معهدا", ""},
		{"who can be hurt of less than so many years is no hedge", "منع عمل الأقل من 16 عاما", "البلدة ترفع سن العمل إلى 16 عاما", ""},
		{"titles of other things", "افتتاح معرض الكتاب في البلدة", "الجيش يقصف مواقع تنظيم داعش الإرهابي", ""},
	} {
		a := read("art-1", "nahr", "2020-03-04", x.a+"\n"+before+after)
		b := read("art-2", "jabal", "2020-03-05", x.b+"\n"+before+after)
		records := []*riwaya.Record{a, b}
		var got []string
		for _, c := range tr.Over(records, copiesOf(tr, records)).Changes() {
			got = append(got, c.Kind+" "+c.Was+" "+c.Is)
		}
		var want []string
		if x.want != "" {
			want = []string{x.want}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", x.name, got, want)
		}
	}
}

// TestSentences compares what runs alike in reports that share no passage.
func TestSentences(t *testing.T) {
	read, tr := reader(t), load(t)
	a := read("art-1", "nahr", "2020-03-04", "أضرحة\nشيد البناؤون ثمانية أبراج هدمها مسلحون إسلاميون عند دخولهم مدينة الرقة القديمة قبل عامين. وبدأ العمل في الربيع.")
	b := read("art-2", "jabal", "2020-03-05", "أبراج\nأنهى عمال ترميم ثمانية أبراج هدمها مسلحون عند دخولهم مدينة الرقة القديمة قبل عامين، وكلف ذلك كثيرا.")
	got := tr.Over([]*riwaya.Record{a, b}, nil).Changes()
	if len(got) != 1 || got[0].Kind != riwaya.ChangeLoaded || got[0].Edge != riwaya.EdgeAlike || !got[0].Directed || got[0].FromText != "إسلاميون" {
		t.Errorf("%+v", got)
	}
}
