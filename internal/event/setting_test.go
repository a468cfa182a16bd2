package event_test

import (
	"slices"
	"testing"

	"riwaya"
)

// TestSetting reads when and where something happened, of several times and places that a sentence names.
func TestSetting(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, anchor, time, place string }{
		// the nearest of the clause, before or behind
		{"قتل ثلاثة من الشرطة أمس في هجوم شنه مسلحون انضموا إلى داعش قبل شهرين.", "قتل", "أمس", ""},
		{"قتل خمسة وأصيب عشرة في هجوم استهدف بلدة حارم يوم الاثنين.", "قتل", "يوم الاثنين", "حارم"},
		{"في 20 يوليو 2015 قصفت الطائرات بلدة حارم.", "قصفت", "20 يوليو 2015", "حارم"},
		{"قصفت الطائرات بلدة حارم بعد زيارة الوزير إلى أربيل الأسبوع الماضي.", "قصفت", "", "حارم"},
		{"تحاصر القوات بلدة حارم وقال القائد إن النصر سيعلن في الأيام القليلة القادمة.", "تحاصر", "", "حارم"},
		// what the clause goes on to tell happened then too; what a clause besides says of another is of another time
		{"هاجم مسلحون أمس الموقع وقتلوا ثلاثة جنود.", "قتلوا", "أمس", ""},
		{"انفجرت سيارة أمس في بلدة حارم ما أدى إلى مقتل خمسة وجرح ثلاثة جنود.", "جرح", "أمس", "حارم"},
		{"قالت الوزارة أمس إن الجيش قصف بلدة حارم وقتل ثلاثة جنود.", "قتل", "", "حارم"},
		{"زار الوفد، الذي وصل أمس، بلدة حارم وقتل ثلاثة جنود.", "قتل", "", "حارم"},
		{"قصف الجيش بلدة حارم منذ مارس 2018 وقتل ثلاثة جنود.", "قتل", "", "حارم"},
		{"قتل جنديان غداة التفجير الذي نفذه تنظيم داعش في بلدة حارم.", "التفجير", "", "حارم"},
		// the day after it is not its own, how long it took is none, and since when is none of what befell somebody once
		{"أغلقت السوق غداة الهجوم على بلدة حارم.", "الهجوم", "", "حارم"},
		{"استمر الهجوم ثلاثة أيام على بلدة حارم.", "الهجوم", "", "حارم"},
		{"هذا أعنف هجوم على بلدة حارم منذ مارس 2018 وحتى فجر أمس.", "هجوم", "", "حارم"},
		{"تحاصر القوات بلدة حارم منذ مارس 2018.", "تحاصر", "منذ مارس 2018", "حارم"},
		// who demands something does so where they are, not where it is to happen
		{"طالب الوزير الجيش بالانسحاب وتحدث عن الوضع في سوريا.", "طالب", "", ""},
		{"أدانت المنظمة في جنيف القصف.", "أدانت", "", "جنيف"},
		// a land that the sentence speaks of besides
		{"قال الكاتب إن القصف مستمر وإن أحداث الرواية تدور في لبنان.", "القصف", "", ""},
	} {
		rec := r.Read(riwaya.Article{ID: riwaya.TextID(c.text), Text: c.text, Language: "ar"})
		i := slices.IndexFunc(rec.Events, func(e riwaya.Event) bool { return e.Text == c.anchor })
		if i < 0 {
			t.Errorf("%s: no %s", c.text, c.anchor)
			continue
		}
		e, at, in := &rec.Events[i], "", ""
		for _, x := range rec.Times {
			if e.Time != nil && x.ID == *e.Time {
				at = x.Text
			}
		}
		for _, x := range rec.Places {
			if e.Place != nil && x.ID == *e.Place {
				in = x.Text
			}
		}
		if at != c.time || in != c.place {
			t.Errorf("%s: %s at %q in %q, want %q, %q", c.text, c.anchor, at, in, c.time, c.place)
		}
	}
}
