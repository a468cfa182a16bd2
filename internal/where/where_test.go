package where_test

import (
	"reflect"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/lang/ar"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/where"
	"riwaya/lexicon"
)

func finder(t testing.TB) (*ar.Language, *where.Finder) {
	t.Helper()
	lx, l := artest.Load(t)
	f, err := where.New(lx, l.Class, ar.Spelling)
	if err != nil {
		t.Fatal(err)
	}
	l.Mark(f.Naming, f.Follows)
	return l, f
}

// TestPlaces looks at whole texts, where one mention settles another; single sentences
// are the examples of lexicon/ar/places.rules. The wanted places are TEXT COUNTRY
// PRECISION, a dash for a country that stays open.
func TestPlaces(t *testing.T) {
	l, f := finder(t)
	for _, c := range []struct{ text, want string }{
		// one name, two countries: the others settle it
		{"اجتمع النواب في طرابلس. وقال مسؤول في ليبيا إن القوات انسحبت من بنغازي ومصراتة.",
			"طرابلس LY populated place; ليبيا LY country; بنغازي LY populated place; مصراتة LY populated place"},
		{"اندلعت اشتباكات في طرابلس شمال لبنان بين مسلحين، ونقل الجرحى إلى بيروت.",
			"طرابلس LB populated place; شمال لبنان LB region; بيروت LB populated place"},
		// variants of a spelling
		{"انسحب المسلحون من بلدة الباقوز في سوريا", "الباقوز SY near; سوريا SY country"},
		// clitics
		{"سقطت قذائف ببيروت وصيدا ولحج", "بيروت LB populated place; صيدا LB populated place; لحج YE populated place"},
		{"توجهت القافلة للحديدة في اليمن", "لحديدة YE populated place; اليمن YE country"},
		// a facility without a row takes the town's point
		{"قصفت الطائرات مستشفى إدلب المركزي في سوريا", "مستشفى إدلب المركزي SY near; سوريا SY country"},
		// distance and direction
		{"سقطت الطائرة قرب حلب وفي محيط مدينة حماة", "حلب SY near; حماة SY near"},
		// the country is the one beside it
		{"سيطر المسلحون على بلدات في جنوب البلاد بعد معارك في اليمن", "جنوب البلاد YE region; اليمن YE country"},
		// "the city" is whichever was named, and Medina only where it is called so
		{"سيطرت القوات على معظم أحياء المدينة في عدن، وعاد السكان إلى المدينة.", "عدن YE populated place"},
		{"وصل الحجاج إلى المدينة المنورة. وقال أمير منطقة المدينة إن الحجاج غادروا المدينة.", "المدينة المنورة SA populated place; المدينة SA populated place; المدينة SA populated place"},
		{"سافر الوفد إلى مكة والمدينة في السعودية.", "مكة SA populated place; المدينة SA populated place; السعودية SA country"},
		{"زار الوفد بغداد عاصمة الدولة العباسية.", "بغداد IQ populated place"},
		// institutions and persons are no places
		{"أعلن مجلس النواب أن حكومة ليبيا وجيش لبنان سيشاركان", ""},
		{"سجل لاعب الفريق هدفا في مباراة نادي برشلونة ضد فريق ميلان وقال المدرب إن اللاعبين أجادوا", ""},
	} {
		rec := riwaya.Record{Article: riwaya.Article{ID: riwaya.TextID(c.text), Text: c.text}}
		f.Find(l.Parse(c.text), &rec)
		var got []string
		for _, p := range rec.Places {
			country := "-"
			if p.Country != nil {
				country = *p.Country
			}
			got = append(got, p.Text+" "+country+" "+p.Precision)
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}

// FuzzFind wants of any text: no panic, spans of whole characters inside it, in order and
// apart, coordinates in pairs, and the same places twice.
func FuzzFind(f *testing.F) {
	l, finder := finder(f)
	f.Add("قصفت الطائرات مدينة حلب وريف دير الزور الشرقي قرب الحدود السورية مع تركيا")
	f.Add("في «مخيم بلدة \"الباغوز\"» شمال شرق البلاد، وبين مأرب وتعز")
	f.Add("مدينة")
	f.Add("شمال")
	f.Add("الحدود مع")
	f.Fuzz(func(t *testing.T, text string) {
		read := func() []riwaya.Place {
			rec := riwaya.Record{Article: riwaya.Article{ID: "x", Text: text}}
			finder.Find(l.Parse(text), &rec)
			return rec.Places
		}
		places := read()
		end := 0
		for _, p := range places {
			s := p.Span.Hull()
			if s.Start < end || s.End > len(text) || s.Start >= s.End || p.Text != text[s.Start:s.End] {
				t.Fatalf("span %v of %d bytes, the last ended at %d", s, len(text), end)
			}
			end = s.End
			if (p.Lat == nil) != (p.Lon == nil) {
				t.Fatal("half a point")
			}
		}
		if !reflect.DeepEqual(places, read()) {
			t.Fatal("another reading")
		}
	})
}

func BenchmarkNew(b *testing.B) {
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		b.Fatal(err)
	}
	l, err := ar.New(lx)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := where.New(lx, l.Class, ar.Spelling); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFind reads the sample article of the project some times over, cut up before.
func BenchmarkFind(b *testing.B) {
	l, f := finder(b)
	text := strings.Repeat("وقال مسؤول محلي في مدينة تعز إن مسلحين قصفوا أحياء سكنية قرب مطار عدن الدولي في جنوب البلاد، وإن عشرات العائلات نزحت إلى محافظة لحج المجاورة. ", 12)
	t := l.Parse(text)
	for b.Loop() {
		rec := riwaya.Record{Article: riwaya.Article{ID: "x", Text: text}}
		f.Find(t, &rec)
	}
}
