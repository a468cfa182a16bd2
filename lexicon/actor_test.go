package lexicon

import (
	"strings"
	"testing"
	"testing/fstest"
)

// load reads a lexicon that has nothing but one file of actors.
func load(t *testing.T, actors string) (*Lexicon, error) {
	t.Helper()
	return Load(fstest.MapFS{"ar/cues.txt": {}, "shared/actors.txt": {Data: []byte(actors)}, "shared/states.txt": {Data: []byte("mt Malta\n")}}, "ar")
}

func TestActorsHaveTimes(t *testing.T) {
	l, err := load(t, "actor a party MT A\n  from 2011-02\n  to 2012\n  in ly tn\n  ar حزب\n  weak نجم\n  en A\n")
	if err != nil {
		t.Fatal(err)
	}
	a := &l.Actors[0]
	if len(a.Aliases) != 3 || !a.Aliases[1].Weak || a.Aliases[0].Weak || strings.Join(a.In, " ") != "ly tn" || l.States["mt"] != "Malta" {
		t.Errorf("%+v, states %v", a, l.States)
	}
	for day, want := range map[string]bool{"": true, "2011-01-31": false, "2011-02-01": true, "2012-12-31": true, "2013-01-01": false} {
		if got := a.Existed(day); got != want {
			t.Errorf("on %q: %v", day, got)
		}
	}
}

func TestActorLinesThatAreRefused(t *testing.T) {
	for lines, want := range map[string]string{
		"  ar حزب\n":                                   "before any actor",
		"actor a\n":                                    "want actor ID KIND COUNTRY Name",
		"actor a tribe MT A\n":                         "unknown kind",
		"actor a party MT A\n  from May\n":             "is no YYYY",
		"actor a party MT A\n  from 2012\n  to 2011\n": "ends before it begins",
		"actor a party MT A\n  in LY\n":                "lower-case code",
		"actor a party MT A\n  alias حزب\n":            "unknown key",
	} {
		if _, err := load(t, lines); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", lines, err, want)
		}
	}
}

// TestNoStateID holds that no actor of the lexicon has an ID that is made for states.
func TestNoStateID(t *testing.T) {
	lx, err := Load(Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range lx.Actors {
		if code, _, _ := strings.Cut(strings.TrimPrefix(a.ID, "state-"), "-"); strings.HasPrefix(a.ID, "state-") && lx.States[code] != "" {
			t.Errorf("%v: %s could be taken for a state's", a.At, a.ID)
		}
	}
}
