package contrast

import (
	"slices"

	"riwaya"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/wording"
)

// leads is how many of the words before a difference at the end of a sentence must be the same.
const leadIn = 5

// closed reports whether what differs ends a part of a sentence on both sides, after words that
// are the same: what was put in or left out there needs nothing behind it.
func (c *comparison) closed(h wording.Hunk) bool {
	return h.A1-h.A0 <= mostSwap && h.B1-h.B0 <= mostSwap && c.before(h) >= leadIn &&
		c.a.Pauses(c.x, h.A1-1) && c.b.Pauses(c.y, h.B1-1)
}

// at is the hunk that touches words [i, j) of A or [k, l) of B, -1 if there is none.
func (c *comparison) at(i, j, k, l int) int {
	return slices.IndexFunc(c.st.Hunks, func(h wording.Hunk) bool {
		return h.A0 < j && h.A1 > i || h.B0 < l && h.B1 > k
	})
}

// doubts compares words that say that something is not sure: it seems, suspected, perhaps.
func (c *comparison) doubts() {
	for n, h := range c.st.Hunks {
		if c.used[n] || !c.anchored(h) && !c.closed(h) {
			continue
		}
		x, y := c.doubting(c.x[h.A0:h.A1]), c.doubting(c.y[h.B0:h.B1])
		switch {
		case x && h.B0 == h.B1 && c.telling(c.x[h.A0:h.A1]) <= 2 && !c.doubting(c.y[max(h.B0-nearest, 0):min(h.B1+nearest, len(c.y))]) && !c.guards(c.a, c.x, h.A0, h.A1):
			c.used[n] = true
			c.add(riwaya.ChangeHedge, 0.65, c.spanA(h.A0, h.A1), c.spanB(h.B0, h.B1), c.hedgeWords(c.a, c.x, h.A0, h.A1), "", "hedge-dropped", c.hedgeWords(c.a, c.x, h.A0, h.A1))
		case y && h.A0 == h.A1 && c.telling(c.y[h.B0:h.B1]) <= 2 && !c.doubting(c.x[max(h.A0-nearest, 0):min(h.A1+nearest, len(c.x))]) && !c.guards(c.b, c.y, h.B0, h.B1):
			c.used[n] = true
			c.add(riwaya.ChangeHedge, 0.5, c.spanA(h.A0, h.A1), c.spanB(h.B0, h.B1), "", c.hedgeWords(c.b, c.y, h.B0, h.B1), "hedge-added", c.hedgeWords(c.b, c.y, h.B0, h.B1))
		}
	}
}

func (c *comparison) doubting(words []wording.Word) bool {
	return slices.ContainsFunc(words, func(w wording.Word) bool { return c.s.Vocabulary.Is(w.Term, wording.DoubtWord) })
}

// guards reports whether a doubt stands in what is said by somebody else than the words around it:
// the cue of a claim ("it is believed that") is compared as such.
func (c *comparison) guards(r *statement.Report, words []wording.Word, from, to int) bool {
	at := wording.SpanOf(words, from, to)
	return slices.ContainsFunc(r.Rec.Claims, func(cl riwaya.Claim) bool {
		return len(cl.Cue.Spans) > 0 && cl.Cue.Spans.Hull().Overlaps(at) && cl.Cue.Class != "believe" && cl.Cue.Class != "expect"
	})
}
