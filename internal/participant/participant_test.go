package participant_test

import (
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/lang/ar"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/lang/ar/morph"
	"riwaya/internal/naming"
	"riwaya/internal/participant"
)

func reader(t testing.TB) (*ar.Language, *participant.Reader) {
	t.Helper()
	lx, l := artest.Load(t)
	return l, participant.New(naming.New(lx, l.Class, morph.VerbShape), l.Class)
}

// TestRead reads single sentences. The wanted participants are KIND TEXT; "one" says that
// there is one of them.
func TestRead(t *testing.T) {
	l, f := reader(t)
	for _, c := range []struct{ name, text, want string }{
		{"the dead by their number", "مقتل أربعة جنود في انهيار الجسر", "military جنود"},
		{"one of them", "اعتقال ممرضة قرب السوق", "person ممرضة one"},
		{"joined", "أصيب ثلاثة جنود وممرضة", "military جنود; person ممرضة one"},
		{"dual, with their country", "أصيب شرطيان بلجيكيان", "police شرطيان بلجيكيان"},
		{"beyond a definite adjunct", "أصيب في الانفجار طفل بلجيكي", "person طفل بلجيكي one"},
		{"bound to an adjunct", "أصيب في سيارة طفل بلجيكي", ""},
		{"behind the subject", "استهدف الكمين طلابا مقربين من الحزب قرب الجسر", "civilians طلابا مقربين من الحزب"},
		{"let go", "أفرجت المحكمة عن معتقلين", "civilians معتقلين"},
		{"who does it, behind that", "ذكر البيان أن شابا بلجيكيا نفذ التفجير", "person شابا بلجيكيا one"},
		{"persons of a country", "أوقف الحرس تسعة أشخاص بلجيكيين", "civilians أشخاص بلجيكيين"},
		{"persons of none, counted", "أوقف الحرس تسعة أشخاص", "other أشخاص"},
		{"persons of none, not counted", "أوقف الحرس أشخاصا", ""},
		{"the dead and the hurt are what came of it", "خلف الانفجار قتلى وجرحى", ""},
		{"members of a body", "أصيب سبعة مقاتلين من الجيش", ""},
		{"an adjective of a deed", "وقع هجوم مسلح قرب الجسر", ""},
		{"who only speaks", "قال مزارعون إن الموسم جيد", ""},
		{"a verb with its object", "سراح الضابط الذي كانت تحتجزه رهينة", ""},
		{"planes are no fighters", "عادت المقاتلات إلى القاعدة", ""},
		{"what something became", "وأصبح الطريق شاهدا على الحرب", ""},
		{"what somebody remained", "ظلت الصورة عالقة في الأذهان", ""},
		{"an adjective that is spelled like a verb", "بحث الخبراء ملف مفاعل نووي بلجيكي", ""},
		{"taken up again", "هرب الضابط من القرية", ""},
		{"whom a clause of theirs describes", "وتحدث عن المعلمين الذين غادروا البلدة", "civilians المعلمين"},
		{"what the people before are", "وتحدث عن القادة البلجيكيين الذين غادروا البلدة", ""},
		{"a number of them", "وذكر البيان أن عددا من المعلمين اعتصموا أمام المبنى", "civilians المعلمين"},
		{"units of a body are the body's", "وداهمت وحدات من الميليشيا القرية", ""},
		{"from where they are", "ضباط من بلجيكا يدربون الحراس", "military ضباط من بلجيكا"},
		{"behind a verb with its object", "وقتله مسلحان في السوق", "armed_group مسلحان"},
		{"a woman who carries it out", "ذكر البيان أن انتحارية فجرت نفسها", "person انتحارية one"},
		{"an attack is no woman", "ووقعت عملية انتحارية قرب الجسر", ""},
		{"who attacks is no attack", "وتمت مهاجمة المبنى", ""},
		{"behind was", "وكانت انتحاريتان نفذتا هجوما", "armed_group انتحاريتان"},
	} {
		if got := strings.Join(participants(l, f, c.text), "; "); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

func participants(l *ar.Language, f *participant.Reader, text string) (out []string) {
	x := f.Text(l.Parse(text), &riwaya.Record{})
	before := participant.Before{To: -1}
	for i := 0; i < len(x.K); i++ {
		if !x.K[i].In(f.Counted) {
			continue
		}
		p, ok := f.Read(&x, i, before)
		if !ok {
			continue
		}
		s := p.Kind + " " + x.SpanOf(p.From, p.To, p.Prefix).Of(text)
		if p.One {
			s += " one"
		}
		out = append(out, s)
		before = participant.Before{From: p.From, To: p.To, People: true}
		i = p.To - 1
	}
	return out
}

// FuzzRead holds that participants are read from any text, twice alike, with spans inside it.
func FuzzRead(f *testing.F) {
	l, r := reader(f)
	for _, s := range []string{"مقتل أربعة جنود", "جنود", "5 جنود و", "أصيب في", "على معتقلين", "قتل ضابطا شرطة", "شبان مقربين من"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once, again := participants(l, r, text), participants(l, r, text)
		if strings.Join(once, ";") != strings.Join(again, ";") {
			t.Errorf("%q\n%v\n%v", text, once, again)
		}
	})
}
