package who_test

import (
	"fmt"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/lang/ar/morph"
	"riwaya/internal/who"
)

// TestFind looks at whole texts, where one mention is brought to another. The wanted actors
// are KIND TEXT xN, N the number of their mentions, a name in brackets where they have one.
func TestFind(t *testing.T) {
	lx, l := artest.Load(t)
	f, err := who.New(lx, l.Class, morph.VerbShape)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, text, want string }{
		{"a ministry without its noun", "أغلقت وزارة الداخلية البلجيكية المعبر. وأوضحت الداخلية البلجيكية أسباب الإغلاق",
			"government وزارة الداخلية البلجيكية x2"},
		{"an army's forces", "تقدم الجيش المالطي نحو الجسر. وأغلقت قوات الجيش الطريق",
			"military الجيش المالطي x2"},
		{"a plural in both cases", "هرب المدنيون من القرية. وحذر البيان من قصف السكان المدنيين",
			"civilians المدنيون x2"},
		{"a noun takes up the one it can mean", "وصلت منظمة أطباء بلا حدود إلى القرية. وفتحت المنظمة عيادة",
			"ngo منظمة أطباء بلا حدود [Médecins Sans Frontières (MSF)] x2"},
		{"a noun that two can mean stays alone", "وصلت منظمة أطباء بلا حدود ومنظمة العفو الدولية إلى القرية. وفتحت المنظمة عيادة",
			"ngo منظمة أطباء بلا حدود [Médecins Sans Frontières (MSF)] x1; ngo منظمة العفو الدولية [Amnesty International] x1"},
		{"a paper and an agency of one name", "قال السائق لـ«الشرق الأوسط» إن الباب مفتوح",
			"media الشرق الأوسط [Asharq Al-Awsat] x1"},
		{"an alias of several that nothing settles", "دخل الجيش الوطني المدينة صباحا",
			"military الجيش الوطني x1"},
		{"a family's name takes up the person", "استقبل الوزير المالطي جوزيف كاروانا الوفد. وشكر كاروانا الحضور",
			"person جوزيف كاروانا x2"},
		{"how a longer name begins", "استقبل الأمير سالم بن ناصر الوفد. وشكر الأمير سالم بن ناصر بن حمد الحضور",
			"person سالم بن ناصر بن حمد x2"},
		{"a father's name is no family's", "وصل العقيد سالم بن ناصر إلى الجسر. وتحدث الدكتور ناصر مع الحراس",
			"person سالم بن ناصر x1; person ناصر x1"},
		{"a name behind what its bearer is father of", "وقتل في القصف أبو عامر المالطي وأبو سعد الدمشقي",
			"person أبو عامر المالطي x1; person أبو سعد الدمشقي x1"},
		{"a well of that name", "نزلت القافلة قرب بئر أبو عامر",
			""},
		{"a family's name that no list has, behind a father's", "وصافح اللواء حمد بن سالم الناهض الحراس",
			"person حمد بن سالم الناهض x1"},
		{"a title behind a name opens none", "ومن القتلى سعيد حمدان القائد العسكري في البلدة والقيادي أبو عمر الدمشقي",
			"person سعيد حمدان x1; person أبو عمر الدمشقي x1"},
		{"marks inside a title", "وافتتح الجسر رئيس بلدية «السد» جوزيف كاروانا، ونائب رئيس الشركة «سليم ناصر»",
			"person جوزيف كاروانا x1; person سليم ناصر x1"},
		{"what is done is no title", "اتهمه السفير المالطي باستخدام موت جوزيف كاروانا",
			"person جوزيف كاروانا x1"},
		{"a name between marks", "وأكد رئيس مجلس البلدة، عمران السفاح، أن الطريق مفتوح",
			"person عمران السفاح x1"},
		{"a second name that is a common word", "وأكد الدكتور أحمد بحر، مدير المصنع، ذلك",
			"person أحمد بحر x1"},
		{"a province is no governor", "ووصلت إلى محافظة الوسط عودة النازحين",
			"civilians النازحين x1"},
		{"a noun with and without its article", "هجوم على آلية للشرطة. وأعلنت الشرطة المالطية أن الطريق مفتوح",
			"police الشرطة المالطية x2"},
		{"a district is no body", "وصلت القافلة إلى مديرية الوازعية", ""},
		{"what describes a force is no part of its name", "تقدمت القوات المالطية المنتشرة في الوادي",
			"military القوات المالطية x1"},
		{"a force of the police", "تدخلت قوات الدرك في القرية", "police قوات الدرك x1"},
		{"an adjective in the accusative", "وصف الكاتب هجوما مسلحا وتحركا تركيا", ""},
		{"an article behind the preposition that takes its alef", "وسلم المدير المفاتيح للشرطة المحلية",
			"police الشرطة المحلية x1"},
		{"no article, but a name that begins like one", "وقدم المدير شكره لليلى حسن",
			"person ليلى حسن x1"},
	} {
		rec := riwaya.Record{Article: riwaya.Article{ID: riwaya.TextID(c.text), Text: c.text, Body: riwaya.Spans{{Start: 0, End: len(c.text)}}}}
		f.Find(l.Parse(c.text), &rec)
		var got []string
		for i := range rec.Actors {
			a := &rec.Actors[i]
			name := ""
			if a.Name != nil {
				name = " [" + *a.Name + "]"
			}
			got = append(got, fmt.Sprintf("%s %s%s x%d", a.Kind, *a.NameAr, name, len(a.Mentions)))
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.text, g, c.want)
		}
	}
}
