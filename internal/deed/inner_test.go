package deed_test

import "testing"

// TestInner: a relative clause whose pronoun does not agree with the head of the phrase before it belongs to whoever ends that phrase.
// A meeting with a pronoun is that of whoever speaks in its clause.
func TestInner(t *testing.T) {
	const army, group, erdogan = "turkish-army", "islamic-state", "erdogan"
	doers(t, []doing{
		{"وزاد تسليح مقاتلي القوات التركية التي هاجمت تنظيم داعش.", []string{"", army}},
		{"ورد السكان على تصريحات الرئيس التركي رجب طيب أردوغان الذي اتهم تنظيم داعش بالهجوم.", []string{erdogan, group}},
		// a meeting of his
		{"وقال الرئيس التركي رجب طيب أردوغان خلال اجتماعه مع وزير الدفاع الروسي سيرغي شويغو إن الهدنة قائمة.", []string{erdogan, ""}},
		{"وصف الرئيس التركي رجب طيب أردوغان اجتماعه بوزير الدفاع الروسي سيرغي شويغو بأنه جيد.", []string{erdogan}},
	})
}
