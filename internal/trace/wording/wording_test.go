package wording

import (
	"strings"
	"testing"

	"riwaya"
	"riwaya/lexicon"
)

func load(t testing.TB) *Words {
	t.Helper()
	w, err := Load(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestSpelling(t *testing.T) {
	for _, x := range [][2]string{{"سوريا", "سوريه"}, {"عبدالله", "عبداللة"}, {"اوباما", "اوبامه"}, {"5", "5"}} {
		if !AlikeSpelled(x[0], x[1]) {
			t.Errorf("%q and %q are one", x[0], x[1])
		}
	}
	for _, x := range [][2]string{{"قتل", "جرح"}, {"12", "13"}, {"", "ا"}, {"حلب", "حمص"}} {
		if AlikeSpelled(x[0], x[1]) {
			t.Errorf("%q and %q are two", x[0], x[1])
		}
	}
}

// TestMessages wants every key that is said to have words.
func TestMessages(t *testing.T) {
	w := load(t)
	for key, words := range w.texts {
		if said := w.Say(key, "one", "two", "three", "four", "five", "six"); strings.ContainsAny(said, "{}") || said == "" {
			t.Errorf("%s: %q of %q", key, said, words)
		}
	}
}

func TestAlign(t *testing.T) {
	v := NewVocabulary(load(t), 2)
	a := "one two three four five six seven eight nine ten"
	b := "zero one two 3 four five six seven and eight ten"
	x, y := v.Of(a), v.Of(b)
	s := Stretches(x, y, []riwaya.Passage{{A: riwaya.Span{End: len(a)}, B: riwaya.Span{End: len(b)}}})
	if len(s) != 1 || len(s[0].Hunks) != 4 {
		t.Fatalf("%+v", s)
	}
	if k, l := s[0].ToB(2, 3); SpanOf(y, k, l).Of(b) != "3" {
		t.Errorf("three is %q", SpanOf(y, k, l).Of(b))
	}
	if k, l := s[0].ToA(3, 4); SpanOf(x, k, l).Of(a) != "three" {
		t.Errorf("3 is %q", SpanOf(x, k, l).Of(a))
	}
}

// FuzzAlign lays any two texts side by side: what is the same is in order on both sides, and the
// hunks are all the rest.
func FuzzAlign(f *testing.F) {
	w := load(f)
	f.Add("a b c d", "a c d e")
	f.Add("قتل 12 شخصا في القصف", "قتل 15 شخصا في قصف")
	f.Add("a a a b a a", "a b a a a a b")
	f.Fuzz(func(t *testing.T, a, b string) {
		v := NewVocabulary(w, 2)
		x, y := v.Of(a), v.Of(b)
		s := Stretch{A1: len(x), B1: len(y)}
		if !s.Align(x, y) {
			return
		}
		last, differ := -1, 0
		for i, j := range s.To {
			if j < 0 {
				differ++
				continue
			}
			if int(j) <= last || x[i].Term != y[j].Term || int(s.From[j]) != i {
				t.Fatalf("%q %q: %v %v", a, b, s.To, s.From)
			}
			last = int(j)
		}
		for _, i := range s.From {
			if i < 0 {
				differ++
			}
		}
		for _, h := range s.Hunks {
			differ -= h.A1 - h.A0 + h.B1 - h.B0
		}
		if differ != 0 {
			t.Fatalf("%q %q: %v", a, b, s.Hunks)
		}
	})
}

// Two sources in one breath are taken apart; a name that only begins with the letter of "and" is none.
func TestApart(t *testing.T) {
	words, err := Load(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	if a, b, ok := words.Apart("الشرطة ومصادر طبية"); !ok || a != "الشرطة" || b != "مصادر طبية" {
		t.Errorf("%q, %q, %v", a, b, ok)
	}
	for _, one := range []string{"وزارة الصحة", "ومصادر طبية", "مصادر في الشرطة", "الأمن والدفاع"} {
		if a, b, ok := words.Apart(one); ok {
			t.Errorf("%s: %q, %q", one, a, b)
		}
	}
}
