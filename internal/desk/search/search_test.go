package search

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"riwaya/internal/desk/words"
	"riwaya/internal/search/query"
)

// TestWrongs wants the words of all that can be wrong with a query, with as many values as there are.
func TestWrongs(t *testing.T) {
	all, err := words.Load()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, q := range []string{strings.Repeat("x", query.Longest+1), "\xff", "a )", strings.Repeat("x ", query.Most+1), "a OR", "( )", "OR a", "AND a", "- a", strings.Repeat("(", query.Deepest+1) + "a",
		"(a", "!", `"a`, "xyzzy:3", "kiled:3", "place:", "killed:=3", "class:shout", "on:yesterday", "near:1,2", "killed:many", "killed:5..2"} {
		_, err := query.Parse(q)
		var e *query.Error
		if !errors.As(err, &e) {
			t.Errorf("%.40q is not wrong: %v", q, err)
			continue
		}
		if fmt.Sprintf(e.Format, e.Args...) != e.Message {
			t.Errorf("%q of %v is not %q", e.Format, e.Args, e.Message)
		}
		seen[wrongs[e.Format]] = true
		for lang, c := range all {
			if key := "search.wrong." + wrongs[e.Format]; !c.Has(key) {
				t.Errorf("%s: no words for %q", lang, e.Format)
			}
		}
	}
	for format, key := range wrongs {
		if !seen[key] {
			t.Errorf("nothing is wrong like %q", format)
		}
	}
}

// TestFilter: what a query says in plain fields writes the same query again.
func TestFilter(t *testing.T) {
	for q, want := range map[string]string{
		"":                          "",
		"هدنة":                      "هدنة",
		"هدنة place:حلب killed:>10": "",
		"(a OR b) c place:=حلب":     "",
		"a OR b":                    "",
		"a place:حلب place:إدلب":    "a place:إدلب place:حلب",
		"-place:حلب killed:5..7":    "",
		`speaker:"وزارة الصحة" outlet:okaz class:deny`:   "",
		"after:2019-02 before:2020":                      "after:2019-02-28 before:2020-01-01",
		"on:2019-02-20 event:assault lang:ar near:1,2,3": "on:2019-02-20 lang:ar near:1,2,3km event:assault",
	} {
		n, err := query.Parse(q)
		if err != nil {
			t.Fatal(q, err)
		}
		f := read(n)
		got, err := f.query()
		if want == "" {
			want = query.String(n)
		}
		if err != nil || got != want {
			t.Errorf("%s: %+v writes %s, want %s (%v)", q, f, got, want, err)
		}
	}
	f := filterOf(url.Values{"place": {` a "b" `}, "what": {"killed"}, "more": {"x"}, "from": {"soon"}, "speaker": {"!"}})
	if got, err := f.query(); err == nil {
		t.Errorf("a speaker of no letter: %s", got)
	}
	f.Speaker = ""
	if got, err := f.query(); err != nil || got != `place:"a b" killed:*` {
		t.Error(got, err)
	}
}
