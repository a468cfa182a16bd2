package queue

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write reliability.txt anew from eval/reports")

var ruleRow = regexp.MustCompile(`(?m)^\| (\w+) \| (\S+) \| (\d+) \| \d+ \| (\d+) \|`)

// TestReliability: how rules did is what the reports of eval say.
func TestReliability(t *testing.T) {
	type key struct{ layer, rule string }
	type did struct{ of, right int }
	all := map[key]did{}
	for _, name := range []string{"claims.md", "layers.md", "events.md", "guide-layers.md"} {
		b, err := os.ReadFile("../../../eval/reports/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range ruleRow.FindAllStringSubmatch(string(b), -1) {
			n, _ := strconv.Atoi(m[3])
			right, _ := strconv.Atoi(m[4])
			k := key{m[1], m[2]}
			all[k] = did{all[k].of + n, all[k].right + right}
		}
	}
	var b strings.Builder
	b.WriteString("# layer, rule, findings in the annotated articles, of which right. From eval/reports; go test ./internal/review/queue -update\n")
	for _, k := range slices.SortedFunc(maps.Keys(all), func(a, b key) int { return cmp.Or(cmp.Compare(a.layer, b.layer), cmp.Compare(a.rule, b.rule)) }) {
		if all[k].of >= weakOf {
			fmt.Fprintln(&b, k.layer, k.rule, all[k].of, all[k].right)
		}
	}
	if *update {
		if err := os.WriteFile("reliability.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if b.String() != reliability {
		t.Error("reliability.txt is not what eval/reports say; run with -update")
	}
	if w, err := weak(); err != nil || len(w) == 0 {
		t.Error(w, err)
	}
}
