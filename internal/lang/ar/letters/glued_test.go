package letters

import (
	"strings"
	"testing"
)

// Where a name stands inside another word it is no name; behind what is glued on it is.
func TestBegins(t *testing.T) {
	const name = "سمير"
	for s, want := range map[string]bool{
		"سمير":       true,
		"قال سمير":   true,
		"وسمير":      true,
		"ولسمير":     true,
		"وَلِسمير":   true,
		"ياسمير":     true,
		"تسمير":      false,
		"مسمير":      false,
		"وتسمير":     false,
		"فوكسمير":    false,
		"(سمير":      true,
		"\u200fسمير": true,
	} {
		if got := Begins(s, strings.Index(s, name)); got != want {
			t.Errorf("%s: a word begins before the name: %v, not %v", s, got, want)
		}
	}
}
