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

// TestQuiet: a long text that hardly has a word of fighting or crime tells of no attack where no party, place or number is told,
// even if it names an army; of one that is told with them it does, and so does a short text.
func TestQuiet(t *testing.T) {
	r := newReader(t)
	const essay = "قرأت في الصباح رواية عن حياة القرى ثم شربت القهوة مع جاري الذي يحب الكتب القديمة. "
	for _, c := range []struct {
		times int
		text  string
		want  int
	}{
		{16, "سألني عن حزب العمال الكردستاني. وفي المساء هاجمني سؤال لا أعرف له جوابا. ", 0},
		{16, "وفي المساء هاجم الجيش التركي القرية. ", 1},
		{2, "وفي المساء وقع هجوم كبير. ", 1},
	} {
		rec := r.Read(riwaya.Article{Language: "ar", Text: strings.Repeat(essay, c.times) + c.text})
		if n := len(rec.Events); n != c.want {
			t.Errorf("%q: %d events", c.text, n)
		}
	}
}
