package deed_test

import "testing"

// TestJoint: doers whom a clause names for another deed of theirs: the verb or the action before, what is told behind "after", what
// somebody is held for, and who is not meant by it.
func TestJoint(t *testing.T) {
	const army, group = "turkish-army", "islamic-state"
	doers(t, []doing{
		// a verb joined to one whose subject is many men, though their plural does not show it, or counted aircraft
		{"وهاجم عناصر من تنظيم داعش القرية وقتلوا خمسة.", []string{group, group}},
		{"وهاجمت عناصر تنظيم داعش القرية وسيطرت على المقر.", []string{group, group}},
		{"الجيش التركي يقصف القرية ويقتل خمسة مسلحين.", []string{army, army}},
		{"قتل شبان أكراد أمس.", []string{""}},
		// who can do it does it, and behind a masdar another is one too
		{"استطاعت القوات التركية تحرير البلدة وفرض سيطرتها على القرية.", []string{army, army}},
		{"وندد السكان بقصف الجيش التركي للقرية وتدمير منازلها.", []string{"", army, army}},
		{"وندد السكان بقصف الجيش التركي للقرية وقتل مسلحي تنظيم داعش فيها.", []string{"", army, ""}},
		// a bombing is by the aircraft that it is bound to
		{"وأدى قصف طائرات الجيش التركي إلى أضرار.", []string{army}},
		// whoever is accused did it, not who accuses
		{"واتهمتهم القوات التركية بأنهم قصفوا القرية.", []string{army, ""}},
		{"واتهم الوزير كلا من الجيش التركي وتنظيم داعش بقصف القرية.", []string{"", army + " " + group}},
		// a mere pretext for somebody to do it
		{"وأصبحت القوات التركية مجرد ذريعة لشن هجمات على المدينة.", []string{""}},
		{"وأقر الجيش التركي بقصف القرية.", []string{army}},
		// the deed told with it, behind "after"
		{"استعاد الجيش التركي البلدة بعد طرد مسلحي تنظيم داعش منها.", []string{army, army}},
		{"قصف الجيش التركي مواقع تنظيم داعش بعد إطلاق نار أدى إلى مقتل جندي.", []string{army, "", ""}},
		{"واعتقلت القوات التركية خمسة أشخاص بعد اقتحام منازلهم.", []string{army, army}},
		{"واعتقلت القوات التركية خمسة أشخاص بعد إطلاق نار في القرية.", []string{army, ""}},
		// charges of it, against whom
		{"وتواجه القوات التركية اتهامات بقصف القرية.", []string{"", army}},
		// an ending that no adjective of the forces has
		{"وأدى استهداف القوات التركية المدنيين إلى أضرار.", []string{army}},
		{"وأكدت مصادر سيطرة الجيش التركي على البلدة بعد مواجهات مع تنظيم داعش.", []string{army, army}},
		{"وتزامن ذلك مع تقدم المسلحين في القرية مع غارات مكثفة للجيش التركي على المواقع.", []string{"", army}},
	})
}
