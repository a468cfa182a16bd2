package event_test

import (
	"slices"
	"testing"
)

// TestTargets holds to whom something was done, where more than the next word says it.
func TestTargets(t *testing.T) {
	r := newReader(t)
	for _, c := range []one{
		// persons who are counted, with a day, or how exact that is, beside them
		{"وقتل تسعة أشخاص الأحد في انفجار هز الميناء.", []string{"ASSAULT قتل happened: nobody -> أشخاص"}},
		{"وقتل أكثر من تسعين شخصا في البلدة.", []string{"ASSAULT قتل happened: nobody -> شخصا"}},
		{"وذكرت مصادر أن تسعة أشخاص على الأقل قتلوا في البلدة.", []string{"ASSAULT قتلوا happened: nobody -> أشخاص"}},
		{"واعتقل أكثر من تسعين مدرسا بلجيكيا الأحد خلال تظاهرة.", []string{"COERCE اعتقل happened: nobody -> nobody", "PROTEST تظاهرة happened: nobody -> nobody"}},
		// for whom an ambush is laid, and whose it is
		{"ونصب مسلحون كمينا لتنظيم داعش.", []string{"ASSAULT كمينا happened: مسلحون -> Islamic State"}},
		{"ووقعت القافلة في كمين لتنظيم داعش.", []string{"ASSAULT كمين happened: nobody -> nobody"}},
		// one official is not the body
		{"وأكدت مصادر اعتقال رئيس حركة فتح.", []string{"COERCE اعتقال happened: nobody -> nobody"}},
		{"وأكدت مصادر اعتقال أعضاء حركة فتح.", []string{"COERCE اعتقال happened: nobody -> Fatah"}},
		// what is done to somebody whom a pronoun stands for, by nobody who is named
		{"وهاجم المسلحون القرية وتم قتلهم.", []string{"ASSAULT هاجم happened: المسلحون -> nobody", "ASSAULT قتلهم happened: nobody -> المسلحون"}},
		// who is called on, and who only stands in what for
		{"ودعت الأمم المتحدة جميع الأطراف إلى ضبط النفس.", []string{"REQUEST دعت happened: United Nations -> جميع الأطراف"}},
		{"ودعت تركيا لمحاسبة المسؤولين عن اغتيال الزميلة سلمى الحمدي.", []string{"REQUEST دعت happened: nobody -> nobody", "ASSAULT اغتيال happened: nobody -> سلمى الحمدي"}},
		// whom a claim is put to, far from the verb, by the name of a state, and who is called by an office behind "with"
		{"ودعا منسق الإغاثة، سالم الحمدي، هولندا إلى فتح المعبر.", []string{"REQUEST دعا happened: سالم الحمدي -> Netherlands", "RETREAT فتح المعبر demanded: nobody -> nobody"}},
		{"وحثت تركيا، في بيان، بريطانيا على فتح المعبر.", []string{"REQUEST حثت happened: Turkey -> United Kingdom", "RETREAT فتح المعبر demanded: United Kingdom -> nobody"}},
		{"وندد الوزير بالرئيس السوري بشار الأسد.", []string{"ACCUSE ندد happened: nobody -> Bashar al-Assad"}},
		// whose words or deeds are condemned
		{"واستنكرت تركيا بشدة تصريحات وزير الدفاع البلجيكي سالم الحمدي.", []string{"ACCUSE استنكرت happened: Turkey -> سالم الحمدي"}},
		{"ونددت تركيا بالقرار الذي اتخذته هولندا.", []string{"ACCUSE نددت happened: Turkey -> Netherlands"}},
		{"واستنكرت تركيا تصريحات نائب الرئيس الهولندي.", []string{"ACCUSE استنكرت happened: Turkey -> nobody"}},
		{"وأدان قرار مجلس الأمن الحرب.", []string{"ACCUSE أدان happened: nobody -> nobody"}},
		// whose men are counted, by the noun that a group is called by
		{"وانسحب المتمردون الحوثيون من البلدة. وقتل 17 متمردا في المعارك.", []string{"RETREAT انسحب happened: Houthis -> nobody", "ASSAULT قتل happened: nobody -> Houthis"}},
		// two persons, by the ending alone; and whose shelling it is that hits a place
		{"وأعلنت الشرطة اعتقال شخصين في البلدة.", []string{"COERCE اعتقال happened: الشرطة self-claimed -> شخصين"}},
		{"وقتلوا شخصين وفي القرية قتلوا تسعة أشخاص.", []string{"ASSAULT قتلوا happened: nobody -> شخصين", "ASSAULT قتلوا happened: nobody -> أشخاص"}},
		{"وأصيب شرطي في قصف لتنظيم داعش على البلدة.", []string{"ASSAULT أصيب happened: Islamic State -> شرطي"}},
		// whom somebody meets "with", and where
		{"والتقى سالم الحمدي بوزير الدفاع الهولندي بيتر يانسن في المدينة.", []string{"CONSULT التقى happened: سالم الحمدي -> بيتر يانسن"}},
		{"واجتمع سالم الحمدي بمقر وزارة الدفاع.", []string{"CONSULT اجتمع happened: سالم الحمدي -> nobody"}},
		// on whom something is imposed
		{"وأبقت تركيا العقوبات الاقتصادية المفروضة على هولندا.", []string{"SANCTION العقوبات happened: nobody -> Netherlands"}},
		{"ودعت الشرطة السكان إلى الابتعاد عن الجسر.", []string{"REQUEST دعت happened: الشرطة -> السكان"}},
		// somebody's counterpart, by his name
		{"وعقد سالم الحمدي محادثات مع نظيره الهولندي، بيتر يانسن، في المدينة.", []string{"CONSULT محادثات happened: سالم الحمدي -> بيتر يانسن"}},
		// beside whom, on whose side, loyal to whom
		{"وتمكنت القوات التركية من استعادة البلدة إلى جانب وحدات من الجيش العراقي.", []string{"ASSAULT استعادة happened: Turkish army -> nobody"}},
		{"واندلع القتال مع تنظيم داعش.", []string{"ASSAULT القتال happened: nobody -> Islamic State"}},
		{"وسافر الشبان إلى القتال مع تنظيم داعش.", []string{"MOBILIZE سافر happened: nobody -> nobody"}},
		{"واشتبكت القوات التركية مع المسلحين الموالين لتنظيم داعش.", []string{"ASSAULT اشتبكت happened: Turkish army -> المسلحين الموالين لتنظيم داعش"}},
		// what came of somebody's doing did not come of the happening before it
		{"وتستعد القوات التركية لقتال الجماعة التي أدى تمردها إلى مقتل تسعة جنود.", []string{"ASSAULT قتال happened: nobody -> nobody", "ASSAULT مقتل happened: nobody -> جنود"}},
		// people who are counted as dead by a verb that nobody does to them, and one man of a force
		{"واستشهد تسعة مدنيين في البلدة.", []string{"ASSAULT استشهد happened: nobody -> مدنيين"}},
		{"وقتل أمس الخميس شرطي تركي في البلدة.", []string{"ASSAULT قتل happened: nobody -> شرطي تركي"}},
		{"وأثارت القضية جدلا بعد أن قتل شرطي أبيض شابا أسود.", []string{"ASSAULT قتل happened: nobody -> nobody"}},
		// the state that somebody visits
		{"وزار وزير الخارجية المصري سامح شكري إسرائيل أمس.", []string{"CONSULT زار happened: Sameh Shoukry -> Israel"}},
		// raids by their article alone, and whose positions they hit
		{"واستهدفت الغارات مواقع تنظيم داعش.", []string{"ASSAULT الغارات happened: nobody -> Islamic State"}},
		// whom a pronoun behind a preposition takes up, whoever does it being named
		{"ودخل مقاتلو تنظيم داعش القرية وألقت القوات التركية القبض عليهم.", []string{"COERCE القبض happened: Turkish army -> Islamic State"}},
		// on whom something lies that is eased
		{"وخفف الاتفاق العقوبات المفروضة على هولندا.", []string{"RETREAT خفف happened: nobody -> Netherlands"}},
		// whom two deeds that are joined are done to
		{"وتحدث عن مقتل وإصابة عشرات المتظاهرين.", []string{"ASSAULT مقتل happened: nobody -> المتظاهرين", "ASSAULT إصابة happened: nobody -> المتظاهرين"}},
		{"وندد بخطف وقتل الصحافية سلمى الحمدي.", []string{"ASSAULT خطف happened: nobody -> سلمى الحمدي", "ASSAULT قتل happened: nobody -> سلمى الحمدي"}},
		{"واستعادت القوات التركية السيطرة على معسكر لتنظيم داعش.", []string{"ASSAULT استعادت happened: Turkish army -> Islamic State"}},
		// what is agreed on, and with whom something else is
		{"واتفقت هولندا على ذلك خلال عامين من المحادثات مع بلجيكا.", []string{"AGREE اتفقت happened: Netherlands -> nobody", "CONSULT المحادثات happened: nobody -> Belgium"}},
	} {
		if got := told(r, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s\n got  %q\n want %q", c.text, got, c.want)
		}
	}
}
