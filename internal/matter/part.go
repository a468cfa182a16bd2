package matter

import (
	"sort"

	"riwaya"
)

// pasted are the ways of what reports have in common that begin with something else: of reports that
// have one passage and tell of no one incident, it is the passage that they are of one matter by.
func (m *Matter) pasted() (chains []riwaya.Chain) {
	for _, rec := range m.records {
		var shared riwaya.Spans
		begins := false
		for i := range m.Copies {
			c := &m.Copies[i]
			if c.A != rec.Article.ID && c.B != rec.Article.ID || m.Record(c.A) == nil || m.Record(c.B) == nil {
				continue
			}
			for _, p := range c.Passages {
				at := p.A
				if c.B == rec.Article.ID {
					at = p.B
				}
				shared = append(shared, at)
				begins = begins || early(rec, at.Start)
			}
		}
		if begins || len(shared) == 0 {
			continue
		}
		n := len(chains)
		for i := range rec.Claims {
			c := &rec.Claims[i]
			if !m.tells(c) || !most(c.Content.Spans.Hull(), shared) {
				continue
			}
			if chain, ok := m.ClaimChain(riwaya.ClaimRef{Article: rec.Article.ID, Claim: c.ID}); ok {
				chains = append(chains, chain)
			}
		}
		if n == len(chains) {
			if chain, ok := m.ChainAt(rec.Article.ID, shared.Hull()); ok {
				chains = append(chains, chain)
			}
		}
	}
	return chains
}

// most reports whether one of some spans has most of another.
func most(of riwaya.Span, in riwaya.Spans) bool {
	for _, s := range in {
		if both := min(of.End, s.End) - max(of.Start, s.Start); 2*both > of.Len() {
			return true
		}
	}
	return false
}

// turned reports whether a claim stands in a part of a report that went over to something else ("on the other
// hand") and in which an incident is not told that is told before it.
func (m *Matter) turned(in *riwaya.Incident, rec *riwaya.Record, c *riwaya.Claim) bool {
	turns := m.Words.Turns(rec.Article.Text)
	if len(turns) == 0 {
		return false
	}
	part := func(at int) int { return sort.SearchInts(turns, at+1) }
	here, before := part(c.Cue.Spans.Hull().Start), false
	for _, e := range in.Events {
		if e.Article != rec.Article.ID {
			continue
		}
		ev := eventOf(rec, e.Event)
		if ev == nil {
			continue
		}
		all := ev.Span
		for _, mention := range ev.Mentions {
			all = append(all[:len(all):len(all)], mention.Span...)
		}
		for _, s := range all {
			if part(s.Start) == here {
				return false
			}
			before = before || part(s.Start) < here
		}
	}
	return before
}
