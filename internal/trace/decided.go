package trace

import "riwaya"

// Decided is the way of a decision that a report tells in its own words: it is the word of whose decision it is, named at
// some words of the report. ok is false where the set has no such report, or nobody can be told by the name.
func (s *Set) Decided(article string, by *riwaya.Actor, at riwaya.Span) (c riwaya.Chain, ok bool) {
	n, ok := s.At[article]
	if !ok {
		return c, false
	}
	r := &s.Reports[n]
	who := s.Of(r, by)
	if who.Key == "" || who.Private || who.Unnamed {
		return c, false
	}
	w := &walker{s: s, n: n, now: nodeOf(r)}
	w.chain.Article = article
	if r.Rec.Article.Outlet != nil {
		w.hop(riwaya.ChainHop{Relation: riwaya.RelationPublishes, From: riwaya.Node{Kind: riwaya.NodeOutlet, Name: *r.Rec.Article.Outlet}, To: w.now})
	}
	w.credit()
	w.hop(riwaya.ChainHop{Relation: riwaya.RelationAttributes, From: w.now, To: riwaya.Node{Kind: riwaya.NodeSource, Name: who.Name, Actor: who.Actor},
		Evidence: []riwaya.Evidence{{Article: article, Spans: riwaya.Spans{at}}}})
	w.chain.End = riwaya.Origin{Kind: riwaya.OriginInstitution, Name: who.Name, Actor: who.Actor, Of: who.Of, OfKey: who.OfKey, Key: who.Key,
		Source: by.Kind, Known: true, Articles: []string{article}}
	if by.Kind == "person" {
		w.chain.End.Kind = riwaya.OriginSpeaker
	}
	return w.chain, true
}
