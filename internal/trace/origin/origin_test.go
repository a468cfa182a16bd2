package origin

import "testing"

func TestOneLetter(t *testing.T) {
	for _, x := range []struct {
		a, b string
		want bool
	}{
		{"نايف", "نايب", true},
		{"سالم", "سالم", true},
		{"سالم", "سليم", false},  // two letters
		{"أوغلو", "أغولو", true}, // two the wrong way round
		{"كريم", "كيرم", true},
		{"علي", "عليان", false},
		{"جد", "جر", false}, // of two letters one is half
	} {
		if got := oneLetter(x.a, x.b); got != x.want {
			t.Errorf("%s, %s: %v", x.a, x.b, got)
		}
	}
}
