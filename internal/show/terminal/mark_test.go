package terminal

import (
	"strings"
	"testing"

	"riwaya"
)

func TestMarked(t *testing.T) {
	text := "عاد التجار إلى\u202e السوق صباحا"
	at := func(words string) riwaya.Span {
		i := strings.Index(text, words)
		return riwaya.Span{Start: i, End: i + len(words)}
	}
	marks := riwaya.Spans{at("التجار إلى"), at("سوق")}
	for _, c := range []struct {
		width int
		bold  bool
		want  []string
	}{
		{80, false, []string{"\u2068عاد «التجار إلى» ال«سوق» صباحا\u2069"}},
		{80, true, []string{"\u2068عاد \x1b[1mالتجار\x1b[22m \x1b[1mإلى\x1b[22m ال\x1b[1mسوق\x1b[22m صباحا\u2069"}},
		{20, false, []string{"\u2068عاد «التجار إلى»\u2069", "\u2068ال«سوق» صباحا\u2069"}},
	} {
		if got := Marked(text, marks, c.width, c.bold); strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%d, %v:\n%q\nwant\n%q", c.width, c.bold, got, c.want)
		}
	}
	if got := Marked("", nil, 80, true); len(got) != 0 {
		t.Errorf("%q", got)
	}
	if got := Marked("plain\x1b[31m words", nil, 80, true); len(got) != 1 || got[0] != "plain[31m words" {
		t.Errorf("%q", got)
	}
}

// FuzzMarked wants every line to fit and every sign that is opened closed.
func FuzzMarked(f *testing.F) {
	f.Add("عاد التجار إلى السوق", 4, 12, 30, true)
	f.Add(strings.Repeat("word", 40), 3, 100, 20, false)
	f.Fuzz(func(t *testing.T, text string, from, to, width int, bold bool) {
		var marks riwaya.Spans
		if from >= 0 && from < to && to <= len(text) {
			marks = riwaya.Spans{{Start: from, End: to}}
		}
		for _, l := range Marked(text, marks, width%200, bold) {
			plain := strings.NewReplacer(boldOn, "", boldOff, "").Replace(l)
			if n := Columns(plain); n > max(width%200, Narrowest) {
				t.Errorf("%d columns of %d: %q", n, width%200, l)
			}
			if strings.Count(l, boldOn) != strings.Count(l, boldOff) || strings.Count(l, FirstStrong) != strings.Count(l, Pop) {
				t.Errorf("unbalanced: %q", l)
			}
		}
	})
}
