package eval

import (
	"math"
	"testing"

	"riwaya/eval/annotated"
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
		l, err := annotated.Predicted([]byte(`{"times": [{"value": `+in+`}]}`), "")
		if err != nil {
			t.Fatal(err)
		}
		if got := day(l.Times[0].Value); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
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
	at := func(lat, lon float64) annotated.Place {
		return annotated.Place{Lat: annotated.Scalar{Kind: annotated.NumberKind, Num: lat}, Lon: annotated.Scalar{Kind: annotated.NumberKind, Num: lon}}
	}
	if d := km(at(0, 0), at(0, 1)); math.Abs(d-111.19) > 0.01 {
		t.Errorf("a degree is %v km", d)
	}
	if d := km(at(0, 0), annotated.Place{Lat: annotated.Scalar{Kind: annotated.NumberKind}}); !math.IsInf(d, 1) {
		t.Errorf("no longitude is %v km away", d)
	}
}
