package event_test

import (
	"slices"
	"testing"
)

// TestPurpose: who does what an action serves that is a verbal noun itself, or what somebody tries, is ready for or is
// accused of; and where nobody is known to.
func TestPurpose(t *testing.T) {
	r := newReader(t)
	for _, c := range []one{
		{"واتهمت المنظمة تركيا باستخدام القوة غير المبررة لاعتقال ناشطين.", []string{"ACCUSE اتهمت happened: nobody -> Turkey", "COERCE اعتقال happened: Turkey accused -> ناشطين"}},
		{"وقامت القوات التركية بإغلاق الطريق الرئيسي في البلدة لتفريق المتظاهرين.", []string{"COERCE إغلاق الطريق happened: Turkish army -> nobody", "ASSAULT تفريق المتظاهرين planned: Turkish army -> المتظاهرين"}},
		{"وقصف الجيش التركي مواقع لتنظيم داعش في محاولة جديدة لاستعادة البلدة.", []string{"ASSAULT قصف happened: Turkish army -> Islamic State", "ASSAULT استعادة planned: Turkish army -> Islamic State"}},
		{"وقالت إن الجيش التركي على استعداد لقصف البلدة.", []string{"ASSAULT قصف planned: Turkish army -> nobody"}},
		{"واتهمت المنظمة تركيا بمحاولة اغتيال سالم الحمدي.", []string{"ACCUSE اتهمت happened: nobody -> Turkey", "ASSAULT محاولة اغتيال happened: Turkey accused -> سالم الحمدي"}},
		{"وستسمح تركيا للطائرات الأميركية باستخدام القاعدة لشن غارات على تنظيم داعش.", []string{"COOPERATE ستسمح planned: Turkey -> United States", "ASSAULT غارات planned: United States -> Islamic State"}},
		{"إن إعلان تركيا عزمها إقامة منطقة عازلة أغضب دمشق.", []string{"COERCE إقامة منطقة عازلة planned: Turkey self-claimed -> nobody"}},
		// others do it, or it is an object
		{"وقامت القوات التركية بفتح الطريق أمام المسلحين للهجوم على البلدة.", []string{"ASSAULT لهجوم happened: nobody -> nobody"}},
		{"وقامت القوات التركية بملاحقة الجنود الرافضين للقتال.", []string{"COERCE ملاحقة happened: Turkish army -> الجنود"}},
		{"وطالبت السلطات التركية بإجراء تحقيق في مقتل سالم الحمدي.", []string{"REQUEST طالبت happened: Turkey -> nobody", "ACCUSE تحقيق demanded: nobody -> nobody", "ASSAULT مقتل happened: nobody -> سالم الحمدي"}},
	} {
		if got := told(r, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
