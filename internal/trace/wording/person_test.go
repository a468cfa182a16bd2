package wording

import (
	"strings"
	"testing"
)

func TestPersons(t *testing.T) {
	v := NewVocabulary(load(t), 1)
	for _, x := range []struct {
		a, name, b, other string
		one, holds        bool
	}{
		{"مدير الميناء سالم الراشد", "سالم الراشد", "مدير عام الميناء المهندس سالم بن علي الراشد", "", true, false},
		{"السفير بدر عبد القادر", "بدر عبد القادر", "المتحدث الرسمي بدر عبدالقادر", "", true, false},
		{"رئيس الغرفة حسن أبو ناصر", "حسن أبو ناصر", "حسن أبوناصر رئيس الغرفة", "", true, false},
		{"الأمير سالم الراشد", "سالم الراشد", "الأمير علي بن سالم الراشد", "", false, false}, // his son
		{"مدير الميناء سالم الراشد", "سالم الراشد", "مدير الميناء علي الراشد", "علي الراشد", false, false},
		{"أمين عام هيئة الموانئ سالم الراشد", "", "الأمين العام للهيئة أمين عام هيئة الموانئ سالم الراشد", "", true, false},
		{"مدير ميناء جدة سالم الراشد", "", "مدير ميناء جدة علي العمر", "", false, false},
		{"مدير ميناء جدة", "", "المهندس سالم الراشد مدير ميناء جدة الإسلامي", "سالم الراشد", false, true},
		{"وزير الموانئ", "", "نائب وزير الموانئ سالم الراشد", "سالم الراشد", false, false},
		{"مسؤول في الميناء", "", "سالم الراشد مسؤول في الميناء", "سالم الراشد", false, false}, // one of many
	} {
		a, b := v.Person(x.a, v.Key(x.name)), v.Person(x.b, v.Key(x.other))
		if got := v.OneMan(a, b); got != x.one {
			t.Errorf("%s, %s: one %v", x.a, x.b, got)
		}
		if got := v.OneMan(b, a); got != x.one {
			t.Errorf("%s, %s: one %v", x.b, x.a, got)
		}
		if got := v.Holds(a, b); got != x.holds {
			t.Errorf("%s, %s: holds %v", x.a, x.b, got)
		}
	}
}

func TestBodies(t *testing.T) {
	v := NewVocabulary(load(t), 1)
	for _, x := range []struct {
		a, b string
		want bool
	}{
		{"الموانئ الكويتية", "وزارة الموانئ الكويتية", true},
		{"مكتب تحقيقات الموانئ", "مكتب تحقيقات الموانئ بهيئة النقل", true},
		{"لجان المراقبة", "لجان المراقبة", false}, // equal names are joined elsewhere
		{"الموانئ", "الموانئ الكويتية", false},
		{"أمانة الموانئ", "أمانة منطقة الموانئ", true},
		{"أمانة منطقة الموانئ", "أمانة الموانئ", true},
		{"أمانة منطقة الموانئ", "أمانة منطقة الجسور", false},
		{"الموانئ الكويتية", "هيئة الموانئ الكويتية", false},
		{"حرس الموانئ", "قيادة حرس الموانئ الكويتي", true},
		{"شركة مجموعة الحداد", "شركة مجموعة سالم الحداد", true},
		{"شركة الحداد", "شركة سالم الحداد", false},
	} {
		if got := v.SameBody(v.Key(x.a), v.Key(x.b)); got != x.want {
			t.Errorf("%s, %s: %v", x.a, x.b, got)
		}
	}
}

func TestOffices(t *testing.T) {
	v := NewVocabulary(load(t), 1)
	for _, x := range []struct {
		a, b string
		want bool
	}{
		{"قائد شرطة الميناء", "محافظ المدينة", true},
		{"قائد شرطة المدينة", "محافظ المدينة", false}, // perhaps, but one word is the same
		{"المتحدث الرسمي", "محافظ المدينة", false},
		{"مسؤول محلي", "محافظ المدينة", false},
	} {
		if got := v.Apart(v.Person(x.a, ""), v.Person(x.b, "")); got != x.want {
			t.Errorf("%s, %s: %v", x.a, x.b, got)
		}
	}
}

// Who holds one office under a name in which letters were exchanged, an office that is called by a name, and a name that goes on to tell.
func TestHolders(t *testing.T) {
	words := load(t)
	v := NewVocabulary(words, 1)
	person := func(called, name string) Person { return v.Person(called, v.Key(name)) }
	a := person("وزير الزراعة سامي النجار", "سامي النجار")
	for called, want := range map[string]bool{"وزير الزراعة سامي النراج": true, "وزير الزراعة سامي النجاري": true, "وزير الصناعة سامي النراج": false, "وزير الزراعة سامي القاضي": false} {
		_, office, _ := strings.Cut(called, " ")
		_, name, _ := strings.Cut(office, " ")
		if got := v.SameHolder(a, person(called, name)); got != want {
			t.Errorf("%s: %v", called, got)
		}
	}
	name := strings.Fields(v.Key("سامي عادل النجار"))
	for office, want := range map[string]bool{"بيان مكتب عادل النجار": true, "مكتب النجار": false, "عادل النجار": false, "مكتب وزير الزراعة": false} {
		if got := v.OfficeOf(office, name); got != want {
			t.Errorf("%s: %v", office, got)
		}
	}
	for called, want := range map[string]string{
		"سامي النجار الذي يعمل في المخزن": "سامي النجار",
		"المخزن الذي احترق أمس":           "المخزن الذي احترق أمس",
		"سامي النجار":                     "سامي النجار",
	} {
		if got := words.Name(called); got != want {
			t.Errorf("%s: %q", called, got)
		}
	}
}
