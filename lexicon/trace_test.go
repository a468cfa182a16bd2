package lexicon

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoadTrace(t *testing.T) {
	own, err := LoadTrace(fstest.MapFS{}, "en")
	if err != nil || len(own.Words["loaded"]) < 40 || len(own.Messages) < 40 {
		t.Fatalf("a lexicon without the files: %v", err)
	}
	for file, text := range map[string]string{
		"trace/ar.txt":          "[loaded]\nإرهابي\n",
		"trace/en.txt":          "word\n",
		"trace/messages-en.txt": "key\n",
	} {
		if _, err := LoadTrace(fstest.MapFS{file: {Data: []byte(text)}}, "en"); err == nil || !strings.Contains(err.Error(), file+":") {
			t.Errorf("%s: %v", file, err)
		}
	}
	if _, err := LoadTrace(fstest.MapFS{}, "xx"); err == nil {
		t.Error("no messages in xx")
	}
}
