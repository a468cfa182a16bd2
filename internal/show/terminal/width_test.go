package terminal

import "testing"

func TestColumns(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "قال": 3, "قَالَ": 3, "\u2068قال\u2069": 3, "日本": 4, "🔴": 2, "e\u0301": 1} {
		if got := Columns(s); got != want {
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
	head, rest := Cut("قَالَ", 2)
	if head != "قَا" || rest != "لَ" {
		t.Errorf("cut gives %q and %q", head, rest)
	}
	if head, rest := Cut("日本", 1); head != "日" || rest != "本" {
		t.Errorf("cut gives %q and %q", head, rest)
	}
}
