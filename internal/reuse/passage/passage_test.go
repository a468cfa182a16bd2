package passage

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"riwaya"
)

// Spelling that folds to the same is the same, and marks, digits and signs do not matter.
func TestWords(t *testing.T) {
	of := func(s string) []uint32 {
		a := riwaya.Article{Text: s}
		var out []uint32
		for _, w := range Of(&a).Words {
			out = append(out, w.Hash)
			if w.Start >= w.End || int(w.End) > len(s) {
				t.Errorf("%q: a word at %d-%d", s, w.Start, w.End)
			}
		}
		return out
	}
	for _, pair := range [][2]string{
		{"أحمد إلى مُسْتَشْفى", "احمد الي مستشفي"}, {"«قال» 12,5", "قال ١٢.٥"}, {"كتـــاب", "كتاب"}, {"The BBC", "the bbc"}, {"قال\u200fهنا", "قالهنا"}, {"ﻛﺘﺎﺏ", "كتاب"},
	} {
		if !slices.Equal(of(pair[0]), of(pair[1])) {
			t.Errorf("%q and %q differ", pair[0], pair[1])
		}
	}
	if slices.Equal(of("كتب"), of("كتاب")) {
		t.Error("two words are one")
	}
}

func TestQuotes(t *testing.T) {
	for text, want := range map[string][][2]int{
		`قال «هذا قول» ثم "قول آخر" وسكت`: {{1, 3}, {4, 6}},
		"قال «بلا نهاية\nثم سكت»":         nil,
		"﴿كلام﴾ وكلام":                    {{0, 1}},
	} {
		if got := Of(&riwaya.Article{Text: text}).Quotes; !slices.EqualFunc(got, want, func(a, b [2]int) bool { return a == b }) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

// What is shared is found where words are left out, put in and changed, on both sides; twice what stands twice.
func TestAlign(t *testing.T) {
	words := func(s string) []Word { return Of(&riwaya.Article{Text: s}).Words }
	for _, c := range []struct {
		a, b string
		want []Passage
	}{
		{"a b c d e f g h", "x a b c d e f g h y", []Passage{{[2]int{0, 8}, [2]int{1, 9}, 8, 0}}},
		{"a b c d e f g h i j", "a b c d e X f g h i j", []Passage{{[2]int{0, 10}, [2]int{0, 11}, 10, 0}}},
		{"a b c d e 1 k 2 f g h i j", "a b c d e k f g h i j", []Passage{{[2]int{0, 13}, [2]int{0, 11}, 11, 0}}},
		{"a b c d e . f g h i j", "f g h i j - a b c d e", []Passage{{[2]int{0, 5}, [2]int{5, 10}, 5, 0}, {[2]int{5, 10}, [2]int{0, 5}, 5, 0}}},
		{"a b c d e f", "a b c d e f 1 2 3 4 5 6 7 8 9 a b c d e f", []Passage{{[2]int{0, 6}, [2]int{0, 6}, 6, 0}}},
		{"a b c d e 81 f g h i j", "a b c d e 70 f g h i j", []Passage{{[2]int{0, 11}, [2]int{0, 11}, 10, 1}}},
		{"a b c d e 81 f 7 g h i j k", "a b c d e 7 f 82 g h i j k", []Passage{{[2]int{0, 13}, [2]int{0, 13}, 11, 1}}},
		{"a b c d", "a b c d", nil},
		{"", "", nil},
	} {
		a, b := words(c.a), words(c.b)
		shA, shB := Shingles(a, nil), Shingles(b, nil)
		var l Aligner
		l.Index(shB)
		if got := l.Align(a, b, shA, shB, 5); !slices.Equal(got, c.want) {
			t.Errorf("%s | %s: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// TestWinnow wants a print in common wherever eight words are.
func TestWinnow(t *testing.T) {
	long := strings.Fields(strings.Repeat("one two three four five six seven ", 3) + "a b c d e f g h i j k l m n o p q r s t u v w x y z")
	for from := 0; from+8 <= len(long); from++ {
		all := map[uint64]bool{}
		for _, p := range Winnow(Shingles(Of(&riwaya.Article{Text: strings.Join(long, " ")}).Words, nil), nil) {
			all[p.Hash] = true
		}
		part := "before it " + strings.Join(long[from:from+8], " ") + " after it"
		if !slices.ContainsFunc(Winnow(Shingles(Of(&riwaya.Article{Text: part}).Words, nil), nil), func(p Print) bool { return all[p.Hash] }) {
			t.Errorf("%s is not seen", part)
		}
	}
}

// FuzzOf wants words inside the text, in order, and the same after they were kept.
func FuzzOf(f *testing.F) {
	f.Add("قال «الوزير» إنّ ١٢ شخصًا\u200f قُتلوا")
	f.Add("\xff\xd8 ﷺ ﻛﺘﺎﺏ e\u0301")
	f.Fuzz(func(t *testing.T, text string) {
		of := Of(&riwaya.Article{Text: text})
		end := uint32(0)
		for _, w := range of.Words {
			if w.Start < end || w.End <= w.Start || int(w.End) > len(text) {
				t.Fatalf("a word at %d-%d", w.Start, w.End)
			}
			end = w.End
		}
		b := Append(nil, of.Words)
		again, err := Read(b, nil)
		if err != nil || !slices.Equal(again, of.Words) {
			t.Fatalf("%v, %v, kept as %v", again, err, of.Words)
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add(Append(nil, []Word{{1, 2, 3}, {4, 5, 9}}))
	f.Fuzz(func(t *testing.T, b []byte) {
		words, err := Read(b, nil)
		if err != nil {
			return
		}
		if n, err := Count(b); err != nil || n != len(words) {
			t.Fatalf("%d words, counted %d, %v", len(words), n, err)
		}
		if again, err := Read(bytes.Clone(Append(nil, words)), nil); err != nil || !slices.Equal(again, words) {
			t.Fatalf("%v became %v, %v", words, again, err)
		}
	})
}
