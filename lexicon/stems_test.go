package lexicon

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoadStems(t *testing.T) {
	root := func(text string) fstest.MapFS {
		return fstest.MapFS{"search/stems.txt": {Data: []byte(text)}}
	}
	s, err := LoadStems(root("# stems\n[begins]\nوزير\n\n[whole]\nبحرين # a country\n[feminine]\nمنطقة\n[alike]\nx مئة\nx مائة\n"))
	if err != nil || len(s.Begins) != 1 || len(s.Whole) != 1 || len(s.Feminine) != 1 || len(s.Alike) != 1 || len(s.Alike[0]) != 2 || len(s.Version) != 8 {
		t.Errorf("%+v, %v", s, err)
	}
	for text, want := range map[string]string{
		"وزير\n":                 "search/stems.txt:1: want a word under",
		"[whole]\nوزير وزير\n":   "search/stems.txt:2: ",
		"[whole]\nوَزير\n":       "search/stems.txt:2: a vowel mark",
		"[whole]\n\n[x]\nوزير\n": "search/stems.txt:4: want a word under",
		"[alike]\nوزير\n":        "search/stems.txt:2: want a word under",
	} {
		if _, err := LoadStems(root(text)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if own, err := LoadStems(fstest.MapFS{}); err != nil || len(own.Begins) < 100 {
		t.Errorf("a lexicon without the file: %v", err)
	}
}
