package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"riwaya/cmd/riwaya/cli"
)

// TestTraceSeed follows the Observatory's words through a ledger: a published page, and beside it a
// dispatch that is cut from the page itself. Both are no part of the project.
func TestTraceSeed(t *testing.T) {
	const page = "../../../shared/gold/dev/seed.txt"
	b, err := os.ReadFile(page)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the page is not there: " + page)
	}
	must(t, err)
	var two []string
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "وقال المرصد السوري") || len(two) == 1 && strings.HasPrefix(line, "وأضاف") {
			two = append(two, strings.TrimSpace(line))
		}
	}
	if len(two) != 2 {
		t.Fatalf("%d paragraphs on the Observatory", len(two))
	}
	type post struct {
		URL       string `json:"url"`
		Published string `json:"published"`
		Title     string `json:"title"`
		Text      string `json:"text"`
	}
	title, _, _ := strings.Cut(string(b), "\n")
	var posts []byte
	for _, p := range []post{{"https://page.example/1", "2019-02-20", title, string(b)}, {"https://dispatch.example/1", "2019-02-18", "", "دمشق - (د ب أ)\n" + strings.Join(two, "\n")}} {
		line, err := json.Marshal(p)
		must(t, err)
		posts = append(append(posts, line...), '\n')
	}
	dir := t.TempDir()
	file, ledger := filepath.Join(dir, "posts.jsonl"), filepath.Join(dir, "ledger")
	must(t, os.WriteFile(file, posts, 0o600))
	do := func(args ...string) string {
		t.Helper()
		code, out, messages := call("", append(args, "--ledger", ledger)...)
		if code != cli.OK {
			t.Fatalf("%v: exit code %d: %s", args, code, messages)
		}
		return out
	}
	do("add", file)
	quote := strings.Fields(strings.NewReplacer("«", " ", "»", " ", "“", " ", "”", " ", "،", " ", "\"", " ").Replace(two[1]))
	out := do("trace", `"`+strings.Join(quote[4:10], " ")+`"`)
	at := 0
	for _, want := range []string{"Syrian Observatory for Human Rights (SOHR)", "German Press Agency (dpa)", "Sada El-Balad", "one origin, among 2 reports"} {
		i := strings.Index(out[at:], want)
		if i < 0 {
			t.Fatalf("no %q below what is nearer the origin:\n%s", want, out)
		}
		at += i
	}
	if !strings.Contains(out, "uncredited") {
		t.Errorf("that the dispatch is not named is not said:\n%s", out)
	}
	t.Log("\n" + out)
}
