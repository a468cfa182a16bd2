package matter

import "riwaya"

// pasted are the ways of what reports have in common that begin with something else: it is the passage that they are of
// one matter by.
func (m *Matter) pasted() (chains []riwaya.Chain) {
	decide := 0
	for _, rec := range m.records {
		if _, ok := m.decided(rec); ok {
			decide++
		}
	}
	for _, rec := range m.records {
		passages, begins := m.passages(rec)
		if _, ok := m.decided(rec); begins || len(passages) == 0 || ok && 2*decide > len(m.records) {
			continue
		}
		n := len(chains)
		for i := range rec.Claims {
			c := &rec.Claims[i]
			if !m.tells(rec, c) || !mostly(c.Content.Spans.Hull(), passages) {
				continue
			}
			if chain, ok := m.way(rec, c); ok {
				chains = append(chains, chain)
			}
		}
		if n == len(chains) {
			if chain, ok := m.ChainAt(rec.Article.ID, passages.Hull()); ok {
				chains = append(chains, chain)
			}
		}
	}
	return chains
}

// passages are what a report has in common with others of these, and whether it begins with one: one behind the words by which it goes over
// to something else is not what it begins with, however near.
func (m *Matter) passages(rec *riwaya.Record) (all riwaya.Spans, begins bool) {
	end := m.end(rec)
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
			all = append(all, at)
			begins = begins || at.Start < end && early(rec, at.Start, lead)
		}
	}
	return all, begins
}

// mostly reports whether one of some spans has most of another.
func mostly(of riwaya.Span, in riwaya.Spans) bool {
	for _, s := range in {
		if both := min(of.End, s.End) - max(of.Start, s.Start); 2*both > of.Len() {
			return true
		}
	}
	return false
}
