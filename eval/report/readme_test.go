package report

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestReadmeSaysWhatTheReportsSay holds the README's figures of the project's own gold to the reports that they are from: the
// reports move with each rule, and a table that is copied by hand does not.
func TestReadmeSaysWhatTheReportsSay(t *testing.T) {
	halves := map[string]map[string][2]string{} // the report's half and measure: F and precision
	line := regexp.MustCompile(`(?m)^\| ([a-z]+\.[a-z-]+) \| ([\d.]+) \| [\d.]+ \| ([\d.]+) \|`)
	for _, name := range []string{"claims", "layers", "events"} {
		for _, part := range strings.Split(read(t, "../reports/"+name+".md"), "\n## ") {
			half, body, _ := strings.Cut(part, "\n")
			for _, m := range line.FindAllStringSubmatch(body, -1) {
				if halves[half] == nil {
					halves[half] = map[string][2]string{}
				}
				if _, twice := halves[half][m[1]]; !twice || name == layerOf(m[1]) {
					halves[half][m[1]] = [2]string{m[3], m[2]}
				}
			}
		}
	}
	rows := 0
	for _, m := range regexp.MustCompile(`(?m)^\| [^|]*\(([a-z]+\.[a-z]+)\) \| ([^\n]*) \|$`).FindAllStringSubmatch(read(t, "../../README.md"), -1) {
		cells := strings.Split(m[2], " | ")
		if len(cells) != 4 {
			continue
		}
		rows++
		for k, half := range []string{"The open half", "The locked half"} {
			v, ok := halves[half][m[1]]
			if !ok {
				t.Errorf("%s: no report has it for %q", m[1], half)
				continue
			}
			want := v[0]
			if strings.Contains(cells[2+k], "(") {
				want = fmt.Sprintf("%s (%s)", v[0], v[1])
			}
			if cells[2+k] != want {
				t.Errorf("README.md says %s of %s (%s), the report %s: copy it after `make eval`", cells[2+k], m[1], half, want)
			}
		}
	}
	if rows < 20 {
		t.Errorf("%d rows were compared", rows)
	}
}

// layerOf is the report from which the README has a measure that several have.
func layerOf(measure string) string {
	switch layer, _, _ := strings.Cut(measure, "."); layer {
	case "event", "position":
		return "events"
	case "claim", "credit":
		return "claims"
	}
	return "layers"
}

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
