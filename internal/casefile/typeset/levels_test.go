package typeset

import (
	"strings"
	"testing"

	"github.com/go-text/typesetting/bidi"
)

// TestLevels has a letter's level below it. Letters: a is from left to right, ب from right to left, 1 a
// digit; < > is an isolate, [ one that is from right to left.
func TestLevels(t *testing.T) {
	for _, c := range []struct {
		base         bidi.Level
		text, levels string
	}{
		{0, "a ب a", "00100"},
		{1, "a ب ب", "21111"},
		{1, "ب <a1> ب", "111221" + "11"},
		{1, "ب <ب 1> ب", "111" + "334" + "1" + "11"},
		{0, "a <ب 1>: a", "000" + "112" + "0" + "000"},
		{1, "ب <1-1>", "111" + "222" + "1"},
		{0, "ب [a> ب", "111" + "4" + "1" + "11"},
		{1, "ب <a <ب> a> ب", "111" + "22" + "2" + "3" + "2" + "22" + "1" + "11"},
		{0, "a <ب", "000" + "1"},
	} {
		text := []rune(strings.NewReplacer("<", string(fsi), "[", string(rli), ">", string(pdi)).Replace(c.text))
		got := ""
		for _, l := range levelsOf(text, c.base) {
			got += string(rune('0' + l))
		}
		if got != c.levels {
			t.Errorf("%s on %d: %s, want %s", c.text, c.base, got, c.levels)
		}
	}
}
