package match

import (
	"strings"
	"testing"

	"riwaya/internal/lang"
)

// letters answers parts over a text of as many tokens as it has letters: a part ends
// behind each run of its own letter, the longest first.
type letters struct {
	text  string
	asked int
}

func (l *letters) Heeds(int) int { return ^0 }

func (l *letters) Part(n, at int, back bool, yield func(int) bool) bool {
	l.asked++
	c := byte('a' + n)
	if back {
		from := at
		for from > 0 && l.text[from-1] == c {
			from--
		}
		for ; from < at; from++ {
			if yield(from) {
				return true
			}
		}
		return false
	}
	to := at
	for to < len(l.text) && l.text[to] == c {
		to++
	}
	for ; to > at; to-- {
		if yield(to) {
			return true
		}
	}
	return false
}

func compiled(t *testing.T, when string) *Compiled {
	t.Helper()
	rules, err := Parse("test", "rule r\n  when    "+when+"\n  weight  1\n  yes     any\n    source any\n")
	if err != nil {
		t.Fatal(err)
	}
	out, err := Compile(rules, []string{"a", "b", "c"}, func(...string) lang.Set { return lang.Set{} })
	if err != nil {
		t.Fatal(err)
	}
	return &out[0]
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		when, text string
		at         int
		ok         bool
	}{
		{"cue:x a b", "xab", 0, true},
		{"cue:x a b", "xaab", 0, true},
		{"cue:x a b", "xba", 0, false},
		{"cue:x a? b", "xb", 0, true},
		{"cue:x a* b", "xaaab", 0, true},
		{"cue:x a a b", "xaab", 0, true}, // the longest end of the first is tried, then a shorter one
		{"cue:x a a b", "xab", 0, false},
		{"b a cue:x c", "baxc", 2, true},
		{"b a cue:x c", "abxc", 2, false},
	} {
		m := &Matcher{}
		m.Reset(&lang.Text{Tokens: make([]lang.Token, len(c.text))}, &letters{text: c.text})
		m.Trigger(0)
		if _, ok, failed := m.Match(compiled(t, c.when), 0, c.at, c.at+1, 0); ok != c.ok {
			t.Errorf("%q on %q: %v (%s), want %v", c.when, c.text, ok, failed, c.ok)
		}
	}
}

// A part is asked for once at each token and key, and anew at the next trigger.
func TestPartsAreRemembered(t *testing.T) {
	l := &letters{text: "xaab"}
	m := &Matcher{}
	m.Reset(&lang.Text{Tokens: make([]lang.Token, len(l.text))}, l)
	r := compiled(t, "cue:x a b")
	ask := func(key int) int {
		before := l.asked
		if _, ok, _ := m.Match(r, 0, 0, 1, key); !ok {
			t.Fatal("no match")
		}
		return l.asked - before
	}
	m.Trigger(0)
	first, again, other := ask(0), ask(0), ask(1)
	m.Trigger(0)
	if anew := ask(0); first != 2 || again != 0 || other != 2 || anew != 2 {
		t.Errorf("asked %d, %d, %d, %d times, want 2, 0, 2, 2", first, again, other, anew)
	}
}

// A part that repeats comes to a token in many ways; what does not go on there is found out
// once, and the reason given is the same.
func TestDeadEnds(t *testing.T) {
	text := "x" + strings.Repeat("a", 14) + "c"
	m := &Matcher{}
	m.Reset(&lang.Text{Tokens: make([]lang.Token, len(text))}, &letters{text: text})
	m.Trigger(0)
	_, ok, failed := m.Match(compiled(t, "cue:x a* c? a* b"), 0, 0, 1, 0)
	if ok || failed != "b" {
		t.Errorf("matched: %v, failed at %q, want b", ok, failed)
	}
	if tries := budgetOf - m.budget; tries > budgetOf/2 { // without memory it is all of it
		t.Errorf("%d tries for %d letters", tries, len(text))
	}
}
