package read

import (
	"testing"

	"riwaya"
	"riwaya/internal/lang/ar/artest"
)

// An actor's ID can be the key of words of another kind, of ends and of weather: they are nobody's name.
func TestSourceOfAnotherKey(t *testing.T) {
	lx, _ := artest.Load(t)
	r, err := New(lx)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"كشفت التحقيقات أن الحادث وقع فجرا.":       "",
		"أوضحت النشرة أن الأسعار ارتفعت قليلا.":    "",
		"قال البرقان إن الجسر أغلق أمس.":           "",
		"قالت وكالة رويترز إن الجسر أغلق أمس.":     "reuters",
		"ذكر موقع جول أن اللاعب وصل إلى المدينة.":  "goal",
		"أكدت مجلة نيتشر أن الدراسة نشرت قبل عام.": "nature",
	} {
		rec := r.Read(riwaya.Article{ID: "art-1", Text: text, Language: "ar"})
		got := ""
		if len(rec.Claims) > 0 {
			if a := rec.Claims[0].Source.Actor; a != nil && !riwaya.OfArticle(*a) {
				got = *a
			}
		}
		if len(rec.Claims) == 0 || got != want {
			t.Errorf("%s: %d claims, %q, want %q", text, len(rec.Claims), got, want)
		}
	}
}
