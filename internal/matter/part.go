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
// to something else is not what it begins with, however near; nor is one that only some of the others have, where all have another.
func (m *Matter) passages(rec *riwaya.Record) (all riwaya.Spans, begins bool) {
	end := m.end(rec)
	in := map[string]riwaya.Spans{} // what it has in common with each
	for i := range m.Copies {
		c := &m.Copies[i]
		if c.A != rec.Article.ID && c.B != rec.Article.ID || m.Record(c.A) == nil || m.Record(c.B) == nil {
			continue
		}
		for _, p := range c.Passages {
			at, other := p.A, c.B
			if c.B == rec.Article.ID {
				at, other = p.B, c.A
			}
			in[other] = append(in[other], at)
			all = append(all, at)
		}
	}
	var every riwaya.Spans // what all others have
	for _, at := range all {
		n := 0
		for _, spans := range in {
			if mostly(at, spans) {
				n++
			}
		}
		if n > 1 && n == len(m.records)-1 {
			every = append(every, at)
		}
	}
	if len(every) > 0 {
		all = every
	}
	for _, at := range all {
		begins = begins || at.Start < end && early(rec, at.Start, lead)
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
