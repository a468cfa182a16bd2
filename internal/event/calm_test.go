package event_test

import (
	"strings"
	"testing"

	"riwaya"
)

// TestCalm: in a long text without anybody in power or under arms a word that may name an attack or a meeting is none where nobody
// and nowhere is told; with them, or where the text tells of fighting, it is one.
func TestCalm(t *testing.T) {
	r := newReader(t)
	const home = "تحدثت الكاتبة عن ذكريات الطفولة وعن رائحة الخبز في الصباح وعن ألعاب الأطفال في الحارة. "
	for _, c := range []struct {
		text string
		want int
	}{
		{"اجتمعت العائلة حول المائدة ثم هاجم الأولاد الحلوى. ", 0},
		{"التقى وزير الخارجية التركي نظيره المصري حول المائدة. ", 1},
		{"قتل مسلحون ثلاثة جنود في هجوم على حاجز للجيش التركي. ", 1},
	} {
		rec := r.Read(riwaya.Article{Language: "ar", Text: strings.Repeat(home, 6) + c.text})
		if n := len(rec.Events); min(n, 1) != c.want {
			t.Errorf("%q: %d events", c.text, n)
		}
	}
}
