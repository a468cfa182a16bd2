package views

import "testing"

// TestNumber: no number is shown as another one.
func TestNumber(t *testing.T) {
	for n, want := range map[float64]string{0: "0", 100: "100", 32: "32", 2.5: "2.5", 56.125: "56.125", 0.001: "0.001", 1500000: "1500000", 1e21: "1000000000000000000000"} {
		if got := Number(n); got != want {
			t.Errorf("%v: %s, want %s", n, got, want)
		}
	}
}
