package annotated

import "testing"

func TestScalarsCompareAsInPython(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"3", "3.0", true}, {"1", "true", true}, {"null", "", true}, {`""`, "null", false}, {`"3"`, "3", false}, {"[]", "[]", false}} {
		if got := parseScalar([]byte(c.a)).Equal(parseScalar([]byte(c.b))); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
	for in, want := range map[string]string{"3.0": "3.0", "4e3": "4000.0", "1e16": "1e+16", "0.00001": "1e-05", "true": "True",
		`"it's"`: `"it's"`, `"a\n\u200f"`: `'a\n\u200f'`, `"'\""`: `'\'"'`, "null": "None"} {
		if got := parseScalar([]byte(in)).Repr(); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}
