package event_test

import (
	"slices"
	"testing"
)

// TestDoersAreNoTargets: whoever does something stands where whom it is done to might.
func TestDoersAreNoTargets(t *testing.T) {
	r := newReader(t)
	for _, c := range []one{
		// with what it is done stands between the verb and its object
		{"وذكرت الصحيفة أن الجيش التركي قصف بست غارات جوية مخازن لتنظيم داعش.", []string{"ASSAULT قصف happened: Turkish army -> nobody", "ASSAULT غارات جوية happened: nobody -> nobody"}},
		{"لكن السلطات التركية أوقفت في المقابل ناشطا.", []string{"COERCE أوقفت happened: Turkey -> ناشطا"}},
		{"وذكر التقرير أن جنودا أتراكا عذبوا وقتلوا مدنيين.", []string{"ASSAULT عذبوا happened: جنودا أتراكا -> nobody", "ASSAULT قتلوا happened: جنودا أتراكا -> مدنيين"}},
		{"وفي المحافظة، شمال العراق دمرت المدفعية التابعة للجيش التركي زوارق.", []string{"ASSAULT دمرت happened: Turkish army -> nobody"}},
		// whom a pronoun stands for is not who does it
		{"والشرطة التركية الآن في طور القبض عليهم.", []string{"COERCE القبض ongoing: nobody -> nobody"}},
		{"ونجحت الشرطة التركية في ملاحقة عدد منهم والقبض عليهم.", []string{"COERCE ملاحقة happened: Turkish police -> nobody", "COERCE القبض happened: nobody -> nobody"}},
		{"وكانوا هدفا للقوات التركية التي فتحت عليهم نيران مدافعها.", []string{"ASSAULT فتحت happened: Turkish army -> nobody"}},
		{"وكان المتظاهرون يلقون حجارة على القطار.", []string{"ASSAULT حجارة happened: nobody -> nobody"}},
		{"وظهر مسلحون من تنظيم داعش يلقون القبض على قناص.", []string{"COERCE القبض ongoing: nobody -> nobody"}},
		// whose deed it is, behind which whom it is done to stands
		{"ويزداد تجنيد تنظيم داعش لليافعين.", []string{"MOBILIZE تجنيد ongoing: Islamic State -> nobody"}},
		{"وبدأ تدريب القوات التركية للمشاركة في العملية.", []string{"AID تدريب القوات happened: nobody -> Turkish army"}},
		{"وتلت ذلك ضربات استباقية للجيش التركي ضد الإرهاب.", []string{"ASSAULT ضربات happened: nobody -> nobody"}},
		// whose aim is what, and who is an aim
		{"وكان الجيش التركي هدفا لهجوم.", []string{"ASSAULT هجوم happened: nobody -> Turkish army"}},
		{"وكانت القوات التركية هدفا لهجمات شنها تنظيم داعش.", []string{"ASSAULT هجمات happened: Islamic State -> Turkish army"}},
		// of whom something is asked, and of whom those are who ask
		{"وطلبت من السلطات التركية تسليمها سالم الحمدي.", []string{"REQUEST طلبت happened: nobody -> Turkey"}},
		{"ويطالب نواب من حركة فتح بمحاسبة المسؤولين.", []string{"REQUEST يطالب ongoing: nobody -> nobody"}},
	} {
		if got := told(r, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
