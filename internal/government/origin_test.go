package government_test

import (
	"testing"

	"riwaya"
)

// TestOrigin: the adjective of a country says whose a deed is only where it is the deed's own
// adjective, and is the adjective of a state.
func TestOrigin(t *testing.T) {
	l, f := reader(t)
	for text, want := range map[string]string{
		"أسفرت غارة هولندية عن أضرار":               "nl",
		"استمرت الغارات الجوية الهولندية يومين":     "nl",
		"بدأت العملية العسكرية الهولندية فجرا":      "nl",
		"أغارت مقاتلات هولندية من طراز إف-16 تقصف":  "nl",
		"قصفت ثلاث طائرات هولندية الجسر":            "nl",
		"هبطت طائرات هولندية محملة بالأدوية":        "",
		"أدانت المنظمة هجوم الجندي الهولندي":        "",
		"استهدف القصف المدينة الهولندية":            "",
		"وقع تفجير هولندي":                          "",
		"استمرت الاعتداءات المقدسية":                "",
		"أدى قصف أوكرانيا إلى أضرار":                "",
		"كررت الحكومة إدانة طبيب هولندي كان معتقلا": "",
	} {
		parsed := l.Parse(text)
		rec := &riwaya.Record{Article: riwaya.Article{Text: text, Body: riwaya.Spans{{Start: 0, End: len(text)}}}}
		x := f.Text(parsed, rec)
		got := ""
		for i := range x.K {
			if x.K[i].Word == nil {
				continue
			}
			if c, ok := f.Origin(&x, i); ok {
				got += c.Code
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
