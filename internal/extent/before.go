package extent

import (
	"riwaya"
	"riwaya/internal/attribute"
	"riwaya/internal/cue"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// leading settles content that stands before its cue.
func (r *reading) leading(c *attribute.Candidate) {
	from, to := c.Body[0], c.Body[1]
	if c.Part == cue.PartQuote {
		c.Spans, c.Mode = riwaya.Spans{r.Text.Span(from+1, to-1)}, riwaya.ModeDirect
		return
	}
	to = r.Trim(from, to)
	span := r.Text.Span(from, to)
	if q := r.Noun(from); q != nil && q.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 {
		span.Start = r.Text.Inner(from, q)
	}
	if span.Start < span.End {
		c.Spans, c.Mode = riwaya.Spans{span}, riwaya.ModeIndirect
	}
}

// trailing settles the content of a cite behind it: the sentence so far, or the
// content of the claim that it stands in.
func (r *reading) trailing(c *attribute.Candidate, cs []attribute.Candidate, i int) {
	if i > 0 && c.Rule.Within {
		if d := &cs[i-1]; len(d.Spans) > 0 && d.Part < 0 && d.Source[1] <= c.At && d.Source[1] >= c.At-1 {
			c.Spans, c.Mode = d.Spans, d.Mode // "according to the agency, on the word of the police"
			return
		}
	}
	from := r.opening(c.At)
	media := c.Source[0] >= 0 && r.KindOf(c.Source[0], c.Source[1]) == "media"
	for k := i - 1; k >= 0 && !media; k-- {
		if d := &cs[k]; d.Source[0] >= 0 && len(d.Spans) > 0 && d.Body[0] < c.At && d.Body[1] > d.At {
			from = max(from, d.Body[0])
			break
		}
	}
	to := r.Trim(from, min(c.At, c.From+1))
	if to-from > 3 { // ", and that according to"
		if t := &r.Tokens[to-1]; t.In(r.Grammar.Demonstrative) && t.Has(lang.Function|lang.Conjunction) {
			to = r.Trim(from, to-1)
		}
	}
	rest, end := r.interrupted(c, cs, i)
	if aside := c.From < c.At && r.Tokens[c.From].Kind == lang.MarkKind; aside && end <= rest {
		return // "as he said" at the end of a clause has a rule of its own; "he also said" is none
	}
	if to-from < 3 && (end-rest < 3 || from > r.Start || to == from) {
		return
	}
	span := r.Text.Span(from, to)
	if q := r.Tokens[from].Word; q != nil && from == r.Start {
		if n := q.Find(lang.Conjunction); n != nil {
			span.Start = r.Text.Inner(from, n)
		}
	}
	c.Spans, c.Mode = riwaya.Spans{span}, riwaya.ModeIndirect
	if r.partlyQuoted(from, to) {
		c.Mode = riwaya.ModeMixed
	}
	if end > rest {
		c.Spans = append(c.Spans, r.Text.Span(rest, end))
	}
}

// interrupted is where the content goes on behind a cite that stands between two commas
// or dashes in the middle of a clause; nothing where it does not.
func (r *reading) interrupted(c *attribute.Candidate, cs []attribute.Candidate, i int) (from, to int) {
	end := max(c.To, c.Source[1])
	for end < r.End && !r.Tokens[end].Is(lang.Dash) && !r.Tokens[end].Is(lang.Comma) && end < c.Source[1]+2 {
		end++
	}
	open := c.At - 1
	if c.From < c.At && r.Tokens[c.From].Kind == lang.MarkKind { // ", as he says,"
		open = c.From
	}
	if end+2 >= r.End || open < r.Start || r.Tokens[open].Mark != r.Tokens[end].Mark || r.Tokens[end].Kind != lang.MarkKind {
		return 0, 0
	}
	from = end + 1
	if i+1 < len(cs) && cs[i+1].At == from && cs[i+1].Rule.Within {
		return 0, 0 // on whose word
	}
	t, g := &r.Tokens[from], r.Grammar
	if t.Word == nil && !phrase.IsQuote(t) && t.Kind != lang.NumberKind || t.Has(lang.Conjunction) || t.In(g.Relative) || t.In(g.Against) || t.In(g.Conj) || t.In(g.Unreported) && from+1 < r.End && r.Complementiser(from+1) || t.Has(lang.Participle|lang.Cue) || t.In(g.Discourse) {
		return 0, 0
	}
	return from, r.Trim(from, r.cut(c, cs, i, from))
}

// opening is where the sentence before token to begins behind a fronted scene: after the
// last comma before its first verb.
func (r *reading) opening(to int) int {
	comma := -1
	if at := r.dateline(to); at > 0 {
		return at
	}
	for j := r.Start; j < to; j++ {
		t := &r.Tokens[j]
		if t.Is(lang.Comma) {
			comma = j
			continue
		}
		if r.Grammar.Finite(t) || j == comma+1 && r.Grammar.MayBeFinite(t) && t.Feats&lang.Function == 0 && !r.Grammar.Function(t) {
			break
		}
	}
	first := &r.Tokens[r.Start]
	if comma > 0 && comma < to-3 && (r.Grammar.Function(first) || r.PhraseIn(r.Start, r.Grammar.Discourse) || first.In(r.Grammar.Time)) {
		return comma + 1
	}
	return r.Start
}

// dateline is where the sentence begins behind a dateline: behind a dash that follows a
// bracket, or a colon with a dash before it and no verb; 0 where there is none.
func (r *reading) dateline(to int) int {
	dash := false
	for j := r.Start; j < to-3 && j < r.Start+12; j++ {
		t := &r.Tokens[j]
		switch {
		case t.Is(lang.Dash) && j > r.Start && (r.Tokens[j-1].Is(lang.BracketClose) || r.Tokens[j-1].Is(lang.Dash)):
			if !r.Tokens[j+1].Is(lang.Dash) {
				return j + 1
			}
		case t.Is(lang.Dash):
			dash = true
		case t.Is(lang.Colon) && dash:
			return j + 1
		case t.Word != nil && r.Grammar.Finite(t):
			return 0
		}
	}
	return 0
}
