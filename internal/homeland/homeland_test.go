package homeland_test

import (
	"testing"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/read/readtest"
)

// TestHomeland has sentences with whose country is meant in each, by its English name; "" where no state is to be read.
func TestHomeland(t *testing.T) {
	scene := readtest.New(t)
	for text, want := range map[string]string{
		"قال وزير الزراعة الفرنسي بول مارتان إن بلاده سترسل القمح إلى الميناء.":                      "France",
		"أشار الرئيس التركي سليم كايا إلى الغارات التي شنتها بلاده على التلال.":                      "Turkey",
		"قال الرئيس الروسي إيفان سوكولوف «إن بلادنا ستغلق المعبر».":                                  "Russia",
		"قال السفير البلجيكي لدى تشاد لوك بيترز إن بلاده ستغلق المعبر.":                              "Belgium",
		"قال وزير الزراعة الفرنسي بول مارتان إن الأمطار في بلاده قليلة.":                             "",
		"قال وزير الزراعة الفرنسي بول مارتان إن الأمطار التي تشهدها بلاده قليلة.":                    "",
		"قال وزير الزراعة الفرنسي بول مارتان إن الوزير التركي سليم كايا يعرف أن بلاده ستغلق المعبر.": "",
		"قال أحد السكان إن بلاده ستغلق المعبر.":                                                      "",
		"قال الرئيس الروسي إيفان سوكولوف إن بلادنا ستغلق المعبر.":                                    "",
	} {
		var rec riwaya.Record
		scene.Show(text, func(_ *lang.Text, r *riwaya.Record) { rec = *r })
		got := ""
		for _, a := range rec.Actors {
			if a.Kind == "government" {
				got = *a.Name
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
		for _, c := range rec.Claims {
			if c.Source.Actor == nil {
				continue
			}
			for _, a := range rec.Actors {
				if a.ID == *c.Source.Actor && a.Kind != "person" {
					t.Errorf("%s: who says it is %s", text, a.ID)
				}
			}
		}
	}
}
