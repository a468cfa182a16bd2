package digits_test

import (
	"testing"

	"riwaya/internal/lang/ar/digits"
)

func TestLen(t *testing.T) {
	for text, want := range map[string]string{
		"12 x":       "12",
		"1,234.5 x":  "1,234.5",
		"1, 2":       "1",
		"11:59":      "11:59",
		"٣،٢١٥ x":    "٣،٢١٥",
		"3،4567":     "3",
		"2014، 2015": "2014",
		"5ر1 x":      "5ر1",
		"5رجال":      "5",
		"5ر1م":       "5",
		"x12":        "",
	} {
		if got := text[:digits.Len(text)]; got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
