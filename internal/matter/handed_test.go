package matter

import (
	"slices"
	"strings"
	"testing"

	"riwaya"
)

// Who only hands on, only judges, or is the same body under another name adds no origin.
func TestSourcesHandedOn(t *testing.T) {
	for _, one := range []struct {
		why    string
		texts  []string
		origin [2]int
	}{
		{"an agency that a report cites besides whom it names", []string{
			"خمسة جرحى في حلب\nقالت وزارة الصحة السورية إن خمسة أشخاص جرحوا في انفجار في حلب أمس. وذكرت رويترز أن الانفجار وقع قرب سوق في المدينة."}, [2]int{1, 1}},
		{"an agency by its short name", []string{
			"خمسة جرحى في حلب\nقالت وزارة الصحة السورية إن خمسة أشخاص جرحوا في انفجار في حلب أمس. وبحسب الفرنسية، وقع الانفجار قرب سوق في المدينة."}, [2]int{1, 1}},
		{"an agency and nobody else", []string{
			"خمسة جرحى في حلب\nذكرت رويترز أن خمسة أشخاص جرحوا في انفجار في حلب أمس."}, [2]int{1, 1}},
		{"a paper of its own", []string{
			"خمسة جرحى في حلب\nقالت وزارة الصحة السورية إن خمسة أشخاص جرحوا في انفجار في حلب أمس. وذكرت صحيفة الأفق أن الانفجار وقع قرب سوق في المدينة."}, [2]int{1, 2}},
		{"the agency of a state that speaks", []string{
			"إقبال على الاقتراع\nأعلنت كوريا الشمالية أن كل الناخبين اقترعوا في الانتخابات أمس. وقالت وكالة الأنباء المركزية الكورية إن الناخبين وقفوا في طوابير أمام المراكز."}, [2]int{1, 1}},
		{"analysts beside a minister", []string{
			"هدنة في حلب\nقال وزير الدفاع السوري سامي النجار إن الهدنة في حلب بدأت أمس. وقال محللون إن الهدنة تخدم الطرفين في المدينة."}, [2]int{1, 1}},
		{"analysts alone", []string{
			"هدنة في حلب\nقال محللون إن الهدنة في حلب تخدم الطرفين في المدينة كلها."}, [2]int{1, 1}},
		{"a minister and his ministry", []string{
			"خمسة جرحى في أنقرة\nقال وزير الداخلية التركي سامي النجار إن خمسة أشخاص جرحوا في أنقرة أمس.",
			"خمسة جرحى في أنقرة\nقالت وزارة الداخلية التركية إن انفجارا في أنقرة أوقع خمسة جرحى أمس."}, [2]int{1, 1}},
		{"a minister and another ministry", []string{
			"خمسة جرحى في أنقرة\nقال وزير الداخلية التركي سامي النجار إن خمسة أشخاص جرحوا في أنقرة أمس.",
			"خمسة جرحى في أنقرة\nقالت وزارة الصحة التركية إن انفجارا في أنقرة أوقع خمسة جرحى أمس."}, [2]int{2, 2}},
		{"the police and the ministry they are under", []string{
			"خمسة جرحى في أنقرة\nقالت الشرطة التركية إن خمسة أشخاص جرحوا في أنقرة أمس. وقالت وزارة الداخلية التركية إن الجرحى نقلوا إلى مستشفى المدينة."}, [2]int{1, 2}},
		{"press reports beside a ministry", []string{
			"خمسة جرحى في حلب\nقالت وزارة الصحة السورية إن خمسة أشخاص جرحوا في انفجار في حلب أمس. وذكرت تقارير إخبارية أن الانفجار وقع قرب سوق في المدينة."}, [2]int{1, 2}},
		{"the sources after a ministry", []string{
			"خمسة قتلى في حلب\nقالت مصادر في النيابة السورية إن خمسة أشخاص قتلوا في حلب أمس. وقالت وزارة الداخلية السورية إن شاحنة صدمت الحافلة قرب السوق. وأضافت المصادر أن البحث عن مفقودين يجري."}, [2]int{2, 2}},
		{"a decree, and a minister on other matters", []string{
			"محافظ جديد لحلب\nأصدر الرئيس السوري بشار الأسد أمس مرسوما بتعيين سامي النجار محافظا لحلب. وقال وزير النقل السوري كمال الحداد إن المطار سيفتح غدا أمام المسافرين.",
			"محافظ جديد لحلب\nأصدر الرئيس السوري بشار الأسد مرسوما بتعيين محافظ جديد لحلب هو سامي النجار، وذلك بعد استقالة المحافظ السابق."}, [2]int{1, 1}},
		{"a verdict that an official tells of", []string{
			"السجن لوزير سابق\nقضت محكمة جنايات حلب بالسجن خمس سنوات على وزير النقل السابق أمس، حسب ما قال مسؤول في النيابة."}, [2]int{1, 1}},
		{"a verdict in one, a minister in another", []string{
			"السجن لوزير سابق\nقضت محكمة جنايات حلب بالسجن خمس سنوات على وزير النقل السابق كمال الحداد أمس.",
			"السجن لوزير سابق\nقال وزير العدل السوري سامي النجار إن وزير النقل السابق كمال الحداد حكم عليه بالسجن خمس سنوات في حلب."}, [2]int{2, 2}},
		{"who heads a body that his title names by its kind", []string{
			"فتح باب التسجيل\nأعلن معهد الملاحة البحرية أن باب التسجيل في دورات الصيف فتح أمس أمام الطلاب. وقال كمال الحداد مدير عام المعهد إن التسجيل في الدورات يستمر أسبوعين."}, [2]int{1, 1}},
		{"who heads another", []string{
			"فتح باب التسجيل\nأعلن معهد الملاحة البحرية أن باب التسجيل في دورات الصيف فتح أمس أمام الطلاب. وقال كمال الحداد مدير عام المعهد الزراعي إن التسجيل في الدورات يستمر أسبوعين."}, [2]int{2, 2}},
		{"a paper that is taken up", []string{
			"خمسة جرحى في حلب\nذكرت صحيفة ديلي ميل البريطانية أن خمسة أشخاص جرحوا في انفجار في حلب أمس. وأشارت الصحيفة البريطانية إلى أن الانفجار وقع قرب سوق في المدينة."}, [2]int{1, 1}},
		{"one of somebody's party", []string{
			"محادثات في عمان\nقال عضو في حزب الرئيس السوري بشار الأسد إن محادثات تجري في عمان أمس. وقال الرئيس السوري بشار الأسد إن المحادثات في عمان تستمر يومين."}, [2]int{1, 2}},
		{"what comes at a time when something else happens", []string{
			"خمسة جرحى في حلب\nقالت وزارة الصحة السورية إن خمسة أشخاص جرحوا في حلب أمس، ويأتي ذلك في الوقت الذي أعلنت فيه وزارة النقل التركية أن مطار أضنة أغلق."}, [2]int{1, 1}},
		{"a decision behind other words", []string{
			"قانون جديد\nفي خطوة جديدة، صادق مجلس الشعب السوري أمس على قانون البناء. وقالت وزيرة العدل السورية سعاد النجار إن القانون انتظره الناس طويلا."}, [2]int{1, 1}},
		{"what details tell", []string{
			"خمسة جرحى في حلب\nتشير تفاصيل الحادث إلى أن حافلة انقلبت قرب حلب أمس. وقالت وزارة الصحة السورية إن خمسة أشخاص جرحوا في الحادث."}, [2]int{1, 1}},
	} {
		o := of(t, one.texts...).Sources()
		if got := [2]int{o.AtLeast, o.AtMost}; got != one.origin {
			t.Errorf("%s: %v, not %v: %+v", one.why, got, one.origin, o.List)
		}
	}
}

// Of two who met both are heard, however far down the second speaks; an official of a president is not the president.
func TestSourcesOfTwoWhoMet(t *testing.T) {
	long := strings.Repeat(" وأشار إلى أن المشاورات ستتواصل في الأسابيع المقبلة في عاصمتي البلدين.", 12)
	m := of(t, "لقاء في حلب\nقال وزير الدفاع السوري سامي النجار بعد لقائه وزير الدفاع التركي كمال الحداد إن الجانبين اتفقا على هدنة في حلب."+long+
		"\nمن جانبه، قال وزير الدفاع التركي كمال الحداد إن الهدنة في حلب تبدأ غدا.")
	if o := m.Sources(); o.AtLeast != 2 {
		t.Errorf("two who met: %d to %d, %+v", o.AtLeast, o.AtMost, o.List)
	}
	m = of(t, "محادثات في القاهرة\nقال عضو في حزب الرئيس الأميركي باراك أوباما إن محادثات بدأت في القاهرة أمس مع دبلوماسيين من ثلاث دول.")
	if o := m.Sources(); slices.ContainsFunc(o.List, func(x riwaya.Origin) bool { return x.Key == "id:obama" }) {
		t.Errorf("an official: %+v", o.List)
	}
}

// A report that names who speaks in another has it from him, though his words were not read; an earlier toll is of the same.
func TestSourcesNamedElsewhere(t *testing.T) {
	m := of(t, "خمسة جرحى في حلب\nقال محافظ حلب سليم الناصر إن خمسة أشخاص جرحوا في انفجار سيارة مفخخة في حلب أمس.",
		"انفجار يهز حلب\nجرح خمسة في انفجار هز المدينة، وتفقد محافظ حلب سليم الناصر المكان مساء، وعاد الهدوء بعد ساعات إلى الأحياء.")
	if o := m.Sources(); o.AtMost != 1 {
		t.Errorf("named elsewhere: %d to %d, %+v", o.AtLeast, o.AtMost, o.List)
	}
	m = of(t, "تسعة قتلى في حلب\nقالت مصادر طبية إن تسعة أشخاص قتلوا في انفجار سيارة مفخخة في حلب أمس. وكانت وزارة الداخلية السورية أعلنت أن سبعة أشخاص قتلوا في انفجار السيارة المفخخة في حلب.")
	if o := m.Sources(); o.AtMost != 2 {
		t.Errorf("an earlier toll: %d to %d, %+v", o.AtLeast, o.AtMost, o.List)
	}
}

// A report that shares a passage with another only behind the words by which it goes over to something else does not begin with it: what it begins
// with is another matter.
func TestSourcesBehindATurn(t *testing.T) {
	told := "قال المتحدث باسم الدفاع المدني في حلب العقيد سامي النجار إن ثلاثة أشخاص جرحوا في سقوط قذيفة على مدرسة في حي السكري في المدينة مساء أمس ونقلوا إلى المستشفى القريب لتلقي العلاج اللازم"
	a := "جرحى في حلب\n" + told + "."
	b := "غارات في حلب\nقصفت الطائرات مواقع في ريف حلب أمس. وقال شاهد عيان إن الطائرات عادت مرتين قبل المغرب. من جهة أخرى، " + told + "."
	m := of(t, a, b)
	words := func(text string) riwaya.Span {
		i := strings.Index(text, told)
		return riwaya.Span{Start: i, End: i + len(told)}
	}
	x, y := m.records[0].Article, m.records[1].Article
	if !strings.HasPrefix(x.Text, "جرحى") {
		x, y = y, x
	}
	m.Copies = []riwaya.Copy{{A: x.ID, B: y.ID, ShareA: 0.9, ShareB: 0.5, Why: riwaya.CopyUnknown, Passages: []riwaya.Passage{{A: words(x.Text), B: words(y.Text)}}}}
	if o := m.Sources(); o.AtLeast != 1 || o.AtMost != 1 {
		t.Errorf("%d to %d: %+v", o.AtLeast, o.AtMost, o.List)
	}
}
