package contrast

import (
	"strings"

	"riwaya"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/wording"
)

// attributions finds what one report attributes and the other tells as its own.
func (c *comparison) attributions(pairs []statement.Pair) {
	paired := map[*riwaya.Claim]bool{}
	for _, p := range pairs {
		paired[c.s.Sayings[p.A].Claim], paired[c.s.Sayings[p.B].Claim] = true, true
	}
	for i := range c.a.Rec.Claims {
		if cl := &c.a.Rec.Claims[i]; !paired[cl] {
			if k, l, ok := c.alone(c.a, c.x, c.st.A0, c.st.A1, c.st.To, c.st.ToB, c.b, c.y, cl); ok {
				from := c.attributed(cl)
				c.add(riwaya.ChangeAttribution, 0.88, from, c.spanB(k, l), cl.Cue.Class, "", "attribution-dropped", c.calls(c.a, cl))
			}
		}
	}
	for i := range c.b.Rec.Claims {
		if cl := &c.b.Rec.Claims[i]; !paired[cl] {
			if k, l, ok := c.alone(c.b, c.y, c.st.B0, c.st.B1, c.st.From, c.st.ToA, c.a, c.x, cl); ok {
				c.add(riwaya.ChangeAttribution, 0.5, c.spanA(k, l), c.attributed(cl), "", cl.Cue.Class, "attribution-added", c.calls(c.b, cl))
			}
		}
	}
}

// attributed are the words that attribute, and what they do.
func (c *comparison) attributed(cl *riwaya.Claim) riwaya.Spans {
	return riwaya.Spans{{Start: min(cl.Cue.Spans.Hull().Start, cl.Content.Spans.Hull().Start), End: max(cl.Cue.Spans.Hull().End, cl.Content.Spans.Hull().End)}}
}

// calls is who is the source of a claim, as reasons name it.
func (c *comparison) calls(r *statement.Report, cl *riwaya.Claim) string {
	who := c.s.Identify(r, cl)
	if who.Name == "" || who.Private {
		return "[" + cl.Source.Kind + "]"
	}
	return who.Name
}

// Around words that one report tells as its own nothing may attribute, as far as this many words
// before and behind: a long statement is attributed where it begins.
const (
	silence = 120
	behind  = 40
)

// alone reports whether the other report has the content of a claim word for word, with nothing
// that attributes near it, and where.
func (c *comparison) alone(r *statement.Report, x []wording.Word, low, high int, same []int32, across func(int, int) (int, int), other *statement.Report, y []wording.Word, cl *riwaya.Claim) (int, int, bool) {
	src := &cl.Source
	if c.Kind == riwaya.EdgeStatement || src.Elided || len(src.Spans) == 0 || len(cl.Cue.Spans) == 0 || cl.Parent != nil || sureness[cl.Cue.Class] == 0 || c.s.Words.GoingOn[c.lemma(cl)] || cl.Cue.Class == "believe" {
		return 0, 0, false
	}
	from, to := wording.Within(x, cl.Content.Spans.Hull())
	if to-from < 8 || from < low || to > high || cl.Content.Spans.Hull().Start < len(r.Rec.Article.Title) {
		return 0, 0, false
	}
	n := 0
	for i := from; i < to; i++ {
		if same[i-low] >= 0 {
			n++
		}
	}
	k, l := across(from, to)
	if 10*n < 9*(to-from) || l-k > to-from+2 || l-k < to-from-2 || int(y[k].Start) < len(other.Rec.Article.Title) {
		return 0, 0, false
	}
	// What attributes must stand right before the content, and be what the other leaves out.
	cue, cueEnd := wording.Within(x, cl.Cue.Spans.Hull())
	if cueEnd > from || from-cueEnd > 10 || cue < low {
		return 0, 0, false
	}
	for i := cue; i < cueEnd; i++ {
		if same[i-low] >= 0 {
			return 0, 0, false
		}
	}
	near := riwaya.Span{Start: int(y[max(k-silence, 0)].Start), End: int(y[min(l+behind, len(y))-1].End)}
	for i := range other.Rec.Claims {
		d := &other.Rec.Claims[i]
		if d.Cue.Spans.Hull().Overlaps(near) || d.Content.Spans.Hull().Overlaps(riwaya.Span{Start: int(y[k].Start), End: int(y[l-1].End)}) {
			return 0, 0, false
		}
	}
	speaks := map[int32]bool{}
	for _, w := range x[cue:cueEnd] {
		speaks[w.Term] = true
	}
	sFrom, sTo := wording.Within(x, src.Spans.Hull())
	for _, w := range x[sFrom:sTo] {
		if !c.s.Vocabulary.Is(w.Term, wording.FunctionWord) {
			speaks[w.Term] = true
		}
	}
	for _, w := range y[max(k-silence, 0):k] {
		if speaks[w.Term] {
			return 0, 0, false
		}
	}
	for i := range other.Rec.Article.Credits {
		if other.Rec.Article.Credits[i].Span.Overlaps(near) {
			return 0, 0, false
		}
	}
	between := other.Rec.Article.Text[int(y[max(k-1, 0)].Start):int(y[k].Start)]
	return k, l, !strings.ContainsAny(between, "\"“”«»:'")
}
