package stem

import (
	"slices"
	"testing"

	"riwaya/internal/lang/ar/letters"
	"riwaya/lexicon"
)

func load(t testing.TB) *Stemmer {
	t.Helper()
	s, err := lexicon.LoadStems(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return New(s)
}

// TestStem has a case for every branch; what must meet and what must not, drawn from a
// corpus, stands in internal/search/term.
func TestStem(t *testing.T) {
	s := load(t)
	for word, want := range map[string]string{
		"ومقاتلون":    "مقاتل",
		"وزيرها":      "وزير",
		"ووزير":       "وزير",
		"بالمدينة":    s.Stem("مدينة"),
		"للمدن":       "مدن",
		"للبنان":      "لبنان",
		"للجنة":       "لجنة",
		"بألمانيا":    "بالمانيا",
		"والتزامات":   "التزام",
		"بالالتزام":   "التزام",
		"بألوان":      "بالوان",
		"منطقتين":     "منطقة",
		"بمنطقتها":    "بمنطقة",
		"كتابهما":     "كتاب",
		"قانونا":      s.Stem("قانون"),
		"بيتها":       "بيت",
		"قوات":        "قوة",
		"عسكريا":      "عسكري",
		"سوريا":       "سوريا",
		"لسوريا":      "لسوريا",
		"كتبوا":       "كتب",
		"شئون":        s.Stem("شوون"),
		"بمسئولين":    "ب" + s.Stem("مسوول"),
		"من":          "من",
		"ف":           "ف",
		"كابیتال":     "كابيتال",
		"ڤيينا":       "ڤيينا", // a letter that is not plain: not cut
		"bbc":         "bbc",
		"":            "",
		"والله":       "الله",
		"ثلاثون":      s.Stem("ثلاثين"),
		"اجتماعاتهم":  "اجتماع",
		"كالقادة":     s.Stem("قادة"),
		"واشنطن":      "واشنطن",
		"المقاتلتان":  "مقاتل",
		"العسكريتين":  "عسكري",
		"مساهمين":     "مساهم",
		"جنيهات":      s.Stem("جنيها"),
		"بوزارتهم":    "بوزارة",
		"محافظاتها":   "محافظة",
		"والمحافظين":  "محافظ",
		"الميليشياوي": "ميليشياوي",
	} {
		if got := s.Stem(letters.FoldString(word)); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
}

func TestVariants(t *testing.T) {
	for word, want := range map[string][]string{
		"غوغل":  {"غوغل", "جوجل", "قوقل"},
		"درعا":  {"درعا", "درعه", "درعة"},
		"كتاب":  {"كتاب"},
		"idlib": {"idlib"},
	} {
		if got := Variants(word); !slices.Equal(got, want) {
			t.Errorf("%s: %v", word, got)
		}
	}
}

func TestPrefixed(t *testing.T) {
	s := load(t)
	for word, want := range map[string][]string{
		"دمشق": {"بدمشق", "لدمشق"},
		"لاد":  {"للاد"}, // بلاد is a word of its own
		"يد":   nil,
		"bbc":  nil,
	} {
		if got := s.Prefixed(word); !slices.Equal(got, want) {
			t.Errorf("%s: %v", word, got)
		}
	}
}
