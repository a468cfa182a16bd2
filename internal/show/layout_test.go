package show

import (
	"strings"
	"testing"

	"riwaya/internal/show/terminal"
)

func FuzzLayout(f *testing.F) {
	f.Add("قال الوزير إن الطريق مغلق", "Sada <- post", 20, 3)
	f.Add(strings.Repeat("w", 99), "", 20, 2)
	f.Add("日本語の文章です", "\u0651\u0652", 21, 1)
	f.Fuzz(func(t *testing.T, a, b string, wide, most int) {
		wide, most = max(terminal.Narrowest, wide%200), max(0, most%10)
		lines := layout([]run{{a, normal}, {b, strong}}, wide, most)
		if most > 0 && len(lines) > most {
			t.Fatalf("%d lines, at most %d", len(lines), most)
		}
		for _, l := range lines {
			n := -1
			for _, p := range l {
				for _, w := range p.words {
					n += 1 + terminal.Columns(w)
				}
			}
			if n > wide {
				t.Fatalf("%d columns of %d: %v", n, wide, l)
			}
		}
	})
}
