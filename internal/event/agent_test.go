package event_test

import (
	"slices"
	"testing"
)

// TestAgents holds who did what a noun names that has no subject of its own.
func TestAgents(t *testing.T) {
	r := newReader(t)
	for _, c := range []one{
		// what a state or a force announces is its own deed, where it can be
		{"وأعلنت فرنسا طرد السفير السوري.", []string{"SANCTION طرد السفير happened: France self-claimed -> nobody"}},
		{"وجاء ذلك بعد إعلان فرنسا عن طرد السفير السوري.", []string{"SANCTION طرد السفير happened: France -> nobody"}},
		{"وأعلنت وزارة الداخلية التركية القبض على تسعة رجال.", []string{"COERCE القبض happened: وزارة الداخلية التركية self-claimed -> nobody"}},
		{"وجاء ذلك بعد إعلان الجيش التركي إسقاط طائرة.", []string{"ASSAULT إسقاط happened: Turkish army self-claimed -> nobody"}},
		{"وجاء ذلك بعد إعلان الجيش التركي انفجار لغم.", []string{"ASSAULT انفجار happened: nobody -> nobody"}},
		{"وأعلنت فرنسا مقتل تسعة جنود.", []string{"ASSAULT مقتل happened: nobody -> جنود"}},
		{"وأعلنت فرنسا قصف القرية.", []string{"ASSAULT قصف happened: nobody -> nobody"}},
		// a decision, an attempt and what it is about
		{"وانتقد الوزير قرار فرنسا إغلاق المعبر.", []string{"ACCUSE انتقد happened: nobody -> France", "COERCE إغلاق المعبر happened: France -> nobody"}},
		{"وشكك الوزير في جهود الجيش التركي لقصف القرية.", []string{"ASSAULT قصف happened: Turkish army -> nobody"}},
		{"وشكك الوزير في محاولات الجيش التركي اقتحام القرية.", []string{"ASSAULT اقتحام happened: Turkish army -> nobody"}},
		// a verb that may be "takes place" or "holds"
		{"وتجري الشرطة التركية تحقيقات في الحادث.", []string{"ACCUSE تحقيقات ongoing: Turkish police -> nobody"}},
		{"وتجري تحقيقات في الحادث.", []string{"ACCUSE تحقيقات ongoing: nobody -> nobody"}},
		// who was in two minds about it
		{"وكان الجيش التركي مترددا في قصف القرية.", []string{"ASSAULT قصف planned: Turkish army -> nobody"}},
		// an intention, whose it is, and what stands under it
		{"وأعلنت فرنسا عزمها إقامة منطقة عازلة.", []string{"COERCE إقامة منطقة عازلة planned: France self-claimed -> nobody"}},
		{"وجاء ذلك بعد إعلان فرنسا عزمها إقامة منطقة عازلة.", []string{"COERCE إقامة منطقة عازلة planned: France self-claimed -> nobody"}},
		{"وأعلنت حركة فتح نيتها تدمير الجسر.", []string{"ASSAULT تدمير planned: Fatah self-claimed -> nobody"}},
		// the men of a body, and what somebody carries out behind "for"
		{"وندد الوزير بقيام عناصر من تنظيم داعش بإحراق منازل.", []string{"ACCUSE ندد happened: nobody -> Islamic State", "ASSAULT إحراق happened: Islamic State -> nobody"}},
		{"وجاء ذلك بعد توجيه فرنسا لضربة جوية.", []string{"ASSAULT ضربة جوية happened: France -> nobody"}},
		// an attack that its own clause lays to somebody
		{"وقتل جنديان في هجوم في شرق تركيا نسب إلى تنظيم داعش.", []string{"ASSAULT قتل happened: Islamic State accused -> جنديان"}},
		{"وقتل جنديان في هجوم تم نسبه إلى تنظيم داعش.", []string{"ASSAULT قتل happened: Islamic State accused -> جنديان"}},
		// what was done on another day is another deed
		{"وقتل جنديان غداة الهجوم الذي نفذه تنظيم داعش.", []string{"ASSAULT قتل happened: nobody -> جنديان", "ASSAULT الهجوم happened: Islamic State -> nobody"}},
		{"ووقع الهجوم الذي نسبته السلطات إلى تنظيم داعش.", []string{"ASSAULT الهجوم happened: Islamic State accused -> nobody", "ACCUSE نسبته happened: السلطات -> Islamic State"}},
		{"وندد السكان بالهجوم المنسوب إلى تنظيم داعش.", []string{"ACCUSE ندد happened: السكان -> Islamic State", "ASSAULT الهجوم happened: Islamic State accused -> nobody"}},
		{"وشهدت البلدة تفجيرا يحمل بصمات تنظيم داعش.", []string{"ASSAULT تفجيرا happened: Islamic State accused -> nobody"}},
		{"وقتل جنديان في هجوم يشتبه في أن تنظيم داعش نفذه.", []string{"ASSAULT قتل happened: Islamic State accused -> جنديان"}},
		{"وقتل جنديان في هجوم يرجح أن منفذيه ينتمون إلى تنظيم داعش.", []string{"ASSAULT قتل happened: Islamic State accused -> جنديان"}},
		{"وقتل جنديان في هجوم أعلن تنظيم داعش مسؤوليته عنه.", []string{"ASSAULT قتل happened: Islamic State -> جنديان"}},
		{"وقتل جنديان في هجوم على موقع يحمل اسم تنظيم داعش.", []string{"ASSAULT قتل happened: nobody -> جنديان"}},
		{"وهاجم مسلحون يشتبه بانتمائهم إلى تنظيم داعش القرية.", []string{"ASSAULT هاجم happened: Islamic State accused -> nobody"}},
		{"وقال شهود إن مسلحين يعتقد أنهم من تنظيم داعش هاجموا القرية.", []string{"ASSAULT هاجموا happened: Islamic State accused -> nobody"}},
		// who stands accused
		{"واتهم الجيش التركي بقصف القرية.", []string{"ACCUSE اتهم happened: nobody -> Turkish army", "ASSAULT قصف happened: Turkish army accused -> nobody"}},
		{"وأوقفت الشرطة التركية مشتبها به في إطلاق نار.", []string{"COERCE أوقفت happened: Turkish police -> مشتبها به", "ASSAULT إطلاق نار happened: مشتبها به accused -> nobody"}},
	} {
		if got := told(r, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s\n got  %q\n want %q", c.text, got, c.want)
		}
	}
}
