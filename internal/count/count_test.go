package count_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/count"
	"riwaya/internal/lang/ar"
	"riwaya/internal/lang/ar/artest"
	"riwaya/lexicon"
)

func newFinder(t testing.TB) (*ar.Language, *count.Finder) {
	t.Helper()
	lx, l := artest.Load(t)
	f, err := count.New(lx, l.Class)
	if err != nil {
		t.Fatal(err)
	}
	return l, f
}

func figures(l *ar.Language, f *count.Finder, text string) []riwaya.Figure {
	rec := riwaya.Record{Article: riwaya.Article{ID: riwaya.TextID(text), Text: text, Language: "ar"}}
	f.Find(l.Parse(text), &rec)
	return rec.Figures
}

// short is a figure on one line: its words, op and bounds, unit, group, predicate.
func short(f riwaya.Figure) string {
	bound := func(v *float64) string {
		if v == nil {
			return "-"
		}
		return fmt.Sprint(*v)
	}
	s := fmt.Sprintf("%s|%s %s %s|%s %s", f.Text, f.Op, bound(f.Low), bound(f.High), f.Group, f.Predicate)
	if f.Unit != nil {
		s += "|" + *f.Unit
	}
	if f.Total != nil {
		s += fmt.Sprint("|of ", *f.Total)
	}
	if f.PartOf != nil {
		s += "|part"
	}
	return s
}

func TestFigures(t *testing.T) {
	l, f := newFinder(t)
	for _, c := range []struct{ text, want string }{
		{"وتصيب الملاريا نحو مليوني شخص سنويا", "نحو مليوني شخص|about 2e+06 2e+06|people other"},
		{"قصفت الطائرات أربع بلدات محاصرة", "أربع بلدات|exact 4 4|other other"},
		{"قتل أو جرح سبعة جنود في الكمين", "سبعة جنود|exact 7 7|soldiers other"},
		{"احتجز عاملان في بئر عميقة", "عاملان|exact 2 2|staff trapped"},
		{"أرسلت الشركة خمسة آلاف نسخة من الكتاب", "خمسة آلاف نسخة|exact 5000 5000|things other"},
		{"قتل ما لا يقل عن 12 مدنيا", "ما لا يقل عن 12 مدنيا|at_least 12 -|civilians killed"},
		{"إعانات لما يزيد على 4 ملايين لاجئ", "ما يزيد على 4 ملايين لاجئ|more_than 4e+06 -|refugees displaced"},
		{"نزح ما بين 3 و5 آلاف شخص", "3 و5 آلاف شخص|range 3000 5000|people displaced"},
		{"اعتقل 32 متظاهرا على الأقل", "32 متظاهرا على الأقل|at_least 32 -|protesters detained"},
		{"قتل 22 شخصا بينهم 5 أطفال", "22 شخصا|exact 22 22|people killed; 5 أطفال|exact 5 5|children killed|part"},
		{"سقط 28 قتيلا - 17 متمردا و11 عنصرا", "28 قتيلا|exact 28 28|people killed; 17 متمردا|exact 17 17|fighters killed; 11 عنصرا|exact 11 11|fighters killed"},
		{"وقتل جندي وأصيب 15 آخرون", "15|exact 15 15|people injured"},
		{"عودة 40 من مقاتلي الجماعة من أصل 90 مقاتلا", "40 من مقاتلي|exact 40 40|fighters returned|of 90; 90 مقاتلا|exact 90 90|fighters departed"},
		{"مقتل ضابطي شرطة في كمين", "ضابطي|exact 2 2|police killed"},
		{"سقوط خمسة قتلى وعشرة جرحى في صفوف المدنيين", "خمسة قتلى|exact 5 5|civilians killed; عشرة جرحى|exact 10 10|civilians injured"},
		{"سقوط خمسة قتلى في هجوم إرهابي", "خمسة قتلى|exact 5 5|people killed"},
		{"قبضت الشرطة على (8) أشخاص", "(8) أشخاص|exact 8 8|people detained"},
		{"أصيب أكثر من (120) شخصا", "أكثر من (120) شخصا|more_than 120 -|people injured"},
		{"عرض المعهد فيلم الجسر (1961) ورحل", ""},
		{"لم يقتل أحد في الغارة", ""},
		{"قتل ما لا يقل عن شخصين في التفجير", "ما لا يقل عن شخصين|at_least 2 -|people killed"},
		{"كان آلاف السياح يقضون إجازاتهم هناك", "آلاف السياح|vague 1000 9999|people other"},
		{"15 معتقلا أفرج عنهم أمس", "15 معتقلا|exact 15 15|prisoners released"},
		{"مجهولون خطفوا 4 عمال, والعمال الذين خطفوهم سائقون", "4 عمال|exact 4 4|staff abducted"},
		{"تحرير أربع قرى في الريف", "أربع قرى|exact 4 4|things other"},
		{"خروج 3 مستشفيات عن الخدمة", "3 مستشفيات|exact 3 3|things other"},
		{"إن 20 أسيرا أطلق سراحهم أمس", "20 أسيرا|exact 20 20|prisoners released"},
		{"إن 43 رجلا ألقي القبض عليهم", "43 رجلا|exact 43 43|people detained"},
		{"إن 12 رجلا وثلاث نساء قتلوا", "12 رجلا|exact 12 12|people killed; ثلاث نساء|exact 3 3|women killed"},
		{"قتل أو أصيب 30 شخصا في الغارة", "30 شخصا|exact 30 30|people other"},
		{"أصيب ما بين 35 إلى 40 شخصا", "35 إلى 40 شخصا|range 35 40|people injured"},
		{"قرار بإعدام 3 رجال", "3 رجال|exact 3 3|people other"},
		{"نسبة 45 % من السكان", "45 %|exact 45 45|other other|%"},
		{"بكلفة 3 مليارات دولار", "3 مليارات دولار|exact 3e+09 3e+09|other other|USD"},
		{"اعتقل سالم (24 عاما) أمس", "24 عاما|exact 24 24|people age|year"},
		{"الأطفال الذين تقل أعمارهم عن عشر سنوات", "عشر سنوات|less_than - 10|people age|year"},
		{"في صفوفهم آلاف المقاتلين", "آلاف المقاتلين|vague 1000 9999|fighters other"},
		{"لقي سبعة أشخاص من عائلة واحدة مصرعهم", "سبعة أشخاص|exact 7 7|people killed"},
		{"جمجمة عمرها 3000 سنة في الكهف", "3000 سنة|exact 3000 3000|things age|year"},
		// What is no figure.
		{"تصدرت سلمى (377 أسبوعا) القائمة", ""},
		{"عند الساعة 11.59 صباحا", ""},
		{"في الذكرى 90 للثورة", ""},
		{"القرار 2216 لمجلس الأمن", ""},
		{"فاز الفريق 3 - 1 في المباراة", ""},
		{"في 22 مايو الماضي", ""},
		{"طائرة إف-16 حلقت", ""},
		{"حركة طالبان الأفغانية", ""},
		{"للتواصل 636250 موبايلي", ""},
		{"في الفصل الثاني من عام 2014", ""},
		{"حضر المدير واحد مساعديه", ""},
	} {
		var got []string
		for _, fg := range figures(l, f, c.text) {
			got = append(got, short(fg))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// A figure belongs to the innermost claim in whose content it stands, and to what the
// finders before it found.
func TestLinks(t *testing.T) {
	l, f := newFinder(t)
	text := "قال الناطق إن الوزير أعلن مقتل 12 جنديا في البلدة أمس"
	at := func(s string) riwaya.Span {
		i := strings.Index(text, s)
		return riwaya.Span{Start: i, End: i + len(s)}
	}
	rec := riwaya.Record{Article: riwaya.Article{ID: "x", Text: text, Language: "ar"},
		Claims: []riwaya.Claim{{ID: "outer", Content: riwaya.Content{Spans: riwaya.Spans{at("الوزير أعلن مقتل 12 جنديا في البلدة أمس")}}},
			{ID: "inner", Content: riwaya.Content{Spans: riwaya.Spans{at("مقتل 12 جنديا في البلدة أمس")}}}},
		Places: []riwaya.Place{{ID: "place", Span: riwaya.Spans{at("البلدة")}}},
		Times:  []riwaya.Time{{ID: "time", Span: riwaya.Spans{at("أمس")}}}}
	f.Find(l.Parse(text), &rec)
	if len(rec.Figures) != 1 {
		t.Fatalf("%d figures", len(rec.Figures))
	}
	fg := rec.Figures[0]
	for _, c := range []struct {
		what string
		got  *string
		want string
	}{{"claim", fg.Claim, "inner"}, {"place", fg.Place, "place"}, {"time", fg.Time, "time"}} {
		if c.got == nil || *c.got != c.want {
			t.Errorf("%s: %v, want %s", c.what, c.got, c.want)
		}
	}
}

// What the times' finder has taken is no figure.
func TestTimesAreNoFigures(t *testing.T) {
	l, f := newFinder(t)
	text := "قبل 40 موسما مضت"
	rec := riwaya.Record{Article: riwaya.Article{ID: "x", Text: text, Language: "ar"}, Times: []riwaya.Time{{Span: riwaya.Spans{{Start: 0, End: len(text)}}}}}
	if f.Find(l.Parse(text), &rec); len(rec.Figures) > 0 {
		t.Errorf("%v", short(rec.Figures[0]))
	}
}

// TestSince reads the time since when, and the time, of the first figure of a text whose times are given.
func TestSince(t *testing.T) {
	l, f := newFinder(t)
	for _, c := range []struct {
		text        string
		times       []string
		scope       string
		since, time string
	}{
		{"قتل 40 شخصا منذ عام 2014", []string{"منذ عام 2014"}, "cumulative", "منذ عام 2014", ""},
		{"ومنذ مايو الماضي، قتل تسعة عمال في النفق", []string{"منذ مايو الماضي"}, "cumulative", "منذ مايو الماضي", ""},
		{"قتل 600 شخص في البلاد منذ تنصيب الرئيس في 29 مايو", []string{"29 مايو"}, "cumulative", "29 مايو", ""},
		{"وقتل منذ بدء التصعيد أكثر من 1450 مدنيا", nil, "cumulative", "", ""},
		{"قتل 27 شخصا في أعنف حادث تشهده البلاد منذ عام 2013", []string{"منذ عام 2013"}, "incident", "", ""},
		{"قتل 18 شخصا وأعلن الاتحاد أن الصحافي فقد منذ عشرة أيام", []string{"منذ عشرة أيام"}, "incident", "", ""},
		{"قتل 18 شخصا أمس", []string{"أمس"}, "incident", "", "أمس"},
		{"وهي الأزمة الكبرى منذ اعتقال سبعة أعضاء", nil, "incident", "", ""},
		{"كان القاتل (30 عاما) هناك أمس", []string{"أمس"}, "stock", "", ""},
	} {
		rec := riwaya.Record{Article: riwaya.Article{ID: "x", Text: c.text, Language: "ar"}}
		for i, s := range c.times {
			at := strings.Index(c.text, s)
			rec.Times = append(rec.Times, riwaya.Time{ID: fmt.Sprint("t", i), Text: s, Span: riwaya.Spans{{Start: at, End: at + len(s)}}})
		}
		f.Find(l.Parse(c.text), &rec)
		if len(rec.Figures) == 0 {
			t.Errorf("%s: nothing", c.text)
			continue
		}
		words := func(id *string) string {
			for i := range rec.Times {
				if id != nil && rec.Times[i].ID == *id {
					return rec.Times[i].Text
				}
			}
			return ""
		}
		fg := rec.Figures[0]
		if fg.Scope != c.scope || words(fg.Since) != c.since || words(fg.Time) != c.time {
			t.Errorf("%s: %s since %q at %q", c.text, fg.Scope, words(fg.Since), words(fg.Time))
		}
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"figures.txt", "[happens lemma]\nkilled قتل\n", "PREDICATE:ROLE"},
		{"figures.txt", "[happening]\nslain مقتل\n", "unknown predicate"},
		{"counted.txt", "[counted]\nmen رجل\n", "GROUP:PREDICATE"},
		{"hedges.txt", "[figure-hedge]\nsome نحو\n", "unknown op"},
		{"figures.rules", "rule x\n  when count:noun\n  predicate slain\n  yes a\n", "unknown predicate"},
		{"figures.rules", "rule x\n  when count:thing\n  predicate other\n  yes a\n", "unknown trigger"},
		{"figures.rules", "rule x\n  when count:noun\n  predicate other\n  colour red\n  yes a\n", "unknown key"},
		{"figures.rules", "rule x\n  when nothing count:noun\n  predicate other\n  yes a\n", "unknown part"},
	} {
		lx := &lexicon.Lexicon{Language: "ar", Version: "00000000", Classes: map[string][]lexicon.Word{}}
		if strings.HasSuffix(c.file, ".rules") {
			lx.Rules = []lexicon.File{{Name: "ar/" + c.file, Text: c.text}}
		} else {
			section, line, _ := strings.Cut(strings.TrimSpace(c.text), "\n")
			key, word, _ := strings.Cut(line, " ")
			name, _, _ := strings.Cut(strings.Trim(section, "[]"), " ")
			lx.Classes[name] = []lexicon.Word{{Text: word, Key: key}}
		}
		l, err := ar.New(lx)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := count.New(lx, l.Class); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.text, err, c.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	l, finder := newFinder(f)
	for _, s := range []string{"مقتل 12 جنديا و3 مدنيين", "بين 3 و5", "«17 - 25» سنة", "(24 عاما)", "$20 %", "شخص أو شخصان", "من من من أصل أصل", "عشرات عشرات الآلاف من", "إصابة", "بين", "ما لا يقل عن", "12", "لقي 3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := figures(l, finder, s)
		for _, fg := range got {
			for _, p := range fg.Span {
				if p.Start < 0 || p.End > len(s) || p.Start >= p.End {
					t.Fatalf("%q: %v", s, fg.Span)
				}
			}
			if fg.Text != fg.Span.Of(s) || fg.Predicate == "" || fg.Group == "" || fg.Low == nil && fg.High == nil {
				t.Fatalf("%q: %+v", s, fg)
			}
		}
		if again := figures(l, finder, s); !reflect.DeepEqual(got, again) {
			t.Fatalf("%q: %v, then %v", s, got, again)
		}
	})
}
