package identify

import (
	"strings"
	"testing"
)

func TestLanguagesFile(t *testing.T) {
	p := loaded()
	if p.err != nil {
		t.Fatal(p.err)
	}
	t.Logf("%d letters, %d words and prefixes", p.profile.slots-1, p.profile.used)
}

func TestParseErrors(t *testing.T) {
	const twoLanguages = "lang ar arabic\nlang en latin\n"
	for _, c := range []struct{ name, line, want string }{
		{"unknown script", "lang ka georgian", "script"},
		{"too few keys", "ar word 3", "three keys"},
		{"weight", "en word heavy the", "weight"},
		{"weight 0", "en word 0 the", "weight"},
		{"language of another script", "ar word 3 the", "no lang line"},
		{"kind", "en suffix 3 ing", "kind"},
		{"two letters", "en letter 3 th", "one letter"},
		{"said twice", "en word 3 a\nen word 2 A", "said before"},
		{"not a letter", "en word 3 a1", "no letter"},
		{"long prefix", "en prefix 3 anti", "prefix"},
		{"code point", "form XY 1 a", "code point"},
		{"folded beyond the table", "fold 0041 1 \u2c65", "beyond"},
		{"not a form", "form 0041 1 a", "out of range"},
	} {
		_, err := parse(twoLanguages + c.line + "\n")
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "languages.txt:") {
			t.Errorf("%s: error %v, want one with a line number and %q", c.name, err, c.want)
		}
	}
}
