package attribute

import (
	"slices"

	"riwaya"
	"riwaya/internal/cue"
	"riwaya/internal/lang"
)

// claims turns what was kept into claims: sources described, left-out speakers
// resolved, nested claims linked, chains laid.
func (f *Finder) claims(r *reading, cs []candidate, rec *riwaya.Record) {
	out := make([]riwaya.Claim, 0, len(cs))
	who := speakers{r: r}
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
		cl.Medium, cl.Addressee = r.medium(c), r.addressee(c)
		cl.Confidence = c.p.confidence()
		out = append(out, cl)
		who.said(c, &cl.Source, nested(cs, i, r))
	}
	f.nest(out)
	f.identify(rec.Article.ID, out)
	for i := range out {
		out[i].Chain = f.chain(&rec.Article, out, i)
	}
	rec.Claims = out
}

// institution are the kinds whose refusal is a statement.
var institution = map[string]bool{"government": true, "military": true, "police": true, "armed_group": true, "party": true, "igo": true, "ngo": true, "court": true}

// nested reports whether the cue of candidate i stands in another's content.
func nested(cs []candidate, i int, r *reading) bool {
	at := r.Text.Span(cs[i].at, cs[i].to)
	for j := range cs {
		if j != i && cs[j].spans.Contains(at) {
			return true
		}
	}
	return false
}

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

// nest links each claim to the innermost claim in whose content its cue stands.
func (f *Finder) nest(cs []riwaya.Claim) {
	for i := range cs {
		best := -1
		at := cs[i].Cue.Spans.Hull()
		for j := range cs {
			if i == j || !cs[j].Content.Spans.Contains(at) {
				continue
			}
			if best < 0 || cs[j].Content.Spans.Hull().Len() < cs[best].Content.Spans.Hull().Len() {
				best = j
			}
		}
		if best >= 0 {
			id := string(rune(best)) // the place, until identifiers are known
			cs[i].Parent = &id
		}
	}
}

// identify gives every claim its identifier.
func (f *Finder) identify(article string, cs []riwaya.Claim) {
	for i := range cs {
		nth := 0
		for j := range i {
			if slices.Equal(cs[j].Cue.Spans, cs[i].Cue.Spans) {
				nth++
			}
		}
		cs[i].ID = riwaya.FindingID(article, 'c', cs[i].Cue.Spans.Hull(), nth)
	}
	for i := range cs {
		if p := cs[i].Parent; p != nil {
			cs[i].Parent = &cs[[]rune(*p)[0]].ID
		}
	}
}

// chain lays the hops of a claim, nearest the reader first: what the article is
// credited to, the claims around it, its own source, and whom it was said to.
func (f *Finder) chain(a *riwaya.Article, cs []riwaya.Claim, i int) []riwaya.Hop {
	var hops []riwaya.Hop
	for _, k := range a.Credits {
		name := k.Text
		if k.Name != nil {
			name = *k.Name
		}
		hops = append(hops, riwaya.Hop{Actor: k.Actor, Name: name, Relation: riwaya.HopCredits, Span: riwaya.Spans{k.Span}})
	}
	var line []int
	for k := i; ; {
		line = append(line, k)
		if cs[k].Parent == nil || len(line) > len(cs) {
			break
		}
		k = slices.IndexFunc(cs, func(c riwaya.Claim) bool { return c.ID == *cs[k].Parent })
		if k < 0 {
			break
		}
	}
	for _, k := range slices.Backward(line) {
		c := &cs[k]
		if c.Medium != nil && k == i {
			if h, ok := f.told(c); ok {
				hops = append(hops, h)
			}
		}
		relation := riwaya.HopSaid
		if c.Cue.Class == "cite" {
			relation = riwaya.HopCites
		}
		name := c.Source.Text
		switch {
		case c.Source.Name != nil:
			name = *c.Source.Name
		case c.Source.NameAr != nil:
			name = *c.Source.NameAr
		}
		span := c.Source.Spans
		if len(span) == 0 {
			span = c.Cue.Spans
		}
		hops = append(hops, riwaya.Hop{Actor: c.Source.Actor, Name: name, Relation: relation, Span: span})
	}
	return hops
}

// told is the hop to the agency or paper that the words were said to.
func (f *Finder) told(c *riwaya.Claim) (riwaya.Hop, bool) { return riwaya.Hop{}, false }

// confidence is the share of findings of this rule that were right, measured.
func (p *pattern) confidence() float64 {
	if p.rule.Weight >= 50 {
		return 0.9
	}
	return 0.7
}

// medium is how or to whom it was said: the speech event or outlet named between the
// cue and its content.
func (r *reading) medium(c *candidate) *string {
	g := r.Grammar
	for _, a := range c.adjuncts {
		for i := a[0]; i < a[1]; i++ {
			t := &r.Tokens[i]
			if t.Word == nil || !t.In(g.Medium) && !t.In(g.Outlet) {
				continue
			}
			from := i
			if p := r.Noun(i); p != nil && p.Prefix > 0 {
				s := r.Text.Inner(i, p)
				if t.Word.Feats&lang.For != 0 && t.Word.Feats&lang.Article != 0 {
					s = t.Start
				}
				m := r.Text.Source[s:r.Text.Tokens[r.MediumEnd(i, a[1])-1].End]
				return &m
			}
			m := r.Text.Span(from, r.MediumEnd(i, a[1])).Of(r.Text.Source)
			return &m
		}
	}
	return nil
}

// addressee is whom a demand, warning or accusation is put to.
func (r *reading) addressee(c *candidate) *string { return nil }
