package sqlite

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"riwaya"
)

func FuzzSpans(f *testing.F) {
	f.Add("[[0,3],[4,9]]", "قال الوزير إن", 2, 5)
	f.Add("[", "", 0, 0)
	f.Add("[[1,2", "x", 0, 1)
	f.Add("[[-5,99999999999999999999]]", "x", 0, 1)
	f.Fuzz(func(t *testing.T, bad, text string, start, end int) {
		d := decoder{points: newPoints(text)}
		for _, s := range d.spans(bad) {
			if s.Start < 0 || s.End > len(text) {
				t.Fatalf("%q gives %v of %d bytes", bad, s, len(text))
			}
		}
		if !utf8.ValidString(text) || start < 0 || end < start || end > len(text) {
			t.Skip()
		}
		for _, b := range []int{start, end} {
			if b < len(text) && !utf8.RuneStart(text[b]) {
				t.Skip()
			}
		}
		d = decoder{points: newPoints(text)}
		in := []riwaya.Span{{Start: start, End: end}, {Start: end, End: len(text)}}
		if got := d.spans(d.points.spans(in)); d.err != nil || !slices.Equal(got, in) {
			t.Fatalf("%v comes back as %v, %v", in, got, d.err)
		}
	})
}

func TestBrokenPositionsAreTold(t *testing.T) {
	for _, s := range []string{"", "[", "[[1,2", "[[1]]", "[[a,b]]", "x"} {
		d := decoder{points: newPoints("text")}
		if d.spans(s); d.err == nil || !strings.Contains(d.err.Error(), "no list of positions") {
			t.Errorf("%q: %v", s, d.err)
		}
	}
}
