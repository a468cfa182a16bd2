package byline

import (
	"slices"
	"strings"
	"testing"

	"riwaya/lexicon"
)

func TestByline(t *testing.T) {
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	n := New(lx)
	for id, want := range map[string]bool{"dpa": true, "reuters": true, "tass": true, "spa": true, "okaz": false, "youm7": false, "bbc": false} {
		if n.Agency(id) != want {
			t.Errorf("%s an agency: %v", id, !want)
		}
	}
	for line, want := range map[string]string{
		"سوروج- أ ف ب": "afp", "واشنطن: رويترز، أ.ف.ب": "reuters afp", "الوئام - وكالات :": "al-weeam ", "واس (جدة)": "spa",
		"محمد رويترز الصالح": "", "الرياض": "", "«رويترز»": "reuters", "د ب أ": "dpa", "الدوحة : قنا": "qna", "": "",
	} {
		if got := strings.Join(n.Line(line, nil, nil).Actors, " "); got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
	for line, want := range map[string][3]bool{ // of the paper Okaz: mixed, signed, names an agency
		"صحيفة عكاظ (جدة)": {}, "سمير الصالح (جدة)": {true, true}, "مكة، جدة - سمير، واس": {true, false, true}, "واس (جدة)": {false, false, true},
	} {
		b := n.Line(line, []string{"okaz"}, nil)
		if got := [3]bool{b.Mixed, b.Signed, len(b.Actors) > 0}; got != want {
			t.Errorf("%s: %v, want %v", line, got, want)
		}
	}
	if b := n.Line("ملبورن - الفرنسية", nil, nil); !slices.Contains(b.Hinted, "afp") {
		t.Errorf("an agency by the last word of its name is not seen: %v", b.Hinted)
	}
	for outlet, want := range map[string]string{"alweeam": "al-weeam", "aawsat": "asharq-al-awsat al-wasat-bh al-wasat-ly", "reuters": "reuters", "www.okaz.example": "okaz", "صحيفة عكاظ": "okaz", "": ""} {
		if got := strings.Join(n.Outlet(outlet), " "); got != want {
			t.Errorf("outlet %s: %q, want %q", outlet, got, want)
		}
	}
}
