package timex

import "testing"

// TestFigures reads the digits of every script.
func TestFigures(t *testing.T) {
	for s, want := range map[string]figures{
		"2015":      {n: [3]int{2015}, length: [3]int{4}, count: 1},
		"١٩":        {n: [3]int{19}, length: [3]int{2}, count: 1},
		"11.59":     {n: [3]int{11, 59}, length: [3]int{2, 2}, count: 2},
		"10:20":     {n: [3]int{10, 20}, length: [3]int{2, 2}, count: 2, colon: true},
		"19.2.2019": {n: [3]int{19, 2, 2019}, length: [3]int{2, 1, 4}, count: 3},
		"1,500":     {n: [3]int{1, 500}, length: [3]int{1, 3}, count: 2, comma: true},
	} {
		if got, ok := figuresOf(s); !ok || got != want {
			t.Errorf("%s: %+v %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "12345", "1.2.3.4"} {
		if got, ok := figuresOf(s); ok {
			t.Errorf("%s: %+v", s, got)
		}
	}
}

// TestGrammarErrors names the line of what cannot be read.
func TestGrammarErrors(t *testing.T) {
	for text, want := range map[string]string{
		"part a\n  is b\n":                               `x:2: unknown kind or part "b"`,
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
