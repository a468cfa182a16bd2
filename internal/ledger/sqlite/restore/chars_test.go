package restore

import (
	"testing"
	"unicode/utf8"

	"riwaya"
)

func FuzzSpans(f *testing.F) {
	for _, s := range []string{"[]", "[[0,4]]", "[[0,4],[5,9]]", "[[0,4],]", "[[4]]", "[[1,2]", "[[-1,2]]", "[[1,9999999999]]", "[[,]]"} {
		f.Add(s, "أب\xffc\u200d")
	}
	f.Fuzz(func(t *testing.T, s, text string) {
		c := newChars(text)
		all, err := parseSpans(s)
		if err != nil {
			return
		}
		for _, one := range all {
			if b := c.span(one); b.Start < 0 || b.End < b.Start || b.End > len(text) {
				t.Errorf("%v of %q: %v", one, text, b)
			}
		}
	})
}

// TestChars goes through every character of texts longer than a stride.
func TestChars(t *testing.T) {
	text := ""
	for i := range 3 * stride {
		text += []string{"a", "ب", "€", "😀"}[i%4]
	}
	c := newChars(text)
	n := 0
	for i := range text {
		if got := c.at(n); got != i {
			t.Fatalf("character %d: byte %d, want %d", n, got, i)
		}
		n++
	}
	if n != c.count || n != utf8.RuneCountInString(text) || c.at(n+5) != len(text) {
		t.Error(n, c.count)
	}
	for _, bad := range []string{"", "[", "[[1,2]", "[[1,2],]", "[[1,2][3,4]]", "[[1]]", "[[a,2]]", "[1,2]", "[[1,12345678901]]", "[[ 1,2]]"} {
		if got, err := parseSpans(bad); err == nil {
			t.Errorf("%q is read as %v", bad, got)
		}
	}
	if got, err := parseSpans("[[1,2],[30,44]]"); err != nil || len(got) != 2 || got[1] != (riwaya.Span{Start: 30, End: 44}) {
		t.Error(got, err)
	}
}
