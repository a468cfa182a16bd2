package eval

import (
	"math"
	"testing"
)

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"", "", false},
		{"the", "of", false},
		{"أحمد", "احمد", true},
		{"مُحَمَّد", "محمد", true},
		{"STRASSE", "Straße", true},
		{"King Sami Noor", "Sami Noor", true},
		{"Sami Noor of Amran", "Sami Noor", true},
		{"Sami", "Sami Noor", false},
		{"a-b", "A b", true},
		{"one two three four", "one two three five", false},
	} {
		if got := sameName(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

func TestDayCutsTheClock(t *testing.T) {
	for in, want := range map[string]string{
		`"2019-02-19T10:20"`: "2019-02-19", `"2019-02-19TMO"`: "2019-02-19TMO", `null`: "", `0`: "",
		`"2015-07-21T09:00/2015-07-23T10:00"`: "2015-07-21/2015-07-23", `2015`: "2015", `"P2D"`: "P2D",
	} {
		if got := day(parseScalar([]byte(in))); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

func TestScalarsCompareAsInPython(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"3", "3.0", true}, {"1", "true", true}, {"null", "", true}, {`""`, "null", false}, {`"3"`, "3", false}, {"[]", "[]", false}} {
		if got := parseScalar([]byte(c.a)).equal(parseScalar([]byte(c.b))); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
	for in, want := range map[string]string{"3.0": "3.0", "4e3": "4000.0", "1e16": "1e+16", "0.00001": "1e-05", "true": "True",
		`"it's"`: `"it's"`, `"a\n\u200f"`: `'a\n\u200f'`, `"'\""`: `'\'"'`, "null": "None"} {
		if got := parseScalar([]byte(in)).repr(); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestPairingBreaksTiesByTheGoldsOrder(t *testing.T) {
	ms := pairUp(3, 3, func(i, j int) float64 {
		if i == 2 && j == 0 {
			return 2
		}
		return 1
	}, 1)
	want := []match{{2, 0, 2}, {0, 1, 1}, {1, 2, 1}}
	for i := range want {
		if len(ms) != 3 || ms[i] != want[i] {
			t.Fatalf("%v", ms)
		}
	}
}

func TestDistance(t *testing.T) {
	at := func(lat, lon float64) place {
		return place{lat: scalar{kind: numberKind, num: lat}, lon: scalar{kind: numberKind, num: lon}}
	}
	if d := km(at(0, 0), at(0, 1)); math.Abs(d-111.19) > 0.01 {
		t.Errorf("a degree is %v km", d)
	}
	if d := km(at(0, 0), place{lat: scalar{kind: numberKind}}); !math.IsInf(d, 1) {
		t.Errorf("no longitude is %v km away", d)
	}
}
