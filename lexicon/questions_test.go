package lexicon

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoadQuestions(t *testing.T) {
	root := func(text string) fstest.MapFS {
		return fstest.MapFS{questionsFile: &fstest.MapFile{Data: []byte(text)}}
	}
	q, err := LoadQuestions(root("# words\n[predicate]\nkilled dead # gone\n[with]\nبمن فيهم\n"))
	if err != nil || len(q["predicate"]) != 1 || q["predicate"][0].Key != "killed" || q["predicate"][0].Text != "dead" || q["with"][0].Text != "بمن فيهم" {
		t.Errorf("%+v, %v", q, err)
	}
	for text, want := range map[string]string{
		"[predicates]\n":       questionsFile + ":1: no section",
		"[number]\n\nthirty\n": questionsFile + ":3: want KEY WORD under [number]",
	} {
		if _, err := LoadQuestions(root(text)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	if own, err := LoadQuestions(fstest.MapFS{}); err != nil || len(own["predicate"]) < 20 {
		t.Errorf("the one built in: %v, %v", own, err)
	}
}
