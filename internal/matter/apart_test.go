package matter

import (
	"testing"

	"riwaya"
)

// How many stand behind a report depends on whether its words tell them apart.
func TestSourcesToldApart(t *testing.T) {
	for _, one := range []struct {
		why, text   string
		least, most int
	}{
		{"who is called by how he is addressed", "خمسة جرحى في حلب\nقال وزير الصحة سامي النجار إن خمسة أشخاص جرحوا في انفجار في حلب أمس. وأكد معاليه أن الجرحى نقلوا إلى مستشفى المدينة.", 1, 1},
		{"a minister and whom a ministry's statement goes on with", "خمسة جرحى في حلب\nقال وزير الصحة سامي النجار إن خمسة أشخاص جرحوا في انفجار في حلب أمس. وأعلنت وزارة الزراعة أن محصول القمح في القرية احترق. وأكد معاليه أن الجرحى نقلوا إلى مستشفى المدينة.", 2, 2},
		{"two who count otherwise", "هجوم في حلب\nقالت مصادر أمنية إن خمسة جنود قتلوا في هجوم في حلب أمس. وأعلن الجيش السوري أن ثلاثة جنود قتلوا في الهجوم.", 2, 2},
		{"two who count alike", "هجوم في حلب\nقالت مصادر أمنية إن خمسة جنود قتلوا في هجوم في حلب أمس. وأعلن الجيش السوري أن خمسة جنود قتلوا في الهجوم.", 1, 2},
		{"officials of another body", "اتفاق على قاعدة\nقال البيت الأبيض إن الاتفاق على القاعدة أبرم أمس. وقال مسؤولون في وزارة الدفاع الأمريكية إن الطائرات وصلت إلى القاعدة.", 2, 2},
		{"officials of a government", "اتفاق على قاعدة\nقال البيت الأبيض إن الاتفاق على القاعدة أبرم أمس. وقال مسؤولون في الإدارة الأمريكية إن الطائرات وصلت إلى القاعدة.", 1, 2},
		{"an official behind somebody who is named", "قتلى في سبها\nقال سامي النجار عميد بلدية سبها إن الاشتباكات بدأت قبل أربعة أيام. وقال مسؤول من القبيلة إن الاشتباكات بدأت عند حاجز أمني.", 2, 2},
		{"whose word something came after", "معارك في عدن\nقال شهود إن القوات تقدمت باتجاه المرفأ أمس، وذلك بعد ثلاثة أيام على إعلان الحكومة تحرير كبرى مدن الجنوب كلها.", 1, 1},
		{"whom a statement quotes", "تعاون في الأمن\nأوضح بيان صادر عن الخارجية الباكستانية أن الجانبين بحثا التعاون أمس. وأضاف البيان أن الوزيرة الأمريكية أكدت ضرورة التعاون بين البلدين.", 1, 2},
	} {
		if o := of(t, one.text).Sources(); o.AtLeast != one.least || o.AtMost != one.most {
			t.Errorf("%s: %d to %d, %+v", one.why, o.AtLeast, o.AtMost, o.List)
		}
	}
}

// A report whose text stands in one that says from which station it has it has it from there too.
func TestSourcesOfACopyOfOneThatCites(t *testing.T) {
	const body = "جرح خمسة أشخاص في انفجار سيارة مفخخة في مدينة حلب أمس الأربعاء"
	m := of(t, "خمسة جرحى في انفجار بحلب\n"+body+"، بحسب قناة الأفق الإخبارية.", "خمسة جرحى في انفجار بحلب\n"+body+".")
	m.Copies = []riwaya.Copy{{A: "art-1", B: "art-2", ShareB: 0.9}}
	if o := m.Sources(); o.AtMost != 1 || o.List[0].Source != "media" {
		t.Errorf("%d to %d, %+v", o.AtLeast, o.AtMost, o.List)
	}
}
