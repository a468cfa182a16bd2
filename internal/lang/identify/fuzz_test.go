package identify

import (
	"slices"
	"strings"
	"testing"
)

var codes = []string{"ar", "fa", "ckb", "ur", "ps", "en", "fr", "tr", "de", "es", Undetermined}

func check(t *testing.T, text string) {
	code, confidence := Language(text)
	if !slices.Contains(codes, code) {
		t.Errorf("code %q", code)
	}
	if !(confidence >= 0 && confidence <= 1) {
		t.Errorf("confidence %v", confidence)
	}
	if (code == Undetermined) != (confidence == 0) {
		t.Errorf("%s with confidence %v", code, confidence)
	}
	again, sure := Language(strings.Clone(text))
	if again != code || sure != confidence {
		t.Errorf("%s %v, then %s %v", code, confidence, again, sure)
	}
}

func FuzzLanguage(f *testing.F) {
	for _, c := range loadCases(f) {
		f.Add(c.text)
	}
	f.Add("")
	f.Add("http://")
	f.Add("\xff\xd8\u200c\u200c\ufefb\ufef5")
	f.Add(strings.Repeat("\u0647\u200c", 3000))
	f.Fuzz(check)
}

func FuzzParse(f *testing.F) {
	f.Add(languages[:min(len(languages), 2000)])
	f.Add("lang ar arabic\nar prefix 3 al\nform FEF5 255 ab")
	f.Fuzz(func(t *testing.T, text string) {
		if p, err := parse(text); err == nil {
			var tally tally
			tally.read(p, text)
			if len(p.codes[arabic]) > 0 && len(p.codes[latin]) > 0 {
				tally.decide(p)
			}
		}
	})
}

func TestAllocations(t *testing.T) {
	text := article(t)
	Language(text)
	if n := testing.AllocsPerRun(10, func() { Language(text) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
