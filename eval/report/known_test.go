package report

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

func TestKnownFailures(t *testing.T) {
	k, err := ParseKnown("known.txt", strings.NewReader("# what we cannot read yet\n\nnested  quotes in quotes\nfixed   was hard\ngone\tno such case\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range k.Judge(map[string]bool{"nested": false, "fixed": true, "new": false, "fine": true}) {
		got = append(got, e.Error())
	}
	want := []string{
		"known.txt:4: fixed passes now: take it off the list",
		"new fails and is not in known.txt",
		"known.txt:5: there is no case gone",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q", got)
	}
}

func TestKnownSaysWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"\nnested":            "known.txt:2: nested: say why it fails",
		"a why\nb why\na too": "known.txt:3: a stands in line 1 already",
	} {
		if _, err := ParseKnown("known.txt", strings.NewReader(text)); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	k, err := LoadKnown(filepath.Join(t.TempDir(), "known.txt"))
	if err != nil || len(k.Judge(map[string]bool{"a": true})) != 0 || len(k.Judge(map[string]bool{"a": false})) != 1 {
		t.Errorf("a list that is not there: %v", err)
	}
}
