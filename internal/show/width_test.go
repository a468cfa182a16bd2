package show

import (
	"strings"
	"testing"
)

func TestColumns(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "قال": 3, "قَالَ": 3, "\u2068قال\u2069": 3, "日本": 4, "🔴": 2, "e\u0301": 1} {
		if got := columns(s); got != want {
			t.Errorf("columns(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestIsolateLeavesOutWhatControls(t *testing.T) {
	for s, want := range map[string]string{
		"Reuters":                "Reuters",
		"رويترز":                 "\u2068رويترز\u2069",
		"\x1b[31mred\a":          "[31mred",
		"\u202eevil\u202c text":  "evil text",
		"قال\u2067\u2069\n نعم":  "\u2068قال نعم\u2069",
		"  two\t\tlines\r\nhere": "two lines here",
		"\ufeffbom\u200b":        "bom",
	} {
		if got := Isolate(s); got != want {
			t.Errorf("Isolate(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestCut(t *testing.T) {
	head, rest := cut("قَالَ", 2)
	if head != "قَا" || rest != "لَ" {
		t.Errorf("cut gives %q and %q", head, rest)
	}
	if head, rest := cut("日本", 1); head != "日" || rest != "本" {
		t.Errorf("cut gives %q and %q", head, rest)
	}
}

func FuzzLayout(f *testing.F) {
	f.Add("قال الوزير إن الطريق مغلق", "Sada <- post", 20, 3)
	f.Add(strings.Repeat("w", 99), "", 20, 2)
	f.Add("日本語の文章です", "\u0651\u0652", 21, 1)
	f.Fuzz(func(t *testing.T, a, b string, wide, most int) {
		wide, most = max(narrowest, wide%200), max(0, most%10)
		lines := layout([]run{{a, normal}, {b, strong}}, wide, most)
		if most > 0 && len(lines) > most {
			t.Fatalf("%d lines, at most %d", len(lines), most)
		}
		for _, l := range lines {
			n := -1
			for _, p := range l {
				for _, w := range p.words {
					n += 1 + columns(w)
				}
			}
			if n > wide {
				t.Fatalf("%d columns of %d: %v", n, wide, l)
			}
		}
	})
}
