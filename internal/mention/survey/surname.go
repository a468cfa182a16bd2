package survey

import (
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/naming"
)

// surnames adds the persons who are known by a name of one word.
func (s scan) surnames() {
	for _, i := range s.Rest {
		n, ok := s.f.Surnames[s.K[i].Span().Of(s.T.Source)]
		prefix := uint8(0)
		if !ok {
			r := naming.Reading(&s.K[i], s.f.AnyName)
			if r == nil || r.Prefix == 0 {
				continue
			}
			if n, ok = s.f.Surnames[s.SpanOf(i, i+1, r.Prefix).Of(s.T.Source)]; !ok {
				continue
			}
			prefix = r.Prefix
		}
		if n.Weak && !s.beside(i, n) {
			continue
		}
		s.Add(mention.Mention{What: mention.Person, From: i, To: i + 1, Head: i, Name: i, Kind: "person", Actor: n.Actor, Office: true}, prefix)
	}
}

// beside reports whether the name at token i is joined to a mention of a group of the
// same country: the militias of X and Y.
func (s scan) beside(i int, n naming.Surname) bool {
	behind := i+1 < len(s.K) && s.K[i+1].Word != nil && s.K[i+1].Has(lang.Conjunction)
	before := s.K[i].Has(lang.Conjunction)
	if !before && !behind {
		return false
	}
	for k := range s.Mentions {
		if m := &s.Mentions[k]; (before && m.To == i || behind && m.From == i+1) && m.Kind == "armed_group" && m.Actor != nil && m.Actor.Country == n.Actor.Country {
			return true
		}
	}
	return false
}
