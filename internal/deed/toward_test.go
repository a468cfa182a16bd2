package deed_test

import "testing"

// TestToward: doers whom what stands behind them shows: to whom or where it is said, what is kept from happening, land that is taken, an
// object behind a pause or another phrase; and doers of what a verb that may be the past of one and the present of another lends.
func TestToward(t *testing.T) {
	const army, group = "turkish-army", "islamic-state"
	doers(t, []doing{
		{"وجرى ذلك بعد تحرير الجيش التركي لمدينة جرابلس.", []string{army}},
		{"وجرى ذلك مع إحباط الجيش التركي هجوما في القرية.", []string{army, ""}},
		{"وجرى ذلك مع إحباط الجيش التركي لعدد من الهجمات.", []string{army, ""}},
		{"استعدادا لزيارة أردوغان لفرنسا.", []string{"erdogan"}},
		{"وعبر عن استنكار تنظيم داعش للهجوم.", []string{group, ""}},
		{"ورفض إدانة تنظيم داعش لهجومه على القرية.", []string{"", "", ""}},
		{"وقتل مسلحون بالرصاص 48 مدنيا.", []string{"", ""}},
		{"وقالت إن القوات التركية تواصل قصف القرية.", []string{army}},
		{"القوات التركية تكثف هجماتها على المسلحين.", []string{army}},
		{"وتحاصر القوات التركية جرابلس منذ أشهر.", []string{army}},
		// raids and those who were arrested in them
		{"وألقي القبض عليهم في مداهمات القوات التركية على الأحياء.", []string{army, army}},
		{"وقتلت القوات التركية ثلاثة مسلحين في مداهمات واسعة.", []string{army, army}},
		{"وقتلت القوات التركية ثلاثة مسلحين خلال مداهمات واسعة.", []string{army, ""}},
	})
}
