package matter

import (
	"slices"

	"riwaya"
)

// Sources says who stands behind what the reports tell of their main matter: the incident that most
// of them tell of, else all that is said in them. Each telling and each figure of it is followed to
// whom it is attributed to, or to where the report has its text where it names nobody.
func (m *Matter) Sources() riwaya.Origins {
	if m.made.sources == nil {
		o := m.stand()
		m.made.sources = &o
	}
	return *m.made.sources
}

func (m *Matter) stand() riwaya.Origins {
	if in := m.main(); in != nil {
		return m.Origins(named(m.tellings(in)))
	}
	var chains []riwaya.Chain
	for _, rec := range m.records {
		n := len(chains)
		for i := range rec.Claims {
			if c := &rec.Claims[i]; c.Parent == nil && slices.Contains(happening, c.Cue.Class) {
				if chain, ok := m.ClaimChain(riwaya.ClaimRef{Article: rec.Article.ID, Claim: c.ID}); ok {
					chains = append(chains, chain)
				}
			}
		}
		if n == len(chains) {
			if chain, ok := m.Chain(rec.Article.ID); ok {
				chains = append(chains, chain)
			}
		}
	}
	return m.Origins(named(chains))
}

// named leaves out where a report has its text where it names somebody for what it tells: what it
// tells besides is hardly from elsewhere.
func named(chains []riwaya.Chain) []riwaya.Chain {
	names := map[string]bool{}
	for i := range chains {
		if chains[i].End.Known {
			names[chains[i].Article] = true
		}
	}
	return slices.DeleteFunc(chains, func(c riwaya.Chain) bool { return !c.End.Known && names[c.Article] })
}

// happening are the classes of claims that tell what happened; others judge, ask or promise.
var happening = []string{"assert", "announce", "confirm", "claim", "cite"}

// main is the incident that most reports tell of, nil where it is told by less than half of them.
func (m *Matter) main() *riwaya.Incident {
	var best *riwaya.Incident
	most := 0
	for i := range m.Incidents {
		told := map[string]bool{}
		for _, e := range m.Incidents[i].Events {
			if m.Record(e.Article) != nil {
				told[e.Article] = true
			}
		}
		if len(told) > most {
			best, most = &m.Incidents[i], len(told)
		}
	}
	if 2*most < len(m.records) {
		return nil
	}
	return best
}

// tellings are the ways of what the reports tell of an incident.
func (m *Matter) tellings(in *riwaya.Incident) (out []riwaya.Chain) {
	for _, e := range in.Events {
		rec := m.Record(e.Article)
		if rec == nil {
			continue
		}
		for i := range rec.Events {
			ev := &rec.Events[i]
			if ev.ID != e.Event {
				continue
			}
			out = m.follow(out, rec, ev.Claim, ev.Span)
			for _, mention := range ev.Mentions {
				out = m.follow(out, rec, mention.Claim, mention.Span)
			}
			for k := range rec.Figures {
				if f := &rec.Figures[k]; slices.Contains(ev.Figures, f.ID) {
					out = m.follow(out, rec, f.Claim, f.Span)
				}
			}
		}
	}
	return out
}

// follow adds the way of what stands in a claim, or under spans where nobody is named for it.
func (m *Matter) follow(to []riwaya.Chain, rec *riwaya.Record, claim *string, at riwaya.Spans) []riwaya.Chain {
	if claim != nil {
		if chain, ok := m.ClaimChain(riwaya.ClaimRef{Article: rec.Article.ID, Claim: *claim}); ok {
			return append(to, chain)
		}
	}
	if chain, ok := m.ChainAt(rec.Article.ID, at.Hull()); ok {
		return append(to, chain)
	}
	return to
}
