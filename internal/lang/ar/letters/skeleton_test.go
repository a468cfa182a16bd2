package letters

import "testing"

func TestSkeleton(t *testing.T) {
	for _, one := range [][2]string{{"يسهم", "سيسهم"}, {"عاملة", "تعمل"}, {"تواجد", "وجود"}, {"مثلي", "امثل"}, {"معثور", "عثر"}, {"قتلوا", "مقتل"}} {
		if a, b := Skeleton(one[0]), Skeleton(one[1]); a != b {
			t.Errorf("%s %s: %s %s", one[0], one[1], a, b)
		}
	}
	for _, one := range [][2]string{{"غادر", "عاد"}, {"قتل", "جرح"}, {"خبر", "خسر"}} {
		if a, b := Skeleton(one[0]), Skeleton(one[1]); a == b {
			t.Errorf("%s %s: %s", one[0], one[1], a)
		}
	}
	if Skeleton("وا") != "" || Skeleton("") != "" {
		t.Error("what has only weak letters has no skeleton")
	}
}
