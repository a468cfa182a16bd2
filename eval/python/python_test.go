package python

import "testing"

func TestRepr(t *testing.T) {
	for in, want := range map[float64]string{3: "3.0", 4e3: "4000.0", 1e16: "1e+16", 1e-5: "1e-05", 0.1: "0.1"} {
		if got := Float(in); got != want {
			t.Errorf("%v: %s, want %s", in, got, want)
		}
	}
	for in, want := range map[string]string{"it's": `"it's"`, "a\n\u200f": `'a\n\u200f'`, `'"`: `'\'"'`} {
		if got := String(in); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}
