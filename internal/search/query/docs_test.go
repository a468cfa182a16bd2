package query

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"riwaya"
)

// TestDocs holds docs/query.md to the language: every query in it parses, every message in
// it is one that is given, and nothing that can be asked for is left out.
func TestDocs(t *testing.T) {
	b, err := os.ReadFile("../../../docs/query.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	for _, names := range [][]string{Fields, Dates, {near}, Predicates, riwaya.Classes} {
		for _, n := range names {
			if !regexp.MustCompile(`\b` + n + `\b`).MatchString(text) {
				t.Errorf("docs/query.md does not tell of %s", n)
			}
		}
	}
	queries := 0
	for line := range strings.Lines(text) {
		if line = strings.TrimRight(line, "\n"); strings.HasPrefix(line, "    ") {
			asked, _, _ := strings.Cut(strings.TrimSpace(line), "  ")
			if message, ok := strings.CutPrefix(asked, "query, column "); ok {
				if !slices.ContainsFunc(wrong, func(q string) bool { _, err := Parse(q); return err != nil && err.Error() == asked }) {
					t.Errorf("no query gives: %s", message)
				}
				continue
			}
			queries++
			if _, err := Parse(asked); err != nil {
				t.Errorf("%s: %v", asked, err)
			}
		}
		for _, m := range regexp.MustCompile("`([a-z]+:[^`]+)`").FindAllStringSubmatch(line, -1) {
			queries++
			if _, err := Parse(m[1]); err != nil {
				t.Errorf("%s: %v", m[1], err)
			}
		}
	}
	if queries < 30 {
		t.Errorf("only %d queries", queries)
	}
}

// wrong are the queries behind the messages that docs/query.md shows.
var wrong = []string{"kiled:>10", "killed:20..10", "a (b"}
