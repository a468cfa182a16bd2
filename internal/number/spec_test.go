package number_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"riwaya/internal/lang"
	"riwaya/internal/lang/ar"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/number"
)

// cases are where another project's cases are looked for; they are not part of this one.
const cases = "../../../shared/specs/recognizers.ar.Number.NumberModel.jsonl"

func newReader(t testing.TB) (*ar.Language, *number.Reader) {
	t.Helper()
	lx, l := artest.Load(t)
	return l, number.New(lx, l.Class)
}

// all are the numbers of a text, from left to right, without ordinals and duals; what a
// number is a part of divides it.
func all(r *number.Reader, t *lang.Text) (values []float64, texts []string) {
	for i := 0; i < len(t.Tokens); {
		n, ok := r.At(t, i)
		if !ok || n.Ordinal || n.Dual || n.Vague {
			i++
			continue
		}
		v, to := n.Low, n.To
		if of, ok := r.Total(t, to); ok && of.Low != 0 {
			v, to = v/of.Low, of.To
		}
		values = append(values, v)
		texts = append(texts, t.Source[n.Span.Start:t.Tokens[to-1].End])
		i = to
	}
	return values, texts
}

// TestOthersCases measures the reader on another project's cases, where they are there.
func TestOthersCases(t *testing.T) {
	path, _ := filepath.Abs(cases)
	f, err := os.Open(path)
	if err != nil {
		t.Skip("no cases here")
	}
	defer f.Close()
	l, r := newReader(t)
	right, total := 0, 0
	for s := bufio.NewScanner(f); s.Scan(); total++ {
		var c struct {
			ID, Text string
			Want     []struct {
				Text       string
				Resolution struct{ Value string }
			}
		}
		if err := json.Unmarshal(s.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		got, texts := all(r, l.Parse(c.Text))
		ok := len(got) == len(c.Want)
		want := ""
		for i, w := range c.Want {
			v, _ := strconv.ParseFloat(w.Resolution.Value, 64)
			ok = ok && math.Abs(v-got[i]) <= 1e-9*math.Max(1, math.Abs(v))
			want += fmt.Sprintf(" %q=%v", w.Text, v)
		}
		if ok {
			right++
		} else {
			t.Logf("%s: %s: want%s, got %q=%v", c.ID, c.Text, want, texts, got)
		}
	}
	t.Logf("%d of %d right (%.0f%%)", right, total, 100*float64(right)/float64(total))
	if 100*right < 70*total {
		t.Errorf("%d of %d right, less than 70%%", right, total)
	}
}
