package ar

import (
	"testing"

	"riwaya/lexicon"
)

// TestDatelines: a dateline with an outlet in Latin capitals is a sentence of its own, a gloss in brackets before an
// aside between dashes is not.
func TestDatelines(t *testing.T) {
	l, err := New(&lexicon.Lexicon{})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]int{
		"باريس، فرنسا (AFP)-- أعلنت الوزارة الخبر.":         2,
		"باريس (AFP) — أعلنت الوزارة الخبر.":                2,
		"باريس (AFP) - -- أعلنت الوزارة الخبر.":             2,
		"وقال رئيس شركة ميتا (META) -وهي شركة- إنه يعمل.":   1,
		"وقال رئيس شركة ميتا (Meta) - وهي شركة - إنه يعمل.": 1,
		"(AFP) - أعلنت الوزارة الخبر.":                      1,
		"باريس (AFP)":   1,
		"باريس (AFP)--": 1,
	} {
		if got := len(l.Parse(text).Sentences); got != want {
			t.Errorf("%s: %d sentences, want %d", text, got, want)
		}
	}
}
