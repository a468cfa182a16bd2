package searching

import (
	"strings"
	"testing"
)

// TestWordsLast has words that begin like flags, and flags among words.
func TestWordsLast(t *testing.T) {
	for line, want := range map[string]string{
		"a -b --limit 5 c":      "--limit 5 -- a -b c",
		"-b":                    "-- -b",
		"--limit=5 a":           "--limit=5 -- a",
		"-limit 5 -speaker:x a": "-limit 5 -- -speaker:x a",
		"a -- --limit 5":        "-- a --limit 5",
		"--colour a":            "--colour -- a",
		"-h":                    "-h --",
		"a --limit":             "--limit -- a",
	} {
		o, _ := SearchFlags()
		if got := strings.Join(wordsLast(o, strings.Fields(line)), " "); got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
}
