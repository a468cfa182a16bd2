package contrast

import (
	"slices"

	"riwaya"
	"riwaya/internal/search/term"
	"riwaya/internal/trace/wording"
)

// words compares words that judge.
func (c *comparison) words() {
	for n, h := range c.st.Hunks {
		if c.used[n] || h.A1-h.A0 > 3 || h.B1-h.B0 > 3 || !c.anchored(h) || c.reordered(h, nearest) {
			continue
		}
		x, y := c.sensesOf(c.x[h.A0:h.A1]), c.sensesOf(c.y[h.B0:h.B1])
		switch {
		case len(y) == 0 && len(x) > 0 && x[len(x)-1].Scale == creed && c.fights(c.x, h.A1-1) && c.telling(c.y[h.B0:h.B1]) == 0:
			c.used[n] = true
			c.add(riwaya.ChangeLoaded, 0.52, c.spanA(h.A1-1, h.A1), c.spanB(h.B0, h.B1), x[0].Name, "", "loaded-dropped", c.hedgeWords(c.a, c.x, h.A1-1, h.A1))
		case len(x) == 0 && len(y) > 0 && y[len(y)-1].Scale == creed && c.fights(c.y, h.B1-1) && c.telling(c.x[h.A0:h.A1]) == 0:
			c.used[n] = true
			c.add(riwaya.ChangeLoaded, 0.54, c.spanA(h.A0, h.A1), c.spanB(h.B1-1, h.B1), "", y[0].Name, "loaded-added", c.hedgeWords(c.b, c.y, h.B1-1, h.B1))
		case len(x) == 0 && len(y) == 0:
		case len(x) == 1 && len(y) == 1:
			if x[0].Scale == y[0].Scale && x[0].Name != y[0].Name && (x[0].Alone || y[0].Alone) {
				c.used[n] = true
				c.add(riwaya.ChangeLoaded, 0.56, c.spanA(h.A0, h.A1), c.spanB(h.B0, h.B1), x[0].Name, y[0].Name, "loaded", x[0].Name, y[0].Name)
			}
		case (h.A0 == h.A1 || h.B0 == h.B1) && !c.steady(h):
		case len(x) == 0 && c.judges(c.x, h.A0, h.A1, y[0]), len(y) == 0 && c.judges(c.y, h.B0, h.B1, x[0]): // elsewhere near it
		case len(x) == 0 && len(y) == 1 && y[0].Alone && h.A0 == h.A1 && c.telling(c.y[h.B0:h.B1]) == 1:
			c.used[n] = true
			k := c.judging(c.y, h.B0, h.B1)
			c.add(riwaya.ChangeLoaded, 0.54, c.spanA(h.A0, h.A1), c.spanB(k, k+1), "", y[0].Name, "loaded-added", c.hedgeWords(c.b, c.y, k, k+1))
		case len(y) == 0 && len(x) == 1 && x[0].Alone && h.B0 == h.B1 && c.telling(c.x[h.A0:h.A1]) == 1:
			c.used[n] = true
			k := c.judging(c.x, h.A0, h.A1)
			c.add(riwaya.ChangeLoaded, 0.52, c.spanA(k, k+1), c.spanB(h.B0, h.B1), x[0].Name, "", "loaded-dropped", c.hedgeWords(c.a, c.x, k, k+1))
		}
	}
}

// creed is the scale of words that say what those who fight believe.
const creed = "creed"

// fights reports whether the word before word i names who fights, so that word i says of what
// belief: elsewhere it judges nobody.
func (c *comparison) fights(words []wording.Word, i int) bool {
	if i < 1 {
		return false
	}
	of := c.s.Words.Loaded[c.s.Vocabulary.Terms[words[i-1].Term]]
	return len(of) > 0 && of[0].Scale == "fighter"
}

// steady reports whether the word before a hunk is written the same on both sides: a pronoun
// written on to it may stand for what is not there.
func (c *comparison) steady(h wording.Hunk) bool {
	if h.A0 == 0 || h.B0 == 0 {
		return false
	}
	a, b := c.x[h.A0-1], c.y[h.B0-1]
	return a.Term == b.Term && term.Normalise(c.a.Rec.Article.Text[a.Start:a.End]) == term.Normalise(c.b.Rec.Article.Text[b.Start:b.End])
}

// judges reports whether a word near words [from, to) judges as another does.
func (c *comparison) judges(words []wording.Word, from, to int, as wording.Sense) bool {
	return slices.Contains(c.sensesOf(words[max(from-nearest, 0):min(to+nearest, len(words))]), as)
}

// judging is the first judging word of words [from, to).
func (c *comparison) judging(words []wording.Word, from, to int) int {
	for from+1 < to && !c.s.Vocabulary.Is(words[from].Term, wording.LoadedWord) {
		from++
	}
	return from
}

// sensesOf are the judging senses of words, where each has one.
func (c *comparison) sensesOf(words []wording.Word) []wording.Sense {
	var out []wording.Sense
	for _, w := range words {
		if c.s.Vocabulary.Is(w.Term, wording.LoadedWord) {
			out = append(out, c.s.Words.Loaded[c.s.Vocabulary.Terms[w.Term]][0])
		}
	}
	return out
}
