package survey

import (
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/naming"
)

// theirs gives the police and security forces that no word says the country of that of the place right
// behind them: the security forces in Malta.
func (s scan) theirs() {
	for k := range s.Mentions {
		m := &s.Mentions[k]
		if m.What == mention.Body && m.Kind == "police" && m.Country == "" && s.Force(m) != "" {
			m.Country = s.placed(m.To)
			m.Inferred = m.Country != ""
		}
	}
}

// placed is the country of the place which stands at token i behind "in", "" if none does.
func (s scan) placed(i int) string {
	if i+1 >= len(s.K) || !s.K[i].In(s.f.G.In) || !s.f.G.Function(&s.K[i]) || s.PlaceAt(i+1) == i+1 {
		return ""
	}
	if e := s.PlaceAt(i + 1); e < len(s.K) && s.K[e].Word != nil && s.K[e].Has(lang.Conjunction) && s.K[e].In(s.f.Country) {
		return "" // in two lands
	}
	p := s.PlaceOver(i + 1)
	if p == nil || p.Country == nil {
		return ""
	}
	return naming.Lower(*p.Country)
}
