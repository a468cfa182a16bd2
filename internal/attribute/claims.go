package attribute

import (
	"math"

	"riwaya"
	"riwaya/internal/cue"
	"riwaya/internal/link"
)

// claims turns what was kept into claims: sources described, left-out speakers
// resolved, nested claims linked, chains laid.
func (f *Finder) claims(r *reading, cs []candidate, rec *riwaya.Record) {
	out, from := make([]riwaya.Claim, 0, len(cs)), make([]*candidate, 0, len(cs))
	who := speakers{r: r}
	contents := make([]riwaya.Span, len(cs))
	for i := range cs {
		contents[i] = cs[i].spans.Hull()
	}
	around := link.NewNesting(contents)
	for i := range cs {
		c := &cs[i]
		if len(c.spans) == 0 {
			continue
		}
		s := r.Text.Sentences[c.sentence]
		r.Start, r.End = s.From, c.end
		cl := riwaya.Claim{
			Cue:     r.cueOf(c),
			Content: riwaya.Content{Spans: c.spans, Text: c.spans.Of(r.Text.Source), Mode: c.mode},
			Rule:    "ar/attribution:" + c.p.rule.Name + "@" + f.version[:4],
		}
		var ok bool
		if cl.Source, ok = who.source(c); !ok {
			continue
		}
		if c.source[0] < 0 && cl.Source.Text == "" && cl.Source.Elided && (c.part == cue.PartGoverned || c.part == cue.PartObject || c.part == cue.PartWhole) {
			continue // nobody to attribute a noun phrase to
		}
		if cl.Cue.Class == "reject" && c.part == cue.PartObject && !institution[cl.Source.Kind] && (cl.Source.Kind != "person" || cl.Source.Private) {
			continue // a person's refusal is an act
		}
		cl.Medium, cl.Addressee, cl.Hedges = r.medium(c), r.addressee(c), r.hedges(c)
		cl.Confidence = c.confidence(&cl.Source)
		out, from = append(out, cl), append(from, c)
		nested := false
		around.Around(i, r.Text.Span(c.at, c.to), func(j int) bool {
			nested = cs[j].spans.Contains(r.Text.Span(c.at, c.to))
			return !nested
		})
		who.said(c, &cl.Source, nested)
	}
	link.Claims(&rec.Article, out, func(i int) (riwaya.Hop, bool) { return f.told(r, from[i]) })
	rec.Claims = out
}

// institution are the kinds whose refusal is a statement.
var institution = map[string]bool{"government": true, "military": true, "police": true, "armed_group": true, "party": true, "igo": true, "ngo": true, "court": true}

// cueOf describes the cue.
func (r *reading) cueOf(c *candidate) riwaya.Cue {
	span := r.Text.Span(c.at, c.cueTo)
	out := riwaya.Cue{Spans: riwaya.Spans{span}, Text: span.Of(r.Text.Source), Class: "assert"}
	if c.cue != nil {
		out.Lemma, out.Class = c.cue.Text, c.cue.Class
	}
	if c.p.class != "" {
		out.Class = c.p.class
	}
	return out
}

// confidence is the share of the rule's findings that were right; for a source that is
// left out, of those the share whose speaker was found.
func (c *candidate) confidence(src *riwaya.Source) float64 {
	if src.Elided {
		return math.Round(c.p.sure*resolved*100) / 100
	}
	return c.p.sure
}

// resolved is the share of left-out speakers that were found, on the open half of the gold.
const resolved = 0.8
