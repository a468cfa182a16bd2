package site

import (
	"io/fs"
	"regexp"
	"testing"

	"riwaya/internal/desk/web"
	"riwaya/internal/desk/words"
)

// said are the keys that a template names.
var said = regexp.MustCompile(`\bt "([^"]+)"`)

// TestTemplatesSayWhatIsThere wants the words of every key that a template names, in all languages.
func TestTemplatesSayWhatIsThere(t *testing.T) {
	all, err := words.Load()
	if err != nil {
		t.Fatal(err)
	}
	files := web.Templates()
	names, err := fs.Glob(files, "*.html")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range said.FindAllStringSubmatch(string(b), -1) {
			for lang, c := range all {
				if !c.Has(m[1]) {
					t.Errorf("%s: %s.txt has no %s", name, lang, m[1])
				}
			}
		}
	}
}

func TestWeb(t *testing.T) {
	for address, want := range map[string]string{
		"https://outlet.example/1?a=b": "https://outlet.example/1?a=b", "javascript:alert(1)": "", "data:text/html,x": "", "//outlet.example": "",
		" javascript:alert(1)": "", "http:": "", "outlet.example": "", "vbscript:x": "",
	} {
		if got := Web(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}

func TestAccepted(t *testing.T) {
	for header, want := range map[string]string{"": "ar", "en-GB,ar;q=0.5": "en", "fr, ar-SY;q=0.9, en": "ar", "fr": "ar"} {
		if got := Accepted(header); got != want {
			t.Errorf("%q: %s, want %s", header, got, want)
		}
	}
}
