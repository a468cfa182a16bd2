package privacy_test

import (
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/show/privacy"
)

// TestHandedOn wants that a private person passes by what it is, and all else as it stands.
func TestHandedOn(t *testing.T) {
	r := tell(t, "قالت الشاهدة هند العلوان إن  النهر فاض. ووصف هند العلوان جيرانها.")
	r.claim("الشاهدة هند العلوان", "هند العلوان", "قالت")
	r.rec.Actors = []riwaya.Actor{
		{ID: "a-1", NameAr: ptr("هند العلوان"), Kind: "person", Private: true, Mentions: r.at("هند العلوان جيرانها")},
		{ID: "a-2", Name: ptr("Nahr Post"), NameAr: ptr("نهر بوست"), Kind: "media"},
	}
	g := privacy.NewGate(&r.rec)
	if s := g.Source(&r.rec.Claims[0]); s != "[witness]" || !g.Private(&r.rec.Claims[0]) {
		t.Errorf("the source is %q", s)
	}
	whole := riwaya.Spans{{Start: 0, End: len(r.rec.Article.Text)}}
	if s := g.At(whole); strings.Contains(s, "هند") || strings.Contains(s, "العلوان") || !strings.Contains(s, "[witness]") {
		t.Errorf("the text is %q", s)
	}
	if s := g.At(r.at("إن  النهر فاض")); s != "إن  النهر فاض" {
		t.Errorf("words with nothing to hide became %q", s)
	}
	if a, b := g.Actor(&r.rec.Actors[0]); a != "[private person]" || b != a {
		t.Errorf("the person is %q, %q", a, b)
	}
	if a, b := g.Actor(&r.rec.Actors[1]); a != "Nahr Post" || b != "نهر بوست" {
		t.Errorf("the outlet is %q, %q", a, b)
	}
	if s := g.Words(g.Words("كما قالت هند العلوان، وهند العلوان")); strings.Contains(s, "هند") {
		t.Errorf("words pass as %q", s)
	}
	for in, want := range map[string]string{
		"https://a.example/news/1": "https://a.example/news/1",
		"https://a.example/%D9%87%D9%86%D8%AF-%D8%A7%D9%84%D8%B9%D9%84%D9%88%D8%A7%D9%86.html": "https://a.example/" + privacy.Withheld,
		"https://a.example/?q=هند+العلوان":                                                     "https://a.example/" + privacy.Withheld,
		"https://a.example:8080/هند_العَلوَان":                                                 "https://a.example/" + privacy.Withheld,
		"هند العلوان":                                                                          privacy.Withheld,
		"https://a.example/مهند-العلوانية":                                                     "https://a.example/مهند-العلوانية",
	} {
		if got := g.Address(in); got != want {
			t.Errorf("%s becomes %s, want %s", in, got, want)
		}
	}
}
