package quantity_test

import (
	"fmt"
	"strings"
	"testing"

	"riwaya/internal/lang"
	"riwaya/internal/lang/ar"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/quantity"
	"riwaya/lexicon"
)

func newReader(t testing.TB) (*ar.Language, *quantity.Reader) {
	t.Helper()
	lx, l := artest.Load(t)
	r, err := quantity.New(lx, l.Class, []string{"killed", "injured", "missing", "abducted", "detained", "displaced", "infected", "recovered", "trapped", "present", "other"})
	if err != nil {
		t.Fatal(err)
	}
	return l, r
}

// all are the quantities of a text, each on one line: its words, kind, op and bounds,
// group, what it brings with it, unit.
func all(t testing.TB, l *ar.Language, r *quantity.Reader, text string) []string {
	t.Helper()
	p := l.Parse(text)
	s := r.Text(p)
	var out []string
	for _, st := range p.Sentences {
		s.Begin, s.End = st.From, st.To
		for i := st.From; i < st.To; {
			var q quantity.Quantity
			ok := s.At(i, &q)
			next := max(i+1, q.To)
			if ok {
				if q.Span.Start < 0 || q.Span.End > len(text) || q.Span.Start >= q.Span.End || q.From < q.Start || q.To <= q.From {
					t.Fatalf("%q: %+v", text, q)
				}
				low, high := fmt.Sprint(q.Low), fmt.Sprint(q.High)
				if q.NoLow {
					low = "-"
				}
				if q.NoHigh {
					high = "-"
				}
				out = append(out, strings.TrimRight(fmt.Sprintf("%s|%s %s %s %s|%s %s %s", q.Span.Of(text), q.Kind, q.Op, low, high, q.Word.Group, q.Word.Predicate, q.Unit), " "))
			}
			i = next
		}
	}
	return out
}

func TestQuantities(t *testing.T) {
	l, r := newReader(t)
	for _, c := range []struct{ text, want string }{
		{"ما لا يقل عن 12 مدنيا", "ما لا يقل عن 12 مدنيا|noun at_least 12 -|civilians"},
		{"على الأقل وثلاثة مدنيين", "ثلاثة مدنيين|noun exact 3 3|civilians"},
		{"خمسة شهداء", "خمسة شهداء|noun exact 5 5|people killed"},
		{"بين ثلاثة وخمسة أشخاص", "ثلاثة وخمسة أشخاص|noun range 3 5|people"},
		{"عشرات الجرحى", "عشرات الجرحى|noun vague 10 99|people injured"},
		{"40 طنا من الأدوية", "40 طنا|measure exact 40 40|  tonne"},
		{"45 في المئة", "45 في المئة|measure exact 45 45|  %"},
		{"24 عاما", "24 عاما|time exact 24 24|  year"},
		{"شخص واحد في السوق", "شخص واحد|one exact 1 1|people"},
		{"جندي وأحد المارة", "وأحد المارة|one exact 1 1|people"},
		{"جنديا وواحدا من المسلحين", "واحدا من المسلحين|one exact 1 1|fighters"},
		{"كتابا واحدا", ""},
		{"عسكريين تركيين اثنين", "عسكريين تركيين اثنين|noun exact 2 2|soldiers"},
		{"شخصان اثنان", "شخصان|noun exact 2 2|people"},
		{"إرهابييْن في البلدة", "إرهابييْن|noun exact 2 2|fighters"},
		{"إرهابيين في البلدة", ""},
		{"رجلي أمن", "رجلي|noun exact 2 2|police"},
		{"رجلا أصيب", ""},
		{"أصيب آخران", "آخران|bare exact 2 2|"},
		{"مسلحان آخران", "مسلحان|noun exact 2 2|fighters"},
		{"خمسة على الأقل من عناصر الشرطة", "خمسة على الأقل من عناصر الشرطة|noun at_least 5 -|police"},
		{"لا يتجاوز عمره 19 سنة", "19 سنة|time at_most - 19|  year"},
		{"(7) سبعة من رجال الحرس", "(7) سبعة من رجال|noun exact 7 7|people"},
		{"(8) سبعة من رجال الحرس", "8|bare exact 8 8|"},
		{"في ذات اليوم ثلاثة من السكان", "ثلاثة من السكان|noun exact 3 3|people"},
		{"سبع رحلات جوية على الأقل", "سبع رحلات|noun at_least 7 -|things"},
		{"12 عنصرا من القوات المحلية على الأقل", "12 عنصرا|noun at_least 12 -|fighters"},
		{"أربعة حراس، على الأقل، من الحي", "أربعة حراس|noun at_least 4 -|people"},
		{"خمسة مدنيين بينهم طفل على الأقل", "خمسة مدنيين|noun exact 5 5|civilians"},
		{"ستة مدنيين، على الأقل في هذا الحي", "ستة مدنيين|noun exact 6 6|civilians"},
		{"«صيف 36» إقامة حفلات", ""},
		{"«36» جنديا", "36» جنديا|noun exact 36 36|soldiers"},
		{"ألف الكاتب سالم كتابا", ""},
		{"من طراز بوينج 777 حالة", ""},
		{"مقاتلة أف 16 إسرائيلية", ""},
		{"الدورة 73 من الطلاب", ""},
		{"الساعة 11", ""},
		{"طائرة إف-16", ""},
		{"القرار 2216", ""},
	} {
		if got := strings.Join(all(t, l, r, c.text), "; "); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestGroups(t *testing.T) {
	for _, g := range []struct {
		group          string
		people, forces bool
	}{{"fighters", true, true}, {"civilians", true, false}, {"things", false, false}, {"", false, false}} {
		if quantity.People(g.group) != g.people || quantity.Forces(g.group) != g.forces {
			t.Error(g)
		}
	}
}

// A predicate that the finder does not know is refused where the noun is listed.
func TestUnknownPredicate(t *testing.T) {
	lx := &lexicon.Lexicon{Language: "ar", Classes: map[string][]lexicon.Word{"counted": {{Text: "x", Key: "people:slain", At: lexicon.Position{File: "counted.txt", Line: 1}}}}}
	class := func(...string) lang.Set { return lang.Set{} }
	if _, err := quantity.New(lx, class, []string{"killed"}); err == nil || !strings.Contains(err.Error(), "counted.txt:1") {
		t.Error(err)
	}
}

func FuzzQuantities(f *testing.F) {
	l, r := newReader(f)
	for _, s := range []string{"12 جنديا و3 مدنيين", "بين 3 و5", "«17 - 25» سنة", "$20 %", "شخص أو شخصان", "من أصل أصل", "ما لا يقل عن"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { all(t, l, r, s) })
}
