package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"riwaya/cmd/riwaya/cli"
)

// TestHelpFitsTheTerminal wants every line of help within 80 columns, and help for every
// command.
func TestHelpFitsTheTerminal(t *testing.T) {
	lines := [][]string{{"help"}}
	for _, c := range commands() {
		lines = append(lines, []string{"help", c.name})
	}
	for _, args := range lines {
		code, out, messages := call("", args...)
		if code != cli.OK || messages != "" || strings.Count(out, "\n") < 3 {
			t.Errorf("%v: exit code %d, %q, %q", args, code, out, messages)
		}
		for line := range strings.Lines(out) {
			if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > 80 {
				t.Errorf("%v: %d columns: %s", args, n, line)
			}
		}
	}
}
