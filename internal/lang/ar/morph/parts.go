package morph

import (
	"strings"

	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/letters"
)

// Parts cuts off a folded form what may be glued on in front of a name: nothing, a
// conjunction, a preposition, both; see [lang.Text].
func Parts(form string) (all lang.Parts) {
	add := func(text string, cut int, f lang.Feat) {
		if len(text) < 4 || all.Full() {
			return
		}
		b := letters.Bare(text)
		if b != text {
			f |= lang.Article
		}
		all.Add(lang.Part{Text: b, Cut: uint8(cut), Feat: f})
	}
	add(form, 0, 0)
	rest, cut, f := form, 0, lang.Feat(0)
	for {
		switch {
		case strings.HasPrefix(rest, "ب"):
			add(rest[len("ب"):], cut+1, f|lang.With)
		case strings.HasPrefix(rest, "لل"):
			add(rest[len("ل"):], cut+1, f|lang.For)
			if len(rest) > len("لل")+4 {
				all.Add(lang.Part{Text: rest[len("لل"):], Cut: uint8(cut + 1), Feat: f | lang.For | lang.Article})
			}
		case strings.HasPrefix(rest, "ل"):
			add(rest[len("ل"):], cut+1, f|lang.For)
		case strings.HasPrefix(rest, "ك"):
			add(rest[len("ك"):], cut+1, f|lang.Like)
		}
		if cut > 0 || !strings.HasPrefix(rest, "و") && !strings.HasPrefix(rest, "ف") {
			return all
		}
		if strings.HasPrefix(rest, "ف") {
			f = lang.So
		}
		f |= lang.Conjunction
		rest, cut = rest[len("و"):], 1
		add(rest, cut, f)
	}
}
