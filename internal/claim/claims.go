package claim

import (
	"math"
	"slices"

	"riwaya"
	"riwaya/internal/attribute"
	"riwaya/internal/cue"
	"riwaya/internal/link"
)

// claims turns what was kept into claims: sources described, left-out speakers
// resolved, nested claims linked, chains laid.
func (f *Reader) claims(r *reading, cs []attribute.Candidate, rec *riwaya.Record) {
	out := make([]riwaya.Claim, 0, len(cs))
	who := speakers{r: r, past: r.past}
	for i := range cs {
		r.contents = append(r.contents, cs[i].Spans.Hull())
	}
	around := link.NewNesting(r.contents)
	for i := range cs {
		c := &cs[i]
		if len(c.Spans) == 0 {
			continue
		}
		depth, told := 0, false
		at := r.Text.Span(c.At, c.To)
		around.Around(i, at, func(j int) bool {
			if cs[j].Spans.Contains(at) {
				depth++
				told = told || cs[j].Cue != nil && cs[j].Cue.Kind != "prep" && cs[j].Part != cue.PartRelayed && cs[j].At < c.At && slices.Contains(r.from, &cs[j])
			}
			return depth < link.Deepest
		})
		if depth == link.Deepest {
			continue
		}
		s := r.Text.Sentences[c.Sentence]
		r.Start, r.End = s.From, c.End
		cl := riwaya.Claim{
			Cue:     r.cueOf(c),
			Content: riwaya.Content{Spans: c.Spans, Text: c.Spans.Of(r.Text.Source), Mode: c.Mode},
			Rule:    "ar/attribution:" + c.Rule.Rule.Name + "@" + f.version[:4],
		}
		var ok bool
		if cl.Source, ok = who.source(c, told); !ok {
			continue
		}
		if c.Source[0] < 0 && cl.Source.Text == "" && cl.Source.Elided && (c.Part == cue.PartGoverned || c.Part == cue.PartObject || c.Part == cue.PartWhole) {
			continue // nobody to attribute a noun phrase to
		}
		if cl.Cue.Class == "reject" && c.Part == cue.PartObject && !institution[cl.Source.Kind] && (cl.Source.Kind != "person" || cl.Source.Private) {
			continue // a person's refusal is an act
		}
		if cl.Cue.Class == "condemn" && cl.Source.Kind == "court" {
			continue // who is convicted was judged
		}
		if c.Cue != nil && c.Cue.Has("deed") && c.Rule.Class == "" && !armed[cl.Source.Kind] {
			continue // a council takes on a law, a school a method
		}
		cl.Medium, cl.Addressee, cl.Hedges = r.medium(c), r.addressee(c), r.hedges(c)
		cl.Confidence = confidence(c, &cl.Source)
		out, r.from = append(out, cl), append(r.from, c)
		who.said(c, &cl.Source, told)
	}
	link.Claims(&rec.Article, out, func(i int) (riwaya.Hop, bool) { return f.told(r, r.from[i]) })
	r.past = who.past
	rec.Claims = out
}

// institution are the kinds whose refusal is a statement.
var institution = map[string]bool{"government": true, "military": true, "police": true, "armed_group": true, "party": true, "igo": true, "ngo": true, "court": true}

// armed are the kinds that claim a deed; who is without a name may be one of them.
var armed = map[string]bool{"armed_group": true, "military": true, "party": true, "unnamed": true}

// cueOf describes the cue.
func (r *reading) cueOf(c *attribute.Candidate) riwaya.Cue {
	span := r.Text.Span(c.At, c.CueTo)
	out := riwaya.Cue{Spans: riwaya.Spans{span}, Text: span.Of(r.Text.Source), Class: "assert"}
	if c.Cue != nil {
		out.Lemma, out.Class = c.Cue.Text, c.Cue.Class
	}
	if c.Rule.Class != "" {
		out.Class = c.Rule.Class
	}
	return out
}

// confidence is the share of the rule's findings that were right; for a source that is
// left out, of those the share whose speaker was found.
func confidence(c *attribute.Candidate, src *riwaya.Source) float64 {
	if src.Elided {
		return math.Round(c.Rule.Sure*resolved*100) / 100
	}
	return c.Rule.Sure
}

// resolved is the share of left-out speakers that were found, on the open half of the gold.
const resolved = 0.8
