package read

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"
)

// TestExamples runs the examples that stand in the rules, as `riwaya lexicon check` does.
func TestExamples(t *testing.T) {
	c := newReader(t).Check()
	if c.Rules == 0 || c.Examples < c.Rules {
		t.Errorf("%d rules, %d examples", c.Rules, c.Examples)
	}
	for _, err := range c.Failures {
		t.Error(err)
	}
}

// TestSpansOfGold reads every text that the project has annotated: spans stand on the
// boundaries of characters and hold the words that the findings say.
func TestSpansOfGold(t *testing.T) {
	all := texts(t)
	for name, text := range sentences(t) {
		all[name] = text
	}
	r, claims := newReader(t), 0
	for name, text := range all {
		a := articleOf(text)
		a.Language = "ar"
		rec := r.Read(a)
		claims += len(rec.Claims)
		t.Run(name, func(t *testing.T) { check(t, text, &rec) })
	}
	if claims < len(all)/2 {
		t.Errorf("%d claims in %d texts", claims, len(all))
	}
}

// sentences are the short texts of the gold, by name.
func sentences(tb testing.TB) map[string]string {
	tb.Helper()
	f, err := os.Open("../../eval/gold/sentences.jsonl")
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	out := map[string]string{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var row struct{ Doc, Text string }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			tb.Fatal(err)
		}
		out[row.Doc] = row.Text
	}
	if err := lines.Err(); err != nil || len(out) == 0 {
		tb.Fatalf("%d sentences, %v", len(out), err)
	}
	return out
}
