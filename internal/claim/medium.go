package claim

import (
	"riwaya"
	"riwaya/internal/attribute"
	"riwaya/internal/lang"
)

// medium is how or to whom it was said: the speech event or outlet named between the
// cue and its content.
func (r *reading) medium(c *attribute.Candidate) *string {
	if s, _ := r.mediumAt(c); s.Len() > 0 {
		words := s.Of(r.Text.Source)
		return &words
	}
	return nil
}

// mediumAt is where the medium is named, and its tokens.
func (r *reading) mediumAt(c *attribute.Candidate) (riwaya.Span, [2]int) {
	g := r.Grammar
	for _, a := range c.Adjuncts {
		for i := a[0]; i < a[1]; i++ {
			t := &r.Tokens[i]
			if t.Word == nil || !t.In(g.Medium) && !t.In(g.Outlet) {
				continue
			}
			to := r.MediumEnd(i, a[1])
			s := r.Text.Span(i, to)
			if p := r.Noun(i); p != nil && p.Prefix > 0 && (t.Feats&lang.For == 0 || t.Feats&lang.Article == 0) {
				s.Start = r.Text.Inner(i, p)
			}
			return s, [2]int{i, to}
		}
	}
	return riwaya.Span{}, [2]int{}
}

// told is the hop to the paper or agency that the words were said to, or that handed them on.
func (f *Reader) told(r *reading, c *attribute.Candidate) (riwaya.Hop, bool) {
	s, at := r.mediumAt(c)
	h := riwaya.Hop{Relation: riwaya.HopTold}
	switch {
	case c.Handed[1] > 0:
		h.Relation, at = riwaya.HopSaid, [2]int{c.Handed[0], r.Trim(c.Handed[0], c.Handed[1])}
		s = r.Text.Span(at[0], at[1])
	case s.Len() == 0 || !r.Tokens[at[0]].In(r.Grammar.Outlet) && !r.PhraseIn(at[0], r.Grammar.Outlet):
		return riwaya.Hop{}, false
	}
	h.Name, h.Span = s.Of(r.Text.Source), riwaya.Spans{s}
	if a := r.actor(at[0], at[1]); a != nil {
		h.Actor, h.Name = &a.ID, a.Name
	}
	return h, true
}

// addressee is whom a demand, warning or accusation is put to.
func (r *reading) addressee(c *attribute.Candidate) *string {
	if c.Addressee[1] == 0 {
		return nil
	}
	from, to := c.Addressee[0], r.Trim(c.Addressee[0], c.Addressee[1])
	s := r.Text.Span(from, to)
	if p := r.Noun(from); p != nil && p.Feat&(lang.With|lang.For) != 0 {
		s.Start = r.Text.Inner(from, p)
	}
	words := s.Of(r.Text.Source)
	return &words
}

// hedges are the words in a claim's content that leave it open whether it is so.
func (r *reading) hedges(c *attribute.Candidate) []string {
	g := r.Grammar
	var out []string
	for i := c.Body[0]; i < c.Body[1]; i++ {
		t := &r.Tokens[i]
		to := i
		if t.Starts&lang.StartsPhrase != 0 {
			to, _ = r.Text.PhraseAt(i, g.Hedge)
		}
		if to == i && t.In(g.Hedge) {
			to = i + 1
		}
		if to == i {
			continue
		}
		if s := r.Text.Span(i, to); c.Spans.Contains(s) {
			out = append(out, s.Of(r.Text.Source))
		}
		i = to - 1
	}
	return out
}
