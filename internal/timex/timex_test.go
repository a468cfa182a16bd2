package timex

import "testing"

// TestGrammarErrors names the line of what cannot be read.
func TestGrammarErrors(t *testing.T) {
	for text, want := range map[string]string{
		"part a\n  is b\n":                               `x:2: part a: unknown kind or part "b"`,
		"part a\n  is a unit\n":                          "x: part a begins with itself",
		"rule r\n  when time:ref?\n  yes x\n":            "x:1: rule r: a sequence begins with what must be there",
		"rule r\n  when time:ref\n  wrong y\n  yes x\n":  `x:1: rule r: unknown key "wrong"`,
		"rule r\n  when time:ref\n  means y\n  yes x\n":  `x:1: rule r: unknown meaning "y", want one of date length ago ahead ref set morrow`,
		"rule r\n  when time:month=x\n  yes x\n":         `x:1: rule r: "month" wants a number`,
		"part month\n  is ref\n":                         "x:1: a second month",
		"rule r\n  when [x] time:month\n  yes x\n":       "x:1: rule r: a pattern begins with time:KIND",
		"rule r\n  when time:month then ref?\n  yes x\n": "",
	} {
		_, err := parse("x", text)
		if got := ""; err != nil {
			got = err.Error()
			if got != want {
				t.Errorf("%q: %q, want %q", text, got, want)
			}
		} else if want != "" {
			t.Errorf("%q: no error, want %q", text, want)
		}
	}
}
