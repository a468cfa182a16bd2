package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"riwaya/eval/annotated"
	"riwaya/eval/report"
)

// shared is where the gold stands that this project was given, with score.py.
const shared = "../../shared/gold"

// scorer is a folder of gold beside a Python that can run score.py on it.
func scorer(t *testing.T, folder string) string {
	t.Helper()
	dir := filepath.Join(shared, folder)
	if _, err := os.Stat(filepath.Join(dir, "../tools/score.py")); err != nil {
		t.Skipf("skipped: no gold at %s, so Go and score.py were not held against each other", dir)
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("skipped: no python3, so Go and score.py were not held against each other")
	}
	return plainGold(t, dir)
}

// plainGold copies gold, without the one value on which score.py ends with an
// exception ("also" that is no list).
func plainGold(t *testing.T, dir string) string {
	t.Helper()
	out := t.TempDir()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f, ".ann.json") {
			continue
		}
		if strings.HasSuffix(f, ".gold.json") {
			g := decode(t, b)
			for _, x := range rowsOf(g, "figures") {
				if _, text := x["also"].(string); text {
					delete(x, "also")
				}
			}
			b = encode(t, g)
		}
		write(t, filepath.Join(out, filepath.Base(f)), b)
	}
	return out
}

func TestScoreAgreesWithPython(t *testing.T) {
	for _, folder := range []string{"dev", "dev-en"} {
		t.Run(folder, func(t *testing.T) {
			gold := scorer(t, folder)
			for _, v := range variants() {
				t.Run(v.name, func(t *testing.T) {
					t.Parallel()
					compare(t, gold, v)
				})
			}
		})
	}
}

func compare(t *testing.T, gold string, v variant) {
	set, err := annotated.Load(gold, "")
	if err != nil || len(set.Docs) == 0 {
		t.Fatalf("%d documents, %v", len(set.Docs), err)
	}
	preds := t.TempDir()
	for i, d := range set.Docs {
		b, err := os.ReadFile(filepath.Join(gold, d.Name+".gold.json"))
		if err != nil {
			t.Fatal(err)
		}
		if p := v.predict(decode(t, b), len([]rune(d.Text)), uint64(i)); p != nil {
			write(t, filepath.Join(preds, d.Name+".json"), encode(t, p))
		}
	}
	r, err := Score(set.Docs, func(d annotated.Doc) ([]byte, error) {
		b, err := os.ReadFile(filepath.Join(preds, d.Name+".json"))
		if os.IsNotExist(err) {
			return nil, nil
		}
		return b, err
	})
	if err != nil {
		t.Fatal(err)
	}
	flags := []string{"--json", gold, preds}
	if v.name == "perturbed-0.15" { // resampling takes Python long
		flags = append(flags, "--ci")
	}
	printed := python(t, flags...)
	compareMeasures(t, r, printed)
	var text bytes.Buffer
	if err := r.WriteText(&text, report.Show{Detail: true}); err != nil {
		t.Fatal(err)
	}
	compareLines(t, text.String(), string(python(t, "--detail", gold, preds)))
	var line bytes.Buffer
	if err := r.WriteJSON(&line, report.Show{}); err != nil {
		t.Fatal(err)
	}
	if len(flags) == 3 {
		compareLines(t, line.String(), string(printed))
	}
}

func compareMeasures(t *testing.T, r report.Report, printed []byte) {
	type measure struct {
		P, R, F *float64
		N       float64
		CI      []float64
	}
	var want map[string]measure
	if err := json.Unmarshal(printed, &want); err != nil {
		t.Fatal(err)
	}
	if len(want) != len(r.Measures) {
		t.Errorf("%d measures, want %d", len(r.Measures), len(want))
	}
	for _, m := range r.Measures {
		w, ok := want[m.Name]
		if !ok {
			t.Errorf("%s: not in score.py", m.Name)
			continue
		}
		same := func(what string, x float64, ok bool, y *float64) {
			if ok != (y != nil) || ok && math.Abs(x-*y) > 1e-9 {
				t.Errorf("%s: %s %v %v, score.py %v", m.Name, what, x, ok, y)
			}
		}
		x, ok := m.P()
		same("P", x, ok, w.P)
		x, ok = m.R()
		same("R", x, ok, w.R)
		x, ok = m.F()
		same("F", x, ok, w.F)
		same("gold", m.Gold, true, &w.N)
		// Other random numbers, hence other resamples; few findings jump.
		if len(w.CI) == 2 && w.N >= 20 && (math.Abs(m.Low-w.CI[0]) > 0.05 || math.Abs(m.High-w.CI[1]) > 0.05) {
			t.Errorf("%s: interval %.3f %.3f, score.py %.3f %.3f", m.Name, m.Low, m.High, w.CI[0], w.CI[1])
		}
	}
}

func compareLines(t *testing.T, got, want string) {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("line %d:\n%s\nscore.py:\n%s", i+1, g[i], w[i])
		}
	}
	if len(g) != len(w) {
		t.Fatalf("%d lines, score.py %d", len(g), len(w))
	}
}

func python(t *testing.T, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("python3", append([]string{filepath.Join(shared, "tools/score.py")}, args...)...)
	cmd.Env = append(os.Environ(), "PYTHONIOENCODING=utf-8", "PYTHONDONTWRITEBYTECODE=1")
	out, err := cmd.Output()
	if e, ok := err.(*exec.ExitError); ok {
		t.Fatalf("score.py: %v\n%s", err, e.Stderr)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestLettersAgreeWithPython holds case folding and word characters against
// Python's, over all that both know.
func TestLettersAgreeWithPython(t *testing.T) {
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("skipped: no python3, so case folding was not held against Python's")
	}
	const script = `
import re, unicodedata
for c in range(0x110000):
    s = chr(c)
    if unicodedata.category(s) not in ("Cn", "Cs", "Co"):
        print("%x %d %s" % (c, bool(re.match(r"\w", s)), ",".join("%x" % ord(x) for x in s.casefold())))
`
	out, err := exec.Command("python3", "-c", script).Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		var r rune
		var word int
		var folded string
		if _, err := fmt.Sscanf(line, "%x %d %s", &r, &word, &folded); err != nil {
			t.Fatal(err)
		}
		var mine []string
		for _, x := range fold(string(r)) {
			mine = append(mine, fmt.Sprintf("%x", x))
		}
		if got := strings.Join(mine, ","); got != folded || isWord(r) != (word == 1) {
			t.Errorf("%U: folds to %s, word %v; Python: %s", r, got, isWord(r), line)
		}
	}
}
