package term

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"riwaya/lexicon"
)

func load(t testing.TB) *Terms {
	t.Helper()
	terms, err := Load(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return terms
}

// texts are the terms of a text, as they are compared.
func (t *Terms) texts(text string) []string {
	var out []string
	for _, one := range t.Of(text) {
		out = append(out, one.Text)
	}
	return out
}

func TestPairs(t *testing.T) {
	terms := load(t)
	b, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	blocks := map[string]int{}
	for _, block := range strings.Split(string(b), "\n\n")[1:] {
		lines := strings.Fields(block)
		kind, words := lines[0], lines[1:]
		blocks[kind]++
		stems := map[string]string{}
		for _, w := range words {
			of := terms.texts(w)
			if len(of) != 1 {
				t.Errorf("%s: terms %q", w, of)
				continue
			}
			if before, ok := stems[of[0]]; ok && kind == "apart" {
				t.Errorf("%s and %s meet in %s", before, w, of[0])
			}
			stems[of[0]] = w
		}
		if kind == "meet" && len(stems) > 1 {
			t.Errorf("do not meet: %v", stems)
		}
	}
	if blocks["meet"] < 40 || blocks["apart"] < 40 {
		t.Errorf("blocks: %v", blocks)
	}
}

func TestTerms(t *testing.T) {
	terms := load(t)
	for text, want := range map[string]string{
		"Café CAFÉ cafe\u0301":     "cafe cafe cafe",
		"10,000 شخص":               "10 000 شخص",
		"١٢٣ ۴۵":                   "123 45",
		"الـBBC":                   "ال bbc",
		"كـــتاب كِتَابٌ":          "كتاب كتاب",
		"ﷺ":                        "",
		"ﻛﺘﺎﺏ":                     "كتاب",
		"كيري-لافروف":              "كيري لافروف",
		"state-owned":              "state owned",
		"":                         "",
		"\xff\xfe كتاب \xd9":       "كتاب",
		"Al-Ḩudaydah":              "al hudaydah",
		"F-16":                     "f 16",
		"عام2015":                  "عام2015",
		strings.Repeat("ab", 1000): strings.Repeat("ab", Longest/2),
	} {
		if got := strings.Join(terms.texts(text), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestVariants(t *testing.T) {
	terms := load(t)
	for _, pair := range [][2]string{{"الباغوز", "الباجوز"}, {"الباجوز", "باقوز"}, {"غوغل", "جوجل"}, {"سوريا", "سوريه"}, {"درعا", "درعه"}} {
		a, b := terms.Variants(pair[0]), terms.texts(pair[1])[0]
		if !slices.Contains(a, b) {
			t.Errorf("%s: %v has no %s", pair[0], a, b)
		}
	}
	if v := terms.Variants("Idlib"); !slices.Equal(v, []string{"idlib"}) {
		t.Errorf("%v", v)
	}
}

func FuzzTerms(f *testing.F) {
	terms := load(f)
	for _, s := range []string{"", "وقالت ألمانيا إن 12 مقاتلاً", "Ĳ ŉ İstanbul ϓ̈", "\xffﷺﻼ", "الـBBC٣٤", "ووووو لللل ااااا ةةةة"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		all := terms.Of(text)
		if again := terms.Of(text); !slices.Equal(all, again) {
			t.Fatalf("%q: %v, then %v", text, all, again)
		}
		end := 0
		for _, one := range all {
			if one.Start < end || one.End <= one.Start || one.End > len(text) {
				t.Fatalf("%q: %v after %d", text, one, end)
			}
			end = one.End
			word := one.Of(text)
			if !utf8.ValidString(one.Text) || one.Text == "" || strings.ContainsAny(one.Text, " \"'*-") {
				t.Fatalf("%q: term %q", word, one.Text)
			}
			n := Normalise(word)
			if Normalise(n) != n {
				t.Fatalf("%q: %q, then %q", word, n, Normalise(n))
			}
			if alone := terms.texts(word); len(alone) != 1 || alone[0] != one.Text {
				t.Fatalf("%q: %q in its text, %q alone", word, one.Text, alone)
			}
			terms.Variants(word)
			terms.Prefixed(one.Text)
		}
	})
}

func BenchmarkTerms(b *testing.B) {
	terms := load(b)
	text := strings.Repeat("وقالت الوزارة إن المقاتلين غادروا منطقتهم إلى القرى المجاورة، بحسب مسؤولين محليين. ", 40)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		terms.Each(text, func(Term) bool { return true })
	}
}
