package government_test

import (
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/government"
	"riwaya/internal/lang/ar"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/lang/ar/morph"
	"riwaya/internal/naming"
)

func reader(t testing.TB) (*ar.Language, *government.Reader) {
	t.Helper()
	lx, l := artest.Load(t)
	return l, government.New(naming.New(lx, l.Class, morph.VerbShape), lx, l.Class)
}

// TestMeant reads single sentences, with no claim and no actor before but governments. The
// wanted governments are their words; what must not be read is simply absent.
func TestMeant(t *testing.T) {
	l, f := reader(t)
	for _, c := range []struct{ name, text, want string }{
		{"it speaks", "أعلنت هولندا أنها سترسل خبراء", "هولندا"},
		{"two that a conjunction joins", "أعلنت هولندا والنرويج أنهما سترسلان خبراء", "هولندا; النرويج"},
		{"with the support of", "تقدم المهاجمون بدعم من هولندا نحو الجسر", "هولندا"},
		{"topic of a clause", "ذكر التقرير أن هولندا مستعدة للتعاون", "هولندا"},
		{"a headline: it is resolved on", "هولندا مصممة على فتح الجسر", "هولندا"},
		{"a headline: a capital is ready to", "لاهاي مستعدة لفتح الجسر", "لاهاي"},
		{"a headline: a verb that is a noun as well", "هولندا توافق على فتح الجسر", "هولندا"},
		{"between two capitals", "جرت مفاوضات سرية بين لاهاي وأوسلو في الخريف", "لاهاي; أوسلو"},
		{"a border is land", "وصلت الشاحنات إلى الحدود مع هولندا ليلا", ""},
		{"roads go between lands", "ازدحم الطريق بين هولندا وبلجيكا صباحا", ""},
		{"where something is", "يعيش الطبيب في هولندا", ""},
		{"an adjective as well", "قدمت الشركة للمدارس دعم مالي كبير", ""},
		{"an adjective as well, after its noun's article", "تحسن وضعه المالي هذا الصيف", ""},
		{"a country, though an adjective as well", "أعلنت مالي أنها سترسل خبراء", "مالي"},
		{"a country, though an adjective as well, behind a preposition", "جرت محادثات مع مالي قبل أسبوع", "مالي"},
		{"its war on another", "استمرت حرب هولندا على بلجيكا عشرة أيام", "هولندا"},
		{"its siege of a town", "أدى حصار هولندا للمدينة إلى نقص الدواء", "هولندا"},
		{"what it withdraws from", "رحب النواب بانسحاب هولندا من الحلف", "هولندا"},
		{"a war in it, on this plane", "نقلت الصحيفة صورا من حرب هولندا على أرض الواقع", ""},
		{"a war there", "تذكر الشيخ حرب هولندا في شبابه", ""},
		{"where something happens", "شهدت هولندا أمطارا غزيرة", ""},
		{"where a visit goes", "وصل الوزير أمس في زيارة رسمية إلى هولندا", "هولندا"},
		{"where somebody's visit goes", "انتهت زيارة الوفد لهولندا", "هولندا"},
		{"where his visit goes", "تحدث الوزير خلال زيارته الأولى لهولندا عن الجسر", "هولندا"},
		{"where a visit goes, a capital", "وصل الوزير أمس في زيارة رسمية إلى لاهاي", ""},
		{"where a journey goes", "عاد الطبيب من رحلة قصيرة إلى هولندا", ""},
		{"where somebody goes behind a visit", "سافر الطبيب بعد زيارة والده إلى هولندا وبقي فيها", "هولندا"},
	} {
		if got := strings.Join(meant(l, f, c.text, nil), "; "); got != c.want {
			t.Errorf("%s: %s\n got  %s\n want %s", c.name, c.text, got, c.want)
		}
	}
}

// TestMeantByAClaim: whom a claim has for its source is meant, whatever stands beside it.
func TestMeantByAClaim(t *testing.T) {
	l, f := reader(t)
	text := "التعاون مستمر، هولندا."
	if got := meant(l, f, text, nil); len(got) > 0 {
		t.Fatalf("%v without a claim", got)
	}
	from := strings.Index(text, "هولندا")
	claim := riwaya.Claim{Source: riwaya.Source{Kind: "government", Spans: riwaya.Spans{{Start: from, End: from + len("هولندا")}}}}
	if got := meant(l, f, text, []riwaya.Claim{claim}); len(got) != 1 {
		t.Errorf("%v", got)
	}
}

// TestObjectOfAVerb: a country that is a place is no subject where the subject stands before
// the verb, with a particle between the two or without.
func TestObjectOfAVerb(t *testing.T) {
	l, f := reader(t)
	for text, want := range map[string]bool{"استهدفت هولندا": true, "القوات استهدفت هولندا": false, "القوات قد استهدفت هولندا": false} {
		from := strings.Index(text, "هولندا")
		got := meant(l, f, text, nil, riwaya.Place{Span: riwaya.Spans{{Start: from, End: len(text)}}})
		if (len(got) > 0) != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

func meant(l *ar.Language, f *government.Reader, text string, claims []riwaya.Claim, places ...riwaya.Place) (out []string) {
	parsed := l.Parse(text)
	rec := &riwaya.Record{Places: places, Article: riwaya.Article{Text: text, Body: riwaya.Spans{{Start: 0, End: len(text)}}}}
	x := f.Text(parsed, rec)
	before := government.Before{To: -1}
	for i := 0; i < len(x.K); i++ {
		if x.K[i].Word == nil {
			continue
		}
		c, ok := f.At(&x, i)
		if !ok {
			continue
		}
		if f.Meant(&x, c, claims, before) {
			before = government.Before{From: c.From, To: c.To, Government: true}
			out = append(out, x.SpanOf(c.From, c.To, c.Prefix).Of(text))
		}
		i = c.To - 1
	}
	return out
}
