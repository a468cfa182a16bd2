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
		{"of two lands' forces, the one that the text calls so", "أعلن الجيش المالطي ذلك. وقصف الجيش القرية. وهربت القوات الروسية",
			"military الجيش المالطي [Maltese army] x2; military القوات الروسية [Russian armed forces] x1"},
		{"an army's forces", "تقدم الجيش المالطي نحو الجسر. وأغلقت قوات الجيش الطريق",
			"military الجيش المالطي [Maltese army] x2"},
		{"a plural in both cases", "هرب المدنيون من القرية. وحذر البيان من قصف السكان المدنيين",
			"civilians المدنيون x2"},
		{"a noun takes up the one it can mean", "وصلت منظمة أطباء بلا حدود إلى القرية. وفتحت المنظمة عيادة",
			"ngo منظمة أطباء بلا حدود [Médecins Sans Frontières (MSF)] x2"},
		{"a noun that two can mean stays alone", "وصلت منظمة أطباء بلا حدود ومنظمة العفو الدولية إلى القرية. وفتحت المنظمة عيادة",
			"ngo منظمة أطباء بلا حدود [Médecins Sans Frontières (MSF)] x1; ngo منظمة العفو الدولية [Amnesty International] x1"},
		{"a noun takes up whom the text calls so, not whom it calls otherwise", "قاتل تنظيم داعش أنصار حزب العمال الكردستاني في البلدة. وانسحب التنظيم من الجسر",
			"armed_group تنظيم داعش [Islamic State] x2; armed_group حزب العمال الكردستاني [Kurdistan Workers' Party (PKK)] x1"},
		{"of two, the one that its own sentence speaks of", "دخلت حركة حماس القرية. وقالت حركة فتح إن الحركة باقية",
			"armed_group حركة حماس [Hamas] x1; party حركة فتح [Fatah] x2"},
		{"what is joined to one is another", "وصل تنظيم داعش إلى الجسر. وهرب أنصار داعش والتنظيم",
			"armed_group تنظيم داعش [Islamic State] x2"},
		{"several are not one", "وصل تنظيم داعش إلى الجسر. وغادرت التنظيمات القرية",
			"armed_group تنظيم داعش [Islamic State] x1"},
		{"an adjective that makes another of it", "عقد مجلس النواب جلسة. وأشاد المجلس الأعلى بها، ثم غادر المجلس القاعة",
			"government مجلس النواب x2"},
		{"what a minister is minister of", "وأغلقت وزارة الخارجية البلجيكية المكتب. وغادر وزير الخارجية أمس",
			"government وزارة الخارجية البلجيكية x1"},
		{"a headline is told of below", "الشرطة تغلق الطريق\n\nأغلقت الشرطة المالطية الطريق. وشكرت الوزارة الحراس",
			"police الشرطة المالطية [Maltese police] x2"},
		{"the forces of a state have its adjective in English", "هاجم رجال الأمن المالطي القرية. وقصفت القوات الأجنبية الجسر",
			"police رجال الأمن المالطي [Maltese security forces] x1; military القوات الأجنبية x1"},
		{"another state's forces of occupation", "قتلت قوات الاحتلال الفرنسي خمسة رجال. وقصفت قوات الاحتلال الإسرائيلي الجسر",
			"military قوات الاحتلال الفرنسي x1; military قوات الاحتلال الإسرائيلي [Israeli army] x1"},
		{"a paper and an agency of one name", "قال السائق لـ«الشرق الأوسط» إن الباب مفتوح",
			"media الشرق الأوسط [Asharq Al-Awsat] x1"},
		{"an alias of several that nothing settles", "دخل الجيش الوطني المدينة صباحا",
			"military الجيش الوطني x1"},
		{"a family's name takes up the person", "استقبل الوزير المالطي جوزيف كاروانا الوفد. وشكر كاروانا الحضور",
			"person جوزيف كاروانا x2"},
		{"how a longer name begins", "استقبل الأمير سالم بن ناصر الوفد. وشكر الأمير سالم بن ناصر بن حمد الحضور",
			"person سالم بن ناصر بن حمد x2"},
		{"forces in two lands are of neither", "هاجم المسلحون قوات الأمن في مالطا وبلجيكا",
			"armed_group المسلحون x1; police قوات الأمن x1"},
		{"of two armies, the one of the sentence", "قصف الجيش المالطي القرية. وانسحب الجيش البلجيكي من الجسر، وقال السائق إن الجيش أغلق الطريق",
			"military الجيش المالطي [Maltese army] x1; military الجيش البلجيكي [Belgian army] x2"},
		{"of two armies in one sentence, neither", "قصف الجيش المالطي مواقع الجيش البلجيكي، وقال السائق إن الجيش أغلق الطريق",
			"military الجيش المالطي [Maltese army] x1; military الجيش البلجيكي [Belgian army] x1; military الجيش x1"},
		{"a first name alone takes up the person", "وصل المدرب جوزيف كاروانا إلى الجسر. وقال الحارس إن جوزيف يعرف الطريق، وشكر فهد جوزيف سالم",
			"person جوزيف كاروانا x2; person فهد جوزيف سالم x1"},
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
		{"an office takes up its bearer", "استقبل الرئيس المالطي جوزيف كاروانا الوفد ووزير الزراعة سليم ناصر. وتحدث الرئيس أمس، ثم غادر الرئيس المالطي. وأوضح وزير الزراعة خطته",
			"person جوزيف كاروانا x3; person سليم ناصر x2"},
		{"of another land, of two, of a government, or no more", "استقبل الرئيس المالطي جوزيف كاروانا رئيس الوزراء سليم ناصر. وغاب الرئيس البلجيكي",
			"person جوزيف كاروانا x1; person سليم ناصر x1"},
		{"a former one is not the present", "حضر الرئيس السابق جوزيف كاروانا الحفل. وتحدث الرئيس قبله",
			"person جوزيف كاروانا x1"},
		{"a deputy is not whom he stands in for", "استقبل المحافظ سليم ناصر الوفد. وتحدث نائب المحافظ قبله",
			"person سليم ناصر x1"},
		{"whom a force fights", "تقدمت القوات المناهضة للحوثيين نحو الجسر",
			"armed_group القوات المناهضة للحوثيين x1; armed_group الحوثيين [Houthis] x1"},
		{"rebels of another people are others", "قصف الحوثيون القرية. وهاجم المتمردون الأكراد الجسر، وانسحب المتمردون",
			"armed_group الحوثيون [Houthis] x2; armed_group المتمردون الأكراد x1"},
		{"the rebel militia is that of the rebels", "قصفت مليشيات الحوثي القرية في اليمن. وأغلقت المليشيات المتمردة الجسر وهربت ميليشيات الانقلاب",
			"armed_group مليشيات الحوثي [Houthis] x3"},
		{"armed groups are anybody's, and a rebel militia is where none is known", "قصفت مليشيات الحوثي القرية في اليمن. وأغلقت الجماعات المتطرفة الجسر",
			"armed_group مليشيات الحوثي [Houthis] x1; armed_group الجماعات المتطرفة x1"},
		{"those of a council who are for something", "تحدث أعضاء مجلس النواب المؤيدين للقرار",
			"government مجلس النواب x1"},
		{"a region by its number", "وصل القائد إلى مقر المنطقة العسكرية الرابعة أمس",
			"military المنطقة العسكرية الرابعة x1"},
		{"the press of a land", "وذكرت الصحافة البلجيكية أن الجسر أغلق. ويدرس الشاب الصحافة الرقمية في المعهد",
			"media الصحافة البلجيكية x1"},
		{"financial, no Mali", "فرضت البلدة قيودا مالية على التجار، وتراجعت السيولة",
			""},
		{"a district's name is no directorate", "وصلت القافلة إلى مديرية غمر الحدودية أمس",
			""},
		{"by somebody's tongue", "ونقل على لسان سليم ناصر أن الباب مفتوح",
			"person سليم ناصر x1"},
		{"a school is no teacher", "استهدفت القذيفة مدرسة قرب الجسر",
			""},
		{"a province is no governor", "ووصلت إلى محافظة الوسط عودة النازحين",
			"civilians النازحين x1"},
		{"a noun with and without its article", "هجوم على آلية للشرطة. وأعلنت الشرطة المالطية أن الطريق مفتوح",
			"police الشرطة المالطية [Maltese police] x2"},
		{"a district is no body", "وصلت القافلة إلى مديرية الوازعية", ""},
		{"what describes a force is no part of its name", "تقدمت القوات المالطية المنتشرة في الوادي",
			"military القوات المالطية [Maltese forces] x1"},
		{"a force of the police", "تدخلت قوات الدرك في القرية", "police قوات الدرك x1"},
		{"an adjective in the accusative", "وصف الكاتب هجوما مسلحا وتحركا تركيا", ""},
		{"tens of a people", "وأدى القصف إلى مقتل عشرات الفلسطينيين في البلدة",
			"civilians الفلسطينيين x1"},
		{"whose forces these are", "وهاجم الرجال القوات الأجنبية وخفر السواحل",
			"military القوات الأجنبية x1; military خفر السواحل x1"},
		{"those loyal to somebody are his forces", "انسحبت القوات الموالية للرئيس المخلوع علي عبد الله صالح من الجسر. وقصفت قوات صالح السوق",
			"armed_group القوات الموالية للرئيس المخلوع علي عبد الله صالح [Forces loyal to Ali Abdullah Saleh] x2; person علي عبد الله صالح [Ali Abdullah Saleh] x2"},
		{"a given name that is an office as well", "وقال مختار الرحبي إن الجسر مفتوح",
			"person مختار الرحبي x1"},
		{"what is a capital's", "وصل إلى القرية التابعة لصنعاء",
			""},
		{"a party in brackets in a title", "واستقبل القيادي في حزب السد (حزب النهر) سعيد حمدان الحضور",
			"person سعيد حمدان x1; party حزب السد x1; party حزب النهر x1"},
		{"an article behind the preposition that takes its alef", "وسلم المدير المفاتيح للشرطة المحلية",
			"police الشرطة المحلية x1"},
		{"a system and an advisory council are others", "قصف نظام الأسد الجسر، واجتمع مجلس الأمن الدولي. وانتقد الكاتب النظام القضائي، ثم عقد المجلس الاستشاري للنادي جلسة",
			"government نظام الأسد [Government of Bashar al-Assad] x1; igo مجلس الأمن الدولي [UN Security Council] x1"},
		{"a land behind a name", "ودعا الرئيس سعيد الصين إلى الحوار",
			"person سعيد x1; government الصين [China] x1"},
		{"what no longer agrees", "أدانت الحكومة المالطية الغارات المتكررة، ومنعت الشرطة المالطية الحافلات المتوجهة إلى الجسر",
			"government الحكومة المالطية [Malta] x1; police الشرطة المالطية [Maltese police] x1"},
		{"a committee to its end", "وطالبت لجنة الشؤون الخارجية بالتحقيق",
			"government لجنة الشؤون الخارجية x1"},
		{"founding and running", "واتهم الحارس الرجل بإنشاء وإدارة جماعة الجسر", ""},
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
