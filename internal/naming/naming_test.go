package naming_test

import (
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/lang/ar"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/lang/ar/morph"
	"riwaya/internal/naming"
)

func vocabulary(t testing.TB) (*ar.Language, *naming.Vocabulary) {
	t.Helper()
	lx, l := artest.Load(t)
	return l, naming.New(lx, l.Class, morph.VerbShape)
}

// TestInstitution reads the bodies of single sentences. The wanted ones are KIND TEXT.
func TestInstitution(t *testing.T) {
	l, v := vocabulary(t)
	for _, c := range []struct{ name, text, want string }{
		{"services by their adjective", "أوقف الأمن البلجيكي ثلاثة رجال",
			"police الأمن البلجيكي"},
		{"security itself is no actor", "يهدد الجفاف أمن بلجيكا الغذائي", ""},
		{"courts", "وجه القضاء البلجيكي التهمة إلى رجلين",
			"government القضاء البلجيكي"},
		{"the forces of the police are the police", "دخلت قوات الشرطة الحي قبل الفجر",
			"police قوات الشرطة"},
		{"a brigade by its number", "وصل اللواء 77 إلى الميناء",
			"military اللواء 77"},
		{"a centre of a province", "وصل الزوار إلى مركز محافظة سوهاج مساء", ""},
		{"what somebody resists", "يكرر الخطباء دعوات مقاومة الإرهاب كل عام", ""},
		{"states that do something", "رفضت الدول الغربية هذا الاقتراح",
			"government الدول الغربية"},
		{"states as a land", "يعيش كثيرون منهم في الدول الغربية منذ عقود", ""},
		{"a band by its adjective", "اقتحمت مجموعة مسلحة مبنى البلدية",
			"armed_group مجموعة مسلحة"},
		{"a group of anything", "اشترى التاجر مجموعة كبيرة من السجاد", ""},
		{"loyal to", "تقدمت قوات موالية للرئيس السابق نحو الميناء",
			"armed_group قوات موالية للرئيس"},
		{"a ministry and its portfolio", "نشرت وزارة الزراعة البلجيكية جدولا جديدا",
			"government وزارة الزراعة البلجيكية"},
	} {
		if got := strings.Join(institutions(l, v, c.text), "; "); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

func institutions(l *ar.Language, v *naming.Vocabulary, text string) (out []string) {
	x := v.Text(l.Parse(text), &riwaya.Record{})
	before := -1
	for i := 0; i < len(x.K); {
		if w := x.K[i].Word; w == nil || !w.Classes.Meets(v.Body) && !w.Begins.Meets(v.Body) {
			i++
			continue
		}
		b, next, ok := x.Institution(i, before)
		if ok {
			out = append(out, b.Kind+" "+x.SpanOf(b.From, b.End, b.Prefix).Of(text))
			before = b.To
		}
		i = max(next, i+1)
	}
	return out
}

// TestAliasAt reads the first alias of a text, with and without its generic noun.
func TestAliasAt(t *testing.T) {
	l, v := vocabulary(t)
	for _, c := range []struct{ text, want, actor string }{
		{"لرويترز", "رويترز", "reuters"},
		{"وكالة «رويترز»", "وكالة «رويترز", "reuters"},
		{"مصنع رويترز", "", ""},
		{"الطريق", "", ""},
	} {
		x := v.Text(l.Parse(c.text), &riwaya.Record{})
		end, key, prefix := x.AliasAt(0)
		if end == 0 {
			end, key, prefix = x.AliasBehind(0)
		}
		got := ""
		if end > 0 {
			got = x.SpanOf(0, end, prefix).Of(c.text)
		}
		if got != c.want || key != c.actor {
			t.Errorf("%s: got %q of %q, want %q of %q", c.text, got, key, c.want, c.actor)
		}
	}
}

// TestNameRun reads the name that a text begins with.
func TestNameRun(t *testing.T) {
	l, v := vocabulary(t)
	for _, c := range []struct{ text, want string }{
		{"خالد المنيعي بفتح الطريق", "خالد المنيعي"},
		{"عبد الرحمن بن خالد، أمس", "عبد الرحمن بن خالد"},
		{"خالد الذي وصل", "خالد"},
	} {
		x := v.Text(l.Parse(c.text), &riwaya.Record{})
		if got := x.SpanOf(0, x.NameRun(0), 0).Of(c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

// FuzzInstitution holds that bodies are read from any text, twice alike, with spans inside it.
func FuzzInstitution(f *testing.F) {
	l, v := vocabulary(f)
	for _, s := range []string{"قال وزير الزراعة البلجيكي", "وزارة", "اللواء 77", "قوات موالية ل", "حركة «", "الدول", "مركز لل"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once, again := institutions(l, v, text), institutions(l, v, text)
		if strings.Join(once, ";") != strings.Join(again, ";") {
			t.Errorf("%q\n%v\n%v", text, once, again)
		}
	})
}
