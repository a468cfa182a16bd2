package alpha

import (
	"math"
	"strings"
	"testing"
)

// units are of a table in which each line is a coder and a dot is no value.
func units(lines ...string) (out []Unit) {
	for _, line := range lines {
		for i, v := range strings.Fields(line) {
			if len(out) <= i {
				out = append(out, nil)
			}
			if v != "." {
				out[i] = append(out[i], v)
			}
		}
	}
	return out
}

// TestPublished holds it against worked examples. A, B and C are those of Krippendorff (2011);
// content is that of his Content Analysis (4th ed., 2019, p. 290), the same data without the unit
// that only one coder coded; the last is that of the Wikipedia's article on Krippendorff's alpha.
func TestPublished(t *testing.T) {
	for _, x := range []struct {
		name     string
		lines    []string
		units, n int
		want     float64
	}{
		{"A: binary, two coders", []string{"0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"}, 10, 20, 0.095},
		{"B: nominal, two coders", []string{"a a b b d c c c e d d a", "b a b b b c c c e d d d"}, 12, 24, 0.692},
		{"C: four coders, values missing", []string{"1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."}, 11, 40, 0.743},
		{"content", []string{"1 2 3 3 2 1 4 1 2 . .", "1 2 3 3 2 2 4 1 2 5 .", ". 3 3 3 2 3 4 2 2 5 1", "1 2 3 3 2 4 4 1 2 5 1"}, 11, 40, 0.743},
		{"three coders", []string{". . . . . 3 4 1 2 1 1 3 3 . 3", "1 . 2 1 3 3 4 3 . . . . . . .", ". . 2 1 3 4 4 . 2 1 1 3 3 . 4"}, 12, 26, 0.691},
	} {
		got := Nominal(units(x.lines...), 1, 1000)
		if got.Units != x.units || got.Values != x.n || !got.Defined || math.Abs(got.Alpha-x.want) > 0.0005 {
			t.Errorf("%s: %+v, want %v of %d units, %d values", x.name, got, x.want, x.units, x.n)
		}
		if got.Low > got.Alpha || got.High < got.Alpha || got.High > 1 {
			t.Errorf("%s: the interval %v to %v", x.name, got.Low, got.High)
		}
		if again := Nominal(units(x.lines...), 1, 1000); again != got {
			t.Errorf("%s: another time %+v", x.name, again)
		}
	}
}

// TestUndefined: where all values are the same, or nothing is coded twice, there is no number.
func TestUndefined(t *testing.T) {
	for _, u := range [][]Unit{nil, {{"a"}}, {{"a"}, {"b"}}, {{"a", "a"}, {"a", "a", "a"}}} {
		if got := Nominal(u, 1, 100); got.Defined {
			t.Errorf("%v: %+v", u, got)
		}
	}
	if got := Nominal(units("a b a b", "a b a b"), 1, 100); got.Alpha != 1 || got.Low != 1 || got.High != 1 {
		t.Errorf("all agree: %+v", got)
	}
	if got := Nominal(units("a a b b", "b b a a"), 1, 0); got.Alpha >= 0 {
		t.Errorf("none agree: %+v", got)
	}
}

// FuzzNominal: whatever is coded, alpha is at most 1, and a coder's order or a value's name does
// not matter.
func FuzzNominal(f *testing.F) {
	f.Add("ab aab b", uint8(3))
	f.Fuzz(func(t *testing.T, s string, _ uint8) {
		var in, turned []Unit
		for _, w := range strings.Fields(s) {
			var u, v Unit
			for _, r := range w {
				u = append(u, string(r))
				v = append(Unit{"x" + string(r)}, v...)
			}
			in, turned = append(in, u), append(turned, v)
		}
		a, b := Nominal(in, 7, 0), Nominal(turned, 7, 0)
		if a.Units != b.Units || a.Values != b.Values || a.Defined != b.Defined || math.Abs(a.Alpha-b.Alpha) > 1e-9 || a.Alpha > 1 || math.IsNaN(a.Alpha) {
			t.Errorf("%+v, %+v", a, b)
		}
	})
}
