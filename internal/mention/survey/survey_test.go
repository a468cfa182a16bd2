package survey_test

import (
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/lang/ar"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/lang/ar/morph"
	"riwaya/internal/mention"
	"riwaya/internal/mention/survey"
)

func reader(t testing.TB) (*ar.Language, *survey.Reader) {
	t.Helper()
	lx, l := artest.Load(t)
	return l, survey.New(lx, l.Class, morph.VerbShape)
}

// record is an empty record of a text, all of it body.
func record(text string) riwaya.Record {
	return riwaya.Record{Article: riwaya.Article{ID: riwaya.TextID(text), Text: text, Body: riwaya.Spans{{Start: 0, End: len(text)}}}}
}

// TestRead reads single sentences. The wanted mentions are KIND TEXT; what must not be read
// is simply absent.
func TestRead(t *testing.T) {
	l, f := reader(t)
	for _, c := range []struct{ name, text, want string }{
		{"two countries speak", "أعلنت هولندا والنرويج أنهما سترسلان خبراء",
			"government هولندا; government النرويج"},
		{"with the support of", "تقدم المهاجمون بدعم من هولندا نحو الجسر",
			"armed_group المهاجمون; government هولندا"},
		{"topic of a clause", "ذكر التقرير أن هولندا مستعدة للتعاون",
			"government هولندا"},
		{"between two", "جرت مفاوضات سرية بين لاهاي وأوسلو في الخريف",
			"government لاهاي; government أوسلو"},
		{"allowed to", "وافق على السماح للولايات المتحدة باستخدام المطار",
			"government لولايات المتحدة"},
		{"a border is land", "وصلت الشاحنات إلى الحدود مع هولندا ليلا", ""},
		{"roads go between lands", "ازدحم الطريق بين هولندا وبلجيكا صباحا", ""},
		{"who leads an alliance", "قال التحالف الذي تقوده السعودية إن الغارة أخطأت هدفها",
			"military التحالف الذي تقوده السعودية; government السعودية"},
		{"told to an agency", "وقال الموظف لرويترز إن الباب كان مفتوحا",
			"media رويترز"},
		{"a quoted word is no paper", "اتهم جاره بـ«الإهمال» في حراسة البئر", ""},
		{"services by their adjective", "أوقف الأمن البلجيكي ثلاثة رجال",
			"police الأمن البلجيكي"},
		{"armed men who act", "هاجم مسلحون ملثمون حافلة على الطريق",
			"armed_group مسلحون"},
		{"on the hands of", "سقطت القرية من قبل متمردين قبل عام",
			"armed_group متمردين"},
		{"citizens of a country", "عاد المواطنون البلجيكيون على متن طائرة",
			"civilians المواطنون البلجيكيون"},
		{"citizens of none", "انتظر المواطنون أمام المخبز", ""},
		{"settlers", "أحرق المستوطنون أشجار الزيتون",
			"civilians المستوطنون"},
		{"a name by announcement", "كان بينهم شاب يدعى نعيم الكروان",
			"person نعيم الكروان"},
		{"a family's name behind a rank", "ذكر اللواء عسيري أن المدرج جاهز",
			"person اللواء عسيري"},
		{"demanded is no student", "طالب الوزير خالد المنيعي بفتح الطريق",
			"person الوزير خالد المنيعي"},
		{"names with a title inside", "زار الرئيس حسن شيخ محمود، أمس، المستشفى",
			"person الرئيس حسن شيخ محمود"},
		{"two of a force and one more", "أصيب شرطيان بلجيكيان وممرضة في الانفجار",
			"police شرطيان بلجيكيان; person ممرضة"},
		{"beyond an adjunct", "قتل في الغارة قرب الجسر عامل",
			"person عامل"},
		{"behind a definite adjunct", "قتل في الغارة أمس طفل بلجيكي",
			"person طفل بلجيكي"},
		{"a doer behind 'that'", "ذكر البيان أن انتحاريا فجر نفسه",
			"person انتحاريا"},
		{"an adjective of an attack", "وقع هجوم مسلح قرب الجسر", ""},
		{"its object it has", "سراح الضابط الذي كانت تحتجزه رهينة", ""},
		{"who they are near to", "استهدف الكمين طلابا مقربين من المعارضة قرب الجسر",
			"civilians طلابا مقربين من المعارضة"},
		{"some of a group", "قتل سبعة مقاتلين من الجيش في الكمين",
			"military الجيش"},
		{"a mere mention", "كتب الباحث عن صيادين وبحارة", ""},
		{"whose forces they are", "انسحبت ميليشيات المخلوع علي صالح من التل",
			"armed_group ميليشيات المخلوع علي صالح; person علي صالح"},
		{"a minister's ministry", "وكان لقاء وزير الخارجية اليمني رياض ياسين، قصيرا",
			"person وزير الخارجية اليمني رياض ياسين"},
		{"a front", "هدأ القتال في جبهة البستان منذ الصباح", ""},
		{"where it happened", "شهدت أوسلو أمس أول عاصفة", ""},
		{"a blessed month", "يبدأ الدوام بعد رمضان المبارك", ""},
		{"a general's surname", "وصل اللواء منصور التركي صباحا. وقال اللواء التركي إن الطريق مفتوح",
			"person اللواء منصور التركي"},
		{"a brigade's number", "وصل اللواء منصور التركي صباحا. وانسحب اللواء 35 من المدينة",
			"person اللواء منصور التركي; military اللواء 35"},
		{"names joined", "وصل علي محسن الأحمر ويحيى الراعي إلى الفندق",
			"person علي محسن الأحمر; person يحيى الراعي"},
		{"a name that closes with a title", "اعتقل جنيد أحمد خان وعمه شزيب أحمد خان أمس",
			"person جنيد أحمد خان; person شزيب أحمد خان"},
		{"common nouns are no family", "تجاوز عمر الفندق مئة عام", ""},
	} {
		if got := strings.Join(mentions(l, f, c.text), "; "); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

func mentions(l *ar.Language, f *survey.Reader, text string) (out []string) {
	rec := record(text)
	s := f.Read(l.Parse(text), &rec)
	defer f.Done(s)
	for i := range s.Mentions {
		m := &s.Mentions[i]
		out = append(out, m.Kind+" "+m.Span.Of(text))
	}
	return out
}

// TestVoices reads persons whom a claim has for its source.
func TestVoices(t *testing.T) {
	l, f := reader(t)
	for _, c := range []struct{ source, kind, want string }{
		{"قائد شرطة بلفاست كريسبو موتالي", "person", "person قائد شرطة بلفاست كريسبو موتالي"},
		{"المحلل البلجيكي فبريس دولانش", "person", "person المحلل البلجيكي فبريس دولانش"},
		{"رئيس الوزراء البلجيكي", "person", "person رئيس الوزراء البلجيكي"},
		{"مسؤول بلجيكي", "person", ""},
		{"الوزير", "person", ""},
		{"مراسل ضفتين", "media", "media ضفتين"},
	} {
		text := "قال " + c.source + " إن الطريق مفتوح"
		rec := record(text)
		at := len("قال ")
		rec.Claims = []riwaya.Claim{{Source: riwaya.Source{Kind: c.kind, Text: c.source, Spans: riwaya.Spans{{Start: at, End: at + len(c.source)}}}}}
		s := f.Read(l.Parse(text), &rec)
		var got []string
		for i := range s.Mentions {
			if m := &s.Mentions[i]; m.What == mention.Person || m.Kind == "media" {
				got = append(got, m.Kind+" "+m.Span.Of(text))
			}
		}
		f.Done(s)
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.source, g, c.want)
		}
	}
}

// FuzzRead holds that spans stand inside the text and that reading twice says the same.
func FuzzRead(f *testing.F) {
	l, r := reader(f)
	for _, s := range []string{"قال وزير الزراعة البلجيكي جان دوبوا لرويترز إن هولندا والنرويج سترسلان خبراء", "اللواء 77", "«", "ل«", "الدول", "بين لاهاي و"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once, again := mentions(l, r, text), mentions(l, r, text)
		if strings.Join(once, ";") != strings.Join(again, ";") {
			t.Errorf("%q\n%v\n%v", text, once, again)
		}
	})
}
