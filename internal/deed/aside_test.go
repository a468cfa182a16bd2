package deed_test

import "testing"

// TestSetOff: subjects that a comma parts from their verb, what goes on with "but", and what "this" stands before.
func TestSetOff(t *testing.T) {
	const army, group = "turkish-army", "islamic-state"
	doers(t, []doing{
		{"وذكرت الصحيفة أن الجيش التركي، هاجم البلدة مساء الاثنين.", []string{army}},
		{"الجيش التركي لم ينسحب من البلدة بل واصل قصفها.", []string{army, army}},
		{"لكن هذا لم يمنع الجيش التركي من العودة.", []string{"", ""}},
		// with twenty raids | the group: a noun that is counted so is bound to nothing
		{"استهدف الجيش التركي بأكثر من 20 غارة تنظيم داعش في البلدة.", []string{army, ""}},
		// of two sides, the men; and of forces that somebody backs, no one
		{"وتحدث عن معارك بين الجيش التركي ومسلحي تنظيم داعش الذين اقتحموا البلدة.", []string{army, group}},
		{"وتقدمت القوات المدعومة من القوات التركية التي اقتحمت البلدة.", []string{"", ""}},
		{"ودعا الوزير الجيش التركي إلى وقف القصف وسحب جنوده من البلدة.", []string{"", army, army}},
	})
}
